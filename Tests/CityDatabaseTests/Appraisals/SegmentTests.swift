import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

/// People who changed posts in the period: a segment for each post, rated by the superior there, combined by days.
@Suite("Segments", .serialized, .timeLimit(.minutes(20)))
struct SegmentTests {
    private func nip(_ number: Int) throws -> NIP { try AppraisalStage.nip(number) }
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func expectations(_ result: Int, _ behaviour: Int) throws -> Expectations {
        Expectations(
            workResult: try #require(Expectation(rawValue: result)),
            workBehaviour: try #require(Expectation(rawValue: behaviour))
        )
    }

    /// Person 4 serves in section B until a day, and from it in section C, which person 3 heads.
    private func changePost(_ stage: AppraisalStage, on day: String) async throws {
        _ = try await stage.city.psql(
            """
            update post set capacity = capacity + 1;
            update assignment set valid = daterange(lower(valid), '\(day)') where employment_id = \(stage.employment(4));
            insert into assignment (agency_id, employment_id, post_id, valid)
            select agency_id, \(stage.employment(4)), post_id, '[\(day),)' from assignment
            where employment_id = \(stage.employment(7))
            """
        )
    }

    @Test(
        "within the agency each part is rated by its own superior, and the overall rating is the mean weighted by days"
    )
    func withinTheAgency() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        // 31 days of July in B, 61 in C.
        try await changePost(stage, on: "2026-08-01")
        let appraisals = try await stage.appraisals
        try await appraisals.rate(nip(4), expectations(3, 3), rater: nip(2), segment: 1)
        try await appraisals.rate(nip(4), expectations(1, 2), rater: nip(3), segment: 2)
        let unknown = await #expect(throws: CityError.self) {
            try await appraisals.rate(nip(4), expectations(1, 1), rater: nip(3), segment: 3)
        }
        #expect(unknown == CityError(.appraisalSegmentUnknown, ["segment": "3"]))
        try await stage.run(through: .score)
        let record = try await appraisals.record(nip(4))
        #expect(record.segments.map(\.rater) == [SampleFile.nip(2), SampleFile.nip(3)])
        #expect(record.segments.map(\.first) == [try date("2026-07-01"), try date("2026-08-01")])
        #expect(record.segments.map(\.last) == [try date("2026-07-31"), try date("2026-09-30")])
        // (31·3 + 61·1) / 92 = 1.67 → 2; (31·3 + 61·2) / 92 = 2.34 → 2.
        let expected = SegmentRating.combined(
            [
                SegmentRating(days: 31, result: .below, behaviour: .below),
                SegmentRating(days: 61, result: .above, behaviour: .asExpected),
            ],
            minimumShare: 50
        )
        let version = try #require(record.versions.last)
        #expect(version.workResult == expected?.result && version.workBehaviour == expected?.behaviour)
        #expect(version.workResult == .asExpected && version.rating == .baik)
    }

    @Test(
        "the statement and the value combine alike, whatever the days and the ratings",
        arguments: [(1, 1, 2), (1, 3, 3), (3, 1, 1), (2, 3, 1), (3, 3, 2), (1, 2, 1)]
    )
    func combined(_ first: Int, _ second: Int, _ behaviour: Int) async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        // 46 and 46 days: every tie that is possible.
        try await changePost(stage, on: "2026-08-16")
        let appraisals = try await stage.appraisals
        try await appraisals.rate(nip(4), expectations(first, behaviour), rater: nip(2), segment: 1)
        try await appraisals.rate(nip(4), expectations(second, behaviour), rater: nip(3), segment: 2)
        try await stage.run(through: .close)
        let expected = SegmentRating.combined(
            try [first, second]
                .map { value in
                    SegmentRating(
                        days: 46,
                        result: try expectations(value, behaviour).workResult,
                        behaviour: try expectations(value, behaviour).workBehaviour
                    )
                },
            minimumShare: 50
        )
        let version = try #require(try await appraisals.record(nip(4)).versions.last)
        #expect(version.workResult == expected?.result && version.workBehaviour == expected?.behaviour)
    }

    @Test("a rating of the whole period belongs to its rater's part; with too few days rated the rating is missing")
    func tooFewDays() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        try await changePost(stage, on: "2026-08-01")
        let appraisals = try await stage.appraisals
        try await appraisals.rate(nip(4), expectations(1, 1), rater: nip(2))
        try await stage.run(through: .close)
        // 31 of 92 days are rated: 34 percent, and 50 are needed.
        #expect(try await appraisals.record(nip(4)).state == .missing)
    }

    @Test("a rating of the whole period by a person who rates no part of it counts for each part")
    func wholePeriod() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        // The last part is 30 of 92 days, too few by itself.
        try await changePost(stage, on: "2026-09-01")
        let appraisals = try await stage.appraisals
        try await appraisals.rate(nip(4), expectations(1, 1), rater: nip(9))
        try await stage.run(through: .close)
        #expect(try await appraisals.record(nip(4)).versions.last?.workResult == .above)
    }

    @Test("a move takes the appraisal along, with time and rating of the former agency, which no longer closes it")
    func acrossAgencies() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        let before = try await stage.appraisals
        try await before.rate(nip(4), expectations(3, 3), rater: nip(2))
        try await stage.moveToTheOther(on: "2026-09-01")
        #expect(try await before.excluded().map(\.reason) == ["moved"])
        let after = try await stage.appraisals(of: 1)
        // The former rater rates that rater's own part once more, from the other agency.
        try await after.rate(nip(4), expectations(2, 2), rater: nip(2), segment: 1)
        try await after.rate(nip(4), expectations(1, 1), rater: nip(102), segment: 2)
        try await stage.run(through: .place)
        let record = try await after.record(nip(4))
        #expect(record.segments.map(\.formerAgency) == [stage.agencies[0].code, nil])
        #expect(record.segments.map(\.rater) == [SampleFile.nip(2), SampleFile.nip(102)])
        #expect(record.ratings.map(\.source) == ["moved", "rater", "rater"])
        // 62 days of 2, 30 of 1: (124 + 30) / 92 = 1.67 → 2.
        #expect(record.versions.last?.rating == .baik)
        #expect(
            try await stage.city.psql(
                "select count(*) from appraisal_closing where agency_id = \(stage.agencies[0].id)"
            )
                == "8\n"
        )
        #expect(
            try await stage.city.psql(
                "select count(*) from appraisal_closing where agency_id = \(stage.agencies[1].id)"
            )
                == "10\n"
        )
    }

    @Test("evidence and former posts move along, and count there")
    func evidence() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.city.importLines(
            .assessments,
            SampleFile.assessmentsHeader,
            [SampleFile.assessment(4, "80", "90")],
            to: stage.agencies[0]
        )
        try await stage.moveToTheOther(on: "2026-06-01")
        let rows = try await stage.city.psql(
            """
            select agency_id, kind, score, level, occurred_on, document_number from evidence
            where employment_id = \(stage.employment(4)) order by kind
            """
        )
        let agency = stage.agencies[1].id
        #expect(
            rows == """
                \(agency)|competency|80.00||2025-02-10|
                \(agency)|posting||pelaksana|2021-02-01|800/1
                \(agency)|potential|90.00||2025-02-10|

                """
        )
        try await stage.city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(4, 1, 1)],
            to: stage.agencies[1]
        )
        try await stage.run(through: .place)
        let (placement, evidence, _) = try await TalentMap(stage.city.database)
            .placement(
                of: nip(4),
                .cycle(try await Cycles(stage.city.database).find(stage.code)),
                agency: stage.agencies[1]
            )
        #expect(placement.components[.competency] == Score("80") && placement.components[.potential] == Score("90"))
        // Five years at the level since 2021, and posts in two agencies: (100·34 + 100·33) / 67.
        #expect(placement.components[.experience] == Score("100"))
        #expect(evidence.count { $0.kind == "posting" } == 2)
    }
}
