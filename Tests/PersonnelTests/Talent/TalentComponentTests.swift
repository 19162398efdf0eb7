import Personnel
import Testing

@Suite("A component of the talent map")
struct TalentComponentTests {
    @Test("stands in the order of the decree, by axis")
    func order() {
        #expect(
            TalentAxis.performance.components.map(\.rawValue) == ["rating", "award", "team_duty", "feedback"]
        )
        #expect(
            TalentAxis.potential.components.map(\.rawValue) == [
                "competency", "development", "experience", "potential", "education", "field_match", "discipline",
            ]
        )
        #expect(TalentAxis.allCases.flatMap(\.components) == TalentComponent.allCases)
    }

    @Test("has SIMATA's column, in which Y is performance and X potential")
    func simata() {
        #expect(
            TalentComponent.allCases.map(\.simataColumn) == [
                "Y - Penilaian Kinerja", "Y - Penghargaan", "Y - Penugasan dalam Tim Kerja",
                "Y - Umpan Balik Kinerja 360", "X - Penilaian Kompetensi", "X - Pengembangan Kompetensi",
                "X - Pengalaman Jabatan", "X - Penilaian Potensi", "X - Tingkat Pendidikan Formal",
                "X - Kesesuaian Bidang Ilmu", "X - Verifikasi Rekam Jejak Disiplin",
            ]
        )
        #expect(TalentAxis.allCases.map(\.letter) == ["Y", "X"])
        #expect(TalentAxis.allCases.map(\.title) == ["Kinerja", "Potensial"])
        #expect(Set(TalentComponent.allCases.map(\.englishTitle)).count == 11)
    }

    @Test("makes up the percent of its axis that the decree gives it")
    func weights() throws {
        let rules = try ReferenceTables.rules()
        #expect(TalentAxis.performance.components.map { rules.weights[$0] } == [60, 15, 15, 10])
        #expect(TalentAxis.potential.components.map { rules.weights[$0] } == [20, 10, 10, 25, 10, 10, 15])
    }
}
