import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// People who may decide an objection, the time until which anything may change, and rights that a transfer keeps.
@Suite("Objections", .serialized, .timeLimit(.minutes(20)))
struct ObjectionTests {
    private let good = Expectations(workResult: .above, workBehaviour: .above)
    private let poor = Expectations(workResult: .below, workBehaviour: .below)

    private func nip(_ number: Int) throws -> NIP { try AppraisalStage.nip(number) }
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func object(_ number: Int, _ appraisals: Appraisals) async throws {
        _ = try await appraisals.recordReceipt(nip(number), on: date("2026-10-20"))
        _ = try await appraisals.object(nip(number), on: date("2026-10-25"), isForThePerson: false, grounds: "met")
    }

    private func decide(
        _ number: Int,
        by decider: NIP,
        on day: String = "2026-11-01",
        _ appraisals: Appraisals
    )
        async throws -> Int?
    {
        let version = try await appraisals.decideObjection(
            of: nip(number),
            on: date(day),
            by: decider,
            rating: good,
            reason: "heard both"
        )
        return version.map { Int($0) }
    }

    private func refusal(_ body: () async throws -> Void) async -> CityError? {
        await #expect(throws: CityError.self) { try await body() }
    }

    @Test("where the rater's superior has calibrated, a person above the agency decides, and nobody within it")
    func superiorCalibrated() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let appraisals = try await stage.appraisals
        try await appraisals.calibrate(nip(7), poor, by: nip(1), reason: "as the team's")
        try await stage.run(through: .release)
        try await object(7, appraisals)
        for within in [5, 2] {
            let refused = await refusal { _ = try await decide(7, by: nip(within), appraisals) }
            #expect(refused?.code == .decisionOutside)
        }
        #expect(try await decide(7, by: nip(101), appraisals) == 3)
    }

    @Test("the person who gave the rating is its rater, even if another was expected")
    func actualRater() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        let appraisals = try await stage.appraisals
        // 2 was the expected rater; the colleague 5, whose own superior is 2, rated.
        try await appraisals.rate(nip(4), poor, rater: nip(5))
        try await stage.run(through: .release)
        try await object(4, appraisals)
        let refused = await refusal { _ = try await decide(4, by: nip(5), appraisals) }
        #expect(refused?.code == .decisionRater)
        #expect(try await decide(4, by: nip(2), appraisals) == 2)
    }

    @Test("an objection's decision stays; nothing is dated in the future, and no receipt before the release")
    func dates() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .release)
        let appraisals = try await stage.appraisals
        let early = await refusal { _ = try await appraisals.recordReceipt(nip(4), on: date("2026-10-01")) }
        #expect(early?.code == .receiptEarly)
        try await object(4, appraisals)
        let future = await refusal { _ = try await decide(4, by: nip(1), on: "2090-01-01", appraisals) }
        #expect(future?.code == .decisionFuture)
        #expect(try await decide(4, by: nip(1), appraisals) == 2)
        let overturned = await refusal { _ = try await appraisals.correct(nip(4), poor, by: nip(2), reason: "no") }
        #expect(overturned?.code == .objectionDecided)
        #expect(try await appraisals.record(nip(4)).versions.last?.rating == .sangatBaik)
    }

    @Test("a mistyped receipt is corrected with a reason, until an objection is filed; the trail keeps both days")
    func mistypedReceipt() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .release)
        let appraisals = try await stage.appraisals
        func correct(_ day: String) async throws -> CivilDate {
            try await appraisals.correctReceipt(nip(4), to: date(day), reason: "typing error")
        }
        let unrecorded = await refusal { _ = try await correct("2026-10-19") }
        #expect(unrecorded?.code == .receiptUnknown)
        _ = try await appraisals.recordReceipt(nip(4), on: date("2026-10-20"))
        let unasked = await refusal { _ = try await appraisals.recordReceipt(nip(4), on: date("2026-10-19")) }
        #expect(unasked == CityError(.receiptRecorded, ["day": "2026-10-20"]))
        #expect(try await correct("2026-10-19") == date("2026-11-02"))
        let trail = try await stage.city.psql(
            """
            select payload from audit_event
            where table_name = 'appraisal_receipt' and operation = 'update' and purpose = 'typing error'
            """
        )
        #expect(trail.contains("2026-10-20") && trail.contains("2026-10-19"), "\(trail)")
        let early = await refusal { _ = try await correct("2026-10-01") }
        #expect(early?.code == .receiptEarly)
        _ = try await appraisals.object(nip(4), on: date("2026-10-31"), isForThePerson: false, grounds: "met")
        let late = await refusal { _ = try await correct("2026-10-20") }
        #expect(late?.code == .receiptStands)
        #expect(try await appraisals.record(nip(4)).receivedOn == (try date("2026-10-19")))
    }

    @Test("the correction of a receipt never ends a time that still runs, and may extend it")
    func runningTime() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .release)
        let appraisals = try await stage.appraisals
        // Today is the last day for a person who received the result on this one.
        let day = try date("2026-10-20")
        _ = try await stage.city.psql(
            """
            update setting set value = city_day(now()) - date '\(day.iso)'
            where name = 'objection_days'
            """
        )
        let last = try await appraisals.recordReceipt(nip(4), on: day)
        let ended = await refusal { _ = try await appraisals.correctReceipt(nip(4), to: day + -1, reason: "mistyped") }
        #expect(ended == CityError(.receiptCutsTime, ["last": "\(last)"]))
        #expect(try await appraisals.correctReceipt(nip(4), to: day + 1, reason: "mistyped") == last + 1)
    }

    @Test("where nobody was rated at the close, a correction after the release is still scored and placed")
    func ratedLate() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .release)
        let appraisals = try await stage.appraisals
        #expect(try await appraisals.correct(nip(4), good, by: nip(2), reason: "the form came late") == 2)
        #expect(try await appraisals.record(nip(4)).versions.last?.rating == .sangatBaik)
        let placed = "select count(*) from talent_placement where not superseded"
        #expect(try await stage.city.psql(placed) == "1\n")
    }

    @Test("a person who moved away after the release receives the result and objects in the agency that gave it")
    func movedAway() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .release)
        try await stage.moveToTheOther(on: "2026-10-22")
        let appraisals = try await stage.appraisals
        #expect(try await appraisals.record(nip(4)).versions.last?.rating == .baik)
        try await object(4, appraisals)
        #expect(try await decide(4, by: nip(1), appraisals) == 2)
        #expect(try await appraisals.objections().count == 1)
        let elsewhere = await refusal { _ = try await stage.appraisals(of: 1).record(nip(4)) }
        #expect(elsewhere?.code == .appraisalPersonUnknown)
    }
}
