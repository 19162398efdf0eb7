import Postgres
import TestSupport
import Testing

@Suite("Pool")
struct PoolTests {
    /// Holds one connection until told.
    private func hold(_ database: Database, until gate: Gate) async -> Task<Void, any Error> {
        let held = Gate()
        let task = Task {
            try await database.transaction(as: .login) { tx in
                try tx.execute("select 1")
                held.open()
                await gate.pass()
            }
        }
        await held.pass()
        return task
    }

    private func wait(_ database: Database, waiting: Int) async {
        while database.statistics.waiting != waiting { await Task.yield() }
    }

    @Test("five hundred tasks hammer four connections: all are served in turn, and the server never sees a fifth")
    func maximum() async throws {
        let database = Database.named("pool of four", maximum: 4, acquireTimeout: .seconds(600), queue: 500)
        let turns = 3
        let seen = try await withThrowingTaskGroup(of: [(Int, Int32)].self) { group in
            for _ in 0..<500 {
                group.addTask {
                    var seen: [(Int, Int32)] = []
                    for _ in 0..<turns {
                        seen.append(
                            try await database.transaction(as: .login) { tx in
                                try tx.one(
                                    """
                                    select count(*), pg_backend_pid() from pg_stat_activity
                                    where application_name = 'pool of four'
                                    """,
                                    as: (Int, Int32).self
                                )
                            }
                        )
                    }
                    return seen
                }
            }
            return try await group.reduce(into: [(Int, Int32)]()) { $0 += $1 }
        }
        #expect(seen.count == 500 * turns)
        #expect(seen.allSatisfy { (1...4).contains($0.0) })
        #expect(Set(seen.map(\.1)).count <= 4)
        let statistics = database.statistics
        #expect(statistics.waiting == 0 && statistics.open == statistics.idle && statistics.opened <= 4)
        #expect(statistics.requests == 500 * turns && statistics.timeouts == 0 && statistics.refusals == 0)
        database.close()
        #expect(database.statistics.open == 0)
    }

    @Test("who waits too long, or finds too many waiting, is told; the others are served")
    func refusals() async throws {
        let impatient = Database.named("impatient", acquireTimeout: .milliseconds(20))
        let gate = Gate()
        let holder = await hold(impatient, until: gate)
        let late = await #expect(throws: PostgresError.self) { try await impatient.pid() }
        #expect(late?.name == "acquireTimeout")
        #expect(late?.isRetryable == true && late?.wasSent == false)
        #expect(impatient.statistics.waiting == 0)
        gate.open()
        try await holder.value
        _ = try await impatient.pid()
        impatient.close()

        let narrow = Database.named("narrow", queue: 1)
        let other = Gate()
        let first = await hold(narrow, until: other)
        let second = Task { try await narrow.pid() }
        await wait(narrow, waiting: 1)
        let third = await #expect(throws: PostgresError.self) { try await narrow.pid() }
        #expect(third?.name == "queueFull")
        other.open()
        try await first.value
        _ = try await second.value
        narrow.close()
    }

    @Test("a timeout shorter than anything still comes")
    func instant() async throws {
        let database = Database.named("instant", acquireTimeout: .zero)
        let gate = Gate()
        let holder = await hold(database, until: gate)
        for _ in 0..<200 {
            let error = await #expect(throws: PostgresError.self) { try await database.pid() }
            #expect(error?.name == "acquireTimeout")
        }
        gate.open()
        try await holder.value
        database.close()
    }

    @Test("a closed pool refuses those who wait and those who come, and closes what is in use when it comes back")
    func closed() async throws {
        let watch = Watch()
        let database = Database.named("closed pool")
        let pid = try await database.pid()
        let gate = Gate()
        let holder = await hold(database, until: gate)
        let waiter = Task { try await database.pid() }
        await wait(database, waiting: 1)
        database.close()
        let waited = await #expect(throws: PostgresError.self) { try await waiter.value }
        #expect(waited?.name == "closed")
        let late = await #expect(throws: PostgresError.self) { try await database.pid() }
        #expect(late?.name == "closed")
        gate.open()
        try await holder.value
        try await watch.untilGone(pid)
        #expect(database.statistics.open == 0)
    }

    @Test("a waiter that is cancelled leaves the queue, and the next is served")
    func cancelledWaiter() async throws {
        let database = Database.named("cancelled waiter")
        let gate = Gate()
        let holder = await hold(database, until: gate)
        let first = Task { try await database.pid() }
        await wait(database, waiting: 1)
        let second = Task { try await database.pid() }
        await wait(database, waiting: 2)
        first.cancel()
        let error = await #expect(throws: PostgresError.self) { try await first.value }
        #expect(error?.name == "cancelled")
        #expect(database.statistics.waiting == 1)
        gate.open()
        try await holder.value
        _ = try await second.value
        database.close()
    }

    @Test("a connection past its lifetime is replaced")
    func lifetime() async throws {
        let database = Database.named("short life", lifetime: .zero)
        var pids: Set<Int32> = []
        for _ in 0..<5 { pids.insert(try await database.pid()) }
        #expect(pids.count == 5)
        #expect(database.statistics.open == 0 && database.statistics.closed == [.lifetime: 5])
        database.close()
    }

    @Test("a connection that the server ended while idle is replaced unseen")
    func idleTerminated() async throws {
        let watch = Watch()
        let database = Database.named("terminated idle")
        for _ in 0..<10 {
            let pid = try await database.pid()
            try await watch.terminate(pid)
            #expect(try await database.pid() != pid)
            #expect(database.statistics.open == 1)
        }
        database.close()
    }
}
