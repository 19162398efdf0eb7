import Personnel
import Texts

/// The page of a cycle report.
struct CycleReportPage {
    let report: CycleReport
    let language: Language
    /// The sum over the agencies, taken once.
    let city: CycleFigures
    private let nineBox: NineBox

    init(_ report: CycleReport, language: Language) {
        self.report = report
        self.language = language
        city = report.city
        nineBox = report.nineBox(city)
    }

    var document: Markup {
        Page(
            title: "\(heading) · \(language.cycle(report.cycle)) · \(report.title)",
            language: language,
            imprint: report.imprint,
            body: body
        )
        .document
    }

    private var body: Markup {
        """
        \(titleBlock)
        \(keyFigures)
        \(cityFigures)
        \(missingSection)
        \(historySection)
        \(agencySections)
        \(phaseSection)
        \(notes)
        \(Page.signature(report.imprint, language))
        """
    }

    /// The text for the page's language.
    func text(_ indonesian: String, _ english: String) -> String { language.text(indonesian, english) }

    func number(_ number: Int) -> String { language.number(number) }

    private var heading: String { text("Laporan Penilaian Kinerja dan Talenta", "Appraisal and Talent Report") }

    private var titleBlock: Markup {
        let period = language.date(report.firstDate) + " – " + language.date(report.lastDate)
        let facts = [
            (name: text("Siklus", "Cycle"), value: language.cycle(report.cycle)),
            (name: text("Periode", "Period"), value: period),
            (name: text("Keadaan data per", "Data as of"), value: language.date(report.asOf)),
            (name: text("Versi aturan", "Rule set"), value: report.ruleSet),
        ]
        return Page.header(
            scope: report.title,
            heading: heading,
            facts: facts,
            imprint: report.imprint,
            language
        )
    }

    private var keyFigures: Markup {
        let pool = nineBox.talentPool
        let placed = nineBox.placed
        let figures: [(name: String, number: String, explanation: String)] = [
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
        return Page.keyFigures(figures)
    }

    private var cityFigures: Markup {
        let map = text("Peta talenta", "Talent map")
        let distribution = text("Sebaran predikat kinerja", "Distribution of ratings")
        return """
            <section class="city-figures">
            <figure>
            <h2>\(map)</h2>
            \(nineBox.drawing(language, size: .full).element(title: "\(map), \(report.title)"))
            <figcaption>\(NineBox.shadeLegend(language)) \(unplacedSentence)</figcaption>
            </figure>
            <figure>
            <h2>\(distribution)</h2>
            \(RatingChart(ratings: city.ratings, language: language).drawing.element(title: "\(distribution), \(report.title)"))
            <figcaption>\(ratedSentence)</figcaption>
            </figure>
            </section>
            """
    }

    private var historySection: Markup {
        guard !report.history.isEmpty else { return "" }
        let picture = CoveragePicture(
            frame: PictureFrame(
                scope: report.title,
                asOf: report.asOf,
                cycle: report.cycle,
                imprint: report.imprint
            ),
            cycles: report.history
        )
        return """
            <section class="whole">
            <h2>\(picture.name(language))</h2>
            \(picture.figure(language))
            </section>
            """
    }

    private var unplacedSentence: String {
        text(
            "\(number(nineBox.placed)) pegawai dipetakan; \(number(city.unplaced)) sudah dinilai "
                + "tetapi potensialnya belum diketahui, sehingga tidak masuk kotak mana pun.",
            "\(number(nineBox.placed)) people are placed; \(number(city.unplaced)) are rated, but their potential "
                + "is not known, so they stand in no box."
        )
    }

    private var ratedSentence: String {
        text(
            "Persen dari \(number(city.rated)) pegawai yang sudah dinilai.",
            "Percent of the \(number(city.rated)) people rated."
        )
    }
}
