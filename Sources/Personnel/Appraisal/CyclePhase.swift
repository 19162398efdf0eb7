/// The steps of a cycle's run, in their order.
public enum CyclePhase: String, Sendable, Hashable, CaseIterable {
    /// Every person who serves in the period gets an appraisal.
    case open
    /// Raters who have not rated are told so, before the period closes.
    case remind
    /// What was not rated stays without a rating.
    case close
    /// Result and behaviour become a rating.
    case score
    /// The two axes become a box of the talent map.
    case place
    /// Every person is given the own rating, from which day an objection is counted.
    case release
    /// Objections are decided or out of time: nothing changes any more.
    case final

    /// 1...7.
    public var ordinal: Int {
        switch self {
        case .open: 1
        case .remind: 2
        case .close: 3
        case .score: 4
        case .place: 5
        case .release: 6
        case .final: 7
        }
    }
}

extension CyclePhase: Comparable {
    public static func < (left: CyclePhase, right: CyclePhase) -> Bool { left.ordinal < right.ordinal }
}
