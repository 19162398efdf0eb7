/// Where an agency's functional staff work, when that is not an office: raw values as in `agency_profiles.csv`.
enum Workplace: String, Sendable {
    case school
    case clinic
    case installation

    /// How many functional staff one has.
    var size: Int {
        switch self {
        case .school: 24
        case .clinic: 18
        case .installation: 28
        }
    }

    /// The title of the member of staff who leads it as a further duty.
    var headTitle: String {
        switch self {
        case .school: "Kepala Sekolah"
        case .clinic: "Kepala Puskesmas"
        case .installation: "Kepala Instalasi"
        }
    }

    /// The name of the one with this number, from 0; never twice the same.
    func name(_ number: Int) -> String {
        switch self {
        case .school:
            // One in six is a secondary school.
            number % 6 == 5
                ? "SMP Negeri \(number / 6 + 1) Medan" : "SD Negeri 0\(60_801 + number - number / 6)"
        case .clinic:
            "UPT Puskesmas " + Self.repeated(AgencyProfile.cityWards, number)
        case .installation:
            "Instalasi " + Self.repeated(Self.installations, number)
        }
    }

    private static let installations = [
        "Gawat Darurat", "Rawat Jalan", "Rawat Inap", "Rawat Intensif", "Bedah Sentral", "Kebidanan dan Kandungan",
        "Farmasi", "Laboratorium", "Radiologi", "Rehabilitasi Medik", "Gizi", "Rekam Medis", "Hemodialisis",
        "Bank Darah", "Sterilisasi", "Kedokteran Forensik",
    ]

    private static func repeated(_ names: [String], _ number: Int) -> String {
        let round = number / names.count
        return names[number % names.count] + (round == 0 ? "" : " \(round + 1)")
    }
}
