public import Postgres

/// A job in a worker's hand.
public struct Job: Sendable {
    /// Its number, unique within its agency.
    public let id: Int64
    /// The agency that it is for; 0 is the city.
    public let agency: Int32
    /// Which handler does it.
    public let kind: String
    /// What was given when it was enqueued.
    public let payload: JSONDocument
    /// How often it failed before.
    public let failures: Int
    /// The instant it was due, however late it is done. A failure or a snooze puts it off.
    public let dueAt: Instant
    /// The occurrence that a schedule meant, however late it is done; nil for a job of no schedule.
    public let intendedAt: Instant?
    let progress: JobProgress

    /// Says how far the job is, in per cent. Others see it about a second later.
    public func report(percent: Int) {
        progress.set(id, agency: agency, percent: Int16(max(0, min(100, percent))))
    }
}

/// What came of a job, when it did not throw.
public enum JobResult: Sendable, Hashable {
    /// It has ended; its changes are kept.
    case done
    /// It is not its time yet: done again after the pause, which counts as no failure. Its changes are kept.
    case snooze(Duration)
}

/// Thrown by a job that cannot succeed, however often it is tried. It is dead at once.
public struct JobRefusal: Error, Sendable, CustomStringConvertible {
    /// Without personal data.
    public let reason: String

    /// A refusal for a reason, which is kept with the job.
    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}

/// Does the jobs of one kind.
public protocol JobHandler: Sendable {
    /// Which jobs, and how they are run.
    var kind: JobKind { get }

    /// Does a job, in the scope of its agency and in the transaction that also finishes it: what it changes and the finish
    /// become visible together or not at all, and a worker that has lost its claim changes nothing.
    ///
    /// What it does elsewhere than through `tx` may happen more than once, and may take 15 seconds between two statements
    /// (`sql/roles.sql`). An error undoes its changes and those of its
    /// batch, which is then done one by one; its description is kept with the job and must hold no personal data.
    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult
}
