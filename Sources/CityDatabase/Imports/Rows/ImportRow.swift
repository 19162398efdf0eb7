import Characters
import Personnel
import Texts

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

    mutating func reject(_ column: String, _ problem: ImportProblem, _ arguments: [String: TextArgument] = [:]) {
        rejections.append(ImportFinding(line: line, column: column, problem, arguments))
    }

    mutating func warn(_ column: String, _ problem: ImportProblem) {
        warnings.append(ImportFinding(line: line, column: column, problem))
    }

    /// The cell, or nil when it is empty.
    mutating func text(_ column: String, longest: Int = 500) -> String? {
        guard let text = cell(column)?.clean else { return nil }
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
                reject(column, .dateSerial)
            } else {
                reject(column, .dateShape, odd: .dateShapeCharacter)
            }
            return nil
        }
        if let birth, date < birth {
            reject(column, .dateBeforeBirth)
        } else if date.year < 1900 {
            reject(column, .dateTooEarly)
        } else if date > day.adding(months: 12 * years) {
            reject(column, .dateTooLate, ["years": .number(years)])
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
            if birth == nil { birth = nip.birthDate }
            return nip
        } catch {
            if error == .shape {
                reject(column, .nipShape, odd: .nipShapeCharacter)
            } else {
                reject(column, ImportProblem(error))
            }
            return nil
        }
    }

    private func cell(_ column: String) -> ImportCell? {
        columns.firstIndex { $0.name == column }.flatMap { cells[$0] }
    }

    /// Rejects a cell; where a character of it looks like another or like nothing, by the problem that tells its place.
    private mutating func reject(_ column: String, _ problem: ImportProblem, odd: ImportProblem) {
        guard let (place, character) = cell(column)?.oddCharacter else { return reject(column, problem) }
        reject(column, odd, ["place": .number(place), "character": .text(character)])
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
