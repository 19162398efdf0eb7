import CSV
import Postgres

/// Functions, triggers, policies and views that an earlier version made (`sql/made.csv`) and this version no longer
/// has.
///
/// A function with other parameters is another function: the older one would stay beside it, with its rights. Objects
/// that no version made are not touched: the check of the catalog finds them.
struct FormerObjects: Sendable {
    let objects: Set<SchemaCatalog.Object>

    /// Kinds that files which are applied again and again can lose. Migrations drop the rest.
    static let kinds = ["policy", "trigger", "view", "function"]

    /// Dependent objects still exist.
    private static let isNeeded = SQLState("2BP01")

    /// Objects that any version made, this one included; `make schema` adds to it.
    static let everMade: Set<SchemaCatalog.Object> = {
        var objects: Set<SchemaCatalog.Object> = []
        var parser = CSVParser()
        var records: [[String]] = []
        // The file is part of the program, and a test reads it.
        try? parser.parse(Array(SchemaFile.everMade.utf8).span) { records.append($0.fields) }
        try? parser.finish { records.append($0.fields) }
        for record in records.dropFirst() where record.count == 2 {
            objects.insert(SchemaCatalog.Object(kind: record[0], name: record[1]))
        }
        return objects
    }()

    static let known = FormerObjects(objects: everMade.subtracting(SchemaCatalog.carried.hashes.keys))

    /// Functions with the same name as one that the file makes.
    func overloads(of file: SchemaFile) -> FormerObjects {
        FormerObjects(
            objects: objects.filter { object in
                object.kind == "function" && file.text.contains("function \(object.name.prefix { $0 != "(" })(")
            }
        )
    }

    /// Drops those that exist, in an order in which none needs another; returns what was dropped, as "function
    /// lock(integer)". An object that something else still needs stays, and the check of the catalog names it.
    func drop(_ tx: inout Transaction) async throws -> [String] {
        guard !objects.isEmpty else { return [] }
        var left = try present(&tx)
        var dropped: [String] = []
        while true {
            var needed: [SchemaCatalog.Object] = []
            for object in left {
                do {
                    try await tx.savepoint { tx in
                        try tx.run(SQLScript(name: "drop", uncheckedText: "drop \(object.kind) \(object.name)"))
                    }
                    dropped.append("\(object.kind) \(object.name)")
                } catch let error as PostgresError where error.sqlState == Self.isNeeded {
                    needed.append(object)
                }
            }
            guard !needed.isEmpty, needed.count < left.count else { return dropped }
            left = needed
        }
    }

    private func present(_ tx: inout Transaction) throws -> [SchemaCatalog.Object] {
        let all = objects.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
        return
            try tx.all(
                """
                select o.kind, o.name
                from unnest(\(all.map(\.kind)), \(all.map(\.name))) o (kind, name)
                where exists (
                        select from pg_proc p
                        where p.pronamespace = current_schema()::regnamespace and o.kind = 'function'
                            and format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)) = o.name
                    )
                    or exists (
                        select from pg_class c
                        where c.relnamespace = current_schema()::regnamespace and o.kind = 'view' and c.relkind = 'v'
                            and c.relname = o.name
                    )
                    or exists (
                        select from pg_class c
                        join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
                        where c.relnamespace = current_schema()::regnamespace and o.kind = 'trigger'
                            and format('%s on %s', t.tgname, c.relname) = o.name
                    )
                    or exists (
                        select from pg_class c
                        join pg_policy p on p.polrelid = c.oid
                        where c.relnamespace = current_schema()::regnamespace and o.kind = 'policy'
                            and format('%s on %s', p.polname, c.relname) = o.name
                    )
                order by array_position(\(Self.kinds), o.kind), o.name
                """,
                as: (String, String).self
            )
            .map { SchemaCatalog.Object(kind: $0.0, name: $0.1) }
    }
}
