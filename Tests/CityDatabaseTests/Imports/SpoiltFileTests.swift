import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// Files as spreadsheets and people spoil them, after public bug reports of the same trade.
@Suite("Import of spoilt files")
struct SpoiltFileTests {
    private static let header =
        "nip_baru,nama,gelar_depan,gelar_belakang,tanggal_lahir,jenis_kelamin,status_cpns_pns,jenis_pegawai_nama,"
        + "kedudukan_hukum_nama,tmt_cpns,gol_akhir_id,gol_akhir_nama,tmt_golongan,tingkat_pendidikan_id,pendidikan_nama,"
        + "tmt_pns"

    private func imported(_ lines: [String]) async throws -> (TestCity, ImportReport) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        return (city, try await city.importLines(.people, Self.header, lines, to: agency))
    }

    private static func codes(_ report: ImportReport) -> [String] {
        report.rejections.map { "\($0.line) \($0.column) \($0.code)" }
    }

    // https://github.com/microsoft/AzureStorageExplorer/issues/3136, https://github.com/sul-dlss/argo/issues/4316.
    @Test("a row without any value is passed over, and the register stays whole")
    func blankRows() async throws {
        let (city, report) = try await imported([
            "199202042015031054,Empat Contoh,,,04-02-1992,M,P,PNS Daerah,Aktif,01-03-2015,32,III/b,01-04-2021,40,S-1,01-03-2016",
            ",,,,,,,,,,,,,,,", ",,", " ,\u{A0},\u{200B},,,,,,,,,,,,,",
        ])
        #expect((report.rows, report.added, report.rejected, report.blank) == (1, 1, 0, 3))
        let awards = try SampleFile.write(
            "nip,hargaNama,tingkat,skNomor,skTanggal\r\n199202042015031054,Satya,Nasional,1/2024,17-08-2024\r\n,,,,\r\n,,,,\r\n"
        )
        let register = try await Importer(city.database)
            .run(
                .awards,
                file: awards,
                agency: try await Agencies(city.database).find(try #require(AgencyCode("dinkes"))).id,
                asOf: SampleFile.day,
                isComplete: true
            )
        #expect((register.rows, register.rejected, register.blank) == (1, 0, 2))
        #expect(try await city.psql("select kind from evidence_register") == "award\n")
    }

    // https://github.com/SpartnerNL/Laravel-Excel/issues/1479.
    @Test("a NIP that a spreadsheet has rounded, and a date that it counted, are refused with the cause")
    func numbers() async throws {
        let rest = "Tujuh Contoh,,,07-02-1992,M,P,PNS Daerah,Aktif,01-03-2015,32,III/b,01-04-2021,40,S-1,01-03-2016"
        let (_, report) = try await imported(
            ["1.99202E+17", "199202082015031000", "1.99202092015031E+17", "\"1,99202E+17\""].map { "\($0),\(rest)" }
                + [
                    "199202072015031064,\(rest.replacing("07-02-1992", with: "33641").replacing("01-03-2016", with: "42430.0"))"
                ]
        )
        #expect(report.added == 0)
        #expect(
            Self.codes(report) == [
                "2 nip_baru nip_rounded", "3 nip_baru nip_sequence", "4 nip_baru nip_rounded", "5 nip_baru nip_rounded",
                "6 tanggal_lahir date_serial", "6 tmt_pns date_serial",
            ]
        )
        #expect(report.rejections.prefix(4).allSatisfy { $0.reason.english.contains("make the column text") })
    }

    // https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/3410.
    @Test("an invisible character inside a NIP or a date is named with its place")
    func invisible() async throws {
        let rest = "M,P,PNS Daerah,Aktif,01-03-2015,32,III/b,01-04-2021,40,S-1,01-03-2016"
        let (_, report) = try await imported(["19920101\u{A0}2015031031,Satu,,,01\u{2011}01\u{2011}1992,\(rest)"])
        #expect(
            report.rejections.map(\.reason.english) == [
                "NIP is not 18 digits; character 9 is U+00A0 NO-BREAK SPACE",
                "not a date in the form DD-MM-YYYY; character 3 is U+2011 NON-BREAKING HYPHEN",
            ]
        )
    }

    // A second agreement, and 24 as in the press's example of a part-time PPPK.
    @Test("a PPPK's number of any agreement is known")
    func agreements() async throws {
        let (city, report) = try await imported([
            "199305052024211006,Fitri Contoh,,,05-05-1993,M,PPPK,PPPK,Aktif,01-03-2024,,IX,01-04-2024,40,S-1,",
            "199305052025221007,Gilang Contoh,,,05-05-1993,M,PPPK,PPPK,Aktif,01-03-2025,,ix,01-04-2025,40,S-1,",
            "199305052025242008,Hani Contoh,,,05-05-1993,F,PPPK,PPPK,Aktif,01-10-2025,,5,01-10-2025,17,SMK,",
        ])
        #expect(Self.codes(report) == [] && report.added == 3)
        let rows = try await city.psql("select kind, contract_class from person order by nip")
        #expect(rows == "contract|IX\ncontract|IX\ncontract|V\n")
    }

    @Test("a class that does not exist, and a status that the number denies, are refused")
    func contradictions() async throws {
        let (_, report) = try await imported([
            "199306062024211009,Indra Contoh,,,06-06-1993,M,PPPK,PPPK,Aktif,01-03-2024,,XVIII,01-04-2024,40,S-1,",
            "199306062024211011,Kiki Contoh,,,06-06-1993,M,P,PPPK,Aktif,01-03-2024,,,01-04-2024,40,S-1,",
            "199306062015031013,Maya Contoh,,,06-06-1993,M,PPPK,PPPK,Aktif,01-03-2015,,IX,01-04-2021,40,S-1,",
            "199306062015031014,Nina Contoh,,,06-06-1993,M,P,PNS,Aktif,01-03-2015,,XI,01-04-2021,40,S-1,",
        ])
        #expect(
            Self.codes(report) == [
                "2 gol_akhir_nama contract_class", "3 status_cpns_pns nip_kind", "4 status_cpns_pns nip_kind",
                "5 gol_akhir_nama grade_rank",
            ]
        )
    }

    @Test("a date before the birth, before 1900 or years ahead is refused by its row, not by a constraint")
    func dates() async throws {
        let rest = "M,P,PNS Daerah,Aktif"
        let (_, report) = try await imported([
            "199202042015031054,A,,,04-02-1992,\(rest),01-03-2015,32,III/b,01-04-2221,40,S-1,01-03-2016",
            "199202042015031055,B,,,04-02-1992,\(rest),01-03-2015,32,III/b,01-04-1991,40,S-1,01-03-1016",
            "199202041992011056,C,,,04-02-1992,\(rest),01-01-1992,32,III/b,01-04-2021,40,S-1,01-03-2016",
            "000102041995031057,D,,,04-02-0001,\(rest),01-03-1995,32,III/b,01-04-2021,40,S-1,01-03-2016",
            "199202041992021058,E,,,04-02-1992,\(rest),04-02-1992,32,III/b,01-04-2021,40,S-1,01-03-2016",
        ])
        #expect(
            Self.codes(report) == [
                "2 tmt_golongan date_too_late", "3 tmt_golongan date_before_birth", "3 tmt_pns date_before_birth",
                "4 tmt_cpns date_before_birth", "5 tanggal_lahir date_too_early", "6 tmt_cpns date_before_birth",
            ]
        )
    }
}
