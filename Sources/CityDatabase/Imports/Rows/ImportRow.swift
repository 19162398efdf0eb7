import Characters
import Personnel
import Texts

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

    mutating func reject(_ column: String, _ problem: ImportProblem, _ arguments: [String: TextArgument] = [:]) {
        rejections.append(ImportFinding(line: line, column: column, problem, arguments))
    }

    mutating func warn(_ column: String, _ problem: ImportProblem) {
        warnings.append(ImportFinding(line: line, column: column, problem))
    }

    /// The cell, or nil when it is empty.
    mutating func text(_ column: String, longest: Int = 500) -> String? {
        guard let index = columns.firstIndex(where: { $0.name == column }), let text = cells[index] else { return nil }
        if let control = text.firstControl {
            reject(column, .controlCharacter, ["character": "\(control)"])
            return nil
        }
        guard text.utf8.count <= longest else {
            reject(column, .tooLong, ["bytes": .number(longest)])
            return nil
        }
        return text
    }

    mutating func required(_ column: String) -> String? {
        let known = rejections.count
        let text = text(column)
        if text == nil, rejections.count == known { reject(column, .missing) }
        return text
    }

    /// A date as SIASN writes it, DD-MM-YYYY.
    mutating func date(_ column: String, required isRequired: Bool = false) -> CivilDate? {
        guard let text = isRequired ? required(column) : text(column) else { return nil }
        guard let date = CivilDate(siasn: text) else {
            reject(column, .dateShape)
            return nil
        }
        return date
    }

    mutating func integer(_ column: String) -> Int? {
        guard let text = text(column) else { return nil }
        guard let value = Int(text) else {
            reject(column, .numberShape)
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
                reject(column, ImportProblem(invalid))
                return nil
            }
            return nip
        } catch {
            reject(column, ImportProblem(error))
            return nil
        }
    }

    /// A cell read by `parse`, whose nil is a rejection.
    mutating func value<Value>(
        _ column: String,
        required isRequired: Bool = true,
        _ problem: ImportProblem,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = isRequired ? required(column) : text(column) else { return nil }
        guard let value = parse(text) else {
            reject(column, problem)
            return nil
        }
        return value
    }
}
