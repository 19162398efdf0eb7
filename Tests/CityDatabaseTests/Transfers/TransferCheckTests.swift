import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// What the rules say of a case, by what the database holds of person, seats and city.
@Suite("Checks of transfers", .timeLimit(.minutes(20)))
struct TransferCheckTests {
    private func verdicts(_ stage: TransferStage, _ number: String) async throws -> [String: StoredVerdict] {
        let record = try await stage.transfers.show(number)
        return Dictionary(uniqueKeysWithValues: record.verdicts.map { ($0.rule, $0) })
    }

    private func check(_ stage: TransferStage, _ numbers: String...) async throws -> [Transfers.Checked] {
        try await stage.transfers.check(.numbers(numbers), by: "Pemeriksa", on: stage.today)
    }

    /// A calendar in which nothing is frozen today.
    private func openCalendar(_ stage: TransferStage) async throws {
        _ = try await stage.city.psql(
            """
            insert into freeze_window (kind, valid, basis, recorded_by)
            values ('election', '[2024-03-22,2025-02-20)', 'UU 10/2016', 'uji'),
                ('new_head', '[2025-02-20,2025-08-21)', 'UU 10/2016', 'uji')
            """
        )
    }

    @Test(
        "each rule that applies has its verdict with the facts; what is not known is said, and stops what may not go on"
    )
    func facts() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        try await stage.addSeat(1, "Pengelola")
        let number = try await stage.plan(2, to: 1, "Pengelola")
        let checked = try #require(try await check(stage, number).first)
        #expect(checked.direction == .rotation && checked.imut.code?.type == 56)
        #expect(!checked.clearance.mayProceed)
        var found = try await verdicts(stage, number)
        #expect(found["time_in_post_floor"]?.outcome == "pass")
        #expect(found["time_in_post_floor"]?.facts.contains("held_since=2021-02-01") == true)
        #expect(found["seat_free"]?.outcome == "pass")
        #expect(found["double_seat"]?.outcome == "pass")
        // Nobody has tested for conflicts of interest, nor stated that no process is running.
        #expect(found["conflict_of_interest"]?.stops == true)
        #expect(found["discipline_process"]?.outcome == "not_known")

        try await stage.transfers.declareNoConflict(number, testedBy: "Verifikator")
        let statement = TransferDocument(.disciplineStatement, number: "800/9", day: stage.today)
        try await stage.transfers.file(statement, for: number, by: "Verifikator")
        _ = try await check(stage, number)
        found = try await verdicts(stage, number)
        #expect(found["conflict_of_interest"]?.outcome == "pass")
        #expect(found["discipline_process"]?.outcome == "pass")
    }

    @Test("a taken seat, a second seat of one day and a young time in post block; another day changes what is said")
    func blocks() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let number = try await stage.plan(2, to: 1, "Pengelola")
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange('\(stage.today.adding(months: -20).iso)', null)
            where agency_id = \(stage.agencies[0].id) and post_id = \(try await stage.post(0, "Analis"))
            """
        )
        _ = try await check(stage, number)
        var found = try await verdicts(stage, number)
        #expect(found["seat_free"]?.outcome == "block")
        #expect(found["time_in_post_floor"]?.outcome == "block")
        #expect(found["time_in_post_floor"]?.passesFrom == stage.today.adding(months: 4))
        // Its holder goes in the same batch, and the day comes when two years are over.
        let other = try await stage.plan(13, to: 0, "Analis", on: stage.today.adding(months: 4))
        try await stage.transfers.step(number, .cancel, as: .personnel, stage.act("Perencana"))
        let later = try await stage.plan(2, to: 1, "Pengelola", on: stage.today.adding(months: 4))
        _ = try await check(stage, later, other)
        found = try await verdicts(stage, later)
        #expect(found["seat_free"]?.outcome == "pass")
        #expect(found["time_in_post_floor"]?.outcome == "pass")
    }

    @Test("refused on 20 August 2025, and allowed on the 21st: half a year after the mayor's inauguration")
    func freeze() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let inside = try await stage.plan(1, to: 1, "Kepala", on: CivilDate(iso: "2025-08-20"))
        _ = try await check(stage, inside)
        #expect(try await verdicts(stage, inside)["new_head"]?.outcome == "not_known")
        try await openCalendar(stage)
        _ = try await check(stage, inside)
        #expect(try await verdicts(stage, inside)["new_head"]?.outcome == "gate")
        let after = try await stage.plan(11, to: 0, "Kepala", on: CivilDate(iso: "2025-08-21"))
        _ = try await check(stage, after)
        #expect(try await verdicts(stage, after)["new_head"]?.outcome == "pass")
        _ = try await stage.city.psql(
            "update freeze_window set lifted_by = '100.2.1.3/1', lifted_on = '2025-08-01' where kind = 'new_head'"
        )
        _ = try await check(stage, inside)
        #expect(try await verdicts(stage, inside)["new_head"]?.outcome == "pass")
    }

    @Test("a rule of the city's own judges without a release, and a rule that is switched off says nothing")
    func ownRules() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        try await stage.addSeat(1, "Pengelola")
        let number = try await stage.plan(2, to: 1, "Pengelola")
        _ = try await stage.city.psql(
            """
            insert into local_condition values
                ('young_enough', 'age', 'at_most', '40', '', '', 'block', 'yes', '2026-01-01', 'Perwal 1/2026');
            insert into transfer_rule values
                ('time_in_post_floor', '', '', 'not_applied', '', '2026-01-01', 'Perwal 2/2026')
            """
        )
        _ = try await check(stage, number)
        let found = try await verdicts(stage, number)
        #expect(found["young_enough"]?.outcome == "block" && found["young_enough"]?.mayBeLifted == true)
        #expect(found["time_in_post_floor"] == nil)
    }
}
