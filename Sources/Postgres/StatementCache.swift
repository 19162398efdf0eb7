/// Which statements are prepared on a connection, the least recently used forgotten first.
struct StatementCache {
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

    private var entries: [String: Entry] = [:]
    private var clock = 0
    private let capacity: Int
    private static let preparedFromUse = 3

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How to send `text` this time. With capacity 0 nothing is ever named.
    mutating func use(_ text: String) -> Use {
        guard capacity > 0 else { return .unnamed }
        clock += 1
        if entries[text] == nil, entries.count >= capacity,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            // The server keeps the forgotten statement until the connection ends, which its lifetime bounds.
            entries[oldest.key] = nil
        }
        entries[text, default: Entry()].uses += 1
        entries[text]?.lastUse = clock
        guard let entry = entries[text] else { return .unnamed }
        if let name = entry.name { return .prepared(name) }
        return entry.uses >= Self.preparedFromUse ? .prepare("s\(clock)") : .unnamed
    }

    mutating func didPrepare(_ text: String, as name: String) {
        entries[text]?.name = name
    }

    /// After `cached plan must not change result type` or an unknown statement: prepare anew at the next use.
    mutating func forget(_ text: String) {
        entries[text] = nil
    }
}
