import CityDatabase
import CityWork
import Foundation
import Jobs
import LocalServer
import Personnel
import Postgres
import TestSupport
import Testing

@Suite("Fault: the worker must end, or may not begin")
struct FaultTests {
    private let daemon = Program.built("mutasid")
    private static let people = 12_000
    private static let chunkSize = 100

    private func stage() async throws -> TestCity {
        let city = try await TestCity.make()
        _ = try await city.add("dinkes", "dlh", "dishub", "dinsos")
        let code = try #require(CycleCode("2026-Q3"))
        _ = try await CycleRuns(.medan, city.connections).add(code, CycleCalendar(code))
        let superuser = city.superuser
        try await SyntheticCity(people: Self.people, agencies: 4, cycle: "2026-Q3").fill(superuser, city: .medan)
        superuser.close()
        city.connections.close()
        return city
    }

    private func arguments(_ city: TestCity) -> [String] {
        ["--until-idle", "--database", city.uri(user: "medan_daemon"), "--chunk-size", "\(Self.chunkSize)"]
    }

    @Test("on SIGTERM it finishes its claimed work, ends with 0, and the next one goes on")
    func terminated() async throws {
        let city = try await TestCity.make(copying: try await stage().name)
        let running = try daemon.start(arguments(city))
        var done = 0
        while done < 5 && running.process.isRunning {
            done = try await city.database.transaction(as: .worker) { tx in
                try tx.one("select count(*) from run_chunk where state = 'done'", as: Int.self)
            }
        }
        running.process.terminate()
        running.process.waitUntilExit()
        #expect(running.process.terminationStatus == 0)
        #expect(try await city.psql("select count(*) from run_chunk where state = 'running'") == "0\n")
        #expect(try await city.psql("select count(*) from worker") == "0\n")
        #expect(try await daemon.run(arguments(city)).status == 0)
        #expect(try await city.psql("select count(*) from talent_placement") == "\(Self.people * 24 / 25)\n")
        city.connections.close()
    }

    @Test("it refuses a database without the city's schema with 78, and says what to do")
    func refused() async throws {
        let name = try await TestServer.shared.createDatabase()
        let uri = TestServer.shared.server.uri(database: name)
        let result = try await daemon.run(["--until-idle", "--database", uri])
        #expect(result.status == 78)
        #expect(result.standardError.contains("mutasi db"))
    }
}
