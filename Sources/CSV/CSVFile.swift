internal import Glibc

/// Reads a whole CSV file, one buffer of bytes at a time.
public enum CSVFile {
    /// Calls `body` with each record, the header's included, in the order of the file.
    ///
    /// Blocks while it reads. Throws `CSVError`: `.unreadable` when the file cannot be opened or read, `.empty` when it
    /// has no record; and whatever `body` throws.
    public static func forEachRecord(
        path: String,
        limits: CSVLimits = CSVLimits(),
        delimiter: UInt8 = UInt8(ascii: ","),
        _ body: (borrowing CSVRecord) throws -> Void
    ) throws {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }

        var parser = CSVParser(delimiter: delimiter, limits: limits)
        var buffer = [UInt8](repeating: 0, count: 131_072)
        var isEmpty = true
        let taking = { (record: borrowing CSVRecord) in
            isEmpty = false
            try body(record)
        }
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            if count == 0 { break }
            try parser.parse(buffer.span.extracting(first: count), taking)
        }
        try parser.finish(taking)
        if isEmpty { throw CSVError.empty }
    }

    private static func unreadable(_ path: String) -> CSVError {
        // glibc's strerror answers from a buffer of the thread.
        .unreadable(path: path, cause: unsafe String(cString: strerror(errno)))
    }
}
