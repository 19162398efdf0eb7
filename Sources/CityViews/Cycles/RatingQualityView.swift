public import CityDatabase
public import Personnel
public import Reports

/// How ratings are spread and whether like is rated alike, as tables.
public enum RatingQualityView {
    public static func table(_ distributions: [RatingQuality.Distribution]) -> Table {
        let columns =
            Table.Column.list("agency", "unit") + [Table.Column("members", alignment: .trailing)]
            + Rating.allCases.map { Table.Column($0.code, alignment: .trailing) }
            + Table.Column.list("organisation", "findings")
        let rows = distributions.map { distribution -> [Table.Cell] in
            [
                .text(distribution.agency.description), .optional(distribution.unit?.name),
                .integer(distribution.members),
            ] + Rating.allCases.map { .integer(distribution.ratings[$0, default: 0]) }
                + [.optional(distribution.organisation?.code), .optional(findings(distribution))]
        }
        return Table(columns: columns, rows: rows)
    }

    private static func findings(_ distribution: RatingQuality.Distribution) -> String? {
        var words = distribution.findings.map { "\($0.rule.code): \($0.share)%\($0.isSmall ? " (small)" : "")" }
        if distribution.headDiffers == true, let head = distribution.head {
            words.append("head_differs: \(head.code)")
        }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    public static func table(_ raters: [RatingQuality.Rater]) -> Table {
        let columns = Table.Column.list(
            "rater",
            "name",
            "agency",
            "ratings",
            "mean",
            "deviation",
            "severity",
            "standard_error",
            "notable"
        )
        let rows = raters.map { rater -> [Table.Cell] in
            [
                .text(rater.nip), .optional(rater.name), .optional(rater.agency?.description),
                .integer(rater.severity.n), .decimal(rater.severity.rawMean.fixed(2)),
                .decimal(rater.severity.deviation.fixed(2)), .decimal(rater.severity.severity.fixed(2)),
                .decimal(rater.severity.standardError.fixed(2)), .boolean(rater.severity.isNotable),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    public static func table(_ fairness: [(axis: TalentAxis, table: FairnessTable)]) -> Table {
        let columns =
            [
                Table.Column("axis", codes: .words("axis")), Table.Column("dimension", codes: .words("fairness")),
                Table.Column("group", codes: .words("group")), Table.Column("people"),
            ]
            + TalentLevel.allCases.map { Table.Column("\($0.code)_percent", alignment: .trailing) }
            + [Table.Column("mean_difference", alignment: .trailing)]
        var table = Table(columns: columns)
        for (axis, fairness) in fairness {
            for row in fairness.rows {
                table.append(
                    [
                        .text(axis.rawValue), .text(fairness.dimension.rawValue), .text(row.name),
                        .integer(row.n),
                    ] + row.cells.map { $0.share.map { .decimal($0.description) } ?? .missing }
                        + [row.meanDifference.map { .decimal($0.fixed(2)) } ?? .missing]
                )
            }
        }
        return table
    }
}
