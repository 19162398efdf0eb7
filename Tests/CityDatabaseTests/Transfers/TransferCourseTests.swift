import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// The course of a transfer: what the database lets follow, from whom, and what each step needs.
@Suite("Course of transfers", .timeLimit(.minutes(20)))
struct TransferCourseTests {
    @Test("every state has a way to an end, and none can be reached without its decisions")
    func explored() async throws {
        let stage = try await TransferStage.make("dinkes")
        let course = try await stage.transfers.course()
        #expect(course.passages.count > 80)
        let ends: Set<TransferState> = [.notEligible, .rejected, .pertekRefused, .cancelled, .revoked, .reversed]
        #expect(course.ends == ends)
        #expect(course.reachable(from: .draft) == Set(TransferState.allCases))
        for state in TransferState.allCases {
            #expect(
                !course.reachable(from: state).isDisjoint(with: ends.union([.completed])),
                "\(state.code) has no way to an end"
            )
        }
        // Without any one of these steps nobody comes into effect.
        for step: TransferStep in [.submit, .verify, .consider, .approve, .decree, .announce, .carryOut] {
            let without = course.reachable(from: .draft) { $0.step != step }
            #expect(!without.contains(.effective), "\(step.code) can be left out")
        }
        // Nor where rules stop the case: each way leads through a step that needs a clear check, at three places.
        let stopped = course.reachable(from: .draft) { !$0.needs.contains("clear") }
        #expect(stopped.isDisjoint(with: [.verified, .approved, .decreed, .effective]))
        // Nor with an undecided objection that blocks.
        let objected = course.reachable(from: .announced) { !$0.needs.contains("no_objection") }
        #expect(!objected.contains(.effective))
        // A decision belongs to the mayor alone, and the review team's to the team.
        #expect(Set(course.passages.filter { $0.step == .approve }.map(\.actor)) == [.mayor])
        #expect(Set(course.passages.filter { $0.step == .decree }.map(\.actor)) == [.mayor])
        #expect(Set(course.passages.filter { $0.step == .consider }.map(\.actor)) == [.reviewTeam])
        #expect(Set(course.passages.filter { $0.step == .carryOut }.map(\.actor)) == [.worker])
    }

    @Test("a case goes through its course; a step out of turn, of another or without what it needs is refused")
    func course() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik")
        let transfers = stage.transfers
        try await stage.addSeat(1, "Analis")
        let number = try await stage.plan(2, to: 1, "Analis", on: stage.today + 30)
        #expect(number.hasPrefix("TRF-"))
        func refused(_ code: CityError.Code, _ body: () async throws -> Void) async {
            let error = await #expect(throws: CityError.self) { try await body() }
            #expect(error?.code == code, "\(String(describing: error))")
        }
        await refused(.transferStepUnfit) {
            try await transfers.step(number, .verify, as: .personnel, stage.act("Verifikator"))
        }
        try await transfers.step(number, .submit, as: .personnel, stage.act("Perencana"))
        await refused(.transferUnchecked) {
            try await transfers.step(number, .verify, as: .personnel, stage.act("Verifikator"))
        }
        try await stage.judge([number], rule: "time_in_post_floor", "block", mayBeLifted: true)
        await refused(.transferStopped) {
            try await transfers.step(number, .verify, as: .personnel, stage.act("Verifikator"))
        }
        let exception = try #require(
            TransferException(
                .rule(.timeInPostFloor),
                reason: "Kebutuhan mendesak",
                approver: "Wali Kota",
                document: "X/1"
            )
        )
        try await transfers.except(number, exception, dated: stage.today)
        try await transfers.step(number, .verify, as: .personnel, stage.act("Verifikator"))
        await refused(.transferSelfDecided) {
            try await transfers.step(number, .consider, as: .reviewTeam, stage.act("verifikator "))
        }
        await refused(.transferOwn) {
            try await transfers.step(number, .consider, as: .reviewTeam, stage.act(SampleFile.nip(2)))
        }
        try await transfers.declareConflict(number, of: "Asisten", .deciderRelated)
        await refused(.transferConflictDeclared) {
            try await transfers.step(number, .consider, as: .reviewTeam, stage.act("ASISTEN"))
        }
        await refused(.transferStepUnfit) {
            try await transfers.step(number, .consider, as: .mayor, stage.act("Wali Kota"))
        }
        try await transfers.step(number, .consider, as: .reviewTeam, stage.act("Sekda"))
        // Another day: what was checked was checked for the former one.
        try await transfers.step(number, .replan, as: .personnel, stage.act("Perencana", newDay: stage.today))
        await refused(.transferUnchecked) {
            try await transfers.step(number, .approve, as: .mayor, stage.act("Wali Kota"))
        }
        try await stage.pass([number])
        await refused(.transferSelfDecided) {
            try await transfers.step(number, .approve, as: .mayor, stage.act("Sekda"))
        }
        try await transfers.step(number, .approve, as: .mayor, stage.act("Wali Kota"))
        try await transfers.step(number, .requestPertek, as: .personnel, stage.act("Verifikator"))
        await refused(.transferPertekEarly) {
            try await transfers.step(number, .lapsePertek, as: .personnel, stage.act("Verifikator"))
        }
        await refused(.transferDocumentMissing) {
            try await transfers.step(number, .issuePertek, as: .bkn, stage.act("BKN"))
        }
        try await transfers.step(number, .issuePertek, as: .bkn, stage.act("BKN", document: "PT/1"))
        try await transfers.step(number, .decree, as: .mayor, stage.act("Wali Kota", document: "821/1"))
        #expect(try await transfers.carryOutDue(by: "uji") == DueTransfers.Progress())
        try await transfers.step(number, .announce, as: .personnel, stage.act("Verifikator"))
        // An executor's post needs no inauguration.
        #expect(try await transfers.carryOutDue(by: "uji").carriedOut == [number])
        #expect(try await stage.state(number) == "effective")
        let record = try await transfers.show(number)
        #expect(record.events.map(\.step).suffix(3) == ["decree", "announce", "carry_out"])
        #expect(record.events.map(\.by).last == "uji")
    }

    @Test(
        "nobody changes a case, an event or a verdict past the functions; the course holds for the owner of the rows, too"
    )
    func walls() async throws {
        let stage = try await TransferStage.make("dinkes", "disdik", ownRoles: true)
        let number = try await stage.plan(2, to: 1, "Analis")
        for role in ["personnel", "pool", "mover", "worker", "agency", "provisioner", "auditor"] {
            for statement in [
                "update transfer_case set state = 'approved'", "delete from transfer_event",
                "update transfer_verdict set outcome = 'pass'", "insert into transfer_exception default values",
            ] {
                let answer = await stage.refusal("set role medan_\(role); \(statement)")
                #expect(answer.contains("permission denied"), "\(role): \(statement): \(answer)")
            }
        }
        let answer = await stage.refusal("update transfer_case set state = 'effective' where number = '\(number)'")
        #expect(answer.contains("cannot follow"))
    }
}
