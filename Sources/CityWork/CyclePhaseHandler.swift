import CityDatabase
public import Jobs
import Personnel
public import Postgres

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
        let processed = try AppraisalPhases.perform(phase, cycle, agency: agency, keys, &tx)
        guard phase == .open else { return ChunkOutcome(processed: processed) }
        let failures = try AppraisalPhases.withoutPost(cycle, agency: agency, keys, opened: processed, &tx)
            .map {
                ChunkOutcome.Failure(
                    key: $0,
                    code: "no_post",
                    reason: "employed, but without a definitive post on the day"
                )
            }
        return ChunkOutcome(processed: processed, failures: failures)
    }

    private func read(_ run: Run, _ tx: inout Transaction) throws -> (CyclePhase, Cycle) {
        guard let phase = CyclePhase(rawValue: run.step), let code = CycleCode(run.subject),
            let cycle = try Cycles.find(code, &tx)
        else { throw CityError(.notFound, "there is no phase \(run.step) of a cycle \(run.subject)") }
        return (phase, cycle)
    }
}
