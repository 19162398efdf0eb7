/// A post of a person as a file of SIASN states it.
public struct StatedPost: Sendable, Hashable {
    /// Physical line of the file, from 1.
    public let line: Int
    public let nip: NIP
    /// Nil where the file has no names.
    public var name: String?
    /// SIASN's id of the unit.
    public var unit: String?
    public var unitName: String?
    public var title: String?
    /// The first day in the post (TMT).
    public var since: CivilDate?
    public var decreeNumber: String?
    public var decreeDate: CivilDate?
    /// Whether the file says by what decree posts are held.
    public var hasDecrees: Bool
    /// An acting post or a duty stands beside the person's own post.
    public var isOwn: Bool
    /// Nil where the file does not say whether the person serves.
    public var hasLeft: Bool?

    public init(
        line: Int,
        nip: NIP,
        name: String? = nil,
        unit: String? = nil,
        unitName: String? = nil,
        title: String? = nil,
        since: CivilDate? = nil,
        decreeNumber: String? = nil,
        decreeDate: CivilDate? = nil,
        hasDecrees: Bool = false,
        isOwn: Bool = true,
        hasLeft: Bool? = nil
    ) {
        (self.line, self.nip, self.name, self.unit, self.unitName) = (line, nip, name, unit, unitName)
        (self.title, self.since, self.decreeNumber, self.decreeDate) = (title, since, decreeNumber, decreeDate)
        (self.hasDecrees, self.isOwn, self.hasLeft) = (hasDecrees, isOwn, hasLeft)
    }
}
