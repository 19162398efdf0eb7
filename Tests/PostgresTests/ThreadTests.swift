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
        func count(_ folder: String) throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)").count
        }
        let server = TestServer.shared.server
        _ = try await Database.named("leaks").pid()
        let (descriptors, threads) = (try count("fd"), try count("task"))
        for _ in 0..<200 {
            let database = Database.named("leaks")
            _ = try await database.pid()
            database.close()
            let refused = Database(ConnectionOptions(uri: server.uri(database: "no_such_database")))
            await #expect(throws: PostgresError.self) { try await refused.pid() }
        }
        // Other tests hold some of both meanwhile; a leak would show once for each connection.
        #expect(try count("fd") < descriptors + 150)
        #expect(try count("task") < threads + 150)
    }

    @Test("a database that is dropped without being closed ends its connections")
    func dropped() async throws {
        let watch = Watch()
        let pid = try await Database.named("dropped").pid()
        try await watch.untilGone(pid)
    }
}
