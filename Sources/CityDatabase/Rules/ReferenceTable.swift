import CSV
import Personnel
import Postgres
import Texts

/// A file of `sql/reference`: the table with the file's name, its columns in the first line, all rows.
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
            throw CityError(.schemaRowsUneven, ["file": .text(file.path), "columns": .number(columns.count)])
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

    /// Inserts rows that are new and updates those that differ. A rule set of the city's own keeps its name and its day.
    func load(_ tx: inout Transaction) throws {
        try without(RuleSets.replacedByCity(&tx)).upsert(&tx)
    }

    private func without(_ ruleSets: Set<String>) -> ReferenceTable {
        guard let column = columns.firstIndex(of: "rule_set"), !ruleSets.isEmpty else { return self }
        return ReferenceTable(table: table, columns: columns, rows: rows.filter { !ruleSets.contains($0[column]) })
    }

    private init(table: Identifier, columns: [String], rows: [[String]]) {
        (self.table, self.columns, self.rows) = (table, columns, rows)
    }

    private func upsert(_ tx: inout Transaction) throws {
        let keys = try key(&tx)
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

    /// Rows of the file that the table lacks or that differ in it, and rows of the file's rule sets that the file
    /// lacks. Other rule sets are the city's own.
    func differences(_ tx: inout Transaction) throws -> [Difference] {
        let own = try RuleSets.replacedByCity(&tx)
        return try without(own).differences(amongSets: RuleSets.carried.codes.filter { !own.contains($0) }, &tx)
    }

    private func differences(amongSets codes: [String], _ tx: inout Transaction) throws -> [Difference] {
        let key = try key(&tx)
        let rows = try tx.all(
            """
            select coalesce(d.key, t.key),
                case
                    when t.doc is null then 'is missing'
                    when d.doc is null then 'is not in the file'
                    else 'differs in ' || (
                        select string_agg(c, ', ' order by n) from unnest(\(columns)) with ordinality c (c, n)
                        where d.doc -> c is distinct from t.doc -> c
                    )
                end
            from (
                select to_jsonb(r) as doc,
                    (select string_agg(concat(k, '=', to_jsonb(r) ->> k), ', ' order by n)
                        from unnest(\(key)) with ordinality k (k, n)) as key
                from jsonb_populate_recordset(null::\(identifier: table), \(document)) r
            ) d
            full join (
                select to_jsonb(r) as doc,
                    (select string_agg(concat(k, '=', to_jsonb(r) ->> k), ', ' order by n)
                        from unnest(\(key)) with ordinality k (k, n)) as key
                from \(identifier: table) r
            ) t on t.key = d.key
            where t.doc is null
                or d.doc is null and t.doc ->> 'rule_set' = any (\(codes))
                or exists (select from unnest(\(columns)) c where d.doc is not null and d.doc -> c is distinct from t.doc -> c)
            order by 1
            """,
            as: (String, String).self
        )
        return rows.map { Difference(object: "\(table.name) \($0.0)", problem: $0.1) }
    }

    struct Difference: Sendable {
        /// The table and the row's key.
        let object: String
        let problem: String
    }

    /// Tables that the city does not change itself. Holidays are the city's to change.
    static var carried: [ReferenceTable] {
        get throws {
            try SchemaFile.all.filter { $0.kind == .reference && !$0.path.hasSuffix("/holiday.csv") }
                .map { try ReferenceTable($0) }
        }
    }

    /// The header of the check, in the form of `sql/checks`.
    static let explanation = """
        -- Why: ratings, scores and talent boxes are computed from these rows. A row that is not the file's, or weights that do not
        -- add up to 100, change results without a change of rules that anybody can see.
        -- Mend: `mutasi db init`, as a superuser, loads the files again. It removes nothing: delete a row that is not in the file, and
        -- a rule set that does not add up, by hand; load the city's own rules with `mutasi rules load`, which refuses such sets.
        """

    private func key(_ tx: inout Transaction) throws -> [String] {
        try tx.all(
            """
            select a.attname from pg_index x
            join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
            where x.indrelid = \(table.name)::regclass and x.indisprimary
            order by array_position(x.indkey::smallint[], a.attnum)
            """,
            as: String.self
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
