import Foundation
public import Jobs
public import Postgres

/// Removes jobs that ended some days ago, and occurrences of schedules of more than 400 days. Payload: days by outcome,
/// such as `{"done": 7, "cancelled": 30, "dead": 90}`; outcomes that are not named are kept.
public struct ForgetJobsJob: ScheduleChecking {
    public let kind = JobKind("forget_jobs", batch: 1)
    /// Rows in one statement, and statements in one transaction; the next transaction does the rest.
    private static let rows: Int32 = 10_000
    private static let statements = 20

    public init() {}

    public func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        let days = try days(job.payload)
        try tx.execute(
            "delete from schedule_occurrence where intended_at < clock_timestamp() - interval '400 days' and state <> 'waiting'"
        )
        var statements = 0
        for (outcome, days) in days.sorted(by: { $0.key < $1.key }) {
            while true {
                // Ends the transaction, so that its locks and dead rows are freed from time to time.
                guard statements < Self.statements else { return .snooze(.zero) }
                statements += 1
                let count = try tx.one(
                    """
                    select forget_jobs(\(outcome), clock_timestamp() - make_interval(days => \(Int32(days))), \(Self.rows))
                    """,
                    as: Int32.self
                )
                if count < Self.rows { break }
            }
        }
        return .done
    }

    public func check(_ schedule: Schedule) throws(JobRefusal) {
        guard schedule.target == .city else {
            throw JobRefusal("what has ended is forgotten by the city, for all agencies")
        }
        _ = try days(schedule.payload)
    }

    private func days(_ payload: JSONDocument) throws(JobRefusal) -> [String: Int] {
        guard let days = try? JSONDecoder().decode([String: Int].self, from: Data(payload.text.utf8)), !days.isEmpty,
            Set(days.keys).isSubset(of: ["done", "cancelled", "dead"]),
            days.values.allSatisfy({ (0...36_500).contains($0) })
        else {
            throw JobRefusal(
                #"the payload of forget_jobs is days by outcome: {"done": 7, "cancelled": 30, "dead": 90}"#
            )
        }
        return days
    }
}
