/// Where a move leads, from the two seats alone; raw values are codes for data.
///
/// PP 11/2017 knows mutasi and promosi; the other words are those of the field. An echelon inside a level does not change the
/// direction: a lower one is warned of.
public enum TransferDirection: String, Sendable, Hashable, CaseIterable {
    /// Same standing, same kind of post.
    case rotation
    /// Higher standing, or a higher tier of a functional post.
    case promotion
    /// Same standing, another kind of post, such as from supervisor to functional.
    case familyChange = "family_change"
    /// Lower standing, or a lower tier of a functional post.
    case demotion
    /// The same seat under a new name, after a reorganisation.
    case confirmation

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// Nil while a functional post's tier, which decides, is not known.
    public init?(from source: TransferSeat, to target: TransferSeat) {
        if target.former == source.name, target.level == source.level, target.tier == source.tier {
            self = .confirmation
            return
        }
        let order: (source: Int, target: Int)
        if source.kind == .functional, target.kind == .functional {
            let tiers = FunctionalTier.allCases
            guard let from = source.tier.flatMap(tiers.firstIndex), let to = target.tier.flatMap(tiers.firstIndex)
            else { return nil }
            order = (from, to)
        } else {
            guard let from = source.standing, let to = target.standing else { return nil }
            order = (from.number, to.number)
        }
        if order.target > order.source {
            self = .promotion
        } else if order.target < order.source {
            self = .demotion
        } else {
            self = source.kind == target.kind ? .rotation : .familyChange
        }
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// The usual Indonesian word.
    public var title: String {
        switch self {
        case .rotation: "Rotasi"
        case .promotion: "Promosi"
        case .familyChange: "Alih Jabatan"
        case .demotion: "Demosi"
        case .confirmation: "Pengukuhan"
        }
    }
}
