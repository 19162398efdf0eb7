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

    // MARK: - Transactions that await nothing are done in place

    @Test("in place, a throw rolls back, a failure passes through, and the connection stays")
    func failsInPlace() async throws {
        struct Refusal: Error {}
        let database = Database.named("fails in place", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            try await database.transaction(as: .login) { tx in try tx.execute("create table in_place (n int)") }
            let first = try await database.pid()
            await #expect(throws: Refusal.self) {
                try await database.transaction(as: .login) { tx in
                    try tx.execute("insert into in_place values (1)")
                    throw Refusal()
                }
            }
            let failure = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in try tx.execute("select 1 / 0") }
            }
            #expect(failure?.sqlState == SQLState("22012"))
            try await database.transaction(as: .login) { tx in try tx.execute("insert into in_place values (2)") }
            let kept = try await database.transaction(as: .login) { tx in
                try tx.all("select n from in_place", as: Int32.self)
            }
            #expect(kept == [2])
            #expect(try await database.pid() == first)
            #expect(database.statistics.idle == 1)
        }
        database.close()
    }

    @Test("in place, a cancelled task's statement stops on the server")
    func cancelledInPlace() async throws {
        let watch = Watch()
        let database = Database.named("cancelled in place", maximum: 1)
        let task = Task(executorPreference: Database.executor) {
            let thread = try await Self.read(database)
            #expect(Self.thread() == thread)
            try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                try tx.execute("select pg_sleep(250)")
            }
        }
        let pid = try await watch.pid(of: "cancelled in place", running: "pg_sleep(250)")
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.name == "cancelled" && error?.poisonsConnection == false)
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("in place, work that may be retried is, and a session that ended while it was idle is replaced")
    func goesOnInPlace() async throws {
        let watch = Watch()
        let database = Database.named("goes on in place", maximum: 1)
        try await withTaskExecutorPreference(Database.executor) {
            let pid = try await database.pid()
            try await watch.terminate(pid)
            try await watch.untilGone(pid)
            let runs = Tally()
            let other = try await database.transaction(as: .login, options: TransactionOptions(retries: 1)) { tx in
                runs.add()
                if runs.count == 1 { try tx.execute("do $$ begin raise sqlstate '40001'; end $$") }
                return try tx.one("select pg_backend_pid()", as: Int32.self)
            }
            #expect(other != pid && runs.count == 2)
        }
        database.close()
    }

    @Test("tasks that stay in place take turns where there are more of them than connections")
    func turnsInPlace() async throws {
        let database = Database.named("turns in place", maximum: 2)
        try await database.transaction(as: .login) { tx in try tx.execute("create table turns (n int)") }
        try await withThrowingTaskGroup { group in
            for number in 1...8 {
                group.addTask(executorPreference: Database.executor) {
                    for _ in 1...50 {
                        try await database.transaction(as: .login) { tx in
                            try tx.execute("insert into turns values (\(number))")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let counts = try await database.transaction(as: .login) { tx in
            try tx.all("select count(*) from turns group by n", as: Int.self)
        }
        #expect(counts == Array(repeating: 50, count: 8))
        database.close()
    }

    private actor Desk {
        let database: Database
        private(set) var visits = 0

        init(_ database: Database) { self.database = database }

        func visit() { visits += 1 }

        func waitForLock() async throws {
            try await database.transaction(as: .login) { tx in try tx.execute("select 1") }
            try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                try tx.execute("lock table desk")
            }
        }
    }

    @Test("an actor whose transaction waits is free for others meanwhile")
    func actors() async throws {
        let watch = Watch()
        let database = Database.named("actors", maximum: 1)
        let holder = Database.named("holder of the desk", maximum: 1)
        try await holder.transaction(as: .login) { tx in try tx.execute("create table desk (n int)") }
        let desk = Desk(database)
        try await holder.transaction(as: .login) { tx in
            try tx.execute("lock table desk")
            let task = Task(executorPreference: Database.executor) { try await desk.waitForLock() }
            try await watch.until(
                """
                select exists (
                    select from pg_stat_activity where application_name = 'actors' and wait_event_type = 'Lock'
                )
                """
            )
            await desk.visit()
            #expect(await desk.visits == 1)
            task.cancel()
            await #expect(throws: PostgresError.self) { try await task.value }
        }
        database.close()
        holder.close()
    }
}
