import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres
import TestSupport

/// A batch of 500 moves over 52 agencies, checked and carried out; and a night's run of many small components by
/// `mutasid`, beside hand-written statements that make the same writes on a copy of the city.
///
/// `MUTASI_BENCH_MOVES` (20,000) changes the size of the night.
struct TransferBenchmark {
    private let moves = ProcessInfo.processInfo.environment["MUTASI_BENCH_MOVES"].flatMap { Int($0) } ?? 20_000
    private let bare = Scope(role: nil, searchPath: ["medan"])
    private let patient = TransactionOptions(timeout: .seconds(3600))
    private static let agencies = 52

    private struct Failed: Error { let words: String }

    func run() async throws {
        let server = try LocalServer.forBenchmark([
            "shared_buffers": "1GB", "jit": "off", "max_wal_size": "8GB", "checkpoint_timeout": "30min",
        ])
        defer { server.discard() }
        let (checked, carriedOut) = try await batch(server)
        print(
            "500 moves over \(Self.agencies) agencies: checked in \(checked.text(2)) s, carried out in \(carriedOut.text(2)) s"
        )
        try await fill(server, "night", cases: moves)
        _ = try await script(server, "postgres", "create database copy template night", transaction: false)
        let theirs = try await script(server, "copy", TransferStatements.text)
        let ours = try await night(server)
        print("\(moves) moves in one night: mutasid \(ours.text(2)) s, statements \(theirs.text(2)) s")
        print("worst ratio \((theirs / ours).text(2)): night")
    }

    private func batch(_ server: LocalServer) async throws -> (Double, Double) {
        try await fill(server, "batch", cases: 500)
        let admin = Database(ConnectionOptions(uri: server.uri(database: "batch", user: "medan_admin")))
        defer { admin.close() }
        let transfers = Transfers(CityDatabase(.medan, admin))
        let today = try await one(server, "batch", "select city_day(now())", as: CivilDate.self)
        var start = ContinuousClock.now
        let checked = try await transfers.check(.batch("B"), by: "bench", on: today)
        let checking = (ContinuousClock.now - start) / .seconds(1)
        guard checked.count == 500 else { throw Failed(words: "\(checked.count) cases were checked") }
        // Generated people lack what many rules ask for.
        _ = try await script(server, "batch", TransferStatements.passing)
        start = ContinuousClock.now
        let progress = try await transfers.carryOutDue(by: "bench")
        let carrying = (ContinuousClock.now - start) / .seconds(1)
        guard progress.carriedOut.count == 500 else { throw Failed(words: "\(progress.problems.prefix(2))") }
        return (checking, carrying)
    }

    /// Seconds of `mutasid`, from its start to its end.
    private func night(_ server: LocalServer) async throws -> Double {
        _ = try await script(
            server,
            "night",
            "insert into job (agency_id, kind, payload) values (0, 'carry_out_transfers', '{}')"
        )
        let uri = server.uri(database: "night", user: "medan_daemon")
        let start = ContinuousClock.now
        let result = try await Program.built("mutasid").run(["--until-idle", "--database", uri])
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let left = try await one(
            server,
            "night",
            "select count(*) from transfer_case where state <> 'effective'",
            as: Int.self
        )
        guard result.status == 0, left == 0 else {
            throw Failed(words: "\(left) left: \(result.standardError.suffix(500))")
        }
        return seconds
    }

    /// A city of 26,000 people, each with a post of their own, and announced cases: people of neighbouring posts change
    /// places, every other pair across agencies.
    private func fill(_ server: LocalServer, _ name: String, cases: Int) async throws {
        try server.createDatabase(name)
        let superuser = Database(ConnectionOptions(uri: server.uri(database: name)))
        try await Schema(CityDatabase(.medan, superuser)).create()
        let agencies = (1...Self.agencies)
            .compactMap { number in
                AgencyCode("agency-\(number)")
                    .map {
                        AgencyDefinition(code: $0, name: "Agency \(number)", shortName: "\(number)", kind: "dinas")
                    }
            }
        _ = try await Agencies(CityDatabase(.medan, superuser)).add(agencies)
        superuser.close()
        let setting = "set local session_replication_role = replica;"
        _ = try await script(server, name, setting + TransferStatements.people(agencies: Self.agencies))
        _ = try await script(server, name, setting + TransferStatements.cases(cases) + TransferStatements.passing)
        _ = try await script(server, name, "analyze")
    }

    /// Seconds of statements by the superuser.
    private func script(
        _ server: LocalServer,
        _ name: String,
        _ text: String,
        transaction: Bool = true
    ) async throws -> Double {
        let start = ContinuousClock.now
        if transaction {
            let database = Database(ConnectionOptions(uri: server.uri(database: name)))
            defer { database.close() }
            let script = SQLScript(name: "bench", uncheckedText: text)
            try await database.transaction(as: bare, options: patient) { tx in try tx.run(script) }
        } else {
            let result = try await Program(path: "/usr/bin/psql")
                .run(["-X", "-q", "-d", server.uri(database: name), "-c", text])
            guard result.status == 0 else { throw Failed(words: result.standardError) }
        }
        return (ContinuousClock.now - start) / .seconds(1)
    }

    private func one<Output: PostgresDecodable & Sendable>(
        _ server: LocalServer,
        _ name: String,
        _ sql: SQL,
        as type: Output.Type
    ) async throws -> Output {
        let database = Database(ConnectionOptions(uri: server.uri(database: name)))
        defer { database.close() }
        return try await database.transaction(as: bare) { tx in try tx.one(sql, as: type) }
    }
}
