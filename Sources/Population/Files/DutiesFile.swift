import Personnel

/// Duties in teams beside the post, begun in the last three years.
enum DutiesFile {
    struct Row {
        let servant: Servant
        let team: String
        let leads: Bool
        let isCrossAgency: Bool
        let decree: String
        let signed: CivilDate
        let begun: CivilDate
        /// Nil while the team works.
        let ended: CivilDate?
    }

    private static let years = 3

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "duties", workforce.profile.code.description)
        let units = workforce.establishment.units
        let rows = workforce.servants.flatMap { servant in
            duties(servant, of: units[servant.appointment.unit], asOf: asOf, &random).sorted { $0.begun < $1.begun }
        }
        return columns.text(rows)
    }

    /// None to three, never twice in a team of the same name.
    private static func duties(
        _ servant: Servant,
        of unit: OrgUnit,
        asOf: CivilDate,
        _ random: inout RandomStream
    ) -> [Row] {
        let window = ServiceWindow(servant.career, years: years, asOf: asOf)
        let standing = servant.appointment.standing
        // People appointed within the three years are soon asked, too, so time counts for less than its whole.
        let asked = (0.57 + 0.4 * standing.chair + 0.06 * servant.ability) * (0.5 + window.part / 2)
        guard random.chance(asked) else { return [] }
        var (internalTeams, cityTeams) = (Self.internalTeams, Self.cityTeams)
        random.shuffle(&internalTeams)
        random.shuffle(&cityTeams)
        let count = random.chance(0.3) ? random.integer(in: 2...3) : 1
        return (0..<count)
            .map { number in
                let isCrossAgency = random.chance(standing.crossAgency)
                let team = isCrossAgency ? cityTeams[number] : "\(internalTeams[number]) \(unit.name)"
                return duty(servant, in: team, isCrossAgency: isCrossAgency, window, &random)
            }
    }

    private static func duty(
        _ servant: Servant,
        in team: String,
        isCrossAgency: Bool,
        _ window: ServiceWindow,
        _ random: inout RandomStream
    ) -> Row {
        let chair = servant.appointment.standing.chair * (isCrossAgency ? 0.5 : 1)
        let leads = random.chance(chair * max(0.2, 1 + 0.3 * servant.ability))
        let signed = window.day(&random)
        let begun = min(signed + random.below(14), window.last)
        let ended = begun.adding(months: random.integer(in: 4...18)) + -1
        return Row(
            servant: servant,
            team: team,
            leads: leads,
            isCrossAgency: isCrossAgency,
            decree: DocumentNumber.make(800, signed, &random),
            signed: signed,
            begun: begun,
            ended: ended > window.last ? nil : ended
        )
    }

    private static let cityTeams = [
        "Tim Percepatan Penurunan Stunting", "Tim Pengendalian Inflasi Daerah",
        "Tim Koordinasi Penanggulangan Kemiskinan", "Tim Koordinasi Sistem Pemerintahan Berbasis Elektronik",
        "Tim Reformasi Birokrasi", "Gugus Tugas Kota Layak Anak", "Tim Penyusun RPJMD",
        "Tim Terpadu Penanganan Konflik Sosial", "Tim Satu Data",
    ]

    private static let internalTeams = [
        "Tim Penyusun Rencana Kerja", "Tim Penyusun Laporan Kinerja", "Tim Pembangunan Zona Integritas",
        "Tim Pengelola Pengaduan", "Tim Penyusun Standar Operasional Prosedur", "Tim Survei Kepuasan Masyarakat",
        "Tim Inventarisasi Barang Milik Daerah", "Tim Penataan Arsip", "Tim Pengelola Media Sosial",
    ]

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("namaTim") { $0.team },
        FileColumn("peran") { $0.leads ? "Ketua" : "Anggota" },
        FileColumn("lingkup") { $0.isCrossAgency ? "Lintas Instansi" : "Internal" },
        FileColumn("skNomor") { $0.decree },
        FileColumn("skTanggal") { $0.signed.siasn },
        FileColumn("mulai") { $0.begun.siasn },
        FileColumn("selesai") { $0.ended?.siasn },
    ]
}

extension Appointment {
    /// How often its holders lead a team of their agency, and how often their teams are the city's.
    fileprivate var standing: (chair: Double, crossAgency: Double) {
        switch kind {
        case .structural(.iia), .structural(.iib): (0.8, 0.6)
        case .structural(.iiia), .structural(.iiib): (0.6, 0.4)
        case .structural: (0.4, 0.25)
        case .functional: (0.10, 0.15)
        case .executor: (0.05, 0.12)
        }
    }
}
