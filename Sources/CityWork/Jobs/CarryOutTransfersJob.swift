import CityDatabase
import Foundation
public import Jobs
import Personnel
public import Postgres

/// Carries out the transfers that are due: decided, decreed, announced, and their day has come. Payload: `{}`.
///
/// Each component is carried out in one transaction with the job's own progress, so a worker that is killed repeats and
/// loses nothing. What cannot be carried out stays due, with its reason, and is tried again by the next job.
public struct CarryOutTransfersJob: ScheduleChecking {
    public let kind = JobKind("carry_out_transfers", batch: 1)
    /// Moves in one transaction, as long as components allow; the next transaction does the rest.
    private static let moves = 5000

    public init() {}

    public func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        let today = try tx.one("select city_day(now())", as: CivilDate.self)
        let progress = try DueTransfers.carryOut(until: today, by: "mutasid", limit: Self.moves, &tx)
        return progress.hasMore ? .snooze(.zero) : .done
    }

    public func check(_ schedule: Schedule) throws(JobRefusal) {
        guard schedule.target == .city else {
            throw JobRefusal("transfers are the city's, across agencies")
        }
    }
}
