/// Why a recurrence was refused: the part, a code, and the values that its text says. A program words it.
public struct RecurrenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with a part.
    public enum Code: String, Sendable, CaseIterable {
        /// A space, or a character that is not ASCII.
        case characters
        /// The rule is empty, or has an empty part.
        case partEmpty = "part_empty"
        /// A name without a value.
        case valueMissing = "value_missing"
        /// A value without a name; `parts` are the possible ones.
        case nameMissing = "name_missing"
        /// The part is there twice.
        case twice
        /// No such part is read; `parts` are the possible ones.
        case unsupported
        /// BYSETPOS, for which a shift is the way.
        case position
        /// `value` is not one of `frequencies`.
        case frequency
        /// There is no FREQ; `frequencies` are the possible ones.
        case frequencyMissing = "frequency_missing"
        /// `value` is less than 1.
        case interval
        /// `value` is not a number of up to `digits` digits.
        case number
        /// The same where a sign is possible.
        case numberSigned = "number_signed"
        /// `value` is not from `first` to `last`.
        case range
        /// The same where negative numbers count from the end.
        case rangeSigned = "range_signed"
        /// A list without a number.
        case empty
        /// Minutes without an hour.
        case hourMissing = "hour_missing"
        /// `value` is not a weekday.
        case weekday
        /// A month has no such `ordinal` `weekday`.
        case ordinal
        /// An `ordinal` `weekday` in a rule without months.
        case ordinalFrequency = "ordinal_frequency"
        /// Days of the month in a weekly rule.
        case weeklyDays = "weekly_days"
        /// A week that does not begin on Monday.
        case weekStart = "week_start"
        /// `value` is not an instant in UTC.
        case instant
        /// `value` is a day; `last` is its last instant in UTC.
        case instantDay = "instant_day"
        /// Not in the years 1 to 9999.
        case year
        /// `value` is not a zone of the IANA database.
        case zone
    }

    /// The part of the rule, such as BYMONTHDAY, or "zone".
    public let part: String
    /// What is wrong with it.
    public let code: Code
    /// The values that a text of it says, by name.
    public let arguments: [String: String]

    init(_ part: String, _ code: Code, _ arguments: [String: String] = [:]) {
        self.part = part
        self.code = code
        self.arguments = arguments
    }

    public var description: String {
        let values = arguments.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(part): \(code.rawValue)\(values)"
    }
}
