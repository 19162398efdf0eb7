/// How groups of people are spread over levels, beside all of them: sexes, ages, agencies.
///
/// A difference is a question and no finding. Counts below `smallCell` are hidden, and with them as many others as it
/// takes that no hidden one can be worked out from totals; what could give one away, its share and its row's mean, goes
/// with it. No regulation asks for the table; `small_cell` is a setting.
public struct FairnessTable: Sendable, Hashable {
    /// What the groups are.
    public enum Dimension: String, Sendable, Hashable, CaseIterable {
        case sex
        case age
        case agency

        public var title: String {
            switch self {
            case .sex: "Jenis Kelamin"
            case .age: "Kelompok Umur"
            case .agency: "Perangkat Daerah"
            }
        }

        public var englishTitle: String {
            switch self {
            case .sex: "Sex"
            case .age: "Age"
            case .agency: "Agency"
            }
        }
    }

    /// One group's people, by level from the lowest up.
    public struct Group: Sendable, Hashable {
        public let name: String
        public let counts: [Int]

        public init(name: String, counts: [Int]) {
            self.name = name
            self.counts = counts
        }
    }

    /// One count, where it may be shown.
    public struct Cell: Sendable, Hashable {
        /// Nil when hidden, as are the others then.
        public let count: Int?
        /// Percent of the group.
        public let share: Score?
        /// The share less that of all, in hundredths of a point; nil when either is hidden.
        public let difference: Int?
    }

    public struct Row: Sendable, Hashable {
        public let name: String
        /// The people of the group.
        public let n: Int
        /// By level from the lowest up.
        public let cells: [Cell]
        /// The mean level, the lowest being 1; nil when a cell is hidden, which it would give away.
        public let meanLevel: Double?
        /// The mean less that of all; nil when either is.
        public let meanDifference: Double?
        /// Whether the group has fewer people than may be shown in one cell: nothing can be said of it.
        public let isSmall: Bool
    }

    public let dimension: Dimension
    /// The levels' codes, from the lowest up.
    public let levels: [String]
    /// In the order of the groups.
    public let rows: [Row]
    public let all: Row

    /// Traps when a group has not one count for each level, or a negative one.
    public init(dimension: Dimension, levels: [String], groups: [Group], smallCell: Int) {
        for group in groups {
            precondition(group.counts.count == levels.count, "a group has one count for each level")
            precondition(group.counts.allSatisfy { $0 >= 0 }, "there are no negative counts")
        }
        let totals = levels.indices.map { level in groups.reduce(0) { $0 + $1.counts[level] } }
        let suppressed = SuppressedCells(groups: groups.map(\.counts), levels: levels.count, small: smallCell)
        let all = Row("all", totals, suppressed.isHidden[groups.count], beside: nil, smallCell: smallCell)
        self.dimension = dimension
        self.levels = levels
        self.all = all
        rows = zip(groups, suppressed.isHidden)
            .map { group, isHidden in
                Row(group.name, group.counts, isHidden, beside: all, smallCell: smallCell)
            }
    }
}

extension FairnessTable.Row {
    fileprivate init(
        _ name: String,
        _ counts: [Int],
        _ isHidden: [Bool],
        beside all: FairnessTable.Row?,
        smallCell: Int
    ) {
        let n = counts.reduce(0, +)
        self.name = name
        self.n = n
        cells = counts.indices.map { level in
            guard !isHidden[level] else { return FairnessTable.Cell(count: nil, share: nil, difference: nil) }
            let share = Score.mean([(Score(100), counts[level]), (Score(0), n - counts[level])])
            let other = all?.cells[level].share
            let difference = share.flatMap { share in other.map { share.hundredths - $0.hundredths } }
            return FairnessTable.Cell(count: counts[level], share: share, difference: difference)
        }
        let weighted = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        let mean = n > 0 && !isHidden.contains(true) ? Double(weighted) / Double(n) : nil
        meanLevel = mean
        meanDifference = mean.flatMap { mean in all?.meanLevel.map { mean - $0 } }
        isSmall = n < smallCell
    }
}
