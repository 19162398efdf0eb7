import Foundation
import LocalServer
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// A landed version's city on the suite's server, and the programs of the present on it, as its admin.
struct LandedCity: Sendable {
    let dump: LandedDump
    let data: LandedData
    private let database: String

    init(_ dump: LandedDump, _ database: String) {
        (self.dump, self.database) = (dump, database)
        data = LandedData(city: dump.city, database: database)
    }

    private func environment(_ user: String) -> [String: String] {
        [
            "MUTASI_DATABASE": TestServer.shared.server.uri(database: database, user: user), "MUTASI_CITY": dump.city,
            "MUTASI_ACTOR": "siti", "PGPASSWORD": "landed",
        ]
    }

    func run(_ words: [String]) async throws -> Program.Result {
        try await Program.built("mutasi").run(words, environment: environment("\(dump.city)_admin"))
    }

    func callAsFunction(_ words: String...) async throws -> Program.Result { try await run(words) }

    func asSuperuser(_ words: String...) async throws -> Program.Result {
        try await Program.built("mutasi").run(words, environment: environment(LocalServer.superuser))
    }

    /// Runs `db init` until it has applied something, and then stops it.
    func interruptUpgrade() async throws {
        let running = try Program.built("mutasi")
            .start(["db", "init"], environment: environment(LocalServer.superuser))
        try await BlockingWork.run {
            while running.process.isRunning, !running.errors.contents().contains(Array("applied".utf8)) {
                usleep(2_000)
            }
            if running.process.isRunning { kill(running.process.processIdentifier, SIGKILL) }
            running.process.waitUntilExit()
        }
    }

    /// Runs as the superuser, with the city first in the path, or as a login.
    func psql(_ statement: String, login: String? = nil, password: String = "") async throws -> String {
        let uri = TestServer.shared.server.uri(database: database, user: login ?? LocalServer.superuser)
        let path = login == nil ? "set search_path to \(dump.city); " : ""
        return try await TestServer.shared.psql(path + statement, uri: uri, environment: ["PGPASSWORD": password])
            .trimmingCharacters(in: .newlines)
    }

    /// Objects of the kinds that `FormerObjects` drops.
    func objects() async throws -> Set<SchemaCatalog.Object> {
        let superuser = TestServer.shared.superuser(database, limit: 1)
        defer { superuser.close() }
        let city = try #require(City(dump.city))
        let catalog = try await superuser.transaction(as: .login) { tx in try SchemaCatalog(of: city, &tx) }
        return Set(catalog.hashes.keys.filter { FormerObjects.kinds.contains($0.kind) })
    }

    /// Reads everything that the program lists, in a form for programs, and its pages and pictures.
    func readEverything() async throws {
        for words in try await CityReadings(self).commands {
            let result = try await run(words)
            let isFine = result.status == 0 || result.status == 2 && CityReadings.finds(words)
            #expect(isFine, "\(dump): \(words): \(result.status) \(result.standardOutput)\(result.standardError)")
            guard words.suffix(2) == ["--format", "json"] else { continue }
            #expect(throws: Never.self, "\(dump): \(words): \(result.standardOutput.prefix(200))") {
                try JSONSerialization.jsonObject(with: Data(result.standardOutput.utf8))
            }
        }
    }

    /// The worker works, a login from before the upgrade reads its agency, and no check finds anything afterwards.
    func goOn() async throws {
        let worker = try await Program.built("mutasid")
            .run(["--until-idle"], environment: environment(LocalServer.superuser))
        #expect(worker.status == 0, "\(dump): \(worker.standardError)")
        let login = try await self("login", "rotate", "siasn", "--agency", "dinkes")
        #expect(login.status == 0, "\(dump): \(login.standardError)")
        let password = login.standardOutput.trimmingCharacters(in: .newlines)
        let number = try await psql("select agency_id from agency where code = 'dinkes'")
        let people = try await psql(
            "select count(*) from own_person",
            login: "\(dump.city)_agency_\(number)_siasn",
            password: password
        )
        #expect(people == "18", "\(dump)")
        for words in [
            ["agency", "resume", "dlh"], ["cycle", "run", "2027-Q1", "--reason", "upgrade", "--yes"], ["db", "check"],
            ["audit", "verify"],
        ] {
            let result = try await run(words)
            #expect(result.status == 0, "\(dump): \(words): \(result.standardOutput)\(result.standardError)")
        }
    }
}
