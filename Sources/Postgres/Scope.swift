/// As whom, and within what, a transaction works: one role, its search path, and settings that policies read.
///
/// Set by `set local` statements in the pipeline that begins the transaction, so that nothing outlives it and a
/// transaction-mode pooler is safe.
public struct Scope: Sendable, Hashable {
    public var role: Identifier?
    public var searchPath: [Identifier]
    public var settings: [Setting]

    public struct Setting: Sendable, Hashable {
        public var name: String
        public var value: Int

        /// `name` is a dotted custom setting, `[a-z_.]+`.
        public init(_ name: String, _ value: Int) {
            precondition(name.utf8.allSatisfy { $0 == 0x2E || $0 == 0x5F || (0x61...0x7A).contains($0) })
            self.name = name
            self.value = value
        }
    }

    public init(role: Identifier?, searchPath: [Identifier] = [], settings: [Setting] = []) {
        self.role = role
        self.searchPath = searchPath
        self.settings = settings
    }

    /// As the login itself, with nothing set.
    public static let login = Scope(role: nil)

    var statements: [String] {
        var statements: [String] = []
        if let role { statements.append("set local role \(role.quoted)") }
        if !searchPath.isEmpty {
            statements.append("set local search_path to \(searchPath.map(\.quoted).joined(separator: ", "))")
        }
        statements += settings.map { "set local \($0.name) = \($0.value)" }
        return statements
    }
}
