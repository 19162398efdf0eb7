/// The lines around some cells of a grid, which need not touch each other.
struct GridOutline {
    private struct Corner: Hashable {
        let column: Int
        let row: Int
    }

    private typealias Side = (from: Corner, to: Corner)

    /// Closed lines, clockwise, each by its corners.
    private let lines: [[Corner]]

    /// - Parameter isInside: of each cell, row by row.
    init(_ isInside: [[Bool]]) {
        func inside(_ row: Int, _ column: Int) -> Bool {
            isInside.indices.contains(row) && isInside[row].indices.contains(column) && isInside[row][column]
        }
        var sides: [Side] = []
        for row in isInside.indices {
            for column in isInside[row].indices where inside(row, column) {
                let (upperLeft, upperRight) = (Corner(column: column, row: row), Corner(column: column + 1, row: row))
                let lowerLeft = Corner(column: column, row: row + 1)
                let lowerRight = Corner(column: column + 1, row: row + 1)
                if !inside(row - 1, column) { sides.append((upperLeft, upperRight)) }
                if !inside(row, column + 1) { sides.append((upperRight, lowerRight)) }
                if !inside(row + 1, column) { sides.append((lowerRight, lowerLeft)) }
                if !inside(row, column - 1) { sides.append((lowerLeft, upperLeft)) }
            }
        }
        var lines: [[Corner]] = []
        while !sides.isEmpty {
            let first = sides.removeFirst()
            var (line, last) = ([first], first)
            while last.to != first.from, let next = sides.firstIndex(where: { $0.from == last.to }) {
                last = sides.remove(at: next)
                line.append(last)
            }
            lines.append(Self.corners(line))
        }
        self.lines = lines
    }

    /// Where the line turns.
    private static func corners(_ line: [Side]) -> [Corner] {
        func isLevel(_ side: Side) -> Bool { side.from.row == side.to.row }
        return zip([line[line.count - 1]] + line, line)
            .compactMap { before, side in isLevel(before) == isLevel(side) ? nil : side.from }
    }

    /// The data of an SVG path.
    func path(x: Int, y: Int, cellWidth: Int, cellHeight: Int) -> String {
        lines.map { corners in
            var path = "M\(x + corners[0].column * cellWidth) \(y + corners[0].row * cellHeight)"
            for (before, corner) in zip(corners, corners.dropFirst()) {
                path +=
                    before.row == corner.row
                    ? "H\(x + corner.column * cellWidth)" : "V\(y + corner.row * cellHeight)"
            }
            return path + "Z"
        }
        .joined()
    }
}
