import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: the server has no room", .timeLimit(.minutes(20)))
struct LimitTests {
    /// Holds one connection until told. A session that set the stage may still be leaving, so that it is tried again.
    private func hold(_ database: Database, until gate: Gate) async -> Task<Void, any Error> {
        let held = Gate()
        let task = Task {
            defer { held.open() }
            let end = ContinuousClock.now + .seconds(20)
            while true {
                do {
                    return try await database.transaction(as: .login) { tx in
                        try tx.execute("select 1")
                        held.open()
                        await gate.pass()
                    }
                } catch let error as PostgresError {
                    guard error.name == "connectFailed", ContinuousClock.now < end else { throw error }
                }
            }
        }
        await held.pass()
        return task
    }

    /// One connection too many is refused; who shares a pool with others waits for theirs instead.
    private func exhaust(_ server: ScratchServer, uri: String, room: Int) async throws {
        let database = Database.at(uri, application: "crowd", maximum: room + 1)
        let gates = (0..<room).map { _ in Gate() }
        var holders: [Task<Void, any Error>] = []
        for gate in gates { holders.append(await hold(database, until: gate)) }
        let latecomer = Database.at(uri, application: "latecomer")
        let error = await #expect(throws: PostgresError.self) { try await latecomer.pid() }
        #expect(error?.name == "connectFailed" && error?.sqlState == .tooManyConnections)
        #expect(error?.isUnavailable == true && error?.isRetryable == true && error?.wasSent == false)
        #expect(latecomer.statistics.open == 0)
        let waiter = Task { try await database.pid() }
        while database.statistics.failedToOpen == 0 || database.statistics.waiting == 0 { await Task.yield() }
        for gate in gates { gate.open() }
        for holder in holders { try await holder.value }
        _ = try await waiter.value
        database.close()
        _ = try await Watch().untilRoom(latecomer)
        latecomer.close()
    }

    @Test("too many connections for the server are refused as such, and there is room again later")
    func server() async throws {
        let settings = ["max_connections": "2", "superuser_reserved_connections": "0"]
        try await ScratchServer.with(settings: settings) { server in
            try await exhaust(server, uri: server.uri(), room: 2)
        }
    }

    @Test("connections kept for the superuser are refused to others as such")
    func reserved() async throws {
        let settings = ["max_connections": "3", "superuser_reserved_connections": "1"]
        try await ScratchServer.with(settings: settings) { server in
            try await server.createRole("app", password: "irrelevant")
            try await exhaust(server, uri: server.uri(user: "app"), room: 2)
        }
    }

    @Test("too many connections for the role or the database are refused as such", arguments: [false, true])
    func role(_ isDatabase: Bool) async throws {
        try await ScratchServer.with { server in
            try await server.createRole(
                "app",
                password: "irrelevant",
                attributes: isDatabase ? "" : "connection limit 1"
            )
            if isDatabase { try await server.run("alter database postgres connection limit 1") }
            try await exhaust(server, uri: server.uri(user: "app"), room: 1)
        }
    }

    @Test("a full disk fails the statement, keeps what was committed, and leaves the connection usable")
    func disk() async throws {
        try await SmallDisk.with(mebibytes: 8) { disk in
            try await ScratchServer.with { server in
                try await server.run("create tablespace small location '\(disk.path)'")
                let database = Database.at(server.uri())
                let pid = try await database.pid()
                try await database.transaction(as: .login) { tx in
                    try tx.execute("create table filled (word text) tablespace small")
                    try tx.execute("insert into filled values ('first')")
                }
                let error = await #expect(throws: PostgresError.self) {
                    try await database.transaction(as: .login, options: TransactionOptions(retries: 3)) { tx in
                        for _ in 0..<100 {
                            try tx.execute("insert into filled select repeat('x', 1000) from generate_series(1, 1000)")
                        }
                    }
                }
                #expect(error?.sqlState == SQLState("53100"))
                #expect(error?.isRetryable == false && error?.poisonsConnection == false)
                let rows = try await database.transaction(as: .login) { tx in
                    try tx.all("select word from filled", as: String.self)
                }
                #expect(rows == ["first"])
                #expect(try await database.pid() == pid)
                try await database.transaction(as: .login) { tx in try tx.execute("drop table filled") }
                try await database.transaction(as: .login) { tx in
                    try tx.execute("create table filled (word text) tablespace small")
                    try tx.execute("insert into filled values ('room')")
                }
                database.close()
            }
        }
    }

    @Test("a disk too full for the log takes the server down, and who worked there is told that it is gone")
    func log() async throws {
        try await SmallDisk.with(mebibytes: 48) { disk in
            let settings = ["max_wal_size": "512MB", "checkpoint_timeout": "1h"]
            try await ScratchServer.with(settings: settings, parent: disk.path) { server in
                let database = Database.at(server.uri())
                let error = await #expect(throws: PostgresError.self) {
                    try await database.transaction(as: .login) { tx in
                        try tx.execute(
                            "create temp table seed as select repeat('x', 1000) word from generate_series(1, 10)"
                        )
                        try tx.execute("create table filled (word text)")
                        while true {
                            try tx.execute("insert into filled select word from seed")
                            try tx.execute("truncate filled")
                        }
                    }
                }
                #expect(error?.sqlState == SQLState("53100") || error?.name == "connectionLost")
                #expect(error?.poisonsConnection == true)
                #expect(database.statistics.open == 0)
                database.close()
            }
        }
    }
}
