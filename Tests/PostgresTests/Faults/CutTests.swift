import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: a connection is cut", .timeLimit(.minutes(20)))
struct CutTests {
    /// A sequence shows whether a statement ran, whatever became of its transaction.
    private func stage(_ name: String) async throws -> (table: Identifier, behind: Database) {
        let behind = TestServer.shared.superuser(limit: 1)
        let table = Identifier(name)
        try await behind.transaction(as: .login) { tx in
            try tx.execute("create table \(identifier: table) (n bigserial, word text)")
        }
        return (table, behind)
    }

    private func count(_ table: Identifier, _ database: Database) async throws -> Int {
        try await database.transaction(as: .login) { tx in
            try tx.one("select count(*) from \(identifier: table)", as: Int.self)
        }
    }

    private func hasRun(_ table: Identifier, _ database: Database) async throws -> Bool {
        let sequence = Identifier(table.name + "_n_seq")
        return try await database.transaction(as: .login) { tx in
            try tx.one("select is_called from \(identifier: sequence)", as: Bool.self)
        }
    }

    @Test(
        "a statement whose connection is cut is lost, may be done again, and nothing of it is kept",
        arguments: [Fault.cutBeforeSend, .cutAfterSend, .cutDuringAnswer(afterBytes: 7)],
        [false, true]
    )
    func statement(_ fault: Fault, _ isFirst: Bool) async throws {
        let (table, behind) = try await stage("cut \(fault) \(isFirst)")
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(isFirst ? proxy.uri() : proxy.networkURI())
            let pid = try await database.pid()
            let armed = proxy.arm(fault, when: .text("planted"))
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in
                    if !isFirst { try tx.execute("select 1") }
                    try tx.execute("insert into \(identifier: table) (word) values (\("planted"))")
                }
            }
            try await armed.struck()
            #expect(error?.name == "connectionLost")
            #expect(error?.isRetryable == true && error?.wasSent == true && error?.poisonsConnection == true)
            #expect(try await hasRun(table, behind) == (fault != .cutBeforeSend))
            #expect(try await count(table, behind) == 0)
            #expect(try await database.pid() != pid)
            #expect(database.statistics.open == 1 && proxy.connections == 2 && armed.count == 1)
            database.close()
        }
        behind.close()
    }

    @Test("with retries the work is done again on another connection, and once only")
    func retried() async throws {
        let (table, behind) = try await stage("cut and retried")
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let tries = Tally()
            proxy.arm(.cutBeforeSend, when: .text("planted"))
            proxy.arm(.cutAfterSend, when: .text("planted"))
            try await database.transaction(as: .login, options: TransactionOptions(retries: 3)) { tx in
                tries.add()
                try tx.execute("insert into \(identifier: table) (word) values (\("planted"))")
            }
            #expect(tries.count == 3 && proxy.connections == 3)
            #expect(try await count(table, behind) == 1)
            database.close()
        }
        behind.close()
    }

    @Test(
        "a commit that is cut has an unknown outcome, which may be either, and is never tried again",
        arguments: [(Fault.cutBeforeSend, 0), (.cutAfterSend, 1), (.cutDuringAnswer(afterBytes: 7), 1)]
    )
    func commit(_ fault: Fault, _ rows: Int) async throws {
        let (table, behind) = try await stage("cut commit \(fault)")
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let tries = Tally()
            let armed = proxy.arm(fault, when: .commit)
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login, options: TransactionOptions(retries: 3)) { tx in
                    tries.add()
                    try tx.execute("insert into \(identifier: table) (word) values ('planted')")
                }
            }
            try await armed.struck()
            #expect(error?.name == "commitOutcomeUnknown")
            #expect(error?.isRetryable == false && error?.poisonsConnection == true)
            #expect(tries.count == 1)
            #expect(try await count(table, behind) == rows)
            _ = try await database.pid()
            #expect(database.statistics.open == 1)
            database.close()
        }
        behind.close()
    }

    @Test("a stream that is cut ends in an error after the rows that came")
    func stream() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let armed = proxy.arm(.cutDuringAnswer(afterBytes: 200_000), when: .text("planted"))
            let rows = Tally()
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in
                    try tx.stream("select g, 'planted' from generate_series(1, 1000000) g") { _ in rows.add() }
                }
            }
            try await armed.struck()
            #expect(error?.name == "connectionLost" && error?.isRetryable == true)
            #expect((1..<200_000).contains(rows.count))
            _ = try await database.pid()
            database.close()
        }
    }

    @Test("a COPY that is cut leaves nothing", arguments: [Fault.cutBeforeSend, .cutDuringAnswer(afterBytes: 0)])
    func copy(_ fault: Fault) async throws {
        let (table, behind) = try await stage("cut copy \(fault)")
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let armed = proxy.arm(fault, when: .text("planted"))
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in
                    try tx.copyIn(table, columns: ["word"]) { writer in
                        for index in 0..<50_000 { try writer.row(index == 40_000 ? "planted" : "word") }
                    }
                }
            }
            try await armed.struck()
            #expect(error?.name == "connectionLost" && error?.isRetryable == true)
            #expect(try await count(table, behind) == 0)
            _ = try await database.pid()
            database.close()
        }
        behind.close()
    }

    @Test("connections that are cut while idle are replaced, and nobody notices")
    func idle() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let pid = try await database.pid()
            proxy.cutAll()
            #expect(try await database.pid() != pid)
            #expect(database.statistics.open == 1 && proxy.connections == 2)
            database.close()
        }
    }

    @Test(
        "a connection that is cut or refused while it opens is no connection, and its place is free again",
        arguments: [Fault.cutBeforeSend, .cutDuringAnswer(afterBytes: 5), .refuse]
    )
    func opening(_ fault: Fault) async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let armed = proxy.arm(fault)
            let error = await #expect(throws: PostgresError.self) { try await database.pid() }
            try await armed.struck()
            #expect(error?.name == "connectFailed")
            #expect(error?.isUnavailable == true && error?.wasSent == false)
            #expect(database.statistics.open == 0)
            proxy.heal()
            _ = try await database.pid()
            database.close()
        }
    }
}
