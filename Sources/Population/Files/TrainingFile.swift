import Personnel

/// SIASN `rw_diklat` and `rw_kursus`: the certificates of the last four years.
enum TrainingFile {
    /// Raw values as in `jenisDiklat`.
    enum Kind: String {
        case structural = "Struktural"
        case functional = "Fungsional"
        case technical = "Teknis"
    }

    struct Row {
        let servant: Servant
        let kind: Kind
        let title: String
        let certificate: String
        let finished: CivilDate
        let hours: Int
    }

    private static let years = 4

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "training", workforce.profile.code.description)
        let rows = workforce.servants.flatMap { servant in
            let window = ServiceWindow(servant.career, years: years, asOf: asOf)
            let rows = leadership(servant, window, &random) + courses(servant, window, &random)
            return rows.prefix(9).sorted { ($0.finished, $0.title) < ($1.finished, $1.title) }
        }
        return columns.text(rows)
    }

    /// Training for the tier that the post belongs to, and of some that of the tier below, from before they rose.
    private static func leadership(
        _ servant: Servant,
        _ window: ServiceWindow,
        _ random: inout RandomStream
    ) -> [Row] {
        guard case .structural(let echelon) = servant.appointment.kind else { return [] }
        let tiers = ["Pelatihan Kepemimpinan Pengawas", "Pelatihan Kepemimpinan Administrator"]
        let (own, below): (String, String?) =
            switch echelon {
            case .iia, .iib: ("Pelatihan Kepemimpinan Nasional Tingkat II", tiers[1])
            case .iiia, .iiib: (tiers[1], tiers[0])
            case .iva, .ivb: (tiers[0], nil)
            }
        guard random.chance(0.65 * window.part) else { return [] }
        let finished = window.day(&random)
        var rows = [row(servant, .structural, own, finished, hours: 900, &random)]
        let earlier = finished.adding(months: -18)
        if let below, window.first <= earlier, random.chance(0.4) {
            rows.append(row(servant, .structural, below, earlier, hours: 900, &random))
        }
        return rows
    }

    /// Courses of a post's work, each at most once.
    private static func courses(_ servant: Servant, _ window: ServiceWindow, _ random: inout RandomStream) -> [Row] {
        let (usual, functionalShare) =
            switch servant.appointment.kind {
            case .structural: (3.0, 0.0)
            case .functional: (3.0, 0.5)
            case .executor: (2.0, 0.0)
            }
        // Whether somebody is sent on courses depends on the office more than on the person.
        let drawn = (usual + 0.6 * servant.ability + 2.3 * random.bell()) * window.part
        let count = min(max(Int(drawn.rounded()), 0), 9)
        guard count > 0 else { return [] }
        var (functional, technical) = (functionalCourses, technicalCourses)
        random.shuffle(&functional)
        random.shuffle(&technical)
        return (0..<count)
            .map { number in
                let isFunctional = random.chance(functionalShare)
                return row(
                    servant,
                    isFunctional ? .functional : .technical,
                    isFunctional ? functional[number] : technical[number],
                    window.day(&random),
                    hours: 8 * random.integer(in: 1...10),
                    &random
                )
            }
    }

    private static func row(
        _ servant: Servant,
        _ kind: Kind,
        _ title: String,
        _ finished: CivilDate,
        hours: Int,
        _ random: inout RandomStream
    ) -> Row {
        Row(
            servant: servant,
            kind: kind,
            title: title,
            certificate: DocumentNumber.make(890, finished, &random),
            finished: finished,
            hours: hours
        )
    }

    private static let functionalCourses = [
        "Pelatihan Pembentukan Jabatan Fungsional", "Pelatihan Penjenjangan Jabatan Fungsional",
        "Pelatihan Penyusunan Angka Kredit", "Pelatihan Karya Tulis Ilmiah",
        "Pelatihan Uji Kompetensi Jabatan Fungsional", "Pelatihan Etika Profesi", "Lokakarya Penelitian Terapan",
        "Pelatihan Penulisan Modul",
        "Bimbingan Teknis Standar Kompetensi Jabatan Fungsional",
    ]

    private static let technicalCourses = [
        "Bimbingan Teknis Pengadaan Barang dan Jasa", "Pelatihan Pelayanan Publik",
        "Bimbingan Teknis Pengelolaan Keuangan Daerah", "Pelatihan Pengelolaan Barang Milik Daerah",
        "Pelatihan Keamanan Informasi", "Bimbingan Teknis Penyusunan Sasaran Kinerja Pegawai",
        "Pelatihan Manajemen Risiko", "Pelatihan Analisis Data", "Bimbingan Teknis Kearsipan",
        "Pelatihan Penanganan Pengaduan", "Pelatihan Tanggap Bencana", "Pelatihan Aplikasi Perkantoran",
    ]

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("jenisDiklat") { $0.kind.rawValue },
        FileColumn("namaDiklat") { $0.title },
        FileColumn("nomorSertipikat") { $0.certificate },
        FileColumn("tanggalSelesai") { $0.finished.siasn },
        FileColumn("jumlahJam") { String($0.hours) },
    ]
}
