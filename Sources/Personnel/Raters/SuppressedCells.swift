/// Which cells of a table of counts may not be shown, so that no small one can be read or worked out.
///
/// Rows are groups and the last one their total; columns are levels. The reader knows each row's own total. Small cells
/// are hidden, and further ones, the smallest first, until neither the difference from a total nor the whole system of
/// totals gives a hidden cell away.
struct SuppressedCells {
    private let counts: [[Int]]
    private let small: Int
    private(set) var isHidden: [[Bool]]

    /// Of groups' counts by level; the row of totals is added as the last one.
    init(groups: [[Int]], levels: Int, small: Int) {
        let totals = (0..<levels).map { level in groups.reduce(0) { $0 + $1[level] } }
        counts = groups + [totals]
        self.small = small
        // A group of nobody has nothing to hide.
        isHidden = counts.map { row in row.map { $0 < small && row.contains { $0 > 0 } } }
        while hideOneMore() {}
    }

    private typealias Place = (row: Int, column: Int)

    private var total: Int { counts.count - 1 }

    private mutating func hideOneMore() -> Bool {
        for row in counts.indices where hides(counts[row].indices.map { (row, $0) }) { return true }
        for column in counts[total].indices where !isHidden[total][column] {
            if hides(counts.indices.dropLast().map { ($0, column) }) { return true }
        }
        for row in counts.indices {
            for column in counts[row].indices where isHidden[row][column] && isDetermined(row, column) {
                if hideSmallest(counts[row].indices.map { (row, $0) }) { return true }
                if hideSmallest(counts.indices.map { ($0, column) }) { return true }
            }
        }
        return false
    }

    /// Hides one more of a line whose hidden cells are one, or together too few, for a difference to be safe.
    private mutating func hides(_ line: [Place]) -> Bool {
        let hidden = line.filter { isHidden[$0.row][$0.column] }
        guard let first = hidden.first else { return false }
        let sum = hidden.reduce(0) { $0 + counts[$1.row][$1.column] }
        guard hidden.count == 1 || sum < small else { return false }
        // The row of totals may be what is left to hide in a column.
        return hideSmallest(line) || (hidden.count == 1 && hideSmallest(counts.indices.map { ($0, first.column) }))
    }

    private mutating func hideSmallest(_ places: [Place]) -> Bool {
        let visible = places.filter { !isHidden[$0.row][$0.column] && counts[$0.row].contains { $0 > 0 } }
        guard let place = visible.min(by: { counts[$0.row][$0.column] < counts[$1.row][$1.column] }) else {
            return false
        }
        isHidden[place.row][place.column] = true
        return true
    }

    /// Whether only one whole number, not below 0, in this cell agrees with all totals.
    ///
    /// Two tables that agree differ by cycles through hidden cells which one is added to and the next taken from: this
    /// cell can differ when such a cycle leads through it in either sense.
    private func isDetermined(_ row: Int, _ column: Int) -> Bool {
        !reaches(fromColumn: column, row: row) && !(canFall(row, column) && reaches(fromRow: row, column: column))
    }

    /// Whether a cell may have one less: totals stand on the other side of their equations and rise instead.
    private func canFall(_ row: Int, _ column: Int) -> Bool { row == total || counts[row][column] > 0 }

    private func canRise(_ row: Int, _ column: Int) -> Bool { row != total || counts[row][column] > 0 }

    /// From one more in the cell, back to its row without it.
    private func reaches(fromColumn column: Int, row: Int) -> Bool {
        guard canRise(row, column) else { return false }
        return search(rows: [], columns: [column], without: (row, column)) { $0.rows.contains(row) }
    }

    /// From one less in the cell, back to its column without it.
    private func reaches(fromRow row: Int, column: Int) -> Bool {
        search(rows: [row], columns: [], without: (row, column)) { $0.columns.contains(column) }
    }

    private func search(
        rows: Set<Int>,
        columns: Set<Int>,
        without cell: Place,
        found: ((rows: Set<Int>, columns: Set<Int>)) -> Bool
    ) -> Bool {
        var (rows, columns) = (rows, columns)
        var grows = true
        while grows {
            grows = false
            for row in counts.indices {
                for column in counts[row].indices
                where isHidden[row][column] && (row, column) != (cell.row, cell.column) {
                    if rows.contains(row), !columns.contains(column), canRise(row, column) {
                        columns.insert(column)
                        grows = true
                    } else if columns.contains(column), !rows.contains(row), canFall(row, column) {
                        rows.insert(row)
                        grows = true
                    }
                }
            }
            if found((rows, columns)) { return true }
        }
        return false
    }
}
