import Personnel
import Reports
import Testing
import Texts

@Suite("NineBox")
struct NineBoxTests {
    private let box = NineBox(counts: [11, 22, 33, 44, 55, 66, 77, 88, 1104], unplaced: 5, boxes: .national)

    @Test("counts the placed and the talent pool")
    func sums() {
        #expect(box.placed == 1500)
        #expect(box.talentPool == 77 + 88 + 1104)
        #expect(box[1] == 11)
        #expect(box[9] == 1104)
    }

    @Test("draws the boxes with performance upwards and potential rightwards")
    func terminal() {
        #expect(
            box.terminal(width: 56, colour: false) == """
                             potential →
                performance ↑  low           medium        high
                             ┌─────────────┬─────────────┬─────────────┐
                above        │ 4        44 │ 7        77 │ 9     1,104 │
                expectation  │        2.9% │        5.1% │       73.6% │
                             │             │ ▄           │ ▄▄▄▄▄▄▄▄▄▄▄ │
                             ├─────────────┼─────────────┼─────────────┤
                as           │ 2        22 │ 5        55 │ 8        88 │
                expectation  │        1.5% │        3.7% │        5.9% │
                             │             │ ▄           │ ▄           │
                             ├─────────────┼─────────────┼─────────────┤
                below        │ 1        11 │ 3        33 │ 6        66 │
                expectation  │        0.7% │        2.2% │        4.4% │
                             │             │             │ ▄           │
                             └─────────────┴─────────────┴─────────────┘
                placed: 1,500, no known potential: 5
                talent pool (7 + 8 + 9): 1,269, 84.6%
                """
        )
    }

    @Test("keeps within the terminal", arguments: 34...100)
    func width(width: Int) {
        let lines = box.terminal(width: width, colour: false).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(Set(lines[2...14].map(\.count)).count == 1)
    }

    @Test("colours without moving anything")
    func colour() {
        let plain = box.terminal(width: 60, colour: false)
        let coloured = box.terminal(width: 60, colour: true)
        #expect(coloured.contains("\u{1B}[1;36m 9"))
        #expect(coloured.contains("\u{1B}[33m 1"))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("draws nobody as nothing")
    func nobody() {
        let nobody = NineBox(counts: Array(repeating: 0, count: 9), boxes: .national)
        #expect(nobody.terminal(width: 60, colour: false).contains("talent pool (7 + 8 + 9): 0, –"))
        #expect(nobody.svg(title: "x").contains(">–</text>"))
    }

    @Test("puts every count and percent where its box belongs in the drawing")
    func svg() throws {
        let elements = try Element.texts(of: box.svg(title: "Peta <Medan> & \"kota\""))
        #expect(elements.title == "Peta <Medan> & \"kota\"")
        #expect(elements.description.hasPrefix("kotak 9: 1.104; kotak 8: 88; "))
        let cells = elements.texts.prefix(27)
        #expect(
            Array(cells) == [
                "4", "44", "2,9\u{A0}%", "7", "77", "5,1\u{A0}%", "9", "1.104", "73,6\u{A0}%",
                "2", "22", "1,5\u{A0}%", "5", "55", "3,7\u{A0}%", "8", "88", "5,9\u{A0}%",
                "1", "11", "0,7\u{A0}%", "3", "33", "2,2\u{A0}%", "6", "66", "4,4\u{A0}%",
            ]
        )
        #expect(elements.texts.contains("Potensial →"))
        #expect(elements.texts.contains("Di bawah"))
    }

    /// Box 4 and box 7 have changed places, and box 1 stands in the middle of the pool.
    private static func otherBoxes() throws -> BoxTable {
        try BoxTable(
            cells: BoxTable.national.cells.map { cell in
                let number = [1: 8, 4: 7, 7: 4, 8: 1][cell.number] ?? cell.number
                return BoxTable.Cell(performance: cell.performance, potential: cell.potential, number: number)
            }
        )
    }

    @Test("draws the boxes of the rule set, whose pool may lie apart")
    func otherRuleSet() throws {
        let other = NineBox(counts: box.counts, unplaced: 5, boxes: try Self.otherBoxes())
        #expect(other.talentPool == box.talentPool)
        let texts = try Element.texts(of: other.svg(title: "map", language: .english, size: .small)).texts
        #expect(texts == ["77", "44", "1,104", "22", "55", "11", "88", "33", "66"])
        let lines = other.terminal(width: 56, colour: false).split(separator: "\n")
        #expect(lines[3].contains("│ 7        77 │ 4        44 │ 9     1,104 │"))
        let path = try #require(try Element.parse(other.svg(title: "map", size: .small)).all("path").first)
        #expect(path.attributes["d"] == "M2 2H54V30H2ZM106 2H158V30H106ZM2 58H54V86H2Z")
        let own = try #require(try Element.parse(box.svg(title: "map", size: .small)).all("path").first)
        #expect(own.attributes["d"] == "M54 2H158V58H106V30H54Z")
    }

    @Test("the picture's table has the levels of the rule set")
    func otherTable() throws {
        let other = NineBox(counts: box.counts, unplaced: 5, boxes: try Self.otherBoxes())
        let picture = NineBoxPicture(frame: PictureFrame(scope: "x", asOf: .on(2026, 11, 27)), nineBox: other)
        #expect(picture.table.rows[6].prefix(4) == [.integer(7), .text("high"), .text("low"), .integer(77)])
    }

    @Test("draws small maps with the counts alone, in the language asked for")
    func small() throws {
        let elements = try Element.texts(of: box.svg(title: "map", language: .english, size: .small))
        #expect(elements.texts == ["44", "77", "1,104", "22", "55", "88", "11", "33", "66"])
        #expect(elements.description.hasPrefix("box 9: 1,104; box 8: 88; "))
    }
}
