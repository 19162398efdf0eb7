import Postgres
import TestSupport
import Testing

@Suite("Dates, times and intervals")
struct TimeTests {
    private let dates = [
        Specimen(PostgresDate(daysSince2000: 0), "2000-01-01", "00000000"),
        Specimen(PostgresDate(daysSince2000: -1), "1999-12-31", "ffffffff"),
        Specimen(PostgresDate(daysSince2000: -730_485), "0001-01-01 BC", "fff4da8b"),
        Specimen(PostgresDate(daysSince2000: -730_120), "0001-12-31 BC", "fff4dbf8"),
        Specimen(PostgresDate(daysSince2000: -2_451_545), "4714-11-24 BC", "ffda97a7"),
        Specimen(PostgresDate(daysSince2000: 2_145_031_948), "5874897-12-31", "7fda970c"),
        Specimen(PostgresDate.infinity, "infinity", "7fffffff"),
        Specimen(PostgresDate.minusInfinity, "-infinity", "80000000"),
    ]
    private let times: [Specimen<PostgresTime>]
    private let stamps = [
        Specimen(PostgresTimestamp(microsecondsSince2000: -1), "1999-12-31 23:59:59.999999", "ffffffff ffffffff"),
        Specimen(PostgresTimestamp(microsecondsSince2000: 100_000), "2000-01-01 00:00:00.1", "00000000 000186a0"),
        Specimen(
            PostgresTimestamp(microsecondsSince2000: -211_813_488_000_000_000),
            "4714-11-24 00:00:00 BC",
            "fd0f7cc1 411fa000"
        ),
        Specimen(
            PostgresTimestamp(microsecondsSince2000: 9_223_371_331_199_999_999),
            "294276-12-31 23:59:59.999999",
            "7fffff5b b3b29fff"
        ),
        Specimen(PostgresTimestamp.infinity, "infinity", "7fffffff ffffffff"),
        Specimen(PostgresTimestamp.minusInfinity, "-infinity", "80000000 00000000"),
    ]
    private let instants = [
        Specimen(Instant(microsecondsSince2000: -1), "1999-12-31 23:59:59.999999+00", "ffffffff ffffffff"),
        Specimen(
            Instant(microsecondsSince2000: -211_813_488_000_000_000),
            "4714-11-24 00:00:00+00 BC",
            "fd0f7cc1 411fa000"
        ),
        Specimen(
            Instant(microsecondsSince2000: 9_223_371_331_199_999_999),
            "294276-12-31 23:59:59.999999+00",
            "7fffff5b b3b29fff"
        ),
        Specimen(Instant.infinity, "infinity", "7fffffff ffffffff"),
        Specimen(Instant.minusInfinity, "-infinity", "80000000 00000000"),
    ]
    private let intervals = [
        Specimen(PostgresInterval(), "00:00:00", "00000000 00000000 00000000 00000000"),
        Specimen(
            PostgresInterval(months: 14, days: -3, microseconds: 14_706_789_000),
            "1 year 2 mons -3 days +04:05:06.789",
            "00000003 6c97ca88 fffffffd 0000000e"
        ),
        Specimen(
            PostgresInterval(months: -1, days: 1, microseconds: -1),
            "-1 mons +1 day -00:00:00.000001",
            "ffffffff ffffffff 00000001 ffffffff"
        ),
        Specimen(
            PostgresInterval(months: .max, days: .max),
            "178956970 years 7 mons 2147483647 days",
            "00000000 00000000 7fffffff 7fffffff"
        ),
    ]

    init() throws {
        times = [
            Specimen(try #require(PostgresTime(hour: 0, minute: 0)), "00:00:00", "00000000 00000000"),
            Specimen(
                try #require(PostgresTime(hour: 4, minute: 5, second: 6, microsecond: 789_000)),
                "04:05:06.789",
                "00000003 6c97ca88"
            ),
            Specimen(
                try #require(PostgresTime(microsecondsSinceMidnight: 86_399_999_999)),
                "23:59:59.999999",
                "00000014 1dd75fff"
            ),
            Specimen(try #require(PostgresTime(hour: 24, minute: 0)), "24:00:00", "00000014 1dd76000"),
        ]
    }

    @Test("keep their golden bytes, which the server reads and sends, and print as it does")
    func golden() async throws {
        try await onServer { tx in
            try check(dates, as: "date", sentBy: "date_send", &tx)
            try check(times, as: "time", sentBy: "time_send", &tx)
            try check(stamps, as: "timestamp", sentBy: "timestamp_send", &tx)
            try check(instants, as: "timestamptz", sentBy: "timestamptz_send", &tx)
            try check(intervals, as: "interval", sentBy: "interval_send", &tx)
        }
        #expect(dates.allSatisfy { "\($0.value)" == $0.text })
        #expect(times.allSatisfy { "\($0.value)" == $0.text })
        #expect(stamps.allSatisfy { "\($0.value)" == $0.text })
        #expect(instants.allSatisfy { "\($0.value)" == $0.text })
        #expect(intervals.allSatisfy { "\($0.value)" == $0.text })
    }

    @Test("go to the server and back, five hundred random ones of each, and print as it does")
    func random() async throws {
        try await onServer { tx in
            let dates = try checkRandom(as: "date", seed: 21, &tx) { generator in
                PostgresDate(daysSince2000: max(-2_451_545, generator.integer(Int32.self) / 2))
            }
            for (value, text) in dates { #expect("\(value)" == text) }
            let times = try checkRandom(as: "time", seed: 22, &tx) { generator in
                PostgresTime(microsecondsSinceMidnight: .random(in: 0...86_400_000_000, using: &generator))
            }
            for (value, text) in times { #expect(value?.description == text) }
            let stamps = try checkRandom(as: "timestamp", seed: 23, &tx) { generator in
                PostgresTimestamp(microsecondsSince2000: Self.microseconds(&generator))
            }
            for (value, text) in stamps { #expect("\(value)" == text) }
            let instants = try checkRandom(as: "timestamptz", seed: 24, &tx) { generator in
                Instant(microsecondsSince2000: Self.microseconds(&generator))
            }
            for (value, text) in instants { #expect("\(value)" == text) }
            let intervals = try checkRandom(as: "interval", seed: 25, &tx) { generator in
                PostgresInterval(
                    months: generator.integer(),
                    days: generator.integer(),
                    microseconds: generator.integer(Int64.self) / 4
                )
            }
            for (value, text) in intervals { #expect("\(value)" == text) }
        }
    }

    private static func microseconds(_ generator: inout SeededGenerator) -> Int64 {
        max(-211_813_488_000_000_000, min(9_223_371_331_199_999_999, generator.integer(Int64.self)))
    }

    @Test(
        "the server refuses what lies a day or a microsecond beyond its limits",
        arguments: [
            "select \(PostgresDate(daysSince2000: -2_451_546))", "select \(PostgresDate(daysSince2000: 2_145_031_949))",
            "select \(PostgresTimestamp(microsecondsSince2000: -211_813_488_000_000_001))",
            "select \(Instant(microsecondsSince2000: 9_223_371_331_200_000_000))",
        ] as [SQL]
    )
    func limits(_ statement: SQL) async throws {
        let error = await #expect(throws: PostgresError.self) {
            try await onServer { tx in try tx.execute(statement) }
        }
        #expect(error?.sqlState?.code == "22008")
    }

    @Test("other lengths and random bytes are refused or read, and never trap")
    func hostile() throws {
        refuseOtherLengths(of: dates)
        refuseOtherLengths(of: times)
        refuseOtherLengths(of: stamps)
        refuseOtherLengths(of: instants)
        refuseOtherLengths(of: intervals)
        for bytes in [hexadecimal("00000014 1dd76001"), hexadecimal("ffffffff ffffffff")] {
            #expect(throws: DecodingFailure.self) { try PostgresTime(binary: bytes.span, oid: .time) }
        }
        try readRandomBytes(near: dates, seed: 21)
        try readRandomBytes(near: times, seed: 22)
        try readRandomBytes(near: stamps, seed: 23)
        try readRandomBytes(near: instants, seed: 24)
        try readRandomBytes(near: intervals, seed: 25)
    }
}
