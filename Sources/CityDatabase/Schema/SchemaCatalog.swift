import CSV
import Postgres

/// What a city's schema holds: its objects, each with the hash of all that the database's catalog says of it.
///
/// One that the program carries (`sql/catalog.csv`, of a freshly migrated city) is compared with that of a live one.
struct SchemaCatalog: Sendable {
    struct Object: Sendable, Hashable {
        /// `function`, `trigger`, `constraint` and the like.
        let kind: String
        /// As `finish_jobs(integer, bigint[])`, `person_pkey on person`, `person.nip`; with `{city}` for the city's name.
        let name: String
    }

    enum Change: String, Sendable {
        case changed, missing
        case foreign = "not the program's"
    }

    struct Difference: Sendable, Hashable {
        let object: Object
        let change: Change
    }

    private(set) var hashes: [Object: String] = [:]

    /// The one that the program carries.
    static let carried: SchemaCatalog = {
        var catalog = SchemaCatalog()
        var parser = CSVParser()
        var records: [[String]] = []
        // The file is part of the program, and a test reads it.
        try? parser.parse(Array(SchemaFile.catalog.utf8).span) { records.append($0.fields) }
        try? parser.finish { records.append($0.fields) }
        for record in records.dropFirst() where record.count == 3 {
            catalog.hashes[Object(kind: record[0], name: record[1])] = record[2]
        }
        return catalog
    }()

    private init() {}

    /// That of a live city. Leaves the transaction's search path at `pg_catalog`.
    init(of city: City, _ tx: inout Transaction) throws {
        try tx.run(Self.plainText)
        try tx.execute("set local search_path to pg_catalog, pg_temp")
        let query = SQLScript(name: "catalog.sql", uncheckedText: SchemaFile.catalogQuery.naming(city))
        for (kind, name, hash) in try tx.all(query, as: (String, String, String).self) {
            hashes[Object(kind: kind, name: name)] = hash
        }
    }

    /// What the text of an expression in the catalog depends on, beside the search path.
    static let plainText = SQLScript(
        name: "plain text",
        uncheckedText: """
            set local quote_all_identifiers = off; set local standard_conforming_strings = on;
            set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
            set local bytea_output = 'hex'; set local extra_float_digits = 1; set local jit = off
            """
    )

    /// What is not as the other has it, by kind and name.
    func differences(from other: SchemaCatalog) -> [Difference] {
        let changes = hashes.compactMap { object, hash -> Difference? in
            guard let known = other.hashes[object] else { return Difference(object: object, change: .foreign) }
            return known == hash ? nil : Difference(object: object, change: .changed)
        }
        let missing = other.hashes.keys.filter { hashes[$0] == nil }.map { Difference(object: $0, change: .missing) }
        return (changes + missing)
            .sorted { ($0.object.kind, $0.object.name) < ($1.object.kind, $1.object.name) }
    }

    /// As `sql/catalog.csv`.
    var csv: String {
        let rows = hashes.sorted { ($0.key.kind, $0.key.name) < ($1.key.kind, $1.key.name) }
            .map { CSVWriter.line([$0.key.kind, $0.key.name, $0.value]) }
        return (["kind,object,sha256"] + rows).joined(separator: "\n") + "\n"
    }
}

extension SchemaCatalog.Difference {
    /// The file of `sql/` that makes the object as it is to be: the last one that has its name; nil where none has.
    var source: String? {
        // A column has its table before it; constraints, triggers and policies have it behind " on ".
        let words = object.name.replacing("{city}", with: " ").split { !($0.isLetter || $0.isNumber || $0 == "_") }
            .map(String.init)
        guard change != .foreign, let first = words.first else { return nil }
        let names = object.kind == "column" ? Array(words.prefix(2)) : [first]
        let file = SchemaFile.made.last { file in
            switch object.kind {
            // A trigger that executes it names it, too.
            case "function":
                ["", "{city}."].contains { file.text.contains("replace function \($0)\(first)(") }
            case "constraint", "index", "type", "sequence": file.kind == .migration && file.words.contains(first)
            // What is there and differs may differ by its rights alone.
            case "column", "table":
                names.allSatisfy(file.words.contains)
                    && (file.kind == .migration && [" ", "\n"].contains { file.text.contains("table \(first)\($0)") }
                        || change == .changed && file.path == "policies/\(first).sql")
            default: names.allSatisfy(file.words.contains)
            }
        }
        return file.map { "sql/\($0.path)" }
    }
}
