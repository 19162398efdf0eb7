import CityDatabase
import CityWork
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

/// A cycle from its opening to its recomputation, person by person; objections are in `ObjectionDecisionTests`.
@Suite("Appraisals", .serialized, .timeLimit(.minutes(20)))
struct AppraisalTests {
    private func nip(_ number: Int) throws -> NIP { try AppraisalStage.nip(number) }
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private let good = Expectations(workResult: .above, workBehaviour: .above)
    private let poor = Expectations(workResult: .below, workBehaviour: .below)

    @Test(
        "the head of a unit rates it, the head of the unit above rates a head, and nobody of the agency rates its head"
    )
    func raters() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .open)
        let appraisals = try await stage.appraisals
        for (number, rater) in [(4, 2), (6, 2), (7, 3), (2, 1), (3, 1)] {
            #expect(try await appraisals.record(nip(number)).rater == SampleFile.nip(rater), "\(number)")
        }
        #expect(try await appraisals.record(nip(1)).rater == nil)
    }

    @Test("an acting head rates where the post has no holder")
    func actingHead() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), '2026-06-01') where employment_id = \(stage.employment(2));
            insert into assignment (agency_id, employment_id, post_id, kind, valid)
            select a.agency_id, \(stage.employment(3)), a.post_id, 'acting', '[2026-06-01,)'
            from assignment a where a.employment_id = \(stage.employment(2))
            """
        )
        try await stage.run(through: .open)
        #expect(try await stage.appraisals.record(nip(4)).rater == SampleFile.nip(3))
    }

    @Test("people on unpaid leave or without a post are out, with the reason; the others are in")
    func exclusions() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await stage.city.psql("update person set legal_status = 'CLTN' where nip = '\(SampleFile.nip(5))'")
        try await stage.city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(20)],
            to: stage.agencies[0]
        )
        try await stage.run(through: .open)
        let excluded = try await stage.appraisals.excluded()
        #expect(excluded.map(\.reason) == ["no_post", "not_serving"])
        #expect(excluded.map(\.nip) == [SampleFile.nip(20), SampleFile.nip(5)])
        #expect(
            try await stage.city.psql("select count(*) from appraisal where agency_id = \(stage.agencies[0].id)")
                == "8\n"
        )
    }

    @Test("a post that begins after the opening stands for those before it, unless one of them is on record")
    func unknownPosts() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await stage.city.psql(
            """
            update assignment set valid = '[2026-08-01,)' where employment_id = \(stage.employment(4));
            update assignment set valid = '[2021-02-01,2026-05-01)' where employment_id = \(stage.employment(5));
            insert into assignment (agency_id, employment_id, post_id, valid)
            select agency_id, employment_id, post_id, '[2026-08-01,)' from assignment
            where employment_id = \(stage.employment(5))
            """
        )
        try await stage.run(through: .open)
        #expect(try await stage.appraisals.excluded().map(\.nip) == [SampleFile.nip(5)])
    }

    @Test("people without a rating at the reminder are listed with their rater, and later ratings are told apart")
    func reminders() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        let appraisals = try await stage.appraisals
        try await appraisals.rate(nip(4), good, rater: nip(2))
        try await stage.run(through: .remind)
        try await appraisals.rate(nip(5), good, rater: nip(2))
        let reminders = try await appraisals.reminders()
        let own = try #require(reminders.first { $0.rater == SampleFile.nip(2) })
        #expect(own.waiting == 1 && own.ratedSince == 1)
        #expect(reminders.reduce(0) { $0 + $1.waiting + $1.ratedSince } == 8)
    }

    @Test("an imported rating that a person gave themselves is rejected with its line, and the others are accepted")
    func ownRating() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        let lines = [4, 5]
            .map { "2026,2,Triwulan III,\(SampleFile.nip($0)),,1,,1,,\(SampleFile.nip(4))" }
        let text = ([SampleFile.ratingsHeader] + lines).map { $0 + "\n" }.joined()
        let report = try await stage.city
            .importText(.ratings, text, to: stage.agencies[0], on: date("2026-10-01"))
        #expect(report.added == 1 && report.rejections.map(\.line) == [2], "\(report.rejections)")
    }

    @Test(
        "nobody rates themselves; an unexpected rater is reported and the rating counts; after the close it is too late"
    )
    func rating() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        let appraisals = try await stage.appraisals
        await #expect(throws: CityError(.ratingOwn)) { try await appraisals.rate(nip(4), good, rater: nip(4)) }
        #expect(try await appraisals.rate(nip(4), good, rater: nip(2)) == nil)
        #expect(try await appraisals.rate(nip(4), poor, rater: nip(109)) == nip(2), "somebody of another agency")
        try await stage.run(through: .close)
        let late = await #expect(throws: CityError.self) { try await appraisals.rate(nip(4), good, rater: nip(2)) }
        #expect(late?.code == .cycleClosed)
        let record = try await appraisals.record(nip(4))
        #expect(record.ratings.count == 2 && record.versions.first?.workResult == .below)
        #expect(try await appraisals.record(nip(5)).state == .missing)
    }

    @Test("a correction makes a version, scores and places again, touches nobody else, and the old one stays readable")
    func correction() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let appraisals = try await stage.appraisals
        let others = """
            select md5(string_agg(t::text, ',' order by t::text)) from (
                select s::text || t::text from appraisal_score s join talent_placement t using (agency_id, cycle_id, employment_id)
                where employment_id <> \(try await stage.employment(4))
            ) t
            """
        let before = try await stage.city.psql(others)
        #expect(try await appraisals.correct(nip(4), good, by: nip(1), reason: "typing error") == 2)
        #expect(try await stage.city.psql(others) == before)
        let versions = try await appraisals.record(nip(4)).versions
        #expect(versions.map(\.kind) == [.cycle, .correction])
        #expect(versions.map(\.rating) == [.baik, .sangatBaik])
        #expect(versions[1].reason == "typing error" && versions[1].decidedBy == SampleFile.nip(1))
        #expect(versions.allSatisfy { $0.ruleSet == "2026.1" && $0.performanceScore != nil })
        let cycles = Cycles(stage.city.database)
        let figures = try await cycles.figures(cycles.find(stage.code), in: .city)[0].figures
        #expect(figures.rated == 8 && figures.ratings == [1, 7, 0, 0, 0], "the newest version counts, once")
    }

    @Test("a person without a rating gets one by correction, and is no longer missing")
    func correctionOfMissing() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let appraisals = try await stage.appraisals
        #expect(try await appraisals.record(nip(1)).state == .missing)
        try await appraisals.correct(nip(1), good, by: nip(3), reason: "rated by the mayor")
        #expect(try await appraisals.record(nip(1)).versions.last?.rating == .sangatBaik)
        let cycles = Cycles(stage.city.database)
        #expect(try await cycles.missing(cycles.find(stage.code), in: .agency(stage.agencies[0])).isEmpty)
    }

    @Test("between close and score a correction changes what is scored")
    func correctionBeforeScore() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .close)
        let appraisals = try await stage.appraisals
        #expect(try await appraisals.correct(nip(4), poor, by: AppraisalStage.nip(1), reason: "mistaken") == 2)
        try await stage.run(through: .place)
        let versions = try await appraisals.record(nip(4)).versions
        #expect(versions.map(\.rating) == [nil, .sangatKurang])
        #expect(
            try await stage.city.psql(
                "select count(*) from appraisal_score where employment_id = \(stage.employment(4))"
            )
                == "1\n"
        )
    }

    @Test("calibration keeps before, after, the person and the reason; the lock ends it, and so does the release")
    func calibration() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let appraisals = try await stage.appraisals
        try await appraisals.calibrate(nip(4), good, by: nip(1), reason: "as the team's")
        let entry = try #require(try await appraisals.revisions(.calibration).first)
        #expect(entry.before == .baik && entry.after == .sangatBaik && entry.decidedBy == SampleFile.nip(1))
        #expect(entry.reason == "as the team's")
        let own = await #expect(throws: CityError.self) {
            try await appraisals.calibrate(nip(5), good, by: nip(2), reason: "as I said")
        }
        #expect(own?.code == .calibrationRater)
        let employment = try #require(Int64(try await stage.employment(5).trimmingLine))
        let nobody = await #expect(throws: CityError.self) {
            try await stage.city.database.transaction(as: .agency(stage.agencies[0].id)) { tx in
                try tx.execute(
                    """
                    select revise_appraisal(a.agency_id, a.cycle_id, a.employment_id, 'correction', 1::smallint, 1::smallint,
                        'x', null)
                    from appraisal a where a.employment_id = \(employment)
                    """
                )
            }
        }
        #expect(nobody?.code == .revisionDeciderMissing)
        #expect(try await appraisals.lockCalibration(by: nip(1)))
        #expect(try await !appraisals.lockCalibration(by: nip(1)))
        let locked = await #expect(throws: CityError.self) {
            try await appraisals.calibrate(nip(5), good, by: nip(1), reason: "too late")
        }
        #expect(locked?.code == .calibrationLocked)
        #expect(try await appraisals.record(nip(5)).versions.count == 1, "a refused version leaves nothing")

        try await stage.run(through: .release)
        let other = try await stage.appraisals(of: 1)
        let released = await #expect(throws: CityError.self) {
            try await other.calibrate(nip(104), good, by: nip(101), reason: "after the release")
        }
        #expect(released?.code == .calibrationLocked)
    }

    @Test("two revisions of one person at once make two versions, or one must try again; none is lost")
    func concurrentRevisions() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let appraisals = try await stage.appraisals
        let made = await withTaskGroup(of: Int?.self) { group in
            for _ in 1...4 {
                group.addTask {
                    do {
                        return try await appraisals.correct(nip(4), good, by: AppraisalStage.nip(1), reason: "at once")
                    } catch {
                        #expect((error as? PostgresError)?.isRetryable == true, "\(error)")
                        return nil
                    }
                }
            }
            return await group.reduce(into: [Int]()) { made, version in version.map { made.append($0) } }
        }
        #expect(!made.isEmpty && Set(made).count == made.count)
        #expect(try await appraisals.record(nip(4)).versions.count == made.count + 1)
        let live =
            "select count(*) from talent_placement where not superseded and employment_id = \(try await stage.employment(4))"
        #expect(try await stage.city.psql(live) == "1\n")
    }

    // MARK: - Rule sets and quarters

    @Test("recomputing with another rule set makes results beside the old ones; repeating it changes nothing")
    func recomputation() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let appraisals = try await stage.appraisals
        var tables = RuleSets.carried
        for table in RuleTable.allCases {
            tables[table] = tables[table].filter { $0["rule_set"] == "2026.1" }
                .map { row in
                    var row = row
                    row["rule_set"] = "2026.2"
                    if table == .ruleSet { row["valid_from"] = "2026-09-01" }
                    if table == .ratingMatrix, row["work_result"] == "2", row["work_behaviour"] == "2" {
                        row["rating"] = "3"
                    }
                    return row
                }
        }
        #expect(try await RuleSets(stage.city.database).load(tables).map(\.isNew) == [true])
        for other in ["2026.1", "2027.1", "2023.1"] {
            let refused = await #expect(throws: CityError.self) {
                _ = try await appraisals.recompute(with: other, by: nip(1), reason: "decree 12/2026")
            }
            #expect(refused == CityError(.rulesNotInForce, ["rule_set": .text(other), "day": "2026-09-30"]))
        }
        #expect(try await appraisals.recompute(with: "2026.2", by: nip(1), reason: "decree 12/2026") == 8)
        #expect(try await appraisals.recompute(with: "2026.2", by: nip(1), reason: "again") == 0)
        let versions = try await appraisals.record(nip(4)).versions
        #expect(versions.map(\.rating) == [.baik, .butuhPerbaikan])
        #expect(versions.map(\.ruleSet) == ["2026.1", "2026.2"])
        #expect(try await stage.city.psql("select count(*) from appraisal_closing where version > 1") == "0\n")
        let untouched = "select count(*) from appraisal_revision where agency_id = \(stage.agencies[1].id)"
        #expect(try await stage.city.psql(untouched) == "0\n")
        // A later correction keeps the rules of the result.
        try await appraisals.correct(nip(4), good, by: AppraisalStage.nip(1), reason: "typing error")
        #expect(try await appraisals.record(nip(4)).versions.last?.ruleSet == "2026.2")
    }

    @Test("a year shows its quarters, and its rating is the rater's own")
    func year() async throws {
        let stage = try await AppraisalStage.make("2026")
        let quarter = try #require(CycleCode("2026-Q3"))
        _ = try await stage.runs.add(quarter, try CycleCalendar(quarter))
        try await stage.city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(4, 1, 1)],
            to: stage.agencies[0]
        )
        for code in [quarter, stage.code] {
            try await AppraisalStage(city: stage.city, agencies: stage.agencies, runs: stage.runs, code: code)
                .run(through: .place)
        }
        let record = try await stage.appraisals.record(nip(4))
        #expect(record.quarters.map(\.code) == [quarter] && record.quarters.map(\.rating) == [.sangatBaik])
        #expect(record.versions.last?.rating == .baik, "not an average of the quarters")
    }
}
