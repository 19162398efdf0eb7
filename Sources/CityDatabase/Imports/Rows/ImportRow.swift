import Characters
import Personnel

/// Reads one row's cells and notes what is wrong with them. A required cell that is missing, or a cell that cannot be
/// read, is noted and gives nil; the row is imported only if nothing was noted.
struct ImportRow {
    let line: Int
    private let columns: [ImportColumn]
    private let cells: [String?]
    private(set) var rejections: [ImportFinding] = []
    private(set) var warnings: [ImportFinding] = []

    init(line: Int, columns: [ImportColumn], cells: [String?]) {
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
        guard let index = columns.firstIndex(where: { $0.name == column }), let text = cells[index] else { return nil }
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

    /// A date as SIASN writes it, DD-MM-YYYY.
    mutating func date(_ column: String, required isRequired: Bool = false) -> CivilDate? {
        guard let text = isRequired ? required(column) : text(column) else { return nil }
        guard let date = CivilDate(siasn: text) else {
            reject(column, "date_shape", "not a date in the form DD-MM-YYYY")
            return nil
        }
        return date
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
            return nip
        } catch {
            reject(column, error.code, error.reason)
            return nil
        }
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
