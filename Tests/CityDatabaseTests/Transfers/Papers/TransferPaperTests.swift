import CityDatabase
import Personnel
import TestSupport
import Testing

/// What papers say of cases, read from the database.
@Suite("Papers of transfers", .timeLimit(.minutes(20)))
struct TransferPaperTests {
    @Test("a decree's cases come with people, both seats and the person who leaves, also after the move")
    func decree() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let numbers = [try await stage.plan(1, to: 1, "Kepala"), try await stage.plan(11, to: 0, "Kepala")]
        try await stage.decide(numbers, decree: "821.2/7")
        let before = try await stage.transfers.papers(.decree("821.2/7"))
        #expect(before.map(\.number) == numbers)
        let first = try #require(before.first)
        #expect(first.person.nip?.text == SampleFile.nip(1))
        #expect(first.person.name == "Budi Sihombing, S.Kom")
        #expect(first.person.rank?.code == "III/c" && first.person.contractClass == nil)
        #expect(first.former?.title == "Kepala Dinas dinkes" && first.former?.unit == "Bidang U0")
        #expect(first.seat.title == "Kepala Dinas disdik" && first.echelon?.id == 22)
        #expect(first.outgoing?.nip?.text == SampleFile.nip(11))
        #expect(first.reason == "Pengalaman sesuai kebutuhan organisasi" && first.isDecided)
        #expect((first.firstDay, first.decreeDate, first.signedBy) == (stage.today, stage.today, "Wali Kota"))
        #expect(first.leftService == nil && first.startedDuty == nil)
        #expect(try await stage.transfers.carryOutDue(by: "uji").carriedOut.count == 2)
        let after = try #require(try await stage.transfers.papers(.numbers([numbers[0]])).first)
        #expect(after.person == first.person && after.former == first.former && after.seat == first.seat)
        #expect(after.outgoing == first.outgoing && after.state == .effective)
    }

    @Test("a decree from before an agency is known names it by its first name, a later one by that of its day")
    func agencyNames() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        _ = try await stage.city.psql(
            """
            update agency_name set valid = daterange(city_day(now()) - 10, city_day(now()) - 5)
            where agency_id = \(stage.agencies[0].id);
            insert into agency_name (agency_id, name, short_name, valid)
            values (\(stage.agencies[0].id), 'Dinas Kesehatan Kota', 'Dinkes', daterange(city_day(now()) - 5, null))
            """
        )
        let number = try await stage.plan(1, to: 1, "Kepala")
        let other = try await stage.plan(11, to: 0, "Kepala")
        try await stage.decide([number, other], decree: "821.2/7")
        for (days, name) in [(30, stage.agencies[0].name), (7, stage.agencies[0].name), (5, "Dinas Kesehatan Kota")] {
            _ = try await stage.city.psql("update decree set decree_date = city_day(now()) - \(days)")
            let papers = try await stage.transfers.papers(.numbers([number]))
            #expect(papers.map { $0.former?.agency } == [name], "\(days) days ago")
        }
    }

    @Test(
        "a person who died by the first day is marked; a case without decree is not decided; unknown ones are refused"
    )
    func marks() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        try await stage.addSeat(1, "Analis")
        let number = try await stage.plan(2, to: 1, "Analis", on: stage.today + 10)
        #expect(try await stage.transfers.papers(.numbers([number])).map(\.isDecided) == [false])
        let death = ServiceEvent(
            nip: try NIP(SampleFile.nip(2)),
            kind: .death,
            day: stage.today,
            documentNumber: "474/1",
            documentDate: stage.today,
            recordedBy: "uji"
        )
        _ = try await ServiceEvents(stage.city.database, stage.agencies[0]).record(death)
        #expect(try await stage.transfers.papers(.numbers([number])).map(\.leftService) == [stage.today])
        for (selection, code): (Transfers.PaperSelection, CityError.Code) in [
            (.decree("821/0"), .transferDecreeUnknown), (.batch("G-0"), .transferBatchUnknown),
            (.numbers(["TRF-2026-999999"]), .transferUnknown),
        ] {
            let error = await #expect(throws: CityError.self) { try await stage.transfers.papers(selection) }
            #expect(error?.code == code)
        }
    }

    @Test("a case waits for carrying out, start of duty and hand-over, report and follow-ups, each by its last day")
    func deadlines() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let numbers = [try await stage.plan(1, to: 1, "Kepala"), try await stage.plan(11, to: 0, "Kepala")]
        let day = stage.today
        func open(on day: CivilDate, ahead: Int = 0) async throws -> [String] {
            try await stage.transfers.deadlines(on: day, ahead: ahead)
                .filter { $0.number == numbers[0] }
                .map { "\($0.kind.rawValue) \($0.lastDay - stage.today) \($0.daysLate)" }
        }
        try await stage.decide(numbers)
        #expect(try await open(on: day) == ["carry_out 0 0"])
        #expect(try await open(on: day + 3) == ["carry_out 0 3"])
        _ = try await stage.transfers.carryOutDue(by: "uji")
        #expect(try await open(on: day + 6).isEmpty)
        #expect(try await open(on: day + 8) == ["hand_over 7 1", "start_duty 7 1"])
        try await stage.transfers.step(numbers[0], .startDuty, as: .personnel, stage.act("Verifikator"))
        let minutes = try #require(DocumentKind(code: "hand_over"))
        let document = TransferDocument(minutes, number: "800/22", day: day)
        try await stage.transfers.file(document, for: numbers[0], by: "Verifikator")
        let holidays = try await stage.city.psql("select day from holiday order by day")
        let off = Set(holidays.split(separator: "\n").compactMap { CivilDate(iso: String($0)) })
        let report = WorkingCalendar(holidays: off, week: .five).day(5, after: day)
        #expect(try await open(on: report + 1) == ["report \(report - day) 1"])
        try await stage.transfers.step(numbers[0], .report, as: .personnel, stage.act("Verifikator"))
        let months = [3, 6, 12].map { day.adding(months: $0) - day }
        let kinds = ["follow_up_3", "follow_up_6", "follow_up_12"]
        #expect(try await open(on: day, ahead: 400) == zip(kinds, months).map { "\($0) \($1) 0" })
        for count in 1...3 {
            try await stage.transfers.step(
                numbers[0],
                .followUp,
                as: .personnel,
                stage.act("Verifikator", note: "Wawancara \(count)")
            )
            let rest = zip(kinds, months).dropFirst(count).map { "\($0) \($1) 0" }
            #expect(try await open(on: day, ahead: 400) == (rest.isEmpty ? ["completion \(months[2]) 0"] : rest))
        }
    }

    @Test("BKN's answer, the invitation and the inauguration are counted in working days")
    func workingDays() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let first = stage.today + 10
        let numbers = [
            try await stage.plan(1, to: 1, "Kepala", on: first), try await stage.plan(11, to: 0, "Kepala", on: first),
        ]
        let transfers = stage.transfers
        try await transfers.steps(numbers, .submit, as: .personnel, stage.act("Perencana"))
        try await stage.pass(numbers)
        try await transfers.steps(numbers, .verify, as: .personnel, stage.act("Verifikator"))
        try await transfers.steps(numbers, .consider, as: .reviewTeam, stage.act("Sekda"))
        try await transfers.steps(numbers, .approve, as: .mayor, stage.act("Wali Kota"))
        try await transfers.steps(numbers, .requestPertek, as: .personnel, stage.act("Verifikator"))
        _ = try await stage.city.psql("update transfer_case set pertek_requested_on = '2026-08-13'")
        // 17 August is a national holiday.
        let friday = try #require(CivilDate(iso: "2026-08-21"))
        let late = try await stage.transfers.deadlines(on: friday, ahead: 0)
        #expect(late.map(\.kind) == [.pertek, .pertek] && late.map(\.lastDay) == [friday, friday])
        #expect(late.map(\.daysLate) == [0, 0])
        try await transfers.steps(numbers, .issuePertek, as: .bkn, stage.act("BKN", document: "PT/1"))
        try await stage.transfers.steps(numbers, .decree, as: .mayor, stage.act("Wali Kota", document: "821.2/1"))
        // A Monday: the letter goes out on the Sunday at the latest.
        _ = try await stage.city.psql("update transfer_case set planned_on = '2027-03-01'")
        let sunday = try #require(CivilDate(iso: "2027-02-28"))
        func invitations() async throws -> [CivilDate] {
            try await stage.transfers.deadlines(on: sunday, ahead: 0).filter { $0.kind == .invitation }.map(\.lastDay)
        }
        #expect(try await invitations() == [sunday, sunday])
        let holidays = try await stage.city.psql("select day from holiday order by day")
        let off = Set(holidays.split(separator: "\n").compactMap { CivilDate(iso: String($0)) })
        let last = WorkingCalendar(holidays: off, week: .five).day(30, after: stage.today)
        let inaugurations = try await stage.transfers.deadlines(on: sunday, ahead: 60)
            .filter { $0.kind == .inauguration }
        #expect(inaugurations.map(\.lastDay) == [last, last])
        try await stage.transfers.steps(numbers, .announce, as: .personnel, stage.act("Verifikator"))
        try await stage.transfers.steps(numbers, .invite, as: .personnel, stage.act("Verifikator"))
        #expect(try await invitations().isEmpty)
    }
}
