import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Pipelines", .timeLimit(.minutes(20)))
struct PipelineTests {
    @Test("statements of several kinds share a round trip, each with its own result", arguments: [true, false])
    func kinds(_ isFirst: Bool) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            if !isFirst { try tx.execute("select 1") }
            let (number, name, none, pair, all, touched) = try tx.pipeline(
                .one("select \(40) + 2", as: Int.self),
                .optional("select \("x")", as: String.self),
                .optional("select 1 where false", as: Int32.self),
                .one("select 1::int4, 'a'", as: (Int32, String).self),
                .all("select g::int8 from generate_series(1, 3) g", as: Int.self),
                .execute("create temp table if not exists kinds as select 1")
            )
            #expect(number == 42 && name == "x" && none == nil && pair == (1, "a") && all == [1, 2, 3] && touched == 1)
            #expect(try tx.pipeline() == ())
        }
        database.close()
    }

    @Test("the first failure has its place, nothing after it ran, and the connection goes on")
    func failure() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let pid = try await database.pid()
        try await database.transaction(as: .login) { tx in try tx.execute("create sequence after_failure") }
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.pipeline(
                    .one("select 1", as: Int.self),
                    .one("select 1 / \(0)", as: Int.self),
                    .one("select nextval('after_failure')", as: Int.self)
                )
            }
        }
        #expect(error?.pipelinePosition == 2 && error?.sqlState == SQLState("22012"))
        #expect(error?.description.hasPrefix("statement 2 of the pipeline: ") == true)
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select is_called from after_failure", as: Bool.self) == false)
            // What does not fit is found afterwards, and the transaction goes on.
            let rows = #expect(throws: PostgresError.self) {
                try tx.pipeline(.one("select 1", as: Int.self), .one("select 1 where false", as: Int.self))
                    as (Int, Int)
            }
            #expect(rows?.name == "rowCount" && rows?.pipelinePosition == 2)
            let type = #expect(throws: PostgresError.self) {
                try tx.pipeline(.one("select 'a'", as: Int.self), .execute("select 1")) as (Int, Int)
            }
            #expect(type?.name == "decoding" && type?.pipelinePosition == 1)
            #expect(try tx.one("select 1", as: Int.self) == 1)
        }
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test(
        "one statement for many items gives a row each, in order, prepared once or never",
        arguments: [0, 1, 2, 255, 256, 257, 10_000],
        [ConnectionOptions.StatementMode.prepared, .unnamed]
    )
    func each(_ count: Int, _ mode: ConnectionOptions.StatementMode) async throws {
        let database = Database.named("each \(count) \(mode)", mode: mode)
        try await database.transaction(as: .login) { (tx) throws in
            let squares = try tx.one(each: 0..<count, as: Int.self) { "select \($0) * \($0) + 0 as each" }
            #expect(squares == (0..<count).map { $0 * $0 })
            let pairs = try tx.one(each: 0..<count, as: (Int, String).self) { "select \($0), \("n\($0)")" }
            #expect(pairs.map(\.1) == (0..<count).map { "n\($0)" })
            try tx.execute("create temp table many (n int8) on commit drop")
            #expect(try tx.execute(each: 0..<count) { "insert into many values (\($0))" } == count)
            #expect(try tx.one("select count(distinct n) from many", as: Int.self) == count)
            let prepared = try tx.one(
                "select count(*) from pg_prepared_statements where statement like '%as each'",
                as: Int.self
            )
            #expect(prepared == (mode == .prepared && count > 0 ? 1 : 0))
        }
        database.close()
    }

    @Test("an item that fails has its number, another statement among the items is refused, a throw comes out")
    func eachFailure() async throws {
        struct Stop: Error {}
        let database = TestServer.shared.superuser(limit: 1)
        let pid = try await database.pid()
        func run(_ body: @escaping @Sendable (Int) throws -> SQL) async -> PostgresError? {
            do {
                try await database.transaction(as: .login) { tx in try tx.execute(each: 1...1000, body) }
                return nil
            } catch {
                return error as? PostgresError
            }
        }
        let divided = await run { "select 1 / (\($0) - 300)" }
        #expect(divided?.pipelinePosition == 300 && divided?.sqlState == SQLState("22012"))
        let unknown = await run { "select \($0) from no_such_table" }
        #expect(unknown?.pipelinePosition == 1 && unknown?.sqlState == .undefinedTable)
        let other = await run { $0 == 700 ? "select \($0) + 1" : "select \($0)" }
        #expect(other?.name == "misuse" && other?.description.contains("700") == true)
        await #expect(throws: Stop.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute(each: 1...1000) { (number: Int) throws -> SQL in
                    if number == 400 { throw Stop() }
                    return "select \(number)"
                }
            }
        }
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("much in and much out at once fills both sockets and does not lock up")
    func full() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let block = String(repeating: "x", count: 200_000)
        let options = TransactionOptions(timeout: .seconds(300))
        try await database.transaction(as: .login, options: options) { (tx) throws in
            for _ in 1...3 {
                let echoed = try tx.one(each: 1...100, as: String.self) { "select \(block) || \("\($0)")" }
                #expect(echoed.count == 100 && echoed.last?.utf8.count == 200_003)
                let big = String(repeating: "y", count: 20_000_000)
                #expect(try tx.one("select \(big)", as: String.self).utf8.count == 20_000_000)
            }
        }
        database.close()
    }

    @Test("a pipeline that is cancelled or takes too long leaves its connection usable")
    func interrupted() async throws {
        let watch = Watch()
        let database = Database.named("pipeline interrupted")
        let task = Task {
            try await database.transaction(as: .login) { tx in
                try tx.pipeline(.execute("select 1"), .execute("select pg_sleep(250)"), .execute("select 2"))
            }
        }
        let pid = try await watch.pid(of: "pipeline interrupted", running: "pg_sleep(250)")
        task.cancel()
        let cancelled = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(cancelled?.name == "cancelled")
        let late = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login, options: TransactionOptions(timeout: .milliseconds(30))) { tx in
                try tx.pipeline(.execute("select 1"), .execute("select pg_sleep(250)"))
            }
        }
        #expect(late?.sqlState == .queryCanceled)
        #expect(try await database.pid() == pid)
        database.close()
        watch.database.close()
    }

    @Test("savepoints and their releases travel with other statements, and are undone all the same")
    func savepoints() async throws {
        let recorder = EventRecorder()
        let database = Database(
            ConnectionOptions(uri: TestServer.shared.server.uri()),
            limits: PoolLimits(maximum: 1),
            observer: recorder
        )
        let kept = try await database.transaction(as: .login) { tx in
            try tx.execute("create temp table saved (n int8) on commit drop")
            for number in 1...20 {
                _ = try? await tx.savepoint { part in
                    // One that does nothing needs no server.
                    try await part.savepoint { _ in }
                    try part.execute("insert into saved values (\(number))")
                    try await part.savepoint { inner in
                        if number % 3 == 0 { try inner.execute("select 1 / 0") }
                    }
                    if number % 5 == 0 { throw CancellationError() }
                }
            }
            return try tx.all("select n from saved order by n", as: Int.self)
        }
        #expect(kept == (1...20).filter { $0 % 3 != 0 && $0 % 5 != 0 })
        #expect(!recorder.statements.contains { $0.sql.statementText.contains("savepoint") })
        database.close()
    }
}
