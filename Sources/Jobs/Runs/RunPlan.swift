public import Postgres

/// When a step of a subject is due. It starts once, whatever number of workers look, and when those before it are done.
public struct RunPlan: Sendable, Hashable {
    /// Which handler does it.
    public let kind: String
    /// What the steps are about.
    public let subject: String
    /// Which step; a subject has each step once.
    public let step: String
    /// Steps of a subject run in this order: one waits until those before it are done.
    public let ordinal: Int16
    /// Not before this instant.
    public let dueAt: Instant

    /// A step that is not stored yet.
    public init(kind: String, subject: String, step: String, ordinal: Int16, dueAt: Instant) {
        self.kind = kind
        self.subject = subject
        self.step = step
        self.ordinal = ordinal
        self.dueAt = dueAt
    }

    /// Stores the plan, in the caller's transaction.
    public func insert(_ tx: inout Transaction) throws(PostgresError) {
        try tx.execute(
            """
            insert into run (kind, subject, step, ordinal, intended_at)
            values (\(kind), \(subject), \(step), \(ordinal), \(dueAt))
            """
        )
    }

    /// Makes what is planned for later due now, up to the step with `ordinal`; how many steps.
    @discardableResult
    public static func advance(
        kind: String,
        subject: String,
        through ordinal: Int16,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Int {
        try tx.one("select bring_forward_runs(\(kind), \(subject), \(Int32(ordinal)))", as: Int.self)
    }

    /// Plans a step that is stored for another instant; whether it had not begun.
    public static func reschedule(
        kind: String,
        subject: String,
        step: String,
        dueAt: Instant,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Bool {
        try tx.one("select reschedule_run(\(kind), \(subject), \(step), \(dueAt))", as: Bool.self)
    }
}
