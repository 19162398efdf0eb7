import Reports
import Testing

@Suite("NineBox")
struct NineBoxTests {
    private let box = NineBox(counts: [11, 22, 33, 44, 55, 66, 77, 88, 1104], unplaced: 5)

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
                            potensial →
                kinerja ↑     low           medium        high
                            ┌─────────────┬─────────────┬─────────────┐
                above       │ 4        44 │ 7        77 │ 9     1,104 │
                expectation │        2.9% │        5.1% │       73.6% │
                            │             │ ▄           │ ▄▄▄▄▄▄▄▄▄▄▄ │
                            ├─────────────┼─────────────┼─────────────┤
                as          │ 2        22 │ 5        55 │ 8        88 │
                expectation │        1.5% │        3.7% │        5.9% │
                            │             │ ▄           │ ▄           │
                            ├─────────────┼─────────────┼─────────────┤
                below       │ 1        11 │ 3        33 │ 6        66 │
                expectation │        0.7% │        2.2% │        4.4% │
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
        let nobody = NineBox(counts: Array(repeating: 0, count: 9))
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

    @Test("draws small maps with the counts alone, in the language asked for")
    func small() throws {
        let elements = try Element.texts(of: box.svg(title: "map", language: .english, size: .small))
        #expect(elements.texts == ["44", "77", "1,104", "22", "55", "88", "11", "33", "66"])
        #expect(elements.description.hasPrefix("box 9: 1,104; box 8: 88; "))
    }
}
