import Personnel
import Testing

@Suite("The duties' file")
struct DutiesFileTests {
    @Test("has a column for each thing that a decree on a team says")
    func header() async throws {
        for agency in try await City.medan.agencies {
            #expect(
                agency.duties.header == [
                    "nip", "namaTim", "peran", "lingkup", "skNomor", "skTanggal", "mulai", "selesai",
                ]
            )
        }
    }

    @Test("has duties of the last three years, in each team once, of people who served")
    func rows() async throws {
        let city = try await City.medan
        for agency in city.agencies {
            #expect(Set(agency.duties.rows.map { [$0["nip"], $0["namaTim"]] }).count == agency.duties.rows.count)
        }
        let people = try city.people()
        for row in city.rows(\.duties) {
            let person = try #require(row["nip"].flatMap { people[$0] })
            let signed = try #require(row["skTanggal"].flatMap { CivilDate(siasn: $0) })
            let begun = try #require(row["mulai"].flatMap { CivilDate(siasn: $0) })
            let appointed = try #require(person["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
            #expect(city.asOf.adding(months: -36) < signed && signed <= begun && begun <= city.asOf)
            #expect(appointed <= signed)
            if row["selesai"] != nil {
                let ended = try #require(row["selesai"].flatMap { CivilDate(siasn: $0) })
                #expect(begun < ended && ended <= city.asOf)
            }
            #expect(row["skNomor"]?.hasPrefix("800/DEMO-") ?? false)
        }
    }

    @Test("has six people in ten in a team, few as its chair, mostly those who lead at work too")
    func roles() async throws {
        let city = try await City.medan
        let rows = city.rows(\.duties)
        #expect(Set(rows.compactMap { $0["peran"] }) == ["Ketua", "Anggota"])
        #expect(Set(rows.compactMap { $0["lingkup"] }) == ["Internal", "Lintas Instansi"])
        #expect((Double(Set(rows.map { $0["nip"] }).count) / 15_000).isNear(0.6, within: 0.03))
        #expect(share(of: rows) { $0["lingkup"] == "Lintas Instansi" }.isNear(0.16, within: 0.04))
        #expect(rows.contains { $0["selesai"] == nil } && rows.contains { $0["selesai"] != nil })
        let managers = Set(city.rows(\.posts).filter { $0["jenisJabatan"] == "1" }.compactMap { $0["nipBaru"] })
        let (leading, others) = (
            rows.filter { managers.contains($0["nip"] ?? "") }, rows.filter { !managers.contains($0["nip"] ?? "") }
        )
        #expect(share(of: leading) { $0["peran"] == "Ketua" } > 0.25)
        #expect(share(of: others) { $0["peran"] == "Ketua" }.isNear(0.08, within: 0.03))
    }
}
