public import Personnel

/// The maker of a page, the day on which it was made, and whether its people exist.
public struct Imprint: Sendable, Hashable {
    /// "BKPSDM Kota Medan"; nil leaves the line out.
    public let maker: String?
    /// The day on which the page was made; nil leaves the line out.
    public let madeOn: CivilDate?
    /// Whether the people are generated, so that no page leaves the room as real.
    public let isDemo: Bool

    public init(maker: String? = nil, madeOn: CivilDate? = nil, isDemo: Bool = false) {
        self.maker = maker
        self.madeOn = madeOn
        self.isDemo = isDemo
    }
}
