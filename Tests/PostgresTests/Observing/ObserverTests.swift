import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Observer")
struct ObserverTests {
    private func database(_ recorder: EventRecorder, _ limits: PoolLimits = PoolLimits(maximum: 1)) -> Database {
        Database(ConnectionOptions(uri: TestServer.shared.server.uri()), limits: limits, observer: recorder)
    }

    @Test("a transaction is told from the connection to its end, with rows and times")
    func success() async throws {
        let recorder = EventRecorder()
        let database = database(recorder)
        try await database.transaction(as: .login) { tx in
            try tx.execute("select generate_series(1, \(7))")
            try tx.stream("select generate_series(1, 3)") { _ in }
            try tx.execute(each: 1...300) { "select \($0)" }
            try tx.run(SQLScript(name: "warn", uncheckedText: "do $$ begin raise notice 'planted'; end $$"))
        }
        database.close()
        let names = recorder.names
        #expect(names.prefix(2) == ["connect", "acquire"] && names.suffix(2) == ["transaction", "disconnect"])
        #expect(names.filter { $0 == "notice" }.count == 1 && !names.contains("error"))
        let statements = recorder.statements
        #expect(statements.map(\.executions) == [1, 1, 256, 44, 1])
        #expect(statements[0].rows == 7 && statements[1].rows == 3)
        #expect(statements[0].sql.statementText == "select generate_series(1, $1)")
        #expect(statements.allSatisfy { $0.duration > .zero && $0.error == nil })
        #expect(recorder.transactions.map(\.outcome) == [.committed])
    }

    @Test("failures, attempts and the reasons of closing are told; nothing shows a parameter")
    func failures() async throws {
        let recorder = EventRecorder()
        let database = database(recorder)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login, options: TransactionOptions(retries: 2)) { tx in
                try tx.execute("select set_config('observer.state', \("40001"), true), \("planted")")
                try tx.execute(
                    "do $$ begin raise 'again' using errcode = current_setting('observer.state'); end $$"
                )
            }
        }
        #expect(error?.sqlState == .serializationFailure)
        #expect(recorder.transactions.map(\.attempt) == [1, 2, 3])
        #expect(recorder.transactions.allSatisfy { $0.outcome == .rolledBack })
        #expect(recorder.names.filter { $0 == "error" }.count == 1)
        #expect(
            recorder.statements.compactMap { $0.error?.sqlState } == [
                .serializationFailure, .serializationFailure, .serializationFailure,
            ]
        )
        await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("select pg_terminate_backend(pg_backend_pid())")
            }
        }
        var text = ""
        dump(recorder.events, to: &text)
        #expect(!text.contains("planted"))
        database.close()
        let reasons = recorder.events.compactMap { if case .disconnect(let reason) = $0 { reason } else { nil } }
        #expect(reasons == [.broken])
        let shortLived = self.database(recorder, PoolLimits(maximum: 1, lifetime: .zero))
        _ = try await shortLived.pid()
        let refused = EventRecorder()
        let nowhere = Database(ConnectionOptions(uri: "postgresql:///x?host=/nowhere"), observer: refused)
        await #expect(throws: PostgresError.self) { try await nowhere.pid() }
        #expect(refused.names == ["connect", "acquire", "error"])
    }
}
