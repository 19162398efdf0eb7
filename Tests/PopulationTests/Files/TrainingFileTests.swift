import Personnel
import Testing

@Suite("The training's file")
struct TrainingFileTests {
    @Test("has what rw_diklat and rw_kursus have in common")
    func header() async throws {
        for agency in try await City.medan.agencies {
            #expect(
                agency.training.header == [
                    "nip", "jenisDiklat", "namaDiklat", "nomorSertipikat", "tanggalSelesai", "jumlahJam",
                ]
            )
        }
    }

    @Test("has up to nine certificates for each person, of the last four years, of people who served")
    func rows() async throws {
        let city = try await City.medan
        let people = try city.people()
        for (nip, rows) in Dictionary(grouping: city.rows(\.training), by: { $0["nip"] ?? "" }) {
            let appointed = try #require(people[nip]?["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
            #expect(rows.count <= 9 && Set(rows.map { $0["namaDiklat"] }).count == rows.count)
            for row in rows {
                let finished = try #require(row["tanggalSelesai"].flatMap { CivilDate(siasn: $0) })
                #expect(city.asOf.adding(months: -48) < finished && finished <= city.asOf && appointed <= finished)
                #expect(row["nomorSertipikat"]?.hasPrefix("890/DEMO-") ?? false)
                #expect((8...1_000).contains(row["jumlahJam"].flatMap { Int($0) } ?? 0))
            }
        }
        let counts = Dictionary(grouping: city.rows(\.training), by: { $0["nip"] }).values.map(\.count)
        #expect((Double(counts.count) / 15_000).isNear(0.82, within: 0.03))
        #expect(Set(counts) == Set(1...9))
    }

    @Test("trains leaders for the tier of their post, and nobody else")
    func tiers() async throws {
        let city = try await City.medan
        let echelons = Dictionary(
            uniqueKeysWithValues: city.rows(\.posts).compactMap { row in row["nipBaru"].map { ($0, row["eselonId"]) } }
        )
        let rows = city.rows(\.training)
        #expect(Set(rows.compactMap { $0["jenisDiklat"] }) == ["Struktural", "Fungsional", "Teknis"])
        let tiers = rows.filter { $0["jenisDiklat"] == "Struktural" }
        #expect(Set(tiers.map { $0["nip"] }).count > 400)
        for row in tiers {
            let echelon = try #require(echelons[row["nip"] ?? ""] ?? nil)
            let fitting =
                switch echelon.first {
                case "2": ["Pelatihan Kepemimpinan Nasional Tingkat II", "Pelatihan Kepemimpinan Administrator"]
                case "3": ["Pelatihan Kepemimpinan Administrator", "Pelatihan Kepemimpinan Pengawas"]
                default: ["Pelatihan Kepemimpinan Pengawas"]
                }
            #expect(fitting.contains(row["namaDiklat"] ?? ""))
        }
    }
}
