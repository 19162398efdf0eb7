public import Personnel

/// The letter that tells a person of the transfer: why, what changes, who answers questions, and what the person may do.
public struct TransferNotice: Sendable, Hashable {
    /// One thing that the transfer changes, or leaves.
    public struct Change: Sendable, Hashable {
        /// "Kelas jabatan".
        public let subject: String
        public let before: String
        public let after: String

        public init(_ subject: String, from before: String, to after: String) {
            (self.subject, self.before, self.after) = (subject, before, after)
        }
    }

    /// The people who answer questions, how to reach them, and the last day on which they answer.
    public struct Contact: Sendable, Hashable {
        public let text: String
        public let until: CivilDate

        public init(_ text: String, until: CivilDate) {
            (self.text, self.until) = (text, until)
        }
    }

    public let number: String
    public let date: CivilDate
    public let place: String
    public let decree: Decree
    public let nominee: Nominee
    /// What was examined and found, a sentence each, made from stored verdicts; at least one.
    public let findings: [String]
    public let changes: [Change]
    public let contact: Contact
    public let signer: Officer

    /// - Throws: ``PaperRefusal`` when the decree has no such case, nothing was found of it, the letter is older than the
    ///   decree, or questions could be asked only before the letter.
    public init(
        number: String,
        date: CivilDate,
        place: String,
        decree: Decree,
        caseNumber: String,
        findings: [String],
        changes: [Change],
        contact: Contact,
        signer: Officer
    ) throws(PaperRefusal) {
        self.number = number
        self.date = date
        self.place = place
        self.decree = decree
        self.nominee = try decree.nominee(caseNumber)
        self.findings = findings
        self.changes = changes
        self.contact = contact
        self.signer = signer
        var problems: [PaperProblem] = []
        if findings.isEmpty { problems.append(.findingsMissing(caseNumber)) }
        if date < decree.date { problems.append(.noticeBeforeDecree(letter: date, decree: decree.date)) }
        if contact.until < date { problems.append(.contactEnded(letter: date, until: contact.until)) }
        guard problems.isEmpty else { throw PaperRefusal(problems: problems) }
    }
}
