/// The 18-digit number of a civil servant (NIP), or of a contract employee (NIPPPK).
///
/// `YYYYMMDD` of birth, `YYYYMM` of the appointment as CPNS, sex (1 or 2), a three-digit sequence (Perka BKN 22/2007).
/// A contract number has the year and "21" where the other has year and month. It has no check digit.
/// It prints masked, so that a log line or an error never shows one; `text` is the way to the whole number.
public struct NIP: Sendable, Hashable {
    // 18 digits fit 60 bits: cheaper to keep and to compare than the 18 bytes of text.
    private let number: UInt64

    public let birthDate: CivilDate

    /// Reads exactly 18 ASCII digits; what an export puts around them (an apostrophe, spaces) the importer removes.
    public init(_ text: some StringProtocol) throws(Invalid) {
        let text = String(text)
        guard text.utf8.count == 18 else { throw .shape }
        var number: UInt64 = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .shape }
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
        guard (1...12).contains(appointmentMonth) || appointmentMonth == Self.contractMark else {
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
        return appointmentMonth == Self.contractMark
            ? .contract(year: year)
            : .permanent(year: year, month: appointmentMonth)
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
        /// PPPK, with the year of the first contract.
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

    /// The number of a PPPK; nil when a part is out of its range (year 1...9999, sequence 1...999).
    public static func make(birthDate: CivilDate, contractYear: Int, sex: Sex, sequence: Int) -> NIP? {
        make(birthDate, year: contractYear, month: contractMark, sex, sequence)
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

        public var code: String { rawValue }
    }

    /// What only the day of asking can tell: `.birthDate` when the holder was not yet born.
    public func validate(asOf today: CivilDate) -> Invalid? {
        birthDate > today ? .birthDate : nil
    }

    /// Warns when the age at appointment was outside 18...46. Of a contract only the year is known: it warns when no
    /// day of that year gives such an age.
    public func warnings() -> [Warning] {
        let ages: ClosedRange<Int>
        switch kind {
        case .permanent(let year, let month):
            guard let first = CivilDate(year: year, month: month, day: 1) else { return [.appointmentAge] }
            // Appointed within the month; the age by its last day is the kinder reading.
            ages =
                birthDate.completedYears(until: first)...birthDate.completedYears(until: first.adding(months: 1) + -1)
        case .contract(let year):
            ages = (year - birthDate.year - 1)...(year - birthDate.year)
        }
        return ages.overlaps(18...46) ? [] : [.appointmentAge]
    }
}

extension NIP: CustomStringConvertible, CustomReflectable {
    public var description: String { masked }

    /// Empty, so that `dump` and debuggers that mirror a value show no more than `description`.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension NIP {
    private static let contractMark = 21

    private var appointmentMonth: Int { Self.digits(of: number, from: 12, count: 2) }

    private static func digits(of number: UInt64, from first: Int, count: Int) -> Int {
        Int(number / powersOfTen[18 - first - count] % powersOfTen[count])
    }

    private static let powersOfTen: [UInt64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
