/// Why a file cannot be read as CSV. It holds positions and never content, so that it may be logged.
///
/// Lines are the file's physical lines from 1, columns are fields from 1, byte offsets count from 0.
public enum CSVError: Error, Sendable, Hashable {
    /// The ill-formed sequence begins at `byteOffset` of the file.
    case invalidUTF8(line: Int, byteOffset: Int)
    /// `line` is the one on which the field begins.
    case fieldTooLong(line: Int, column: Int, limit: Int)
    /// `line` is the one on which the record begins.
    case tooManyFields(line: Int, limit: Int)
    /// The file ends inside quotes that were opened on `line`.
    case unterminatedQuote(line: Int)
    /// A quote inside an unquoted field, or something other than a delimiter after a closing one.
    case strayQuote(line: Int, column: Int)
    /// A carriage return outside quotes that no line feed follows.
    case strayReturn(line: Int, column: Int)
    /// A file without a record: of no bytes, a byte order mark or blank lines.
    case empty
    /// The operating system refused; `cause` is its text.
    case unreadable(path: String, cause: String)

    /// A stable code for programs and catalogues.
    public var code: String {
        switch self {
        case .invalidUTF8: "csv_invalid_utf8"
        case .fieldTooLong: "csv_field_too_long"
        case .tooManyFields: "csv_too_many_fields"
        case .unterminatedQuote: "csv_unterminated_quote"
        case .strayQuote: "csv_stray_quote"
        case .strayReturn: "csv_stray_return"
        case .empty: "csv_empty"
        case .unreadable: "csv_unreadable"
        }
    }

    /// Nil when the whole file is meant.
    public var line: Int? {
        switch self {
        case .invalidUTF8(let line, _), .fieldTooLong(let line, _, _), .tooManyFields(let line, _),
            .unterminatedQuote(let line), .strayQuote(let line, _), .strayReturn(let line, _):
            line
        case .empty, .unreadable:
            nil
        }
    }

    /// What is wrong, without the line.
    public var reason: String {
        switch self {
        case .invalidUTF8(_, let byteOffset): "bytes at offset \(byteOffset) are not UTF-8"
        case .fieldTooLong(_, let column, let limit): "column \(column) is longer than \(limit) bytes"
        case .tooManyFields(_, let limit): "record has more than \(limit) columns"
        case .unterminatedQuote: "quote opened here is never closed"
        case .strayQuote(_, let column): "column \(column) has a quote where none may stand"
        case .strayReturn(_, let column): "column \(column) ends in a carriage return without a line feed"
        case .empty: "file is empty: it has no header and no rows"
        case .unreadable(let path, let cause): "could not read \"\(path)\": \(cause)"
        }
    }
}

extension CSVError: CustomStringConvertible {
    public var description: String {
        (line.map { "line \($0): " } ?? "") + reason
    }
}
