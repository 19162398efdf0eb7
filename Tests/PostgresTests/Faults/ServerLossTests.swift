import Glibc
import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: the server goes away", .timeLimit(.minutes(20)))
struct ServerLossTests {
    enum End: String, CaseIterable, Sendable { case fast, immediate, crash }

    private func end(_ server: ScratchServer, _ end: End) async throws {
        switch end {
        case .fast: try await server.stop(.fast)
        case .immediate: try await server.stop(.immediate)
        case .crash: try await server.crash()
        }
    }

    @Test("a restart is not noticed by those who were idle", arguments: End.allCases)
    func idle(_ how: End) async throws {
        try await ScratchServer.with { server in
            let database = Database.at(server.uri(), maximum: 2)
            let (first, second) = (Gate(), Gate())
            try await withThrowingTaskGroup { group in
                for (own, other) in [(first, second), (second, first)] {
                    group.addTask {
                        try await database.transaction(as: .login) { tx in
                            try tx.execute("select 1")
                            own.open()
                            await other.pass()
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(database.statistics.idle == 2)
            try await end(server, how)
            try await server.start()
            for _ in 0..<2 { _ = try await database.pid() }
            #expect(database.statistics.open <= 2)
            database.close()
        }
    }

    @Test("work under way is lost, what was committed stays, and work goes on after the start", arguments: End.allCases)
    func busy(_ how: End) async throws {
        try await ScratchServer.with { server in
            let database = Database.at(server.uri(), application: "busy")
            try await database.transaction(as: .login) { tx in
                try tx.execute("create table kept (n int)")
                try tx.execute("insert into kept values (1)")
            }
            let task = Task {
                try await database.transaction(as: .login) { tx in
                    try tx.execute("insert into kept values (2)")
                    try tx.execute("select pg_sleep(250)")
                }
            }
            let behind = server.superuser()
            _ = try await Watch(database: behind).pid(of: "busy", running: "pg_sleep(250)")
            try await end(server, how)
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.poisonsConnection == true && error?.isUnavailable == true)
            #expect(error?.isRetryable == true)
            #expect(database.statistics.open == 0)

            let absent = await #expect(throws: PostgresError.self) { try await database.pid() }
            #expect(absent?.name == "connectFailed" && absent?.isUnavailable == true && absent?.wasSent == false)

            try await server.start()
            let rows = try await database.transaction(as: .login) { tx in
                try tx.all("select n from kept", as: Int32.self)
            }
            #expect(rows == [1])
            database.close()
            behind.close()
        }
    }

    @Test("the server that starts anew after one of its processes crashed is unavailable for a moment, not lost")
    func recovery() async throws {
        try await ScratchServer.with { server in
            let database = Database.at(server.uri(), application: "bystander")
            let victim = Database.at(server.uri())
            let task = Task {
                try await database.transaction(as: .login) { tx in try tx.execute("select pg_sleep(250)") }
            }
            let watch = Watch(database: server.superuser())
            _ = try await watch.pid(of: "bystander", running: "pg_sleep(250)")
            #expect(kill(try await victim.pid(), SIGKILL) == 0)
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.poisonsConnection == true && error?.isRetryable == true)

            let end = ContinuousClock.now + .seconds(20)
            while true {
                do {
                    _ = try await database.pid()
                    break
                } catch let error as PostgresError {
                    #expect(error.isUnavailable)
                    try #require(ContinuousClock.now < end, "the server did not recover")
                }
            }
            #expect(database.statistics.open == 1)
            database.close()
            victim.close()
            watch.database.close()
        }
    }
}
