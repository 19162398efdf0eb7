/// Writes records in the form of RFC 4180, quoting only where a reader needs it.
public enum CSVWriter {
    /// One record, without a line end: append "\n", or "\r\n" for programs that insist on RFC 4180's.
    ///
    /// A record of one empty field is written as `""`, since readers skip an empty line.
    public static func line(_ fields: [String], delimiter: UInt8 = UInt8(ascii: ",")) -> String {
        var line = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { line.unicodeScalars.append(Unicode.Scalar(delimiter)) }
            let isQuoted = field.isEmpty ? fields.count == 1 : needsQuotes(field, delimiter: delimiter)
            line += isQuoted ? quoted(field) : field
        }
        return line
    }

    /// One record in which a missing value is an empty field: it reads back as "".
    public static func line(_ fields: [String?], delimiter: UInt8 = UInt8(ascii: ",")) -> String {
        line(fields.map { $0 ?? "" }, delimiter: delimiter)
    }

    private static func needsQuotes(_ field: String, delimiter: UInt8) -> Bool {
        // A leading U+FEFF, unquoted and first in a file, would be taken for the byte order mark.
        field.utf8.contains { $0 == delimiter || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
            || field.unicodeScalars.first == "\u{FEFF}"
    }

    private static func quoted(_ field: String) -> String {
        var bytes: [UInt8] = [.quote]
        for byte in field.utf8 {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
