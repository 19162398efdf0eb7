/// Why a file cannot be read as CSV. It holds positions and never content, so that it may be logged.
///
/// Lines are the file's physical lines from 1, columns are fields from 1, byte offsets count from 0.
public enum CSVError: Error, Sendable, Hashable {
    /// The ill-formed sequence begins at `byteOffset` of the file.
    case invalidUTF8(line: Int, byteOffset: Int)
    /// Half a character in a file of UTF-16.
    case invalidUTF16(line: Int)
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
    /// A file of another kind, whatever its name says.
    case document(Document)
    /// The operating system refused; `cause` is its text.
    case unreadable(path: String, cause: String)

    /// A stable code for programs and catalogues.
    public var code: String {
        switch self {
        case .invalidUTF8: "csv_invalid_utf8"
        case .invalidUTF16: "csv_invalid_utf16"
        case .fieldTooLong: "csv_field_too_long"
        case .tooManyFields: "csv_too_many_fields"
        case .unterminatedQuote: "csv_unterminated_quote"
        case .strayQuote: "csv_stray_quote"
        case .strayReturn: "csv_stray_return"
        case .empty: "csv_empty"
        case .document: "csv_document"
        case .unreadable: "csv_unreadable"
        }
    }

    /// Nil when the whole file is meant.
    public var line: Int? {
        switch self {
        case .invalidUTF8(let line, _), .invalidUTF16(let line), .fieldTooLong(let line, _, _),
            .tooManyFields(let line, _),
            .unterminatedQuote(let line), .strayQuote(let line, _), .strayReturn(let line, _):
            line
        case .empty, .document, .unreadable:
            nil
        }
    }

    /// What is wrong, without the line.
    public var reason: String {
        switch self {
        case .invalidUTF8(_, let byteOffset): "bytes at offset \(byteOffset) are not UTF-8"
        case .invalidUTF16: "text is not whole UTF-16"
        case .fieldTooLong(_, let column, let limit): "column \(column) is longer than \(limit) bytes"
        case .tooManyFields(_, let limit): "record has more than \(limit) columns"
        case .unterminatedQuote: "quote opened here is never closed"
        case .strayQuote(_, let column): "column \(column) has a quote where none may stand"
        case .strayReturn(_, let column): "column \(column) ends in a carriage return without a line feed"
        case .empty: "file is empty: it has no header and no rows"
        case .document(let document): "file is \(document.rawValue), not CSV"
        case .unreadable(let path, let cause): "could not read \"\(path)\": \(cause)"
        }
    }
}

extension CSVError {
    /// What people take for a CSV file, told by its first bytes. Raw values are the formats' names.
    public enum Document: String, Sendable, Hashable, CaseIterable {
        case workbook = "Excel (.xlsx)"
        case oldWorkbook = "Excel (.xls)"
        case openDocument = "OpenDocument (.ods)"
        case pdf = "PDF"
        /// Also what web applications export under the name `.xls`.
        case markup = "HTML/XML"
        case archive = "ZIP"

        init?(beginningWith head: [UInt8]) {
            if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
                self = .oldWorkbook
            } else if head.starts(with: "%PDF-".utf8) {
                self = .pdf
            } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
                // The name of the archive's first file.
                let name = head.dropFirst(30)
                let parts = ["[Content_Types].xml", "_rels/", "docProps/", "xl/"]
                if name.starts(with: "mimetypeapplication/vnd.oasis".utf8) {
                    self = .openDocument
                } else {
                    self = parts.contains { name.starts(with: $0.utf8) } ? .workbook : .archive
                }
            } else if head.drop(while: { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }).first == UInt8(ascii: "<") {
                self = .markup
            } else {
                return nil
            }
        }
    }
}

extension CSVError: CustomStringConvertible {
    public var description: String {
        (line.map { "line \($0): " } ?? "") + reason
    }
}
