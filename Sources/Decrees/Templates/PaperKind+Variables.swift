extension PaperKind {
    /// The file with the letterhead, which every template may take in with `{{> kop}}`.
    static let letterhead = "kop"
    /// The file with the style of all papers.
    static let style = "gaya.css"
    /// All that a folder of templates may have.
    static let fileNames = [style, letterhead + ".mustache"] + allCases.map(\.file)

    /// What every paper knows, and so the letterhead, too.
    static let common: [String: TemplateVariable] = ["pejabat": .text, "kota": .text, "provinsi": .optional]

    /// The names that a template of this kind may use.
    var variables: [String: TemplateVariable] {
        let own: [String: TemplateVariable] =
            switch self {
            case .decree:
                Self.dated + Self.body + Self.officer("penanda_tangan")
                    + ["pegawai": .list(Self.person + ["no": .text]), "jumlah_pegawai": .text]
            case .excerpt:
                Self.dated + Self.body + Self.officer("penanda_tangan") + Self.officer("pengesah") + Self.person
            case .notice:
                Self.dated + Self.decided + Self.officer("penanda_tangan") + Self.person + [
                    "tmt": .text, "pertimbangan": Self.numbered, "narahubung": .text, "batas_tanya": .text,
                    "perubahan": .list(["hal": .text, "semula": .text, "menjadi": .text]),
                ]
            case .startOfDuty:
                Self.dated + Self.decided + Self.officer("penanda_tangan") + Self.person
                    + ["tmt": .text, "tanggal_mulai": .text]
            case .invitation:
                Self.dated + Self.officer("penanda_tangan") + [
                    "hari_tanggal": .text, "pukul": .text, "tempat_acara": .text, "pakaian": .text,
                    "jumlah_pegawai": .text,
                    "pegawai": .list(Self.place + ["no": .text, "nama": .text, "nip": .text, "pangkat": .text]),
                ]
            case .handOver:
                Self.dated + Self.decided + Self.place + Self.officer("pihak_pertama") + Self.officer("pihak_kedua")
                    + Self.officer("saksi") + ["hari_tanggal": .text, "barang": Self.numbered]
            }
        return Self.common + own
    }

    /// The names without which a paper is not valid, a list's after the list's own name. They stand where nothing but the
    /// list's own section can leave them out.
    var mandatory: [String] {
        switch self {
        case .decree:
            ["nomor", "tanggal", "diktum.isi", "pegawai.nama", "pegawai.nip", "pegawai.jabatan_baru", "penanda_tangan"]
        case .excerpt: ["nomor", "tanggal", "nama", "nip", "jabatan_baru", "tmt", "pengesah"]
        case .notice:
            [
                "nomor", "tanggal", "nomor_keputusan", "nama", "nip", "jabatan_baru", "alasan", "pertimbangan.isi",
                "perubahan.menjadi", "narahubung", "batas_tanya", "penanda_tangan",
            ]
        case .startOfDuty:
            ["nomor", "tanggal", "nomor_keputusan", "nama", "nip", "jabatan_baru", "tanggal_mulai", "penanda_tangan"]
        case .invitation:
            ["nomor", "tanggal", "hari_tanggal", "pukul", "tempat_acara", "pegawai.nama", "penanda_tangan"]
        case .handOver: ["nomor", "hari_tanggal", "pihak_pertama", "pihak_kedua", "jabatan", "barang.isi"]
        }
    }

    private static let dated: [String: TemplateVariable] = ["nomor": .text, "tanggal": .text, "tempat": .text]

    /// The decree that another paper rests on.
    private static let decided: [String: TemplateVariable] = [
        "nomor_keputusan": .text, "tanggal_keputusan": .text, "tentang": .text,
    ]

    private static let body: [String: TemplateVariable] = [
        "tentang": .text, "menimbang": numbered, "mengingat": numbered, "diktum": numbered, "tmt": .text,
        "alasan_tmt": .optional, "ada_tembusan": .flag, "tembusan": numbered,
    ]

    private static let person: [String: TemplateVariable] = [
        "nama": .text, "nip": .text, "pangkat": .text, "jabatan_lama": .text, "unit_lama": .optional,
        "perangkat_daerah_lama": .text, "jabatan_baru": .text, "unit_baru": .optional, "perangkat_daerah_baru": .text,
        "eselon": .text, "kelas": .text, "alasan": .text, "nomor_usul": .text,
    ]

    private static let place: [String: TemplateVariable] = [
        "jabatan": .text, "unit": .optional, "perangkat_daerah": .text,
    ]

    private static let numbered = TemplateVariable.list(["urutan": .text, "isi": .text])

    private static func officer(_ role: String) -> [String: TemplateVariable] {
        [role: .text, "jabatan_\(role)": .text, "nip_\(role)": .optional, "pangkat_\(role)": .optional]
    }
}
