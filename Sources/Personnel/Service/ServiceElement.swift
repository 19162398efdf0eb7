/// One of the nine elements of a satisfaction survey (unsur SKM, PermenPANRB 14/2017).
///
/// Told by code and never by number alone: sources swap the last two between the text and the questionnaire.
public enum ServiceElement: String, Sendable, Hashable, CaseIterable {
    case requirements
    case procedure
    case time
    case cost
    case product
    case competence
    case behaviour
    case complaints
    case facilities

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data, such as "complaints".
    public var code: String { rawValue }

    public var title: String {
        switch self {
        case .requirements: "Persyaratan"
        case .procedure: "Sistem, Mekanisme, dan Prosedur"
        case .time: "Waktu Penyelesaian"
        case .cost: "Biaya/Tarif"
        case .product: "Produk Spesifikasi Jenis Pelayanan"
        case .competence: "Kompetensi Pelaksana"
        case .behaviour: "Perilaku Pelaksana"
        case .complaints: "Penanganan Pengaduan, Saran, dan Masukan"
        case .facilities: "Sarana dan Prasarana"
        }
    }

    public var englishTitle: String {
        switch self {
        case .requirements: "Requirements"
        case .procedure: "System, mechanism and procedure"
        case .time: "Time to completion"
        case .cost: "Cost"
        case .product: "Product of the service"
        case .competence: "Competence of staff"
        case .behaviour: "Behaviour of staff"
        case .complaints: "Handling of complaints"
        case .facilities: "Facilities"
        }
    }
}
