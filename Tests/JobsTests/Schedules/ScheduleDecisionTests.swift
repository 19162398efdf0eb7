import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

@Suite("Decisions about a schedule")
struct ScheduleDecisionTests {
    private func schedule(
        _ rule: String,
        zone: String = "Asia/Jakarta",
        catchUp: Duration = .seconds(86_400),
        _ missed: Schedule.Missed
    ) throws -> Schedule {
        let anchor = try #require(PostgresDate(year: 2020, month: 1, day: 1))
        return try Schedule(
            name: "test",
            kind: "mark",
            recurrence: try Recurrence(rule, anchor: anchor, zone: zone),
            catchUp: catchUp,
            missed: missed
        )
    }

    private func decide(_ schedule: Schedule, next: Date, now: Date) -> ScheduleDecision {
        ScheduleDecision(schedule, next: next, now: now, isHoliday: noHoliday)
    }

    @Test("a punctual occurrence fires, nothing fires too early", arguments: Schedule.Missed.allCases)
    func onTime(_ missed: Schedule.Missed) throws {
        let daily = try schedule("FREQ=DAILY;BYHOUR=8", missed)
        let next = utc(2026, 3, 2, 1)
        #expect(decide(daily, next: next, now: next - 1).due.isEmpty)
        #expect(decide(daily, next: next, now: next - 1).next == next)
        let fired = decide(daily, next: next, now: next + 59)
        #expect(fired.due == [next] && fired.missed == nil && fired.next == utc(2026, 3, 3, 1))
    }

    @Test("three days late: skip leaves all out, one makes up for the last, all for what the window holds, in order")
    func late() throws {
        let next = utc(2026, 3, 2, 1)
        let now = utc(2026, 3, 5, 12)
        let window = Duration.seconds(86_400 * 2)
        let rule = "FREQ=DAILY;BYHOUR=8"
        let skip = decide(try schedule(rule, catchUp: window, .skip), next: next, now: now)
        #expect(skip.due.isEmpty && skip.missed?.first == next && skip.missed?.count == 4)
        let one = decide(try schedule(rule, catchUp: window, .one), next: next, now: now)
        #expect(one.due == [utc(2026, 3, 5, 1)] && one.missed?.count == 3)
        let all = decide(try schedule(rule, catchUp: window, .all), next: next, now: now)
        #expect(all.due == [utc(2026, 3, 4, 1), utc(2026, 3, 5, 1)] && all.missed?.count == 2)
        for decision in [skip, one, all] { #expect(decision.next == utc(2026, 3, 6, 1)) }
    }

    @Test("a schedule that ended has no next occurrence; one missed for longer than the window is lost")
    func end() throws {
        let once = try schedule("FREQ=DAILY;BYHOUR=8;UNTIL=20260302T010000Z", .one)
        let next = utc(2026, 3, 2, 1)
        let fired = decide(once, next: next, now: next + 3_600)
        #expect(fired.due == [next] && fired.next == nil)
        let late = decide(once, next: next, now: next + 86_401)
        #expect(late.due.isEmpty && late.missed?.first == next && late.missed?.count == 1 && late.next == nil)
    }

    @Test("a clock that is centuries ahead neither takes long nor fires more than the window holds")
    func farAhead() throws {
        let minutes = (0...59).map(String.init).joined(separator: ",")
        let hours = (0...23).map(String.init).joined(separator: ",")
        let everyMinute = try schedule("FREQ=DAILY;BYHOUR=\(hours);BYMINUTE=\(minutes)", catchUp: .seconds(3_600), .all)
        let decision = decide(everyMinute, next: utc(2026, 1, 1), now: utc(2999, 1, 1) + 30)
        #expect(decision.due.count == 60 && decision.missed?.count == ScheduleDecision.counted)
        #expect(decision.next == utc(2999, 1, 1, 0, 1))
    }

    /// Every form of rule, in a zone whose clock changes and in one whose does not.
    private static let rules = [
        "FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "FREQ=DAILY;INTERVAL=3;BYHOUR=23",
        "FREQ=DAILY;BYHOUR=0,6,12,18;BYMINUTE=0,30",
        "FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;BYHOUR=1;BYMINUTE=59", "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=3", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=2",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=2;BYMINUTE=30",
    ]

    @Test(
        "in ten years of looks at odd times, each occurrence is fired or missed once, and none twice, though the clock jumps",
        arguments: rules,
        ["Asia/Jakarta", "Europe/Berlin", "Australia/Lord_Howe"]
    )
    func tenYears(_ rule: String, _ zone: String) throws {
        for missed in Schedule.Missed.allCases {
            var random = SeededGenerator(state: UInt64(rule.utf8.count * 7 + zone.utf8.count))
            let days = Double.random(in: 0.1...20, using: &random)
            let schedule = try schedule(rule, zone: zone, catchUp: .seconds(Int(days * 86_400)), missed)
            var now = utc(2020, 1, 1)
            let end = utc(2030, 1, 1)
            let occurrences = schedule.recurrence.occurrences(
                from: now,
                through: end + 86_400 * 400,
                isHoliday: noHoliday
            )
            var next = occurrences.first
            var fired: [Date] = []
            var left = 0
            while now < end {
                // Mostly a little, now and then for days, sometimes back.
                switch Int.random(in: 0..<20, using: &random) {
                case 0: now += Double.random(in: 0...(86_400 * 40), using: &random)
                case 1: now -= Double.random(in: 0...(86_400 * 3), using: &random)
                default: now += Double.random(in: 0...86_400, using: &random)
                }
                guard let due = next else { break }
                let decision = decide(schedule, next: due, now: now)
                for date in decision.due {
                    #expect(date <= now)
                    #expect(date >= now - (missed == .skip ? 60 : schedule.catchUp.seconds))
                }
                #expect(missed == .all || decision.due.count <= 1)
                fired += decision.due
                left += decision.missed?.count ?? 0
                next = decision.next
            }
            let decided = occurrences.prefix { $0 < next ?? .distantFuture }
            #expect(fired.count + left == decided.count)
            #expect(zip(fired, fired.dropFirst()).allSatisfy { $0 < $1 })
            #expect(Set(fired).isSubset(of: Set(decided)))
        }
    }
}
