import Postgres
import TestSupport
import Testing

@Suite("Arrays")
struct ArrayTests {
    @Test("go to the server and back: empty, one and many")
    func roundTrip() async throws {
        @Sendable func check<Element: PostgresArrayElement & Equatable>(
            _ array: [Element],
            _ tx: inout Transaction
        ) throws {
            let answer = try tx.one("select v, cardinality(v) from (select \(array) as v) s", as: ([Element], Int).self)
            #expect(answer.0 == array)
            #expect(answer.1 == array.count)
        }
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            try check([] as [Int32], &tx)
            try check([true, false], &tx)
            try check([Int16.min], &tx)
            try check((0..<100_000).map { Int32($0) }, &tx)
            try check([Int64.max, 0], &tx)
            try check([1, -1], &tx)
            try check([0.5], &tx)
            try check(["", "a,b", "{\"}", "null"], &tx)
            try check([PostgresDate.infinity], &tx)
            try check([Instant(microsecondsSince2000: 5)], &tx)
        }
        await database.close()
    }

    @Test("keep their golden bytes")
    func bytes() {
        var encoded: [UInt8] = []
        [Int16(1), 2].encode(into: &encoded)
        #expect(
            encoded == [
                0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 21, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0, 2, 0, 2,
            ]
        )
        encoded = []
        [String]().encode(into: &encoded)
        #expect(encoded == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25])
    }

    @Test("a null element, a second dimension and another element type are errors")
    func refused() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            let null = #expect(throws: PostgresError.self) {
                try tx.one("select array[1, null] as a", as: [Int32].self)
            }
            #expect(null?.description == "column a: expected Int32, found null")
            #expect(throws: PostgresError.self) { try tx.one("select array[[1], [2]]", as: [Int32].self) }
            #expect(throws: PostgresError.self) { try tx.one("select array[1::int8]", as: [Int32].self) }
        }
        await database.close()
    }

    @Test("hostile lengths are refused")
    func hostile() throws {
        let good: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 21, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1]
        func refuse(_ change: (inout [UInt8]) -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
            var bytes = good
            change(&bytes)
            #expect(throws: DecodingFailure.self, sourceLocation: sourceLocation) {
                try [Int16](binary: bytes.span, oid: .int2Array)
            }
        }
        #expect(try [Int16](binary: good.span, oid: .int2Array) == [1])
        for length in 0..<good.count { refuse { $0.removeLast(good.count - length) } }
        refuse { $0.append(0) }
        refuse { $0[0] = 0xFF }
        refuse { $0[3] = 7 }
        refuse { $0[12] = 0x7F }
        refuse { $0[12] = 0xFF }
        refuse { $0[15] = 2 }
        refuse { $0[20] = 0x7F }
        refuse { $0[20] = 0xFF }
        refuse { $0[23] = 1 }
    }
}
