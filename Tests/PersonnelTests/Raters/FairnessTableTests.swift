import Personnel
import TestSupport
import Testing

@Suite("A fairness table")
struct FairnessTableTests {
    private let levels = ["low", "medium", "high"]

    private func table(_ counts: [[Int]], smallCell: Int = 5) -> FairnessTable {
        FairnessTable(
            dimension: .sex,
            levels: levels,
            groups: counts.enumerated().map { FairnessTable.Group(name: "\($0.offset)", counts: $0.element) },
            smallCell: smallCell
        )
    }

    private func shown(_ row: FairnessTable.Row) -> [Int?] { row.cells.map(\.count) }

    @Test("shows each group's share beside that of all")
    func shares() {
        let table = table([[10, 50, 40], [30, 50, 20]])
        #expect(table.levels == levels && table.dimension == .sex)
        #expect(table.rows.map(\.n) == [100, 100] && table.all.n == 200)
        #expect(table.rows.map(shown) == [[10, 50, 40], [30, 50, 20]])
        #expect(shown(table.all) == [40, 100, 60])
        #expect(table.rows[0].cells.map(\.share) == [Score(10), Score(50), Score(40)])
        #expect(table.rows[0].cells.map(\.difference) == [-1_000, 0, 1_000])
        #expect(table.rows[0].meanLevel == 2.3 && table.rows[1].meanLevel == 1.9 && table.all.meanLevel == 2.1)
        #expect(table.rows[0].meanDifference.map { abs($0 - 0.2) < 1e-12 } == true)
        #expect(table.all.cells.allSatisfy { $0.difference == nil } && table.all.meanDifference == nil)
        #expect(table.rows.allSatisfy { !$0.isSmall })
    }

    @Test("hides a small count, and enough others that it cannot be worked out")
    func complementary() {
        let table = table([[3, 50, 40], [30, 45, 20], [25, 60, 35]])
        // With the 3 goes the next smallest of its row and of its column, and the cell that closes the square.
        #expect(table.rows.map(shown) == [[nil, 50, nil], [30, 45, 20], [nil, 60, nil]])
        #expect(shown(table.all) == [58, 155, 95])
        #expect(table.rows[0].cells[0].share == nil && table.rows[0].cells[0].difference == nil)
        #expect(table.rows[0].meanLevel == nil && table.rows[1].meanLevel != nil)
    }

    @Test("hides hidden zeros' neighbours too: a difference of nothing tells that there is nobody")
    func zeros() {
        let table = table([[0, 0, 50], [40, 40, 40]])
        #expect(shown(table.rows[0]) == [nil, nil, nil])
        #expect(table.rows[1].cells.contains { $0.count == nil })
    }

    @Test("says when a group is too small, and says nothing else of it")
    func smallGroup() {
        let table = table([[1, 2, 1], [30, 45, 20], [25, 60, 35]])
        #expect(table.rows.map(\.isSmall) == [true, false, false])
        #expect(shown(table.rows[0]) == [nil, nil, nil] && table.rows[0].n == 4)
        #expect(table.rows[0].meanLevel == nil)
    }

    @Test("has groups of nobody, no groups and one group")
    func edges() {
        let empty = table([[0, 0, 0], [30, 45, 20]])
        #expect(shown(empty.rows[0]) == [0, 0, 0] && empty.rows[0].cells.allSatisfy { $0.share == nil })
        #expect(empty.rows[0].meanLevel == nil && empty.rows[0].isSmall)
        #expect(shown(empty.rows[1]) == [30, 45, 20])
        #expect(table([]).all.n == 0 && table([]).rows.isEmpty)
        // What one group has, all have: the total hides what the group hides.
        let one = table([[3, 20, 30]])
        #expect(shown(one.rows[0]) == [nil, nil, 30] && shown(one.all) == [nil, nil, 30])
    }

    @Test("gives no hidden count away, whatever is added and taken from what it shows")
    func noneCanBeWorkedOut() {
        var random = SeededGenerator(state: 5)
        for round in 0..<80 {
            let groups = 1 + round % 3
            let counts = (0..<groups).map { _ in (0..<3).map { _ in Int.random(in: 0...4, using: &random) } }
            let table = table(counts, smallCell: 2)
            for (row, cells) in table.rows.map(shown).enumerated() {
                for (level, cell) in cells.enumerated() {
                    #expect(cell == nil || cell == counts[row][level])
                    #expect(cell == nil || counts[row][level] >= 2 || counts[row].allSatisfy { $0 == 0 })
                }
            }
            var possible = PossibleTables(table)
            possible.count()
            for (row, cells) in table.rows.map(shown).enumerated() {
                for level in cells.indices where cells[level] == nil {
                    let values = possible.values[row][level]
                    #expect(values.contains(counts[row][level]))
                    #expect(values.count > 1, "\(counts) \(table.rows.map(shown)) \(shown(table.all))")
                }
            }
        }
    }

    @Test("counts sexes, ages and agencies")
    func dimensions() {
        #expect(FairnessTable.Dimension.allCases.map(\.rawValue) == ["sex", "age", "agency"])
        #expect(
            FairnessTable.Dimension.allCases.map(\.title) == ["Jenis Kelamin", "Kelompok Umur", "Perangkat Daerah"]
        )
        #expect(FairnessTable.Dimension.allCases.map(\.englishTitle) == ["Sex", "Age", "Agency"])
        #expect((0...24).allSatisfy { AgeGroup(age: $0) == .under25 })
        #expect((25...59).allSatisfy { AgeGroup(age: $0).rawValue == $0 / 5 * 5 })
        #expect((60...99).allSatisfy { AgeGroup(age: $0) == .from60 })
        #expect(AgeGroup.from25.code == "25_29" && AgeGroup.from25.title == "25–29")
        #expect(Set(AgeGroup.allCases.map(\.code)).count == 9 && Set(AgeGroup.allCases.map(\.title)).count == 9)
    }
}

/// Every table of counts that agrees with what a fairness table shows, found by trying.
private struct PossibleTables {
    private let rows: [[Int?]]
    private let sums: [Int]
    private let totals: [Int?]
    private(set) var values: [[Set<Int>]]

    init(_ table: FairnessTable) {
        rows = table.rows.map { $0.cells.map(\.count) }
        sums = table.rows.map(\.n)
        totals = table.all.cells.map(\.count)
        values = rows.map { $0.map { _ in [] } }
    }

    mutating func count() {
        _ = extend([])
    }

    private mutating func extend(_ chosen: [[Int]]) -> Bool {
        let row = chosen.count
        guard row < rows.count else {
            for (row, counts) in chosen.enumerated() {
                for (level, count) in counts.enumerated() { values[row][level].insert(count) }
            }
            return true
        }
        var found = false
        for first in 0...sums[row] {
            for second in 0...(sums[row] - first) {
                let counts = [first, second, sums[row] - first - second]
                guard zip(counts, rows[row]).allSatisfy({ $0.1 == nil || $0.1 == $0.0 }) else { continue }
                let columns = (0..<3).map { level in chosen.reduce(counts[level]) { $0 + $1[level] } }
                let isLast = row == rows.count - 1
                guard
                    zip(columns, totals)
                        .allSatisfy({ column, total in
                            total.map { isLast ? column == $0 : column <= $0 } ?? true
                        })
                else { continue }
                if extend(chosen + [counts]) { found = true }
            }
        }
        return found
    }
}
