import Personnel
import Population
import Testing

@Suite("The ratings' file")
struct RatingsFileTests {
    @Test("has the columns of rw_kinerjaperiodik, and rows of the cycle")
    func header() async throws {
        let columns =
            "tahun,periodikId,periodikNama,nip,hasilKinerja,hasilKinerjaNilai,perilakuKerja,perilakuKerjaNilai,"
            + "kuadranKinerja,kuadranKinerjaNilai,namaPenilai,penilaiNipNrp,penilaiGolonganId,penilaiJabatanNama,"
            + "penilaiUnorNm,statusPenilai,koefisenId,persentase,unorId"
        let city = try await City.medan
        for agency in city.agencies {
            #expect(agency.ratings.header.joined(separator: ",") == columns)
        }
        for row in city.rows(\.ratings) {
            let year = try #require(row["tahun"].flatMap { Int($0) })
            #expect(CycleCode(siasnYear: year, periodName: row["periodikNama"]) == city.cycle)
            #expect(row["periodikId"] == "2")
        }
    }

    @Test("gives the rating that the matrix gives for result and behaviour, in number and in words")
    func matrix() async throws {
        var cells: Set<[Int]> = []
        for row in try await City.medan.rows(\.ratings) {
            let result = try #require(row["hasilKinerjaNilai"].flatMap { Expectation(siasn: $0) })
            let behaviour = try #require(row["perilakuKerjaNilai"].flatMap { Expectation(siasn: $0) })
            #expect(row["hasilKinerja"].flatMap { Expectation(siasn: $0) } == result)
            #expect(row["perilakuKerja"].flatMap { Expectation(siasn: $0) } == behaviour)
            let rating = RatingMatrix.national.rating(result: result, behaviour: behaviour)
            #expect(row["kuadranKinerjaNilai"] == String(rating.rawValue) && row["kuadranKinerja"] == rating.title)
            cells.insert([result.rawValue, behaviour.rawValue])
        }
        #expect(cells.count == 9)
    }

    @Test("is distributed as in a city, and differently in each agency")
    func distribution() async throws {
        let city = try await City.medan
        let ratings = city.rows(\.ratings).compactMap { $0["kuadranKinerjaNilai"] }
        #expect(share(of: ratings, where: { $0 == "1" }).isNear(0.18, within: 0.02))
        #expect(share(of: ratings, where: { $0 == "2" }).isNear(0.72, within: 0.02))
        #expect(share(of: ratings, where: { $0 == "3" }).isNear(0.07, within: 0.01))
        #expect(share(of: ratings, where: { $0 == "4" }).isNear(0.02, within: 0.005))
        #expect(share(of: ratings, where: { $0 == "5" }).isNear(0.01, within: 0.005))

        func excellent(_ kind: String) -> Double {
            let rows = city.agencies.filter { $0.agency.kind == kind }.flatMap(\.ratings.rows)
            return share(of: rows) { $0["kuadranKinerjaNilai"] == "1" }
        }
        #expect(excellent("hospital") > excellent("district") + 0.04)
    }

    @Test("lacks some people, none in one agency and up to one in eight in another")
    func missing() async throws {
        let city = try await City.medan
        let rated = Double(city.rows(\.ratings).count) / 15_000
        #expect((1 - rated).isNear(0.04, within: 0.015))
        let missing = city.agencies.map { 1 - Double($0.ratings.rows.count) / Double($0.agency.people) }
        #expect(missing.contains(0))
        #expect(missing.contains { $0 > 0.08 })
        // A person more than the share where the share is no whole number.
        #expect(zip(missing, city.agencies).allSatisfy { $0 <= 0.12 + 1 / Double($1.agency.people) })
    }

    @Test("names as rater who leads the person's unit or one above; nobody rates the agency's head")
    func raters() async throws {
        for agency in try await City.medan.agencies {
            let posts = Dictionary(uniqueKeysWithValues: agency.posts.rows.map { ($0["nipBaru"] ?? $0.fields[0], $0) })
            let people = Dictionary(
                uniqueKeysWithValues: agency.people.rows.map { (String(($0["nip_baru"] ?? "").dropFirst()), $0) }
            )
            let parents = Dictionary(
                agency.posts.rows.map { ($0["unorId"], $0["unorIndukId"]) },
                uniquingKeysWith: { first, _ in first }
            )
            let head = try #require(agency.posts.rows.first?["nipBaru"])
            for row in agency.ratings.rows {
                let nip = try #require(row["nip"])
                let unit = try #require(row["unorId"])
                #expect(posts[nip]?["unorId"] == unit)
                guard let rater = row["penilaiNipNrp"] else {
                    #expect(nip == head)
                    #expect(row["namaPenilai"] == nil && row["penilaiJabatanNama"] == nil)
                    continue
                }
                #expect(rater != nip && nip != head)
                let post = try #require(posts[rater])
                #expect(row["namaPenilai"] == people[rater]?["nama"])
                #expect(row["penilaiGolonganId"] == people[rater]?["gol_akhir_id"])
                #expect(row["penilaiJabatanNama"] == post["namaJabatan"])
                #expect(row["penilaiUnorNm"] == post["namaUnor"])
                var above: [String] = []
                var next: String? = unit
                while let here = next {
                    above.append(here)
                    next = parents[here] ?? nil
                }
                let leads = post["jenisJabatan"] == "1" || (post["namaJabatan"] ?? "").hasPrefix("Kepala ")
                #expect(leads && above.contains(post["unorId"] ?? ""))
            }
        }
    }
}
