import Foundation
import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Threads")
struct ThreadTests {
    @Test("transactions that wait for a lock, more than there are cores, leave the others running")
    func blocked() async throws {
        let waiters = 4 * ProcessInfo.processInfo.activeProcessorCount
        let database = Database.named("blocked", maximum: waiters + 1)
        let watch = Watch()
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table blocked (n int8)")
            try tx.execute("insert into blocked values (0)")
        }
        try await withThrowingTaskGroup { group in
            let locked = Gate()
            group.addTask {
                try await database.transaction(as: .login) { tx in
                    try tx.execute("update blocked set n = n + 1")
                    locked.open()
                    // Everybody else is blocked now, and this goes on, here and on another connection.
                    try await watch.until(
                        """
                        select count(*) = \(waiters) from pg_stat_activity
                        where application_name = 'blocked' and wait_event_type = 'Lock'
                        """
                    )
                }
            }
            await locked.pass()
            for _ in 0..<waiters {
                group.addTask {
                    try await database.transaction(as: .login) { tx in
                        _ = try tx.execute("update blocked set n = n + 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select n from blocked", as: Int.self) == waiters + 1)
        }
        database.close()
    }

    @Test("the work runs on the connection's thread, also after it has waited for something else")
    func confinement() async throws {
        let database = Database.named("confined")
        let threads = try await database.transaction(as: .login) { tx in
            var threads = [pthread_self()]
            for _ in 0..<10 {
                try tx.execute("select 1")
                await Task.detached {}.value
                threads.append(pthread_self())
                try await tx.savepoint { inner in
                    await Task.yield()
                    threads.append(pthread_self())
                    try inner.execute("select 1")
                }
            }
            return Set(threads).count
        }
        #expect(threads == 1)
        database.close()
    }

    @Test("four hundred connections, opened, failed and closed, leave no descriptor and no thread behind")
    func leaks() async throws {
        let server = TestServer.shared.server
        // In a process of its own, where nobody else opens any.
        let result = try await Program.built("postgres-probe")
            .run([server.uri(database: "postgres"), server.uri(database: "no_such_database")])
        let counts = result.standardOutput.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        try #require(result.status == 0 && counts.count == 4, "\(result)")
        // Closing goes on beside the caller: a few may still be at it, a leak would show once for each connection.
        #expect(counts[2] < counts[0] + 10, "descriptors")
        #expect(counts[3] < counts[1] + 10, "threads")
    }

    @Test("a database that is dropped without being closed ends its connections")
    func dropped() async throws {
        let watch = Watch()
        let pid = try await Database.named("dropped").pid()
        try await watch.untilGone(pid)
    }
}
