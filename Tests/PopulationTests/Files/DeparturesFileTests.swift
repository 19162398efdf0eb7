import Personnel
import Population
import TestSupport
import Testing

@Suite("The files of a city that people leave")
struct DeparturesFileTests {
    /// As the demo has it.
    private static let (asOf, last) = ("2026-06-30", "2026-10-01")

    // On a thread of its own: the tests' few threads would wait for the one that generates.
    private static let made = Task {
        try await BlockingWork.run { try City(people: 15_000, asOf: asOf, until: last) }
    }

    private struct Leaver {
        let agency: City.Agency
        let person: Table.Row
        let post: Table.Row
        let cause: String
        let day: CivilDate
        let signed: CivilDate
    }

    private static func day(_ row: Table.Row, _ column: String) throws -> CivilDate {
        try #require(row[column].flatMap { CivilDate(siasn: $0) })
    }

    private static func leavers(of city: City) throws -> [Leaver] {
        try city.agencies.flatMap { agency in
            try agency.departures.rows.map { row in
                let nip = try #require(row["nipBaru"])
                return Leaver(
                    agency: agency,
                    person: try #require(agency.people.rows.first { $0["nip_baru"] == "'" + nip }),
                    post: try #require(agency.posts.rows.first { $0["nipBaru"] == nip }),
                    cause: try #require(row["kedudukanHukumPns"]),
                    day: try day(row, "tmtPensiun"),
                    signed: try day(row, "skTanggal")
                )
            }
        }
    }

    @Test("name each leaver once, of those who serve, with a day in the time that they tell of")
    func serving() async throws {
        let leavers = try Self.leavers(of: try await Self.made.value)
        let (asOf, last) = (try #require(CivilDate(iso: Self.asOf)), try #require(CivilDate(iso: Self.last)))
        #expect(Set(leavers.map { $0.person["nip_baru"] }).count == leavers.count)
        for leaver in leavers {
            #expect(asOf < leaver.day && leaver.day <= last && leaver.signed <= last)
            #expect(leaver.cause == "Meninggal Dunia" ? leaver.signed > leaver.day : leaver.signed < leaver.day)
            #expect(try Self.day(leaver.person, "tmt_cpns") < leaver.day)
        }
    }

    @Test("retire those who reach the age of their post, on the first of the next month, and nobody else of that age")
    func retirement() async throws {
        let city = try await Self.made.value
        let leavers = try Self.leavers(of: city)
        let retired = leavers.filter { $0.cause == "Mencapai BUP" }
        #expect((60...300).contains(retired.count), "\(retired.count)")
        for leaver in retired {
            let birth = try Self.day(leaver.person, "tanggal_lahir")
            let age = (birth + -1).completedYears(until: leaver.day + -1)
            #expect([58, 60, 65].contains(age) && leaver.day.day == 1)
            #expect(birth.adding(months: 12 * age) >= leaver.day.adding(months: -1))
        }
        let gone = Set(leavers.map { $0.person["nip_baru"] })
        let last = try #require(CivilDate(iso: Self.last))
        for post in city.rows(\.posts)
        where post["jenisJabatan"] == "4" && !gone.contains("'" + (post["nipBaru"] ?? "")) {
            let nip = try NIP(try #require(post["nipBaru"]))
            #expect(nip.birthDate.adding(months: 12 * 58) >= last.adding(months: -1), "an executor past 58 stays")
        }
    }

    @Test("hold deaths, resignations and early pensions, the last of heads with 45 years of age and 20 of service")
    func others() async throws {
        let leavers = try Self.leavers(of: try await Self.made.value)
        let causes = Dictionary(grouping: leavers, by: \.cause)
        #expect((3...40).contains(causes["Meninggal Dunia"]?.count ?? 0))
        #expect((3...40).contains(causes["Mengundurkan Diri"]?.count ?? 0))
        let early = try #require(causes["Pemberhentian dengan hak pensiun"])
        #expect((5...80).contains(early.count), "\(early.count)")
        for leaver in early {
            #expect(leaver.post["jenisJabatan"] == "1" && leaver.day.day == 1)
            #expect(leaver.post["unorIndukId"] != nil || leaver.post["namaJabatan"] == "Kepala Dinas Kesehatan")
            #expect(try Self.day(leaver.person, "tanggal_lahir").completedYears(until: leaver.day) >= 45)
            #expect(try Self.day(leaver.person, "tmt_cpns").completedYears(until: leaver.day) >= 20)
        }
    }

    @Test("let holders of other structural posts act for heads who left, each in one, and leave seats vacant")
    func acting() async throws {
        let city = try await Self.made.value
        let leavers = try Self.leavers(of: city).filter { $0.post["jenisJabatan"] == "1" }
        let acting = city.rows(\.acting)
        #expect(Set(acting.map { $0["nipBaru"] }).count == acting.count, "nobody acts in two")
        #expect(Set(acting.map { [$0["unorId"], $0["namaJabatan"]] }).count == acting.count, "nor do two in one")
        #expect(
            share(
                of: leavers,
                where: { leaver in
                    acting.contains {
                        $0["unorId"] == leaver.post["unorId"] && $0["namaJabatan"] == leaver.post["namaJabatan"]
                    }
                }
            )
            .isNear(0.7, within: 0.25)
        )
        for agency in city.agencies {
            #expect(agency.acting.header == agency.posts.header)
            let gone = Set(agency.departures.values("nipBaru"))
            for row in agency.acting.rows {
                let nip = try #require(row["nipBaru"])
                #expect(!gone.contains(nip) && row["jenisPenugasanId"] == "PLT")
                let own = try #require(agency.posts.rows.first { $0["nipBaru"] == nip })
                let former = try #require(
                    leavers.first { $0.post["unorId"] == row["unorId"] && $0.post["namaJabatan"] == row["namaJabatan"] }
                )
                #expect(try Self.day(row, "tmtJabatan") == former.day)
                let tier = try #require(row["eselonId"].flatMap { Int($0) }) / 10
                if let own = own["eselonId"].flatMap({ Int($0) }) {
                    #expect(own / 10 == tier || own / 10 == tier + 1)
                } else {
                    let title = try #require(own["namaJabatan"])
                    #expect(title.hasSuffix("Ahli Madya") || (tier == 4 && title.hasSuffix("Ahli Muda")))
                }
            }
        }
    }

    @Test("rate nobody who has left, and let nobody rate who has")
    func ratings() async throws {
        for agency in try await Self.made.value.agencies {
            let end = try #require(CivilDate(iso: "2026-09-30"))
            let gone = Set(
                try agency.departures.rows.filter { try Self.day($0, "tmtPensiun") <= end }.compactMap { $0["nipBaru"] }
            )
            #expect(gone.isDisjoint(with: agency.ratings.values("nip")))
            #expect(gone.isDisjoint(with: agency.ratings.values("penilaiNipNrp")))
        }
    }

    @Test(
        "of any size hold a death and a resignation in the largest agency, and there an acting head where it is larger",
        arguments: [150, 300, 1_200]
    )
    func largest(people: Int) throws {
        let city = try City(people: people, asOf: Self.asOf, until: Self.last)
        let agency = try #require(city.agencies.max { $0.agency.people < $1.agency.people })
        let causes = Set(agency.departures.values("kedudukanHukumPns"))
        #expect(causes.isSuperset(of: ["Meninggal Dunia", "Mengundurkan Diri"]))
        // Its head stays, and a small one has no other.
        #expect(agency.acting.rows.isEmpty == (people < 1_000))
    }

    @Test("hold one mistyped day, of a person who stays: the day and the month in the wrong order")
    func mistyped() async throws {
        let city = try await Self.made.value
        let mistyped = city.agencies.filter { $0.mistyped != nil }
        #expect(mistyped.map(\.agency.people) == [city.agencies.map(\.agency.people).max()])
        let (agency, day) = (try #require(mistyped.first), try #require(mistyped.first?.mistyped))
        let post = try #require(agency.posts.rows.first { $0["nipBaru"] == day.nip.text })
        #expect(try Self.day(post, "tmtJabatan") == day.written && post["jenisJabatan"] == "1")
        #expect((day.right.day, day.right.month) == (day.written.month, day.written.day) && day.right != day.written)
        #expect(!agency.departures.values("nipBaru").contains(day.nip.text))
    }
}
