import CityDatabase
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import TestSupport
import Testing

/// A city whose one cycle is due in all its phases, on a server of the test's own: one copy runs undisturbed, and any
/// number of copies suffer faults.
struct FaultCity: Sendable {
    let server: ScratchServer
    let people: Int
    let agencies: Int
    static let cycle = "2026-Q3"
    private static let original = "original"

    /// Sets the city up; its cycle has not begun.
    /// - Parameter more: statements for other things that each copy needs, run as the superuser.
    init(_ server: ScratchServer, people: Int, agencies: Int, more: String = "") async throws {
        (self.server, self.people, self.agencies) = (server, people, agencies)
        try await server.run("create database \(Self.original)")
        let superuser = Database(ConnectionOptions(uri: server.uri(database: Self.original)))
        try await Schema(CityDatabase(.medan, superuser)).create()
        let admin = Database(ConnectionOptions(uri: server.uri(database: Self.original, user: "medan_admin")))
        let definitions = (1...agencies).compactMap { AgencyCode("dinas-\($0)") }
            .map { AgencyDefinition(code: $0, name: "Dinas", shortName: "Dinas", kind: "dinas") }
        _ = try await Agencies(CityDatabase(.medan, admin)).add(definitions)
        let code = try #require(CycleCode(Self.cycle))
        _ = try await CycleRuns(.medan, admin).add(code, CycleCalendar(code))
        try await SyntheticCity(people: people, agencies: agencies, cycle: Self.cycle).fill(superuser, city: .medan)
        superuser.close()
        admin.close()
        let last = "set search_path to medan, pg_temp; update run set intended_at = now(); \(more)"
        try await server.run(last, database: Self.original)
    }

    /// Another copy of it, by its database's name.
    func copy(_ name: String) async throws -> FaultCityCopy {
        try await server.run("create database \"\(name)\" template \(Self.original)")
        try await server.run(TestServer.privileges(of: Self.original), database: name)
        return FaultCityCopy(server: server, name: name)
    }

    /// The rows that the cycle leaves without a fault.
    func undisturbed() async throws -> String {
        let copy = try await copy("undisturbed")
        try await copy.work()
        return try await copy.digest()
    }
}

/// One copy of the city.
struct FaultCityCopy: Sendable {
    let server: ScratchServer
    let name: String

    func uri(_ user: String) -> String { server.uri(database: name, user: user) }

    /// The output of `psql` as the superuser.
    @discardableResult
    func psql(_ statement: String) async throws -> String {
        try await server.run("set search_path to medan, pg_temp; \(statement)", database: name)
    }

    /// A worker in this process, like the daemon, until nothing is left to do.
    func work(observe: @escaping @Sendable (Worker.Event) -> Void = { _ in }) async throws {
        let database = Database(ConnectionOptions(uri: uri("medan_daemon")))
        defer { database.close() }
        try await CityWorker(.medan, database)
            .worker(Worker.Options(name: "test", chunkSize: 100), jobs: CityWorker.jobs, observe: observe)
            .run(untilIdle: true)
    }

    /// One line for each table that the cycle fills.
    func digest() async throws -> String { try await psql(CycleTables.digest) }

    /// Whether all steps are done.
    func isDone() async throws -> Bool {
        try await psql("select bool_and(state = 'done') from run") == "t\n"
    }
}
