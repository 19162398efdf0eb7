public import CityDatabase
public import Personnel
public import Reports
import Texts

/// Rule sets as tables.
public enum RulesView {
    public static func table(_ sets: [RuleSets.Entry]) -> Table {
        Table(
            columns: [
                Table.Column("rule_set"), Table.Column("valid_from"), Table.Column("cycles", alignment: .trailing),
                Table.Column("basis"),
            ],
            rows: sets.map { [.text($0.code), .text($0.validFrom.iso), .integer($0.cycles), .text($0.basis)] }
        )
    }

    /// Every rule of a set, one row each.
    public static func table(_ rules: RuleSet) -> Table {
        Table(
            columns: Table.Column.list("table", "key", "value"),
            rows: rules.rows.map { [.text($0.table), .text($0.key), .text($0.value)] }
        )
    }

    /// What a rule set changes in an older one.
    public static func differences(_ rules: RuleSet, from older: RuleSet) -> Table {
        Table(
            columns: Table.Column.list("table", "key", "before", "after"),
            rows: rules.differences(from: older)
                .map { [.text($0.table), .text($0.key), .optional($0.before), .optional($0.after)] }
        )
    }

    /// The keys and cells of one row.
    public typealias Facts = (keys: [String], cells: [Table.Cell])

    /// Scores that were typed, placed by a rule set.
    public static func placement(_ scores: [TalentComponent: Score], by rules: RuleSet) -> Facts {
        let placed = TalentScoring(rules).place(scores)
        let chance = BoxProbability(placed, rules: rules)
            .flatMap { chance in placed.box.map { (chance.probability(of: $0) * 100).fixed(0) } }
        let columns: [(String, Table.Cell)] = [
            ("performance", score(placed.performance)), ("performance_level", level(placed.performanceLevel)),
            ("performance_basis", .optional(placed.performanceBasis?.rawValue)),
            ("performance_known_percent", known(placed.performance)), ("potential", score(placed.potential)),
            ("potential_level", level(placed.potentialLevel)), ("potential_known_percent", known(placed.potential)),
            ("box", .optional(placed.box)), ("box_probability_percent", chance.map { .decimal($0) } ?? .missing),
            (
                "missing",
                .optional(placed.missing.isEmpty ? nil : placed.missing.map(\.rawValue).joined(separator: " "))
            ),
            ("rule_set", .text(rules.code)),
        ]
        return (columns.map(\.0), columns.map(\.1))
    }

    /// How well levels match a post, by a rule set.
    public static func match(_ match: JobPersonMatch, by rules: RuleSet) -> Facts {
        (
            ["match", "filling", "mapping", "rule_set"],
            [
                .decimal(match.value.description), .text(match.filling.code), .text(match.mapping.code),
                .text(rules.code),
            ]
        )
    }

    /// A rating that the matrix of a rule set gives.
    public static func rating(_ rating: Rating, by rules: RuleSet) -> Facts {
        (
            ["rating", "title", "quadrant", "rule_set"],
            [.text(rating.code), .text(rating.title), .integer(rating.rawValue), .text(rules.code)]
        )
    }

    private static func score(_ axis: AxisScore?) -> Table.Cell {
        axis.map { .decimal($0.value.description) } ?? .missing
    }

    private static func known(_ axis: AxisScore?) -> Table.Cell { .optional(axis?.knownWeight) }

    private static func level(_ level: TalentLevel?) -> Table.Cell {
        level.map { .code($0.code, TextCatalogue.words.wording("level.\($0.code)")) } ?? .missing
    }
}
