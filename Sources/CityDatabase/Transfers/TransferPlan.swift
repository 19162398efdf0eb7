public import Personnel

/// What somebody proposes: one person, a seat, a day, and why.
public struct TransferPlan: Sendable, Hashable {
    public let nip: NIP
    /// The agency of the seat.
    public let agency: AgencyCode
    /// The number of the post in that agency.
    public let post: Int64
    public let basis: TransferBasis
    /// Only of a move to a lower level.
    public let cause: DemotionCause?
    /// The reason as the person is told; may be given later, and must be there before the person is told.
    public let reason: String
    /// The first day in the seat (TMT).
    public let day: CivilDate

    public init(
        nip: NIP,
        agency: AgencyCode,
        post: Int64,
        basis: TransferBasis,
        cause: DemotionCause? = nil,
        reason: String,
        day: CivilDate
    ) {
        (self.nip, self.agency, self.post, self.basis) = (nip, agency, post, basis)
        (self.cause, self.reason, self.day) = (cause, reason, day)
    }
}
