import CityDatabase
import Personnel
import TestSupport
import Testing

/// People by competency, as they serve on a day.
@Suite("People by competency", .timeLimit(.minutes(20)))
struct CompetenciesTests {
    @Test("people who moved are found where they served on the day, with what they were assessed at before")
    func moved() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await stage.city.psql(
            """
            insert into evidence (agency_id, employment_id, kind, level, title, occurred_on)
            select agency_id, employment_id, 'competency_level', '4', 'communication', '2025-03-01'
            from employment where employment_id = \(stage.employment(4))
            """
        )
        try await stage.moveToTheOther(on: "2026-08-01")
        let communication = try #require(CompetencyDemand("komunikasi>=4"))
        func found(_ day: String) async throws -> [String] {
            let day = try #require(CivilDate(iso: day))
            let rules = try await RuleSets(stage.city.database).find(on: day)
            return try await Competencies(stage.city.database, asOf: day, rules: rules)
                .holders(of: [communication], in: .city)
                .map { "\($0.agency) \($0.nip)" }
        }
        #expect(try await found("2026-07-31") == ["dinkes \(SampleFile.nip(4))"])
        #expect(try await found("2026-08-01") == ["dlh \(SampleFile.nip(4))"])
    }
}
