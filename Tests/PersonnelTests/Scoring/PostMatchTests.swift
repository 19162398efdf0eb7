import Personnel
import Testing

@Suite("The match of a person and a post")
struct PostMatchTests {
    private func levels(_ numbers: [Int]) throws -> [CompetencyName: CompetencyLevel] {
        Dictionary(
            uniqueKeysWithValues: try zip(Competency.allCases, numbers)
                .map {
                    (CompetencyName($0), try #require(CompetencyLevel(rawValue: $1)))
                }
        )
    }

    private func standard(_ numbers: [Int]) throws -> CompetencyStandard {
        CompetencyStandard(own: try levels(numbers), level: .jptPratama, title: "Kepala Dinas Kesehatan")
    }

    @Test(
        "is that of the competencies that the post asks, whatever else the person has",
        arguments: [
            ([4, 4, 3, 3, 3, 3, 3, 3, 3], "80.56", JobPersonMatch.Filling.meets),
            ([4, 4, 3, 3, 3, 3, 3, 3, 2], "77.78", .stillMeets),
            ([3, 3, 3, 3, 3, 3, 2, 2, 2], "66.67", .doesNotMeet),
        ]
    )
    func known(_ levels: [Int], _ value: String, _ grade: JobPersonMatch.Filling) throws {
        var achieved = try self.levels(levels)
        achieved[try #require(CompetencyName("Pengelolaan Basis Data"))] = .expert
        let match = PostMatch(try standard([4, 4, 4, 4, 4, 4, 4, 4, 4]), achieved: achieved, cap: .total)
        #expect(match.value?.value.description == value && match.value?.filling == grade)
    }

    @Test("caps the total or each competency, as the rules say")
    func cap() throws {
        let achieved = try levels([5, 5, 5, 5, 3, 3, 3, 3, 3])
        let asked = try standard([4, 4, 4, 4, 4, 4, 4, 4, 4])
        #expect(PostMatch(asked, achieved: achieved, cap: .total).value?.value.description == "97.22")
        #expect(PostMatch(asked, achieved: achieved, cap: .each).value?.value.description == "86.11")
    }

    @Test("is not known while one of them was not assessed: nothing is guessed, and nothing is zero")
    func notAssessed() throws {
        let technical = try #require(CompetencyName("pengelolaan basis data"))
        var own = try levels([4, 4, 4, 4, 4, 4, 4, 4, 4])
        own[technical] = .intermediate
        let standard = CompetencyStandard(own: own, level: .jptPratama, title: "Kepala Dinas Kesehatan")
        let achieved = try levels([5, 5, 5, 5, 5, 5, 5, 5])
        let match = PostMatch(standard, achieved: achieved, cap: .total)
        #expect(match == .notAssessed([CompetencyName(.nationalUnity), technical]) && match.value == nil)
    }

    @Test("is not known for a post of which nobody has said what it asks")
    func noStandard() throws {
        let standard = CompetencyStandard(own: [:], level: .fungsional, title: "Kepala Puskesmas")
        #expect(standard.levels.isEmpty && standard.isUsual)
        let match = PostMatch(standard, achieved: try levels([5, 5, 5, 5, 5, 5, 5, 5, 5]), cap: .total)
        #expect(match == .noStandard && match.value == nil)
    }
}
