import Personnel
import TestSupport
import Testing

@Suite("A table of boxes")
struct BoxTableTests {
    @Test("of the reference data is the national one, cell by cell")
    func national() throws {
        let rules = try ReferenceTables.rules()
        #expect(rules.boxes == .national)
        for performance in TalentLevel.allCases {
            for potential in TalentLevel.allCases {
                let box = TalentBox(performance: performance, potential: potential)
                #expect(rules.boxes.number(performance: performance, potential: potential) == box.number)
                let cell = try #require(rules.boxes.cell(number: box.number))
                #expect(cell.performance == performance && cell.potential == potential)
            }
        }
        #expect(rules.boxes.cell(number: 0) == nil && rules.boxes.cell(number: 10) == nil)
    }

    @Test("is drawn with performance upwards and potential rightwards")
    func grid() {
        #expect(BoxTable.national.grid == [[4, 7, 9], [2, 5, 8], [1, 3, 6]])
        #expect(BoxTable.national.byNumber.map(\.number) == Array(1...9))
    }

    @Test("is no formula of the two levels: more potential may stand below more performance")
    func notMonotone() {
        let table = BoxTable.national
        #expect(table.number(performance: .low, potential: .medium) == 3)
        #expect(table.number(performance: .high, potential: .low) == 4)
        #expect(table.number(performance: .medium, potential: .medium) == 5)
        #expect(table.number(performance: .low, potential: .high) == 6)
    }

    @Test("is made of nine cells in any order")
    func anyOrder() throws {
        var random = SeededGenerator(state: 9)
        for _ in 0..<20 {
            #expect(try BoxTable(cells: BoxTable.national.cells.shuffled(using: &random)) == .national)
        }
    }

    @Test("refuses a hole, a doubled cell, a number used twice and one that is no box")
    func invalid() {
        for (index, cell) in BoxTable.national.cells.enumerated() {
            var cells = BoxTable.national.cells
            cells.remove(at: index)
            #expect(throws: BoxTable.Invalid.missing(performance: cell.performance, potential: cell.potential)) {
                try BoxTable(cells: cells)
            }
            #expect(throws: BoxTable.Invalid.duplicate(performance: cell.performance, potential: cell.potential)) {
                try BoxTable(cells: cells + [cell, cell])
            }
            for number in [0, 10] {
                let other = BoxTable.Cell(performance: cell.performance, potential: cell.potential, number: number)
                #expect(throws: BoxTable.Invalid.number(number)) { try BoxTable(cells: cells + [other]) }
            }
            let taken = cells[0].number
            let other = BoxTable.Cell(performance: cell.performance, potential: cell.potential, number: taken)
            #expect(throws: BoxTable.Invalid.repeated(number: taken)) { try BoxTable(cells: cells + [other]) }
        }
        #expect(BoxTable.Invalid.number(10).reason == "there is no box 10: boxes are 1 to 9")
    }
}
