/// How a civil servant is employed: PNS, CPNS or PPPK.
public enum EmploymentKind: String, Sendable, Hashable, CaseIterable {
    case permanent
    case probationary
    case contract

    /// Reads SIASN's `status_cpns_pns` ("P", "C") and the names in use ("PNS", "CPNS", "PPPK"), in either case.
    public init?(siasn text: some StringProtocol) {
        switch text.uppercased() {
        case "P", "PNS": self = .permanent
        case "C", "CPNS": self = .probationary
        case "PPPK": self = .contract
        default: return nil
        }
    }

    /// A stable code for data: "permanent", "probationary", "contract".
    public var code: String { rawValue }

    /// "PNS", "CPNS" or "PPPK".
    public var title: String {
        switch self {
        case .permanent: "PNS"
        case .probationary: "CPNS"
        case .contract: "PPPK"
        }
    }
}
