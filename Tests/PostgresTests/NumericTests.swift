import Postgres
import TestSupport
import Testing

@Suite("Numeric")
struct NumericTests {
    @Test(
        "goes to the server and back as it was written",
        arguments: [
            "0", "0.0000", "1", "-1", "0.0001", "-0.0001", "10000", "99999999", "1.50", "-12.500", "1000000.000001",
            "0.00000000000000001", "1" + String(repeating: "0", count: 100), String(repeating: "7", count: 1000),
            "-" + String(repeating: "12345", count: 200) + "." + String(repeating: "67890", count: 200),
            String(repeating: "9", count: 131_072) + "." + String(repeating: "9", count: 16_383),
        ]
    )
    func roundTrip(_ text: String) async throws {
        let number = try #require(Numeric(text))
        let database = TestServer.shared.superuser(limit: 1)
        let answer = try await database.transaction(as: .login) { tx in
            try tx.one("select v, v::text from (select \(number) as v) s", as: (Numeric, String).self)
        }
        await database.close()
        #expect(answer.0 == number)
        #expect(answer.1 == text)
        #expect(number.description == text)
    }

    @Test("keeps its golden bytes")
    func bytes() throws {
        func check(_ text: String, _ bytes: [UInt8]) throws {
            var encoded: [UInt8] = []
            try #require(Numeric(text)).encode(into: &encoded)
            #expect(encoded == bytes, "\(text)")
        }
        try check("0", [0, 0, 0, 0, 0, 0, 0, 0])
        try check("0.0001", [0, 1, 255, 255, 0, 0, 0, 4, 0, 1])
        try check("10000", [0, 1, 0, 1, 0, 0, 0, 0, 0, 1])
        try check("-12345.60", [0, 3, 0, 1, 0x40, 0, 0, 2, 0, 1, 0x09, 0x29, 0x17, 0x70])
    }

    @Test(
        "NaN and the infinities are read, and sent back as what they are",
        arguments: ["NaN", "Infinity", "-Infinity"]
    )
    func specials(_ text: String) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            let read = try tx.one("select \(text)::text::numeric", as: Numeric.self)
            #expect(read.description == text)
            #expect(try tx.one("select \(read)::text", as: String.self) == text)
        }
        await database.close()
    }

    @Test("text becomes canonical")
    func canonical() {
        #expect(Numeric("+007.50")?.description == "7.50")
        #expect(Numeric(".5")?.description == "0.5")
        #expect(Numeric("5.")?.description == "5")
        #expect(Numeric("-0.00")?.description == "0.00")
    }

    @Test(
        "text that is no number is refused",
        arguments: [
            "", "-", ".", "-.", "--1", "+-1", "1e5", "1 ", "0x1", "1.2.3", "NaN", "1,5", "٣",
            String(repeating: "1", count: 131_073), "0." + String(repeating: "1", count: 16_384),
        ]
    )
    func refused(_ text: String) {
        #expect(Numeric(text) == nil)
    }

    @Test(
        "bytes that no server sends are refused",
        arguments: [
            [], [0, 0, 0, 0, 0, 0, 0], [0, 2, 0, 0, 0, 0, 0, 0, 0, 1], [255, 255, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0x12, 0x34, 0, 0], [0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
            [0, 1, 0, 0, 0, 0, 0, 0, 0x30, 0x39], [0, 1, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
        ] as [[UInt8]]
    )
    func hostile(_ bytes: [UInt8]) {
        #expect(throws: DecodingFailure.self) { try Numeric(binary: bytes.span, oid: .numeric) }
    }
}
