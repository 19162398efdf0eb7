/// How a result or a behaviour stands against what was expected; raw values are SIASN's (`hasilKinerjaNilai`,
/// `perilakuKerjaNilai`), where the lower number is the better one.
public enum Expectation: Int, Sendable, Hashable, CaseIterable {
    case above = 1
    case asExpected = 2
    case below = 3

    /// Reads "1", "2", "3" or the words, in either case and in both spellings ("Diatas", "Di Atas").
    public init?(siasn text: some StringProtocol) {
        switch text.lowercased() {
        case "1", "diatas ekspektasi", "di atas ekspektasi": self = .above
        case "2", "sesuai ekspektasi": self = .asExpected
        case "3", "dibawah ekspektasi", "di bawah ekspektasi": self = .below
        default: return nil
        }
    }

    public var title: String {
        switch self {
        case .above: "Di Atas Ekspektasi"
        case .asExpected: "Sesuai Ekspektasi"
        case .below: "Di Bawah Ekspektasi"
        }
    }
}
