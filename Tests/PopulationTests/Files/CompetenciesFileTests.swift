import Personnel
import Testing

@Suite("The files of competencies")
struct CompetenciesFileTests {
    @Test("have results of each person and competency once, of people who served, not before their appointment")
    func results() async throws {
        let city = try await City.medan
        let people = try city.people()
        let rows = city.rows(\.competencies)
        #expect(Set(rows.map { [$0["nip"], $0["kompetensi"]] }).count == rows.count)
        for row in rows {
            let person = try #require(row["nip"].flatMap { people[$0] })
            let assessed = try #require(row["tanggalAsesmen"].flatMap { CivilDate(siasn: $0) })
            let appointed = try #require(person["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
            #expect(city.asOf.adding(months: -40) < assessed && assessed <= city.asOf && appointed <= assessed)
            #expect(row["kompetensi"].flatMap { Competency(named: $0) } != nil)
            #expect(row["level"].flatMap { Int($0) }.flatMap { CompetencyLevel(rawValue: $0) } != nil)
        }
        // Leaders and those who may become one, not everybody.
        let assessed = Set(rows.map { $0["nip"] }).count
        #expect((800...4_000).contains(assessed), "\(assessed)")
        let counts = Dictionary(grouping: rows) { $0["nip"] }.mapValues(\.count)
        #expect(Set(counts.values) == [7, 9], "some were not assessed in all")
    }

    @Test("ask all nine of posts that exist, and more communication of those that meet the public")
    func standards() async throws {
        for agency in try await City.medan.agencies {
            let posts = Set(agency.posts.rows.map { [$0["unorId"], $0["namaJabatan"]] })
            let rows = agency.standards.rows
            #expect(posts.isSuperset(of: rows.map { [$0["unorId"], $0["namaJabatan"]] }))
            for (_, asked) in Dictionary(grouping: rows, by: { [$0["unorId"], $0["namaJabatan"]] }) {
                let levels = Dictionary(uniqueKeysWithValues: asked.map { ($0["kompetensi"], $0["level"]) })
                #expect(levels.count == Competency.allCases.count)
                let title = asked[0]["namaJabatan"] ?? ""
                if title.hasPrefix("Lurah") { #expect(levels["Komunikasi"] == "3" && levels["Integritas"] == "2") }
                if title.hasPrefix("Camat") { #expect(levels["Komunikasi"] == "4" && levels["Integritas"] == "3") }
            }
        }
    }
}
