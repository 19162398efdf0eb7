/// Which statements are prepared on a connection, the least recently used forgotten first.
///
/// Preparing costs a message and the server's memory, so it begins with the third use (psycopg 3 begins with the sixth).
struct StatementCache {
    /// One text with its parameters' types, which a prepared statement has fixed.
    final class Statement {
        fileprivate var uses = 0
        fileprivate var lastUse = 0
        /// Under which name the server knows it.
        fileprivate(set) var name: String?
    }

    /// Compared by text and types; the values stay out of it.
    private struct Key: Hashable {
        let text: [UInt8]
        let fields: [SQL.Field]

        func hash(into hasher: inout Hasher) {
            unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }

        static func == (left: Key, right: Key) -> Bool {
            left.text == right.text && left.fields.count == right.fields.count
                && zip(left.fields, right.fields).allSatisfy { $0.oid == $1.oid }
        }
    }

    enum Use {
        case unnamed
        /// Prepare it under this name, then use it.
        case prepare(Statement, String)
        case prepared(String)
    }

    private let capacity: Int
    private var statements: [Key: Statement] = [:]
    private var clock = 0
    /// Names that the server still knows and nobody uses. libpq 15 has no message to close them, so they are
    /// deallocated by statement when the next one is prepared.
    private var abandoned: [String] = []
    private static let preparedFromUse = 3

    /// With capacity 0 nothing is ever named.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How to send the statement this time.
    ///
    /// - Parameter again: it will be used again at once, so it is worth preparing now.
    mutating func use(_ sql: borrowing SQL, again: Bool = false) -> Use {
        guard capacity > 0 else { return .unnamed }
        clock += 1
        let statement = find(Key(text: sql.text, fields: sql.fields))
        statement.uses += 1
        statement.lastUse = clock
        if let name = statement.name { return .prepared(name) }
        return again || statement.uses >= Self.preparedFromUse ? .prepare(statement, "s\(clock)") : .unnamed
    }

    private mutating func find(_ key: Key) -> Statement {
        if let known = statements[key] { return known }
        if statements.count >= capacity, let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            statements[oldest.key] = nil
            if let name = oldest.value.name { abandoned.append(name) }
        }
        let statement = Statement()
        statements[key] = statement
        return statement
    }

    /// The server has prepared it.
    mutating func didPrepare(_ statement: Statement, as name: String) {
        statement.name = name
    }

    /// Names to deallocate now; they are forgotten here.
    mutating func takeAbandoned() -> [String] {
        defer { abandoned = [] }
        return abandoned
    }

    /// After a change of schema: all are prepared anew when they are used.
    mutating func forgetAll() {
        abandoned += statements.values.compactMap(\.name)
        statements = [:]
    }

    /// After somebody dropped them all on the server, or the connection was replaced.
    mutating func reset() {
        statements = [:]
        abandoned = []
    }
}
