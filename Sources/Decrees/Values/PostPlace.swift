/// A post as a decree names it: its title, the unit it belongs to, and the agency.
public struct PostPlace: Sendable, Hashable {
    /// "Kepala Seksi Kesehatan Keluarga".
    public let title: String
    /// "Bidang Kesehatan Masyarakat"; nil where the post stands at the head of the agency itself.
    public let unit: String?
    /// "Dinas Kesehatan".
    public let agency: String

    /// - Parameter unit: an empty one, or the agency's own name, counts as none.
    public init(title: String, unit: String? = nil, agency: String) {
        self.title = title
        self.unit = unit.flatMap { $0.isBlank || $0 == agency ? nil : $0 }
        self.agency = agency
    }
}

extension String {
    /// Whether a reader would see nothing.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
