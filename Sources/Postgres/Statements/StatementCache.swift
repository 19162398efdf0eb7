/// Which statements are prepared on a connection, the least recently used forgotten first.
///
/// Preparing costs a message and the server's memory, so it begins with the third use (psycopg 3 begins with the
/// sixth).
struct StatementCache {
    /// One text with its parameters' types, which a prepared statement has fixed.
    final class Statement {
        fileprivate let text: [UInt8]
        fileprivate let types: [OID]
        fileprivate var uses = 0
        fileprivate var lastUse = 0
        /// Under which name the server knows it.
        fileprivate(set) var name: StatementName?

        fileprivate init(_ sql: borrowing SQL) {
            text = sql.text
            types = sql.parameters.types
        }

        fileprivate func `is`(_ sql: borrowing SQL) -> Bool {
            text == sql.text && sql.parameters.hasTypes(types)
        }
    }

    private struct Text: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
    }

    enum Use {
        case unnamed
        /// Prepare it under this name, then use it.
        case prepare(Statement, StatementName)
        case prepared(StatementName)
    }

    private let capacity: Int
    /// By text; mostly there is one for each.
    private var statements: [Text: [Statement]] = [:]
    private var count = 0
    /// The one used last is often the next, too.
    private var latest: Statement?
    private var clock = 0
    /// Names that the server still knows and nobody uses. libpq 15 has no message to close them, so they are
    /// deallocated by statement when the next one is prepared.
    private var abandoned: [StatementName] = []
    /// All on the server are to be deallocated before the next is prepared.
    private(set) var isDistrusted = false
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
        let statement = if let latest, latest.is(sql) { latest } else { find(sql) }
        latest = statement
        statement.uses += 1
        statement.lastUse = clock
        if let name = statement.name { return .prepared(name) }
        return again || statement.uses >= Self.preparedFromUse ? .prepare(statement, StatementName(clock)) : .unnamed
    }

    private mutating func find(_ sql: borrowing SQL) -> Statement {
        let text = Text(bytes: sql.text)
        if let variants = statements[text] {
            for known in variants where sql.parameters.hasTypes(known.types) { return known }
        }
        if count >= capacity { forgetOldest() }
        let statement = Statement(sql)
        statements[text, default: []].append(statement)
        count += 1
        return statement
    }

    private mutating func forgetOldest() {
        guard let oldest = statements.values.joined().min(by: { $0.lastUse < $1.lastUse }) else { return }
        let text = Text(bytes: oldest.text)
        statements[text]?.removeAll { $0 === oldest }
        if statements[text]?.isEmpty == true { statements[text] = nil }
        count -= 1
        if latest === oldest { latest = nil }
        if let name = oldest.name { abandoned.append(name) }
    }

    /// The server has prepared it.
    mutating func didPrepare(_ statement: Statement, as name: StatementName) {
        // Prepared twice in one pipeline.
        if let other = statement.name { abandoned.append(other) }
        statement.name = name
    }

    /// The server still has it.
    mutating func abandon(_ name: StatementName) { abandoned.append(name) }

    /// Names to deallocate now; they are forgotten here.
    mutating func takeAbandoned() -> [StatementName] {
        defer { abandoned = [] }
        return abandoned
    }

    /// After a change of schema: all are prepared again when they are used.
    mutating func forgetAll() {
        abandoned += statements.values.joined().compactMap(\.name)
        statements = [:]
        count = 0
        latest = nil
    }

    /// After the server did not know one: nobody can tell which others it has.
    mutating func distrust() {
        reset()
        isDistrusted = true
    }

    /// Whether all on the server must be deallocated now; forgotten here.
    mutating func takeDistrust() -> Bool {
        defer { isDistrusted = false }
        return isDistrusted
    }

    /// After somebody dropped them all on the server, or the connection was replaced.
    mutating func reset() {
        statements = [:]
        count = 0
        latest = nil
        abandoned = []
        isDistrusted = false
    }
}
