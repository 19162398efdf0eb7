import Texts

/// The page of a talent report.
struct TalentReportPage {
    let report: TalentReport
    let language: Language

    var document: Markup {
        let title = "\(heading) · \(language.cycle(report.cycle)) · \(report.frame.scope)"
        return Page(title: title, language: language, imprint: report.frame.imprint, body: body).document
    }

    private var heading: String { language.text("Laporan Talenta", "Talent Report") }

    private var body: Markup {
        let facts = [
            (name: language.text("Keadaan data per", "Data as of"), value: language.date(report.frame.asOf)),
            (name: language.text("Siklus", "Cycle"), value: language.cycle(report.cycle)),
            (name: language.text("Versi aturan", "Rule set"), value: report.ruleSet),
        ]
        return """
            \(Page.header(scope: report.frame.scope, heading: heading, facts: facts, imprint: report.frame.imprint, language))
            \(mapSection)
            \(outlookSection)
            \(section(report.ratings))
            \(basesSection)
            \(section(report.coverage))
            \(section(report.ages))
            \(section(report.tenure))
            \(fairnessSection)
            \(raterSection)
            \(notes)
            \(Page.signature(report.frame.imprint, language))
            """
    }

    func number(_ number: Int?) -> String { number.map { language.number($0) } ?? "–" }

    private func section(_ picture: any DrawnPicture) -> Markup {
        """
        <section class="whole">
        <h2>\(picture.name(language))</h2>
        \(picture.figure(language))
        </section>
        """
    }

    private var mapSection: Markup {
        let picture = NineBoxPicture(frame: report.frame, nineBox: report.nineBox)
        let own = report.coverage.cycles.first { $0.code == report.cycle }
        let (pool, placed) = (report.nineBox.talentPool, report.nineBox.placed)
        let figures = [
            (
                name: language.text("Sudah dinilai", "Rated"),
                number: number(own?.rated ?? report.ratings.ratings.reduce(0, +)),
                explanation: own.map {
                    language.percent($0.rated, of: $0.people) + language.text(" dari ", " of ")
                        + language.people($0.people)
                } ?? ""
            ),
            (
                name: language.text("Dipetakan", "Placed"), number: number(placed),
                explanation: language.text("kinerja dan potensial diketahui", "performance and potential known")
            ),
            (
                name: language.text("Kelompok talenta", "Talent pool"), number: number(pool),
                explanation: language.text("kotak 7 + 8 + 9; ", "boxes 7 + 8 + 9; ")
                    + language.percent(pool, of: placed)
                    + language.text(" dari yang dipetakan", " of the placed")
            ),
        ]
        return """
            <section class="city-figures whole">
            <figure>
            <h2>\(picture.name(language))</h2>
            \(picture.drawing(language).element(title: picture.heading(language)))
            <figcaption>\(NineBox.shadeLegend(language))
            \(picture.sentences(language).suffix(1).map { "<p>\($0)</p>" as Markup })
            </figcaption>
            </figure>
            <div class="upright">
            \(Page.keyFigures(figures))
            </div>
            </section>
            """
    }

    private var outlookSection: Markup {
        guard let outlook = report.outlook else { return "" }
        let within = language.period(months: outlook.retiringMonths)
        let longest = language.period(months: report.tenure.maximumMonths)
        let posts = outlook.posts.map { posts in
            language.percent(outlook.vacant ?? 0, of: posts)
                + language.text(" dari \(language.number(posts)) jabatan", " of \(language.number(posts)) posts")
        }
        let figures = [
            (
                name: language.text("Perlu dipertimbangkan untuk mutasi", "Due for a transfer"),
                number: number(outlook.due),
                explanation: language.text("\(longest) atau lebih dalam jabatan", "\(longest) or more in the post")
            ),
            (
                name: language.text("Akan pensiun", "Retiring"), number: number(outlook.retiring),
                explanation: language.text("dalam \(within)", "within \(within)")
            ),
            (
                name: language.text("Jabatan lowong", "Vacant posts"), number: number(outlook.vacant),
                explanation: outlook.vacant == nil ? "" : posts ?? ""
            ),
        ]
        return """
            <section class="whole three">
            <h2>\(language.text("Yang perlu disiapkan", "To prepare"))</h2>
            \(Page.keyFigures(figures))
            </section>
            """
    }
}
