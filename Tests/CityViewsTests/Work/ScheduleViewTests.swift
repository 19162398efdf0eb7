import CityDatabase
import CityViews
import Foundation
import Postgres
import Reports
import TestSupport
import Testing
import Texts

@testable import Jobs

@Suite("Schedule view")
struct ScheduleViewTests {
    private let next = Instant(secondsSince1970: 1_790_787_600)

    private func record(isPaused: Bool = false, target: Schedule.Target = .everyAgency) throws -> ScheduleRecord {
        let anchor = try #require(PostgresDate(year: 2026, month: 1, day: 1))
        let schedule = try Schedule(
            name: "quarters",
            target: target,
            kind: "add_cycle",
            payload: JSONDocument(text: #"{"period": "quarter"}"#),
            recurrence: try Recurrence("FREQ=DAILY;BYHOUR=0", anchor: anchor, zone: "Asia/Jakarta", shift: .none),
            jitter: .seconds(900)
        )
        return ScheduleRecord(
            id: 1,
            schedule: schedule,
            nextAt: next,
            isPaused: isPaused,
            pauseNote: isPaused ? "audit" : nil
        )
    }

    @Test("somebody reads the zone's clock, a program its offset")
    func table() async throws {
        let city = try await TestCity.make()
        let dinkes = try await city.add("dinkes")[0]
        let view = try await ScheduleView(city.database)
        let records = [try record(), try record(isPaused: true, target: .agency(dinkes.id))]
        let rows = view.table(of: records).rows
        let next = rows[0][4]
        #expect(rows[0][2...4] == [.text("each agency"), .text("active"), next])
        let time = Wording(indonesian: "Kam 2026-10-01 00:00", english: "Thu 2026-10-01 00:00")
        #expect(next == .code("2026-10-01T00:00:00+07:00", time))
        #expect(rows[1][2...4] == [.text("dinkes"), .text("paused"), .missing] && rows[1][7] == .text("audit"))
        let shown = view.table(of: records).rendered(as: .table, .indonesian, width: nil)
        #expect(shown.contains("setiap PD") && shown.contains("dijeda") && shown.contains("Kam 2026-10-01 00:00"))
    }

    @Test("one schedule, its next occurrences and the last ones")
    func show() async throws {
        let view = try await ScheduleView(TestCity.make().database)
        let history = try await RowReader.all(
            "select '2026-09-30 00:00+07'::timestamptz, 'fired', true, 1, 2, '2026-09-30 00:00:01+07'::timestamptz",
            as: ScheduleOccurrence.self
        )
        let record = try record(target: .city)
        let facts = view.facts(record, [next.date]).rows
        let city = Table.Cell.code("city", Wording(indonesian: "kota", english: "city"))
        #expect(facts.contains([.text("for"), city]) && facts.contains([.text("jitter"), .text("15m")]))
        let shown = view.facts(record, [next.date]).rendered(as: .table, .indonesian, width: nil)
        #expect(shown.contains("Hari pertama") && shown.hasSuffix("Berikutnya      Kam 2026-10-01 00:00"))
        #expect(
            view.table(of: history, in: record).rendered(as: .csv, width: nil) == """
                intended,state,occurrences,jobs,fired
                Wed 2026-09-30 00:00,fired (backfill),1,2,Wed 2026-09-30 00:00
                """
        )
        let text = view.document(record, [next.date], history).rendered()
        for words in [
            #""jitter_seconds": 900"#, #""first_day": "2026-01-01""#, #""backfill": true"#,
            #""fired": "2026-09-30T00:00:01+07:00""#,
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
    }
}
