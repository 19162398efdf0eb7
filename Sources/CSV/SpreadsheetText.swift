/// A text as a cell that a spreadsheet neither runs nor rounds: with an apostrophe before it, as SIASN's own exports have,
/// where the text could be a formula, is a number too long for a spreadsheet (a NIP), or begins with an apostrophe itself.
///
/// Numbers are not texts: a negative one is written as it is.
public enum SpreadsheetText {
    /// The cell to write for a text.
    public static func cell(_ text: String) -> String {
        isTakenLiterally(text) ? text : "'\(text)"
    }

    /// The text that a cell stands for: the inverse of `cell`.
    public static func text(_ cell: String) -> String {
        cell.utf8.first == UInt8(ascii: "'") ? String(cell.dropFirstScalar) : cell
    }

    /// A spreadsheet keeps fifteen digits of a number.
    private static let mostDigits = 15

    private static func isTakenLiterally(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return true }
        switch first {
        // The last four are the wide forms, which East Asian editions take for the others.
        case "=", "+", "-", "@", "\t", "\r", "\n", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return false
        case "0"..."9": return text.utf8.count <= mostDigits || !text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        default: return true
        }
    }
}

extension String {
    /// An accent that follows the first character belongs to the rest.
    fileprivate var dropFirstScalar: Substring.UnicodeScalarView { unicodeScalars.dropFirst() }
}
