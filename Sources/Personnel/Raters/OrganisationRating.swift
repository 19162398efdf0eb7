/// The rating of a unit's performance (predikat kinerja organisasi, PermenPANRB 6/2022), which its leadership sets before
/// its members are rated; from the best down.
public enum OrganisationRating: String, Sendable, Hashable, CaseIterable {
    case istimewa
    case baik
    case butuhPerbaikan = "butuh_perbaikan"
    case kurang
    case sangatKurang = "sangat_kurang"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data, such as "butuh_perbaikan".
    public var code: String { rawValue }

    public var title: String {
        switch self {
        case .istimewa: "Istimewa"
        case .baik: "Baik"
        case .butuhPerbaikan: "Butuh Perbaikan"
        case .kurang: "Kurang"
        case .sangatKurang: "Sangat Kurang"
        }
    }
}

extension OrganisationRating {
    /// The rating that the unit's head has with it: the head's result is the unit's (SE MenPANRB 3/2023).
    public var headRating: Rating {
        switch self {
        case .istimewa: .sangatBaik
        case .baik: .baik
        case .butuhPerbaikan: .butuhPerbaikan
        case .kurang: .kurang
        case .sangatKurang: .sangatKurang
        }
    }
}
