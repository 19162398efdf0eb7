/// The rules by which a city judges transfers: the national ones, with what the city says of them, and its own.
///
/// All of it is data with days. The planned day of a case decides which rows hold, so that one set judges old cases and new
/// ones, and judging twice gives the same.
public struct TransferRuleSet: Sendable, Hashable {
    /// The numbers of the city's rule set that rules compare with, such as `minimum_months_in_post`.
    public let settings: [RuleSetting.Name: Int]
    public let rows: [TransferRuleRow]
    public let conditions: [LocalCondition]

    /// - Parameters:
    ///   - rules: gives the parameters that are settings.
    ///   - rows: the city's; none leaves the national rules.
    ///   - conditions: the city's own.
    public init(_ rules: RuleSet, rows: [TransferRuleRow] = [], conditions: [LocalCondition] = []) {
        settings = Dictionary(uniqueKeysWithValues: RuleSetting.Name.allCases.map { ($0, rules[$0]) })
        self.rows = rows
        self.conditions = conditions
    }

    /// What a rule does on a day, for a direction and the level of the seat that it looks at. A regulation that does not bind
    /// yet does nothing, but for what the city says.
    ///
    /// Of rows with the same direction and level the newest holds; of several that fit, one for a direction and a level goes
    /// before one for a direction, this before one for a level, and this before one for all.
    public func effect(
        of rule: TransferRule,
        direction: TransferDirection,
        level: PositionLevel,
        on day: CivilDate
    ) -> TransferEffect {
        if let row = held(rule, direction, level, day).first(where: { $0.effect != nil }), let effect = row.effect {
            return effect
        }
        let defaults = rule.defaults
        if let since = defaults.source.since, day < since { return .notApplied }
        return defaults.effect(direction, level)
    }

    /// The number that a rule compares with on a day; nil for rules without one. Without a direction, rows for one do not
    /// count.
    public func parameter(
        of rule: TransferRule,
        direction: TransferDirection?,
        level: PositionLevel,
        on day: CivilDate
    ) -> Int? {
        if let row = held(rule, direction, level, day).first(where: { $0.parameter != nil }) { return row.parameter }
        return switch rule.defaults.parameter {
        case .none: nil
        case .number(let number): number
        case .byLevel(let numbers): numbers[level]
        case .setting(let name): settings[name]
        }
    }

    /// The source of a rule on a day: that of the row which gives its effect, or the national one.
    func source(
        of rule: TransferRule,
        direction: TransferDirection?,
        level: PositionLevel,
        on day: CivilDate
    ) -> String {
        held(rule, direction, level, day).first { $0.effect != nil || $0.parameter != nil }?.source
            ?? rule.defaults.source.citation
    }

    /// The city's rows that hold, the most precise first.
    private func held(
        _ rule: TransferRule,
        _ direction: TransferDirection?,
        _ level: PositionLevel,
        _ day: CivilDate
    ) -> [TransferRuleRow] {
        var newest: [Int: TransferRuleRow] = [:]
        for row in rows where row.rule == rule && row.validFrom <= day {
            guard row.direction == nil || row.direction == direction, row.level == nil || row.level == level else {
                continue
            }
            if newest[row.precision].map({ $0.validFrom < row.validFrom }) ?? true { newest[row.precision] = row }
        }
        return newest.values.sorted { $0.precision > $1.precision }
    }

    /// The city's conditions that hold on a day, by code.
    func conditions(on day: CivilDate) -> [LocalCondition] {
        var newest: [String: LocalCondition] = [:]
        for condition in conditions where condition.validFrom <= day {
            if newest[condition.code].map({ $0.validFrom < condition.validFrom }) ?? true {
                newest[condition.code] = condition
            }
        }
        return newest.values.sorted { $0.code < $1.code }
    }
}
