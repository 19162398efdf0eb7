import CSV
import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

@Suite("Import of people")
struct PeopleImportTests {
    private let header = SampleFile.peopleHeader

    @Test("SIASN's leading apostrophe, null, BOM and DD-MM-YYYY are understood")
    func traps() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let path = try SampleFile.write("\u{FEFF}\(header)\n\(SampleFile.person(7))\n")
        let report = try await Importer(city.database).run(.people, file: path, agency: agency.id, asOf: SampleFile.day)
        #expect(report.added == 1 && report.rejections.isEmpty)
        let row = try await city.psql(
            "select nip, front_title is null, back_title, birth_date, appointed_on, grade_rank_id from person"
        )
        #expect(row == "\(SampleFile.nip(7))|t|S.Kom|1980-01-08|2005-03-01|33\n")
        #expect(try await city.psql("select valid from employment") == "[2005-03-01,)\n")
    }

    @Test("importing the same file twice changes nothing; a changed row is updated and its history kept")
    func idempotent() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let lines = (1...20).map { SampleFile.person($0) }
        #expect(try await city.importLines(.people, header, lines, to: agency).added == 20)
        let again = try await city.importLines(.people, header, lines, to: agency)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 20))
        let promoted = [SampleFile.person(1, rank: "34")] + lines.dropFirst()
        let third = try await city.importLines(.people, header, promoted, to: agency)
        #expect((third.added, third.changed, third.unchanged) == (0, 1, 19))
        #expect(try await city.psql("select former->>'grade_rank_id' from person_history") == "33\n")
        #expect(
            try await city.psql("select grade_rank_id, count(*) from person group by 1 order by 1") == "33|19\n34|1\n"
        )
    }

    @Test("a good row is imported, a bad row is listed with line, column and code")
    func rejections() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let good = SampleFile.person(1)
        let lines = [
            good,
            good.replacing("08-01", with: "08-01").replacing(SampleFile.nip(1), with: "12345"),
            SampleFile.person(2).replacing(",M,", with: ",F,"),
            SampleFile.person(3).replacing("01-03-2005", with: "31-02-2005"),
            SampleFile.person(4).replacing(",40,", with: ",99,"),
            SampleFile.person(5) + ",too many",
            SampleFile.person(6).replacing("Budi Sihombing", with: "null"),
            good,
        ]
        let report = try await city.importLines(.people, header, lines, to: agency)
        #expect(report.rows == 8 && report.added == 1 && report.rejected == 7)
        let found = report.rejections.map { "\($0.line) \($0.column) \($0.code)" }
        #expect(
            found == [
                "3 nip_baru nip_shape", "4 jenis_kelamin nip_sex_differs", "5 tmt_cpns date_shape",
                "6 tingkat_pendidikan_id education_level", "7  column_count", "8 nama missing", "9 nip_baru repeated",
            ]
        )
    }

    @Test("a rejection never shows the cell's value")
    func noPersonalData() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let line = SampleFile.person(2, name: "Planted Name").replacing("0", with: "x")
        let report = try await city.importLines(.people, header, [line], to: agency)
        #expect(!report.rejections.isEmpty)
        for finding in report.rejections {
            #expect(!finding.reason.english.contains("Planted") && !finding.reason.english.contains("198x"))
        }
    }

    @Test("an appointment at an unusual age is a warning, not a rejection")
    func warnings() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        // Born in 1950, appointed in March 2005, at 55.
        let line = SampleFile.person(1).replacing("19800102", with: "19500102")
            .replacing("02-01-1980", with: "02-01-1950")
        let report = try await city.importLines(.people, header, [line], to: agency)
        #expect(report.added == 1 && report.rejections.isEmpty)
        #expect(report.warnings.map(\.column) == ["nip_baru"])
    }

    @Test("a person whom another agency employs needs a transfer, not an import")
    func employedElsewhere() async throws {
        let city = try await TestCity.make()
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        try await city.importLines(.people, header, [SampleFile.person(1)], to: agencies[0])
        let report = try await city.importLines(
            .people,
            header,
            [SampleFile.person(1), SampleFile.person(2)],
            to: agencies[1]
        )
        #expect(report.added == 1)
        #expect(report.rejections.map(\.code) == ["employed_elsewhere"])
    }

    @Test("when two agencies import the same people at once, only one employs them")
    func concurrently() async throws {
        let city = try await TestCity.make()
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        let lines = (1...50).map { SampleFile.person($0) }
        async let first = city.importLines(.people, header, lines, to: agencies[0])
        async let second = city.importLines(.people, header, lines, to: agencies[1])
        async let third = city.importLines(.people, header, lines, to: agencies[2])
        let reports = try await [first, second, third]
        #expect(reports.reduce(0) { $0 + $1.added } == 50 && reports.reduce(0) { $0 + $1.rejected } == 100)
        #expect(try await city.psql("select count(*), count(distinct nip) from person") == "50|50\n")
    }

    @Test("an appointment corrected to an earlier day takes the employment with it")
    func earlierAppointment() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let later = SampleFile.person(1).replacing("01-03-2005", with: "20-03-2005")
        try await city.importLines(.people, header, [later], to: agency)
        #expect(try await city.psql("select valid from employment") == "[2005-03-20,)\n")
        try await city.importLines(.people, header, [SampleFile.person(1)], to: agency)
        #expect(try await city.psql("select valid from employment") == "[2005-03-01,)\n")
    }

    @Test(
        "a person who came by a move serves the agency since then, whatever a later import says about the appointment"
    )
    func afterMove() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.moveToTheOther(on: "2026-10-16")
        for line in [SampleFile.person(4), SampleFile.person(4).replacing("01-03-2005", with: "02-03-2005")] {
            try await stage.city.importLines(.people, header, [line], to: stage.agencies[1])
        }
        let valid = "select valid from employment where employment_id = \(try await stage.employment(4))"
        #expect(try await stage.city.psql(valid) == "[2026-10-16,)\n")
    }

    @Test("a dry run reports the same and keeps nothing")
    func dryRun() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let lines = [SampleFile.person(1), "bad"]
        let report = try await city.importLines(.people, header, lines, to: agency, dryRun: true)
        #expect(report.added == 1 && report.rejected == 1)
        #expect(try await city.psql("select count(*) from person") == "0\n")
    }

    @Test("a header without rows means an agency with nothing to report")
    func headerOnly() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let report = try await city.importLines(.people, header, [], to: agency)
        #expect(report.rows == 0 && report.added == 0)
    }

    @Test("all rows bad: nothing is imported, every row is listed")
    func allBad() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let report = try await city.importLines(.people, header, (1...50).map { _ in "bad" }, to: agency)
        #expect(report.added == 0 && report.rejected == 50)
    }

    @Test("a file that cannot be read as a whole is refused, and nothing is imported")
    func brokenFiles() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let good = SampleFile.person(1)
        let broken: [(String, [UInt8])] = [
            ("empty", []),
            ("wrong header", Array("a,b,c\n\(good)\n".utf8)),
            ("workbook", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array("xl/workbook.xml".utf8)),
            ("invalid UTF-8", Array("\(header)\n\(good)\n".utf8) + [0x41, 0xFF, 0x0A]),
            ("1 MB field", Array("\(header)\n\(good)\n\"\(String(repeating: "x", count: 1 << 20))\"\n".utf8)),
            ("open quote", Array("\(header)\n\(good)\n\"never closed\n".utf8)),
        ]
        for (name, bytes) in broken {
            let path = try SampleFile.write(bytes)
            let error = await #expect(throws: (any Error).self, "\(name)") {
                try await Importer(city.database).run(.people, file: path, agency: agency.id, asOf: SampleFile.day)
            }
            #expect(error is CSVError || error is CityError, "\(name): \(String(describing: error))")
        }
        #expect(try await city.psql("select count(*) from person") == "0\n")
        // The connection works like a new one.
        #expect(try await city.importLines(.people, header, [good], to: agency).added == 1)
    }
}
