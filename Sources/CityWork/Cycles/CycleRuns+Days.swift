public import CityDatabase
import Jobs
public import Personnel
import Postgres

/// A cycle's phases before and after their planned days.
extension CycleRuns {
    /// Gives phases that have not begun other days, and keeps their order. Returns the days before and after.
    ///
    /// - Parameters:
    ///   - today: the city's day; no phase gets an earlier one.
    ///   - dryRun: does everything, keeps nothing.
    /// - Throws: `CycleCalendar.InvalidDates`; `CityError` when the cycle is unknown, a phase has begun, or a day is past
    ///   or not possible for the period.
    public func reschedule(
        _ code: CycleCode,
        _ chosen: [CyclePhase: CivilDate],
        today: CivilDate,
        dryRun: Bool = false
    ) async throws -> (before: [CyclePhase: CivilDate], after: [CyclePhase: CivilDate]) {
        do {
            return try await city.transaction(as: .personnel) { tx in
                try tx.execute("select lock_cycles()")
                guard let cycle = try Cycles.find(code, &tx) else {
                    throw CityError(.cycleUnknown, ["cycle": "\(code)"])
                }
                let before = try Cycles.days(cycle, &tx)
                let changes = chosen.filter { before[$0.key] != $0.value }
                let after = try CycleCalendar(code, days: before.merging(changes) { $1 }).days
                for (phase, day) in changes.sorted(by: { $0.key.ordinal < $1.key.ordinal }) {
                    guard day >= today else {
                        throw CityError(.phasePast, ["phase": "\(phase.rawValue)", "day": "\(day)"])
                    }
                    let dueAt = try Cycles.reschedule(cycle, phase, to: day, &tx)
                    let isAhead = try RunPlan.reschedule(
                        kind: CyclePhaseHandler.kind,
                        subject: code.description,
                        step: phase.rawValue,
                        dueAt: dueAt,
                        &tx
                    )
                    guard isAhead else { throw CityError(.phaseBegun, ["phase": "\(phase.rawValue)"]) }
                }
                if dryRun { throw Rehearsed(before: before, after: after) }
                return (before, after)
            }
        } catch let rehearsed as Rehearsed {
            return (rehearsed.before, rehearsed.after)
        }
    }

    private struct Rehearsed: Error {
        let before: [CyclePhase: CivilDate]
        let after: [CyclePhase: CivilDate]
    }

    /// Phases up to one that wait for a planned day after today: in their order, with the day.
    public func early(
        _ cycle: Cycle,
        through last: CyclePhase,
        today: CivilDate
    ) async throws -> [(phase: CyclePhase, day: CivilDate)] {
        let days = try await Cycles(city).days(cycle)
        let waiting = Set(try await progress(cycle.code).filter { $0.state == .scheduled }.map(\.step))
        return CyclePhase.allCases.compactMap { phase in
            guard phase.ordinal <= last.ordinal, waiting.contains(phase.rawValue), let day = days[phase], day > today
            else { return nil }
            return (phase, day)
        }
    }
}
