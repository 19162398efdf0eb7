/// Dates and times in the words of the server (manual, "Date/Time Output", DateStyle `ISO`).
enum ISOText {
    static let microsecondsADay: Int64 = 86_400_000_000

    static func date(_ day: CivilDay) -> String {
        yearMonthDay(day) + era(day)
    }

    /// A date and a time of day, which may be followed by an offset, before the era.
    static func moment(_ microsecondsSince2000: Int64, offset: String) -> String {
        switch microsecondsSince2000 {
        case .max: return "infinity"
        case .min: return "-infinity"
        default: break
        }
        let (days, rest) = microsecondsSince2000.floored(by: microsecondsADay)
        let day = CivilDay(daysSince2000: Int(days))
        return yearMonthDay(day) + " " + time(rest.magnitude) + offset + era(day)
    }

    /// `04:05:06.789`: hours without an upper limit, no zeros at the end of a fraction.
    static func time(_ microseconds: UInt64) -> String {
        let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        let fields = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
        var text = fields.joined(separator: ":")
        guard fraction > 0 else { return text }
        text += "." + padded(fraction, to: 6)
        while text.last == "0" { text.removeLast() }
        return text
    }

    private static func yearMonthDay(_ day: CivilDay) -> String {
        let year = day.year > 0 ? day.year : 1 - day.year
        return padded(year, to: 4) + "-" + padded(day.month, to: 2) + "-" + padded(day.day, to: 2)
    }

    private static func era(_ day: CivilDay) -> String {
        day.year > 0 ? "" : " BC"
    }

    private static func padded(_ number: some BinaryInteger, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
