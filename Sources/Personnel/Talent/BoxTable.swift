/// The numbers 1 to 9 that a rule set gives to the nine pairs of levels (PermenPANRB 3/2020 as amended by 20/2025).
///
/// A table and no formula: the national one has box 3 for medium potential and box 4 for low.
public struct BoxTable: Sendable, Hashable {
    public struct Cell: Sendable, Hashable {
        public let performance: TalentLevel
        public let potential: TalentLevel
        /// 1...9.
        public let number: Int

        public init(performance: TalentLevel, potential: TalentLevel, number: Int) {
            self.performance = performance
            self.potential = potential
            self.number = number
        }
    }

    /// Why some cells do not make a table.
    public enum Invalid: Error, Sendable, Hashable {
        case missing(performance: TalentLevel, potential: TalentLevel)
        case duplicate(performance: TalentLevel, potential: TalentLevel)
        case number(Int)
        case repeated(number: Int)

        public var reason: String {
            switch self {
            case .missing(let performance, let potential):
                "no box for performance \(performance.rawValue) and potential \(potential.rawValue)"
            case .duplicate(let performance, let potential):
                "two boxes for performance \(performance.rawValue) and potential \(potential.rawValue)"
            case .number(let number): "there is no box \(number): boxes are 1 to 9"
            case .repeated(let number): "box \(number) stands in two places"
            }
        }
    }

    /// Nine, by performance and then by potential, each from low to high.
    public let cells: [Cell]

    /// Takes the cells in any order: one for each pair of levels, each number once.
    public init(cells: [Cell]) throws(Invalid) {
        var ordered: [Cell] = []
        for performance in TalentLevel.allCases {
            for potential in TalentLevel.allCases {
                let found = cells.filter { $0.performance == performance && $0.potential == potential }
                guard let cell = found.first else { throw .missing(performance: performance, potential: potential) }
                guard found.count == 1 else { throw .duplicate(performance: performance, potential: potential) }
                guard (1...9).contains(cell.number) else { throw .number(cell.number) }
                guard !ordered.contains(where: { $0.number == cell.number }) else {
                    throw .repeated(number: cell.number)
                }
                ordered.append(cell)
            }
        }
        self.cells = ordered
    }

    /// 1...9.
    public func number(performance: TalentLevel, potential: TalentLevel) -> Int {
        cells[(performance.rawValue - 1) * 3 + potential.rawValue - 1].number
    }

    /// Where a number stands; nil for a number other than 1...9.
    public func cell(number: Int) -> Cell? {
        cells.first { $0.number == number }
    }

    /// Box 1 first.
    public var byNumber: [Cell] { cells.sorted { $0.number < $1.number } }

    /// The numbers as they are drawn: performance from high to low downwards, potential from low to high rightwards.
    public var grid: [[Int]] {
        TalentLevel.allCases.reversed()
            .map { performance in
                TalentLevel.allCases.map { potential in number(performance: performance, potential: potential) }
            }
    }

    /// The numbers whose people form the agency's succession group (kelompok rencana suksesi).
    ///
    /// By number, wherever a rule set puts them: the regulation names the boxes by their numbers and says by number what is
    /// done with their people. A rule set decides only which levels a number stands for.
    public static let talentPool = 7...9

    /// The table of the regulation, that of `TalentBox`.
    public static let national = BoxTable()

    private init() {
        cells = TalentLevel.allCases.flatMap { performance in
            TalentLevel.allCases.map { potential in
                let box = TalentBox(performance: performance, potential: potential)
                return Cell(performance: performance, potential: potential, number: box.number)
            }
        }
    }
}
