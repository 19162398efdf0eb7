import CityDatabase
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import Synchronization
import TestSupport
import Testing

/// One agency of many misbehaves while a cycle runs: it is delayed, and nobody else. `MUTASI_FAULT_AGENCIES` says of how many
/// (6).
@Suite("Fault: a hostile agency", .timeLimit(.minutes(20)))
struct HostileAgencyTests {
    private static let login = "medan_agency_1_desk"
    private static let agencies =
        ProcessInfo.processInfo.environment["MUTASI_FAULT_AGENCIES"].flatMap { Int($0) } ?? 6

    /// A login that needs no password here, and that the city lists, with the limits that all logins have.
    private func addLogin(_ server: ScratchServer, _ database: String) async throws {
        let admin = Database(ConnectionOptions(uri: server.uri(database: database, user: "medan_admin")))
        defer { admin.close() }
        let city = CityDatabase(.medan, admin)
        _ = try await AgencyLogins(city)
            .add("desk", to: #require(AgencyCode("dinas-1")), .password, validThrough: nil, connectionLimit: 100)
    }

    /// All that the others have to do is done, whatever the first agency has left.
    private static let othersAreDone = """
        select not exists (
            select from run r cross join agency a
            where a.agency_id <> 1 and not exists (
                select from run_chunk c
                where c.run_id = r.run_id and c.agency_id = a.agency_id and c.state = 'done'
            )
            or exists (
                select from run_chunk c
                where c.run_id = r.run_id and c.agency_id = a.agency_id and c.agency_id <> 1
                    and c.state not in ('done', 'split')
            )
        )
        """

    @Test("whatever it does, the others end their cycle beside it, and its own is ended when it stops")
    func tenWays() async throws {
        try await ScratchServer.with(settings: ["max_connections": "250"]) { server in
            let city = try await FaultCity(server, people: 10 * Self.agencies, agencies: Self.agencies)
            let expected = try await city.undisturbed()
            let first = try await city.copy("login")
            try await addLogin(server, first.name)
            var copies: [(Misbehaviour, FaultCityCopy)] = []
            for way in Misbehaviour.allCases { copies.append((way, try await city.copy(way.rawValue))) }
            try await withThrowingTaskGroup { group in
                for (way, copy) in copies {
                    group.addTask { try await self.misbehave(way, on: copy, expected) }
                }
                try await group.waitForAll()
            }
        }
    }

    private func misbehave(_ way: Misbehaviour, on copy: FaultCityCopy, _ expected: String) async throws {
        let session = try await HostileSession.begin(way, on: copy, login: Self.login)
        let late = Mutex<Set<String>>([])
        let work = Task {
            try await copy.work { event in
                if case .late(let chunk, let reason) = event {
                    late.withLock { _ = $0.insert("\(chunk.agency) \(reason)") }
                }
            }
        }
        while try await copy.psql(Self.othersAreDone) != "t\n" {
            try await Task.sleep(for: .milliseconds(20))
        }
        await session.end()
        try await work.value
        #expect(try await copy.isDone(), "\(way)")
        #expect(try await copy.digest() == expected, "\(way)")
        // Only the one is waited for, and it is said who holds it up.
        #expect(late.withLock { $0.allSatisfy { $0.hasPrefix("1 ") } }, "\(way)")
        if [.uncommittedRating, .sleepBesideRating, .allConnections, .stalledCopy].contains(way) {
            #expect(
                late.withLock { $0.contains { $0.contains("\(Self.login) since ") } },
                "\(way): \(late.withLock { $0 })"
            )
        }
    }

    @Test("a session that lifts its limits and takes a thousand locks, or stays open too long, is ended, and no other")
    func warden() async throws {
        try await ScratchServer.with { server in
            let city = try await FaultCity(server, people: 40, agencies: 2)
            let copy = try await city.copy("warden")
            try await addLogin(server, copy.name)
            let database = Database(ConnectionOptions(uri: copy.uri("medan_daemon")))
            let sessions = AgencySessions(CityDatabase(.medan, database))
            let quiet = try await HostileSession.begin(.forgottenSnapshot, on: copy, login: Self.login)
            #expect(try await sessions.endExcessive().isEmpty)
            let greedy = try await HostileSession.begin(.manySavepoints, on: copy, login: Self.login)
            let ended = try await sessions.endExcessive()
            #expect(ended.map(\.login) == [Self.login] && ended.map(\.reason) == ["more than 1,000 locks"])
            await greedy.end()
            #expect(try await sessions.endExcessive().isEmpty)
            _ = try await copy.psql("select pg_terminate_backend(pid) from agency_transactions(1)")
            await quiet.end()
            database.close()
        }
    }
}
