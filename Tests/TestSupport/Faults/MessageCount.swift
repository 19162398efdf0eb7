/// Counts messages of PostgreSQL's protocol (manual, section 55.7: a type byte, then a length that includes itself) in
/// bytes that begin at a message's start.
struct MessageCount {
    private let types: Set<UInt8>
    private(set) var count = 0
    private var header: [UInt8] = []
    private var left = 0

    /// Messages that the server answers by ReadyForQuery: Sync and Query.
    static let requests = MessageCount("SQ")
    static let readiness = MessageCount("Z")

    private init(_ types: String) { self.types = Set(types.utf8) }

    mutating func read(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            if left > 0 {
                let part = min(left, rest.count)
                rest = rest.dropFirst(part)
                left -= part
            } else {
                header.append(rest.removeFirst())
                guard header.count == 5 else { continue }
                left = header[1...].reduce(0) { $0 << 8 | Int($1) } - 4
                count += types.contains(header[0]) ? 1 : 0
                header = []
            }
        }
    }

    /// Whether the last counted message, and all before it, were read to their end.
    var isAtBoundary: Bool { header.isEmpty && left <= 0 }
}
