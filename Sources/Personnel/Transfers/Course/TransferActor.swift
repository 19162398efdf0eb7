/// Whose a step of a case is. Raw values are codes for data.
public enum TransferActor: String, Sendable, Hashable, CaseIterable {
    /// The agency that gives the person.
    case releasing
    /// The agency that takes them.
    case receiving
    case employee
    /// BKPSDM.
    case personnel
    /// Tim penilai kinerja (PP 11/2017 art. 191).
    case reviewTeam = "review_team"
    /// Pejabat pembina kepegawaian.
    case mayor
    case bkn
    /// The worker, on the case's day.
    case worker

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }
}
