import CityDatabase
import CycleRuns
import Foundation
import Jobs
import LocalServer
import Personnel
import Postgres
import TestSupport
import Testing

/// `MUTASI_FAULT_KILLS` sets the number of kills.
@Suite("Fault: the worker is killed", .serialized)
struct FaultTests {
    private let kills = ProcessInfo.processInfo.environment["MUTASI_FAULT_KILLS"].flatMap { Int($0) } ?? 6
    private let daemon = Program.built("mutasid")
    private static let people = 12_000
    private static let chunkSize = 100

    private func stage() async throws -> TestCity {
        let city = try await TestCity.make()
        _ = try await city.add("dinkes", "dlh", "dishub", "dinsos")
        let code = try #require(CycleCode("2026-Q3"))
        _ = try await CycleRuns(.medan, city.database).add(code, CycleCalendar(code))
        let superuser = city.superuser
        try await SyntheticCity(people: Self.people, agencies: 4, cycle: "2026-Q3").fill(superuser, city: .medan)
        superuser.close()
        city.database.close()
        return city
    }

    private func arguments(_ city: TestCity) -> [String] {
        ["--until-idle", "--database", city.uri(user: "medan_daemon"), "--chunk-size", "\(Self.chunkSize)"]
    }

    /// The rows of all tables that the cycle fills, a line each.
    private func rows(_ city: TestCity) throws -> [String: Int] {
        var rows: [String: Int] = [:]
        for table in CycleTables.names {
            for line in try city.psql("select '\(table)', t::text from \(table) t").split(separator: "\n") {
                rows[String(line), default: 0] += 1
            }
        }
        return rows
    }

    @Test("killed in the middle of a phase, again and again, it ends with the rows of an undisturbed run")
    func killed() async throws {
        let template = try await stage()
        let undisturbed = try await TestCity.make(copying: template.name)
        let disturbed = try await TestCity.make(copying: template.name)
        #expect(try daemon.run(arguments(undisturbed)).status == 0)
        // Four agencies and the city itself, sealed at its start.
        #expect(try undisturbed.psql("select count(distinct agency_id) from audit_seal") == "5\n")

        // The chunks of four phases, of which each kill waits for a random number to be done.
        let total = try #require(
            Int(undisturbed.psql("select count(*) from run_chunk where state = 'done'").dropLast())
        )
        var random = SystemRandomNumberGenerator()
        var marks: Set<Int> = []
        while marks.count < kills { marks.insert(Int.random(in: 0..<(total * 9 / 10), using: &random)) }
        var held = 0
        for mark in marks.sorted() {
            let running = try daemon.start(arguments(disturbed))
            var done = 0
            repeat {
                done = try await disturbed.city.transaction(as: .worker) { tx in
                    try tx.one("select count(*) from run_chunk where state = 'done'", as: Int.self)
                }
            } while done <= mark && running.process.isRunning
            kill(running.process.processIdentifier, SIGKILL)
            running.process.waitUntilExit()
            #expect(running.process.terminationReason == .uncaughtSignal, "it was killed in the middle of its work")
            held += try await disturbed.city.transaction(as: .worker) { tx in
                try tx.one("select count(*) from run_chunk where state = 'running'", as: Int.self)
            }
        }
        #expect(try daemon.run(arguments(disturbed)).status == 0)

        let (expected, found) = (try rows(undisturbed), try rows(disturbed))
        let lost = expected.reduce(0) { $0 + max(0, $1.value - (found[$1.key] ?? 0)) }
        let repeated = found.reduce(0) { $0 + max(0, $1.value - (expected[$1.key] ?? 0)) }
        print("chunks in hand at the kills: \(held)")
        print("\(kills) kills, \(lost) lost, \(repeated) repeated")
        #expect(lost == 0 && repeated == 0)
        #expect(expected.values.reduce(0, +) > 3 * Self.people)
        #expect(try disturbed.psql(CycleTables.digest) == undisturbed.psql(CycleTables.digest))
        disturbed.database.close()
        undisturbed.database.close()
    }

    @Test("on SIGTERM it finishes what it has in hand, ends with 0, and the next one goes on")
    func terminated() async throws {
        let city = try await TestCity.make(copying: try await stage().name)
        let running = try daemon.start(arguments(city))
        var done = 0
        while done < 5 && running.process.isRunning {
            done = try await city.city.transaction(as: .worker) { tx in
                try tx.one("select count(*) from run_chunk where state = 'done'", as: Int.self)
            }
        }
        running.process.terminate()
        running.process.waitUntilExit()
        #expect(running.process.terminationStatus == 0)
        #expect(try city.psql("select count(*) from run_chunk where state = 'running'") == "0\n")
        #expect(try city.psql("select count(*) from worker") == "0\n")
        #expect(try daemon.run(arguments(city)).status == 0)
        #expect(try city.psql("select count(*) from talent_placement") == "\(Self.people * 24 / 25)\n")
        city.database.close()
    }

    @Test("it refuses a database without the city's schema with 78, and says what to do")
    func refused() async throws {
        let name = try await TestServer.shared.createDatabase()
        let uri = TestServer.shared.server.uri(database: name)
        let result = try daemon.run(["--until-idle", "--database", uri])
        #expect(result.status == 78)
        #expect(result.standardError.contains("mutasi db"))
    }
}
