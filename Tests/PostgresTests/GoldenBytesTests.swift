import Postgres
import TestSupport
import Testing

@Suite("Golden bytes")
struct GoldenBytesTests {
    /// The bytes are fixed, the server means the same by them, and what it sends back is the same value.
    @Sendable private static func check<Value: PostgresCodable & Equatable>(
        _ value: Value,
        _ text: String,
        _ bytes: [UInt8],
        _ tx: inout Transaction,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var encoded: [UInt8] = []
        value.encode(into: &encoded)
        #expect(encoded == bytes, sourceLocation: sourceLocation)
        let decoded = try Value(binary: bytes.span, oid: Value.oid)
        #expect(decoded == value, sourceLocation: sourceLocation)
        let answer = try tx.one("select v, v::text from (select \(value) as v) s", as: (Value, String).self)
        #expect(answer.0 == value, sourceLocation: sourceLocation)
        #expect(answer.1 == text, sourceLocation: sourceLocation)
    }

    @Test("booleans and numbers")
    func numbers() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            try Self.check(true, "true", [1], &tx)
            try Self.check(false, "false", [0], &tx)
            try Self.check(Int16(-2), "-2", [0xFF, 0xFE], &tx)
            try Self.check(Int16.min, "-32768", [0x80, 0], &tx)
            try Self.check(Int32(258), "258", [0, 0, 1, 2], &tx)
            try Self.check(Int32.min, "-2147483648", [0x80, 0, 0, 0], &tx)
            try Self.check(Int64.max, "9223372036854775807", [0x7F, 255, 255, 255, 255, 255, 255, 255], &tx)
            try Self.check(Int.min, "-9223372036854775808", [0x80, 0, 0, 0, 0, 0, 0, 0], &tx)
            try Self.check(-1.5, "-1.5", [0xBF, 0xF8, 0, 0, 0, 0, 0, 0], &tx)
            try Self.check(Double.infinity, "Infinity", [0x7F, 0xF0, 0, 0, 0, 0, 0, 0], &tx)
            #expect(try tx.one("select \(Double.nan)", as: Double.self).isNaN)
        }
        await database.close()
    }

    @Test("text, bytes and documents")
    func texts() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            try Self.check("", "", [], &tx)
            try Self.check("é'\"\\", "é'\"\\", [0xC3, 0xA9, 0x27, 0x22, 0x5C], &tx)
            try Self.check(Bytes([]), "\\x", [], &tx)
            try Self.check(Bytes([0, 255]), "\\x00ff", [0, 255], &tx)
            try Self.check(JSONDocument(text: #"{"a": 1}"#), #"{"a": 1}"#, [1] + Array(#"{"a": 1}"#.utf8), &tx)
            let long = String(repeating: "ß", count: 1_000_000)
            #expect(try tx.one("select \(long)", as: String.self) == long)
            #expect(try tx.one("select 'a'::varchar, 'b'::name", as: (String, String).self) == ("a", "b"))
            #expect(try tx.one("select '[1]'::json", as: JSONDocument.self).text == "[1]")
        }
        await database.close()
    }

    @Test("dates and instants, the infinities too")
    func times() async throws {
        let full = [UInt8](repeating: 255, count: 8)
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            try tx.execute("set local timezone to 'UTC'")
            try Self.check(PostgresDate(daysSince2000: 0), "2000-01-01", [0, 0, 0, 0], &tx)
            try Self.check(PostgresDate(daysSince2000: -1), "1999-12-31", [255, 255, 255, 255], &tx)
            try Self.check(PostgresDate(daysSince2000: -730_485), "0001-01-01 BC", [0xFF, 0xF4, 0xDA, 0x8B], &tx)
            try Self.check(PostgresDate.infinity, "infinity", [0x7F, 255, 255, 255], &tx)
            try Self.check(PostgresDate.minusInfinity, "-infinity", [0x80, 0, 0, 0], &tx)
            try Self.check(Instant(microsecondsSince2000: -1), "1999-12-31 23:59:59.999999+00", full, &tx)
            try Self.check(Instant(microsecondsSince2000: .max), "infinity", [0x7F] + full.dropLast(), &tx)
            try Self.check(Instant(microsecondsSince2000: .min), "-infinity", [0x80, 0, 0, 0, 0, 0, 0, 0], &tx)
            let epoch = try tx.one("select to_timestamp(1234567890.5)", as: Instant.self)
            #expect(epoch == Instant(secondsSince1970: 1_234_567_890.5))
            #expect(epoch.secondsSince1970 == 1_234_567_890.5)
        }
        await database.close()
    }

    @Test("an optional is a value or null, in both directions")
    func optionals() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let none: Int32? = nil
        let some: Int32? = 7
        try await database.transaction(as: .login) { tx in
            let row = try tx.one("select \(none), \(some), \(none) is null", as: (Int32?, Int32?, Bool).self)
            #expect(row.0 == nil && row.1 == 7 && row.2)
            let arrays = try tx.one("select null::text[], '{}'::text[]", as: ([String]?, [String]?).self)
            #expect(arrays == (nil, []))
        }
        await database.close()
    }

    @Test("integers and floats widen, and never narrow")
    func widening() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            let wide = try tx.one("select (-3)::int2, (-4)::int4, 0.5::float4", as: (Int, Int64, Double).self)
            #expect(wide == (-3, -4, 0.5))
            let refused = #expect(throws: PostgresError.self) { try tx.one("select 1::int8 as big", as: Int32.self) }
            #expect(refused?.description == "column big: expected Int32, found type 20")
            #expect(throws: PostgresError.self) { try tx.one("select 1::int4", as: Int16.self) }
        }
        await database.close()
    }

    @Test("a value of another length than its type has is refused")
    func lengths() {
        func refuse<Value: PostgresDecodable>(_: Value.Type, _ oid: OID, _ bytes: [UInt8]) {
            #expect(throws: DecodingFailure.self, "\(Value.self)") { try Value(binary: bytes.span, oid: oid) }
        }
        refuse(Bool.self, .bool, [])
        refuse(Int16.self, .int2, [1])
        refuse(Int32.self, .int4, [0, 0, 0, 0, 0, 0, 0, 1])
        refuse(Int.self, .int8, [0, 0, 1])
        refuse(Double.self, .float8, [0])
        refuse(PostgresDate.self, .date, [0, 0])
        refuse(Instant.self, .timestamptz, [0, 0, 0, 0])
        refuse(JSONDocument.self, .jsonb, [])
        refuse(JSONDocument.self, .jsonb, [2, 0x31])
    }
}
