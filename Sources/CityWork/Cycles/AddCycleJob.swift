import CityDatabase
import Foundation
public import Jobs
import Personnel
public import Postgres

/// Adds the cycle of its schedule's occurrence, with the usual dates: with a schedule on the first day of each quarter,
/// nobody has to think of the next one. Payload: `{"period": "quarter"}` or `{"period": "year"}`.
public struct AddCycleJob: ScheduleChecking {
    public let kind = JobKind("add_cycle", batch: 1)

    private struct Payload: Decodable {
        enum Period: String, Decodable { case quarter, year }
        let period: Period
    }

    public init() {}

    public func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        let payload = try payload(job.payload)
        let day = try tx.one("select city_day(\(job.intendedAt ?? job.dueAt))", as: CivilDate.self)
        let text = payload.period == .year ? "\(day.year)" : "\(day.year)-Q\((day.month + 2) / 3)"
        guard let code = CycleCode(text) else { throw JobRefusal("\(day.iso) is in no cycle") }
        // A cycle that somebody has added before, perhaps with other dates, stays as it is.
        _ = try CyclePlan.add(code, try CycleCalendar(code), &tx)
        return .done
    }

    public func check(_ schedule: Schedule) throws(JobRefusal) {
        let rule = schedule.recurrence
        guard schedule.target == .city, rule.shift != .previous else {
            throw JobRefusal("a cycle is the city's and goes by its days: without an agency, or a shift back")
        }
        _ = try payload(schedule.payload)
    }

    private func payload(_ document: JSONDocument) throws(JobRefusal) -> Payload {
        guard let payload = try? JSONDecoder().decode(Payload.self, from: Data(document.text.utf8)) else {
            throw JobRefusal(#"the payload of add_cycle is {"period": "quarter"} or {"period": "year"}"#)
        }
        return payload
    }
}
