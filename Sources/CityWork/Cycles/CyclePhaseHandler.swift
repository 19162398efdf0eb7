import CityDatabase
public import Jobs
import Personnel
public import Postgres
import Texts

/// Does a cycle's phases: the subject of the run is the cycle's code, its step the phase.
public struct CyclePhaseHandler: RunHandler {
    /// The kind of run that this handles.
    public static let kind = "cycle_phase"

    public init() {}

    public func ranges(
        of run: Run,
        agency: Int32,
        within keys: ClosedRange<Int64>?,
        size: Int,
        _ tx: inout Transaction
    ) throws -> [KeyRange] {
        let (phase, cycle) = try read(run, &tx)
        return try AppraisalPhases.ranges(phase, cycle, agency: agency, within: keys, size: size, &tx)
            .map { KeyRange(keys: $0.keys, count: $0.count) }
    }

    public func perform(
        _ run: Run,
        agency: Int32,
        keys: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> ChunkOutcome {
        let (phase, cycle) = try read(run, &tx)
        let outcome = try AppraisalPhases.perform(phase, cycle, agency: agency, keys, &tx)
        return ChunkOutcome(
            processed: outcome.people,
            failures: outcome.unhandled.map {
                ChunkOutcome.Failure(key: $0.employment, code: $0.code, reason: $0.reason)
            }
        )
    }

    private func read(_ run: Run, _ tx: inout Transaction) throws -> (CyclePhase, Cycle) {
        guard let phase = CyclePhase(rawValue: run.step), let code = CycleCode(run.subject),
            let cycle = try Cycles.find(code, &tx)
        else { throw CityError(.phaseUnknown, ["phase": .text(run.step), "cycle": .text(run.subject)]) }
        return (phase, cycle)
    }
}
