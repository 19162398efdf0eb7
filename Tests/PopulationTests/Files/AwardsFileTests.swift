import Personnel
import Testing

@Suite("The awards' file")
struct AwardsFileTests {
    @Test("has the columns of rw_penghargaan")
    func header() async throws {
        for agency in try await City.medan.agencies {
            #expect(agency.awards.header == ["nip", "hargaNama", "tingkat", "skNomor", "skTanggal", "tahun"])
        }
    }

    @Test("has awards of the last six years, each once, of people who served")
    func rows() async throws {
        let city = try await City.medan
        for agency in city.agencies {
            #expect(Set(agency.awards.rows.map { [$0["nip"], $0["hargaNama"]] }).count == agency.awards.rows.count)
        }
        let people = try city.people()
        for row in city.rows(\.awards) {
            let person = try #require(row["nip"].flatMap { people[$0] })
            let signed = try #require(row["skTanggal"].flatMap { CivilDate(siasn: $0) })
            let appointed = try #require(person["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
            #expect(city.asOf.adding(months: -72) < signed && signed <= city.asOf && appointed <= signed)
            #expect(row["tahun"] == String(signed.year))
            #expect(row["skNomor"]?.hasPrefix("861/DEMO-") ?? false)
            guard let title = row["hargaNama"], title.hasPrefix("Satyalancana") else { continue }
            let years = title.contains("XXX") ? 30 : title.contains("XX") ? 20 : 10
            #expect(appointed.adding(months: 12 * years) <= signed && person["jenis_pegawai_nama"] == "PNS")
        }
    }

    @Test("gives most people none or one of the agency, and the higher ones seldom")
    func levels() async throws {
        let city = try await City.medan
        let rows = city.rows(\.awards)
        let levels = ["Internasional", "Nasional", "Lintas Instansi", "Instansi"]
        #expect(Set(rows.compactMap { $0["tingkat"] }) == Set(levels))
        let holders = levels.map { level in
            Double(Set(rows.filter { $0["tingkat"] == level }.map { $0["nip"] }).count) / 15_000
        }
        #expect(holders[0].isNear(0.006, within: 0.003) && holders[1].isNear(0.08, within: 0.03))
        #expect(holders[2].isNear(0.12, within: 0.03) && holders[3].isNear(0.45, within: 0.05))
        let some = Double(Set(rows.map { $0["nip"] }).count) / 15_000
        #expect(some.isNear(0.55, within: 0.04))
    }

    @Test("honours the able more: who is rated best has higher awards")
    func merit() async throws {
        let city = try await City.medan
        let high = Set(city.rows(\.awards).filter { $0["tingkat"] != "Instansi" }.map { $0["nip"] })
        let best = city.rows(\.ratings).filter { $0["kuadranKinerjaNilai"] == "1" }
        let poor = city.rows(\.ratings).filter { ["3", "4", "5"].contains($0["kuadranKinerjaNilai"]) }
        #expect(share(of: best) { high.contains($0["nip"]) } > 1.5 * share(of: poor) { high.contains($0["nip"]) })
    }
}
