import CSV
import Personnel
import Postgres

/// A file of `sql/reference`: the table of the file's name, its columns in the first line, all rows.
struct ReferenceTable {
    private let table: Identifier
    private let columns: [String]
    private let rows: [[String]]

    init(_ file: SchemaFile) throws {
        table = Identifier(String(file.path.split(separator: "/")[1].dropLast(".csv".count)))
        var records: [[String]] = []
        var parser = CSVParser()
        try parser.parse(Array(file.text.utf8).span) { records.append($0.fields) }
        try parser.finish { records.append($0.fields) }
        columns = records.first ?? []
        rows = Array(records.dropFirst())
        guard !rows.isEmpty, rows.allSatisfy({ $0.count == columns.count }) else {
            throw CityError(.schema, "sql/\(file.path): rows do not have the header's \(columns.count) columns")
        }
    }

    /// Rows of a rule set, by the names of their columns.
    init(_ table: RuleTable, _ rows: [[String: String]]) {
        self.table = Identifier(table.rawValue)
        columns = table.columns
        self.rows = rows.map { row in table.columns.map { row[$0] ?? "" } }
    }

    /// Inserts rows that are all new.
    func insert(_ tx: inout Transaction) throws {
        let names = columns.map { Identifier($0) }
        try tx.execute(
            """
            insert into \(identifier: table) (\(identifiers: names))
            select \(identifiers: names) from jsonb_populate_recordset(null::\(identifier: table), \(document))
            """
        )
    }

    /// Inserts rows that are new and updates those that differ.
    func load(_ tx: inout Transaction) throws {
        let keys = try tx.all(
            """
            select a.attname from pg_index x
            join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
            where x.indrelid = \(table.name)::regclass and x.indisprimary
            """,
            as: String.self
        )
        let key = keys.map { Identifier($0) }
        let others = columns.filter { !keys.contains($0) }.map { Identifier($0) }
        try tx.execute(
            """
            insert into \(identifier: table)
            select * from jsonb_populate_recordset(null::\(identifier: table), \(document))
            on conflict (\(identifiers: key)) do update
            set (\(identifiers: others)) = row (\(identifiers: others, of: "excluded"))
            """
        )
    }

    private var document: JSONDocument {
        let objects = rows.map { row in
            let members = zip(columns, row).map { "\(json($0)): \($1.isEmpty ? "null" : json($1))" }
            return "{\(members.joined(separator: ", "))}"
        }
        return JSONDocument(text: "[\(objects.joined(separator: ", "))]")
    }

    private func json(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case ..<" ": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
