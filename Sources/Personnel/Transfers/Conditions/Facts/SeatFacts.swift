/// What is known of the seat that a move fills, beside its place and height. Nil is not known.
public struct SeatFacts: Sendable, Hashable {
    /// What the title asks of its holder.
    public var requirement: TitleRequirement?
    /// The ranks that its holder may have; nil takes the echelon's.
    public var ranks: ClosedRange<GradeRank>?
    /// Seats less holders on the planned day; negative where there are more holders than seats.
    public var freeSeats: Int?
    /// Holders who leave the seat in the same batch.
    public var holdersLeaving: Int?

    public init(
        requirement: TitleRequirement? = nil,
        ranks: ClosedRange<GradeRank>? = nil,
        freeSeats: Int? = nil,
        holdersLeaving: Int? = nil
    ) {
        self.requirement = requirement
        self.ranks = ranks
        self.freeSeats = freeSeats
        self.holdersLeaving = holdersLeaving
    }
}
