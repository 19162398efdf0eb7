import Personnel
import Testing

@Suite("What a post asks of competencies")
struct CompetencyStandardTests {
    @Test(
        "is the usual level of its kind where it has no standard of its own, of a functional one that of its tier",
        arguments: [
            (PositionLevel.jptPratama, "Kepala Dinas Kesehatan", CompetencyLevel.advanced),
            (.administrator, "Camat Medan Kota", .intermediate), (.pengawas, "Lurah", .basic),
            (.pelaksana, "Pengadministrasi Ahli Utama", .understanding),
            (.fungsional, "Perawat Ahli Muda", .intermediate),
            (.fungsional, "Perawat Terampil", .understanding), (.fungsional, "Dokter Ahli Madya", .advanced),
        ]
    )
    func usual(_ level: PositionLevel, _ title: String, _ asked: CompetencyLevel) {
        let standard = CompetencyStandard(own: [:], level: level, title: title)
        #expect(standard.isUsual && standard.levels.count == Competency.allCases.count)
        #expect(standard.levels.values.allSatisfy { $0 == asked })
    }

    @Test("is its own, however few competencies that names")
    func own() {
        let own = [CompetencyName(.communication): CompetencyLevel.expert]
        let standard = CompetencyStandard(own: own, level: .jptPratama, title: "Kepala Dinas Kesehatan")
        #expect(!standard.isUsual && standard.levels == own)
    }

    @Test("is not known of a functional post whose title names no tier, nor of a level that there is not")
    func unknown() {
        #expect(CompetencyStandard(own: [:], level: .fungsional, title: "Guru").levels.isEmpty)
        #expect(CompetencyStandard(own: [:], level: nil, title: "Guru Ahli Muda").levels.isEmpty)
    }
}
