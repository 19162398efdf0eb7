import Foundation
import Jobs
import Postgres
import Testing

@Suite("The text of a recurrence")
struct RecurrenceTextTests {
    private func anchor() throws -> PostgresDate {
        try #require(PostgresDate(year: 2026, month: 1, day: 31))
    }

    @Test(
        "is read and written in its canonical form",
        arguments: [
            ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;BYHOUR=6;BYMINUTE=0", nil),
            (
                "freq=monthly;interval=3;bymonthday=-1;byhour=6",
                "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;BYHOUR=6;BYMINUTE=0"
            ),
            ("BYHOUR=06;FREQ=Daily", "FREQ=DAILY;BYHOUR=6;BYMINUTE=0"),
            ("FREQ=DAILY", "FREQ=DAILY;BYHOUR=0;BYMINUTE=0"),
            ("RRULE:FREQ=DAILY", "FREQ=DAILY;BYHOUR=0;BYMINUTE=0"),
            ("rrule:freq=daily", "FREQ=DAILY;BYHOUR=0;BYMINUTE=0"),
            ("FREQ=DAILY;INTERVAL=1", "FREQ=DAILY;BYHOUR=0;BYMINUTE=0"),
            ("FREQ=WEEKLY;BYDAY=FR,mo,FR;WKST=MO", "FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=0;BYMINUTE=0"),
            (
                "FREQ=MONTHLY;BYDAY=-1FR,+2FR,FR,-5FR,1MO;BYHOUR=9,8",
                "FREQ=MONTHLY;BYDAY=1MO,FR,2FR,-5FR,-1FR;BYHOUR=8,9;BYMINUTE=0"
            ),
            (
                "FREQ=YEARLY;BYMONTHDAY=-1,+15,-2,1;BYMONTH=12,01;BYHOUR=7,18;BYMINUTE=30,0",
                "FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=1,15,-2,-1;BYHOUR=7,18;BYMINUTE=0,30"
            ),
            (
                "UNTIL=20261231t165959z;FREQ=YEARLY;BYMONTH=1;BYDAY=1MO",
                "FREQ=YEARLY;BYMONTH=1;BYDAY=1MO;BYHOUR=0;BYMINUTE=0;UNTIL=20261231T165959Z"
            ),
            ("FREQ=DAILY;BYHOUR=0;BYMINUTE=0;UNTIL=00010101T000000Z", nil),
            ("FREQ=DAILY;BYHOUR=0;BYMINUTE=0;UNTIL=99991231T235959Z", nil),
            ("FREQ=DAILY;INTERVAL=999999999999999999;BYHOUR=23;BYMINUTE=59", nil),
        ] as [(String, String?)]
    )
    func canonical(text: String, canonical: String?) throws {
        let rule = try Recurrence(text, anchor: try anchor(), zone: "Asia/Jakarta")
        #expect(rule.description == canonical ?? text)
        #expect(try Recurrence(rule.description, anchor: rule.anchor, zone: "Asia/Jakarta") == rule)
    }

    @Test(
        "is refused completely, with the part at fault",
        arguments: [
            ("", "rule"), (";", "rule"), ("FREQ=DAILY;", "rule"), ("FREQ=DAILY; BYHOUR=6", "rule"),
            (" FREQ=DAILY", "rule"),
            ("FREQ=DAıLY", "rule"), ("RRULE:", "rule"), ("RRULE:RRULE:FREQ=DAILY", "FREQ"), ("=", "FREQ"),
            ("FREQ=DAILY;=1", "rule"),
            ("FREQ", "FREQ"), ("FREQ=", "FREQ"), ("FREQ=HOURLY", "FREQ"), ("FREQ=SECONDLY", "FREQ"),
            ("INTERVAL=2", "FREQ"),
            ("FREQ=DAILY;FREQ=DAILY", "FREQ"), ("FREQ=DAILY;byhour=1;BYHOUR=2", "BYHOUR"),
            ("FREQ=DAILY;COUNT=3", "COUNT"),
            ("FREQ=DAILY;BYSECOND=0", "BYSECOND"), ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS"),
            ("FREQ=YEARLY;BYWEEKNO=1", "BYWEEKNO"),
            ("FREQ=YEARLY;BYYEARDAY=1", "BYYEARDAY"), ("FREQ=DAILY;X-OWN=1", "X-OWN"), ("FREQ=WEEKLY;WKST=SU", "WKST"),
            ("FREQ=DAILY;INTERVAL=0", "INTERVAL"), ("FREQ=DAILY;INTERVAL=-1", "INTERVAL"),
            ("FREQ=DAILY;INTERVAL=", "INTERVAL"),
            ("FREQ=DAILY;INTERVAL=99999999999999999999", "INTERVAL"), ("FREQ=DAILY;INTERVAL=1.5", "INTERVAL"),
            ("FREQ=DAILY;BYMONTH=0", "BYMONTH"), ("FREQ=DAILY;BYMONTH=13", "BYMONTH"),
            ("FREQ=DAILY;BYMONTH=1,", "BYMONTH"),
            ("FREQ=DAILY;BYMONTH=-1", "BYMONTH"), ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"),
            ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"), ("FREQ=MONTHLY;BYMONTHDAY=-32", "BYMONTHDAY"),
            ("FREQ=MONTHLY;BYMONTHDAY=--1", "BYMONTHDAY"), ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"),
            ("FREQ=DAILY;BYDAY=XX", "BYDAY"), ("FREQ=DAILY;BYDAY=", "BYDAY"), ("FREQ=DAILY;BYDAY=MO,,TU", "BYDAY"),
            ("FREQ=DAILY;BYDAY=1MO", "BYDAY"), ("FREQ=WEEKLY;BYDAY=-1FR", "BYDAY"), ("FREQ=YEARLY;BYDAY=20MO", "BYDAY"),
            ("FREQ=YEARLY;BYDAY=1MO", "BYDAY"), ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY"),
            ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY"),
            ("FREQ=MONTHLY;BYDAY=-MO", "BYDAY"), ("FREQ=MONTHLY;BYDAY=M", "BYDAY"), ("FREQ=DAILY;BYHOUR=24", "BYHOUR"),
            ("FREQ=DAILY;BYHOUR=-1", "BYHOUR"), ("FREQ=DAILY;BYHOUR=6:00", "BYHOUR"),
            ("FREQ=DAILY;BYHOUR=6;BYMINUTE=60", "BYMINUTE"),
            ("FREQ=DAILY;BYMINUTE=30", "BYMINUTE"), ("FREQ=DAILY;BYHOUR=", "BYHOUR"),
            ("FREQ=DAILY;BYHOUR=006", "BYHOUR"),
            ("FREQ=DAILY;UNTIL=20261231", "UNTIL"), ("FREQ=DAILY;UNTIL=20261231T000000", "UNTIL"),
            ("FREQ=DAILY;UNTIL=20260230T000000Z", "UNTIL"), ("FREQ=DAILY;UNTIL=20261231T240000Z", "UNTIL"),
            ("FREQ=DAILY;UNTIL=20261231T235960Z", "UNTIL"), ("FREQ=DAILY;UNTIL=00000101T000000Z", "UNTIL"),
        ]
    )
    func refused(text: String, part: String) throws {
        let anchor = try anchor()
        let error = #expect(throws: RecurrenceError.self) { try Recurrence(text, anchor: anchor, zone: "Asia/Jakarta") }
        #expect(error?.part == part, "\(error?.description ?? "")")
    }

    @Test("says what is wrong by a code and its values")
    func messages() throws {
        let anchor = try anchor()
        let hour = #expect(throws: RecurrenceError.self) {
            try Recurrence("FREQ=DAILY;BYHOUR=24", anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(hour?.description == "BYHOUR: range first=0 last=23 value=24")
        let frequency = #expect(throws: RecurrenceError.self) {
            try Recurrence("FREQ=HOURLY", anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(frequency?.description == "FREQ: frequency frequencies=DAILY, WEEKLY, MONTHLY, YEARLY value=HOURLY")
        let day = #expect(throws: RecurrenceError.self) {
            try Recurrence("FREQ=MONTHLY;BYMONTHDAY=0", anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(day?.code == .rangeSigned && day?.arguments == ["value": "0", "first": "1", "last": "31"])
    }

    // https://github.com/rlanvin/php-rrule/issues/128, https://github.com/libical/libical/issues/21.
    @Test("what calendars write and is not read here is refused with the way to say it")
    func calendars() throws {
        let anchor = try anchor()
        let day = #expect(throws: RecurrenceError.self) {
            try Recurrence("FREQ=DAILY;BYHOUR=8;UNTIL=20261231", anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(day?.code == .instantDay && day?.arguments == ["value": "20261231", "last": "20261231T165959Z"])
        let last = #expect(throws: RecurrenceError.self) {
            try Recurrence(
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=8",
                anchor: anchor,
                zone: "Asia/Jakarta"
            )
        }
        #expect(last?.code == .position && last?.part == "BYSETPOS")
    }

    @Test(
        "knows only the zones of the IANA database",
        arguments: ["", "Foo/Bar", "WIB", "GMT+0700", "asia/jakarta", "/", "../UTC", "Asia/", "/etc/passwd"]
    )
    func zones(name: String) throws {
        let anchor = try anchor()
        let error = #expect(throws: RecurrenceError.self) { try Recurrence("FREQ=DAILY", anchor: anchor, zone: name) }
        #expect(error?.part == "zone")
        for name in ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Kolkata", "Pacific/Apia", "GMT"] {
            #expect(try Recurrence("FREQ=DAILY", anchor: anchor, zone: name).zone.identifier == name)
        }
        #expect(try Recurrence("FREQ=DAILY", anchor: anchor, zone: "Asia/Jakarta").zone.identifier == "Asia/Jakarta")
    }

    @Test("does not matter for equality, but its meaning does")
    func equality() throws {
        let anchor = try anchor()
        let text = try Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1,15;BYHOUR=6", anchor: anchor, zone: "Asia/Jakarta")
        let parts = try Recurrence(
            .monthly,
            daysOfMonth: [15, -1, 15],
            hours: [6],
            minutes: [0],
            anchor: anchor,
            zone: "Asia/Jakarta"
        )
        #expect(text == parts)
        #expect(text.hashValue == parts.hashValue)
        #expect(
            try text
                != Recurrence(
                    "FREQ=MONTHLY;BYMONTHDAY=-1,15;BYHOUR=6",
                    anchor: anchor,
                    zone: "Asia/Jakarta",
                    shift: .next
                )
        )
        let end = try Recurrence(.daily, until: utc(2026, 1, 1) + 0.75, anchor: anchor, zone: "Asia/Jakarta")
        #expect(end.until == utc(2026, 1, 1))
    }

    @Test("refuses parts no text could give")
    func parts() throws {
        let anchor = try anchor()
        #expect(throws: RecurrenceError.self) {
            try Recurrence(.daily, hours: [], anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(throws: RecurrenceError.self) {
            try Recurrence(.daily, minutes: [], anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(throws: RecurrenceError.self) {
            try Recurrence(.daily, interval: .min, anchor: anchor, zone: "Asia/Jakarta")
        }
        #expect(throws: RecurrenceError.self) {
            try Recurrence(.monthly, daysOfMonth: [.min], anchor: anchor, zone: "Asia/Jakarta")
        }
        for seconds in [Double.nan, .infinity, -.infinity, 1e15] {
            let until = Date(timeIntervalSinceReferenceDate: seconds)
            #expect(throws: RecurrenceError.self) {
                try Recurrence(.daily, until: until, anchor: anchor, zone: "Asia/Jakarta")
            }
        }
        for year in [0, 10_000] {
            let outside = try #require(PostgresDate(year: year, month: 6, day: 1))
            #expect(throws: RecurrenceError.self) { try Recurrence(.daily, anchor: outside, zone: "Asia/Jakarta") }
        }
        #expect(throws: RecurrenceError.self) { try Recurrence(.daily, anchor: .infinity, zone: "Asia/Jakarta") }
    }
}
