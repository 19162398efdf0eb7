/// What is known of a person on the planned day of a move. Nil is not known, and never taken as good or bad.
public struct PersonFacts: Sendable, Hashable {
    /// A sanction, and the day from which it is served.
    public struct ServedSanction: Sendable, Hashable {
        public let sanction: Sanction
        public let first: CivilDate

        public init(_ sanction: Sanction, from first: CivilDate) {
            (self.sanction, self.first) = (sanction, first)
        }
    }

    public var nip: NIP?
    /// That of the NIP, unless the record says another.
    public var birthDate: CivilDate?
    public var employment: EmploymentKind?
    /// Nil of a PPPK, too, for whom no rule asks it.
    public var rank: GradeRank?
    /// Education, schooling, trainings and the family of the present title.
    public var qualification: TitleRequirement.Facts
    /// Since when the present post is held.
    public var heldSince: CivilDate?
    /// The first day of the first definitive assignment.
    public var firstAssignment: CivilDate?
    /// The day from which the person is retired, by the present or the new post, whichever is earlier.
    public var retirement: CivilDate?
    /// By calendar year; years without a rating are left out.
    public var ratings: [Int: Rating]?
    public var sanctions: [ServedSanction]?
    public var presence: Presence?
    /// Whether a disciplinary process is running.
    public var isUnderDiscipline: Bool?
    /// Whether a court process is running.
    public var isUnderTrial: Bool?
    /// Whether the person is on study duty or bound by it (tugas belajar, ikatan dinas).
    public var isStudyBound: Bool?
    /// Whether findings of an audit are not settled.
    public var hasAuditFindings: Bool?
    /// Definitive seats beside the one that the move leaves.
    public var otherSeats: Int?
    /// Months, counted together, in work that is related to the new post.
    public var experienceMonths: Int?
    /// Months, counted together, at the level from which the new post is reached: see `PositionLevel.below`, and the
    /// functional tier beside it.
    public var feederMonths: Int?
    /// The match with the new post.
    public var match: JobPersonMatch?

    public init(
        nip: NIP? = nil,
        qualification: TitleRequirement.Facts = TitleRequirement.Facts(
            education: nil,
            schooling: nil,
            trainings: [],
            family: nil
        )
    ) {
        self.nip = nip
        birthDate = nip?.birthDate
        self.qualification = qualification
    }
}
