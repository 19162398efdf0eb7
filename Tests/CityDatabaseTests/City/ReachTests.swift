import Personnel
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// The city or one agency gives the same rows, read by the narrowest principal.
@Suite("Reach", .timeLimit(.minutes(20)))
struct ReachTests {
    /// Two agencies with ratings by raters, people without one, placements, a login each, and a person who has moved.
    private struct Stage {
        let city: TestCity
        let agencies: [Agency]
        let cycle: Cycle
        let day: CivilDate

        static func make() async throws -> Stage {
            let stage = try await AppraisalStage.make(rated: false)
            for (index, agency) in stage.agencies.enumerated() {
                let raters = [2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3]
                    .map { ($0.key + index * 100, $0.value + index * 100) }
                try await stage.city.importLines(
                    .ratings,
                    SampleFile.ratingsHeader,
                    raters.map { person, rater in
                        let result = person % 3 + 1
                        return "2026,2,Triwulan III,\(SampleFile.nip(person)),,\(result),,2,,\(SampleFile.nip(rater))"
                    },
                    to: agency
                )
                try await stage.city.importLines(
                    .assessments,
                    SampleFile.assessmentsHeader,
                    raters.map { SampleFile.assessment($0.0, "85", "\(90 - index)") },
                    to: agency
                )
                _ = try await AgencyLogins(stage.city.database)
                    .add("desk", to: agency.code, .password, validThrough: nil, connectionLimit: 3)
            }
            try await stage.run(through: .place)
            try await stage.appraisals.rateOrganisation(.baik, unit: nil, documentNumber: nil)
            try await stage.moveToTheOther(on: "2026-11-01")
            return Stage(
                city: stage.city,
                agencies: stage.agencies,
                cycle: try await Cycles(stage.city.database).find(stage.code),
                day: try #require(CivilDate(iso: "2026-11-15"))
            )
        }

        func answer(
            _ reading: ReachReading,
            in reach: Reach,
            _ city: CityDatabase? = nil
        ) async throws -> ReachReading.Answer {
            try await reading.answer(city ?? self.city.database, cycle, on: day, in: reach)
        }
    }

    private static let stage = Task { try await Stage.make() }

    @Test("an agency's rows are the city's rows that belong to it", arguments: ReachReading.allCases)
    func sameRows(_ reading: ReachReading) async throws {
        let stage = try await Self.stage.value
        let whole = try await stage.answer(reading, in: .city)
        #expect(!whole.isEmpty)
        var rows: [AgencyCode: [String]] = [:]
        var counts: [String: Int] = [:]
        for agency in stage.agencies {
            let own = try await stage.answer(reading, in: .agency(agency))
            #expect(own.rows.keys.allSatisfy { $0 == agency.code })
            rows.merge(own.rows) { first, _ in first }
            counts.merge(own.counts, uniquingKeysWith: +)
        }
        #expect(rows == whole.rows)
        #expect(counts.filter { $0.value > 0 } == whole.counts.filter { $0.value > 0 })
    }

    @Test("a login without the personnel agency's role reads its agency's rows", arguments: ReachReading.allCases)
    func ownRole(_ reading: ReachReading) async throws {
        let stage = try await Self.stage.value
        let database = Database(ConnectionOptions(uri: stage.city.uri(user: "medan_daemon")))
        defer { database.close() }
        let city = CityDatabase(.medan, database)
        for agency in stage.agencies {
            guard reading.isAgencysOwn else {
                let error = await #expect(throws: PostgresError.self) {
                    try await stage.answer(reading, in: .agency(agency), city)
                }
                #expect(error?.sqlState == .insufficientPrivilege)
                continue
            }
            let own = try await stage.answer(reading, in: .agency(agency), city)
            #expect(try await own == stage.answer(reading, in: .agency(agency)))
        }
    }

    @Test("the personnel agency reads an agency that is shut off, and nothing of it is missing")
    func suspended() async throws {
        let stage = try await Stage.make()
        let agencies = Agencies(stage.city.database)
        var before: [ReachReading: ReachReading.Answer] = [:]
        for reading in ReachReading.allCases {
            before[reading] = try await stage.answer(reading, in: .agency(stage.agencies[0]))
        }
        _ = try await agencies.suspend(stage.agencies[0].code)
        let reach = try await agencies.reach(stage.agencies[0].code)
        #expect(reach.principal == .personnel && reach.agency?.state == .suspended)
        for reading in ReachReading.allCases {
            #expect(try await stage.answer(reading, in: reach) == before[reading], "\(reading)")
        }
    }

    @Test("a code is looked up, and the condition is an equality with the key")
    func condition() async throws {
        let stage = try await Self.stage.value
        let agencies = Agencies(stage.city.database)
        #expect(try await agencies.reach(nil) == .city)
        let reach = try await agencies.reach(stage.agencies[1].code)
        #expect(reach == .agency(stage.agencies[1]) && reach.principal == .agency(stage.agencies[1].id))
        #expect(Reach.city.principal == .personnel)
        #expect(reach.condition("t.agency_id").statementText == "t.agency_id = $1")
        #expect(Reach.city.condition("t.agency_id").statementText == "true")
        #expect(stage.agencies.map { reach.contains($0.id) } == [false, true])
        #expect(stage.agencies.allSatisfy { Reach.city.contains($0.id) })
        let unknown = try #require(AgencyCode("nowhere"))
        await #expect(throws: CityError.self) { try await agencies.reach(unknown) }
    }
}
