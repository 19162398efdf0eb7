/// One thing that the city says of a rule, from a day on: its effect, its parameter, or both.
public struct TransferRuleRow: Sendable, Hashable {
    public let rule: TransferRule
    /// Nil for all directions.
    public let direction: TransferDirection?
    /// Nil for all levels; of the seat that the rule looks at, `RuleDefaults.side`.
    public let level: PositionLevel?
    /// Nil leaves what held before.
    public let effect: TransferEffect?
    /// Nil leaves what held before.
    public let parameter: Int?
    public let validFrom: CivilDate
    /// The by-law or decree.
    public let source: String

    public init(
        _ rule: TransferRule,
        direction: TransferDirection? = nil,
        level: PositionLevel? = nil,
        effect: TransferEffect? = nil,
        parameter: Int? = nil,
        validFrom: CivilDate,
        source: String
    ) {
        self.rule = rule
        self.direction = direction
        self.level = level
        self.effect = effect
        self.parameter = parameter
        self.validFrom = validFrom
        self.source = source
    }

    /// A direction goes before a level, and both before one.
    var precision: Int { (direction == nil ? 0 : 2) + (level == nil ? 0 : 1) }
}
