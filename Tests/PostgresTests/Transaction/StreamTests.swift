import Postgres
import TestSupport
import Testing

@Suite("Streams and COPY")
struct StreamTests {
    private struct Stop: Error, Equatable {}

    @Test("a stream passes every row, in order")
    func stream() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let sum = try await database.transaction(as: .login) { tx in
            var next = 1
            try tx.stream("select g, repeat('x', 100) from generate_series(\(1), 200000) g") { row in
                let (number, text) = try row.decode(as: (Int, String).self)
                if number != next || text.utf8.count != 100 { throw Stop() }
                next += 1
            }
            return next
        }
        #expect(sum == 200_001)
        database.close()
    }

    @Test("a throw in the middle of a stream comes out, and the transaction goes on")
    func streamThrow() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            var rows = 0
            #expect(throws: Stop()) {
                try tx.stream("select g from generate_series(1, 200000) g") { _ in
                    rows += 1
                    if rows == 1000 { throw Stop() }
                }
            }
            #expect(rows == 1000)
            #expect(try tx.one("select 1", as: Int.self) == 1)
        }
        database.close()
    }

    @Test("an error of the server in the middle of a stream comes out after the rows before it")
    func streamFailure() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let pid = try await database.pid()
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.stream("select 1 / (1000 - g) from generate_series(1, 2000) g") { _ in }
            }
        }
        #expect(error?.sqlState == SQLState("22012"))
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("COPY in writes many rows of every kind, and COPY out gives them back")
    func copy() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        // A slow machine takes its time for so much.
        let options = TransactionOptions(timeout: .seconds(300))
        try await database.transaction(as: .login, options: options) { tx in
            try tx.execute("create temp table copied (id int8, name text, n numeric, day date, tags text[])")
            let columns: [Identifier] = ["id", "name", "n", "day", "tags"]
            let count = try tx.copyIn("copied", columns: columns) { writer in
                for id in 0..<200_000 {
                    let name: String? = id % 3 == 0 ? nil : "n\(id)"
                    try writer.row(id, name, Numeric("\(id).5"), PostgresDate(daysSince2000: Int32(id)), ["a", "b"])
                }
                try writer.row([-1, "last", Numeric("0"), PostgresDate.infinity, [String]()])
            }
            #expect(count == 200_001)
            let totals = try tx.one(
                "select count(*), count(name), sum(n)::int8, max(id), min(id) from copied",
                as: (Int, Int, Int, Int, Int).self
            )
            #expect(totals == (200_001, 133_334, 20_000_000_000, 199_999, -1))
            var text: [UInt8] = []
            try tx.copyOut("copy (select id, name from copied where id < 2 order by id) to stdout") { block in
                unsafe block.withUnsafeBufferPointer { unsafe text += $0 }
            }
            #expect(String(decoding: text, as: UTF8.self) == "-1\tlast\n0\t\\N\n1\tn1\n")
        }
        database.close()
    }

    @Test("a throw in the middle of a COPY comes out and leaves nothing")
    func copyThrow() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in try tx.execute("create temp table left_over (id int4)") }
        await #expect(throws: Stop()) {
            try await database.transaction(as: .login) { tx in
                try tx.copyIn("left_over", columns: ["id"]) { writer in
                    for id in 0..<50_000 { try writer.row(Int32(id)) }
                    throw Stop()
                }
            }
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select count(*) from left_over", as: Int.self) == 0)
        }
        database.close()
    }

    @Test("a COPY that the server refuses is its error, early or late, and the connection goes on")
    func copyRefused() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let pid = try await database.pid()
        try await database.transaction(as: .login) { tx in
            try tx.execute("create temp table narrow (id int4 primary key)")
        }
        @Sendable func copy(
            _ table: Identifier,
            _ rows: @Sendable (inout CopyWriter) throws -> Void
        ) async -> PostgresError? {
            await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in try tx.copyIn(table, columns: ["id"], rows) }
            }
        }
        let wide = await copy("narrow") { for id in 0..<100_000 { try $0.row(id) } }
        #expect(wide?.sqlState == SQLState("22P03"))
        let twice = await copy("narrow") { for id in [1, 2, 1] { try $0.row(Int32(id)) } }
        #expect(twice?.sqlState == .uniqueViolation)
        let nowhere = await copy("nowhere") { _ in Issue.record("nothing is to be written") }
        #expect(nowhere?.sqlState == .undefinedTable)
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("a throw in the middle of a COPY out comes out, and the transaction goes on")
    func copyOutThrow() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            #expect(throws: Stop()) {
                try tx.copyOut("copy (select generate_series(1, 100000)) to stdout") { _ in throw Stop() }
            }
            let error = #expect(throws: PostgresError.self) { try tx.copyOut("select 1") { _ in } }
            #expect(error?.name == "misuse")
            #expect(try tx.one("select 1", as: Int.self) == 1)
        }
        database.close()
    }

    @Test(
        "a COPY where none is expected is refused, and the pool goes on",
        arguments: [["copy misplaced from stdin"], ["select 1", "copy misplaced from stdin"]] as [[SQL]],
        [false, true]
    )
    func misplaced(_ statements: [SQL], _ streaming: Bool) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("create temp table if not exists misplaced (id int4) on commit drop")
                for statement in statements {
                    if streaming { try tx.stream(statement) { _ in } } else { try tx.execute(statement) }
                }
            }
        }
        #expect(error?.name == "misuse")
        await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in try tx.execute("copy pg_am to stdout") }
        }
        try await database.transaction(as: .login) { (tx) throws in #expect(try tx.one("select 1", as: Int.self) == 1) }
        database.close()
    }
}
