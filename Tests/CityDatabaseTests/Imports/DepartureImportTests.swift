import CityDatabase
import Synchronization
import TestSupport
import Testing
import Texts

/// How `rw_pemberhentian` and `rw_cltn` become events of service.
@Suite("Import of departures and leave", .timeLimit(.minutes(20)))
struct DepartureImportTests {
    private let header = "nipBaru,kedudukanHukumPns,skNomor,skTanggal,tmtPensiun"
    private let leaveHeader = "nip,skNomor,skTanggal,tanggalAwal,tanggalAkhir,tanggalAktif"

    private func stage() async throws -> (TestCity, Agency) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...6).map { SampleFile.person($0) }, to: agency)
        try await city.importLines(.posts, SampleFile.postsHeader, (1...6).map { SampleFile.post($0) }, to: agency)
        return (city, agency)
    }

    private func line(_ number: Int, _ standing: String, since: String = "", decreed: String = "10-04-2026") -> String {
        "\(SampleFile.nip(number)),\(standing),882/\(number),\(decreed),\(since)"
    }

    private func events(_ city: TestCity) async throws -> String {
        try await city.psql(
            """
            select substr(p.nip, 5, 4), s.kind, s.valid_from, s.legal_standing, s.document_number, upper(e.valid)
            from service_event s
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            order by p.nip, s.service_event_id
            """
        )
    }

    @Test("a decree ends the service on its day, an undated one on the decree's; importing it again changes nothing")
    func ends() async throws {
        let (city, agency) = try await stage()
        let lines = [
            line(1, "99", since: "01-05-2026"), line(2, "Meninggal Dunia"), line(3, "77", since: "01-08-2026"),
        ]
        let report = try await city.importLines(.departures, header, lines, to: agency)
        #expect((report.added, report.unchanged, report.rejected) == (3, 0, 0))
        #expect(report.warnings.map { "\($0.line) \($0.code)" } == ["3 departure_undated"])
        #expect(
            try await events(city) == """
                0102|retirement|2026-05-01|Pensiun|882/1|2026-05-01
                0103|death|2026-04-10|Meninggal Dunia|882/2|2026-04-10
                0104|dismissal|2026-08-01|Pemberhentian tanpa hak pensiun|882/3|2026-08-01

                """
        )
        let again = try await city.importLines(.departures, header, lines, to: agency)
        #expect((again.added, again.unchanged, again.rejected, again.warnings.count) == (0, 3, 0, 0))
    }

    @Test("a death after a retirement that holds already is refused by row, never taken for what is on record")
    func otherKind() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.departures, header, [line(1, "99", since: "01-05-2026")], to: agency)
        let before = try await events(city)
        let died = try await city.importLines(
            .departures,
            header,
            [line(1, "Meninggal Dunia", since: "01-06-2026")],
            to: agency
        )
        #expect(died.rejections.map { "\($0.column) \($0.code)" } == ["kedudukanHukumPns departure_other"])
        let people = try await city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(1).replacing("Aktif", with: "Meninggal Dunia"), SampleFile.person(2)],
            to: agency
        )
        #expect(people.rejections.map { "\($0.line) \($0.code)" } == ["2 departure_other"])
        #expect(people.unchanged == 1)
        #expect(try await events(city) == before)
    }

    @Test("departures that cannot be are listed by row with the reason")
    func rejections() async throws {
        let (city, agency) = try await stage()
        let lines = [
            line(1, "02", since: "01-05-2026"), line(2, "99", since: "01-09-2027"), line(3, "99", since: "01-03-2005"),
            line(4, "99", since: "31-01-2021"), line(5, "99", since: "", decreed: "01-07-2026"),
            line(6, "66", since: "", decreed: ""), line(9, "99", since: "01-05-2026"),
        ]
        let report = try await city.importLines(.departures, header, lines, to: agency)
        #expect(
            report.rejections.map { "\($0.line) \($0.column) \($0.code)" } == [
                "2 kedudukanHukumPns departure_standing", "3 tmtPensiun date_far", "4 tmtPensiun before_employment",
                "5 tmtPensiun assignment_later", "6 skTanggal date_future", "7 tmtPensiun missing",
                "8 nipBaru unknown_person",
            ]
        )
        let reason = try #require(report.rejections.first).reason
        #expect(reason.english.contains("Pensiun (99)") && reason.english.contains("Pindah Instansi"))
        #expect(!reason.english.contains("CLTN"), "it ends no service")
        let people = [SampleFile.person(1).replacing(",Aktif,", with: ",Libur,")]
        let unknown = try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        #expect(unknown.rejections.map(\.code) == ["legal_standing"])
        #expect(unknown.rejections.first?.reason.indonesian.contains("CLTN (02)") == true)
        #expect(try await events(city) == "")
    }

    @Test("a retirement without a day begins by age; what was decided after a departure stays")
    func undated() async throws {
        let (city, agency) = try await stage()
        // Born on 2 January 1968, an executor: 58.
        _ = try await city.psql("update person set birth_date = '1968-01-02' where nip = '\(SampleFile.nip(1))'")
        try await city.importLines(.departures, header, [line(1, "98")], to: agency)
        #expect(try await events(city) == "0102|retirement|2026-02-01|Mencapai BUP|882/1|2026-02-01\n")
        let back = SampleFile.person(1) + ",01-02-2026"
        try await city.importLines(.people, SampleFile.peopleHeader + ",tmt_kedudukan_hukum", [back], to: agency)
        let report = try await city.importLines(.departures, header, [line(1, "98", since: "01-02-2026")], to: agency)
        #expect((report.added, report.unchanged) == (0, 1))
        #expect(try await city.psql("select count(*) from employment where upper_inf(valid)") == "6\n")
    }

    @Test("leave that runs begins an absence, and its dated end brings the person back")
    func leave() async throws {
        let (city, agency) = try await stage()
        let running = "\(SampleFile.nip(1)),851/1,10-12-2025,01-01-2026,31-12-2026,"
        let over = "\(SampleFile.nip(2)),851/2,10-12-2023,01-01-2024,31-12-2025,"
        let contradicted = "\(SampleFile.nip(3)),851/3,10-12-2020,01-01-2021,31-12-2026,"
        let report = try await city.importLines(.leave, leaveHeader, [running, over, contradicted], to: agency)
        #expect((report.added, report.rejected) == (3, 0))
        #expect(report.warnings.map { "\($0.line) \($0.code)" } == ["4 leave_ignored"])
        #expect(try await events(city) == "0102|unpaid_leave|2026-01-01|CLTN|851/1|\n")
        let again = try await city.importLines(.leave, leaveHeader, [running, over], to: agency)
        #expect((again.added, again.unchanged, again.warnings.count) == (0, 2, 0))
        try await city.importLines(.leave, leaveHeader, [running + "01-06-2026"], to: agency)
        // And not again on leave, by a file of the former state.
        try await city.importLines(.leave, leaveHeader, [running], to: agency)
        #expect(
            try await events(city) == """
                0102|unpaid_leave|2026-01-01|CLTN|851/1|
                0102|leave_end|2026-06-01|Aktif|851/1|

                """
        )
    }

    @Test("an absence follows the corrected rows of its leave, and those that a whole register no longer holds")
    func leaveFollows() async throws {
        let (city, agency) = try await stage()
        let row = { (number: Int, begins: String, active: String) in
            "\(SampleFile.nip(number)),851/\(number),10-12-2025,\(begins),31-12-2026,\(active)"
        }
        let counted = {
            try await city.psql(
                """
                select substr(p.nip, 5, 4), s.kind, s.valid_from
                from counted_event s
                join employment e using (agency_id, employment_id)
                join person p using (agency_id, person_id)
                order by p.nip, s.valid_from
                """
            )
            .split(separator: "\n").map(String.init)
        }
        try await city.importLines(.leave, leaveHeader, [row(1, "01-01-2026", "")], to: agency)
        let corrected = try await city.importLines(.leave, leaveHeader, [row(1, "01-02-2026", "")], to: agency)
        #expect(corrected.warnings.map(\.code) == ["leave_corrected"])
        #expect(try await counted() == ["0102|unpaid_leave|2026-02-01"])
        #expect(try await city.psql("select count(*) from evidence where withdrawn_at is null") == "1\n")
        let ended = try await city.psql("select upper(valid) from assignment order by assignment_id limit 1")
        #expect(ended == "2026-02-01\n")
        for active in ["01-05-2026", "01-06-2026"] {
            try await city.importLines(.leave, leaveHeader, [row(1, "01-02-2026", active)], to: agency)
        }
        #expect(try await counted() == ["0102|unpaid_leave|2026-02-01", "0102|leave_end|2026-06-01"])
        // Another leave from the very day of the return.
        let next = "\(SampleFile.nip(1)),851/7,10-05-2026,01-06-2026,31-12-2026,"
        try await city.importLines(.leave, leaveHeader, [next], to: agency)
        #expect(try await counted().last == "0102|unpaid_leave|2026-06-01")
        // A complete register without it.
        try await city.importLines(.leave, leaveHeader, [row(2, "01-03-2026", "")], to: agency)
        let whole = [row(1, "01-02-2026", "01-06-2026")]
        try await city.importLines(.leave, leaveHeader, whole, to: agency, isComplete: true)
        #expect(try await counted() == ["0102|unpaid_leave|2026-02-01", "0102|leave_end|2026-06-01"])
        #expect(try await city.psql("select legal_status from person where nip = '\(SampleFile.nip(2))'") == "Aktif\n")
    }

    @Test("a file of people without a day ends no leave that a register dates")
    func undatedActive() async throws {
        let (city, agency) = try await stage()
        let leave = "\(SampleFile.nip(1)),,,01-01-2026,31-12-2026,"
        try await city.importLines(.leave, leaveHeader, [leave], to: agency)
        try await city.importLines(.departures, header, [line(2, "99", since: "01-05-2026")], to: agency)
        let people = (1...2).map { SampleFile.person($0) }
        let report = try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        #expect(report.warnings.map { "\($0.line) \($0.code)" } == ["2 standing_decided", "3 standing_decided"])
        #expect((report.changed, report.unchanged) == (0, 2))
        #expect(
            try await city.psql("select legal_status from person where nip < '\(SampleFile.nip(3))' order by nip")
                == "CLTN\nPensiun\n"
        )
    }

    @Test("a retirement without a day and far ahead by age says what is missing")
    func undatedEarly() async throws {
        let (city, agency) = try await stage()
        let report = try await city.importLines(.departures, header, [line(1, "99")], to: agency)
        #expect(report.rejections.map { "\($0.column) \($0.code)" } == ["tmtPensiun departure_undated_early"])
    }

    @Test("an export of departures and of leave says what is on record, and imported again changes nothing")
    func exported() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(
            .departures,
            header,
            [line(1, "98", since: "01-05-2026"), line(2, "Meninggal Dunia")],
            to: agency
        )
        let leave = "\(SampleFile.nip(3)),851/3,10-12-2025,01-01-2026,31-12-2026,01-06-2026"
        try await city.importLines(
            .leave,
            leaveHeader,
            [leave.replacing(",01-06-2026", with: ","), "\(SampleFile.nip(4)),851/4,,01-02-2026,31-12-2026,"],
            to: agency
        )
        try await city.importLines(.leave, leaveHeader, [leave], to: agency)
        let before = try await events(city)
        for (kind, header, count) in [(ExportKind.departures, header, 2), (.leave, leaveHeader, 2)] {
            let text = Mutex("")
            let rows = try await Exporter(city.database)
                .export(
                    kind,
                    of: agency,
                    on: SampleFile.day,
                    cycle: nil,
                    to: { line in text.withLock { $0 += line } }
                )
            #expect(rows == count)
            let lines = text.withLock { $0 }.split(separator: "\n").map(String.init)
            #expect(lines.first == header)
            if kind == .leave { #expect(lines[1].hasSuffix("01-06-2026") && lines[2].hasSuffix("31-12-2026,")) }
            let report = try await city.importLines(
                kind == .leave ? .leave : .departures,
                header,
                Array(lines.dropFirst()),
                to: agency
            )
            #expect((report.added, report.changed, report.rejected, report.warnings.count) == (0, 0, 0, 0))
        }
        #expect(try await events(city) == before)
    }
}
