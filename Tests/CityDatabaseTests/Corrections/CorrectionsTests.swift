import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// Facts that are put right, with their trail, and results that were computed from the former value.
@Suite("Corrections", .serialized, .timeLimit(.minutes(20)))
struct CorrectionsTests {
    private let ground = CorrectionGround(reason: "typing error", documentNumber: "800/9", correctedBy: "BKPSDM")

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func stage() async throws -> (TestCity, Agency, Corrections) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...3).map { SampleFile.person($0) }, to: agency)
        return (city, agency, Corrections(city.database, agency))
    }

    private func refusal(_ body: () async throws -> CorrectionOutcome) async throws -> CityError.Code? {
        do {
            _ = try await body()
            return nil
        } catch let error as CityError {
            return error.code
        }
    }

    private func describe(_ outcome: CorrectionOutcome) -> [String] {
        outcome.changes.map { "\($0.fact.rawValue) \($0.field): \($0.before ?? "-") -> \($0.after ?? "-")" }
    }

    private func assignments(_ city: TestCity) async throws -> String {
        try await city.psql(
            """
            select t.title, a.kind, a.valid, a.decree_number from assignment a join post t using (agency_id, post_id)
            order by lower(a.valid), t.title
            """
        )
    }

    @Test("a person's facts are put right with who, why, before and after; a dry run changes nothing")
    func person() async throws {
        let (city, _, corrections) = try await stage()
        var right = PersonCorrection()
        right.name = "Budi Sihombing Lumbantoruan"
        right.rank = GradeRank(id: 34)
        right.without = [.backTitle]
        let nip = try NIP(SampleFile.nip(1))
        let expected = [
            "person back_title: S.Kom -> -", "person grade_rank_id: 33 -> 34",
            "person name: Budi Sihombing -> Budi Sihombing Lumbantoruan",
        ]
        let rehearsed = try await corrections.correct(nip, right, ground, dryRun: true)
        #expect(describe(rehearsed) == expected)
        #expect(try await city.psql("select count(*) from correction") == "0\n")
        #expect(describe(try await corrections.correct(nip, right, ground)) == expected)
        #expect(
            try await city.psql("select name, grade_rank_id, back_title is null from person where nip = '\(nip.text)'")
                == "Budi Sihombing Lumbantoruan|34|t\n"
        )
        // The values are right already.
        #expect(try await corrections.correct(nip, right, ground).changes.isEmpty)
        let trail = try await corrections.list(of: nip)
        #expect(trail.map(\.field) == ["back_title", "grade_rank_id", "name"])
        #expect(Set(trail.map(\.reason)) == ["typing error"] && Set(trail.map(\.correctedBy)) == ["BKPSDM"])
        #expect(try await corrections.list(of: NIP(SampleFile.nip(2))).isEmpty)
    }

    @Test("a NIP that would deny a fact, or that somebody else has, is refused; number and fact go together")
    func number() async throws {
        let (city, _, corrections) = try await stage()
        let other = try await city.add("dlh")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(40)], to: other)
        let nip = try NIP(SampleFile.nip(1))
        var right = PersonCorrection()
        right.birthDate = try date("1980-02-02")
        #expect(try await refusal { try await corrections.correct(nip, right, ground) } == .correctionNIPDiffers)
        right.nip = try NIP("198002022005031001")
        let outcome = try await corrections.correct(nip, right, ground)
        #expect(
            describe(outcome) == [
                "person birth_date: 1980-01-02 -> 1980-02-02",
                "person nip: \(nip.text) -> 198002022005031001",
            ]
        )
        // Somebody of the agency, and of another one that this one cannot see.
        for taken in [2, 40] {
            var takes = PersonCorrection()
            takes.nip = try NIP(SampleFile.nip(taken))
            takes.birthDate = try NIP(SampleFile.nip(taken)).birthDate
            let code = try await refusal {
                try await corrections.correct(NIP(SampleFile.nip(3)), takes, ground)
            }
            #expect(code == .correctionNIPTaken)
        }
        #expect(try await city.psql("select count(*) from correction") == "1\n")
    }

    @Test("the first day moves with the end of the assignment before, both ways; what cannot be is refused")
    func assignment() async throws {
        let (city, agency, corrections) = try await stage()
        let lines = [
            SampleFile.post(1, title: "Pengelola Data", since: "01-07-2019"),
            SampleFile.post(1, title: "Analis Kepegawaian", since: "01-02-2021"),
        ]
        try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        let nip = try NIP(SampleFile.nip(1))
        func correct(
            _ day: String,
            of recorded: RecordedAssignment = RecordedAssignment()
        ) async throws
            -> CorrectionOutcome
        {
            var right = AssignmentCorrection()
            right.since = try date(day)
            return try await corrections.correct(recorded, of: nip, right, ground)
        }
        for day in ["2020-03-01", "2021-06-01"] {
            _ = try await correct(day)
            #expect(
                try await assignments(city) == """
                    Pengelola Data|definitive|[2019-07-01,\(day))|800/1
                    Analis Kepegawaian|definitive|[\(day),)|800/1

                    """
            )
        }
        #expect(try await refusal { try await correct("2019-07-01") } == .correctionOverlaps)
        #expect(try await refusal { try await correct("2004-01-01") } == .correctionBeforeEmployment)
        let former = RecordedAssignment(since: try date("2019-07-01"))
        #expect(try await refusal { try await correct("2021-06-01", of: former) } == .correctionEndsBeforeBegin)
        let none = RecordedAssignment(since: try date("2018-01-01"))
        #expect(try await refusal { try await correct("2018-02-01", of: none) } == .correctionAssignmentUnknown)
        var decree = AssignmentCorrection()
        decree.decreeNumber = "821/44"
        #expect(
            describe(try await corrections.correct(former, of: nip, decree, ground))
                == ["assignment decree_number: 800/1 -> 821/44"]
        )
    }

    @Test("an assignment imported as definitive becomes an acting one, and its seat is vacant")
    func kind() async throws {
        let (city, agency, corrections) = try await stage()
        let lines = [SampleFile.post(1, kind: 1, echelon: "31", title: "Kepala Bidang")]
        try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        var right = AssignmentCorrection()
        right.kind = .acting
        _ = try await corrections.correct(RecordedAssignment(), of: NIP(SampleFile.nip(1)), right, ground)
        let vacancies = try await Workforce(city.database, asOf: SampleFile.day)
            .vacancies(in: .agency(agency), by: SampleFile.day)
        #expect(vacancies.map(\.post) == ["Kepala Bidang"])
    }

    @Test("a seat that somebody holds cannot be taken by a correction")
    func seatTaken() async throws {
        let (city, agency, corrections) = try await stage()
        let lines = [
            SampleFile.post(1, kind: 1, echelon: "31", title: "Kepala Bidang A"),
            SampleFile.post(2, kind: 1, echelon: "31", title: "Kepala Bidang B"),
        ]
        try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        var right = AssignmentCorrection()
        right.post = Int64(try await city.psql("select post_id from post where title = 'Kepala Bidang A'").trimmingLine)
        let code = try await refusal {
            try await corrections.correct(RecordedAssignment(), of: NIP(SampleFile.nip(2)), right, ground)
        }
        #expect(code == .postOverfull)
        right.post = 999_999
        let unknown = try await refusal {
            try await corrections.correct(RecordedAssignment(), of: NIP(SampleFile.nip(2)), right, ground)
        }
        #expect(unknown == .postUnknown)
    }

    @Test("a post's title and level are put right; a title that the unit has already is refused")
    func post() async throws {
        let (city, agency, corrections) = try await stage()
        let lines = [
            SampleFile.post(1, kind: 1, echelon: "31", title: "Kepala Bidang Pelaynan"),
            SampleFile.post(2, kind: 1, echelon: "32", title: "Kepala Bidang B"),
        ]
        try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        let number = try #require(
            Int64(try await city.psql("select post_id from post where title like '%Pelaynan'").trimmingLine)
        )
        var right = PostCorrection()
        right.title = "Kepala Bidang Pelayanan"
        right.echelon = Echelon(id: 32)
        #expect(
            describe(try await corrections.correct(post: number, right, ground)) == [
                "post echelon: 31 -> 32",
                "post title: Kepala Bidang Pelaynan -> Kepala Bidang Pelayanan",
            ]
        )
        right.title = "Kepala Bidang B"
        let taken = try await refusal { try await corrections.correct(post: number, right, ground) }
        #expect(taken == .correctionTitleTaken)
        #expect(try await refusal { try await corrections.correct(post: 999_999, right, ground) } == .postUnknown)
        #expect(try await corrections.list(of: nil).map(\.field) == ["echelon", "title"])
    }

    @Test("results that were computed from the former value are named, and one person's are computed again")
    func recomputed() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let corrections = Corrections(stage.city.database, stage.agencies[0])
        let nip = try AppraisalStage.nip(4)
        let scores = """
            select kind || ':' || count(*) from appraisal_revision where agency_id = \(stage.agencies[0].id)
            group by kind order by kind
            """
        let before = try await stage.city.psql(scores)
        var right = PersonCorrection()
        right.educationLevel = EducationLevel(rawValue: 45)
        let outcome = try await corrections.correct(nip, right, ground)
        #expect(outcome.computed.map { "\($0.cycle) \($0.people) \($0.isFinal)" } == ["2026-Q3 1 false"])
        var renamed = PersonCorrection()
        renamed.name = "Budi"
        #expect(try await corrections.correct(nip, renamed, ground).computed.isEmpty)
        let inputs = """
            select count(distinct p.potential_score), count(*) from talent_placement p
            where p.employment_id = \(try await stage.employment(4))
            """
        #expect(try await stage.city.psql(inputs) == "1|1\n")
        let appraisals = try await stage.appraisals
        let version = try await appraisals.recompute(nip, by: AppraisalStage.nip(1), reason: "education corrected")
        #expect(version == 2)
        #expect(try await stage.city.psql(scores) != before)
        #expect(try await stage.city.psql(inputs) == "2|2\n")
        await #expect(throws: CityError.self) {
            _ = try await appraisals.recompute(nip, by: nip, reason: "myself")
        }
        // Final results stay.
        try await stage.run(through: .final)
        do {
            _ = try await appraisals.recompute(nip, by: AppraisalStage.nip(1), reason: "too late")
            Issue.record("a final result was computed again")
        } catch let error as CityError {
            #expect(error.code == .resultFinal)
        }
        right.educationLevel = EducationLevel(rawValue: 40)
        #expect(try await corrections.correct(nip, right, ground).computed.map(\.isFinal) == [true])
    }

    @Test("a result that cannot be computed again stays as it is")
    func unratable() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let results = """
            select count(*) filter (where not superseded), count(*) from appraisal_score
            where employment_id = \(try await stage.employment(4))
            """
        let before = try await stage.city.psql(results)
        #expect(before == "1|1\n")
        _ = try await stage.city.psql("set session_replication_role = replica; delete from rating_matrix")
        do {
            _ = try await stage.appraisals.recompute(
                AppraisalStage.nip(4),
                by: AppraisalStage.nip(1),
                reason: "education corrected"
            )
            Issue.record("a result without a rating was computed")
        } catch let error as CityError {
            #expect(error.code == .rulesNoRating)
        }
        #expect(try await stage.city.psql(results) == before)
    }
}
