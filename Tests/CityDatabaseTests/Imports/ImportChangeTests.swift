import CityDatabase
import Foundation
import Synchronization
import TestSupport
import Testing

/// What an import tells of the values that it changes.
@Suite("Changes of an import")
struct ImportChangeTests {
    private static func changes(
        _ kind: ImportKind,
        _ header: String,
        _ lines: [String],
        _ city: TestCity,
        _ agency: Agency,
        isComplete: Bool = false,
        dryRun: Bool = false
    ) async throws -> [String] {
        let path = try SampleFile.write(([header] + lines).joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let told = Mutex<[String]>([])
        _ = try await Importer(city.database)
            .run(
                kind,
                file: path,
                agency: agency.id,
                asOf: SampleFile.day,
                isComplete: isComplete,
                dryRun: dryRun,
                listener: ImportListener(change: { change in
                    let text =
                        "\(change.line.map(String.init) ?? "-") \(change.nip.map { String($0.suffix(3)) } ?? "-") "
                        + "\(change.record)|\(change.column): \(change.former ?? "-") > \(change.present ?? "-")"
                    told.withLock { $0.append(text) }
                })
            )
        return told.withLock { $0 }
    }

    @Test("who would change, from what to what, without rejected and unchanged rows; a dry run changes nothing")
    func people() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let lines = (1...3).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, lines, to: agency)
        let changed = [
            SampleFile.person(1, name: "Budi Sitorus", rank: "34"), SampleFile.person(2),
            SampleFile.person(3, name: "Nobody", rank: "99"),
        ]
        for dryRun in [true, false] {
            let told = try await Self.changes(.people, SampleFile.peopleHeader, changed, city, agency, dryRun: dryRun)
            #expect(
                told == [
                    "2 001 |nama: Budi Sihombing > Budi Sitorus", "2 001 |gol_akhir_nama: III/c > III/d",
                ]
            )
        }
        #expect(try await Self.changes(.people, SampleFile.peopleHeader, changed, city, agency) == [])
        let added = try await Self.changes(.people, SampleFile.peopleHeader, [SampleFile.person(4)], city, agency)
        #expect(added.first == "2 001 |nama: - > Budi Sihombing" && added.count == 11)
        let read = "select count(*) from audit_event where operation = 'read' and purpose = 'import people'"
        #expect(try await city.psql(read) == "4\n")
    }

    @Test("a person's post, a unit's name and a new post are told")
    func posts() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(1)], to: agency)
        try await city.importLines(.posts, SampleFile.postsHeader, [SampleFile.post(1)], to: agency)
        let moved = SampleFile.post(1, title: "Analis", since: "01-03-2026").replacing("Bidang U1", with: "Bidang Umum")
        let told = try await Self.changes(.posts, SampleFile.postsHeader, [moved], city, agency)
        #expect(
            told == [
                "2 - U1|namaUnor: Bidang U1 > Bidang Umum", "2 - U1 · Analis|namaJabatan: - > Analis",
                "2 - U1 · Analis|jenisJabatan: - > 4", "2 001 |namaJabatan: Pengadministrasi > Analis",
                "2 001 |tmtJabatan: 01-02-2021 > 01-03-2026",
                "2 001 definitive · U1 · Pengadministrasi · 01-02-2021|tanggalSelesai: - > 28-02-2026",
            ]
        )
    }

    @Test("a first acting post leaves the own post alone, and the former posts of a history are told")
    func dutiesAndHistory() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let people = (1...2).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        try await city.importLines(.posts, SampleFile.postsHeader, [SampleFile.post(1)], to: agency)
        let acting = SampleFile.post(1, title: "Plt. Bendahara", since: "01-03-2026")
        let told = try await Self.changes(.posts, SampleFile.postsHeader, [acting], city, agency)
        #expect(!told.contains { $0.hasPrefix("2 001 |") })
        #expect(told.contains("2 001 acting · U1 · Bendahara|tmtJabatan: - > 01-03-2026"))
        let history = [
            SampleFile.post(2, title: "Arsiparis", since: "01-04-2016"),
            SampleFile.post(2, title: "Analis", since: "01-05-2018"),
        ]
        let former = try await Self.changes(.posts, SampleFile.postsHeader, history, city, agency)
        #expect(former.contains("2 001 definitive · U1 · Arsiparis · 01-04-2016|tanggalSelesai: - > 30-04-2018"))
        #expect(former.contains("2 001 |tmtJabatan: - > 01-05-2018"))
    }

    @Test("a fact that a whole register no longer holds is told without a line, and scores by their day")
    func evidence() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(1)], to: agency)
        let header = "nip,hargaNama,tingkat,skNomor,skTanggal"
        let award = { (title: String) in "\(SampleFile.nip(1)),\(title),Nasional,1/2024,17-08-2024" }
        let first = try await Self.changes(.awards, header, [award("Satya")], city, agency, isComplete: true)
        #expect(first == ["2 001 award · national · Satya · 17-08-2024 · 1/2024|skTanggal: - > 17-08-2024"])
        let second = try await Self.changes(.awards, header, [award("Karya")], city, agency, isComplete: true)
        #expect(
            second == [
                "2 001 award · national · Karya · 17-08-2024 · 1/2024|skTanggal: - > 17-08-2024",
                "- 001 award · national · Satya · 17-08-2024 · 1/2024|skTanggal: 17-08-2024 > -",
            ]
        )
        let assessments = SampleFile.assessmentsHeader
        try await city.importLines(.assessments, assessments, [SampleFile.assessment(1, "80", "70")], to: agency)
        let scores = [SampleFile.assessment(1, "80", "75.5")]
        let told = try await Self.changes(.assessments, assessments, scores, city, agency)
        #expect(told == ["2 001 10-02-2025|X - Penilaian Potensi: 70.00 > 75.50"])
    }

    @Test("a rating is told by its cycle")
    func ratings() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(1)], to: agency)
        _ = try await city.psql(
            """
            insert into cycle (code, kind, period, rule_set)
            select '2026-Q3', 'quarter', '[2026-07-01,2026-10-01)', rule_set from rule_set limit 1
            """
        )
        let header = SampleFile.ratingsHeader
        try await city.importLines(.ratings, header, [SampleFile.rating(1, 2, 2)], to: agency)
        let told = try await Self.changes(.ratings, header, [SampleFile.rating(1, 1, 2)], city, agency)
        #expect(told == ["2 001 2026-Q3|hasilKinerjaNilai: 2 > 1"])
    }
}
