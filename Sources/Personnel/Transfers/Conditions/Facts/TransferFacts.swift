/// Everything that is known of one case on its planned day: what the rules judge, and all that they may see.
public struct TransferFacts: Sendable, Hashable {
    /// The day on which the move takes effect.
    public var day: CivilDate
    public var basis: TransferBasis?
    /// The lawful cause, of a demotion.
    public var cause: DemotionCause?
    /// The seat that is left; nil for people who hold none, such as after their unit was closed.
    public var source: TransferSeat?
    public var target: TransferSeat
    /// Where the move leads, as somebody states it: for people without a seat, and tiers that nobody knows.
    public var statedDirection: TransferDirection?
    public var person: PersonFacts
    public var seat: SeatFacts
    public var city: CityFacts
    /// Nil while nobody has looked through the file.
    public var documents: [TransferDocument]?
    /// Nil while nobody has tested for conflicts; an empty list says that there are none.
    public var conflicts: [DeclaredConflict]?

    public init(
        on day: CivilDate,
        from source: TransferSeat?,
        to target: TransferSeat,
        basis: TransferBasis? = nil,
        person: PersonFacts = PersonFacts(),
        seat: SeatFacts = SeatFacts(),
        city: CityFacts = CityFacts()
    ) {
        self.day = day
        self.source = source
        self.target = target
        self.basis = basis
        self.person = person
        self.seat = seat
        self.city = city
    }

    /// The stated direction, or that of the two seats; nil while neither is known.
    public var direction: TransferDirection? {
        statedDirection ?? source.flatMap { TransferDirection(from: $0, to: target) }
    }

    /// The newest document of a kind that bears the planned day or an earlier one.
    public func document(_ kind: DocumentKind) -> TransferDocument? {
        filed(kind).max { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    /// The newest document of a kind that names the new post.
    func documentNamingPost(_ kind: DocumentKind) -> TransferDocument? {
        filed(kind).filter { $0.post == target.name.title }.max { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    func filed(_ kind: DocumentKind) -> [TransferDocument] {
        (documents ?? []).filter { $0.kind == kind && $0.day <= day }
    }
}
