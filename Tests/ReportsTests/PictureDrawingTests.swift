import Personnel
import Testing
import Texts

@testable import Reports

@Suite("Drawings of pictures")
struct PictureDrawingTests {
    private let sample = Sample(people: 15_003, scope: "Kota Medan")

    /// Lengths of the bars with a fill, in the order of the drawing.
    private func lengths(_ picture: any DrawnPicture, fill: String, _ side: String) throws -> [Int] {
        let svg = try Element.parse(picture.drawing(.indonesian).element(title: "x").text)
        let bars = svg.all("rect").filter { $0.attributes["fill"] == fill && $0.attributes["stroke"] != nil }
        return bars.compactMap { Int($0.attributes[side] ?? "") }
    }

    @Test("draws ratings in proportion to all the rated")
    func ratings() throws {
        let picture = RatingDistributionPicture(frame: sample.frame, ratings: [25, 50, 20, 5, 0])
        #expect(try lengths(picture, fill: "#174a78", "width") == [75, 150, 60, 15])
        #expect(try lengths(sample.ratings, fill: "#174a78", "width").count == 6)
    }

    @Test("says which ratings keep to their pattern")
    func standings() {
        let picture = sample.ratings
        #expect((0..<5).map { picture.standing(of: $0) } == [.within, .above, .within, nil, nil])
        let few = RatingDistributionPicture(
            frame: sample.frame,
            ratings: [7, 3, 0, 0, 0],
            pattern: [.init(maximum: 70), .init(minimum: 31), .init(minimum: 1), .free, .free]
        )
        #expect((0..<5).map { few.standing(of: $0) } == [.within, .below, .below, nil, nil])
        let none = RatingDistributionPicture(frame: sample.frame, ratings: [0, 0, 0, 0, 0], pattern: few.pattern)
        #expect((0..<5).allSatisfy { none.standing(of: $0) == nil })
        #expect(few.table.rendered(as: .csv, width: nil).hasSuffix("sangat_kurang,0,0.0,,,"))
        #expect(few.table.rendered(as: .csv, width: nil).contains("\nbaik,3,30.0,31,,false\n"))
    }

    @Test("tells advice from findings, in both languages")
    func findings() {
        #expect(
            sample.ratings.sentences(.indonesian).suffix(2) == [
                "Perhatian (tidak mengikat): Terlalu banyak <Baik>.", "Temuan: x",
            ]
        )
        #expect(
            sample.ratings.sentences(.english).suffix(2) == ["Advice (not binding): Too many <Baik>.", "Finding: x"]
        )
    }

    @Test("stacks the ratings of a cycle to one height")
    func stacks() throws {
        let cycle = CoveragePicture.Cycle(
            code: "2026-Q3",
            people: 200,
            rated: 100,
            placed: 50,
            ratings: [10, 40, 25, 15, 10]
        )
        let picture = CoveragePicture(frame: sample.frame, cycles: [cycle])
        let svg = try Element.parse(picture.drawing(.english).element(title: "x").text)
        let bars = svg.all("rect").filter { $0.attributes["width"] == "40" }
            .compactMap { Int($0.attributes["height"] ?? "") }
        #expect(bars.count == 6)
        #expect(bars[0] == 55)
        #expect(bars.dropFirst().reduce(0, +) == 72)
        #expect(try lengths(picture, fill: "#174a78", "height").contains(28))
    }

    @Test("draws the last cycles and lists them all")
    func manyCycles() throws {
        let texts = try Element.texts(of: sample.coverage.svg(.english)).texts
        #expect(texts.contains("Drawn: the last 8 of 11 cycles."))
        #expect(!texts.contains("2020-Q3") && texts.contains("2020-Q4"))
        #expect(sample.coverage.table.rows.count == 11)
    }

    @Test("draws both sexes on one scale")
    func ages() throws {
        let picture = AgePyramidPicture(
            frame: sample.frame,
            bands: [
                .init(firstAge: nil, lastAge: 24, men: 10, women: 40),
                .init(firstAge: 25, lastAge: 29, men: 20, women: 0),
                .init(firstAge: 30, lastAge: nil, men: 0, women: 30),
            ]
        )
        #expect(try lengths(picture, fill: "#174a78", "width") == [103, 52])
        #expect(try lengths(picture, fill: "#dce8f2", "width") == [155, 206])
        #expect(picture.bands.map(\.label) == ["<25", "25–29", "≥30"])
        #expect(picture.svg().contains("Laki-laki · 30 · 30,0\u{A0}%"))
        #expect(!picture.svg().contains("pensiun, menurut tahun"))
    }

    @Test("parts the years in the post at the limits")
    func tenure() throws {
        let picture = TenurePicture(frame: sample.frame, years: [1, 2, 4, 8, 16, 32, 64])
        #expect(TenurePicture.Standing.allCases.map { picture.count($0) } == [3, 28, 96])
        let short = TenurePicture(frame: sample.frame, years: [1, 2, 4], minimumMonths: 6, maximumMonths: 24)
        #expect(TenurePicture.Standing.allCases.map { short.count($0) } == [0, 3, 4])
        #expect(try lengths(picture, fill: "#174a78", "height").prefix(2) == [75, 150])
        #expect(picture.svg(.english).contains("at least 2 years"))
        #expect(short.svg().contains("paling singkat 6 bulan"))
    }

    @Test("takes many years into the last column and lists them all")
    func manyYears() throws {
        let picture = TenurePicture(frame: sample.frame, years: Array(repeating: 1, count: 40))
        let svg = try Element.parse(picture.svg())
        #expect(svg.all("text").contains { $0.text == "≥12" })
        #expect(svg.all("text").contains { $0.text == "28" })
        #expect(picture.table.rows.count == 41)
    }

    @Test("holds one mark for one person among very many")
    func trace() {
        #expect(Scale(whole: 1_000_000, room: 100).length(1) == 1)
        #expect(Scale(whole: 1_000_000, room: 100).length(0) == 0)
        #expect(Scale(whole: 3, room: 100).length(5) == 100)
        #expect(Scale(whole: 0, room: 100).length(0) == 0)
    }

    @Test("draws a tenure for a terminal of 40 columns")
    func terminal() {
        let picture = TenurePicture(frame: sample.frame, years: [10, 20, 40, 5, 5, 15, 5])
        #expect(
            picture.terminal(width: 40, colour: false)
                == """
                Lama dalam jabatan sekarang
                Kota Medan · 27 November 2026

                 0 - ██████                   10  10,0 %
                 1 - ████████████             20  20,0 %
                 2 = ████████████████████████ 40  40,0 %
                 3 = ███                       5   5,0 %
                 4 = ███                       5   5,0 %
                 5 ! █████████                15  15,0 %
                ≥6 ! ███                       5   5,0 %

                - kurang dari 2 tahun: 30 · 30,0 %
                = 2 tahun sampai 5 tahun: 50 · 50,0 %
                ! 5 tahun atau lebih: perlu
                dipertimbangkan: 20 · 20,0 %

                100 pegawai dengan TMT jabatan.
                """
                .replacing(/(,\d) %/) { "\($0.1)\u{A0}%" }
        )
    }
}
