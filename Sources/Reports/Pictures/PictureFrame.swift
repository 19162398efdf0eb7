public import Personnel

/// Of whom a picture is, and of which day.
public struct PictureFrame: Sendable, Hashable {
    /// "Kota Medan", "Dinas Kesehatan".
    public let scope: String
    /// The day whose state is shown.
    public let asOf: CivilDate

    public init(scope: String, asOf: CivilDate) {
        self.scope = scope
        self.asOf = asOf
    }
}
