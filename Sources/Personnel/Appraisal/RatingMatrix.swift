/// The table that turns work result (hasil kerja) and work behaviour (perilaku kerja) into a rating.
///
/// It is a table of nine cells and not a formula: the worse of the two, max(result, behaviour), gives `.butuhPerbaikan`
/// to everyone with one side below expectation, so that "Kurang" and "Sangat Kurang" would never appear.
public struct RatingMatrix: Sendable, Hashable {
    public struct Cell: Sendable, Hashable {
        public let result: Expectation
        public let behaviour: Expectation
        public let rating: Rating

        public init(result: Expectation, behaviour: Expectation, rating: Rating) {
            self.result = result
            self.behaviour = behaviour
            self.rating = rating
        }
    }

    /// Why some cells do not make a matrix.
    public enum Invalid: Error, Sendable, Hashable {
        case missing(result: Expectation, behaviour: Expectation)
        case duplicate(result: Expectation, behaviour: Expectation)

        public var reason: String {
            switch self {
            case .missing(let result, let behaviour):
                "rating matrix has no cell for result \(result.rawValue) and behaviour \(behaviour.rawValue)"
            case .duplicate(let result, let behaviour):
                "rating matrix has two cells for result \(result.rawValue) and behaviour \(behaviour.rawValue)"
            }
        }
    }

    /// Nine, by result and then by behaviour.
    public let cells: [Cell]

    /// Takes the cells in any order: exactly one for each pair.
    public init(cells: [Cell]) throws(Invalid) {
        var ordered: [Cell] = []
        for result in Expectation.allCases {
            for behaviour in Expectation.allCases {
                let found = cells.filter { $0.result == result && $0.behaviour == behaviour }
                guard let cell = found.first else { throw .missing(result: result, behaviour: behaviour) }
                guard found.count == 1 else { throw .duplicate(result: result, behaviour: behaviour) }
                ordered.append(cell)
            }
        }
        self.cells = ordered
    }

    public func rating(result: Expectation, behaviour: Expectation) -> Rating {
        cells[(result.rawValue - 1) * 3 + behaviour.rawValue - 1].rating
    }

    /// The matrix of PermenPANRB 6/2022.
    public static let national = RatingMatrix { result, behaviour in
        switch (result, behaviour) {
        case (.above, .above): .sangatBaik
        case (.above, .asExpected), (.asExpected, .above), (.asExpected, .asExpected): .baik
        case (.below, .above), (.below, .asExpected): .butuhPerbaikan
        case (.above, .below), (.asExpected, .below): .kurang
        case (.below, .below): .sangatKurang
        }
    }

    private init(_ rating: (Expectation, Expectation) -> Rating) {
        cells = Expectation.allCases.flatMap { result in
            Expectation.allCases.map { behaviour in
                Cell(result: result, behaviour: behaviour, rating: rating(result, behaviour))
            }
        }
    }
}
