import CityDatabase
import Foundation
import Personnel
import Synchronization
import TestSupport
import Testing

@Suite("Import of the establishment", .timeLimit(.minutes(20)))
struct EstablishmentImportTests {
    private func stage() async throws -> (TestCity, Agency) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let people = (1...4).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        let posts = (1...3).map { SampleFile.post($0, kind: 2, title: "Perawat Ahli Muda") }
        try await city.importLines(.posts, SampleFile.postsHeader, posts, to: agency)
        return (city, agency)
    }

    private func load(_ lines: [String], _ city: TestCity, _ agency: Agency) async throws -> ImportReport {
        try await city.importLines(.establishment, SampleFile.establishmentHeader, lines, to: agency)
    }

    private func posts(_ city: TestCity) async throws -> String {
        try await city.psql(
            """
            select u.siasn_id, t.title, t.position_level, t.job_class, f.valid_from, f.seats, f.source
            from post t join org_unit u using (agency_id, org_unit_id) left join formasi f using (agency_id, post_id)
            order by t.post_id, f.valid_from
            """
        )
    }

    @Test("makes units and posts, raises and abolishes; the same file again changes nothing")
    func good() async throws {
        let (city, agency) = try await stage()
        let lines = [
            SampleFile.formasi("perawat AHLI muda", 5), SampleFile.formasi("Perawat Ahli Muda", 4, from: "01-07-2027"),
            SampleFile.formasi("Kepala Bidang", 1, unit: "U9", echelon: "32", decree: ""),
            SampleFile.formasi("Bidan Terampil", 0),
            "U1,Bidang U1,Perawat,2,,Ahli Madya,11,2,01-01-2026,,,Permenkes 43/2019",
        ]
        let report = try await load(lines, city, agency)
        #expect((report.added, report.changed, report.rejected) == (5, 0, 0), "\(report.rejections.map(\.code))")
        #expect(
            try await posts(city) == """
                U1|Perawat Ahli Muda|fungsional||2026-01-01|5|decree
                U1|Perawat Ahli Muda|fungsional||2027-07-01|4|decree
                U1|Bidan Terampil|fungsional||2026-01-01|0|decree
                U1|Perawat Ahli Madya|fungsional|11|2026-01-01|2|workload
                U9|Kepala Bidang|administrator|11|2026-01-01|1|workload

                """
        )
        let again = try await load(lines, city, agency)
        #expect((again.added, again.changed, again.unchanged, again.rejected) == (0, 0, 5, 0))
        let changed = try await load([SampleFile.formasi("Perawat Ahli Muda", 6)], city, agency)
        #expect((changed.added, changed.changed) == (0, 1))
    }

    @Test("a row below the holders of a day is rejected, and so is the one before it, which would last longer")
    func held() async throws {
        let (city, agency) = try await stage()
        // The first is right until June, when 4 begins; the second is wrong.
        try await city.importLines(
            .posts,
            SampleFile.postsHeader,
            [SampleFile.post(4, kind: 2, title: "Perawat Ahli Muda", since: "01-06-2026")],
            to: agency
        )
        let report = try await load(
            [
                SampleFile.formasi("Perawat Ahli Muda", 3),
                SampleFile.formasi("Perawat Ahli Muda", 2, from: "01-06-2026"),
                SampleFile.formasi("Bidan Terampil", 1),
            ],
            city,
            agency
        )
        #expect((report.added, report.rejected) == (1, 2))
        #expect(report.rejections.map { "\($0.line) \($0.code)" } == ["2 seats_held", "3 seats_held"])
        let fits = try await load(
            [
                SampleFile.formasi("Perawat Ahli Muda", 3),
                SampleFile.formasi("Perawat Ahli Muda", 4, from: "01-06-2026"),
            ],
            city,
            agency
        )
        #expect((fits.added, fits.changed, fits.rejected) == (1, 1, 0))
    }

    @Test(
        "a bad row is rejected with its reason, and the others are taken",
        arguments: [
            ("U1,Bidang U1,X,1,0,,,1,01-01-2026,,,", "echelon"), ("U1,Bidang U1,X,1,,,,1,01-01-2026,,,", "missing"),
            ("U1,Bidang U1,X,9,,,,1,01-01-2026,,,", "position_kind"),
            ("U1,Bidang U1,X,2,,Level 0,,1,01-01-2026,,,", "tier"),
            ("U1,Bidang U1,X,4,,Ahli Muda,,1,01-01-2026,,,", "tier_other"),
            ("U1,Bidang U1,X,2,,,,-1,01-01-2026,,,", "seats"), ("U1,Bidang U1,X,2,,,,99999,01-01-2026,,,", "seats"),
            ("U1,Bidang U1,X,2,,,,dua,01-01-2026,,,", "seats"), ("U1,Bidang U1,X,2,,,,,01-01-2026,,,", "missing"),
            ("U1,Bidang U1,X,2,,,0,1,01-01-2026,,,", "job_class"), ("U1,Bidang U1,X,2,,,,1,46023,,,", "date_serial"),
            (",Bidang U1,X,2,,,,1,01-01-2026,,,", "missing"), ("U1,Bidang U1,,2,,,,1,01-01-2026,,,", "missing"),
            ("U1,Bidang U1,bidan TERAMPIL,2,,,,3,01-01-2026,,,", "post_repeated"),
        ]
    )
    func bad(_ line: String, _ code: String) async throws {
        let (city, agency) = try await stage()
        let report = try await load([SampleFile.formasi("Bidan Terampil", 1), line, ",,,,,,,,,,,"], city, agency)
        #expect((report.added, report.rejected, report.blank) == (1, 1, 1))
        #expect(report.rejections.map { "\($0.line) \($0.code)" } == ["3 \(code)"])
        #expect(try await city.psql("select count(*) from post") == "2\n")
    }

    @Test("tells what changes, and a dry run keeps nothing")
    func changes() async throws {
        let (city, agency) = try await stage()
        _ = try await load([SampleFile.formasi("Perawat Ahli Muda", 4)], city, agency)
        let path = try SampleFile.write(
            [
                SampleFile.establishmentHeader, SampleFile.formasi("PERAWAT ahli muda", 5),
                SampleFile.formasi("Bidan Terampil", 1),
            ]
            .joined(separator: "\n")
        )
        defer { try? FileManager.default.removeItem(atPath: path) }
        let told = Mutex<[String]>([])
        let report = try await Importer(city.database)
            .run(
                .establishment,
                file: path,
                agency: agency.id,
                asOf: SampleFile.day,
                dryRun: true,
                listener: ImportListener(change: { change in
                    told.withLock {
                        $0.append("\(change.record) \(change.column) \(change.former ?? "-") \(change.present ?? "-")")
                    }
                })
            )
        #expect((report.added, report.changed) == (1, 1))
        let lines = told.withLock { $0 }
        #expect(lines.first == "U1 · Perawat Ahli Muda · 01-01-2026 kebutuhan 4 5")
        #expect(lines.contains("U1 · Bidan Terampil · 01-01-2026 kebutuhan - 1"))
        #expect(lines.filter { $0.contains("Perawat") }.count == 1)
        #expect(try await city.psql("select count(*) from post") == "1\n")
    }
}
