/// What a rule is unless the city says otherwise.
public struct RuleDefaults: Sendable, Hashable {
    /// Whose level decides the effect.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        /// That of the seat that is left.
        case source
        /// That of the seat that is filled.
        case target
    }

    /// An effect for some directions and levels; the first that fits holds.
    public struct Clause: Sendable, Hashable {
        public let effect: TransferEffect
        public let directions: Set<TransferDirection>
        public let levels: Set<PositionLevel>

        public init(
            _ effect: TransferEffect,
            _ directions: Set<TransferDirection>,
            levels: Set<PositionLevel> = Set(PositionLevel.allCases)
        ) {
            self.effect = effect
            self.directions = directions
            self.levels = levels
        }
    }

    /// The number that a rule compares with.
    public enum Parameter: Sendable, Hashable {
        case none
        /// Months or years, as the rule says.
        case number(Int)
        case byLevel([PositionLevel: Int])
        /// That of the rule set.
        case setting(RuleSetting.Name)
    }

    public let source: LegalSource
    /// Where none fits, the rule is not applied.
    public let clauses: [Clause]
    public let side: Side
    public let parameter: Parameter
    public let allowsException: Bool
    /// Whether a consent opens it, so that the effect may be `gate`.
    public let hasConsent: Bool

    init(
        _ source: LegalSource,
        _ clauses: [Clause],
        side: Side = .target,
        parameter: Parameter = .none,
        allowsException: Bool = false,
        hasConsent: Bool = false
    ) {
        self.source = source
        self.clauses = clauses
        self.side = side
        self.parameter = parameter
        self.allowsException = allowsException
        self.hasConsent = hasConsent
    }

    public func effect(_ direction: TransferDirection, _ level: PositionLevel) -> TransferEffect {
        clauses.first { $0.directions.contains(direction) && $0.levels.contains(level) }?.effect ?? .notApplied
    }
}

extension Set<TransferDirection> {
    /// To another post of the same standing or a higher one.
    static let moves: Set<TransferDirection> = [.rotation, .promotion, .familyChange]
    static let movesAndDemotion: Set<TransferDirection> = moves.union([.demotion])
    static let any = Set(TransferDirection.allCases)
}

extension Set<PositionLevel> {
    static let jpt: Set<PositionLevel> = [.jptUtama, .jptMadya, .jptPratama]
    static let managerial = Set(PositionLevel.allCases.filter(\.isManagerial))
}
