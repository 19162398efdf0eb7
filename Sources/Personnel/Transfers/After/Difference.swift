/// One thing that an outside register and our records say differently about a person, with what would mend it.
public struct Difference: Sendable, Hashable {
    /// What differs; raw values are codes for data.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The file says it twice.
        case repeated
        /// Only the file has the person.
        case personUnknown = "person_unknown"
        /// Only our records have the person.
        case personMissing = "person_missing"
        /// The same person under two numbers.
        case nip
        /// One side has the person as serving, the other one as having left.
        case departure
        /// The agency of the post.
        case agency
        /// The unit of the same title.
        case unit
        case post
        /// The first day in the same post (TMT).
        case firstDay = "first_day"
        case decree
        case decreeDate = "decree_date"
        /// A transfer in effect that SIASN lacks, or that SIASN has and is not reported here.
        case report
        /// The state of a proposal in I-Mut.
        case proposal
        case proposalType = "proposal_type"
    }

    public let kind: Kind
    public let nip: NIP
    public var name: String?
    public var agency: AgencyCode?
    /// Line of the file; nil where the file has no row.
    public var line: Int?
    /// What our records say; nil for nothing.
    public var here: String?
    /// What the file says; nil for nothing.
    public var there: String?
    /// The number of the transfer that it is about.
    public var transfer: String?
    public let mend: Mend

    init(
        _ kind: Kind,
        of nip: NIP,
        _ person: RecordedPerson? = nil,
        name: String? = nil,
        line: Int? = nil,
        here: String? = nil,
        there: String? = nil,
        transfer: String? = nil,
        mend: Mend
    ) {
        (self.kind, self.nip, self.line, self.here, self.there) = (kind, nip, line, here, there)
        (self.name, self.agency) = (person?.name ?? name, person?.agency)
        (self.transfer, self.mend) = (transfer, mend)
    }
}

/// What would mend a difference. Which side is right, people decide.
public struct Mend: Sendable, Hashable {
    /// Raw values are codes for texts.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case removeRow = "remove_row"
        case importPeople = "import_people"
        case askPersonnel = "ask_personnel"
        case addInSIASN = "add_in_siasn"
        case correctNIP = "correct_nip"
        case endInSIASN = "end_in_siasn"
        case recordDeparture = "record_departure"
        case enterInSIASN = "enter_in_siasn"
        case importPosts = "import_posts"
        case correctAssignment = "correct_assignment"
        case proposeTransfer = "propose_transfer"
        case goOn = "go_on"
        case reportTransfer = "report_transfer"
        case reportAfterDuty = "report_after_duty"
        case reportAgain = "report_again"
        case recordReport = "record_report"
        case recordDutyAndReport = "record_duty_and_report"
        case entryByPersonnel = "entry_by_personnel"
        case reportByPersonnel = "report_by_personnel"
        case imutPropose = "imut_propose"
        case imutEnter = "imut_enter"
        case imutSend = "imut_send"
        case imutWithdraw = "imut_withdraw"
        case imutLookUp = "imut_look_up"
        case imutType = "imut_type"
        case requestPertek = "request_pertek"
        case issuePertek = "issue_pertek"
        case returnPertek = "return_pertek"
        case refusePertek = "refuse_pertek"
    }

    public let code: Code
    /// Values by the names of the places in the code's text.
    public let values: [String: String]

    init(_ code: Code, _ values: [String: String] = [:]) {
        (self.code, self.values) = (code, values)
    }

    /// About a transfer.
    init(_ code: Code, _ transfer: RecordedTransfer) {
        self.init(code, ["number": transfer.number])
    }
}
