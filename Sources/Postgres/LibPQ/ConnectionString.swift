import CLibPQ

/// What is wrong with a connection string, said without a piece of it.
///
/// libpq's and the server's own words quote what they cannot use, and that is a piece of the password where a character
/// of it was not escaped.
struct ConnectionString {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Nil when libpq can read it, and nothing in it looks like a slip.
    var flaw: String? {
        guard isURI else {
            // What is neither is the name of a database (manual, section 34.1.1).
            if text.contains("=") { return flawOfOptions }
            return Self.looksLikeURI(text) ? Self.unreadable : nil
        }
        return hasEscapedUserinfo ? flawOfOptions : Self.unescaped
    }

    /// The same of what a connection uses in the end, also from a service file and the environment.
    static func flaw(of connection: OpaquePointer) -> String? {
        guard let options = unsafe PQconninfo(connection) else { return nil }
        defer { unsafe PQconninfoFree(options) }
        return unsafe flaw(of: options)
    }

    private static let unreadable = "libpq cannot read the connection string"
    private static let unescaped = """
        the connection string has an @, : or / in the wrong place; within a name or a password write %40, %3A, %2F
        """

    private var isURI: Bool { ["postgresql://", "postgres://"].contains(where: text.hasPrefix) }

    private static func looksLikeURI(_ name: String) -> Bool { name.contains(":/") || name.contains("@") }

    /// One `@` ends the user and the password, and no `/` comes before it. An `@` in the name of the database would be
    /// right (RFC 3986, section 3.3), but is more often a slip.
    private var hasEscapedUserinfo: Bool {
        let afterScheme = text.drop { $0 != ":" }.dropFirst(3)
        let pieces = afterScheme.prefix { $0 != "?" }.split(separator: "@", omittingEmptySubsequences: false)
        return pieces.count == 1 || pieces.count == 2 && !pieces[0].contains("/")
    }

    private var flawOfOptions: String? {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = unsafe PQconninfoParse(text, &message)
        defer {
            unsafe PQconninfoFree(parsed)
            unsafe PQfreemem(message)
        }
        return unsafe parsed.map { unsafe Self.flaw(of: $0) } ?? Self.unreadable
    }

    private static func flaw(of options: UnsafeMutablePointer<PQconninfoOption>) -> String? {
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            let value = unsafe option.pointee.val.map { unsafe String(cString: $0) } ?? ""
            if let flaw = flaw(of: unsafe String(cString: keyword), value) { return flaw }
            unsafe option += 1
        }
        return nil
    }

    private static func flaw(of keyword: String, _ value: String) -> String? {
        let pieces = value.split(separator: ",")
        switch keyword {
        // A socket's folder begins with a slash, an abstract socket with an @.
        case "host": return pieces.contains { !$0.hasPrefix("/") && $0.dropFirst().contains("@") } ? unescaped : nil
        case "hostaddr": return value.contains("@") ? unescaped : nil
        case "user": return value.contains(":") ? unescaped : nil
        case "dbname": return looksLikeURI(value) ? unescaped : nil
        case "port": return pieces.allSatisfy(isPort) ? nil : "a port in the connection string is none"
        default: return nil
        }
    }

    /// As libpq reads it: white space around it, a sign before it.
    private static func isPort(_ piece: Substring) -> Bool {
        guard let first = piece.firstIndex(where: { !$0.isWhitespace }),
            let last = piece.lastIndex(where: { !$0.isWhitespace })
        else { return true }
        return Int(piece[first...last]).map { (1...65_535).contains($0) } ?? false
    }
}
