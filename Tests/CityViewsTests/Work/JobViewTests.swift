import CityDatabase
import CityViews
import CityWork
import Foundation
import Jobs
import Postgres
import Reports
import Testing
import Texts

@Suite("Job view")
struct JobViewTests {
    private let time: ZonedTime

    init() throws {
        time = ZonedTime(zone: try #require(TimeZone(identifier: "Asia/Jakarta")))
    }

    private func job(state: String = "claimed", isCancelled: Bool = false) async throws -> CityJobs.Owned {
        let job = try await RowReader.one(
            """
            select 4711::bigint, 0, 'add_cycle', \(state), 0::smallint, '2026-10-15 06:00+07'::timestamptz,
                'quarters', '2026-10-15 06:00+07'::timestamptz, 2, 1, 0, 5, '2026-10-15 06:05+07'::timestamptz,
                \(isCancelled), 40::smallint, 'disk full', '2026-10-14 06:00+07'::timestamptz,
                '2026-10-15 06:00:02+07'::timestamptz, null::timestamptz
            """,
            as: JobRecord.self
        )
        return (.city, job)
    }

    @Test("a program reads every column")
    func csv() async throws {
        let job = try await job()
        #expect(
            JobView.table([job], for: .csv, in: time).rendered(as: .csv, width: nil) == """
                id,agency,kind,state,priority,due,attempt,errors,losses,progress,created,started,ended,last_error
                4711,city,add_cycle,claimed,\(job.job.priority),2026-10-15T06:00:00+07:00,2,1,0,40,\
                2026-10-14T06:00:00+07:00,2026-10-15T06:00:02+07:00,,disk full
                """
        )
    }

    @Test("a claimed job that was asked to end is ending, for somebody who reads")
    func ending() async throws {
        let rows = JobView.table([try await job(isCancelled: true)], for: .table, in: time).rows
        #expect(
            JobView.table([try await job(isCancelled: true)], for: .table, in: time)
                .rendered(as: .table, .indonesian, width: nil).contains("akan berhenti")
        )
        #expect(rows[0][3] == .text("ending") && rows[0][5] == .text("2026-10-15 06:00"))
    }

    @Test("one job is a fact a line, with its payload")
    func facts() async throws {
        let rows = JobView.facts(try await job(), JSONDocument(text: #"{"period": "quarter"}"#), in: time).rows
        #expect(rows.first == [.text("id"), .integer(4711)])
        #expect(rows.contains([.text("unique_key"), .text("quarters")]))
        #expect(rows.last == [.text("payload"), .text(#"{"period": "quarter"}"#)])
        #expect(JobView.facts(try await job(), nil, in: time).rows.last?[1] == .missing)
    }

    @Test("the kinds have their counts, and nothing for what was not asked for")
    func kinds() async throws {
        let kinds = try await RowReader.all(
            """
            select 'add_cycle', false, 3::bigint, 2::bigint, 1::bigint, 12.34::float8, 9::bigint, 0::bigint, 1::bigint,
                null::bigint, null::bigint, null::bigint
            """,
            as: JobStatistics.self
        )
        #expect(
            JobView.table(kinds).rendered(as: .csv, width: nil) == """
                kind,paused,waiting,due,delayed,claimed,oldest_due_seconds,done_hour,dead_hour,cancelled_hour,done,dead,\
                cancelled
                add_cycle,false,5,3,2,1,12.3,9,0,1,,,
                """
        )
    }
}
