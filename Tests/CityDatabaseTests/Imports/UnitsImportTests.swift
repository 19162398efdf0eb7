import CityDatabase
import Personnel
import Synchronization
import TestSupport
import Testing

@Suite("Import of units", .timeLimit(.minutes(20)))
struct UnitsImportTests {
    private let header = "id,namaUnor,diatasanId,tmtUnor"

    private func stage() async throws -> (TestCity, Agency) {
        let city = try await TestCity.make()
        return (city, try await city.add("dinkes")[0])
    }

    private func units(_ city: TestCity) async throws -> String {
        try await city.psql(
            "select siasn_id, parent_siasn_id, name, since from org_unit order by siasn_id collate \"C\""
        )
    }

    @Test("parents may come later; a root may name itself, or a unit outside; the same file changes nothing")
    func tree() async throws {
        let (city, agency) = try await stage()
        let lines = ["U3,Seksi,U2,", "U2,Bidang,U1,01-02-2024", "U1,Dinas,U1,", "P1,Pembantu,KOTA,"]
        let report = try await city.importLines(.units, header, lines, to: agency)
        #expect((report.added, report.rejected) == (4, 0))
        #expect(report.warnings.map { "\($0.line) \($0.column) \($0.code)" } == ["5 diatasanId unit_parent_unknown"])
        #expect(try await units(city) == "P1||Pembantu|\nU1||Dinas|\nU2|U1|Bidang|2024-02-01\nU3|U2|Seksi|\n")
        let again = try await city.importLines(.units, header, lines, to: agency)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 4))
    }

    @Test("circles are rejected by row: within the file, and together with units that are known")
    func circles() async throws {
        let (city, agency) = try await stage()
        let within = ["A,A,C,", "B,B,A,", "C,C,B,", "D,D,A,", "E,E,,"]
        let first = try await city.importLines(.units, header, within, to: agency)
        #expect(first.added == 1)
        #expect(
            first.rejections.map { "\($0.line) \($0.column) \($0.code)" } == [
                "2 diatasanId unit_circle", "3 diatasanId unit_circle", "4 diatasanId unit_circle",
                "5 diatasanId unit_parent_rejected",
            ]
        )
        try await city.importLines(.units, header, ["F,F,E,", "G,G,F,"], to: agency)
        let known = try await units(city)
        let second = try await city.importLines(.units, header, ["E,E,G,"], to: agency)
        #expect(second.rejections.map(\.code) == ["unit_circle"])
        #expect(try await units(city) == known)
        // Turned round as a whole, it is no circle.
        let turned = try await city.importLines(.units, header, ["E,E,G,", "G,G,F,", "F,F,,"], to: agency)
        #expect((turned.rejected, turned.changed, turned.unchanged) == (0, 2, 1))
    }

    @Test("posts are rejected where their unit would stand above itself, and a unit that names itself is a root")
    func posts() async throws {
        let (city, agency) = try await stage()
        let row = { (unit: String, parent: String) in
            "x,null,1,\(unit),\(parent),31,01-02-2021,,,Unit \(unit),Kepala \(unit)"
        }
        let lines = [row("A", "A"), row("B", "C"), row("C", "B"), row("D", "A")]
        let report = try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        #expect(
            report.rejections.map { "\($0.line) \($0.column) \($0.code)" }
                == ["3 unorIndukId unit_circle", "4 unorIndukId unit_circle"]
        )
        #expect(try await units(city) == "A||Unit A|\nD|A|Unit D|\n")
        let later = try await city.importLines(.posts, SampleFile.postsHeader, [row("A", "D")], to: agency)
        #expect(later.rejections.map(\.code) == ["unit_circle"])
    }

    @Test("another name holds from its day and keeps the former one; an older file of posts undoes nothing")
    func rename() async throws {
        let (city, agency) = try await stage()
        let post = ["x,null,1,U1,,31,01-02-2021,,,Bidang Lama,Kepala"]
        try await city.importLines(.posts, SampleFile.postsHeader, post, to: agency)
        let change = try await city.importLines(.units, header, ["U1,Bidang Baru,,01-03-2026"], to: agency)
        #expect((change.changed, change.added) == (1, 0))
        #expect(try await city.psql("select name, valid from org_unit_former") == "Bidang Lama|(,2026-03-01)\n")
        let old = try await city.importLines(.posts, SampleFile.postsHeader, post, to: agency)
        #expect(old.warnings.map(\.code) == ["unit_differs"] && old.rejected == 0)
        #expect(try await units(city) == "U1||Bidang Baru|2026-03-01\n")
        let earlier = try await city.importLines(.units, header, ["U1,Bidang Salah,,01-01-2026"], to: agency)
        #expect(earlier.rejections.map { "\($0.column) \($0.code)" } == ["tmtUnor unit_later"])
        let future = try await city.importLines(.units, header, ["U1,Bidang Salah,,01-01-2030"], to: agency)
        #expect(future.rejections.map(\.column) == ["tmtUnor"])
        let listed = try await Units(city.database).list(in: .agency(agency), on: CivilDate(daysSince2000: 9_500))
        #expect(listed.map(\.name) == ["Bidang Lama"])
    }

    @Test("what is exported can be imported again and changes nothing, and changes are told by column")
    func export() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.units, header, ["U1,Dinas,,", "U2,Bidang,U1,01-02-2024"], to: agency)
        let text = Mutex("")
        let rows = try await Exporter(city.database)
            .export(.units, of: agency, on: SampleFile.day, cycle: nil) { line in text.withLock { $0 += line } }
        let whole = text.withLock { $0 }
        #expect(rows == 2 && whole.hasPrefix(header))
        let known = try await units(city)
        let lines = whole.split(separator: "\n").map(String.init)
        let again = try await city.importLines(.units, lines[0], Array(lines.dropFirst()), to: agency)
        #expect((again.unchanged, again.changed, again.rejected) == (2, 0, 0))
        #expect(try await units(city) == known)
        let changes = Mutex<[String]>([])
        _ = try await Importer(city.database)
            .run(
                .units,
                file: try SampleFile.write("\(header)\nU2,Bidang Mutu,U1,01-03-2026\n"),
                agency: agency.id,
                asOf: SampleFile.day,
                dryRun: true,
                listener: ImportListener(change: { change in
                    changes.withLock {
                        $0.append("\(change.record) \(change.column) \(change.former ?? "") > \(change.present ?? "")")
                    }
                })
            )
        #expect(
            changes.withLock { $0 } == ["U2 namaUnor Bidang > Bidang Mutu", "U2 tmtUnor 01-02-2024 > 01-03-2026"]
        )
    }
}
