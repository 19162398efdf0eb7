/// A person with the present post, as our records have it.
public struct RecordedPerson: Sendable, Hashable {
    public enum Standing: Sendable, Hashable {
        case serving
        /// Belongs to the agency and holds no seat, as on unpaid leave.
        case away
        /// Left the service on this day.
        case left(CivilDate)
        /// Serves in another agency from this day on. Only an agency sees its people so; the city sees where they serve.
        case moved(CivilDate)
    }

    public struct Post: Sendable, Hashable {
        /// SIASN's id of the unit.
        public let unit: String
        public let unitName: String
        public let title: String
        /// The first day in the post.
        public let since: CivilDate
        /// The day from which the time in the post counts, where it is an earlier one.
        public let heldSince: CivilDate?
        public let decreeNumber: String?
        public let decreeDate: CivilDate?

        public init(
            unit: String,
            unitName: String,
            title: String,
            since: CivilDate,
            heldSince: CivilDate? = nil,
            decreeNumber: String? = nil,
            decreeDate: CivilDate? = nil
        ) {
            (self.unit, self.unitName, self.title, self.since) = (unit, unitName, title, since)
            (self.heldSince, self.decreeNumber, self.decreeDate) = (heldSince, decreeNumber, decreeDate)
        }
    }

    public let nip: NIP
    public let name: String
    public let agency: AgencyCode
    public let standing: Standing
    public let post: Post?
    /// All that may be seen, in any order.
    public let transfers: [RecordedTransfer]

    public init(
        nip: NIP,
        name: String,
        agency: AgencyCode,
        standing: Standing = .serving,
        post: Post?,
        transfers: [RecordedTransfer] = []
    ) {
        (self.nip, self.name, self.agency, self.standing) = (nip, name, agency, standing)
        (self.post, self.transfers) = (post, transfers)
    }

    /// The newest transfer that is in effect.
    var move: RecordedTransfer? {
        transfers.filter { $0.state.isInEffect }.max { ($0.day, $0.number) < ($1.day, $1.number) }
    }
}

/// A transfer of a person, as our records have it.
public struct RecordedTransfer: Sendable, Hashable {
    /// Such as "TRF-2026-000123".
    public let number: String
    public let state: TransferState
    /// The first day in the new post, or the planned one.
    public let day: CivilDate
    /// SIASN's id of the new unit; nil where it cannot be seen.
    public let unit: String?
    public let title: String?
    /// I-Mut's type, 39...64; nil before a check.
    public let imutType: Int?

    public init(
        number: String,
        state: TransferState,
        day: CivilDate,
        unit: String? = nil,
        title: String? = nil,
        imutType: Int? = nil
    ) {
        (self.number, self.state, self.day, self.unit) = (number, state, day, unit)
        (self.title, self.imutType) = (title, imutType)
    }
}

extension TransferState {
    /// Whether the person serves in the new post by the transfer.
    var isInEffect: Bool { [.effective, .onDuty, .reported, .completed].contains(self) }
    /// In effect, and not reported to BKN.
    var waitsForReport: Bool { self == .effective || self == .onDuty }
    /// Whether the transfer can still come into effect.
    var isOnItsWay: Bool {
        switch self {
        case .draft, .proposed, .returned, .verified, .considered, .deferred, .approved, .pertekRequested,
            .pertekReturned,
            .pertekIssued, .decreed, .announced, .inaugurated:
            true
        default: false
        }
    }
}
