import Personnel

/// How far appraisal and placement reached, cycle after cycle.
public struct CoveragePicture: Picture, Sendable, Hashable {
    public let frame: PictureFrame
    /// In the order of time.
    public let cycles: [Cycle]

    /// - Parameter cycles: in the order of time.
    public init(frame: PictureFrame, cycles: [Cycle]) {
        self.frame = frame
        self.cycles = cycles
    }

    /// A row for each cycle, in the order of time.
    public var table: Table {
        let keys =
            ["cycle", "people", "rated", "placed", "rated_percent", "placed_percent"] + Rating.allCases.map(\.code)
        let columns = keys.enumerated()
            .map { index, key in Table.Column(key, alignment: index == 0 ? .leading : .trailing) }
        let rows = cycles.map { cycle -> [Table.Cell] in
            [
                .text(cycle.code), .integer(cycle.people), .integer(cycle.rated), .integer(cycle.placed),
                .percent(cycle.rated, of: cycle.people), .percent(cycle.placed, of: cycle.people),
            ] + (cycle.ratings.map { $0.map { .integer($0) } } ?? Array(repeating: .missing, count: 5))
        }
        return Table(columns: columns, rows: rows)
    }
}

extension CoveragePicture {
    /// Numbers of people of one cycle.
    public struct Cycle: Sendable, Hashable {
        /// "2026-Q3".
        public let code: String
        /// In the cycle.
        public let people: Int
        /// With a rating.
        public let rated: Int
        /// With a box of the talent map.
        public let placed: Int
        /// Five counts, sangat baik first; nil where they are not known.
        public let ratings: [Int]?

        /// - Parameter ratings: five counts, sangat baik first; nil where they are not known.
        public init(code: String, people: Int, rated: Int, placed: Int, ratings: [Int]? = nil) {
            precondition(ratings.map { $0.count == 5 } ?? true, "there are five ratings")
            self.code = code
            self.people = people
            self.rated = rated
            self.placed = placed
            self.ratings = ratings
        }
    }
}
