import Personnel
import Reports
import Testing
import Texts

@Suite("Who made a page")
struct ImprintTests {
    private static let demo = Imprint(maker: "BKPSDM <Kota>", madeOn: .on(2026, 12, 2), isDemo: true)
    private static let marks = [Language.indonesian: "DATA CONTOH: ", .english: "DEMONSTRATION DATA: "]

    /// Every kind of page, and every picture as a page.
    private static func pages(_ imprint: Imprint, _ language: Language) -> [String] {
        let sample = Sample(people: 100, scope: "Kota Medan")
        let frame = PictureFrame(scope: "Kota Medan", asOf: .on(2026, 10, 16), cycle: "2026-Q3", imprint: imprint)
        let cycle = CycleReport(
            title: "Kota Medan",
            cycle: "2026-Q3",
            firstDate: .on(2026, 7, 1),
            lastDate: .on(2026, 9, 30),
            asOf: .on(2026, 10, 16),
            ruleSet: "2026.1",
            boxes: .national,
            agencies: [],
            phases: [],
            imprint: imprint
        )
        let talent = TalentReport(
            frame: frame,
            cycle: "2026-Q3",
            ruleSet: "2026.1",
            nineBox: sample.nineBox.nineBox,
            ratings: sample.ratings,
            coverage: sample.coverage,
            ages: sample.ages,
            tenure: sample.tenure
        )
        let nothing = PersonSheet.Axis(components: [], knownWeight: 0, score: nil, level: nil)
        let sheet = PersonSheet(
            name: "Budi",
            nip: "198001012005031001",
            post: "Analis",
            agency: "Dinas Kesehatan",
            asOf: .on(2026, 10, 16),
            cycle: "2026-Q3",
            ruleSet: "2026.1",
            performance: nothing,
            potential: nothing,
            box: nil,
            boxes: .national,
            imprint: imprint
        )
        let pictures: [any Picture] = [
            NineBoxPicture(frame: frame, nineBox: sample.nineBox.nineBox),
            RatingDistributionPicture(frame: frame, ratings: sample.ratings.ratings),
            CoveragePicture(frame: frame, cycles: sample.coverage.cycles),
            AgePyramidPicture(frame: frame, bands: sample.ages.bands),
            TenurePicture(frame: frame, years: sample.tenure.years),
        ]
        return [cycle.html(language: language), talent.html(language: language), sheet.html(language: language)]
            + pictures.map { $0.html(language) }
            + pictures.map { $0.svg(language) } + pictures.map { $0.terminal(language, width: 300, colour: false) }
    }

    @Test("a page about generated people says so, in every form, and no other does", arguments: Language.allCases)
    func demo(language: Language) throws {
        let mark = try #require(Self.marks[language])
        for page in Self.pages(Self.demo, language) { #expect(page.contains(mark), "\(page.prefix(400))") }
        for page in Self.pages(Imprint(), language) { #expect(!page.contains(mark), "\(page.prefix(400))") }
    }

    @Test("each printed sheet of such a page has the mark at its foot")
    func sheets() throws {
        for page in Self.pages(Self.demo, .indonesian).prefix(8) {
            let style = try Element.parse(page).all("style").map(\.text).joined()
            #expect(style.contains("@bottom-left { content: 'DATA CONTOH'"))
        }
        for page in Self.pages(Imprint(), .indonesian).prefix(8) { #expect(!page.contains("@bottom-left")) }
    }

    @Test("every page says its cycle in words, the day of its data, who made it and when", arguments: Language.allCases)
    func made(language: Language) throws {
        let words =
            language == .indonesian
            ? ["Triwulan III 2026", "16 Oktober 2026", "Disusun oleh BKPSDM <Kota>, 2 Desember 2026"]
            : ["Quarter III of 2026", "16 October 2026", "Prepared by BKPSDM <Kota>, 2 December 2026"]
        for page in Self.pages(Self.demo, language).prefix(8) {
            let text = try Element.parse(page).content
            for words in words { #expect(text.contains(words), "\(words) in \(text.prefix(600))") }
        }
    }

    @Test("a report has a place for a signature")
    func signature() throws {
        for page in Self.pages(Self.demo, .indonesian).prefix(2) {
            let section = try #require(
                try Element.parse(page).all("section").first { $0.attributes["class"] == "signature whole" }
            )
            #expect(section.content.contains("Mengetahui,") && section.content.contains("NIP"))
        }
    }
}
