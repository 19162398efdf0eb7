public import Postgres

/// When a step of a subject is due. It fires once, by one compare-and-set, whatever number of workers look.
public struct Schedule: Sendable, Hashable {
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

    /// Stores the schedule, in the caller's transaction.
    public func insert(_ tx: inout Transaction) throws(PostgresError) {
        try tx.execute(
            """
            insert into schedule (kind, subject, step, ordinal, next_at)
            values (\(kind), \(subject), \(step), \(ordinal), \(dueAt))
            """
        )
    }

    /// Makes what is scheduled for later due now, up to the step with `ordinal`; how many steps.
    @discardableResult
    public static func advance(
        kind: String,
        subject: String,
        through ordinal: Int16,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Int {
        try tx.execute(
            """
            update schedule set next_at = now()
            where kind = \(kind) and subject = \(subject) and ordinal <= \(ordinal) and next_at > now()
            """
        )
    }
}
