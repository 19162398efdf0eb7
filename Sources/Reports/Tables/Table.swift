import CSV
import Characters
public import Texts

/// A list as values: columns, rows, and a line of totals.
///
/// Every row has one cell for each column. Where a caller gives too few the rest is missing, and what is too much is left
/// out: no list ends because of one row.
public struct Table: Sendable {
    public let columns: [Column]
    public private(set) var rows: [[Cell]]
    /// The totals: a line of the table form only, so that a program reading JSON or CSV never counts them in.
    public let footer: [Cell]?

    public init(columns: [Column], rows: [[Cell]] = [], footer: [Cell]? = nil) {
        self.columns = columns
        self.rows = []
        self.footer = footer.map { Self.fitted($0, to: columns.count) }
        self.rows.reserveCapacity(rows.count)
        for row in rows { append(row) }
    }

    public mutating func append(_ row: [Cell]) {
        rows.append(Self.fitted(row, to: columns.count))
    }

    private static func fitted(_ row: [Cell], to count: Int) -> [Cell] {
        row.count == count ? row : row.prefix(count) + Array(repeating: .missing, count: max(0, count - row.count))
    }

    /// The text of the whole list, without a line end after the last line.
    ///
    /// - Parameters:
    ///   - language: of the table form, and of sentences in all forms. Keys and codes of JSON and CSV are the same in every
    ///     language.
    ///   - width: the terminal's columns, which the table form fits: titles break, names are shortened, sentences go on
    ///     in further lines, and columns may be left out (`Column.Room`); nil for as wide as needed. JSON and CSV are
    ///     always complete.
    public func rendered(as format: OutputFormat, _ language: Language = .english, width: Int?) -> String {
        switch format {
        case .table: TableLayout(self, language, width: width).text
        case .json: json(in: language).rendered()
        case .csv: csv(in: language)
        }
    }

    /// The rows as an array of objects.
    public func json(in language: Language) -> JSONValue {
        .array(
            rows.map { row in
                .object(zip(columns, row).map { column, cell in .init(column.key, cell.json(in: language)) })
            }
        )
    }

    private func csv(in language: Language) -> String {
        var lines = [CSVWriter.line(columns.map(\.key))]
        lines += rows.map { row in CSVWriter.line(row.map { $0.field(in: language) }) }
        return lines.joined(separator: "\n")
    }
}

extension Table {
    public struct Column: Sendable, Hashable {
        /// The key in JSON and the header in CSV; programs rely on it.
        public let key: String
        /// The header of the table form.
        public let title: Wording
        /// What its cells are codes of, which the table form says in words.
        public let codes: Codes?
        public let alignment: Alignment
        /// How it gives way on a narrow terminal.
        public let room: Room

        /// - Parameter room: nil for what its key says.
        public init(
            key: String,
            title: Wording,
            codes: Codes? = nil,
            alignment: Alignment = .leading,
            room: Room? = nil
        ) {
            self.key = key
            self.title = title
            self.codes = codes
            self.alignment = alignment
            self.room = room ?? Room(ofKey: key)
        }

        /// With its title from `titles.csv`.
        ///
        /// - Parameters:
        ///   - title: where the title stands in the file, when it is not the one of the key.
        ///   - arguments: what the title says differently each time.
        public init(
            _ key: String,
            title: String? = nil,
            _ arguments: [String: TextArgument] = [:],
            codes: Codes? = nil,
            alignment: Alignment = .leading,
            room: Room? = nil
        ) {
            let title = TextCatalogue.titles.wording(title ?? key, arguments)
            self.init(key: key, title: title, codes: codes, alignment: alignment, room: room)
        }

        /// Several, each with the title of its key.
        public static func list(_ keys: String..., alignment: Alignment = .leading) -> [Column] {
            keys.map { Column($0, alignment: alignment) }
        }
    }

    /// What a cell's text can be a code of. What has no entry is shown as it is: a program of another version may have
    /// written it.
    public enum Codes: Sendable, Hashable {
        /// A key of `titles.csv`.
        case key
        /// Of `words.csv`, by the part of the key before the point: "run" for "run.done".
        case words(String)

        /// What people call a code; nil for an unknown one.
        public func wording(of code: String) -> Wording? {
            switch self {
            case .key: TextCatalogue.titles[code].map { _ in TextCatalogue.titles.wording(code) }
            case .words(let kind):
                TextCatalogue.words["\(kind).\(code)"].map { _ in TextCatalogue.words.wording("\(kind).\(code)") }
            }
        }
    }

    /// Where texts stand in their column; numbers stand right in any.
    public enum Alignment: Sendable, Hashable {
        case leading
        case trailing
    }

    public enum Cell: Sendable, Hashable {
        case text(String)
        case integer(Int)
        /// A decimal number as its exact text, such as "82.50".
        case decimal(String)
        case boolean(Bool)
        /// In JSON and CSV the code, in the table form the words.
        case code(String, Wording)
        /// For people in every form: JSON and CSV have it in the reader's language, too.
        case sentence(Wording)
        /// Nothing known: null in JSON, an empty field in CSV.
        case missing

        /// A text that may not be known.
        public static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }

        /// A number that may not be known.
        public static func optional(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .missing }

        public func json(in language: Language) -> JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .integer(let number): .integer(number)
            case .decimal(let digits): .decimal(digits)
            case .boolean(let flag): .boolean(flag)
            case .code(let code, _): .string(code)
            case .sentence(let words): .string(words(language))
            case .missing: .null
            }
        }

        /// As CSV holds it.
        func field(in language: Language) -> String {
            switch self {
            case .text(let text): SpreadsheetText.cell(text)
            case .integer(let number): String(number)
            case .decimal(let digits): digits
            case .boolean(let flag): String(flag)
            case .code(let code, _): SpreadsheetText.cell(code)
            case .sentence(let words): SpreadsheetText.cell(words(language))
            case .missing: ""
            }
        }

        /// As the table form shows it, in a column of such codes.
        func shown(_ language: Language, codes: Codes?) -> String {
            switch self {
            case .text(let text): (codes?.wording(of: text)?(language) ?? text).visibleLine
            case .integer(let number): String(number)
            case .decimal(let digits): language.text(digits.replacing(".", with: ","), digits).visibleLine
            case .boolean(let flag): flag ? language.text("ya", "yes") : language.text("tidak", "no")
            case .code(_, let words), .sentence(let words): words(language).visibleLine
            case .missing: "–"
            }
        }

        var isNumber: Bool {
            switch self {
            case .integer, .decimal: true
            case .text, .boolean, .code, .sentence, .missing: false
            }
        }
    }
}

extension Table.Cell {
    /// A share in percent with one decimal, "81.8"; missing of nothing.
    static func percent(_ part: Int, of whole: Int) -> Table.Cell {
        guard let share = Share(part, of: whole) else { return .missing }
        return .decimal("\(share.tenths / 10).\(share.tenths % 10)")
    }
}
