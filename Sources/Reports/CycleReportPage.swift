/// The page of a cycle report.
struct CycleReportPage {
    let report: CycleReport
    let language: Language
    /// The sum over the agencies, taken once.
    let city: CycleReport.Figures

    init(_ report: CycleReport, language: Language) {
        self.report = report
        self.language = language
        city = report.city
    }

    var document: Markup {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(heading) \(report.cycle) · \(report.title)</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <main>
        \(titleBlock)
        \(keyFigures)
        \(cityFigures)
        \(agencySections)
        \(runSection)
        \(notes)
        </main>
        </body>
        </html>

        """
    }

    /// The text for the page's language.
    func text(_ indonesian: String, _ english: String) -> String { language.text(indonesian, english) }

    func number(_ number: Int) -> String { language.number(number) }

    private var heading: String { text("Laporan Penilaian Kinerja dan Talenta", "Appraisal and Talent Report") }

    private var titleBlock: Markup {
        let period = language.date(report.firstDate) + " – " + language.date(report.lastDate)
        let facts = [
            (text("Siklus", "Cycle"), report.cycle), (text("Periode", "Period"), period),
            (text("Keadaan data per", "Data as of"), language.date(report.asOf)),
            (text("Himpunan aturan", "Rule set"), report.ruleSet),
        ]
        return """
            <header>
            <p class="city">\(report.title)</p>
            <h1>\(heading)</h1>
            <dl class="facts">
            \(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as Markup })
            </dl>
            </header>
            """
    }

    private var keyFigures: Markup {
        let pool = city.nineBox.talentPool
        let placed = city.nineBox.placed
        let figures = [
            (text("Pegawai", "People"), number(city.people), text("dalam siklus ini", "in this cycle")),
            (text("Sudah dinilai", "Rated"), number(city.rated), text("memiliki predikat kinerja", "with a rating")),
            (
                text("Cakupan", "Coverage"), language.percent(city.rated, of: city.people),
                text("dinilai dari seluruh pegawai", "rated, of all people")
            ),
            (
                text("Belum dinilai", "Missing"), number(city.missing),
                language.percent(city.missing, of: city.people) + text(" dari seluruh pegawai", " of all people")
            ),
            (
                text("Kelompok talenta", "Talent pool"), number(pool),
                text("kotak 7 + 8 + 9; ", "boxes 7 + 8 + 9; ") + language.percent(pool, of: placed)
                    + text(" dari yang dipetakan", " of the placed")
            ),
        ]
        return """
            <dl class="key">
            \(figures.map { "<div><dt>\($0.0)</dt><dd><b>\($0.1)</b><span>\($0.2)</span></dd></div>" as Markup })
            </dl>
            """
    }

    private var cityFigures: Markup {
        let map = text("Peta talenta", "Talent map")
        let distribution = text("Sebaran predikat kinerja", "Distribution of ratings")
        return """
            <section class="city-figures">
            <figure>
            <h2>\(map)</h2>
            \(city.nineBox.drawing(title: "\(map), \(report.title)", language: language, size: .full))
            <figcaption>\(shadeLegend) \(unplacedSentence)</figcaption>
            </figure>
            <figure>
            <h2>\(distribution)</h2>
            \(RatingChart(ratings: city.ratings, language: language).drawing(title: "\(distribution), \(report.title)"))
            <figcaption>\(ratedSentence)</figcaption>
            </figure>
            </section>
            """
    }

    private var unplacedSentence: String {
        text(
            "\(number(city.nineBox.placed)) pegawai dipetakan; \(number(city.unplaced)) sudah dinilai "
                + "tetapi potensialnya belum diketahui, sehingga tidak masuk kotak mana pun.",
            "\(number(city.nineBox.placed)) people are placed; \(number(city.unplaced)) are rated, but their potential "
                + "is not known, so they stand in no box."
        )
    }

    private var ratedSentence: String {
        text(
            "Persen dari \(number(city.rated)) pegawai yang sudah dinilai.",
            "Percent of the \(number(city.rated)) people rated."
        )
    }

    private var shadeLegend: Markup {
        let steps = NineBox.shades.enumerated()
            .map { index, step -> Markup in
                let from = step.fromTenths / 10
                let label = index == 0 ? "<5\(percentSign)" : "≥\(from)\(percentSign)"
                return """
                    <span><svg aria-hidden="true" viewBox="0 0 14 10" width="14" height="10">\
                    <rect x="0.5" y="0.5" width="13" height="9" fill="\(step.fill)" stroke="#6b7681"/></svg> \(label)</span>
                    """
            }
        return """
            <span class="legend">\(text("Bagian dari yang dipetakan:", "Share of the placed:")) \(steps)</span>
            """
    }

    private var percentSign: String { text("\u{A0}%", "%") }
}
