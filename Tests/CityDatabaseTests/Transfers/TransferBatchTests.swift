import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// Open cases of the database as a batch: who needs the seat of whom, and what keeps them from taking effect together.
@Suite("Batches of transfers", .timeLimit(.minutes(20)))
struct TransferBatchTests {
    @Test("heads who change places are one exchange, and nobody stands in its way")
    func swap() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let numbers = [try await stage.plan(1, to: 1, "Kepala"), try await stage.plan(11, to: 0, "Kepala")]
        let batch = try await stage.transfers.batch(nil)
        #expect(batch.cases.chains.map(\.form) == [.swap])
        #expect(batch.cases.components.map { Set($0.cases) } == [Set(numbers)])
        #expect(batch.faults.isEmpty)
        #expect(Set(batch.seats.values.map(\.title)) == ["Kepala Dinas dinkes", "Kepala Dinas disdik"])
        #expect(Set(batch.people.values.map(\.nip)) == [SampleFile.nip(1), SampleFile.nip(11)])
        #expect(batch.cases.seats.values.allSatisfy { $0.seats == 1 && $0.holders.count == 1 && !$0.isAbolished })
    }

    @Test("a chain is read from the vacant seat backwards; ended cases and those of other batches are not in it")
    func chain() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub")
        _ = try await stage.transfers.addBatch("2027-01", title: "Januari", on: nil, by: "Perencana")
        try await stage.addSeat(2, "Analis")
        let first = try await stage.plan(12, to: 2, "Analis")
        let second = try await stage.plan(2, to: 1, "Analis")
        for number in [first, second] {
            try await stage.transfers.amend(number, reason: nil, batch: "2027-01", by: "Perencana")
        }
        let other = try await stage.plan(3, to: 0, "Analis")
        let ended = try await stage.plan(23, to: 0, "Pengelola")
        try await stage.transfers.step(ended, .cancel, as: .personnel, stage.act("Perencana"))
        let batch = try await stage.transfers.batch("2027-01")
        #expect(batch.cases.chains.map { $0.moves.map(\.caseNumber) } == [[first, second]])
        #expect(batch.cases.chains.map(\.form) == [.chain] && batch.faults.isEmpty)
        #expect(batch.cases.chains[0].vacated.flatMap { batch.seats[$0]?.title } == "Analis dinkes")
        #expect(batch.cases.seats.values.map(\.seats).sorted() == [1, 1, 2])
        let all = try await stage.transfers.batch(nil)
        #expect(all.cases.chains.map { $0.moves.map(\.caseNumber) } == [[first, second, other]])
        let error = await #expect(throws: CityError.self) { try await stage.transfers.batch("2027-99") }
        #expect(error?.code == .transferBatchUnknown)
        _ = try await stage.transfers.addBatch("2027-02", title: "Februari", on: nil, by: "Perencana")
        #expect(try await stage.transfers.batch("2027-02").cases.moves.isEmpty)
    }

    @Test("two people for one seat, and a holder who stays, are named with their cases and the seat")
    func doubleBooking() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub")
        let numbers = [try await stage.plan(1, to: 2, "Kepala"), try await stage.plan(11, to: 2, "Kepala")]
        let fault = try #require(try await stage.transfers.faults(of: nil).first)
        #expect(fault.kind == .tooManyArrivals(free: 0, staying: 1))
        #expect(fault.seat?.title == "Kepala Dinas dishub" && fault.seat?.agency.description == "dishub")
        #expect(fault.cases.map(\.number) == numbers.sorted())
        #expect(Set(fault.cases.map(\.person.nip)) == [SampleFile.nip(1), SampleFile.nip(11)])
        #expect(
            fault.words(.english)
                == "Kepala Dinas dishub, dishub: more people come than seats are free (0), while 1 stay: "
                + numbers.sorted().map { "\($0) (Budi Sihombing)" }.joined(separator: ", ")
        )
        // With the holder on the list the seat is free for one of them.
        _ = try await stage.plan(21, to: 0, "Kepala")
        #expect(try await stage.transfers.faults(of: nil).map(\.kind) == [.tooManyArrivals(free: 1, staying: 0)])
        try await stage.transfers.step(numbers[1], .cancel, as: .personnel, stage.act("Perencana"))
        #expect(try await stage.transfers.faults(of: nil).isEmpty)
    }

    @Test("a person who lost the seat meanwhile, and a unit that ends before the day, are faults")
    func changed() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let day = stage.today + 30
        let number = try await stage.plan(2, to: 1, "Analis", on: day)
        let back = try await stage.plan(12, to: 0, "Analis", on: day)
        #expect(try await stage.transfers.faults(of: nil).isEmpty)
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), '\(stage.today.iso)')
            where agency_id = \(stage.agencies[0].id) and post_id = \(try await stage.post(0, "Analis"))
            """
        )
        let faults = try await stage.transfers.faults(of: nil)
        #expect(faults.map(\.kind) == [.seatNotHeld] && faults[0].cases.map(\.number) == [number])
        _ = try await stage.city.psql(
            "update org_unit set ended_on = '\(day.iso)' where agency_id = \(stage.agencies[0].id)"
        )
        let closed = try await stage.transfers.faults(of: nil).filter { $0.kind == .abolishedSeat }
        #expect(closed.flatMap(\.cases).map(\.number) == [back])
    }

    @Test("three faulty cases concern seven when they are withdrawn, and the others go on")
    func falls() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", "dishub", "dinsos")
        try await stage.addSeat(3, "Pengelola")
        // Into the free seat of dinsos: 2 ← 12 ← 22 …, an exchange of heads, and a single move.
        try await stage.addSeat(0, "Pengelola")
        let chain = [
            try await stage.plan(2, to: 3, "Pengelola"), try await stage.plan(12, to: 0, "Analis"),
            try await stage.plan(22, to: 1, "Analis"), try await stage.plan(32, to: 2, "Analis"),
        ]
        let swap = [try await stage.plan(1, to: 1, "Kepala"), try await stage.plan(11, to: 0, "Kepala")]
        let single = try await stage.plan(13, to: 0, "Pengelola")
        let others = [try await stage.plan(21, to: 3, "Kepala"), try await stage.plan(31, to: 2, "Kepala")]
        let batch = try await stage.transfers.batch(nil)
        #expect(batch.faults.isEmpty && batch.cases.components.map(\.count).sorted() == [1, 2, 2, 4])
        let fall = batch.cases.fall(of: [chain[0], swap[0], single])
        #expect(fall.fallen.map(\.move.caseNumber) == [chain[1], chain[2], chain[3], swap[1]].sorted())
        #expect(fall.affected.count == 7 && fall.remaining.map(\.caseNumber) == others.sorted())
    }

    /// Every person of 52 agencies goes on to the same post of the next agency: as many rings as there are posts.
    private func city(agencies: Int, posts: Int) async throws -> TransferStage {
        let stage = try await TransferStage.make()
        let codes = (0..<agencies).map { "dinas-\($0)" }
        let definitions = codes.compactMap { code in
            AgencyCode(code).map { AgencyDefinition(code: $0, name: code, shortName: code, kind: "dinas") }
        }
        _ = try await Agencies(stage.city.database).add(definitions)
        for (index, code) in codes.enumerated() {
            let agency = try await Agencies(stage.city.database).find(try #require(AgencyCode(code)))
            let numbers = (1...posts).map { index * posts + $0 }
            try await stage.city.importLines(
                .people,
                SampleFile.peopleHeader,
                numbers.map { SampleFile.person($0) },
                to: agency
            )
            try await stage.city.importLines(
                .posts,
                SampleFile.postsHeader,
                numbers.enumerated().map { SampleFile.post($1, title: "Pengelola \($0)") },
                to: agency
            )
        }
        _ = try await stage.city.psql(
            """
            select plan_transfer(
                p.nip, g.code, n.post_id, 'agency_need', null, 'Pengalaman', '\(stage.today.iso)', 'Perencana', null
            )
            from assignment a
            join post t using (agency_id, post_id)
            join employment e using (agency_id, employment_id)
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            join agency s on s.agency_id = a.agency_id
            join agency g on g.code = 'dinas-' || (substr(s.code, 7)::integer + 1) % \(agencies)
            join post n on n.agency_id = g.agency_id and n.title = t.title
            """
        )
        return stage
    }

    @Test("520 moves over 52 agencies are rings of 52; no lot has more than 50 but one part that is larger")
    func rings() async throws {
        let stage = try await city(agencies: 52, posts: 10)
        let batch = try await stage.transfers.batch(nil)
        #expect(batch.cases.moves.count == 520 && batch.faults.isEmpty)
        #expect(batch.cases.components.map(\.count) == Array(repeating: 52, count: 10))
        #expect(batch.cases.lots().allSatisfy { $0.isOversized && $0.components.count == 1 })
        // Withdrawing one move breaks its ring: nobody of it goes on, and the other rings are whole.
        let fall = batch.cases.fall(of: [batch.cases.moves[0].caseNumber])
        #expect(fall.affected.count == 52 && fall.remaining.count == 468)
    }

    @Test("rings of three are put into lots of at most 50, none cut")
    func lots() async throws {
        let stage = try await city(agencies: 3, posts: 40)
        let batch = try await stage.transfers.batch(nil)
        #expect(batch.cases.components.map(\.count) == Array(repeating: 3, count: 40))
        #expect(batch.cases.lots().map(\.count) == [48, 48, 24])
    }
}
