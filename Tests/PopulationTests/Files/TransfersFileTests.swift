import Personnel
import Population
import TestSupport
import Testing

@Suite("The file of heads who follow each other")
struct TransfersFileTests {
    private static let asOf = "2026-06-30"
    private static let last = "2026-10-01"

    @Test(
        "leads education's head to health, whose head has left, and two others after that, in a city of any size",
        arguments: [52, 60, 300, 3_000],
        [1, 7, 42]
    )
    func chain(people: Int, seed: UInt64) throws {
        let city = try City(people: people, seed: seed, asOf: Self.asOf, until: Self.last)
        let population = Population(people: people, seed: seed, asOf: city.asOf)
        let (day, last) = (try #require(CivilDate(iso: "2026-12-03")), try #require(CivilDate(iso: Self.last)))
        let rows = try Table(try #require(population.headTransfers(on: day, until: last))).rows
        let moves = try rows.map { row -> (from: String, to: String) in
            let nip = try #require(row["nip"])
            let former = try #require(city.agencies.first { $0.posts.values("nipBaru").contains(nip) })
            let own = try #require(former.posts.rows.first { $0["nipBaru"] == nip })
            let to = try #require(city.agencies.first { $0.agency.code.description == row["perangkatDaerah"] })
            let seat = try #require(to.posts.rows.first { $0["unorId"] == row["unorId"] && $0["unorIndukId"] == nil })
            #expect(seat["namaJabatan"] == row["namaJabatan"] && seat["eselonId"] == "22" && own["eselonId"] == "22")
            #expect(!former.departures.values("nipBaru").contains(nip))
            #expect(!former.discipline.values("nip").contains(nip))
            let since = try #require(own["tmtJabatan"]).split(separator: "-")
            let first = try #require(CivilDate(iso: since.reversed().joined(separator: "-")))
            #expect(first.adding(months: 24) <= day && row["tmt"] == "03-12-2026")
            #expect(row["alasan"]?.contains(try #require(row["namaJabatan"])) == true)
            return (former.agency.code.description, to.agency.code.description)
        }
        #expect(moves.count == 3 && moves.first?.to == "dinkes" && moves.first?.from == "disdikbud")
        #expect(zip(moves, moves.dropFirst()).allSatisfy { $0.from == $1.to }, "each follows the one before")
        let health = try #require(city.agencies.first { $0.agency.code.description == "dinkes" })
        let head = try #require(health.posts.rows.first?["nipBaru"])
        #expect(health.departures.values("nipBaru").contains(head))
    }

    @Test("is there only while heads may move on the day")
    func later() throws {
        let population = Population(people: 300, seed: 1, asOf: try #require(CivilDate(iso: Self.asOf)))
        let last = try #require(CivilDate(iso: Self.last))
        let days = try ["2026-12-03", "2070-01-01"].map { try #require(CivilDate(iso: $0)) }
        #expect(days.map { population.headTransfers(on: $0, until: last) == nil } == [false, true])
    }
}
