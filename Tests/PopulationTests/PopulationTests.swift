import Personnel
import Population
import Testing

@Suite("A population")
struct PopulationTests {
    private let asOf = CivilDate(daysSince2000: 9_784)
    private let cycle = CycleCode("2026-Q3")

    @Test("is the same, byte for byte, for the same seed, in whatever order its files are made")
    func sameSeed() throws {
        let cycle = try #require(cycle)
        let (one, other) = (
            Population(people: 700, seed: 42, asOf: asOf), Population(people: 700, seed: 42, asOf: asOf)
        )
        let forwards = one.agencies.map { one.files(for: $0, cycle: cycle) }
        let backwards = other.agencies.reversed().map { other.files(for: $0, cycle: cycle) }
        #expect(forwards == backwards.reversed())
    }

    @Test("stays what it is: a change of these bytes changes every city made so far")
    func fingerprint() throws {
        let population = Population(people: 700, seed: 42, asOf: asOf)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for agency in population.agencies {
            let files = population.files(for: agency, cycle: try #require(cycle))
            for text in [
                files.people, files.posts, files.ratings, files.assessments, files.awards, files.duties, files.training,
                files.discipline, files.competencies, files.standards, files.establishment,
            ] {
                for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
        }
        #expect(hash == 4_630_274_473_611_462_731)
    }

    @Test("whose people leave stays what it is, too")
    func laterFingerprint() throws {
        let population = Population(people: 700, seed: 42, asOf: asOf)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for agency in population.agencies {
            let cycles = [try #require(cycle), try #require(CycleCode("2026-Q4"))]
            let files = population.files(for: agency, cycles: cycles, until: asOf.adding(months: 3))
            for text in [files.departures, files.acting, files.ratings, files.mistyped?.right.iso ?? ""] {
                for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
        }
        #expect(hash == 3_549_420_962_116_547_935)
    }

    @Test("loses nobody before the day on which it is described, and describes people alike whoever leaves later")
    func described() throws {
        let population = Population(people: 700, seed: 42, asOf: asOf)
        let cycle = try #require(cycle)
        for agency in population.agencies {
            let (now, later) = (
                population.files(for: agency, cycle: cycle),
                population.files(for: agency, cycles: [cycle], until: asOf.adding(months: 3))
            )
            #expect(try Table(now.departures).rows.isEmpty && now.leavers.isEmpty)
            #expect(try Table(now.acting).rows.isEmpty && now.actingHeads.isEmpty)
            #expect(now.people == later.people && now.posts == later.posts && now.competencies == later.competencies)
            #expect(now.assessments == later.assessments && now.training == later.training)
        }
    }

    @Test("is another one for another seed")
    func otherSeed() throws {
        let cycle = try #require(cycle)
        let (one, other) = (
            Population(people: 700, seed: 42, asOf: asOf), Population(people: 700, seed: 43, asOf: asOf)
        )
        for (left, right) in zip(one.agencies, other.agencies) {
            let (left, right) = (one.files(for: left, cycle: cycle), other.files(for: right, cycle: cycle))
            #expect(left.people != right.people)
            #expect(left.posts != right.posts)
        }
    }

    @Test("has other ratings in another cycle, of the same people in the same posts")
    func otherCycle() throws {
        let population = Population(people: 5_000, seed: 42, asOf: asOf)
        let agency = try #require(population.agencies.max { $0.people < $1.people })
        let third = population.files(for: agency, cycle: try #require(cycle))
        let year = population.files(for: agency, cycle: try #require(CycleCode("2025")))
        #expect(third.people == year.people)
        #expect(third.posts == year.posts)
        #expect(third.assessments == year.assessments)
        #expect(third.ratings != year.ratings)

        let rows = try Table(year.ratings).rows
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0["tahun"] == "2025" && $0["periodikNama"] == "Tahunan" && $0["periodikId"] == nil })
        let appointed = Dictionary(
            uniqueKeysWithValues: try Table(year.people).rows.map { ($0["nip_baru"], $0["tmt_cpns"]) }
        )
        let last = try #require(CivilDate(year: 2025, month: 12, day: 31))
        for row in rows {
            let nip = "'" + (row["nip"] ?? "")
            #expect(try #require(appointed[nip]?.flatMap { CivilDate(siasn: $0) }) <= last)
        }
        #expect(appointed.values.contains { $0.flatMap { CivilDate(siasn: $0) }.map { $0 > last } ?? false })
    }

    @Test("adds up, with somebody in each of the 52 agencies", arguments: [52, 53, 60, 1_000, 15_000, 99_999])
    func headCounts(people: Int) {
        let agencies = Population(people: people, seed: 1, asOf: asOf).agencies
        #expect(agencies.count == 52)
        #expect(agencies.allSatisfy { $0.people >= 1 })
        #expect(agencies.reduce(0) { $0 + $1.people } == people)
    }

    @Test("needs somebody for each agency")
    func tooSmall() async {
        await #expect(processExitsWith: .failure) {
            _ = Population(people: 51, seed: 1, asOf: CivilDate(daysSince2000: 0))
        }
    }

    @Test("lists its agencies as they are read when they are provisioned")
    func agenciesCSV() throws {
        let table = try Table(Population.agenciesCSV)
        #expect(table.header == ["code", "name", "short_name", "kind"])
        let agencies = Population(people: 52, seed: 1, asOf: asOf).agencies
        #expect(table.rows.count == agencies.count)
        for (row, agency) in zip(table.rows, agencies) {
            #expect(row.fields == [agency.code.description, agency.name, agency.shortName, agency.kind])
        }
        #expect(agencies.first?.code == AgencyCode("setda"))
        #expect(agencies.last?.code == AgencyCode("kec-selayang"))
        let kinds = ["secretariat", "inspectorate", "dinas", "badan", "satuan", "hospital", "district"]
        #expect(agencies.allSatisfy { kinds.contains($0.kind) })
        #expect(agencies.count { $0.kind == "district" } == 21)
    }

    @Test("of any size and seed gives files that fit each other", arguments: [(52, 1), (75, 2), (200, 3), (1_500, 4)])
    func smallCities(people: Int, seed: UInt64) throws {
        let city = try City(people: people, seed: seed)
        for agency in city.agencies {
            #expect(agency.people.rows.count == agency.agency.people)
            let nips = Set(agency.people.values("nip_baru").map { $0.dropFirst() })
            #expect(nips.count == agency.agency.people)
            #expect(Set(agency.posts.values("nipBaru").map { $0[...] }) == nips)
            #expect(nips.isSuperset(of: agency.ratings.values("nip").map { $0[...] }))
            #expect(nips.isSuperset(of: agency.assessments.values("NIP").map { $0[...] }))
            for table in [agency.awards, agency.duties, agency.training, agency.discipline, agency.competencies] {
                #expect(nips.isSuperset(of: table.values("nip").map { $0[...] }))
                #expect(table.rows.allSatisfy { $0.fields.count == table.header.count })
            }
            let head = try #require(agency.posts.rows.first)
            #expect(head["nipBaru"] != nil && head["unorIndukId"] == nil && head["jenisJabatan"] == "1")
        }
    }
}
