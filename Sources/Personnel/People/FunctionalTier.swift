/// The tier (jenjang) of a functional post; raw values are SIASN's codes.
public enum FunctionalTier: String, Sendable, Hashable, CaseIterable {
    case pemula = "PM"
    case terampil = "TR"
    case mahir = "MH"
    case penyelia = "PY"
    case pertama = "PT"
    case muda = "MU"
    case madya = "MA"
    case utama = "UT"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// SIASN's code, such as "MU".
    public var code: String { rawValue }

    public var title: String {
        switch self {
        case .pemula: "Pemula"
        case .terampil: "Terampil"
        case .mahir: "Mahir"
        case .penyelia: "Penyelia"
        case .pertama: "Ahli Pertama"
        case .muda: "Ahli Muda"
        case .madya: "Ahli Madya"
        case .utama: "Ahli Utama"
        }
    }

    /// Whether it is one of the four expert tiers (keahlian) and not of the four skill tiers (keterampilan).
    public var isExpert: Bool {
        switch self {
        case .pemula, .terampil, .mahir, .penyelia: false
        case .pertama, .muda, .madya, .utama: true
        }
    }

    /// The retirement age in years that most posts of the tier have in SIASN's reference; the post's own row goes before.
    public var defaultRetirementAge: Int {
        switch self {
        case .pemula, .terampil, .mahir, .penyelia, .pertama, .muda: 58
        case .madya: 60
        case .utama: 65
        }
    }
}
