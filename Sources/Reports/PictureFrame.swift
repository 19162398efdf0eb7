/// Of whom a picture is, and of which day.
public struct PictureFrame: Sendable, Hashable {
    /// "Kota Medan", "Dinas Kesehatan".
    public let scope: String
    /// The day whose state is shown, ISO ("2026-11-27"); any other text is shown as it is.
    public let asOf: String

    public init(scope: String, asOf: String) {
        self.scope = scope
        self.asOf = asOf
    }
}
