/// The level of the giver of an award; raw values as in SIASN's `tingkat`.
enum AwardLevel: String, CaseIterable {
    case international = "Internasional"
    case national = "Nasional"
    case crossAgency = "Lintas Instansi"
    case agency = "Instansi"

    /// The part of people to whom the six years bring one.
    var share: Double {
        switch self {
        case .international: 0.006
        case .national: 0.02
        case .crossAgency: 0.13
        case .agency: 0.52
        }
    }

    /// How much likelier it becomes with a step of merit: the higher, the more it takes the able.
    var reward: Double {
        switch self {
        case .international, .national: 0.7
        case .crossAgency: 0.5
        case .agency: 0.3
        }
    }

    var titles: [String] {
        switch self {
        case .international:
            ["Penghargaan Inovasi Pelayanan Publik ASEAN", "Penghargaan Kota Lestari Tingkat Asia Tenggara"]
        case .national:
            ["Anugerah ASN Inspiratif", "Penghargaan Inovasi Pelayanan Publik Nasional", "Penghargaan Inovator Daerah"]
        case .crossAgency:
            [
                "Pegawai Teladan Tingkat Kota", "Piagam Penghargaan Wali Kota", "Juara Lomba Inovasi Daerah",
                "Penghargaan Pelayanan Prima Tingkat Kota",
            ]
        case .agency:
            [
                "Pegawai Terbaik Triwulan", "Pegawai Terbaik Tahunan", "Piagam Penghargaan Kepala Perangkat Daerah",
                "Pegawai dengan Disiplin Terbaik", "Penghargaan Petugas Layanan Terbaik",
            ]
        }
    }
}
