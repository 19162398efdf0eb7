import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: a connection falls silent", .timeLimit(.minutes(20)))
struct SilenceTests {
    @Test("an answer that comes late but within the limit is an answer")
    func late() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri())
            let pid = try await database.pid()
            let armed = proxy.arm(.delay(.milliseconds(300)), when: .text("planted"))
            let start = ContinuousClock.now
            try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(20))) { tx in
                let word = try tx.one("select 'planted'", as: String.self)
                #expect(word == "planted")
            }
            #expect(ContinuousClock.now - start >= .milliseconds(300) && armed.count == 1)
            #expect(try await database.pid() == pid)
            database.close()
        }
    }

    /// Ends the silence when the client's own limit does not end the wait, so that the test fails instead of hanging.
    private func ending(_ proxy: FaultProxy, _ body: () async throws -> Void) async throws {
        let rescue = Task {
            try await Task.sleep(for: .seconds(30))
            Issue.record("the client waited for the server beyond its own limit")
            proxy.heal()
        }
        defer { rescue.cancel() }
        try await body()
    }

    @Test("a statement that is never answered ends by the client's own limit", arguments: [false, true])
    func statement(_ network: Bool) async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let application = "silent \(network)"
            let uri = network ? proxy.networkURI() : proxy.uri()
            let database = Database.at(uri, application: application, grace: .milliseconds(200))
            let pid = try await database.pid()
            let armed = proxy.arm(.halfOpen, when: .text("planted"))
            try await ending(proxy) {
                let options = TransactionOptions(timeout: .milliseconds(200))
                let thrown = await #expect(throws: PostgresError.self) {
                    try await database.transaction(as: .login, options: options) { tx in
                        try tx.execute("select 'planted'")
                    }
                }
                let error = try #require(thrown)
                #expect(error.name == "deadlineExceeded")
                #expect(error.poisonsConnection && !error.isRetryable)
            }
            #expect(armed.count == 1 && database.statistics.open == 0)
            proxy.heal()
            try await Watch().untilGone(pid)
            #expect(try await database.pid() != pid)
            database.close()
        }
    }

    @Test("a commit that is never answered ends by the client's own limit, and its outcome is unknown")
    func commit() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri(), application: "silent commit", grace: .milliseconds(200))
            let pid = try await database.pid()
            let tries = Tally()
            proxy.arm(.halfOpen, when: .commit)
            try await ending(proxy) {
                let options = TransactionOptions(timeout: .milliseconds(200), retries: 3)
                let thrown = await #expect(throws: PostgresError.self) {
                    try await database.transaction(as: .login, options: options) { tx in
                        tries.add()
                        try tx.execute("select 1")
                    }
                }
                let error = try #require(thrown)
                #expect(error.name == "commitOutcomeUnknown" && !error.isRetryable)
            }
            #expect(tries.count == 1)
            proxy.heal()
            try await Watch().untilGone(pid)
            _ = try await database.pid()
            database.close()
        }
    }

    @Test("a cancelled task does not wait for a server that is silent")
    func cancelled() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let database = Database.at(proxy.uri(), application: "silent cancel", grace: .milliseconds(200))
            let armed = proxy.arm(.halfOpen, when: .text("planted"))
            let task = Task {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                    try tx.execute("select 'planted'")
                }
            }
            try await armed.struck()
            task.cancel()
            try await ending(proxy) {
                let error = await #expect(throws: PostgresError.self) { try await task.value }
                #expect(error?.name == "cancelled" || error?.name == "deadlineExceeded")
            }
            #expect(database.statistics.open == 0)
            proxy.heal()
            _ = try await database.pid()
            database.close()
        }
    }

    @Test("a server that accepts and says nothing is given up at the limit for connecting", arguments: [false, true])
    func opening(_ network: Bool) async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            proxy.arm(.halfOpen)
            let uri = network ? proxy.networkURI() : proxy.uri()
            let database = Database.at(uri, connectTimeout: .milliseconds(200))
            let error = await #expect(throws: PostgresError.self) { try await database.pid() }
            #expect(error?.name == "connectFailed" && error?.isUnavailable == true && error?.wasSent == false)
            #expect(database.statistics.open == 0)
            proxy.heal()
            // Its limit is short for a busy machine; in the end it connects.
            while (try? await database.pid()) == nil {}
            database.close()
        }
    }
}
