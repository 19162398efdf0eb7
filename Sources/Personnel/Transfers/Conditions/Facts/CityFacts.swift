/// What is known of the city on the planned day of a move. Nil is not known.
public struct CityFacts: Sendable, Hashable {
    /// The city's calendar of freezes; an empty one says that there is none.
    public var windows: [FreezeWindow]?
    /// The day on which the present head was inaugurated.
    public var headInaugurated: CivilDate?
    /// Whether an acting head (Plt, Pj) is in office.
    public var isHeadActing: Bool?
    /// Whether BKN has approved the city's talent management, so that JPT may be filled without open selection.
    public var isTalentApproved: Bool?

    public init(
        windows: [FreezeWindow]? = nil,
        headInaugurated: CivilDate? = nil,
        isHeadActing: Bool? = nil,
        isTalentApproved: Bool? = nil
    ) {
        self.windows = windows
        self.headInaugurated = headInaugurated
        self.isHeadActing = isHeadActing
        self.isTalentApproved = isTalentApproved
    }
}
