import Postgres

/// A file of `sql/`, carried by the program.
struct SchemaFile: Sendable {
    enum Kind: Sendable {
        /// Applied once; may never change afterwards.
        case migration
        /// Applied again whenever it changes.
        case routine, policy, reference
        /// The same, but applied by a superuser: functions that act above their caller.
        case definer
    }

    let kind: Kind
    let path: String
    let text: String

    var isRepeatable: Bool { kind != .migration }

    /// In the order of application. `city.sql` comes before the routines that call its own, `rule_set.csv` before the
    /// tables that refer to it, and `job_title.csv` after those that it refers to.
    static let all: [SchemaFile] =
        files(.migration, in: "migrations/") + files(.routine, in: "routines/", first: "city.sql")
        + files(.policy, in: "policies/")
        + files(.reference, in: "reference/", first: "rule_set.csv", last: "job_title.csv")
        + files(.definer, in: "definers/")

    /// A superuser applies it before the files and after them, each time.
    static var roles: String { text(of: "roles.sql") }
    static var windows: String { text(of: "windows.sql") }
    static var agencyRoles: String { text(of: "agency_roles.sql") }

    /// The list of the city's roles; see `CityRole`.
    static var roleList: String { EmbeddedFiles.all.first { $0.path == "roles.csv" }?.text ?? "" }

    /// The query over the live catalog, and its result on a freshly migrated city.
    static var catalogQuery: String { text(of: "catalog.sql") }
    static var catalog: String { EmbeddedFiles.all.first { $0.path == "catalog.csv" }?.text ?? "" }

    /// Objects that any version made, of the kinds that `FormerObjects` drops.
    static var everMade: String { EmbeddedFiles.all.first { $0.path == "made.csv" }?.text ?? "" }

    /// The table of a file of `policies/`: the file has its name.
    var table: Identifier { Identifier(String(path.split(separator: "/").last?.dropLast(".sql".count) ?? "")) }

    /// The role that will own a file's functions: for a file of `definers/`, the one in its first line.
    var functionOwner: String? {
        guard kind == .definer else { return "{city}_owner" }
        let first = text.prefix { $0 != "\n" }
        return first.hasPrefix("-- Owner: ") ? String(first.dropFirst("-- Owner: ".count)) : nil
    }

    static let checks: [(name: String, text: String)] =
        EmbeddedFiles.all.filter { $0.path.hasPrefix("checks/") }
        .map { (String($0.path.dropFirst("checks/".count).dropLast(".sql".count)), bound($0.text)) }

    /// Expressions that many files use and one file defines, by the name that stands for each: which rows a role may
    /// reach and, from `roles.csv`, which roles there are.
    static let bindings: [(name: String, expression: String)] =
        CityRole.bindings
        + EmbeddedFiles.all.filter { $0.path.hasPrefix("bindings/") }
        .map { file in
            let lines = file.text.split(separator: "\n").filter { !$0.hasPrefix("--") }
            return (
                String(file.path.dropFirst("bindings/".count).dropLast(".sql".count)), lines.joined(separator: "\n")
            )
        }

    /// A file that makes objects, without its comments.
    struct Code: Sendable {
        /// Nil for `roles.sql`.
        let kind: Kind?
        let path: String
        let text: String
        /// None of them contains `{city}`.
        let words: Set<String>

        init(_ kind: Kind?, _ path: String, _ text: String) {
            let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("--") }
            (self.kind, self.path, self.text) = (kind, path, lines.joined(separator: "\n"))
            words = Set(
                self.text.replacing("{city}", with: " ").split { !($0.isLetter || $0.isNumber || $0 == "_") }
                    .map { $0.lowercased() }
            )
        }
    }

    static let made: [Code] =
        [Code(nil, "roles.sql", roles), Code(nil, "windows.sql", windows)]
        + all.filter { $0.kind != .reference }.map { Code($0.kind, $0.path, $0.text) }

    /// Writes the expression out: it costs the planner less than a function that it must take apart.
    static func bound(_ text: String) -> String {
        bindings.reduce(text) { $0.replacing("{\($1.name)}", with: $1.expression) }
    }

    private static func text(of path: String) -> String {
        bound(EmbeddedFiles.all.first { $0.path == path }?.text ?? "")
    }

    private static func files(
        _ kind: Kind,
        in folder: String,
        first: String? = nil,
        last: String? = nil
    ) -> [SchemaFile] {
        let found = EmbeddedFiles.all.filter { $0.path.hasPrefix(folder) }
        func named(_ name: String?) -> [(path: String, text: String)] {
            found.filter { $0.path.dropFirst(folder.count) == name ?? "" }
        }
        let others = found.filter { ![first, last].contains(String($0.path.dropFirst(folder.count))) }
        return (named(first) + others + named(last))
            .map { SchemaFile(kind: kind, path: $0.path, text: kind == .migration ? $0.text : bound($0.text)) }
    }
}

extension String {
    /// Replaces the one placeholder, which occurs in names of roles and of the schema, with the city's name.
    func naming(_ city: City) -> String {
        split(separator: "{city}", omittingEmptySubsequences: false).joined(separator: city.name)
    }
}
