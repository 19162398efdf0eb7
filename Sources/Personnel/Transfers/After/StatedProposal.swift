/// A proposal as an export of I-Mut states it.
public struct StatedProposal: Sendable, Hashable {
    /// Physical line of the file, from 1.
    public let line: Int
    public let nip: NIP
    public let status: ImutStatus
    /// 39...64; nil where the file does not say.
    public let type: Int?
    /// BKN's pertimbangan teknis.
    public let pertekNumber: String?
    public let pertekDate: CivilDate?

    public init(
        line: Int,
        nip: NIP,
        status: ImutStatus,
        type: Int? = nil,
        pertekNumber: String? = nil,
        pertekDate: CivilDate? = nil
    ) {
        (self.line, self.nip, self.status, self.type) = (line, nip, status, type)
        (self.pertekNumber, self.pertekDate) = (pertekNumber, pertekDate)
    }

    /// Whether two rows say the same.
    func says(_ other: StatedProposal) -> Bool {
        nip == other.nip && status == other.status && type == other.type && pertekNumber == other.pertekNumber
            && pertekDate == other.pertekDate
    }
}
