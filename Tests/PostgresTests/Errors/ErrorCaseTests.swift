import LocalServer
import Postgres
import TestSupport
import Testing

/// Every case of the error, produced for real, and what it answers.
@Suite("Every error", .timeLimit(.minutes(20)))
struct ErrorCaseTests {
    /// One for each case of `PostgresError.Kind`; `of` does not compile when one is missing.
    enum Case: String, CaseIterable {
        case server, invalidConfiguration, connectFailed, connectionLost, commitOutcomeUnknown, commitRolledBack
        case acquireTimeout, queueFull, deadlineExceeded, cancelled, decoding, encoding, rowCount, misuse, closed

        static func of(_ kind: PostgresError.Kind) -> Case {
            switch kind {
            case .server: .server
            case .invalidConfiguration: .invalidConfiguration
            case .connectFailed: .connectFailed
            case .connectionLost: .connectionLost
            case .commitOutcomeUnknown: .commitOutcomeUnknown
            case .commitRolledBack: .commitRolledBack
            case .acquireTimeout: .acquireTimeout
            case .queueFull: .queueFull
            case .deadlineExceeded: .deadlineExceeded
            case .cancelled: .cancelled
            case .decoding: .decoding
            case .encoding: .encoding
            case .rowCount: .rowCount
            case .misuse: .misuse
            case .closed: .closed
            }
        }

        /// Retryable, poisons the connection, was sent, unavailable.
        var answers: [Bool] {
            switch self {
            case .server, .commitRolledBack, .decoding, .rowCount: [false, false, true, false]
            case .invalidConfiguration: [false, true, false, false]
            case .connectFailed: [true, true, false, true]
            case .connectionLost: [true, true, true, true]
            case .commitOutcomeUnknown, .deadlineExceeded: [false, true, true, true]
            case .acquireTimeout, .queueFull: [true, false, false, true]
            case .cancelled: [false, false, true, false]
            case .encoding, .misuse: [false, false, false, false]
            case .closed: [false, true, false, false]
            }
        }
    }

    private func one<Output: Sendable>(
        of database: Database,
        _ options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws {
        defer { database.close() }
        try await database.transaction(as: .login, options: options, body)
    }

    private func produce(_ error: Case) async throws {
        let uri = TestServer.shared.server.uri()
        let database = Database.named("error \(error)", acquireTimeout: .milliseconds(10), queue: 1)
        switch error {
        case .server: try await one(of: database) { tx in try tx.execute("select 1 / 0") }
        case .invalidConfiguration: try await one(of: Database.at("postgresql://%zz")) { _ in }
        case .connectFailed: try await one(of: Database.at("host=/nowhere")) { _ in }
        case .connectionLost, .commitOutcomeUnknown, .deadlineExceeded:
            try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
                let trigger: FaultTrigger = error == .commitOutcomeUnknown ? .commit : .text("planted")
                proxy.arm(error == .deadlineExceeded ? .halfOpen : .cutBeforeSend, when: trigger)
                let database = Database.at(proxy.uri(), grace: .milliseconds(50))
                try await one(of: database, TransactionOptions(timeout: .milliseconds(50))) { tx in
                    try tx.execute("select 'planted'")
                }
            }
        case .commitRolledBack: try await one(of: database) { tx in _ = try? tx.execute("select 1 / 0") }
        case .acquireTimeout:
            try await holding(database) { _ = try await database.pid() }
        case .queueFull:
            try await holding(Database.named("error queue", acquireTimeout: .seconds(30), queue: 0)) { database in
                _ = try await database.pid()
            }
        case .cancelled:
            let task = Task { try await one(of: database) { tx in try tx.execute("select pg_sleep(250)") } }
            let watch = Watch()
            _ = try await watch.pid(of: "error cancelled", running: "pg_sleep(250)")
            task.cancel()
            try await task.value
        case .decoding: try await one(of: database) { tx in try tx.one("select 'a'", as: Int.self) }
        case .encoding: try await one(of: database) { tx in try tx.execute("select \([[1], [1, 2]])") }
        case .rowCount: try await one(of: database) { tx in try tx.one("select 1 where false", as: Int.self) }
        case .misuse: try await one(of: database) { tx in try tx.copyOut("copy pg_am to stdout where \(1)") { _ in } }
        case .closed:
            database.close()
            _ = try await database.pid()
        }
        _ = uri
    }

    /// While the pool's one connection is in use.
    private func holding(_ database: Database, _ body: @Sendable (Database) async throws -> Void) async throws {
        try await one(of: database) { tx in
            try tx.execute("select 1")
            try await body(database)
        }
    }

    private func holding(_ database: Database, _ body: @Sendable () async throws -> Void) async throws {
        try await holding(database) { _ in try await body() }
    }

    @Test("is produced for real, and answers as it should", arguments: Case.allCases)
    func every(_ expected: Case) async throws {
        let thrown = await #expect(throws: PostgresError.self) { try await self.produce(expected) }
        let error = try #require(thrown)
        #expect(Case.of(error.kind) == expected && error.kind.name == expected.rawValue)
        let answers = [error.isRetryable, error.poisonsConnection, error.wasSent, error.isUnavailable]
        #expect(answers == expected.answers)
        #expect(!error.description.isEmpty && !error.description.contains("planted"))
    }

    @Test("the server's report has all its fields")
    func fields() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute(
                    """
                    do $$ begin raise 'the message' using errcode = 'AG001', detail = 'the detail', hint = 'the hint',
                    schema = 'the schema', table = 'the table', column = 'the column', datatype = 'the type',
                    constraint = 'the constraint'; end $$
                    """
                )
            }
        }
        let told = try #require(error?.diagnostic)
        #expect([told.severity, told.sqlState.code, told.message] == ["ERROR", "AG001", "the message"])
        #expect([told.detail, told.hint, told.schema] == ["the detail", "the hint", "the schema"])
        #expect([told.table, told.column, told.dataType] == ["the table", "the column", "the type"])
        #expect(told.constraint == "the constraint" && told.context?.contains("inline_code_block") == true)
        #expect(told.sourceFile == "pl_exec.c" && told.sourceFunction == "exec_stmt_raise")
        #expect((told.sourceLine ?? 0) > 0 && told.position == nil)
        let inner = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("do $$ begin execute 'select nothing_such'; end $$")
            }
        }
        #expect(inner?.diagnostic?.internalQuery == "select nothing_such" && inner?.diagnostic?.internalPosition == 8)
        let outer = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in try tx.execute("select nothing_such") }
        }
        #expect(outer?.diagnostic?.position == 8)
        database.close()
    }
}
