import Foundation
public import Postgres

extension Recurrence: CustomStringConvertible {
    /// A rule from the text of an RRULE of RFC 5545, section 3.3.10, with or without "RRULE:" before it.
    ///
    /// In any case and order: FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYHOUR, BYMINUTE,
    /// UNTIL (in UTC, as 20261231T165959Z), and WKST=MO. Without BYHOUR the time of day is 00:00.
    ///
    /// - Throws: `RecurrenceError` for the first part that is unknown, not supported, there twice or wrong. No part is ever
    ///   passed over.
    public init(
        _ text: some StringProtocol,
        anchor: PostgresDate,
        zone: String,
        shift: Shift = .none
    ) throws(RecurrenceError) {
        var parts = try Parts(text)
        let frequency = try parts.frequency()
        let interval = try parts.number("INTERVAL") ?? 1
        let months = try parts.numbers("BYMONTH", digits: 2)
        let daysOfMonth = try parts.numbers("BYMONTHDAY", digits: 2, signed: true)
        let weekdays = try parts.weekdays()
        let hours = try parts.numbers("BYHOUR", digits: 2)
        let minutes = try parts.numbers("BYMINUTE", digits: 2)
        let until = try parts.until(in: zone)
        try parts.weekStart()
        try parts.refuseOthers()
        guard hours != nil || minutes == nil else {
            throw RecurrenceError("BYMINUTE", .hourMissing)
        }
        try self.init(
            frequency,
            interval: interval,
            months: months ?? [],
            daysOfMonth: daysOfMonth ?? [],
            weekdays: weekdays,
            hours: hours ?? [0],
            minutes: minutes ?? [0],
            until: until,
            anchor: anchor,
            zone: zone,
            shift: shift
        )
    }

    /// The canonical text of the RRULE, which `init(_:anchor:zone:shift:)` reads back as the same rule. It leaves out anchor,
    /// zone and shift, an interval of 1 and empty parts, never the time of day.
    public var description: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if interval > 1 { parts.append("INTERVAL=\(interval)") }
        func list(_ name: String, _ values: [some CustomStringConvertible]) {
            if !values.isEmpty { parts.append("\(name)=\(values.map(\.description).joined(separator: ","))") }
        }
        list("BYMONTH", months)
        list("BYMONTHDAY", daysOfMonth)
        list("BYDAY", weekdays.map(\.code))
        list("BYHOUR", hours)
        list("BYMINUTE", minutes)
        if let until { parts.append("UNTIL=\(Self.utc(until))") }
        return parts.joined(separator: ";")
    }

    fileprivate static func utc(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSinceReferenceDate)
        let time = (seconds % 86_400 + 86_400) % 86_400
        let digits = String(1_000_000 + time / 3_600 * 10_000 + time / 60 % 60 * 100 + time % 60).dropFirst()
        return PostgresDate(number: (seconds - time) / 86_400).description.replacing("-", with: "") + "T\(digits)Z"
    }
}

extension Recurrence.ByDay {
    fileprivate var code: String {
        switch self {
        case .every(let weekday): weekday.rawValue
        case .nth(let ordinal, let weekday): "\(ordinal)\(weekday.rawValue)"
        }
    }
}

/// The parts of an RRULE by name, in capitals; each is taken out once.
private struct Parts {
    private static let supported = "FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYHOUR, BYMINUTE, UNTIL, WKST=MO"

    private var values: [String: String] = [:]
    private var order: [String] = []

    init(_ text: some StringProtocol) throws(RecurrenceError) {
        // Capitals of other alphabets may be ASCII: "ı" becomes "I".
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw RecurrenceError("rule", .characters)
        }
        var text = text.uppercased()[...]
        if text.hasPrefix("RRULE:") { text = text.dropFirst(6) }
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            guard let equals = part.firstIndex(of: "=") else {
                throw RecurrenceError(
                    part.isEmpty ? "rule" : String(part.prefix(40)),
                    part.isEmpty ? .partEmpty : .valueMissing
                )
            }
            let name = String(part[..<equals])
            guard values.updateValue(String(part[part.index(after: equals)...]), forKey: name) == nil else {
                throw RecurrenceError(String(name.prefix(40)), .twice)
            }
            order.append(name)
        }
    }

    mutating func frequency() throws(RecurrenceError) -> Recurrence.Frequency {
        let value = values.removeValue(forKey: "FREQ")
        guard let value, let frequency = Recurrence.Frequency(rawValue: value) else {
            var arguments = ["frequencies": Recurrence.Frequency.allCases.map(\.rawValue).joined(separator: ", ")]
            if let value { arguments["value"] = String(value.prefix(40)) }
            throw RecurrenceError("FREQ", value == nil ? .frequencyMissing : .frequency, arguments)
        }
        return frequency
    }

    mutating func number(_ name: String) throws(RecurrenceError) -> Int? {
        guard let value = values.removeValue(forKey: name) else { return nil }
        return try Self.number(value[...], name, digits: 18, signed: false)
    }

    mutating func numbers(
        _ name: String,
        digits: Int,
        signed: Bool = false
    ) throws(RecurrenceError) -> [Int]? {
        guard let value = values.removeValue(forKey: name) else { return nil }
        var numbers: [Int] = []
        for item in value.split(separator: ",", omittingEmptySubsequences: false) {
            numbers.append(try Self.number(item, name, digits: digits, signed: signed))
        }
        return numbers
    }

    mutating func weekdays() throws(RecurrenceError) -> [Recurrence.ByDay] {
        guard let value = values.removeValue(forKey: "BYDAY") else { return [] }
        var weekdays: [Recurrence.ByDay] = []
        for item in value.split(separator: ",", omittingEmptySubsequences: false) {
            guard let weekday = Recurrence.Weekday(rawValue: String(item.suffix(2))) else {
                throw RecurrenceError("BYDAY", .weekday, ["value": String(item.prefix(40))])
            }
            let ordinal = item.dropLast(2)
            weekdays.append(
                ordinal.isEmpty
                    ? .every(weekday)
                    : .nth(try Self.number(ordinal, "BYDAY", digits: 2, signed: true), weekday)
            )
        }
        return weekdays
    }

    /// - Parameter zone: of a day without a time it is named the last instant, as the zone's clock shows it.
    mutating func until(in zone: String) throws(RecurrenceError) -> Date? {
        guard let value = values.removeValue(forKey: "UNTIL") else { return nil }
        let bytes = Array(value.utf8)
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
            (bytes[0..<8] + bytes[9..<15]).allSatisfy({ (0x30...0x39).contains($0) }),
            let day = PostgresDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
            number(9..<11) < 24, number(11..<13) < 60, number(13..<15) < 60
        else {
            guard bytes.count == 8, bytes.allSatisfy({ (0x30...0x39).contains($0) }),
                let day = PostgresDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
                let zone = TimeZone(identifier: zone)
            else { throw RecurrenceError("UNTIL", .instant, ["value": String(value.prefix(40))]) }
            let end = RecurrenceClock(zone).firstInstant(showing: Double(day.number + 1) * 86_400) - 1
            let last = Recurrence.utc(Date(timeIntervalSinceReferenceDate: end))
            throw RecurrenceError("UNTIL", .instantDay, ["value": value, "last": last])
        }
        let seconds = number(9..<11) * 3_600 + number(11..<13) * 60 + number(13..<15)
        return Date(timeIntervalSinceReferenceDate: Double(day.number * 86_400 + seconds))
    }

    mutating func weekStart() throws(RecurrenceError) {
        guard let value = values.removeValue(forKey: "WKST"), value != "MO" else { return }
        throw RecurrenceError("WKST", .weekStart)
    }

    func refuseOthers() throws(RecurrenceError) {
        guard let name = order.first(where: { values[$0] != nil }) else { return }
        guard name != "BYSETPOS" else { throw RecurrenceError(name, .position) }
        throw RecurrenceError(
            name.isEmpty ? "rule" : String(name.prefix(40)),
            name.isEmpty ? .nameMissing : .unsupported,
            ["parts": name == "COUNT" ? "UNTIL" : Self.supported]
        )
    }

    private static func number(
        _ text: Substring,
        _ name: String,
        digits: Int,
        signed: Bool
    ) throws(RecurrenceError) -> Int {
        let bare = signed && (text.hasPrefix("-") || text.hasPrefix("+")) ? text.dropFirst() : text
        guard (1...digits).contains(bare.utf8.count), bare.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text)
        else {
            throw RecurrenceError(
                name,
                signed ? .numberSigned : .number,
                ["value": String(text.prefix(40)), "digits": "\(digits)"]
            )
        }
        return number
    }
}
