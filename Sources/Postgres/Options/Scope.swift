/// As whom, and within what, a transaction works: one role, its search path, and settings that policies read.
///
/// Set by `set local` statements in the pipeline that begins the transaction, so that nothing outlives it and a
/// transaction-mode pooler is safe.
///
/// ```swift
/// let dinkes = Scope(role: "medan_pool", searchPath: ["medan"], settings: [.init("mutasi.agency", 7)])
/// try await database.transaction(as: dinkes) { tx in
///     try tx.execute("update unit set closed = true where agency_id = \(7)")
/// }
/// ```
public struct Scope: Sendable, Hashable {
    /// The role that the transaction takes; nil for the login's own.
    public var role: Identifier?
    /// The schemas in which unqualified names are looked for, in order; empty for the login's own.
    public var searchPath: [Identifier]
    /// Custom settings, for this transaction only.
    public var settings: [Setting]

    /// A whole number that policies and functions read by `current_setting`.
    public struct Setting: Sendable, Hashable {
        /// The name, such as `mutasi.agency`.
        public let name: String
        /// The value.
        public let value: Int

        /// - Parameters:
        ///   - name: a custom setting, with a dot in it: letters from a to z, `_` and `.`. Other characters are a bug
        ///     of the program and end it.
        ///   - value: what `current_setting` gives, as text.
        public init(_ name: StaticString, _ value: Int) {
            self.name = name.description
            self.value = value
            precondition(
                self.name.contains(".")
                    && self.name.utf8.allSatisfy { $0 == 0x2E || $0 == 0x5F || (0x61...0x7A).contains($0) },
                "\(name) is no custom setting"
            )
        }
    }

    /// - Parameters:
    ///   - role: the role to take; nil for the login's own.
    ///   - searchPath: where unqualified names are looked for; empty for the login's own.
    ///   - settings: what policies read.
    public init(role: Identifier?, searchPath: [Identifier] = [], settings: [Setting] = []) {
        self.role = role
        self.searchPath = searchPath
        self.settings = settings
    }

    /// As the login itself, with nothing set.
    public static let login = Scope(role: nil)

    var statements: [SQL] {
        var statements: [SQL] = []
        if let role { statements.append("set local role \(identifier: role)") }
        if !searchPath.isEmpty { statements.append("set local search_path to \(identifiers: searchPath)") }
        return statements + settings.map { SQL(uncheckedText: "set local \($0.name) = \($0.value)") }
    }
}
