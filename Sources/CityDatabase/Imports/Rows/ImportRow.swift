import Characters
import Personnel

/// Reads one row's cells and notes what is wrong with them. A required cell that is missing, or a cell that cannot be
/// read, is noted and gives nil; the row is imported only if nothing was noted.
struct ImportRow {
    let line: Int
    private let columns: [ImportColumn]
    private let cells: [ImportCell?]
    private(set) var rejections: [ImportFinding] = []
    private(set) var warnings: [ImportFinding] = []
    /// As the first NIP of the row has it, the person's own.
    private var birth: CivilDate?

    init(line: Int, columns: [ImportColumn], cells: [ImportCell?]) {
        self.line = line
        self.columns = columns
        self.cells = cells
    }

    var isGood: Bool { rejections.isEmpty }

    mutating func reject(_ column: String, _ code: String, _ reason: String) {
        rejections.append(ImportFinding(line: line, column: column, code: code, reason: reason))
    }

    mutating func warn(_ column: String, _ code: String, _ reason: String) {
        warnings.append(ImportFinding(line: line, column: column, code: code, reason: reason))
    }

    /// The cell, or nil when it is empty.
    mutating func text(_ column: String, longest: Int = 500) -> String? {
        guard let text = cell(column)?.clean else { return nil }
        if let control = text.firstControl {
            reject(column, "control_character", "the text holds the control character \(control)")
            return nil
        }
        guard text.utf8.count <= longest else {
            reject(column, "too_long", "longer than \(longest) bytes")
            return nil
        }
        return text
    }

    mutating func required(_ column: String) -> String? {
        let known = rejections.count
        let text = text(column)
        if text == nil, rejections.count == known { reject(column, "missing", "the cell is empty") }
        return text
    }

    /// A date as SIASN writes it, DD-MM-YYYY, that can be: since the year 1900, since the person's birth, and not years
    /// ahead.
    ///
    /// - Parameter years: how many years after today the day may lie. Decrees are signed before they begin, so that two are
    ///   many; the end of a sanction or of a team lies further ahead.
    mutating func date(
        _ column: String,
        asOf day: CivilDate,
        ahead years: Int = 2,
        required isRequired: Bool = false
    ) -> CivilDate? {
        guard let text = isRequired ? required(column) : text(column) else { return nil }
        guard let date = CivilDate(siasn: text) else {
            if Self.isSerial(text) {
                let reason = "a spreadsheet's day number and no date; make the column text, and export again"
                reject(column, "date_serial", reason)
            } else {
                reject(column, "date_shape", "not a date in the form DD-MM-YYYY" + odd(column))
            }
            return nil
        }
        if let birth, date < birth {
            reject(column, "date_before_birth", "lies before the person's birth")
        } else if date.year < 1900 {
            reject(column, "date_too_early", "lies before the year 1900")
        } else if date > day.adding(months: 12 * years) {
            reject(column, "date_too_late", "lies more than \(years) years ahead")
        } else {
            return date
        }
        return nil
    }

    /// Whether a spreadsheet wrote a day as the number of days since 1900 (or 1904, which is why it cannot be read).
    private static func isSerial(_ text: String) -> Bool {
        let whole = text.prefix { $0 != "." && $0 != "," }
        return (1...6).contains(whole.utf8.count) && whole.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && text.utf8.allSatisfy { (0x2C...0x39).contains($0) }
    }

    mutating func integer(_ column: String) -> Int? {
        guard let text = text(column) else { return nil }
        guard let value = Int(text) else {
            reject(column, "number_shape", "not a whole number")
            return nil
        }
        return value
    }

    /// A NIP of 18 digits, with its parts valid on `day`.
    mutating func nip(_ column: String, asOf day: CivilDate, required isRequired: Bool = true) -> NIP? {
        guard let text = isRequired ? required(column) : text(column) else { return nil }
        do {
            let nip = try NIP(text)
            if let invalid = nip.validate(asOf: day) {
                reject(column, invalid.code, invalid.reason)
                return nil
            }
            if birth == nil { birth = nip.birthDate }
            return nip
        } catch {
            reject(column, error.code, error.reason + (error == .shape ? odd(column) : ""))
            return nil
        }
    }

    private func cell(_ column: String) -> ImportCell? {
        columns.firstIndex { $0.name == column }.flatMap { cells[$0] }
    }

    private func odd(_ column: String) -> String {
        cell(column)?.oddCharacter.map { "; \($0)" } ?? ""
    }

    /// A cell read by `parse`, whose nil is a rejection.
    mutating func value<Value>(
        _ column: String,
        required isRequired: Bool = true,
        _ code: String,
        _ reason: String,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = isRequired ? required(column) : text(column) else { return nil }
        guard let value = parse(text) else {
            reject(column, code, reason)
            return nil
        }
        return value
    }
}
