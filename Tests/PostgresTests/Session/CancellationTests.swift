import Postgres
import TestSupport
import Testing

@Suite("Cancellation", .timeLimit(.minutes(20)))
struct CancellationTests {
    @Test("a cancelled task's statement stops on the server and its connection goes on", arguments: [true, false])
    func statement(_ isFirst: Bool) async throws {
        let watch = Watch()
        let application = "cancel \(isFirst)"
        let database = Database.named(application)
        let task = Task {
            try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                if !isFirst { try tx.execute("select 1") }
                try tx.execute("select pg_sleep(250)")
            }
        }
        let pid = try await watch.pid(of: application, running: "pg_sleep(250)")
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.name == "cancelled")
        #expect(error?.poisonsConnection == false)
        try await watch.until(
            "select not exists (select from pg_stat_activity where pid = \(pid) and state <> 'idle')"
        )
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("a cancelled stream and a cancelled wait for a lock end as well")
    func others() async throws {
        let watch = Watch()
        let database = Database.named("cancel others")
        let stream = Task {
            try await database.transaction(as: .login) { tx in
                try tx.stream("select g, case g when 1000 then pg_sleep(250)::text end from generate_series(1, 2000) g")
                {
                    _ in
                }
            }
        }
        let pid = try await watch.pid(of: "cancel others", running: "pg_sleep(250)")
        stream.cancel()
        let error = await #expect(throws: PostgresError.self) { try await stream.value }
        #expect(error?.name == "cancelled")

        let holder = TestServer.shared.superuser(limit: 1)
        try await holder.transaction(as: .login) { tx in
            try tx.execute("create table cancel_locked (n int)")
        }
        try await holder.transaction(as: .login) { tx in
            try tx.execute("lock table cancel_locked")
            let waiter = Task {
                try await database.transaction(as: .login) { tx in try tx.execute("lock table cancel_locked") }
            }
            try await watch.until(
                "select exists (select from pg_stat_activity where pid = \(pid) and wait_event_type = 'Lock')"
            )
            waiter.cancel()
            let error = await #expect(throws: PostgresError.self) { try await waiter.value }
            #expect(error?.name == "cancelled")
        }
        #expect(try await database.pid() == pid)
        database.close()
        holder.close()
    }

    @Test("a cancellation between two statements rolls back, and hits nothing of the next transaction")
    func between() async throws {
        let database = Database.named("cancel between")
        let pid = try await database.pid()
        try await database.transaction(as: .login) { tx in try tx.execute("create table cancel_between (n int)") }
        for round in 0..<100 {
            let task = Task {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                    try tx.execute("insert into cancel_between values (\(round))")
                    unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                    // Whatever the closure makes of it, nothing is committed.
                    if round % 2 == 0 { _ = try? tx.one("select pg_sleep(250)::text", as: String.self) }
                }
            }
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.name == "cancelled")
            try await database.transaction(as: .login) { (tx) throws in
                for _ in 0..<5 { #expect(try tx.one("select 1", as: Int.self) == 1) }
            }
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select count(*) from cancel_between", as: Int.self) == 0)
        }
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("cancellations at any moment never reach another task's transaction")
    func races() async throws {
        let database = Database.named("cancel races", maximum: 2)
        for round in 0..<150 {
            let victim = Task {
                try await database.transaction(as: .login) { tx in
                    for _ in 0..<20 { _ = try tx.one("select count(*) from generate_series(1, 100)", as: Int.self) }
                }
            }
            let bystander = Task {
                try await database.transaction(as: .login) { tx in
                    for _ in 0..<10 { _ = try tx.one("select 1", as: Int.self) }
                }
            }
            for _ in 0..<(round * 7) { await Task.yield() }
            victim.cancel()
            do {
                try await victim.value
            } catch let error as PostgresError {
                #expect(error.name == "cancelled")
            }
            try await bystander.value
            try await database.transaction(as: .login) { tx in
                for _ in 0..<5 { _ = try tx.one("select 1", as: Int.self) }
            }
        }
        #expect(database.statistics.open <= 2)
        database.close()
    }

    @Test("work that is cancelled before it begins never runs")
    func before() async throws {
        let database = Database.named("cancel before")
        let gate = Gate()
        let task = Task {
            await gate.pass()
            try await database.transaction(as: .login) { _ in Issue.record("the work ran") }
        }
        task.cancel()
        gate.open()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.name == "cancelled")
        database.close()
    }
}
