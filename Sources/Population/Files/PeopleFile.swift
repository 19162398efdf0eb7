import Personnel

/// SIASN "Export Data ASN". What appraisal and transfer do not need, above all NIK, telephone, address and religion, is
/// never filled.
enum PeopleFile {
    struct Row {
        let servant: Servant
        let unit: OrgUnit
        let agency: OrgUnit
    }

    static func text(_ workforce: Workforce) -> String {
        let units = workforce.establishment.units
        let rows = workforce.servants.map { Row(servant: $0, unit: units[$0.appointment.unit], agency: units[0]) }
        return "\u{FEFF}" + columns.text(rows)
    }

    private static let columns: [FileColumn<Row>] =
        identity + employment + rank + post + schooling + workplace + [.blank("is_valid_nik")]

    private static let identity: [FileColumn<Row>] =
        [
            FileColumn("pns_id") { $0.servant.id },
            FileColumn("nip_baru") { "'" + $0.servant.nip.text },
            .blank("nip_lama"),
            FileColumn("nama") { $0.servant.name },
            FileColumn("gelar_depan") { $0.servant.frontTitle },
            FileColumn("gelar_belakang") { $0.servant.backTitle },
            .blank("tempat_lahir_id"),
            .blank("tempat_lahir_nama"),
            FileColumn("tanggal_lahir") { $0.servant.career.birth.siasn },
            FileColumn("jenis_kelamin") { $0.servant.candidate.sex.siasn },
        ]
        + blanks(
            "agama_id",
            "agama_nama",
            "jenis_kawin_id",
            "jenis_kawin_nama",
            "nik",
            "nomor_hp",
            "email",
            "email_gov",
            "alamat",
            "npwp_nomor",
            "bpjs",
            "jenis_pegawai_id"
        )

    private static let employment: [FileColumn<Row>] = [
        FileColumn("jenis_pegawai_nama") { $0.servant.candidate.isContract ? "PPPK" : "PNS" },
        .blank("kedudukan_hukum_id"),
        FileColumn("kedudukan_hukum_nama") { _ in "Aktif" },
        FileColumn("status_cpns_pns") { row in
            row.servant.candidate.isContract ? "PPPK" : row.servant.career.confirmed == nil ? "C" : "P"
        },
        .blank("kartu_asn_virtual"),
        .blank("nomor_sk_cpns"),
        .blank("tanggal_sk_cpns"),
        FileColumn("tmt_cpns") { $0.servant.career.appointed.siasn },
        .blank("nomor_sk_pns"),
        .blank("tanggal_sk_pns"),
        FileColumn("tmt_pns") { $0.servant.career.confirmed?.siasn },
    ]

    private static let rank: [FileColumn<Row>] = [
        .blank("gol_awal_id"),
        .blank("gol_awal_nama"),
        FileColumn("gol_akhir_id") { $0.servant.candidate.rank.map { String($0.id) } },
        FileColumn("gol_akhir_nama") { $0.servant.candidate.rank?.code ?? $0.servant.contractClass?.code },
        FileColumn("tmt_golongan") { $0.servant.career.rankSince.siasn },
        FileColumn("mk_tahun") { String($0.servant.career.yearsInService.years) },
        FileColumn("mk_bulan") { String($0.servant.career.yearsInService.months) },
    ]

    private static let post: [FileColumn<Row>] = [
        FileColumn("jenis_jabatan_id") { $0.servant.appointment.kindID },
        FileColumn("jenis_jabatan_nama") { $0.servant.appointment.kindName },
        .blank("jabatan_id"),
        FileColumn("jabatan_nama") { $0.servant.appointment.title },
        FileColumn("tmt_jabatan") { $0.servant.career.postSince.siasn },
    ]

    private static let schooling: [FileColumn<Row>] = [
        FileColumn("tingkat_pendidikan_id") { $0.servant.candidate.education.siasn },
        FileColumn("tingkat_pendidikan_nama") { $0.servant.candidate.education.title },
        .blank("pendidikan_id"),
        FileColumn("pendidikan_nama") { $0.servant.appointment.field.schooling(at: $0.servant.candidate.education) },
        FileColumn("tahun_lulus") { String($0.servant.career.graduationYear) },
        .blank("nama_sekolah"),
    ]

    private static let workplace: [FileColumn<Row>] =
        blanks("kpkn_id", "kpkn_nama", "lokasi_kerja_id", "lokasi_kerja_nama")
        + [
            FileColumn("unor_id") { $0.unit.id },
            FileColumn("unor_nama") { $0.unit.name },
        ]
        + blanks("instansi_induk_id", "instansi_induk_nama", "instansi_kerja_id", "instansi_kerja_nama")
        + [
            FileColumn("satuan_kerja_induk_id") { $0.agency.id },
            FileColumn("satuan_kerja_induk_nama") { $0.agency.name },
            FileColumn("satuan_kerja_kerja_id") { $0.agency.id },
            FileColumn("satuan_kerja_kerja_nama") { $0.agency.name },
        ]

    private static func blanks(_ names: String...) -> [FileColumn<Row>] { names.map { .blank($0) } }
}

extension Career {
    /// Service counted for the rank (masa kerja golongan), until the rank was given.
    fileprivate var yearsInService: (years: Int, months: Int) {
        let months = (rankSince.year - appointed.year) * 12 + rankSince.month - appointed.month
        return (months / 12, months % 12)
    }
}
