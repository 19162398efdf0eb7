/// The 18-digit number of a civil servant (NIP), or of a contract employee (NIPPPK).
///
/// `YYYYMMDD` of birth, `YYYYMM` of the appointment as CPNS, sex (1 or 2), a three-digit sequence (Perka BKN 22/2007).
/// A contract number has the year, a 2 and the number of the agreement (1 to 9) where the other has year and month: 21
/// for a first agreement, 24 in the press's examples of part-time PPPK. It has no check digit.
/// It prints masked, so that a log line or an error never shows one; `text` is the way to the whole number.
public struct NIP: Sendable, Hashable {
    // 18 digits fit 60 bits: cheaper to keep and to compare than the 18 bytes of text.
    private let number: UInt64

    public let birthDate: CivilDate

    /// Reads exactly 18 ASCII digits; what an export puts around them (an apostrophe, spaces) the importer removes.
    public init(_ text: some StringProtocol) throws(Invalid) {
        let text = String(text)
        guard text.utf8.count == 18 else { throw Self.isRounded(text) ? .rounded : .shape }
        var number: UInt64 = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                throw Self.isRounded(text) ? .rounded : .shape
            }
            number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        try self.init(number: number)
    }

    private init(number: UInt64) throws(Invalid) {
        let year = Self.digits(of: number, from: 0, count: 4)
        let month = Self.digits(of: number, from: 4, count: 2)
        let day = Self.digits(of: number, from: 6, count: 2)
        guard let birthDate = CivilDate(year: year, month: month, day: day) else { throw .birthDate }
        self.number = number
        self.birthDate = birthDate
        guard (1...12).contains(appointmentMonth) || Self.contractMarks.contains(appointmentMonth) else {
            throw .appointmentMonth
        }
        guard Sex(rawValue: Self.digits(of: number, from: 14, count: 1)) != nil else { throw .sex }
        guard sequence > 0 else { throw .sequence }
    }

    /// All 18 digits. Personal data: for the database and the person's own agency.
    public var text: String {
        let digits = String(number)
        return String(repeating: "0", count: 18 - digits.utf8.count) + digits
    }

    /// The last four digits behind bullets.
    public var masked: String {
        String(repeating: "•", count: 14) + text.suffix(4)
    }

    public var kind: Kind {
        let year = Self.digits(of: number, from: 8, count: 4)
        return Self.contractMarks.contains(appointmentMonth)
            ? .contract(year: year)
            : .permanent(year: year, month: appointmentMonth)
    }

    /// The number of a PPPK's agreement, 1...9; nil of a PNS or CPNS.
    public var agreement: Int? {
        Self.contractMarks.contains(appointmentMonth) ? appointmentMonth % 10 : nil
    }

    public var sex: Sex {
        Self.digits(of: number, from: 14, count: 1) == Sex.male.rawValue ? .male : .female
    }

    /// 1...999, among people of the same birth date, appointment and sex.
    public var sequence: Int { Self.digits(of: number, from: 15, count: 3) }
}

extension NIP {
    public enum Kind: Sendable, Hashable {
        /// PNS or CPNS, with the month of the appointment as CPNS.
        case permanent(year: Int, month: Int)
        /// PPPK, with the year of the contract.
        case contract(year: Int)
    }

    /// The number of a PNS; nil when a part is out of its range (year 1...9999, month 1...12, sequence 1...999).
    public static func make(
        birthDate: CivilDate,
        appointedYear: Int,
        appointedMonth: Int,
        sex: Sex,
        sequence: Int
    ) -> NIP? {
        guard (1...12).contains(appointedMonth) else { return nil }
        return make(birthDate, year: appointedYear, month: appointedMonth, sex, sequence)
    }

    /// The number of a PPPK; nil when a part is out of its range (year 1...9999, agreement 1...9, sequence 1...999).
    public static func make(
        birthDate: CivilDate,
        contractYear: Int,
        agreement: Int = 1,
        sex: Sex,
        sequence: Int
    ) -> NIP? {
        guard (1...9).contains(agreement) else { return nil }
        return make(birthDate, year: contractYear, month: 20 + agreement, sex, sequence)
    }

    private static func make(_ birth: CivilDate, year: Int, month: Int, _ sex: Sex, _ sequence: Int) -> NIP? {
        guard (1...9999).contains(birth.year), (1...9999).contains(year), (1...999).contains(sequence) else {
            return nil
        }
        var number = UInt64(birth.year * 10_000 + birth.month * 100 + birth.day)
        number = number * 1_000_000 + UInt64(year * 100 + month)
        number = number * 10_000 + UInt64(sex.rawValue * 1_000 + sequence)
        return try? NIP(number: number)
    }
}

extension NIP {
    /// Why a text is not a NIP: its first impossible part, from left to right.
    public enum Invalid: String, Error, Sendable, Hashable, CaseIterable {
        case shape = "nip_shape"
        /// A spreadsheet took the text for a number.
        case rounded = "nip_rounded"
        case birthDate = "nip_birth_date"
        case appointmentMonth = "nip_appointment_month"
        case sex = "nip_sex"
        case sequence = "nip_sequence"

        /// A stable code for lists of rejected rows.
        public var code: String { rawValue }
    }

    /// What is unusual about a valid NIP; to be shown, never to refuse it.
    public enum Warning: String, Sendable, Hashable, CaseIterable {
        case appointmentAge = "nip_appointment_age"
        /// A PPPK's number that does not count a first agreement.
        case agreement = "nip_agreement"

        public var code: String { rawValue }
    }

    /// What only the day of asking can tell: `.birthDate` when the holder was not yet born.
    public func validate(asOf today: CivilDate) -> Invalid? {
        birthDate > today ? .birthDate : nil
    }

    /// Warns when the age at appointment was outside 18...46, and of an agreement other than the first: nearly all numbers
    /// have 21, and no regulation that we know says what the second digit counts.
    public func warnings() -> [Warning] {
        var warnings: [Warning] = []
        if appointmentAges.map({ !$0.overlaps(18...46) }) ?? true { warnings.append(.appointmentAge) }
        if let agreement, agreement > 1 { warnings.append(.agreement) }
        return warnings
    }

    /// The ages that the holder may have had at the appointment; nil when its year cannot be. Of a contract only the year is
    /// known.
    private var appointmentAges: ClosedRange<Int>? {
        switch kind {
        case .permanent(let year, let month):
            // Appointed within the month; the age by its last day is the kinder reading.
            CivilDate(year: year, month: month, day: 1)
                .map {
                    birthDate.completedYears(until: $0)...birthDate.completedYears(until: $0.adding(months: 1) + -1)
                }
        case .contract(let year):
            (year - birthDate.year - 1)...(year - birthDate.year)
        }
    }
}

extension NIP: CustomStringConvertible, CustomReflectable {
    public var description: String { masked }

    /// Empty, so that `dump` and debuggers that mirror a value show no more than `description`.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension NIP {
    private static let contractMarks = 21...29

    /// Whether a spreadsheet wrote the text as a number, with an exponent or decimals, after its own decimal sign: it keeps
    /// fifteen digits of eighteen.
    private static func isRounded(_ text: String) -> Bool {
        let number = text.replacing(",", with: ".").uppercased()
        let parts = number.split(separator: "E", omittingEmptySubsequences: false)
        let digits = parts[0].utf8.count { (0x30...0x39).contains($0) }
        guard digits > 0, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            parts[0].utf8.count - digits <= 1
        else { return false }
        guard parts.count == 2 else { return parts.count == 1 && digits >= 15 && parts[0].utf8.count > digits }
        let exponent = parts[1].drop { $0 == "+" }
        return exponent == "17" || exponent == "16" || exponent == "18"
    }

    private var appointmentMonth: Int { Self.digits(of: number, from: 12, count: 2) }

    private static func digits(of number: UInt64, from first: Int, count: Int) -> Int {
        Int(number / powersOfTen[18 - first - count] % powersOfTen[count])
    }

    private static let powersOfTen: [UInt64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
