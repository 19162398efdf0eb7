public import CityDatabase
public import Personnel
public import Reports

/// The people of the talent pool as a table.
public enum TalentPoolView {
    /// - Parameter rules: those of the chance of the box.
    public static func table(_ placements: some Sequence<TalentPlacement>, rules: RuleSet) -> Table {
        let columns = Table.Column.list(
            "agency",
            "nip",
            "name",
            "post",
            "box",
            "chance_percent",
            "talent_score",
            "performance",
            "performance_known_percent",
            "potential",
            "potential_known_percent"
        )
        let rows = placements.map { placement -> [Table.Cell] in
            let chance = placement.box.flatMap { box in
                placement.probability(rules).map { ($0.probability(of: box) * 100).fixed(0) }
            }
            return [
                .text(placement.agency.description), .text(placement.nip), .text(placement.name),
                .text(placement.post), .optional(placement.box), chance.map { .decimal($0) } ?? .missing,
                placement.talentScore.map { .decimal($0.description) } ?? .missing,
                placement.performance.map { .decimal($0.value.description) } ?? .missing,
                .optional(placement.performance?.knownWeight),
                placement.potential.map { .decimal($0.value.description) } ?? .missing,
                .optional(placement.potential?.knownWeight),
            ]
        }
        return Table(columns: columns, rows: rows)
    }
}
