import Personnel
import Testing

@Suite("The assessments' file")
struct AssessmentsFileTests {
    @Test("has the columns of SIMATA's export")
    func header() async throws {
        for agency in try await City.medan.agencies {
            #expect(
                agency.assessments.header == [
                    "NIP", "Nama", "Unit Organisasi", "Jabatan", "Tanggal Asesmen", "X - Penilaian Kompetensi",
                    "X - Penilaian Potensi", "X - Kesesuaian Bidang Ilmu", "Y - Umpan Balik Kinerja 360",
                ]
            )
        }
    }

    @Test("covers most people of an agency, each once, within the three years that a result is valid")
    func people() async throws {
        let city = try await City.medan
        #expect((Double(city.rows(\.assessments).count) / 15_000).isNear(0.88, within: 0.01))
        let oldest = city.asOf.adding(months: -36)
        for agency in city.agencies {
            let people = Dictionary(
                uniqueKeysWithValues: agency.people.rows.map { (String(($0["nip_baru"] ?? "").dropFirst()), $0) }
            )
            #expect(Set(agency.assessments.values("NIP")).count == agency.assessments.rows.count)
            for row in agency.assessments.rows {
                let person = try #require(row["NIP"].flatMap { people[$0] })
                #expect(row["Nama"] == person["nama"] && row["Jabatan"] == person["jabatan_nama"])
                #expect(row["Unit Organisasi"] == person["unor_nama"])
                let assessed = try #require(row["Tanggal Asesmen"].flatMap { CivilDate(siasn: $0) })
                let appointed = try #require(person["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
                #expect(oldest < assessed && assessed <= city.asOf && appointed <= assessed)
            }
        }
    }

    @Test("has scores of two decimals that spread over all three levels and go together")
    func scores() async throws {
        let rows = try await City.medan.rows(\.assessments)
        func scores(_ column: String) throws -> [Double] {
            try rows.map { row in
                let text = try #require(row[column])
                let score = try #require(Double(text))
                #expect(text.split(separator: ".").map(\.count).last == 2)
                #expect((0...100).contains(score))
                return score
            }
        }
        let (competency, potential) = (
            try scores("X - Penilaian Kompetensi"), try scores("X - Penilaian Potensi")
        )
        for scores in [competency, potential] {
            #expect(mean(scores).isNear(70, within: 0.5))
            #expect(covariance(scores, scores).squareRoot().isNear(11, within: 0.5))
            #expect(share(of: scores) { $0 < 60 } > 0.08)
            #expect(share(of: scores) { $0 >= 80 } > 0.15)
        }
        #expect(correlation(competency, potential).isNear(0.64, within: 0.03))
    }

    @Test("says of most whether their field of study fits the post, and what others say of their work; of some neither")
    func furtherColumns() async throws {
        let rows = try await City.medan.rows(\.assessments)
        let matches = rows.compactMap { $0["X - Kesesuaian Bidang Ilmu"] }
        #expect(Set(matches) == ["50", "100"])
        #expect((Double(matches.count) / Double(rows.count)).isNear(0.93, within: 0.01))
        let texts = rows.compactMap { $0["Y - Umpan Balik Kinerja 360"] }
        #expect((Double(texts.count) / Double(rows.count)).isNear(0.92, within: 0.01))
        #expect(texts.allSatisfy { $0.split(separator: ".").map(\.count).last == 2 })
        let scores = texts.compactMap { Double($0) }
        #expect(scores.count == texts.count && scores.allSatisfy { (0...100).contains($0) })
        #expect(mean(scores).isNear(85, within: 0.5))
        #expect(covariance(scores, scores).squareRoot().isNear(7, within: 0.5))
    }
}
