/// Which statements are prepared on a connection, the least recently used forgotten first.
struct StatementCache {
    /// A prepared statement has fixed its parameters' types: the same text with other types is another statement.
    struct Key: Hashable {
        let text: String
        let types: [OID]
    }

    enum Use: Equatable {
        case unnamed
        case prepare(String)
        case prepared(String)
    }

    private struct Entry {
        var uses = 0
        var name: String?
        var lastUse = 0
    }

    private var entries: [Key: Entry] = [:]
    private var clock = 0
    private let capacity: Int
    private static let preparedFromUse = 3

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How to send the statement this time. With capacity 0 nothing is ever named.
    mutating func use(_ key: Key) -> Use {
        guard capacity > 0 else { return .unnamed }
        clock += 1
        if entries[key] == nil, entries.count >= capacity,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            // The server keeps the forgotten statement until the connection ends, which its lifetime bounds.
            entries[oldest.key] = nil
        }
        entries[key, default: Entry()].uses += 1
        entries[key]?.lastUse = clock
        guard let entry = entries[key] else { return .unnamed }
        if let name = entry.name { return .prepared(name) }
        return entry.uses >= Self.preparedFromUse ? .prepare("s\(clock)") : .unnamed
    }

    mutating func didPrepare(_ key: Key, as name: String) {
        entries[key]?.name = name
    }

    /// After `cached plan must not change result type`: prepare anew.
    mutating func forget(_ key: Key) {
        entries[key] = nil
    }

    /// After an unknown statement: somebody dropped them all.
    mutating func forgetAll() {
        entries = [:]
    }
}
