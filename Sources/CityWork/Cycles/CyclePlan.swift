import CityDatabase
import Jobs
import Personnel
import Postgres

/// A cycle with the runs of its phases.
enum CyclePlan {
    /// Adds both, in the caller's transaction. Nil when it was added; otherwise the existing cycle, which stays.
    static func add(_ code: CycleCode, _ calendar: CycleCalendar, _ tx: inout Transaction) throws -> Cycle? {
        try tx.execute("select lock_cycles()")
        if let known = try Cycles.find(code, &tx) { return known }
        try Cycles.insert(code, days: calendar.days, &tx)
        // In their order, so that the runs' numbers follow it.
        for phase in CyclePhase.allCases {
            guard let day = calendar.days[phase] else { continue }
            let plan = RunPlan(
                kind: CyclePhaseHandler.kind,
                subject: code.description,
                step: phase.rawValue,
                ordinal: Int16(phase.ordinal),
                dueAt: try tx.one("select city_instant(\(day))", as: Instant.self)
            )
            try plan.insert(&tx)
        }
        return nil
    }
}
