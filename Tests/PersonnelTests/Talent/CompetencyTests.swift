import Personnel
import Testing

@Suite("The dictionary of competencies")
struct CompetencyTests {
    @Test("has eight managerial ones and one socio-cultural")
    func nine() {
        #expect(
            Competency.allCases.map(\.title) == [
                "Integritas", "Kerja Sama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik",
                "Pengembangan Diri dan Orang Lain", "Mengelola Perubahan", "Pengambilan Keputusan", "Perekat Bangsa",
            ]
        )
        #expect(Competency.allCases.count { $0.kind == .managerial } == 8)
        #expect(Competency.allCases.filter { $0.kind == .socioCultural } == [.nationalUnity])
        #expect(Competency.allCases.allSatisfy { Competency(code: $0.code) == $0 })
        #expect(Set(Competency.allCases.map(\.englishTitle)).count == 9)
    }

    @Test("has five levels, and asks of each post its own where it has no standard")
    func levels() {
        #expect(CompetencyLevel.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
        #expect(CompetencyLevel.allCases.map(\.title) == ["Paham", "Dasar", "Menengah", "Mumpuni", "Ahli"])
        #expect(Set(CompetencyLevel.allCases.map(\.englishTitle)).count == 5)
        #expect(CompetencyLevel.basic < .expert)
        #expect(
            PositionLevel.allCases.map { CompetencyLevel.standard(of: $0)?.rawValue } == [5, 5, 4, 3, 2, nil, 1]
        )
        #expect(
            FunctionalTier.allCases.map { CompetencyLevel.standard(of: $0).rawValue } == [1, 1, 2, 2, 2, 3, 4, 5]
        )
    }
}
