import CityDatabase
import Personnel
import TestSupport
import Testing

/// When something became known, and what a register can prove.
extension TalentTests {
    private var header: String { "nip,hargaNama,tingkat,skNomor,skTanggal" }

    private func award(_ number: Int, _ level: String) -> String {
        "\(SampleFile.nip(number)),Teladan,\(level),861/1,01-02-2026"
    }

    @Test("a register with an unreadable row is not complete: it takes nothing back, and proves no missing fact")
    func rejectedRow() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        try await register(.awards, header, [award(4, "Nasional")], stage, isComplete: false)
        let text = [header, award(4, "Nasionale")].map { $0 + "\n" }.joined()
        let report = try await stage.city
            .importText(.awards, text, to: stage.agencies[0], isComplete: true, on: day)
        #expect(report.rejected == 1)
        #expect(try await placement(4, stage).components[.award] == Score(75))
        #expect(try await placement(5, stage).components[.award] == nil)
    }

    @Test("a person who has left keeps facts that a register of the former agency no longer holds")
    func registerAfterLeaving() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        try await register(.awards, header, [award(4, "Nasional"), award(5, "Nasional")], stage)
        let employment = try await stage.employment(4)
        _ = try await stage.city.psql(
            "update employment set valid = daterange(lower(valid), '\(day + 1)') where employment_id = \(employment)"
        )
        try await register(.awards, header, [], stage)
        #expect(try await placement(4, stage).components[.award] == Score(75))
        #expect(try await placement(5, stage).components[.award] == Score(0))
    }

    @Test("before a rating was corrected, the one it replaced was known")
    func correctedRating() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let bad = Expectations(workResult: .below, workBehaviour: .below)
        try await stage.appraisals.correct(AppraisalStage.nip(4), bad, by: AppraisalStage.nip(2), reason: "mistaken")
        #expect(try await placement(4, stage).components[.rating] == Score(20))
        let today = try #require(
            CivilDate(
                iso: try await stage.city.psql("select city_day(now())").trimmingLine
            )
        )
        #expect(try await placement(4, stage, on: day, knownOn: today + -1).components[.rating] == Score(80))
        #expect(try await placement(4, stage, on: day, knownOn: today).components[.rating] == Score(20))
    }
}
