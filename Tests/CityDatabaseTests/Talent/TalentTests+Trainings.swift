import CityDatabase
import Personnel
import TestSupport
import Testing

/// The value of the trainings on record.
extension TalentTests {
    @Test("certificates and leadership trainings of three years count by their number, half each")
    func trainings() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        func trainings(_ number: Int, _ kind: String, _ count: Int, _ day: String = "01-02-2026") -> [String] {
            (0..<count).map { "\(SampleFile.nip(number)),\(kind),Pelatihan \($0),\(kind)/\($0),\(day)" }
        }
        let lines =
            trainings(2, "Teknis", 8) + trainings(2, "Struktural", 3) + trainings(4, "Teknis", 1)
            + trainings(4, "Struktural", 1) + trainings(5, "Fungsional", 6) + trainings(6, "Teknis", 3, "16-10-2023")
            + trainings(7, "Teknis", 3, "17-10-2023") + trainings(8, "Teknis", 7)
        try await register(
            .training,
            "nip,jenisDiklat,namaDiklat,nomorSertipikat,tanggalSelesai",
            lines,
            stage
        )
        for (number, score) in [(2, "100"), (4, "37.5"), (5, "37.5"), (6, "0"), (7, "12.5"), (8, "37.5"), (9, "0")] {
            #expect(try await placement(number, stage).components[.development] == Score(score), "\(number)")
        }
    }

    @Test("without a complete register only the trainings on record are known; the other part is not zero")
    func someTrainings() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        func training(_ number: Int, _ kind: String, _ day: String = "01-02-2026") -> String {
            "\(SampleFile.nip(number)),\(kind),Pelatihan,\(kind)/1,\(day)"
        }
        let header = "nip,jenisDiklat,namaDiklat,nomorSertipikat,tanggalSelesai"
        let lines = [
            training(4, "Teknis"), training(5, "Struktural"), training(6, "Teknis"), training(6, "Struktural"),
            training(7, "Teknis", "16-10-2023"),
        ]
        let scoring = TalentScoring(try await RuleSets(stage.city.database).find(on: day))
        let parts: [Int: [String: Score]] = [
            4: ["certificates": Score(25)], 5: ["leadership": Score(50)],
            6: ["certificates": Score(25), "leadership": Score(50)], 7: [:], 8: [:],
        ]
        try await register(.training, header, lines, stage, isComplete: false)
        for (number, score) in [(4, Score(25)), (5, Score(50)), (6, Score("37.5")), (7, nil), (8, nil)] {
            #expect(scoring.score(component: .development, parts: parts[number, default: [:]]) == score)
            #expect(try await placement(number, stage).components[.development] == score, "\(number)")
        }
        try await register(.training, header, lines, stage)
        for (number, score) in [(4, "12.5"), (5, "25"), (6, "37.5"), (7, "0"), (8, "0")] {
            #expect(try await placement(number, stage).components[.development] == Score(score), "\(number)")
        }
    }
}
