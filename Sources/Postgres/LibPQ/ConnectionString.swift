import CLibPQ

/// What is wrong with a connection string, said without a piece of it.
///
/// libpq's own words quote it, and with it the password; so do the words about a host or a port that are a piece of a
/// password, because a character of it was not escaped.
struct ConnectionString {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Nil when libpq can read it.
    var flaw: String? {
        guard isURI else {
            // What is neither is the name of a database (manual, section 34.1.1). A mistyped URI would go to the server as
            // such a name, and come back in its words.
            if text.contains("=") { return flawOfParts }
            return text.contains(":/") || text.contains("@") ? Self.unreadable : nil
        }
        return hasEscapedUserinfo ? flawOfParts : Self.unescaped
    }

    private static let unreadable = "libpq cannot read the connection string"
    private static let unescaped = """
        the connection string has an @ or / in the wrong place; within a name or a password write %40 and %2F
        """

    private var isURI: Bool { ["postgresql://", "postgres://"].contains(where: text.hasPrefix) }

    /// In a URI one `@` ends the user and the password, and no `/` comes before it (RFC 3986, section 3.2).
    private var hasEscapedUserinfo: Bool {
        let afterScheme = text.drop { $0 != ":" }.dropFirst(3)
        let pieces = afterScheme.prefix { $0 != "?" }.split(separator: "@", omittingEmptySubsequences: false)
        return pieces.count == 1 || pieces.count == 2 && !pieces[0].contains("/")
    }

    /// A host or a port that cannot be one is not shown to libpq.
    private var flawOfParts: String? {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = unsafe PQconninfoParse(text, &message)
        defer {
            unsafe PQconninfoFree(parsed)
            unsafe PQfreemem(message)
        }
        guard var option = unsafe parsed else { return Self.unreadable }
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                let value = unsafe String(cString: value)
                switch unsafe String(cString: keyword) {
                // A socket's folder begins with a slash, an abstract socket with an @.
                case "host"
                where value.split(separator: ",").contains { !$0.hasPrefix("/") && $0.dropFirst().contains("@") }:
                    return Self.unescaped
                case "port" where !value.allSatisfy { "0123456789,".contains($0) }:
                    return "the port in the connection string is no number"
                default: break
                }
            }
            unsafe option += 1
        }
        return nil
    }
}
