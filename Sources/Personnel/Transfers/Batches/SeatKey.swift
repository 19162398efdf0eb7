/// A post (jabatan) of an agency; it has as many seats as its *formasi* says.
public struct SeatKey: Sendable, Hashable {
    public let agency: AgencyCode
    /// The post's number within its agency.
    public let post: Int64

    public init(agency: AgencyCode, post: Int64) {
        self.agency = agency
        self.post = post
    }
}

extension SeatKey: Comparable {
    /// By agency, then by number.
    public static func < (left: SeatKey, right: SeatKey) -> Bool {
        (left.agency, left.post) < (right.agency, right.post)
    }
}

extension SeatKey: CustomStringConvertible {
    /// "dinkes/12".
    public var description: String { "\(agency)/\(post)" }
}
