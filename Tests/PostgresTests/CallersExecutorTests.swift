import Dispatch
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Callers' executor")
struct CallersExecutorTests {
    /// Blocks its thread, as no task should.
    private struct Bell: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)

        func ring() { semaphore.signal() }
        func wait() -> Bool { semaphore.wait(timeout: .now() + 120) == .success }
    }

    private static func thread() -> pthread_t { pthread_self() }

    private static func read(_ database: Database) async throws -> pthread_t {
        try await database.transaction(as: .login) { tx in
            try tx.execute("select 1")
            return thread()
        }
    }

    @Test("a task goes on where its transaction was, and the next begins there")
    func stays() async throws {
        let database = Database.named("stays", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            for _ in 1...100 {
                let inside = try await Self.read(database)
                #expect(Self.thread() == inside)
            }
        }
        database.close()
    }

    @Test("of several connections, a task gets the one whose thread it is on")
    func nearest() async throws {
        let database = Database.named("nearest", maximum: 2)
        try await withTaskExecutorPreference(Database.executor) {
            let first = try await Self.read(database)
            try await database.transaction(as: .login) { tx in
                try tx.execute("select 1")
                // The other is used after ours, and would be the next.
                let other = try await Task.detached { try await Self.read(database) }.value
                #expect(other != Self.thread())
            }
            #expect(Self.thread() == first)
            let again = try await Self.read(database)
            #expect(again == first)
        }
        database.close()
    }

    @Test(
        "another thread serves the connection while a task stays on its thread for long, and the task comes back to it"
    )
    func relief() async throws {
        let database = Database.named("relief", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            for _ in 1...20 {
                let first = try await Self.read(database)
                let bell = Bell()
                let other = Task.detached {
                    let thread = try await Self.read(database)
                    bell.ring()
                    return thread
                }
                try #require(Self.thread() == first)
                try #require(bell.wait(), "the connection waits for a task that only went on there")
                #expect(try await other.value != first)
                _ = try await Self.read(database)
            }
        }
        database.close()
    }

    @Test("what a transaction's closure starts beside itself does not wait for its thread")
    func beside() async throws {
        let database = Database.named("beside", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("select 1")
                let bell = Bell()
                async let child: Void = bell.ring()
                try #require(bell.wait(), "the child task waits for its parent's thread")
                await child
            }
        }
        database.close()
    }

    @Test("a task goes on although the next in the queue blocks the connection's thread at once")
    func handedOn() async throws {
        let database = Database.named("handed on", maximum: 1)
        for _ in 1...50 {
            let bell = Bell()
            let gate = Gate()
            try await withThrowingTaskGroup { group in
                group.addTask(executorPreference: Database.executor) {
                    try await database.transaction(as: .login) { tx in
                        try tx.execute("select 1")
                        gate.open()
                        // Until the other waits for this connection.
                        while database.statistics.waiting == 0 { await Task.yield() }
                    }
                    bell.ring()
                }
                group.addTask(executorPreference: Database.executor) {
                    await gate.pass()
                    try await database.transaction(as: .login) { tx in
                        try tx.execute("select 1")
                        try #require(bell.wait(), "the first task waits for the second's transaction")
                    }
                }
                try await group.waitForAll()
            }
        }
        database.close()
    }

    @Test("what a transaction's closure waits for is done while its thread has nothing else")
    func waits() async throws {
        let database = Database.named("waits", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            for _ in 1...100 {
                try await database.transaction(as: .login) { tx in
                    let thread = Self.thread()
                    async let child: Void = Task.yield()
                    try tx.execute("select 1")
                    await child
                    await Task.yield()
                    try tx.execute("select 1")
                    #expect(Self.thread() == thread)
                }
            }
        }
        database.close()
    }

    @Test("a task stays on its thread when the database is closed beneath it")
    func closed() async throws {
        let watch = Watch()
        let database = Database.named("closed beneath", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            let pid = try await database.pid()
            database.close()
            try await watch.untilGone(pid)
            await #expect(throws: PostgresError.self) { try await Self.read(database) }
        }
    }
}
