/// One of the nine competencies that every post asks for (PermenPANRB 38/2017); the technical ones are each post's own.
public enum Competency: String, Sendable, Hashable, CaseIterable {
    case integrity
    case cooperation
    case communication
    case resultOrientation = "result_orientation"
    case publicService = "public_service"
    case development
    case change
    case decisionMaking = "decision_making"
    case nationalUnity = "national_unity"

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case managerial
        case socioCultural = "socio_cultural"
    }

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data, such as "public_service".
    public var code: String { rawValue }

    /// Eight managerial ones and one socio-cultural.
    public var kind: Kind { self == .nationalUnity ? .socioCultural : .managerial }

    public var title: String {
        switch self {
        case .integrity: "Integritas"
        case .cooperation: "Kerja Sama"
        case .communication: "Komunikasi"
        case .resultOrientation: "Orientasi pada Hasil"
        case .publicService: "Pelayanan Publik"
        case .development: "Pengembangan Diri dan Orang Lain"
        case .change: "Mengelola Perubahan"
        case .decisionMaking: "Pengambilan Keputusan"
        case .nationalUnity: "Perekat Bangsa"
        }
    }

    public var englishTitle: String {
        switch self {
        case .integrity: "Integrity"
        case .cooperation: "Cooperation"
        case .communication: "Communication"
        case .resultOrientation: "Orientation towards results"
        case .publicService: "Public service"
        case .development: "Development of oneself and others"
        case .change: "Managing change"
        case .decisionMaking: "Decision making"
        case .nationalUnity: "Binding the nation together"
        }
    }
}
