import Postgres
import TestSupport
import Testing

@Suite("Ranges")
struct RangeTests {
    private let small = [
        Specimen(PostgresRange(1 as Int32..<5), "[1,5)", "02 00000004 00000001 00000004 00000005"),
        Specimen(PostgresRange<Int32>.empty, "empty", "01"),
        Specimen(PostgresRange<Int32>.all, "(,)", "18"),
        Specimen(PostgresRange((-1 as Int32)...), "[-1,)", "12 00000004 ffffffff"),
    ]
    private let large = [
        Specimen(PostgresRange(..<7), "(,7)", "08 00000008 00000000 00000007"),
        Specimen(
            PostgresRange(Int.min..<Int.max),
            "[-9223372036854775808,9223372036854775807)",
            "02 00000008 80000000 00000000 00000008 7fffffff ffffffff"
        ),
    ]
    private let days: [Specimen<PostgresRange<PostgresDate>>]
    private let moments: [Specimen<PostgresRange<Instant>>]

    init() throws {
        let first = try #require(PostgresDate(year: 0, month: 1, day: 1))
        let ever = try #require(
            PostgresRange<PostgresDate>(from: .exclusive(.minusInfinity), to: .inclusive(.infinity))
        )
        days = [
            Specimen(
                PostgresRange(first..<PostgresDate(daysSince2000: 0)),
                "[\"0001-01-01 BC\",2000-01-01)",
                "02 00000004 fff4da8b 00000004 00000000"
            ),
            Specimen(ever, "(-infinity,infinity]", "04 00000004 80000000 00000004 7fffffff"),
        ]
        let open = try #require(
            PostgresRange<Instant>(from: .exclusive(Instant(microsecondsSince2000: 0)), to: .inclusive(.infinity))
        )
        moments = [
            Specimen(
                open,
                "(\"2000-01-01 00:00:00+00\",infinity]",
                "04 00000008 00000000 00000000 00000008 7fffffff ffffffff"
            ),
            Specimen(
                PostgresRange(...Instant(microsecondsSince2000: -1)),
                "(,\"1999-12-31 23:59:59.999999+00\"]",
                "0c 00000008 ffffffff ffffffff"
            ),
        ]
    }

    @Test("keep their golden bytes, which the server reads and sends, and print as it does")
    func golden() async throws {
        try await onServer { tx in
            try check(small, as: "int4range", sentBy: "range_send", &tx)
            try check(large, as: "int8range", sentBy: "range_send", &tx)
            try check(days, as: "daterange", sentBy: "range_send", &tx)
            try check(moments, as: "tstzrange", sentBy: "range_send", &tx)
        }
        #expect(small.allSatisfy { "\($0.value)" == $0.text })
        #expect(large.allSatisfy { "\($0.value)" == $0.text })
        #expect(days.allSatisfy { "\($0.value)" == $0.text })
        #expect(moments.allSatisfy { "\($0.value)" == $0.text })
    }

    @Test("go to the server and back, five hundred random ones of each, and are kept as it keeps them")
    func random() async throws {
        try await onServer { tx in
            let small = try checkRandom(as: "int4range", seed: 51, &tx) {
                Self.range(&$0) { $0.integer(Int32.self) / 2 }
            }
            for (value, text) in small { #expect("\(value)" == text) }
            let near =
                try checkRandom(as: "int8range", seed: 52, &tx) { Self.range(&$0) { .random(in: 0...3, using: &$0) } }
                as [(value: PostgresRange<Int>, text: String)]
            for (value, text) in near { #expect("\(value)" == text) }
            try checkRandom(as: "int8range", seed: 53, &tx) { Self.range(&$0) { $0.integer(Int64.self) / 2 } }
            let days = try checkRandom(as: "daterange", seed: 54, &tx) { generator in
                Self.range(&generator) { PostgresDate(daysSince2000: .random(in: -900_000...900_000, using: &$0)) }
            }
            for (value, text) in days { #expect("\(value)" == text) }
            let moments = try checkRandom(as: "tstzrange", seed: 55, &tx) { generator in
                Self.range(&generator) { Instant(microsecondsSince2000: $0.integer(Int64.self) / 64) }
            }
            for (value, text) in moments { #expect("\(value)" == text) }
        }
    }

    private static func range<Bound: PostgresRangeBound>(
        _ generator: inout SeededGenerator,
        _ make: (inout SeededGenerator) -> Bound
    ) -> PostgresRange<Bound> {
        let (one, other) = (make(&generator), make(&generator))
        let (lower, upper) = (min(one, other), max(one, other))
        let ends: [PostgresRange<Bound>.End] = [.inclusive(lower), .exclusive(lower), .unbounded]
        let others: [PostgresRange<Bound>.End] = [.inclusive(upper), .exclusive(upper), .unbounded]
        let pair = (ends.randomElement(using: &generator), others.randomElement(using: &generator))
        return PostgresRange(from: pair.0 ?? .unbounded, to: pair.1 ?? .unbounded) ?? .empty
    }

    @Test("ranges of the same values are equal, however they were written")
    func canonical() throws {
        let written = try #require(PostgresRange<Int>(from: .exclusive(0), to: .inclusive(4)))
        #expect(written == PostgresRange(1..<5) && written == PostgresRange(1...4))
        #expect(written.lower == .inclusive(1) && written.upper == .exclusive(5) && written.upper.bound == 5)
        #expect(PostgresRange<Int>(from: .exclusive(1), to: .exclusive(2)) == .empty)
        #expect(PostgresRange<Int>(from: .inclusive(1), to: .exclusive(1)) == .empty)
        #expect(PostgresRange(3..<3).isEmpty && PostgresRange(3...3).isEmpty == false)
        #expect(PostgresRange<Int>(from: .inclusive(2), to: .inclusive(1)) == nil)
        #expect(PostgresRange<Int>(from: .inclusive(1), to: .inclusive(.max))?.upper == .inclusive(.max))
        let moment = Instant(microsecondsSince2000: 0)
        #expect(PostgresRange(moment...moment).isEmpty == false)
        #expect(PostgresRange<Instant>(from: .exclusive(moment), to: .inclusive(moment)) == .empty)
    }

    @Test("hold what the server says they hold")
    func contains() async throws {
        var generator = SeededGenerator(state: 56)
        let ranges = (0..<300)
            .map { _ in
                Self.range(&generator) { Instant(microsecondsSince2000: .random(in: 0...9, using: &$0)) }
            }
        let moments = (0..<300).map { _ in Instant(microsecondsSince2000: .random(in: 0...9, using: &generator)) }
        try await onServer { tx in
            let answers = try tx.one(
                "select array_agg(r @> m order by n) from unnest(\(ranges), \(moments)) with ordinality as u(r, m, n)",
                as: [Bool].self
            )
            #expect(answers == zip(ranges, moments).map { $0.contains($1) })
        }
    }

    @Test("those of int4 are read as ranges of Int, those of another type are refused")
    func types() async throws {
        try await onServer { (tx) throws in
            #expect(try tx.one("select '[1,3]'::int4range", as: PostgresRange<Int>.self) == PostgresRange(1...3))
            let ranges = try tx.one("select array['[1,3]'::int4range]", as: [PostgresRange<Int64>].self)
            #expect(ranges == [PostgresRange((1 as Int64)...3)])
            let refused = #expect(throws: PostgresError.self) {
                try tx.one("select '[1,3]'::int8range as r", as: PostgresRange<Int32>.self)
            }
            #expect(refused?.description == "column r: expected PostgresRange<Int32>, found int8range")
        }
    }

    @Test("other lengths, hostile flags and random bytes are refused or read, and never trap")
    func hostile() throws {
        refuseOtherLengths(of: small)
        refuseOtherLengths(of: large)
        refuseOtherLengths(of: days)
        refuseOtherLengths(of: moments)
        let refused = [
            "20", "80", "02 00000004 00000005 00000004 00000001", "0a 7fffffff 00000001", "08 ffffffff",
            "12 00000008 00000000 00000001", "12 00000004 000001",
        ]
        for bytes in refused {
            #expect(throws: DecodingFailure.self, "\(bytes)") {
                try PostgresRange<Int32>(binary: hexadecimal(bytes).span, oid: .int4Range)
            }
        }
        try readRandomBytes(near: small, seed: 51)
        try readRandomBytes(near: large, seed: 52)
        try readRandomBytes(near: days, seed: 53)
        try readRandomBytes(near: moments, seed: 54)
    }
}
