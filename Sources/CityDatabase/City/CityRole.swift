/// A role that every city has, from `sql/roles.csv`: the single list for `roles.sql`, policies, checks, programs and
/// tests.
struct CityRole: Sendable {
    enum Kind: String, Sendable {
        /// Owns tables; migrations only.
        case owner
        /// May get rights, and may be taken by programs or agencies' logins.
        case group
        /// Owns functions that act above their caller, may get rights, and cannot be taken by anybody.
        case keeper
    }

    /// The last word of its name: `pool` of `medan_pool`.
    let word: String
    let kind: Kind
    /// The programs' logins that take it: `admin`, `daemon`.
    let takenBy: [String]
    /// The file of `bindings/` with the expression that this role's policies on tenant tables compare `agency_id` with;
    /// nil where the role reaches all agencies.
    let boundBy: String?

    static let all = SchemaFile.roleList.split(separator: "\n").dropFirst().compactMap { CityRole($0) }

    /// Nil for a line that does not fit the list; `CityRoleTests` finds it.
    init?(_ line: Substring) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, let kind = Kind(rawValue: fields[1]) else { return nil }
        (word, self.kind) = (fields[0], kind)
        takenBy = fields[2].split(separator: " ").map(String.init)
        boundBy = fields[3].isEmpty ? nil : fields[3]
    }

    /// What the SQL files need to know about roles, by the name in braces that stands for it.
    static let bindings: [(name: String, expression: String)] = {
        let groups = all.filter { $0.kind != .owner }
        let quoted = { (roles: [CityRole]) in roles.map { "'{city}_\($0.word)'" }.joined(separator: ", ") }
        let memberships = all.flatMap { role in role.takenBy.map { "('{city}_\($0)', '{city}_\(role.word)')" } }
        return [
            // The roles that a policy file may grant to. Their rights are revoked before the file grants its own.
            ("groups", groups.map { "{city}_\($0.word)" }.joined(separator: ", ")),
            ("keepers", quoted(all.filter { $0.kind == .keeper })),
            // Words of a regular expression, without those of the backup and of the programs' logins.
            ("role_words", all.map(\.word).joined(separator: "|")),
            // Pairs of a program's login and a role that it takes.
            ("memberships", memberships.joined(separator: ", ")),
            ("login_bound", quoted(all.filter { $0.boundBy == "login_agency" })),
            ("pool_bound", quoted(all.filter { $0.boundBy == "pool_agency" })),
        ]
    }()
}
