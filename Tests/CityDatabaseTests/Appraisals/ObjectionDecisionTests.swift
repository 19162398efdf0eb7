import CityDatabase
import CityWork
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

/// Objections to a released result (PP 30/2019 art 59).
@Suite("Objections and their decisions", .serialized, .timeLimit(.minutes(20)))
struct ObjectionDecisionTests {
    private func nip(_ number: Int) throws -> NIP { try AppraisalStage.nip(number) }

    private let good = Expectations(workResult: .above, workBehaviour: .above)
    private let poor = Expectations(workResult: .below, workBehaviour: .below)

    /// A released result that the person has received on a day.
    private func received(_ number: Int, on day: String) async throws -> (AppraisalStage, Appraisals) {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .release)
        let appraisals = try await stage.appraisals
        _ = try await appraisals.recordReceipt(nip(number), on: try date(day))
        return (stage, appraisals)
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test(
        "an objection is accepted on the last day, refused a day later with the dates; without a receipt no time runs"
    )
    func deadline() async throws {
        let (_, appraisals) = try await received(4, on: "2026-10-20")
        let late = await #expect(throws: CityError.self) {
            _ = try await appraisals.object(
                nip(4),
                on: date("2026-11-04"),
                isForThePerson: false,
                grounds: "targets met"
            )
        }
        #expect(
            late?.code == .objectionLate
                && late?.arguments == ["received": "2026-10-20", "last": "2026-11-03", "filed": "2026-11-04"]
        )
        let early = await #expect(throws: CityError.self) {
            _ = try await appraisals.object(
                nip(4),
                on: date("2026-10-19"),
                isForThePerson: false,
                grounds: "targets met"
            )
        }
        #expect(early?.code == .objectionEarly && early?.arguments == ["received": "2026-10-20"])
        _ = try await appraisals.object(nip(4), on: date("2026-11-03"), isForThePerson: true, grounds: "targets met")
        let twice = await #expect(throws: CityError.self) {
            _ = try await appraisals.object(nip(4), on: date("2026-11-03"), isForThePerson: false, grounds: "again")
        }
        #expect(twice?.code == .objectionFiled)
        let unreceived = await #expect(throws: CityError.self) {
            _ = try await appraisals.object(
                nip(5),
                on: date("2026-11-03"),
                isForThePerson: false,
                grounds: "targets met"
            )
        }
        #expect(unreceived?.code == .receiptMissing)
        let entry = try #require(try await appraisals.objections().first)
        #expect(entry.filedOn == (try date("2026-11-03")) && entry.deadline == entry.filedOn && entry.decidedOn == nil)
    }

    @Test("in working days the last day skips weekends and holidays of the city's calendar")
    func workingDays() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await stage.city.psql("update setting set value = 1 where name = 'objection_working_days'")
        try await stage.run(through: .release)
        let receipt = try date("2026-10-20")
        let last = try await stage.appraisals.recordReceipt(nip(4), on: receipt)
        let holidays = try await stage.city.psql("select day from holiday").split(separator: "\n")
            .compactMap { CivilDate(iso: $0) }
        let calendar = WorkingCalendar(holidays: Set(holidays), week: .five)
        #expect(last == TimeLimit.workingDays(14).lastDay(from: receipt, calendar: calendar))
        #expect(last == (try date("2026-11-09")), "no holiday between: 14 working days are 20 days")
    }

    @Test(
        "neither a rater, a calibrator nor anybody but the rater's superior decides; the decision places again, finally"
    )
    func decision() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let appraisals = try await stage.appraisals
        // The head of the agency is the superior of the rater, 2; he has calibrated the rating of 7.
        try await appraisals.calibrate(nip(7), poor, by: nip(1), reason: "as the team's")
        try await stage.run(through: .release)
        for number in [4, 7] {
            _ = try await appraisals.recordReceipt(nip(number), on: date("2026-10-20"))
            _ = try await appraisals.object(
                nip(number),
                on: date("2026-10-25"),
                isForThePerson: false,
                grounds: "targets met"
            )
        }
        let refusals: [(Int, Int, CityError.Code)] = [
            (4, 2, .decisionRater), (4, 3, .decisionNotSuperior), (4, 4, .decisionOwn), (7, 1, .decisionCalibrator),
        ]
        for (number, decider, code) in refusals {
            let refused = await #expect(throws: CityError.self) {
                try await appraisals.decideObjection(
                    of: nip(number),
                    on: date("2026-11-01"),
                    by: nip(decider),
                    rating: good,
                    reason: "heard both"
                )
            }
            #expect(refused?.code == code, "\(number) by \(decider)")
        }
        #expect(try await appraisals.record(nip(4)).versions.count == 1, "a refused decision leaves nothing")
        let version = try await appraisals.decideObjection(
            of: nip(4),
            on: date("2026-11-01"),
            by: nip(1),
            rating: good,
            reason: "heard both"
        )
        #expect(version == 2)
        let record = try await appraisals.record(nip(4))
        #expect(record.state == .decided && record.versions.last?.kind == .objection)
        #expect(record.versions.last?.rating == .sangatBaik && record.versions.last?.performanceScore == Score("100"))
        let again = await #expect(throws: CityError.self) {
            try await appraisals.decideObjection(
                of: nip(4),
                on: date("2026-11-02"),
                by: nip(1),
                rating: nil,
                reason: "no"
            )
        }
        #expect(again?.code == .objectionDecided)
    }

    @Test("while an objection is pending a correction makes the rating no worse, from whatever client")
    func pending() async throws {
        let (stage, appraisals) = try await received(4, on: "2026-10-20")
        _ = try await appraisals.object(nip(4), on: date("2026-10-25"), isForThePerson: false, grounds: "targets met")
        let worse = await #expect(throws: CityError.self) {
            _ = try await appraisals.correct(nip(4), poor, by: nip(1), reason: "told so")
        }
        #expect(worse?.code == .objectionPending)
        #expect(try await appraisals.record(nip(4)).versions.count == 1)
        #expect(try await appraisals.correct(nip(4), good, by: nip(1), reason: "typing error") == 2)
        let decision = try await stage.city.psql("select count(*) from objection_decision")
        #expect(decision == "0\n")
    }

    @Test("a rejected objection changes no result")
    func rejection() async throws {
        let (_, appraisals) = try await received(4, on: "2026-10-20")
        _ = try await appraisals.object(nip(4), on: date("2026-10-25"), isForThePerson: false, grounds: "targets met")
        let version = try await appraisals.decideObjection(
            of: nip(4),
            on: date("2026-11-01"),
            by: nip(1),
            rating: nil,
            reason: "not met"
        )
        #expect(version == nil)
        let record = try await appraisals.record(nip(4))
        #expect(record.versions.count == 1 && record.objection?.isGranted == false)
    }

    @Test(
        "the state goes from opened to final; the final phase lists people whose time runs or who wait for a decision"
    )
    func states() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        let appraisals = try await stage.appraisals
        func state() async throws -> AppraisalRecord.State { try await appraisals.record(nip(4)).state }
        try await stage.run(through: .open)
        #expect(try await state() == .opened)
        try await appraisals.rate(nip(4), good, rater: nip(2))
        try await appraisals.rate(nip(5), good, rater: nip(2))
        #expect(try await state() == .rated)
        try await stage.run(through: .place)
        #expect(try await state() == .closed)
        _ = try await appraisals.lockCalibration(by: nil)
        #expect(try await state() == .calibrated)
        let unreleased = await #expect(throws: CityError.self) {
            _ = try await appraisals.recordReceipt(nip(4), on: date("2026-10-20"))
        }
        #expect(unreleased?.code == .resultUnreleased)
        try await stage.run(through: .release)
        #expect(try await state() == .released)
        _ = try await appraisals.recordReceipt(nip(4), on: date("2026-10-20"))
        #expect(try await state() == .received)
        _ = try await appraisals.recordReceipt(nip(5), on: date("2026-11-20"))
        _ = try await appraisals.object(nip(4), on: date("2026-10-25"), isForThePerson: false, grounds: "targets met")
        #expect(try await state() == .objected)
        try await stage.run(through: .final)
        let unhandled = try await stage.city.psql(
            "select code from run_failure f join run r using (run_id) where step = 'final' order by 1"
        )
        #expect(unhandled == "objection_pending\ntime_running\n")
        try await appraisals.decideObjection(
            of: nip(4),
            on: date("2026-11-01"),
            by: nip(1),
            rating: nil,
            reason: "not met"
        )
        #expect(try await state() == .decided)
        let corrected = await #expect(throws: CityError.self) {
            _ = try await appraisals.correct(nip(5), poor, by: AppraisalStage.nip(1), reason: "too late")
        }
        #expect(corrected?.code == .resultFinal)
        #expect(try await appraisals.record(nip(5)).state == .final)
    }
}
