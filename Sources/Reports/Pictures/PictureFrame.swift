public import Personnel

/// Of whom a picture is, of which cycle and day, and who made it.
public struct PictureFrame: Sendable, Hashable {
    /// "Kota Medan", "Dinas Kesehatan".
    public let scope: String
    /// The day whose state is shown.
    public let asOf: CivilDate
    /// The cycle's code, such as "2026-Q3"; nil where the picture is of a day alone.
    public let cycle: String?
    public let imprint: Imprint

    public init(scope: String, asOf: CivilDate, cycle: String? = nil, imprint: Imprint = Imprint()) {
        self.scope = scope
        self.asOf = asOf
        self.cycle = cycle
        self.imprint = imprint
    }
}
