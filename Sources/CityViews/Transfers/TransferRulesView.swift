public import CityDatabase
public import Personnel
public import Reports
import Texts

/// Rules of transfers and frozen days as tables.
public enum TransferRulesView {
    /// The national rules, a row for each effect, then what the city says: of these rules, and its own conditions.
    public static func table(_ rules: TransferRuleSet) -> Table {
        var table = Table(
            columns: [
                Table.Column("rule", room: .whole), Table.Column("asks", room: .wrapped),
                Table.Column("direction", codes: .words("transfer_direction")), Table.Column("level"),
                Table.Column("effect", codes: .words("transfer_effect")), Table.Column("parameter"),
                Table.Column("exception"), Table.Column("valid_from"), Table.Column("source"), Table.Column("own"),
            ]
        )
        for rule in TransferRule.allCases {
            let defaults = rule.defaults
            let clauses = defaults.clauses.isEmpty ? [nil] : defaults.clauses.map { Optional($0) }
            for clause in clauses {
                table.append([
                    .text(rule.code), asks(rule), .optional(clause.flatMap { directions($0.directions) }),
                    .optional(clause.flatMap { levels($0.levels) }),
                    .text((clause?.effect ?? .notApplied).code), .optional(parameter(defaults.parameter, rules)),
                    .boolean(defaults.allowsException), .optional(defaults.source.since?.iso),
                    .text(defaults.source.citation), .boolean(false),
                ])
            }
        }
        for row in rules.rows {
            table.append([
                .text(row.rule.code), asks(row.rule), .optional(row.direction?.code), .optional(row.level?.code),
                .optional(row.effect?.code), .optional(row.parameter.map { "\($0)" }),
                .boolean(row.rule.defaults.allowsException), .text(row.validFrom.iso), .text(row.source),
                .boolean(true),
            ])
        }
        for condition in rules.conditions {
            table.append([
                .text(condition.code),
                .text("\(condition.fact.code) \(condition.comparison.code) \(condition.value)"),
                .optional(condition.direction?.code), .optional(condition.level?.code), .text(condition.effect.code),
                .text(condition.value), .boolean(condition.allowsException), .text(condition.validFrom.iso),
                .text(condition.source), .boolean(true),
            ])
        }
        return table
    }

    public static func table(_ freezes: [Transfers.Freeze]) -> Table {
        Table(
            columns: [Table.Column("id"), Table.Column("kind", codes: .words("freeze"))]
                + Table.Column.list("first_day", "last_day", "basis", "letter", "letter_date", "recorded_by"),
            rows: freezes.map {
                [
                    .integer(Int($0.id)), .text($0.kind), .text($0.first.iso), .optional($0.last?.iso),
                    .text($0.basis), .optional($0.letter), .optional($0.letterDate?.iso), .text($0.recordedBy),
                ]
            }
        )
    }

    private static func asks(_ rule: TransferRule) -> Table.Cell {
        .sentence(TextCatalogue.words.wording("transfer_rule.\(rule.code)"))
    }

    /// What a rule asks, in a sentence; nothing for a condition of the city's own.
    static func asks(of code: String) -> Table.Cell { TransferRule(code: code).map(asks) ?? .missing }

    /// Nil for all.
    private static func directions(_ directions: Set<TransferDirection>) -> String? {
        directions.count == TransferDirection.allCases.count
            ? nil : TransferDirection.allCases.filter(directions.contains).map(\.code).joined(separator: " ")
    }

    /// Nil for all.
    private static func levels(_ levels: Set<PositionLevel>) -> String? {
        levels.count == PositionLevel.allCases.count
            ? nil : PositionLevel.allCases.filter(levels.contains).map(\.code).joined(separator: " ")
    }

    private static func parameter(_ parameter: RuleDefaults.Parameter, _ rules: TransferRuleSet) -> String? {
        switch parameter {
        case .none: nil
        case .number(let number): "\(number)"
        case .byLevel(let numbers):
            PositionLevel.allCases.compactMap { level in numbers[level].map { "\(level.code)=\($0)" } }
                .joined(separator: " ")
        case .setting(let name): rules.settings[name].map { "\($0)" }
        }
    }
}
