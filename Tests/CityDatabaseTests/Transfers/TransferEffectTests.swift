import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// What comes of a decided transfer on its day.
@Suite("Effect of transfers", .timeLimit(.minutes(20)))
struct TransferEffectTests {
    @Test("heads of three agencies change places in one instant, and their decrees name each new seat")
    func rotation() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub")
        let before = try await stage.holders(on: stage.today)
        let numbers = [
            try await stage.plan(1, to: 1, "Kepala"), try await stage.plan(11, to: 2, "Kepala"),
            try await stage.plan(21, to: 0, "Kepala"),
        ]
        try await stage.decide(numbers)
        #expect(try await stage.holders(on: stage.today) == before)
        let progress = try await stage.transfers.carryOutDue(by: "uji")
        #expect(Set(progress.carriedOut) == Set(numbers) && progress.problems.isEmpty)
        let heads = try await stage.city.psql(
            """
            select g.code, p.nip, a.decree_number
            from assignment a
            join agency g using (agency_id)
            join post t using (agency_id, post_id)
            join employment e using (agency_id, employment_id)
            join person p on p.agency_id = a.agency_id and p.person_id = e.person_id
            where upper_inf(a.valid) and t.echelon = 22
            order by 1
            """
        )
        #expect(
            heads == """
                dinkes|\(SampleFile.nip(21))|821.2/1
                disdik|\(SampleFile.nip(1))|821.2/1
                dishub|\(SampleFile.nip(11))|821.2/1

                """
        )
        // On the day before, everybody is where they were; on each day everybody is somewhere.
        #expect(try await stage.city.psql("select count(*) from assignment where kind = 'definitive'").trimmed == "12")
        #expect(
            try await stage.city
                .psql(
                    "select count(*) from assignment a where kind = 'definitive' and valid @> '\((stage.today + -1).iso)'::date"
                )
                .trimmed == "9"
        )
    }

    @Test("people act in a seat until it has its holder, and go on where a seat stays free")
    func acting() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let analyst = try await stage.post(0, "Analis")
        try await stage.addSeat(0, "Analis")
        // Somebody acts for the head who will come, and in a post of which one seat stays free.
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), city_day(now()) - 30)
            where post_id in (\(try await stage.post(0, "Kepala")), \(analyst));
            insert into assignment (agency_id, employment_id, post_id, kind, valid)
            select a.agency_id, a.employment_id, t.post_id, 'acting', daterange(city_day(now()) - 30, null)
            from assignment a
            join post t on t.agency_id = a.agency_id and t.title ~ '^(Kepala|Analis)'
            where a.post_id = \(try await stage.post(0, "Pengelola"))
            """
        )
        let numbers = [try await stage.plan(11, to: 0, "Kepala"), try await stage.plan(12, to: 0, "Analis")]
        try await stage.decide(numbers)
        #expect(try await stage.transfers.carryOutDue(by: "uji").carriedOut.count == 2)
        let acting = try await stage.city.psql(
            """
            select t.title, upper(a.valid) = city_day(now())
            from assignment a join post t using (agency_id, post_id) where a.kind = 'acting' order by 1
            """
        )
        #expect(acting == "Analis dinkes|\nKepala Dinas dinkes|t\n")
    }

    @Test("a component is carried out as a whole or not at all, and the others go on")
    func component() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let chain = [try await stage.plan(1, to: 1, "Kepala"), try await stage.plan(11, to: 0, "Kepala")]
        let single = try await stage.plan(2, to: 1, "Pengelola")
        try await stage.addSeat(1, "Pengelola")
        try await stage.decide(chain + [single])
        // The one who was to take over has died meanwhile.
        _ = try await ServiceEvents(stage.city.database, stage.agencies[1])
            .record(
                ServiceEvent(
                    nip: try NIP(SampleFile.nip(11)),
                    kind: .death,
                    day: stage.today + -1,
                    documentNumber: "474/1",
                    documentDate: stage.today,
                    recordedBy: "uji"
                )
            )
        let progress = try await stage.transfers.carryOutDue(by: "uji")
        #expect(progress.carriedOut == [single])
        #expect(progress.problems.map { Set($0.numbers) } == [Set(chain)])
        #expect(try await stage.transfers.show(chain[0]).summary.problem?.contains(chain[1]) == true)
        #expect(try await stage.state(chain[0]) == "inaugurated")
        // Without the other the seat is free, and the one move is carried out.
        try await stage.transfers.step(chain[1], .revoke, as: .mayor, stage.act("Wali Kota", document: "821/9"))
        #expect(try await stage.transfers.carryOutDue(by: "uji").carriedOut == [chain[0]])
        #expect(try await stage.transfers.show(chain[0]).summary.problem == nil)
    }

    @Test("a refusal that does not say which move it is about stops that one only, and what is stuck holds nothing up")
    func unnamedRefusal() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub")
        var numbers: [String] = []
        for (person, target) in [(3, 1), (13, 2), (23, 0)] {
            try await stage.addSeat(target, "Pengelola")
            numbers.append(try await stage.plan(person, to: target, "Pengelola"))
        }
        try await stage.decide(numbers)
        let stuck = numbers[1]
        _ = try await stage.city.psql(
            """
            create function refuse_one() returns trigger language plpgsql as $$
            begin
                if exists (
                    select from medan.employment e join medan.person p using (agency_id, person_id)
                    where e.employment_id = new.employment_id and p.nip = '\(SampleFile.nip(13))'
                ) then
                    raise exception 'no seat for this one' using errcode = '23514';
                end if;
                return new;
            end $$;
            create trigger refuse_one before insert on assignment for each row execute function refuse_one();
            alter function refuse_one() security definer;
            """
        )
        let progress = try await stage.transfers.carryOutDue(by: "uji")
        #expect(Set(progress.carriedOut) == Set(numbers).subtracting([stuck]))
        #expect(progress.problems.map(\.numbers) == [[stuck]])
        #expect(progress.problems.first?.reason.contains(stuck) == true)
        #expect(try await stage.transfers.show(stuck).summary.problem?.contains("no seat for this one") == true)
        // It is tried again, and does not count to the limit: nothing more is left to do.
        let again = try await stage.city.database.transaction(as: .mover) { tx in
            try DueTransfers.carryOut(until: stage.today, by: "uji", limit: 0, &tx)
        }
        #expect(again.carriedOut.isEmpty && again.problems.map(\.numbers) == [[stuck]] && !again.hasMore)
    }

    @Test("two cases for one seat on one day: the first is carried out with its seat, the second stays with the reason")
    func doubleBooking() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub")
        let numbers = [
            try await stage.plan(1, to: 2, "Kepala"), try await stage.plan(11, to: 2, "Kepala"),
            try await stage.plan(21, to: 0, "Pengelola"),
        ]
        try await stage.decide(numbers)
        let progress = try await stage.transfers.carryOutDue(by: "uji")
        #expect(progress.carriedOut.isEmpty)
        let problem = try #require(progress.problems.first)
        #expect(
            problem.numbers.count == 3 && problem.reason.contains(numbers[0]) && problem.reason.contains(numbers[1])
        )
    }

    @Test("cancelling one of two identical moves leaves the other")
    func identical() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let first = try await stage.plan(2, to: 1, "Pengelola", on: stage.today + 10)
        try await stage.transfers.step(first, .cancel, as: .personnel, stage.act("Perencana"))
        let second = try await stage.plan(2, to: 1, "Pengelola", on: stage.today + 10)
        let other = try await stage.plan(3, to: 1, "Pengelola", on: stage.today + 10)
        try await stage.transfers.step(other, .cancel, as: .personnel, stage.act("Perencana"))
        #expect(try await stage.state(second) == "draft")
        #expect(try await stage.transfers.list(in: .city).map(\.number) == [second])
        // And nobody has two open ones.
        let error = await #expect(throws: CityError.self) { try await stage.plan(2, to: 1, "Analis") }
        #expect(error?.code == .transferOpenCase)
    }

    @Test("a future-dated move is decided now and lands later; an executor's time in post begins with it")
    func later() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let number = try await stage.plan(2, to: 1, "Analis", on: stage.today + 40)
        _ = try await stage.plan(12, to: 0, "Analis", on: stage.today + 40)
        try await stage.approve([number])
        try await stage.transfers.step(number, .decree, as: .mayor, stage.act("Wali Kota", document: "821/1"))
        try await stage.transfers.step(number, .announce, as: .personnel, stage.act("Verifikator"))
        #expect(try await stage.transfers.carryOutDue(by: "uji") == DueTransfers.Progress())
        #expect(try await stage.state(number) == "announced")
    }

    @Test("a move and its reversal give back seat, agency and seniority, and leave all that happened")
    func reversal() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        // The move was yesterday's, so that it can be taken back today.
        let numbers = [
            try await stage.plan(1, to: 1, "Kepala", on: stage.today + -1),
            try await stage.plan(11, to: 0, "Kepala", on: stage.today + -1),
        ]
        let before = try await stage.holders(on: stage.today + -2)
        try await stage.approve(numbers)
        let decree = TransferAct(
            by: "Wali Kota",
            on: stage.today,
            documentNumber: "821.2/1",
            documentDate: stage.today + -1
        )
        try await stage.transfers.steps(numbers, .decree, as: .mayor, decree)
        try await stage.transfers.steps(numbers, .announce, as: .personnel, stage.act("Verifikator"))
        // An inauguration of today would take the first day along.
        _ = try await stage.city.psql("update post set position_level = 'pelaksana', echelon = null where echelon = 22")
        #expect(try await stage.transfers.carryOutDue(by: "uji").carriedOut.count == 2)
        #expect(try await stage.holders(on: stage.today) != before)

        var back: [String] = []
        for number in numbers {
            back.append(
                try await stage.transfers.reverse(number, because: "Putusan PTUN", on: stage.today, by: "Perencana")
            )
        }
        try await stage.approve(back)
        try await stage.transfers.steps(back, .decree, as: .mayor, stage.act("Wali Kota", document: "821.2/2"))
        try await stage.transfers.steps(back, .announce, as: .personnel, stage.act("Verifikator"))
        #expect(Set(try await stage.transfers.carryOutDue(by: "uji").carriedOut) == Set(back))
        #expect(try await stage.holders(on: stage.today) == before)
        #expect(try await stage.state(numbers[0]) == "reversed")
        #expect(try await stage.city.psql("select count(*) from assignment where kind = 'definitive'").trimmed == "10")
    }

    @Test("a receiving agency that is merged before the day: the person comes to the seat where it went")
    func merger() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub", ownRoles: true)
        let number = try await stage.plan(2, to: 1, "Pengelola")
        let own = try await stage.plan(12, to: 0, "Pengelola")
        let full = [number, own]
        try await stage.addSeat(0, "Pengelola")
        try await stage.addSeat(1, "Pengelola")
        try await stage.approve(full)
        try await stage.transfers.steps(full, .decree, as: .mayor, stage.act("Wali Kota", document: "821/1"))
        try await stage.transfers.steps(full, .announce, as: .personnel, stage.act("Verifikator"))
        _ = try await Agencies(stage.city.database)
            .merge(stage.agencies[1].code, into: stage.agencies[2].code, on: stage.today + -1)
        let progress = try await stage.transfers.carryOutDue(by: "uji")
        #expect(Set(progress.carriedOut) == Set(full), "\(progress.problems)")
        let places = try await stage.city.psql(
            """
            select p.nip, g.code from person p join agency g using (agency_id)
            where nip in ('\(SampleFile.nip(2))', '\(SampleFile.nip(12))') order by 2
            """
        )
        #expect(places == "\(SampleFile.nip(12))|dinkes\n\(SampleFile.nip(2))|dishub\n")
    }
}
