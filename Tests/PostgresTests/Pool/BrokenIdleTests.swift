import LocalServer
import TestSupport
import Testing

@testable import Postgres

/// What became of a connection while it lay idle, seen by the first statement of the next transaction.
@Suite("Broken while idle", .timeLimit(.minutes(20)))
struct BrokenIdleTests {
    private func database(_ uri: String, stale: Bool = true) -> Database {
        var options = ConnectionOptions(uri: uri, applicationName: "broken idle")
        options.staleAfter = stale ? .zero : .seconds(3600)
        return Database(options, limits: PoolLimits(maximum: 1))
    }

    @Test("without a word, it is replaced before the first statement, savepoints and scope included")
    func replaced() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = database(proxy.uri())
            let pid = try await database.pid()
            let armed = proxy.arm(.cutBeforeSend, when: .text("planted"))
            let runs = Tally()
            let scope = Scope(role: nil, settings: [.init("broken.idle", 7)])
            let (word, setting) = try await database.transaction(as: scope) { tx in
                runs.add()
                return try await tx.savepoint { part in
                    let word = try part.one("select \("planted")", as: String.self)
                    return (word, try part.one("select current_setting('broken.idle')", as: String.self))
                }
            }
            #expect(word == "planted" && setting == "7" && runs.count == 1 && armed.count == 1)
            #expect(try await database.pid() != pid)
            #expect(proxy.connections == 2 && database.statistics.closed == [.broken: 1])
            database.close()
        }
    }

    @Test("a batch whose plan a change of schema made stale meanwhile heals, too")
    func staleBatch() async throws {
        let database = database(TestServer.shared.server.uri())
        @Sendable func read() async throws -> [Int] {
            try await database.transaction(as: .login) { tx in
                try tx.one(each: 1...3, as: Int.self) { "select b from stale_batch where a = \($0)" }
            }
        }
        let superuser = TestServer.shared.superuser(limit: 1)
        try await superuser.transaction(as: .login) { tx in
            try tx.execute("create table stale_batch (a int, b int)")
            try tx.execute("insert into stale_batch select n, n from generate_series(1, 3) n")
        }
        #expect(try await read() == [1, 2, 3])
        try await superuser.transaction(as: .login) { tx in
            try tx.execute("alter table stale_batch alter column b type bigint")
        }
        #expect(try await read() == [1, 2, 3])
        superuser.close()
        database.close()
    }

    @Test("it is tried anew once only, and never after another statement, nor when it was just used")
    func notReplaced() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let twice = database(proxy.uri())
            _ = try await twice.pid()
            proxy.arm(.cutBeforeSend, when: .text("planted"))
            proxy.arm(.cutBeforeSend, when: .text("planted"))
            let second = await #expect(throws: PostgresError.self) {
                try await twice.transaction(as: .login) { tx in try tx.execute("select 'planted'") }
            }
            #expect(second?.name == "connectionLost")
            _ = try await twice.pid()
            proxy.arm(.cutBeforeSend, when: .text("planted"))
            let later = await #expect(throws: PostgresError.self) {
                try await twice.transaction(as: .login) { tx in
                    try tx.execute("select 1")
                    try tx.execute("select 'planted'")
                }
            }
            #expect(later?.name == "connectionLost")
            twice.close()
            let fresh = database(proxy.uri(), stale: false)
            _ = try await fresh.pid()
            proxy.arm(.cutBeforeSend, when: .text("planted"))
            let recent = await #expect(throws: PostgresError.self) {
                try await fresh.transaction(as: .login) { tx in try tx.execute("select 'planted'") }
            }
            #expect(recent?.name == "connectionLost")
            fresh.close()
        }
    }

    @Test("where the server said why it ended a statement, nothing is done again")
    func terminated() async throws {
        let database = database(TestServer.shared.server.uri())
        _ = try await database.pid()
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("select pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(error?.sqlState == .adminShutdown && error?.isRetryable == true)
        #expect(database.statistics.opened == 1)
        database.close()
    }
}
