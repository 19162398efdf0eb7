public import CityDatabase
public import Personnel
public import Reports
import Texts

/// What imports did as a table.
public enum ImportView {
    public static func table(_ reports: [(AgencyCode, ImportKind, ImportReport)]) -> Table {
        Table(
            columns: Table.Column.list("agency", "import")
                + Table.Column.list(
                    "rows",
                    "added",
                    "changed",
                    "unchanged",
                    "rejected",
                    "warnings",
                    alignment: .trailing
                ),
            rows: reports.map { agency, kind, report in
                let figures = [
                    report.rows, report.added, report.changed, report.unchanged, report.rejected,
                    report.warnings.total,
                ]
                return [.text(agency.description), .text(kind.rawValue)] + figures.map { .integer($0) }
            }
        )
    }
}
