/// Reads CSV (RFC 4180) from chunks of bytes of any size and hands out one record at a time.
///
/// Beyond the RFC it takes LF for CRLF, skips blank lines and a leading byte order mark, and counts a last line without
/// its end. It refuses what other readers guess at: bytes that are not UTF-8, stray quotes, lone carriage returns.
/// Memory is that of one record and one chunk, whatever the file's length; where the chunks are cut never matters.
/// After an error, its own or the callback's, a parser is spent.
public struct CSVParser: ~Copyable {
    private let delimiter: UInt8
    private let limits: CSVLimits

    private var state = State.recordStart
    private var record = CSVRecord()
    private var sequence = UTF8Sequence()
    // Where the sequence at hand begins in the file.
    private var sequenceOffset = 0
    private var line = 1
    private var fieldLine = 1
    // Bytes of the chunks before the one at hand.
    private var chunkOffset = 0

    /// `delimiter` is an ASCII byte: a comma, a semicolon, a tab.
    public init(delimiter: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits()) {
        precondition(
            delimiter < 0x80 && ![.quote, .lineFeed, .carriageReturn].contains(delimiter),
            "a delimiter is an ASCII character other than a quote and a line end"
        )
        self.delimiter = delimiter
        self.limits = limits
    }

    /// Takes the next bytes and calls back with each record that they complete.
    ///
    /// Throws `CSVError`, and whatever `body` throws.
    public mutating func parse(_ bytes: Span<UInt8>, _ body: (borrowing CSVRecord) throws -> Void) throws {
        let room = record.used + bytes.count
        if record.content.count < room {
            record.content.append(contentsOf: repeatElement(0, count: room - record.content.count))
        }
        var index = 0
        while try scan(bytes, from: &index) {
            try body(record)
            record.clear()
        }
        chunkOffset += bytes.count
    }

    /// Ends the file: a last line without a line end is a record too.
    public mutating func finish(_ body: (borrowing CSVRecord) throws -> Void) throws {
        if sequence.pending > 0 { throw invalidUTF8() }
        switch state {
        case .recordStart:
            return
        case .quoted:
            throw CSVError.unterminatedQuote(line: fieldLine)
        case .return:
            throw strayReturn()
        case .fieldStart, .plain, .quoteInQuotes:
            try endField()
            try body(record)
            record.clear()
            state = .recordStart
        }
    }

    private enum State {
        case recordStart
        case fieldStart
        case plain
        case quoted
        case quoteInQuotes
        /// After a carriage return; the record, if there was one, is complete but for its line feed.
        case `return`
    }
}

extension CSVParser {
    /// Reads on until a record is complete (true) or the bytes are used up (false).
    private mutating func scan(_ bytes: Span<UInt8>, from index: inout Int) throws(CSVError) -> Bool {
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 || sequence.pending > 0 {
                try follow(byte, at: chunkOffset + index)
                index += 1
                continue
            }
            switch (state, byte) {
            case (.recordStart, .lineFeed):
                line += 1
            case (.recordStart, .carriageReturn):
                state = .return
            case (.recordStart, _):
                record.line = line
                state = .fieldStart
                continue
            case (.fieldStart, _):
                fieldLine = line
                state = byte == .quote ? .quoted : .plain
                if byte != .quote { continue }
            case (.plain, .quote):
                throw strayQuote()
            case (.plain, delimiter), (.quoteInQuotes, delimiter):
                try endField()
                state = .fieldStart
            case (.plain, .carriageReturn), (.quoteInQuotes, .carriageReturn):
                try endField()
                state = .return
            case (.plain, .lineFeed), (.quoteInQuotes, .lineFeed):
                try endField()
                line += 1
                state = .recordStart
                index += 1
                return true
            case (.plain, _):
                try copyRun(bytes, from: &index) { [delimiter] in
                    $0 != delimiter && $0 != .quote && $0 != .lineFeed && $0 != .carriageReturn
                }
                continue
            case (.quoted, .quote):
                state = .quoteInQuotes
            case (.quoted, .lineFeed):
                try append(byte)
                line += 1
            case (.quoted, _):
                try copyRun(bytes, from: &index) { $0 != .quote && $0 != .lineFeed }
                continue
            case (.quoteInQuotes, .quote):
                try append(byte)
                state = .quoted
            case (.quoteInQuotes, _):
                throw strayQuote()
            case (.return, .lineFeed):
                line += 1
                state = .recordStart
                if record.count > 0 {
                    index += 1
                    return true
                }
            case (.return, _):
                throw strayReturn()
            }
            index += 1
        }
        return false
    }

    /// Copies the ASCII bytes up to one that means something here; at least one, or it throws.
    @inline(__always)
    private mutating func copyRun(
        _ bytes: Span<UInt8>,
        from index: inout Int,
        while isPlain: (UInt8) -> Bool
    ) throws(CSVError) {
        let room = fieldStart + limits.fieldBytes - record.used
        guard room > 0 else { throw fieldTooLong() }
        var next = index
        let end = min(bytes.count, index + room)
        var used = record.used
        var content = record.content.mutableSpan
        while next < end {
            let byte = bytes[next]
            guard byte < 0x80, isPlain(byte) else { break }
            content[used] = byte
            used += 1
            next += 1
        }
        record.used = used
        index = next
    }

    /// Takes a byte of a multi-byte sequence.
    private mutating func follow(_ byte: UInt8, at offset: Int) throws(CSVError) {
        if sequence.pending == 0 { sequenceOffset = offset }
        guard sequence.accept(byte) else { throw invalidUTF8() }
        switch state {
        case .recordStart:
            record.line = line
            fieldLine = line
            state = .plain
        case .fieldStart:
            fieldLine = line
            state = .plain
        case .plain, .quoted:
            break
        case .quoteInQuotes:
            throw strayQuote()
        case .return:
            throw strayReturn()
        }
        try append(byte)
        if offset == 2, record.content.starts(with: [0xEF, 0xBB, 0xBF]), state == .plain {
            // The byte order mark: the file begins after it.
            record.clear()
            state = .recordStart
        }
    }

    private mutating func append(_ byte: UInt8) throws(CSVError) {
        guard record.used - fieldStart < limits.fieldBytes else { throw fieldTooLong() }
        record.content[record.used] = byte
        record.used += 1
    }

    private mutating func endField() throws(CSVError) {
        guard record.count < limits.recordFields else {
            throw .tooManyFields(line: record.line, limit: limits.recordFields)
        }
        record.ends.append(record.used)
    }

    private var fieldStart: Int { record.ends.last ?? 0 }

    private func invalidUTF8() -> CSVError { .invalidUTF8(line: line, byteOffset: sequenceOffset) }

    private func strayQuote() -> CSVError { .strayQuote(line: line, column: record.count + 1) }

    private func strayReturn() -> CSVError { .strayReturn(line: line, column: max(1, record.count)) }

    private func fieldTooLong() -> CSVError {
        .fieldTooLong(line: fieldLine, column: record.count + 1, limit: limits.fieldBytes)
    }
}
