import Postgres
import TestSupport
import Testing

@Suite("Numeric")
struct NumericTests {
    private let specimens: [Specimen<Numeric>]
    private static let longest = String(repeating: "9", count: 131_072) + "." + String(repeating: "9", count: 16_383)

    init() throws {
        let forms = [
            ("0", "0000 0000 0000 0000"), ("0.0000", "0000 0000 0000 0004"), ("1", "0001 0000 0000 0000 0001"),
            ("0.0001", "0001 ffff 0000 0004 0001"), ("10000", "0001 0001 0000 0000 0001"),
            ("-12345.60", "0003 0001 4000 0002 0001 0929 1770"), ("99999999", "0002 0001 0000 0000 270f 270f"),
            ("100000000.00000001", "0005 0002 0000 0008 0001 0000 0000 0000 0001"), ("NaN", "0000 0000 c000 0000"),
        ]
        specimens = try forms.map { text, bytes in Specimen(try #require(Numeric(text)), text, bytes) }
    }

    @Test("keeps its golden bytes, which the server reads and sends, and prints as it does")
    func golden() async throws {
        try await onServer { tx in
            try check(specimens, as: "numeric", sentBy: "numeric_send", &tx)
        }
        #expect(specimens.allSatisfy { "\($0.value)" == $0.text })
    }

    @Test("the infinities keep their golden bytes; the server's have a scale, which means nothing")
    func infinities() async throws {
        let (plus, minus) = (hexadecimal("0000 0000 d000 0000"), hexadecimal("0000 0000 f000 0000"))
        #expect(try encoded(Numeric.infinity) == plus && encoded(Numeric.minusInfinity) == minus)
        #expect(try Numeric(binary: plus.span, oid: .numeric) == .infinity)
        #expect(try Numeric(binary: minus.span, oid: .numeric) == .minusInfinity)
        #expect(Numeric("Infinity") == .infinity && Numeric("-Infinity") == .minusInfinity)
        try await onServer { tx in
            let (infinity, minusInfinity) = (Numeric.infinity, Numeric.minusInfinity)
            let answer = try tx.one(
                "select \(infinity)::text, \(minusInfinity)::text, 'Infinity'::numeric, '-Infinity'::numeric",
                as: (String, String, Numeric, Numeric).self
            )
            #expect(answer == ("Infinity", "-Infinity", .infinity, .minusInfinity))
        }
    }

    @Test(
        "goes to the server and back as it was written",
        arguments: [
            "-1", "-0.0001", "1.50", "-12.500", "1000000.000001", "0.00000000000000001", "0." + zeros(16_383),
            "1" + zeros(100), "1" + zeros(100_000), String(repeating: "7", count: 100_000),
            "-" + String(repeating: "12345", count: 200) + "." + String(repeating: "67890", count: 200), longest,
            "0." + zeros(16_382) + "1",
        ]
    )
    func roundTrip(_ text: String) async throws {
        let number = try #require(Numeric(text))
        #expect(number.description == text)
        try await onServer { tx in
            let answer = try tx.one(
                "select v, v::text, \(text)::numeric from (select \(number) as v) s",
                as: (Numeric, String, Numeric).self
            )
            #expect(answer.0 == number && answer.0.description == text)
            #expect(answer.1 == text)
            #expect(answer.2 == number && answer.2.scale == number.scale)
        }
    }

    private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

    /// Decimal text with many zeros in it, in the server's form.
    private static func text(_ generator: inout SeededGenerator) -> String {
        func digits(_ count: ClosedRange<Int>) -> String {
            (0..<Int.random(in: count, using: &generator))
                .map { _ in Bool.random(using: &generator) ? "0" : "\(Int.random(in: 0...9, using: &generator))" }
                .joined()
        }
        let whole = String(digits(0...20).drop { $0 == "0" })
        let fraction = digits(0...20)
        let text = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
        let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
        return (Bool.random(using: &generator) && !isZero ? "-" : "") + text
    }

    @Test("goes to the server and back, five hundred random ones, and compares as they do there")
    func random() async throws {
        try await onServer { tx in
            let numbers = try checkRandom(as: "numeric", seed: 61, &tx) { Numeric(Self.text(&$0)) ?? .nan }
            for (value, text) in numbers { #expect("\(value)" == text) }
            let values = numbers.map(\.value) + [.nan, .infinity, .minusInfinity, Numeric(0)]
            let sorted = try tx.one("select array_agg(n order by n) from unnest(\(values)) n", as: [Numeric].self)
            #expect(sorted == values.sorted())
            let doubles = try tx.one("select \(values)::float8[]", as: [Double?].self)
            #expect(zip(doubles, values).allSatisfy { $0.0.map { $0.isNaN } == true || $0.0 == Double($0.1) })
        }
    }

    @Test("equality is by value, as the server's is")
    func equality() throws {
        let (short, long) = (try #require(Numeric("1.0")), try #require(Numeric("1.00")))
        #expect(short == long && short.hashValue == long.hashValue && !(short < long))
        #expect(short.scale == 1 && long.scale == 2 && "\(short)" != "\(long)")
        #expect(Numeric("-0.00") == Numeric(0) && Numeric("0.5") != Numeric("-0.5"))
        #expect(Numeric.nan == .nan && Numeric.nan.isNaN && Numeric.infinity < .nan && !Numeric.infinity.isFinite)
        let ordered = [
            "-Infinity", "-10000", "-9999.9", "-0.0001", "0", "0.0001", "0.001", "9999", "10000", "Infinity", "NaN",
        ]
        .compactMap { Numeric($0) }
        #expect(ordered.count == 11)
        for (left, right) in zip(ordered, ordered.dropFirst()) { #expect(left < right && !(right < left)) }
    }

    @Test("integers convert exactly, both ways")
    func integers() {
        var generator = SeededGenerator(state: 62)
        let integers =
            [0, 1, -1, 9_999, 10_000, -10_000, Int.max, Int.min] + (0..<500).map { _ in generator.integer(Int.self) }
        for integer in integers {
            #expect("\(Numeric(integer))" == "\(integer)")
            #expect(Int(exactly: Numeric(integer)) == integer)
        }
        #expect("\(Numeric(UInt128.max))" == "\(UInt128.max)" && "\(Numeric(Int128.min))" == "\(Int128.min)")
        #expect(Int128(exactly: Numeric(Int128.min)) == .min && UInt8(exactly: Numeric(255)) == 255)
        #expect(UInt8(exactly: Numeric(256)) == nil && Int8(exactly: Numeric(-128)) == -128)
        func integer(_ text: String) -> Int? { Numeric(text).flatMap { Int(exactly: $0) } }
        #expect(integer("9223372036854775808") == nil && integer("1.5") == nil && integer("2.00") == 2)
        #expect(
            UInt(exactly: Numeric(-1)) == nil && Int(exactly: Numeric.nan) == nil
                && Int(exactly: Numeric.infinity) == nil
        )
    }

    @Test("converts to the nearest Double")
    func doubles() {
        func double(_ text: String) -> Double? { Numeric(text).map { Double($0) } }
        #expect(double("0.1") == 0.1 && double("-82.50") == -82.5)
        #expect(double("9007199254740993") == 9_007_199_254_740_992)
        #expect(double(Self.longest) == .infinity && double("0." + Self.zeros(400) + "1") == 0)
        #expect(Double(Numeric.nan).isNaN && Double(Numeric.infinity) == .infinity)
        #expect(Double(Numeric.minusInfinity) == -.infinity)
    }

    @Test("text becomes canonical")
    func canonical() {
        #expect(Numeric("+007.50")?.description == "7.50")
        #expect(Numeric(".5")?.description == "0.5")
        #expect(Numeric("5.")?.description == "5")
        #expect(Numeric("-0.00")?.description == "0.00")
        #expect(Numeric("0001".dropFirst())?.description == "1")
        #expect(Numeric(Self.zeros(200_000) + "1")?.description == "1")
    }

    @Test(
        "text that is no number is refused",
        arguments: [
            "", "-", ".", "-.", "--1", "+-1", "1e5", "1 ", "0x1", "1.2.3", "nan", "+NaN", "inf", "1,5", "٣", "1.-5",
            String(repeating: "1", count: 131_073), "0." + String(repeating: "1", count: 16_384),
        ]
    )
    func refused(_ text: String) {
        #expect(Numeric(text) == nil)
    }

    @Test("zeros that no server sends are forgotten")
    func padded() throws {
        let padded = hexadecimal("0004 0002 4000 0001 0000 0007 1388 0000")
        let number = try Numeric(binary: padded.span, oid: .numeric)
        #expect(number.description == "-75000.0")
        #expect(try Numeric(binary: hexadecimal("0001 7fff 4000 0000 0000").span, oid: .numeric) == Numeric(0))
    }

    @Test("other lengths and random bytes are refused or read, and never trap")
    func hostile() throws {
        let refused = [
            "", "0000 0000 0000 00", "0002 0000 0000 0000 0001", "ffff 0000 0000 0000", "0000 0000 1234 0000",
            "0000 0000 0000 ffff", "0000 0000 0000 4000", "0001 0000 0000 0000 2710", "0001 0000 0000 0000 ffff",
            // Digits after the last place.
            "0001 ffff 0000 0000 0001", "0001 ffff 0000 0002 04d2", "0001 8000 0000 3fff 0001",
        ]
        for bytes in refused {
            #expect(throws: DecodingFailure.self, "\(bytes)") {
                try Numeric(binary: hexadecimal(bytes).span, oid: .numeric)
            }
        }
        refuseOtherLengths(of: specimens)
        try readRandomBytes(near: specimens, seed: 61)
    }
}
