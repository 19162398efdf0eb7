public import CityDatabase
public import Reports
public import Texts

/// The city's schema as tables: which files are applied, and what checks found.
public enum SchemaView {
    public static func table(_ files: [FileStatus]) -> Table {
        Table(
            columns: [
                Table.Column("file"), Table.Column("state", codes: .words("file")), Table.Column("sha256"),
            ],
            rows: files.map { [.text($0.path), .text($0.state.rawValue), .text($0.sha256)] }
        )
    }

    public static func table(_ findings: [CatalogCheck.Finding]) -> Table {
        Table(
            columns: Table.Column.list("check", "object", "problem"),
            rows: findings.map { [.text($0.check), .text($0.object), .sentence($0.wording)] }
        )
    }

    /// The check's name, why it is made and how to mend what it finds, in lines of a terminal.
    public static func explanation(of check: String, by catalog: CatalogCheck, in language: Language) -> String {
        let lines = catalog.explanation(of: check)(language).split(separator: "\n")
            .flatMap { String($0).wrapped(to: 118) }
        return ([check] + lines).joined(separator: "\n")
    }
}
