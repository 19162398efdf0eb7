import Personnel
import Testing

@Suite("The establishment's file")
struct EstablishmentFileTests {
    @Test("gives each functional post as many seats as holders or some more, once")
    func rows() async throws {
        let city = try await City.medan
        var held: [[String?]: Int] = [:]
        for row in city.rows(\.posts) where row["jenisJabatan"] == "2" {
            held[[row["unorId"], row["namaJabatan"]], default: 0] += 1
        }
        let rows = city.rows(\.establishment)
        #expect(rows.count == held.count)
        var missing = 0
        for row in rows {
            let seats = try #require(row["kebutuhan"].flatMap { Int($0) })
            let former = held.removeValue(forKey: [row["unorId"], row["namaJabatan"]])
            let holders = try #require(former)
            #expect((holders...(holders + 3)).contains(seats))
            missing += seats - holders
            #expect(row["berlakuMulai"] == "01-01-\(city.asOf.year)")
        }
        #expect(held.isEmpty && missing > 100)
    }
}
