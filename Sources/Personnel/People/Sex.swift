/// Sex as the civil-service number records it: 1 male, 2 female.
public enum Sex: Int, Sendable, Hashable, CaseIterable {
    case male = 1
    case female = 2

    /// Reads the forms that SIASN exports and local systems use: "M"/"F", "L"/"P" (laki-laki, perempuan) and
    /// "Pria"/"Wanita", in either case. "M" is male: it never stands for an Indonesian word.
    public init?(siasn text: some StringProtocol) {
        switch text.lowercased() {
        case "m", "l", "pria": self = .male
        case "f", "p", "wanita": self = .female
        default: return nil
        }
    }

    /// The letter of a SIASN export: "M" or "F".
    public var siasn: String {
        switch self {
        case .male: "M"
        case .female: "F"
        }
    }
}
