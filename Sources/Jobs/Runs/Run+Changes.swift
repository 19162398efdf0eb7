public import Postgres

/// What somebody may do about a run. Each returns whether it applied to the run as it is.
extension Run {
    /// No chunk of it is started; those in hand are finished.
    public static func pause(_ id: Int64, note: String?, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.one("select pause_run(\(id), \(note))", as: Bool.self)
    }

    /// Chunks of it are started again.
    public static func resume(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.one("select resume_run(\(id))", as: Bool.self)
    }

    /// Nothing more of it is started; chunks in hand are finished, and what is done stays. The steps after it wait until it is
    /// retried.
    public static func cancel(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.one("select cancel_run(\(id))", as: Bool.self)
    }

    /// Gives what failed another chance, and takes up what was cancelled.
    public static func retry(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.one("select retry_run(\(id))", as: Bool.self)
    }

    /// Retries the failed runs of a subject.
    public static func retryFailed(kind: String, subject: String, _ tx: inout Transaction) throws(PostgresError) {
        try tx.execute(
            """
            select retry_run(run_id) from run
            where kind = \(kind) and subject = \(subject) and state = 'failed' order by run_id
            """
        )
    }
}
