import Personnel
import Population
import TestSupport
import Testing

/// Three years of quarters.
@Suite("The ratings of many cycles")
struct RatingsHistoryTests {
    private static let quarters = [
        "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1",
        "2026-Q2", "2026-Q3",
    ]
    .compactMap { CycleCode($0) }

    private static let population = Population(people: 4_000, seed: 1, asOf: CivilDate(daysSince2000: 9_784))

    private struct Agency: Sendable {
        let agency: GeneratedAgency
        let people: [Table.Row]
        let ratings: [CycleCode: [Table.Row]]

        /// Of several cycles.
        func ratings(_ cycles: some Sequence<CycleCode>) -> [Table.Row] { cycles.flatMap { ratings[$0] ?? [] } }
    }

    // On a thread of its own, as City.medan.
    private static let made = Task {
        try await BlockingWork.run {
            try population.agencies
                .map { agency in
                    let files = population.files(for: agency, cycles: quarters)
                    return Agency(
                        agency: agency,
                        people: try Table(files.people).rows,
                        ratings: Dictionary(grouping: try Table(files.ratings).rows) { cycle(of: $0) }
                    )
                }
        }
    }

    private static func cycle(of row: Table.Row) -> CycleCode {
        let year = row["tahun"].flatMap { Int($0) } ?? 0
        guard let cycle = CycleCode(siasnYear: year, periodName: row["periodikNama"]) else {
            preconditionFailure("a row without a cycle")
        }
        return cycle
    }

    private var agencies: [Agency] { get async throws { try await Self.made.value } }

    @Test("are each cycle's own, one after the other, whatever cycles stand beside it")
    func concatenated() throws {
        let population = Self.population
        let agency = try #require(population.agencies.max { $0.people < $1.people })
        let cycles = Array(Self.quarters.suffix(3))
        let together = population.files(for: agency, cycles: cycles)
        let alone = cycles.map { population.files(for: agency, cycle: $0) }
        let header = try #require(together.ratings.split(separator: "\n").first)
        let rows = alone.map { $0.ratings.dropFirst(header.utf8.count + 1) }
        #expect(together.ratings == "\(header)\n" + rows.joined())
        for files in alone {
            #expect(files.people == together.people && files.posts == together.posts)
            #expect(files.assessments == together.assessments && files.duties == together.duties)
        }
        #expect(population.files(for: agency, cycles: []).ratings == "\(header)\n")
    }

    @Test("are nobody's and no rater's before the appointment")
    func appointed() async throws {
        var (newcomers, raters) = (0, Set<String>())
        for agency in try await agencies {
            let appointed = Dictionary(
                uniqueKeysWithValues: agency.people.map {
                    (String(($0["nip_baru"] ?? "").dropFirst()), $0["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
                }
            )
            for (cycle, rows) in agency.ratings {
                for row in rows {
                    let since = try #require(appointed[row["nip"] ?? ""] ?? nil)
                    #expect(since <= cycle.last)
                    guard let rater = row["penilaiNipNrp"] else { continue }
                    #expect(try #require(appointed[rater] ?? nil) <= cycle.last)
                    raters.insert(rater)
                }
            }
            newcomers += appointed.values.count { $0.map { $0 > Self.quarters[0].last } ?? false }
        }
        #expect(newcomers > 50 && raters.count > 100)
    }

    @Test("cover 85 in a hundred at first and 96 at last, ever more")
    func coverage() async throws {
        let agencies = try await agencies
        let appointed = agencies.flatMap(\.people).compactMap { $0["tmt_cpns"].flatMap { CivilDate(siasn: $0) } }
        #expect(appointed.count == 4_000)
        let shares = Self.quarters.map { cycle in
            let rated = agencies.reduce(0) { $0 + $1.ratings([cycle]).count }
            return Double(rated) / Double(appointed.count { $0 <= cycle.last })
        }
        #expect(shares[0].isNear(0.85, within: 0.015) && shares[11].isNear(0.96, within: 0.01))
        #expect(zip(shares, shares.dropFirst(3)).allSatisfy { $0 < $1 })
    }

    @Test("of one person resemble each other, the more the nearer they are")
    func persistence() async throws {
        let agencies = try await agencies
        let near = persistence(agencies, Self.quarters[10], Self.quarters[11])
        let far = persistence(agencies, Self.quarters[0], Self.quarters[11])
        #expect((0.35...0.7).contains(near), "\(near)")
        #expect((0.15...0.5).contains(far) && far < near - 0.05, "\(far)")
    }

    @Test("have grown better in some agencies, and not in others")
    func improvement() async throws {
        func excellent(_ agency: Agency, _ cycles: ArraySlice<CycleCode>) -> Double {
            share(of: agency.ratings(cycles)) { $0["kuadranKinerjaNilai"] == "1" }
        }
        let gains = try await agencies.filter { $0.agency.people >= 50 }
            .map { excellent($0, Self.quarters[8...]) - excellent($0, Self.quarters[..<4]) }
        #expect(share(of: gains) { $0 > 0.04 } > 0.1)
        #expect(share(of: gains) { $0 < 0.02 } > 0.3)
    }

    @Test("betray a few raters who are severe or lenient")
    func leanings() async throws {
        // A rater's mean less that of the agency, in ratings; of those who rated enough for chance to even out.
        let deviations = try await agencies.flatMap { agency in
            let ratings = agency.ratings(Self.quarters)
            let usual = mean(ratings.map(value))
            return Dictionary(grouping: ratings) { $0["penilaiNipNrp"] ?? "" }.values
                .filter { $0.count >= 100 }
                .map { mean($0.map(value)) - usual }
        }
        #expect(deviations.count > 50)
        #expect(deviations.contains { $0 > 0.35 } && deviations.contains { $0 < -0.2 })
        #expect(share(of: deviations) { abs($0) < 0.2 } > 0.7)
    }

    private func value(_ row: Table.Row) -> Double { row["kuadranKinerjaNilai"].flatMap { Double($0) } ?? 0 }

    /// Over the people who were rated in both cycles.
    private func persistence(_ agencies: [Agency], _ one: CycleCode, _ other: CycleCode) -> Double {
        func values(_ cycle: CycleCode) -> [String: Double] {
            Dictionary(
                uniqueKeysWithValues: agencies.flatMap { $0.ratings([cycle]) }.map { ($0["nip"] ?? "", value($0)) }
            )
        }
        let others = values(other)
        let pairs = values(one).compactMap { nip, value in others[nip].map { (value, $0) } }
        return correlation(pairs.map(\.0), pairs.map(\.1))
    }
}
