/// A seat as transfers see it: where it is and how high it stands, on either side of a move.
public struct TransferSeat: Sendable, Hashable {
    /// What a seat is called in decrees.
    public struct Name: Sendable, Hashable {
        public let agency: AgencyCode
        /// The unit inside the agency (unor), as the city's register names it.
        public let unit: String
        public let title: String

        public init(agency: AgencyCode, unit: String, title: String) {
            (self.agency, self.unit, self.title) = (agency, unit, title)
        }
    }

    public let name: Name
    public let level: PositionLevel
    /// Of a structural post, where it is known.
    public let echelon: Echelon?
    /// Of a functional post, where it is known.
    public let tier: FunctionalTier?
    /// 1...17, where it is known.
    public let jobClass: Int?
    /// Rumpun jabatan of the title (Keppres 87/1999), where it is known.
    public let family: String?
    public let special: SpecialPost?
    /// What the same seat was called before a reorganisation; nil where it was not renamed.
    public let former: Name?

    /// - Parameter special: nil to tell it from the title.
    public init(
        _ name: Name,
        level: PositionLevel,
        echelon: Echelon? = nil,
        tier: FunctionalTier? = nil,
        jobClass: Int? = nil,
        family: String? = nil,
        special: SpecialPost? = nil,
        former: Name? = nil
    ) {
        self.name = name
        self.level = level
        self.echelon = echelon
        self.tier = tier
        self.jobClass = jobClass
        self.family = family
        self.special = special ?? SpecialPost(title: name.title, agency: name.agency, level: level)
        self.former = former
    }

    public var kind: PostKind { PostKind(level) }

    /// Nil for a functional post whose tier is not known.
    public var standing: PostStanding? { PostStanding(level: level, tier: tier) }

    /// Whether it is a teacher's post, for which I-Mut has a type of its own.
    public var isTeaching: Bool {
        kind == .functional && (name.title.lowercased() + " ").hasPrefix("guru ")
    }
}
