import Postgres
import Testing

@Suite("Optionals")
struct OptionalTests {
    @Test("are a value or null, in both directions")
    func roundTrip() async throws {
        let none: Int32? = nil
        let some: Int32? = 7
        try await onServer { tx in
            let row = try tx.one("select \(none), \(some), \(none) is null", as: (Int32?, Int32?, Bool).self)
            #expect(row == (nil, 7, true))
            let arrays = try tx.one("select null::text[], '{}'::text[]", as: ([String]?, [String]?).self)
            #expect(arrays == (nil, []))
            let ranges = try tx.one(
                "select null::int4range, 'empty'::int4range",
                as: (PostgresRange<Int>?, PostgresRange<Int>?).self
            )
            #expect(ranges == (nil, .empty))
        }
    }

    @Test("of optionals are null when either is nil")
    func nested() async throws {
        let inner: Int32?? = .some(nil)
        #expect(inner.isNull)
        try await onServer { tx in
            let isNull = try tx.one("select \(inner) is null", as: Bool.self)
            #expect(isNull)
            let some = try tx.one("select 5", as: Int32??.self)
            #expect(some == .some(.some(5)))
        }
    }

    @Test("of another type are refused, null or not")
    func refused() async throws {
        try await onServer { (tx) throws in
            let error = #expect(throws: PostgresError.self) { try tx.one("select null::uuid as key", as: Int?.self) }
            #expect(error?.description == "column key: expected Optional<Int>, found uuid")
            let null = #expect(throws: PostgresError.self) { try tx.one("select null::int4 as key", as: Int.self) }
            #expect(null?.description == "column key: expected Int, found null")
        }
    }
}
