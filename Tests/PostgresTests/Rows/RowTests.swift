import Postgres
import TestSupport
import Testing

@Suite("Rows")
struct RowTests {
    private struct Unit: RowDecodable, Equatable {
        var code: String
        var head: Int?

        init(code: String, head: Int?) {
            self.code = code
            self.head = head
        }

        init(_ row: borrowing Row) throws(PostgresError) {
            code = try row.column(0)
            head = try row.column(1)
        }
    }

    @Test("one, optional and all read rows as tuples")
    func tuples() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            let row = try tx.one("select 1::int4, 'a'::text", as: (Int32, String).self)
            #expect(row == (1, "a"))
            #expect(try tx.optional("select 1::int4 where false", as: Int32.self) == nil)
            let five: Int32? = try tx.optional("select 5::int4", as: Int32.self)
            #expect(five == 5)
            #expect(try tx.all("select g::int8 from generate_series(1, 3) g", as: Int.self) == [1, 2, 3])
            #expect(try tx.all("select 1 where false", as: Int.self).isEmpty)
        }
        database.close()
    }

    @Test("another number of rows than asked for is an error that counts them")
    func cardinality() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            let none = #expect(throws: PostgresError.self) { try tx.one("select 1 where false", as: Int.self) }
            #expect(none?.description == "expected exactly one, got 0 rows")
            let two = #expect(throws: PostgresError.self) {
                try tx.one("select g from generate_series(1, 2) g", as: Int.self)
            }
            #expect(two?.description == "expected exactly one, got 2 rows")
            let three = #expect(throws: PostgresError.self) {
                try tx.optional("select g from generate_series(1, 3) g", as: Int.self)
            }
            #expect(three?.description == "expected at most one, got 3 rows")
            #expect(throws: PostgresError.self) { try tx.one("select 'a', null::int8 where false", as: Unit.self) }
        }
        database.close()
    }

    @Test("errors of decoding name the column, the expected and the found")
    func decoding() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            let null = #expect(throws: PostgresError.self) {
                try tx.one("select 1, null::text as title", as: (Int, String).self)
            }
            #expect(null?.description == "column title: expected String, found null")
            let type = #expect(throws: PostgresError.self) { try tx.one("select now() as since", as: String.self) }
            #expect(type?.description == "column since: expected String, found timestamptz")
            // The type is wrong whether or not the value happens to be null.
            #expect(throws: PostgresError.self) { try tx.one("select null::text", as: Int?.self) }
            // The transaction itself is fine.
            #expect(try tx.one("select 2", as: Int.self) == 2)
        }
        database.close()
    }

    @Test("a tuple of another size than the row is refused")
    func width() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            let few = #expect(throws: PostgresError.self) { try tx.one("select 1, 2", as: Int.self) }
            #expect(few?.description == "the result has 2 columns, 1 were asked for")
            #expect(throws: PostgresError.self) { try tx.one("select 1", as: (Int, Int).self) }
            #expect(throws: PostgresError.self) { try tx.one("select 'only'", as: Unit.self) }
        }
        database.close()
    }

    @Test("a domain value reads itself")
    func decodable() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            #expect(try tx.one("select 'a', 4::int8", as: Unit.self) == Unit(code: "a", head: 4))
            #expect(try tx.optional("select 'a', 4::int8 where false", as: Unit.self) == nil)
            let units = try tx.all("values ('a', 4), ('b', null)", as: Unit.self)
            #expect(units == [Unit(code: "a", head: 4), Unit(code: "b", head: nil)])
        }
        database.close()
    }
}
