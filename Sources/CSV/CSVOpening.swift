/// What the first line of a file tells about the rest.
struct CSVOpening {
    /// The byte that divides the columns.
    let delimiter: UInt8
    /// Whether the first line is Excel's own way to name the delimiter, `sep=;`, and no record.
    let isSeparatorLine: Bool

    /// The order decides where two divide a line equally often.
    private static let delimiters: [UInt8] = [",", ";", "\t", "|"].map { (text: Unicode.Scalar) in UInt8(ascii: text) }

    /// Reads the beginning of a file, with or without a byte order mark.
    init(_ head: [UInt8]) {
        let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        let line = text.drop { $0 == .lineFeed || $0 == .carriageReturn }
            .prefix { $0 != .lineFeed && $0 != .carriageReturn }
        let bare = line.filter { $0 != .quote }
        if bare.count == 5, String(decoding: bare.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let last = bare.last,
            Self.delimiters.contains(last)
        {
            (delimiter, isSeparatorLine) = (last, true)
            return
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        // Only the end of the first record ends it: a quoted name may hold a line end.
        for byte in text.drop(while: { $0 == .lineFeed || $0 == .carriageReturn }) {
            if byte == .quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == .lineFeed || byte == .carriageReturn { break }
            counts[byte, default: 0] += 1
        }
        let most = Self.delimiters.map { counts[$0, default: 0] }.max() ?? 0
        delimiter = Self.delimiters.first { counts[$0, default: 0] == most } ?? UInt8(ascii: ",")
        isSeparatorLine = false
    }
}
