import Personnel
import Texts

extension CycleReportPage {
    var agencySections: Markup {
        guard !report.agencies.isEmpty else { return "" }
        return "\(coverageSection)\n\(mapsSection)"
    }

    private static let mostMissing = 10

    /// Where the city's missing ratings lie: the agencies to write to.
    var missingSection: Markup {
        guard !report.agencies.isEmpty else { return "" }
        let behind = report.agencies.filter { $0.figures.missing > 0 }
            .sorted { $0.figures.missing > $1.figures.missing }
        let complete = report.agencies.count - behind.count
        let heading = text("Di mana penilaian belum ada", "Where ratings are missing")
        guard !behind.isEmpty else {
            return """
                <section class="whole">
                <h2>\(heading)</h2>
                <p>\(text("Semua pegawai sudah dinilai.", "Everybody has been rated."))</p>
                </section>
                """
        }
        let shown = behind.prefix(Self.mostMissing)
        let rows = shown.map { agency -> Markup in
            let missing = agency.figures.missing
            return """
                <tr><th scope="row">\(agency.name)</th><td class="n">\(number(missing))</td>\
                <td class="bar">\(bar(missing, of: city.missing))</td>\
                <td class="n">\(language.percent(missing, of: city.missing))</td>\
                <td class="n">\(language.percent(missing, of: agency.figures.people))</td></tr>
                """
        }
        let rest = behind.dropFirst(Self.mostMissing)
        let restMissing = rest.reduce(0) { $0 + $1.figures.missing }
        let others =
            rest.isEmpty
            ? ""
            : text(
                "\(rest.count) perangkat daerah lain: \(number(restMissing)) belum dinilai. ",
                "\(rest.count) other \(rest.count == 1 ? "agency" : "agencies"): \(number(restMissing)) missing. "
            )
        let note =
            others
            + text(
                "\(complete) dari \(report.agencies.count) perangkat daerah sudah lengkap.",
                "\(complete) of \(report.agencies.count) agencies are complete."
            )
        return """
            <section class="whole">
            <h2>\(heading)</h2>
            <table>
            <thead><tr><th scope="col">\(text("Perangkat daerah", "Agency"))</th>\
            <th scope="col" class="n">\(text("Belum dinilai", "Missing"))</th><td></td>\
            <th scope="col" class="n">\(text("Porsi terhadap kota", "Share of city"))</th>\
            <th scope="col" class="n">\(text("Porsi pegawai PD", "Of its people"))</th></tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            <p class="note">\(note)</p>
            </section>
            """
    }

    private var coverageSection: Markup {
        let rows = report.agencies.map { agency in
            row("<th scope=\"row\">\(agency.name)</th>", agency.figures)
        }
        return """
            <section class="coverage">
            <h2>\(text("Cakupan per perangkat daerah", "Coverage by agency"))</h2>
            <table>
            <thead><tr><th scope="col">\(text("Perangkat daerah", "Agency"))</th>\
            <th scope="col" class="n">\(text("Pegawai", "People"))</th>\
            <th scope="col" class="n">\(text("Dinilai", "Rated"))</th>\
            <th scope="col" class="n">\(text("Belum", "Missing"))</th>\
            <th scope="col" class="n">\(text("Cakupan", "Coverage"))</th><td></td></tr></thead>
            <tbody>
            \(rows)
            \(row("<th scope=\"row\">\(text("Jumlah", "Total"))</th>", city, style: "total"))
            </tbody>
            </table>
            </section>
            """
    }

    private func row(_ header: Markup, _ figures: CycleFigures, style: String = "agency") -> Markup {
        """
        <tr class="\(style)">\(header)<td class="n">\(number(figures.people))</td>\
        <td class="n">\(number(figures.rated))</td><td class="n">\(number(figures.missing))</td>\
        <td class="n">\(language.percent(figures.rated, of: figures.people))</td>\
        <td class="bar">\(bar(figures.rated, of: figures.people))</td></tr>
        """
    }

    private var mapsSection: Markup {
        let maps = report.agencies.map { agency -> Markup in
            let box = report.nineBox(agency.figures)
            return """
                <figure>
                <figcaption><b>\(agency.shortName)</b> <span>n\u{A0}=\u{A0}\(number(box.placed))</span></figcaption>
                \(box.drawing(language, size: .small).element(title: mapTitle(agency)))
                </figure>
                """
        }
        let note = text(
            "Posisi kotak seperti pada peta kota: ke atas kinerja, ke kanan potensial; garis tebal: kotak 7, 8, 9. "
                + "n = pegawai yang dipetakan. Warna menurut porsi di perangkat daerah itu.",
            "Boxes stand as on the city's map: performance upwards, potential rightwards; heavy line: boxes 7, 8, 9. "
                + "n = people placed. Shades by the share within the agency."
        )
        return """
            <section class="maps">
            <h2>\(text("Peta talenta per perangkat daerah", "Talent map by agency"))</h2>
            <p class="note">\(note)</p>
            <div class="grid">
            \(maps)
            </div>
            </section>
            """
    }

    private func mapTitle(_ agency: CycleReport.Agency) -> String {
        text("Peta talenta, ", "Talent map, ") + agency.name
    }

    private func bar(_ part: Int, of whole: Int) -> Markup { PageBar(part: part, whole: whole).markup }
}
