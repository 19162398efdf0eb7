public import Personnel

/// The statement that a person has taken up the new post (SPMT, Surat Pernyataan Melaksanakan Tugas).
public struct StartOfDuty: Sendable, Hashable {
    public let number: String
    public let date: CivilDate
    public let place: String
    public let decree: Decree
    public let nominee: Nominee
    /// The day on which the person began; not before the decree's first day.
    public let startDay: CivilDate
    /// The head of the receiving agency.
    public let signer: Officer

    /// - Throws: ``PaperRefusal`` when the decree has no such case, or the person began before the decree's first day.
    public init(
        number: String,
        date: CivilDate,
        place: String,
        decree: Decree,
        caseNumber: String,
        startDay: CivilDate,
        signer: Officer
    ) throws(PaperRefusal) {
        self.number = number
        self.date = date
        self.place = place
        self.decree = decree
        self.nominee = try decree.nominee(caseNumber)
        self.startDay = startDay
        self.signer = signer
        guard startDay >= decree.firstDay else {
            throw PaperRefusal(problems: [.dutyBeforeFirstDay(caseNumber)])
        }
    }
}
