/// The rating of a period's performance (predikat kinerja, PermenPANRB 6/2022); raw values are SIASN's
/// `kuadranKinerjaNilai`, where the lower number is the better one.
public enum Rating: Int, Sendable, Hashable, CaseIterable {
    case sangatBaik = 1
    case baik = 2
    case butuhPerbaikan = 3
    case kurang = 4
    case sangatKurang = 5

    public init?(code: some StringProtocol) {
        guard let rating = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = rating
    }

    /// A stable code for data, such as "sangat_baik".
    public var code: String {
        switch self {
        case .sangatBaik: "sangat_baik"
        case .baik: "baik"
        case .butuhPerbaikan: "butuh_perbaikan"
        case .kurang: "kurang"
        case .sangatKurang: "sangat_kurang"
        }
    }

    public var title: String {
        switch self {
        case .sangatBaik: "Sangat Baik"
        case .baik: "Baik"
        case .butuhPerbaikan: "Butuh Perbaikan"
        case .kurang: "Kurang"
        case .sangatKurang: "Sangat Kurang"
        }
    }
}
