import Postgres
import TestSupport
import Testing

@Suite("Transaction")
struct TransactionTests {
    @Test("one, optional and all read rows as tuples, and refuse another number of rows")
    func cardinality() async throws {
        let database = TestServer.shared.superuser()
        try await database.transaction(as: .login) { tx in
            let row = try tx.one("select 1::int4, 'a'::text", as: (Int32, String).self)
            #expect(row == (1, "a"))
            #expect(try tx.optional("select 1::int4 where false", as: Int32.self) == nil)
            #expect(try tx.all("select g::int8 from generate_series(1, 3) g", as: Int.self) == [1, 2, 3])
            #expect(throws: PostgresError.self) { try tx.one("select 1 where false", as: Int.self) }
            #expect(throws: PostgresError.self) { try tx.one("select g from generate_series(1, 2) g", as: Int.self) }
        }
        await database.close()
    }
}
