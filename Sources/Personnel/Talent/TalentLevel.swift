/// A third of either axis of the talent map: for potential rendah, menengah, tinggi; for performance below, as and
/// above expectation.
public enum TalentLevel: Int, Sendable, Hashable, CaseIterable {
    case low = 1
    case medium = 2
    case high = 3

    /// A stable code for data: "low", "medium", "high".
    public var code: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        }
    }
}

extension TalentLevel: Comparable {
    public static func < (left: TalentLevel, right: TalentLevel) -> Bool { left.rawValue < right.rawValue }
}
