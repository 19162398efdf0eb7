import CityDatabase
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import Synchronization
import TestSupport
import Testing

/// One agency of many misbehaves while a cycle runs: only this agency is delayed. `MUTASI_FAULT_AGENCIES` is the number
/// of agencies (6).
@Suite("Fault: a hostile agency", .timeLimit(.minutes(20)))
struct HostileAgencyTests {
    private static let login = "medan_agency_1_desk"
    private static let agencies =
        ProcessInfo.processInfo.environment["MUTASI_FAULT_AGENCIES"].flatMap { Int($0) } ?? 6

    /// A login that needs no password here, and that the city lists, with the limits that all logins have.
    private func addLogin(_ server: ScratchServer, _ database: String, agency: Int = 1) async throws {
        let admin = Database(ConnectionOptions(uri: server.uri(database: database, user: "medan_admin")))
        defer { admin.close() }
        let city = CityDatabase(.medan, admin)
        _ = try await AgencyLogins(city)
            .add(
                "desk",
                to: #require(AgencyCode("dinas-\(agency)")),
                .password,
                validThrough: nil,
                connectionLimit: 100
            )
    }

    /// Everything that the others have to do is done, whatever the first agency has left.
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

    @Test("whatever it does, the others end their cycle beside it, and its own cycle ends when it stops")
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
        // Only this one is waited for, and the session that holds it up is named.
        #expect(late.withLock { $0.allSatisfy { $0.hasPrefix("1 ") } }, "\(way)")
        if [.uncommittedRating, .sleepBesideRating, .allConnections, .stalledCopy].contains(way) {
            #expect(
                late.withLock { $0.contains { $0.contains("\(Self.login) since ") } },
                "\(way): \(late.withLock { $0 })"
            )
        }
    }

    @Test(
        "a session that lifts its limits and takes a thousand locks, or stays open too long, is ended, and no other is"
    )
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

    @Test("if two agencies work while the queue of notifications fills, the one that keeps it is ended, not the other")
    func notifications() async throws {
        try await ScratchServer.with { server in
            let copy = try await FaultCity(server, people: 40, agencies: 2).copy("flood")
            for agency in 1...2 { try await addLogin(server, copy.name, agency: agency) }
            let listener = try await HostileSession.begin(.listenAndStay, on: copy, login: Self.login)
            // The innocent one goes from one short transaction to the next, and is in one of them at every look.
            let innocent = Database(
                ConnectionOptions(uri: copy.uri("medan_agency_2_desk")),
                limits: PoolLimits(maximum: 1)
            )
            let (isOver, works) = (Tally(), Tally())
            let work = Task {
                while isOver.count == 0 {
                    try await innocent.transaction(as: HostileSession.scope) { tx in
                        try tx.execute("select count(*), pg_sleep(0.05) from own_person")
                    }
                    works.add()
                }
            }
            let flood = Database(ConnectionOptions(uri: copy.uri(Self.login)))
            while try await copy.psql("select pg_notification_queue_usage() > 0.05") == "f\n" {
                try await flood.transaction(as: HostileSession.scope) { tx in
                    try tx.execute(
                        "select count(pg_notify('flood', repeat('x', 7900) || n)) from generate_series(1, 5000) n"
                    )
                }
            }
            flood.close()
            let database = Database(ConnectionOptions(uri: copy.uri("medan_daemon")))
            let sessions = AgencySessions(CityDatabase(.medan, database))
            let before = works.count
            let ended = try await sessions.endExcessive()
            #expect(ended.map(\.login) == [Self.login] && ended.map(\.reason) == ["the queue of notifications grows"])
            #expect(try await sessions.endExcessive().isEmpty)
            while works.count < before + 3 { try await Task.sleep(for: .milliseconds(5)) }
            isOver.add()
            try await work.value
            #expect(try await copy.psql("select pg_notification_queue_usage() < 0.01") == "t\n")
            await listener.end()
            innocent.close()
            database.close()
        }
    }

    @Test(
        "beside its locks a move and an import of its own people end or give way, and those of others go on",
        arguments: [Misbehaviour.uncommittedRating, .sleepBesideRating, .tableLock, .manySavepoints, .stalledCopy]
    )
    func locks(_ way: Misbehaviour) async throws {
        try await ScratchServer.with { server in
            let copy = try await FaultCity(server, people: 40, agencies: 4).copy("locks")
            try await addLogin(server, copy.name)
            let session = try await HostileSession.begin(way, on: copy, login: Self.login)
            async let moved = move(from: 1, to: 2, copy)
            async let imported = importPeople(1, copy)
            let ends = try await [moved, imported]
            #expect(ends.allSatisfy { [0, 75].contains($0) }, "\(ends)")
            // A transaction that has given way holds nothing, and running work does not hold the others up.
            let held = """
                select count(*) from pg_locks l join pg_stat_activity a using (pid)
                where a.usename = 'medan_admin' and l.locktype <> 'virtualxid'
                """
            #expect(try await copy.psql(held) == "0\n")
            #expect(try await move(from: 3, to: 4, copy) == 0)
            #expect(try await importPeople(3, copy) == 0)
            #expect(
                try await copy.psql("select count(*) > 0 from agency_transactions(1)") == "t\n",
                "it misbehaves all the while"
            )
            await session.end()
            #expect(try await move(from: 1, to: 4, copy) == 0)
            #expect(try await importPeople(1, copy) == 0)
        }
    }

    /// Moves the first person of an agency to a post of another; returns a program's exit status for it.
    private func move(from: Int, to: Int, _ copy: FaultCityCopy) async throws -> Int32 {
        let admin = Database(ConnectionOptions(uri: copy.uri("medan_admin")))
        defer { admin.close() }
        let nip = try await copy.psql("select nip from person where agency_id = \(from) order by person_id limit 1")
        let post = try await copy.psql("select post_id from post where agency_id = \(to)")
        let day = CivilDate(daysSince2000: 9_800)
        do {
            try await Moves(CityDatabase(.medan, admin))
                .carryOut(
                    Move(
                        nip: NIP(String(nip.dropLast())),
                        from: #require(AgencyCode("dinas-\(from)")),
                        to: #require(AgencyCode("dinas-\(to)")),
                        postID: #require(Int64(post.dropLast())),
                        day: day,
                        decreeNumber: "SK/1",
                        decreeDate: day
                    )
                )
            return 0
        } catch let error as PostgresError where error.remedy == .again {
            return 75
        } catch let error as CityError where error.kind == .busy {
            return 75
        }
    }

    private func importPeople(_ agency: Int, _ copy: FaultCityCopy) async throws -> Int32 {
        let folder = try ScratchDirectory()
        let lines = [SampleFile.peopleHeader] + (1...20).map { SampleFile.person(agency * 20 + $0) }
        let file = try folder.write("people.csv", lines.joined(separator: "\n") + "\n")
        let result = try await Program.built("mutasi")
            .run(
                ["import", "people", file, "--agency", "dinas-\(agency)"],
                environment: ["MUTASI_DATABASE": copy.uri("medan_admin")]
            )
        if result.status != 0 {
            #expect(result.standardError.contains("nothing was changed"), "\(result.standardError)")
        }
        return result.status
    }
}
