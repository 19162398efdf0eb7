/// One record, valid while the parser's callback runs; its fields are bytes of checked UTF-8 until one is asked for.
public struct CSVRecord: ~Copyable, Sendable {
    /// The physical line of the file on which the record begins, from 1.
    public internal(set) var line = 1

    // The fields' bytes, unquoted and end to end. Only the first `used` count: the rest is room kept for later records.
    var content: [UInt8] = []
    var used = 0
    // Where each field ends in `content`.
    var ends: [Int] = []

    /// The number of fields, at least 1.
    public var count: Int { ends.count }

    /// The field at a position from 0; traps beyond `count`, as an array does.
    public subscript(column: Int) -> String {
        String(decoding: bytes(at: column), as: UTF8.self)
    }

    /// The same field as bytes of UTF-8, copied nowhere.
    public func bytes(at column: Int) -> ArraySlice<UInt8> {
        content[(column == 0 ? 0 : ends[column - 1])..<ends[column]]
    }

    /// Every field, for those who need them all.
    public var fields: [String] {
        (0..<count).map { self[$0] }
    }

    mutating func clear() {
        used = 0
        ends.removeAll(keepingCapacity: true)
    }
}
