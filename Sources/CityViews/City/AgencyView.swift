public import CityDatabase
import Personnel
public import Reports
import Texts

/// A city's agencies as tables.
public enum AgencyView {
    public static func table(_ agencies: [Agency]) -> Table {
        Table(
            columns: [
                Table.Column("code"), Table.Column("short_name"), Table.Column("kind", codes: .words("agency_kind")),
                Table.Column("state", codes: .words("agency")), Table.Column("name"),
            ],
            rows: agencies.map {
                [
                    .text($0.code.description), .text($0.shortName), .text($0.kind), .text($0.state.rawValue),
                    .text($0.name),
                ]
            }
        )
    }

    /// What came, or in a dry run would come, of adding agencies.
    public static func outcomes(_ outcomes: [(AgencyDefinition, Agencies.Outcome)], isDryRun: Bool) -> Table {
        Table(
            columns: [
                Table.Column("code"), Table.Column("name"),
                Table.Column("outcome", title: isDryRun ? "outcome.dry_run" : "outcome", codes: .words("outcome")),
            ],
            rows: outcomes.map { [.text($0.0.code.description), .text($0.0.name), .text($0.1.rawValue)] }
        )
    }
}
