internal import Glibc

/// Reads a whole CSV file, one buffer of bytes at a time.
public enum CSVFile {
    /// Calls `body` with each record, the header's included, in the order of the file.
    ///
    /// Takes UTF-8, and UTF-16 as spreadsheets save "Unicode text". Blocks while it reads. Throws `CSVError`:
    /// `.unreadable` when the file cannot be opened or read, `.document` when it is a workbook or the like, `.empty` when
    /// it has no record; and whatever `body` throws.
    ///
    /// - Parameter delimiter: nil takes the one that a first line `sep=;` names, which is then no record, else the one that
    ///   divides the first line: a comma, a semicolon, a tab or a bar.
    public static func forEachRecord(
        path: String,
        limits: CSVLimits = CSVLimits(),
        delimiter: UInt8? = nil,
        _ body: (borrowing CSVRecord) throws -> Void
    ) throws {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }

        let head = try readHead(of: file, path)
        if let document = CSVError.Document(beginningWith: head) { throw CSVError.document(document) }
        var transcoder = UTF16Transcoder(beginningWith: head)
        let text = transcoder?.utf8(of: head.span) ?? head
        let opening = CSVOpening(text)
        var parser = CSVParser(delimiter: delimiter ?? opening.delimiter, limits: limits)
        var isSkipping = delimiter == nil && opening.isSeparatorLine
        var isEmpty = true
        let taking = { (record: borrowing CSVRecord) in
            if isSkipping {
                isSkipping = false
                return
            }
            isEmpty = false
            try body(record)
        }
        do {
            try parser.parse(text.span, taking)
            var buffer = [UInt8](repeating: 0, count: 131_072)
            while case let count = try read(file, path, into: &buffer), count > 0 {
                if let converted = transcoder?.utf8(of: buffer.span.extracting(first: count)) {
                    try parser.parse(converted.span, taking)
                } else {
                    try parser.parse(buffer.span.extracting(first: count), taking)
                }
            }
            if let rest = transcoder?.finish() { try parser.parse(rest.span, taking) }
            try parser.finish(taking)
        } catch CSVError.invalidUTF8(let line, _) where transcoder != nil {
            throw CSVError.invalidUTF16(line: line)
        }
        if isEmpty { throw CSVError.empty }
    }

    /// Enough to tell what the file is and what divides its columns: the first line, of a pipe, too.
    private static func readHead(of file: Int32, _ path: String) throws(CSVError) -> [UInt8] {
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while head.count < 128 || (head.count < 65_536 && !head.contains(.lineFeed)) {
            let count = try read(file, path, into: &buffer)
            guard count > 0 else { break }
            head += buffer[..<count]
        }
        return head
    }

    /// Returns 0 at the end of the file.
    private static func read(_ file: Int32, _ path: String, into buffer: inout [UInt8]) throws(CSVError) -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            guard errno == EINTR else { throw unreadable(path) }
        }
    }

    private static func unreadable(_ path: String) -> CSVError {
        // glibc's strerror answers from a buffer of the thread.
        .unreadable(path: path, cause: unsafe String(cString: strerror(errno)))
    }
}
