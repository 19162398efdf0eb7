import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

@Suite("A recurrence, compared with an oracle that walks every day")
struct RecurrenceOracleTests {
    /// 1 January 2018 was a Monday; 1 January 2005 a Saturday, and December 2011 is when Apia left out a day.
    static let oracles: [RecurrenceOracle] = {
        let zones = ["Asia/Jakarta", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
        let modern = zones.compactMap { try? RecurrenceOracle(zone: $0, years: 2018...2031, weekday: 0) }
        return modern + ["Pacific/Apia"].compactMap { try? RecurrenceOracle(zone: $0, years: 2005...2018, weekday: 5) }
    }()

    static let forms = [
        "FREQ=DAILY", "FREQ=DAILY;BYHOUR=2;BYMINUTE=0,30", "FREQ=DAILY;INTERVAL=2;BYHOUR=1,2,3",
        "FREQ=DAILY;INTERVAL=45;BYHOUR=23;BYMINUTE=30", "FREQ=DAILY;INTERVAL=400", "FREQ=DAILY;BYDAY=MO,WE",
        "FREQ=DAILY;INTERVAL=3;BYDAY=SU;BYMONTH=3,10;BYHOUR=2;BYMINUTE=30", "FREQ=DAILY;BYMONTHDAY=1,-1;BYDAY=FR",
        "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=SU,MO,SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;BYHOUR=6",
        "FREQ=WEEKLY;INTERVAL=9;BYDAY=TH", "FREQ=WEEKLY;INTERVAL=60", "FREQ=WEEKLY;INTERVAL=5;BYMONTH=2,7;BYDAY=FR,SU",
        "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=6",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;BYHOUR=6;BYMINUTE=0", "FREQ=MONTHLY;BYMONTHDAY=-31,-30,-29",
        "FREQ=MONTHLY;BYMONTHDAY=8,-22", "FREQ=MONTHLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=5WE", "FREQ=MONTHLY;BYDAY=-5WE,-4TU", "FREQ=MONTHLY;BYDAY=1SU,MO,-1SU",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=1TU,-5TH",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTH=1,2,3,4,5,6;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=18;BYDAY=2TH",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,30;BYHOUR=0,23;BYMINUTE=0,30", "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=3",
        "FREQ=YEARLY;BYMONTH=1,4,7,10", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-29,-1", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU;BYHOUR=2;BYMINUTE=30",
        "FREQ=YEARLY;BYDAY=FR", "FREQ=YEARLY;BYMONTH=1;BYDAY=FR", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTHDAY=1;BYDAY=MO", "FREQ=YEARLY;BYMONTH=2;BYDAY=1TU;INTERVAL=2",
        "FREQ=DAILY;UNTIL=20240315T010000Z", "FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20120101T000000Z",
    ]

    @Test("has its occurrences, in every form, over ten years", arguments: oracles)
    func forms(oracle: RecurrenceOracle) throws {
        let first = try #require(oracle.days.first).year
        for text in Self.forms {
            var members: [Int]?
            for shift in Recurrence.Shift.allCases {
                let anchor = try #require(PostgresDate(year: first + 1, month: 1, day: 31))
                let rule = try Recurrence(text, anchor: anchor, zone: oracle.zone, shift: shift)
                let days = members ?? oracle.members(rule)
                members = days
                try compare(rule, oracle, days, utc(first + 1, 6, 1), utc(first + 11, 6, 1))
            }
        }
    }

    @Test("has its occurrences, with parts drawn at random", arguments: oracles)
    func random(oracle: RecurrenceOracle) throws {
        var generator = SeededGenerator(state: 20_260_930)
        for _ in 0..<60 {
            let rule = try Self.rule(in: oracle, &generator)
            let from = try #require(oracle.days.first).year + Int.random(in: 1...3, using: &generator)
            try compare(
                rule,
                oracle,
                oracle.members(rule),
                utc(from, Int.random(in: 1...12, using: &generator), 1, 5, 30),
                utc(from + 9, Int.random(in: 1...12, using: &generator), 17, 12)
            )
        }
    }

    @Test(
        "gives the same one at a time as all at once",
        arguments: [
            "FREQ=DAILY;INTERVAL=13;BYHOUR=2;BYMINUTE=0,30", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU,MO",
            "FREQ=MONTHLY;BYMONTHDAY=-1,1,15;BYHOUR=6", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU;BYHOUR=2;BYMINUTE=30",
        ],
        Recurrence.Shift.allCases
    )
    func iteration(text: String, shift: Recurrence.Shift) throws {
        let anchor = try #require(PostgresDate(year: 2020, month: 2, day: 29))
        let rule = try Recurrence(text, anchor: anchor, zone: "Europe/Berlin", shift: shift)
        let through = utc(2030, 3, 1)
        var iterated: [Date] = []
        while let next = rule.next(after: iterated.last ?? .distantPast, isHoliday: someHolidays), next <= through {
            iterated.append(next)
        }
        #expect(iterated.count >= 20)
        #expect(iterated == rule.occurrences(from: .distantPast, through: through, isHoliday: someHolidays))
        #expect(zip(iterated, iterated.dropFirst()).allSatisfy { $0 < $1 })
    }

    private func compare(
        _ rule: Recurrence,
        _ oracle: RecurrenceOracle,
        _ members: [Int],
        _ from: Date,
        _ through: Date
    ) throws {
        let wanted = oracle.occurrences(rule, members, from: from, through: through, isHoliday: someHolidays)
        let got = rule.occurrences(from: from, through: through, isHoliday: someHolidays)
        try #require(got == wanted, "\(rule), \(rule.zone.identifier), \(rule.shift), \(rule.anchor), from \(from)")

        // One at a time gives the same, from places spread over the years.
        let stride = max(1, wanted.count / 8)
        for index in Swift.stride(from: 0, to: wanted.count, by: stride) {
            let before = rule.next(after: wanted[index] - 0.001, isHoliday: someHolidays)
            try #require(before == wanted[index], "\(rule), \(rule.zone.identifier), \(rule.shift), \(rule.anchor)")
            guard index + 1 < wanted.count else { continue }
            let next = rule.next(after: wanted[index], isHoliday: someHolidays)
            try #require(next == wanted[index + 1], "\(rule), \(rule.zone.identifier), \(rule.shift), \(rule.anchor)")
        }
        if let last = wanted.last {
            let next = rule.next(after: last, isHoliday: someHolidays)
            #expect(next.map { $0 > through } ?? true, "\(rule)")
        }
    }

    private static func rule(
        in oracle: RecurrenceOracle,
        _ generator: inout SeededGenerator
    ) throws -> Recurrence {
        func some<Value>(_ values: [Value], _ count: ClosedRange<Int>) -> [Value] {
            Array(values.shuffled(using: &generator).prefix(Int.random(in: count, using: &generator)))
        }
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
        let frequency = some(Recurrence.Frequency.allCases, 1...1)[0]
        let months = chance(40) ? some(Array(1...12), 1...5) : []
        let daysOfMonth = frequency != .weekly && chance(50) ? some(Array(1...31) + Array(-31...(-1)), 1...6) : []
        let mayCount = frequency == .monthly || frequency == .yearly && !months.isEmpty
        let weekdays = chance(50) ? some(Recurrence.Weekday.allCases, 1...4) : []
        let byDay = weekdays.map { weekday -> Recurrence.ByDay in
            guard mayCount, chance(60) else { return .every(weekday) }
            return .nth(some([1, 2, 3, 4, 5, -1, -2, -3, -4, -5], 1...1)[0], weekday)
        }
        let date = oracle.days[Int.random(in: 0..<1_500, using: &generator)]
        return try Recurrence(
            frequency,
            interval: chance(40) ? 1 : Int.random(in: 1...(frequency == .daily ? 100 : 14), using: &generator),
            months: months,
            daysOfMonth: daysOfMonth,
            weekdays: byDay,
            hours: some(Array(0...23), 1...3),
            minutes: some([0, 30], 1...2),
            until: chance(20) ? utc(date.year + 6, date.month, 3, 11, 30) : nil,
            anchor: try #require(PostgresDate(year: date.year, month: date.month, day: date.day)),
            zone: oracle.zone,
            shift: some(Recurrence.Shift.allCases, 1...1)[0]
        )
    }
}

extension RecurrenceOracle: CustomTestStringConvertible {
    var testDescription: String { zone }
}
