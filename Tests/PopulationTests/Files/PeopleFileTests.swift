import Personnel
import Population
import Testing

@Suite("The people's file")
struct PeopleFileTests {
    @Test("begins with a byte order mark and has the columns of SIASN's export")
    func header() throws {
        let population = Population(people: 52, seed: 1, asOf: CivilDate(daysSince2000: 9_784))
        let files = population.files(for: population.agencies[0], cycle: try #require(CycleCode("2026-Q3")))
        #expect(Array(files.people.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let columns =
            "pns_id, nip_baru, nip_lama, nama, gelar_depan, gelar_belakang, tempat_lahir_id, tempat_lahir_nama, "
            + "tanggal_lahir, jenis_kelamin, agama_id, agama_nama, jenis_kawin_id, jenis_kawin_nama, nik, nomor_hp, "
            + "email, email_gov, alamat, npwp_nomor, bpjs, jenis_pegawai_id, jenis_pegawai_nama, kedudukan_hukum_id, "
            + "kedudukan_hukum_nama, status_cpns_pns, kartu_asn_virtual, nomor_sk_cpns, tanggal_sk_cpns, tmt_cpns, "
            + "nomor_sk_pns, tanggal_sk_pns, tmt_pns, gol_awal_id, gol_awal_nama, gol_akhir_id, gol_akhir_nama, "
            + "tmt_golongan, mk_tahun, mk_bulan, jenis_jabatan_id, jenis_jabatan_nama, jabatan_id, jabatan_nama, "
            + "tmt_jabatan, tingkat_pendidikan_id, tingkat_pendidikan_nama, pendidikan_id, pendidikan_nama, "
            + "tahun_lulus, nama_sekolah, kpkn_id, kpkn_nama, lokasi_kerja_id, lokasi_kerja_nama, unor_id, unor_nama, "
            + "instansi_induk_id, instansi_induk_nama, instansi_kerja_id, instansi_kerja_nama, "
            + "satuan_kerja_induk_id, satuan_kerja_induk_nama, satuan_kerja_kerja_id, satuan_kerja_kerja_nama, "
            + "is_valid_nik"
        #expect(try Table(files.people).header.joined(separator: ", ") == columns)
    }

    @Test("has each person once in the city, under an id and a number of one's own")
    func unique() async throws {
        let rows = try await City.medan.rows(\.people)
        #expect(rows.count == 15_000)
        #expect(Set(rows.map { $0["nip_baru"] }).count == rows.count)
        #expect(Set(rows.map { $0["pns_id"] }).count == rows.count)
        #expect(rows.allSatisfy { $0.fields.count == rows[0].fields.count })
    }

    @Test("has numbers that repeat what the row says of birth, sex and appointment, and nothing unusual")
    func numbers() async throws {
        let city = try await City.medan
        for row in city.rows(\.people) {
            let text = try #require(row["nip_baru"])
            try #require(text.hasPrefix("'"))
            let nip = try NIP(text.dropFirst())
            let appointed = try date(row, "tmt_cpns")
            #expect(nip.birthDate == (try date(row, "tanggal_lahir")))
            #expect(nip.sex == row["jenis_kelamin"].flatMap { Sex(siasn: $0) })
            #expect(nip.warnings().isEmpty && nip.validate(asOf: city.asOf) == nil)
            let isContract = row["jenis_pegawai_nama"] == "PPPK"
            #expect(
                nip.kind
                    == (isContract
                        ? .contract(year: appointed.year)
                        : .permanent(year: appointed.year, month: appointed.month))
            )
        }
    }

    @Test(
        "has dates in an order that can have happened, and nobody past retirement",
        arguments: [(15_000, "2026-10-15"), (600, "2027-01-01"), (600, "2028-02-29"), (600, "2035-12-31")]
    )
    func dates(people: Int, day: String) async throws {
        let city = people == 15_000 ? try await City.medan : try City(people: people, asOf: day)
        let leaders = Set(city.rows(\.posts).filter { ["21", "22"].contains($0["eselonId"]) }.map { $0["idPns"] })
        for row in city.rows(\.people) {
            let (birth, appointed) = (try date(row, "tanggal_lahir"), try date(row, "tmt_cpns"))
            let (rankSince, postSince) = (try date(row, "tmt_golongan"), try date(row, "tmt_jabatan"))
            #expect(birth.adding(months: 18 * 12) <= appointed && appointed <= city.asOf)
            #expect(appointed <= rankSince && rankSince <= city.asOf)
            #expect(appointed <= postSince && postSince <= city.asOf)
            if row["tmt_pns"] != nil {
                let confirmed = try date(row, "tmt_pns")
                #expect(appointed <= confirmed && confirmed <= city.asOf)
            }
            let title = row["jabatan_nama"] ?? ""
            let retiresAtSixty =
                title.hasPrefix("Guru") || title == "Kepala Sekolah" || leaders.contains(row["pns_id"])
            let age = birth.completedYears(until: city.asOf)
            #expect(age >= 18 && age < (retiresAtSixty ? 60 : 58))
            let graduated = try #require(row["tahun_lulus"].flatMap { Int($0) })
            #expect((birth.year + 12...city.asOf.year).contains(graduated))
        }
    }

    @Test("gives a permanent employee a rank, a contract employee a class; some are on probation")
    func employment() async throws {
        let rows = try await City.medan.rows(\.people)
        for row in rows {
            let rank = row["gol_akhir_id"].flatMap { Int($0) }.flatMap { GradeRank(id: $0) }
            switch row["status_cpns_pns"].flatMap({ EmploymentKind(siasn: $0) }) {
            case .permanent:
                #expect(row["jenis_pegawai_nama"] == "PNS" && row["tmt_pns"] != nil)
                #expect(rank != nil && rank?.code == row["gol_akhir_nama"])
            case .probationary:
                #expect(row["jenis_pegawai_nama"] == "PNS" && row["tmt_pns"] == nil)
                #expect(rank != nil && rank?.code == row["gol_akhir_nama"])
            case .contract:
                #expect(row["jenis_pegawai_nama"] == "PPPK" && row["tmt_pns"] == nil)
                #expect(row["gol_akhir_id"] == nil)
                #expect(row["gol_akhir_nama"].flatMap { ContractClass(code: $0) } != nil)
                #expect(row["jenis_jabatan_id"] != "1")
            case nil:
                Issue.record("no kind of employment: \(row["status_cpns_pns"] ?? "")")
            }
            #expect(row["kedudukan_hukum_nama"] == "Aktif")
            #expect(row["tingkat_pendidikan_id"].flatMap { EducationLevel(siasn: $0) } != nil)
        }
        #expect(share(of: rows, where: { $0["status_cpns_pns"] == "PPPK" }).isNear(0.15, within: 0.01))
        #expect(rows.contains { $0["status_cpns_pns"] == "C" })
    }

    @Test("holds nothing private that appraisal and transfer do not need")
    func privacy() async throws {
        let columns = [
            "nik", "nomor_hp", "email", "email_gov", "alamat", "agama_id", "agama_nama", "jenis_kawin_id",
            "jenis_kawin_nama", "npwp_nomor", "bpjs", "tempat_lahir_nama",
        ]
        let rows = try await City.medan.rows(\.people)
        for column in columns {
            #expect(rows.allSatisfy { $0[column] == nil })
        }
        // Both of SIASN's ways to say nothing occur.
        #expect(rows.allSatisfy { $0.fields.contains("null") && $0.fields.contains("") })
    }

    private func date(_ row: Table.Row, _ column: String) throws -> CivilDate {
        try #require(row[column].flatMap { CivilDate(siasn: $0) })
    }
}
