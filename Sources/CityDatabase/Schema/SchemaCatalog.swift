import CSV
import Postgres

/// The objects of a city's schema, each with the hash of everything that the database's catalog says about it.
///
/// The catalog that the program carries (`sql/catalog.csv`, of a freshly migrated city) is compared with that of a live
/// city.
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

    /// The catalog that the program carries.
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

    /// The catalog of a live city. Leaves the transaction's search path at `pg_catalog`.
    init(of city: City, _ tx: inout Transaction) throws {
        try tx.run(Self.plainText)
        try tx.execute("set local search_path to pg_catalog, pg_temp")
        let query = SQLScript(name: "catalog.sql", uncheckedText: SchemaFile.catalogQuery.naming(city))
        for (kind, name, hash) in try tx.all(query, as: (String, String, String).self) {
            hashes[Object(kind: kind, name: name)] = hash
        }
    }

    /// The settings, besides the search path, on which the text of an expression in the catalog depends.
    static let plainText = SQLScript(
        name: "plain text",
        uncheckedText: """
            set local quote_all_identifiers = off; set local standard_conforming_strings = on;
            set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
            set local bytea_output = 'hex'; set local extra_float_digits = 1; set local jit = off
            """
    )

    /// What differs from the other catalog, by kind and name.
    func differences(from other: SchemaCatalog) -> [Difference] {
        let changes = hashes.compactMap { object, hash -> Difference? in
            guard let known = other.hashes[object] else { return Difference(object: object, change: .foreign) }
            return known == hash ? nil : Difference(object: object, change: .changed)
        }
        let missing = other.hashes.keys.filter { hashes[$0] == nil }.map { Difference(object: $0, change: .missing) }
        return (changes + missing)
            .sorted { ($0.object.kind, $0.object.name) < ($1.object.kind, $1.object.name) }
    }

    /// In the form of `sql/catalog.csv`.
    var csv: String {
        let rows = hashes.sorted { ($0.key.kind, $0.key.name) < ($1.key.kind, $1.key.name) }
            .map { CSVWriter.line([$0.key.kind, $0.key.name, $0.value]) }
        return (["kind,object,sha256"] + rows).joined(separator: "\n") + "\n"
    }
}

extension SchemaCatalog.Difference {
    /// The file of `sql/` that makes the object in its present form: the last one with its name; nil where there is
    /// none.
    var source: String? {
        // A column has its table before it; constraints, triggers and policies have it behind " on ".
        let words = object.name.replacing("{city}", with: " ").split { !($0.isLetter || $0.isNumber || $0 == "_") }
            .map(String.init)
        guard change != .foreign, let first = words.first else { return nil }
        let names = object.kind == "column" ? Array(words.prefix(2)) : [first]
        let file = SchemaFile.made.last { file in
            switch object.kind {
            // A trigger that executes it also names it.
            case "function":
                ["", "{city}."].contains { file.text.contains("replace function \($0)\(first)(") }
            case "constraint", "index", "type", "sequence": file.kind == .migration && file.words.contains(first)
            // An object that exists and differs may differ only in its rights.
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
