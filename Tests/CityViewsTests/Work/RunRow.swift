import Jobs
import Postgres

/// A run as its readings have it.
enum RunRow {
    static func read(
        step: String = "score",
        state: String = "running",
        paused: String? = nil,
        seconds: Double? = 10,
        processed: Int = 500,
        expected: Int? = 1_000,
        lastError: String? = nil,
        late: [Int32] = []
    ) async throws -> RunProgress {
        try await RowReader.one(
            """
            select 12::bigint, 'cycle', '2026-Q3', \(step), \(state), \(paused != nil), \(paused),
                '2026-10-15 00:00+07'::timestamptz, '2026-10-15 00:00:01+07'::timestamptz, null::timestamptz,
                \(seconds), 4::bigint, 2::bigint, \(processed), \(expected), 3::bigint, \(lastError), \(late), false
            """
        )
    }
}
