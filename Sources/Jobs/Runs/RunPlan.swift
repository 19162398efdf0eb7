public import Postgres

/// When a step of a subject is due. It starts once, whatever number of workers look, and when those before it are done.
public struct RunPlan: Sendable, Hashable {
    public let kind: String
    public let subject: String
    public let step: String
    /// Steps of a subject run in this order: one waits until those before it are done.
    public let ordinal: Int16
    public let dueAt: Instant

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
}
