public import Personnel
public import Texts

/// Why a paper cannot be printed. People are named by their case's number, never by name.
public enum PaperProblem: Error, Sendable, Hashable {
    /// A text that must not be empty, by the name it has in templates.
    case missing(String)
    case listEmpty
    /// A row of the list, from 1.
    case caseMissing(row: Int)
    case reasonMissing(String)
    case nameMissing(String)
    /// The person's NIP is missing or an impossible one.
    case nipInvalid(String)
    case postMissing(String)
    case caseTwice(String)
    /// The first case of the person, and the later one.
    case personTwice(String, String)
    case earlyStart(firstDay: CivilDate, date: CivilDate)
    case caseUnknown(String)
    /// A person starts before the decree lets the post begin.
    case dutyBeforeFirstDay(String)
    /// The invitation's day is less than a working day ahead (Peraturan BKN 7/2017).
    case invitedLate(letter: CivilDate, day: CivilDate)
    /// No check says why the person was chosen.
    case findingsMissing(String)
    case noticeBeforeDecree(letter: CivilDate, decree: CivilDate)
    /// Questions could be asked only until before the letter.
    case contactEnded(letter: CivilDate, until: CivilDate)
    /// The inauguration is before the decree, or over 30 working days after it (Peraturan BKN 7/2017).
    case inauguratedOutside(decree: CivilDate, last: CivilDate)

    /// What is wrong and what to do, in both languages.
    public var wording: Wording {
        switch self {
        case .missing(let name): Self.wording("missing", ["name": .text(name)])
        case .listEmpty: Self.wording("list_empty")
        case .caseMissing(let row): Self.wording("case_missing", ["row": .number(row)])
        case .reasonMissing(let number): Self.wording("reason_missing", ["case": .text(number)])
        case .nameMissing(let number): Self.wording("name_missing", ["case": .text(number)])
        case .nipInvalid(let number): Self.wording("nip_invalid", ["case": .text(number)])
        case .postMissing(let number): Self.wording("post_missing", ["case": .text(number)])
        case .caseTwice(let number): Self.wording("case_twice", ["case": .text(number)])
        case .personTwice(let first, let later):
            Self.wording("person_twice", ["case": .text(later), "other": .text(first)])
        case .earlyStart(let firstDay, let date):
            Self.wording("early_start", ["day": .text(firstDay.iso), "date": .text(date.iso)])
        case .caseUnknown(let number): Self.wording("case_unknown", ["case": .text(number)])
        case .dutyBeforeFirstDay(let number): Self.wording("duty_before_first_day", ["case": .text(number)])
        case .invitedLate(let letter, let day):
            Self.wording("invited_late", ["letter": .text(letter.iso), "day": .text(day.iso)])
        case .findingsMissing(let number): Self.wording("findings_missing", ["case": .text(number)])
        case .noticeBeforeDecree(let letter, let decree):
            Self.wording("notice_before_decree", ["letter": .text(letter.iso), "date": .text(decree.iso)])
        case .contactEnded(let letter, let until):
            Self.wording("contact_ended", ["letter": .text(letter.iso), "until": .text(until.iso)])
        case .inauguratedOutside(let decree, let last):
            Self.wording("inaugurated_outside", ["date": .text(decree.iso), "last": .text(last.iso)])
        }
    }

    private static func wording(_ key: String, _ arguments: [String: TextArgument] = [:]) -> Wording {
        TextCatalogue.findings.wording("paper.\(key)", arguments)
    }
}

/// A paper was refused, for every reason at once.
public struct PaperRefusal: Error, Sendable, Hashable {
    /// At least one.
    public let problems: [PaperProblem]

    public init(problems: [PaperProblem]) {
        self.problems = problems
    }
}
