import Postgres
import TestSupport
import Testing

@Suite("Booleans, integers and floats")
struct NumberTests {
    private let booleans = [Specimen(true, "true", "01"), Specimen(false, "false", "00")]
    private let small = [
        Specimen(Int16(-2), "-2", "fffe"), Specimen(Int16.min, "-32768", "8000"),
        Specimen(Int16.max, "32767", "7fff"),
    ]
    private let medium = [
        Specimen(Int32(258), "258", "00000102"), Specimen(Int32.min, "-2147483648", "80000000"),
        Specimen(Int32.max, "2147483647", "7fffffff"),
    ]
    private let large = [
        Specimen(Int64.max, "9223372036854775807", "7fffffff ffffffff"),
        Specimen(Int64.min, "-9223372036854775808", "80000000 00000000"),
        Specimen(Int64(0x0102_0304_0506_0708), "72623859790382856", "01020304 05060708"),
    ]
    private let native = [Specimen(-1, "-1", "ffffffff ffffffff"), Specimen(0, "0", "00000000 00000000")]
    private let single = [
        Specimen(Float(-1.5), "-1.5", "bfc00000"), Specimen(Float.infinity, "Infinity", "7f800000"),
        Specimen(-Float.infinity, "-Infinity", "ff800000"),
        Specimen(Float.greatestFiniteMagnitude, "3.4028235e+38", "7f7fffff"),
        Specimen(Float.leastNonzeroMagnitude, "1e-45", "00000001"),
    ]
    private let double = [
        Specimen(-1.5, "-1.5", "bff80000 00000000"), Specimen(-0.0, "-0", "80000000 00000000"),
        Specimen(Double.infinity, "Infinity", "7ff00000 00000000"),
        Specimen(-Double.infinity, "-Infinity", "fff00000 00000000"),
        Specimen(Double.greatestFiniteMagnitude, "1.7976931348623157e+308", "7fefffff ffffffff"),
        Specimen(Double.leastNonzeroMagnitude, "5e-324", "00000000 00000001"),
    ]
    private let oids = [
        Specimen(OID(rawValue: 0), "0", "00000000"), Specimen(OID(rawValue: .max), "4294967295", "ffffffff"),
    ]

    @Test("keep their golden bytes, which the server reads and sends")
    func golden() async throws {
        try await onServer { tx in
            try check(booleans, as: "bool", sentBy: "boolsend", &tx)
            try check(small, as: "int2", sentBy: "int2send", &tx)
            try check(medium, as: "int4", sentBy: "int4send", &tx)
            try check(large, as: "int8", sentBy: "int8send", &tx)
            try check(native, as: "int8", sentBy: "int8send", &tx)
            try check(single, as: "float4", sentBy: "float4send", &tx)
            try check(double, as: "float8", sentBy: "float8send", &tx)
            try check(oids, as: "oid", sentBy: "oidsend", &tx)
        }
    }

    @Test("go to the server and back, five hundred random ones of each")
    func random() async throws {
        try await onServer { tx in
            try checkRandom(as: "bool", seed: 1, &tx) { Bool.random(using: &$0) }
            try checkRandom(as: "int2", seed: 2, &tx) { $0.integer(Int16.self) }
            try checkRandom(as: "int4", seed: 3, &tx) { $0.integer(Int32.self) }
            try checkRandom(as: "int8", seed: 4, &tx) { $0.integer(Int64.self) }
            let words = try checkRandom(as: "int8", seed: 5, &tx) { $0.integer(Int.self) }
            #expect(words.allSatisfy { $0.text == "\($0.value)" })
            try checkRandom(as: "oid", seed: 6, &tx) { OID(rawValue: $0.integer()) }
            try checkRandom(as: "float4", seed: 7, &tx) { Self.number { Float(bitPattern: $0.integer()) }(&$0) }
            let floats = try checkRandom(as: "float8", seed: 8, &tx) {
                Self.number { Double(bitPattern: $0.next()) }(&$0)
            }
            #expect(floats.allSatisfy { Double($0.text) == $0.value })
        }
    }

    /// Any pattern of bits but those of NaN, which equals nothing.
    private static func number<Value: BinaryFloatingPoint>(
        _ make: @escaping (inout SeededGenerator) -> Value
    ) -> (inout SeededGenerator) -> Value {
        { generator in
            let value = make(&generator)
            return value.isNaN ? .infinity : value
        }
    }

    @Test("NaN goes to the server and back")
    func notANumber() async throws {
        #expect(try encoded(Double.nan) == hexadecimal("7ff80000 00000000"))
        #expect(try encoded(Float.nan) == hexadecimal("7fc00000"))
        try await onServer { tx in
            let answer = try tx.one(
                "select \(Double.nan)::text, \(Float.nan)::text, 'NaN'::float8, 'NaN'::float4, 'NaN'::float4",
                as: (String, String, Double, Float, Double).self
            )
            #expect(answer.0 == "NaN" && answer.1 == "NaN")
            #expect(answer.2.isNaN && answer.3.isNaN && answer.4.isNaN)
        }
    }

    @Test("widen, and never narrow")
    func widening() async throws {
        try await onServer { (tx) throws in
            let wide = try tx.one(
                "select (-3)::int2, (-4)::int4, (-5)::int2, 0.5::float4, array[1, 2], array[1.5::float4]",
                as: (Int, Int64, Int32, Double, [Int], [Double]).self
            )
            #expect(wide == (-3, -4, -5, 0.5, [1, 2], [1.5]))
            let refused = #expect(throws: PostgresError.self) { try tx.one("select 1::int8 as big", as: Int32.self) }
            #expect(refused?.description == "column big: expected Int32, found int8")
            #expect(throws: PostgresError.self) { try tx.one("select 1::int4", as: Int16.self) }
            #expect(throws: PostgresError.self) { try tx.one("select 1::float8", as: Float.self) }
            #expect(throws: PostgresError.self) { try tx.one("select 1::int4", as: Double.self) }
            #expect(throws: PostgresError.self) { try tx.one("select array[1::int8]", as: [Int32].self) }
        }
    }

    @Test("other lengths and random bytes are refused or read, and never trap")
    func hostile() throws {
        refuseOtherLengths(of: booleans)
        refuseOtherLengths(of: small)
        refuseOtherLengths(of: medium)
        refuseOtherLengths(of: large)
        refuseOtherLengths(of: native)
        refuseOtherLengths(of: single)
        refuseOtherLengths(of: double)
        refuseOtherLengths(of: oids)
        #expect(throws: DecodingFailure.self) { try Int(binary: [0, 1].span, oid: .int4) }
        #expect(throws: DecodingFailure.self) { try Int(binary: [0, 0, 0, 1].span, oid: .int8) }
        #expect(throws: DecodingFailure.self) { try Double(binary: [0, 0, 0, 1].span, oid: .float8) }
        try readRandomBytes(near: booleans, seed: 1)
        try readRandomBytes(near: small, seed: 2)
        try readRandomBytes(near: medium, seed: 3)
        try readRandomBytes(near: large, seed: 4)
        try readRandomBytes(near: native, seed: 5)
        try readRandomBytes(near: single, seed: 6)
        try readRandomBytes(near: double, seed: 7)
        try readRandomBytes(near: oids, seed: 8)
    }
}
