import Texts

/// The page of one person's placement.
struct PersonSheetPage {
    let sheet: PersonSheet
    let language: Language

    var document: Markup {
        let title = "\(heading) · \(sheet.name) · \(language.date(sheet.asOf))"
        return Page(title: title, language: language, imprint: sheet.imprint, body: body).document
    }

    private var heading: String { language.text("Lembar Talenta", "Talent Sheet") }

    private var body: Markup {
        let facts = [
            (name: "NIP", value: sheet.nip), (name: language.text("Jabatan", "Post"), value: sheet.post),
            (name: language.text("Siklus", "Cycle"), value: language.cycle(sheet.cycle)),
            (name: language.text("Keadaan data per", "Data as of"), value: language.date(sheet.asOf)),
            (name: language.text("Versi aturan", "Rule set"), value: sheet.ruleSet),
        ]
        return """
            \(Page.header(scope: sheet.agency, heading: sheet.name, facts: facts, imprint: sheet.imprint, language))
            \(placement)
            \(axis(\.performance))
            \(axis(\.potential))
            \(versions)
            \(notes)
            \(sheet.imprint.madeText(language).map { "<p class=\"note\">\($0)</p>" as Markup } ?? "")
            """
    }

    private var placement: Markup {
        let figures = [
            (name: heading, number: sheet.boxText(language), explanation: ""),
            (
                name: sheet.axisTitle(\.performance, language), number: number(sheet.performance.score),
                explanation: explanation(\.performance)
            ),
            (
                name: sheet.axisTitle(\.potential, language), number: number(sheet.potential.score),
                explanation: explanation(\.potential)
            ),
        ]
        return """
            <section class="city-figures whole">
            <figure>
            <h2>\(language.text("Posisi pada peta talenta", "Place on the talent map"))</h2>
            \(drawing.element(title: language.text("Posisi pada peta talenta", "Place on the talent map")))
            <figcaption><p>\(caption)</p></figcaption>
            </figure>
            <div class="upright">
            \(Page.keyFigures(figures))
            </div>
            </section>
            """
    }

    private func number(_ score: Double?) -> String { score.map { language.decimal($0, places: 2) } ?? "–" }

    private func explanation(_ axis: KeyPath<PersonSheet, PersonSheet.Axis>) -> String {
        sheet.levelText(axis, language) + "; " + known(axis)
    }

    private func known(_ axis: KeyPath<PersonSheet, PersonSheet.Axis>) -> String {
        let weight = sheet.weight(sheet[keyPath: axis].knownWeight, language)
        return language.text("bobot yang diketahui \(weight)", "known weight \(weight)")
    }

    private var drawing: Drawing {
        let cells = (1...9)
            .map { box -> NineBoxGrid.Cell in
                guard let share = sheet.probabilities?[box - 1] else {
                    return NineBoxGrid.Cell(main: sheet.box == box ? "●" : "", below: nil, tenths: nil)
                }
                let tenths = share.isFinite && share > 0 ? Int((min(1, share) * 1000).rounded()) : 0
                return NineBoxGrid.Cell(
                    main: language.percent(share: share),
                    below: sheet.box == box ? "●" : nil,
                    tenths: tenths > 0 ? tenths : nil
                )
            }
        let shares = sheet.probabilities.map { shares in
            zip(1..., shares).reversed()
                .map { language.text("kotak \($0): ", "box \($0): ") + language.percent(share: $1) }
        }
        return NineBoxGrid(cells: cells, boxes: sheet.boxes, size: .full, outlined: sheet.box)
            .drawing(language, summary: ([sheet.boxText(language)] + (shares ?? [])).joined(separator: "; "))
    }

    private var caption: String {
        guard sheet.probabilities != nil else { return sheet.boxText(language) + "." }
        return language.text(
            "Tanda ● dan garis tebal: kotaknya. Persen: peluang tiap kotak, mengingat yang belum diketahui dan "
                + "ketelitian penilaian.",
            "Mark ● and heavy line: the box. Percentages: how likely each box is, given what is not known and how exact "
                + "the appraisal is."
        )
    }

    private func axis(_ axis: KeyPath<PersonSheet, PersonSheet.Axis>) -> Markup {
        let value = sheet[keyPath: axis]
        let rows = value.components.map { component -> Markup in
            let counted = component.evidence.map { "<span class=\"line\">\($0.text(language))</span>" as Markup }
            let others = component.notCounted.map {
                "<span class=\"line not-counted\">\($0.text(language))</span>" as Markup
            }
            let title = PersonSheet.notCountedTitle(language)
            let evidence =
                others.isEmpty ? counted : counted + ["<span class=\"line not-counted\">\(title)</span>"] + others
            return """
                <tr><th scope="row">\(component.title(language))</th>\
                <td class="n">\(sheet.weight(component.weight, language))</td>\
                <td class="n">\(sheet.score(component.score, language))</td>\
                <td class="n">\(number(sheet.points(component)))</td><td>\(evidence)</td></tr>
                """
        }
        return """
            <section class="whole">
            <h2>\(sheet.axisTitle(axis, language))</h2>
            <table class="axis">
            <thead><tr><th scope="col">\(language.text("Komponen", "Component"))</th>\
            <th scope="col" class="n">\(language.text("Bobot", "Weight"))</th>\
            <th scope="col" class="n">\(language.text("Nilai", "Score"))</th>\
            <th scope="col" class="n">\(language.text("Poin", "Points"))</th>\
            <th scope="col">\(language.text("Bukti", "Evidence"))</th></tr></thead>
            <tbody>
            \(rows)
            <tr class="total"><th scope="row">\(language.text("Hasil", "Result"))</th>\
            <td class="n">\(sheet.weight(value.knownWeight, language))</td>\
            <td class="n">\(sheet.score(value.score, language))</td><td class="n"></td>\
            <td>\(sheet.levelText(axis, language)); \(known(axis))</td></tr>
            </tbody>
            </table>
            </section>
            """
    }

    private var versions: Markup {
        guard !sheet.versions.isEmpty else { return "" }
        let rows = sheet.versions.map { version -> Markup in
            """
            <tr><th scope="row">\(version.number)</th><td>\(version.kind(language))</td>\
            <td>\(language.date(version.day))</td><td>\(version.by)</td><td>\(version.why)</td></tr>
            """
        }
        return """
            <section class="whole">
            <h2>\(language.text("Riwayat penempatan", "Versions of the placement"))</h2>
            <table>
            <thead><tr><th scope="col">\(language.text("Versi", "Version"))</th>\
            <th scope="col">\(language.text("Jenis", "Kind"))</th><th scope="col">\(language.text("Tanggal", "Day"))</th>\
            <th scope="col">\(language.text("Oleh", "By"))</th><th scope="col">\(language.text("Alasan", "Why"))</th>\
            </tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            </section>
            """
    }

    private var notes: Markup {
        Page.notes(
            heading: language.text("Cara membaca dan dasar aturan", "How to read this, and the rules behind it"),
            [
                language.text(
                    "Poin = bobot × nilai. Komponen tanpa nilai tidak dihitung sebagai nol; bobot yang diketahui "
                        + "menunjukkan seberapa lengkap hasilnya.",
                    "Points = weight × score. A component without a score does not count as nought; the known weight "
                        + "shows how complete the result is."
                ),
                language.text(
                    "Tidak diperhitungkan: dokumen yang tercatat tetapi sudah melewati masa berlakunya, atau digantikan "
                        + "yang lebih baru.",
                    "Not counted: documents on record that are too old for the rules, or that something newer replaced."
                ),
                language.text(
                    "Kotak talenta: PermenPANRB 3/2020 sebagaimana diubah dengan PermenPANRB 20/2025; "
                        + "komponen dan bobot: Keputusan Kepala BKN 411/2025.",
                    "Boxes of the talent map: PermenPANRB 3/2020 as amended by PermenPANRB 20/2025; "
                        + "components and weights: Keputusan Kepala BKN 411/2025."
                ),
                language.text(
                    "Data pribadi: hanya untuk pegawai yang bersangkutan dan pejabat yang berwenang.",
                    "Personal data: only for the person concerned and the officers in charge."
                ),
            ]
        )
    }
}
