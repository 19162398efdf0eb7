/// The steps of a cycle's run, in their order.
public enum CyclePhase: String, Sendable, Hashable, CaseIterable {
    case open
    case close
    case score
    case place

    /// 1...4.
    public var ordinal: Int {
        switch self {
        case .open: 1
        case .close: 2
        case .score: 3
        case .place: 4
        }
    }
}

extension CyclePhase: Comparable {
    public static func < (left: CyclePhase, right: CyclePhase) -> Bool { left.ordinal < right.ordinal }
}
