public import Postgres

/// What somebody may do about a run. Each returns whether it applied to the run as it is.
extension Run {
    /// No chunk of it is started; those in hand are finished.
    public static func pause(_ id: Int64, note: String?, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.execute(
            """
            update run set is_paused = true, pause_note = \(note)
            where run_id = \(id) and state in ('scheduled', 'waiting', 'running') and not is_paused
            """
        ) == 1
    }

    public static func resume(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.execute(
            "update run set is_paused = false, pause_note = null where run_id = \(id) and is_paused"
        ) == 1
    }

    /// Nothing more of it is started; chunks in hand are finished, and what is done stays. The steps after it wait until it is
    /// retried.
    public static func cancel(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.execute(
            """
            update run set state = 'cancelled', is_paused = false, pause_note = null, ended_at = clock_timestamp()
            where run_id = \(id) and state in ('scheduled', 'waiting', 'running', 'failed')
            """
        ) == 1
    }

    /// Gives what failed another chance, and takes up what was cancelled.
    public static func retry(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        let applies =
            try tx.execute(
                """
                update run r
                set ended_at = null, is_paused = false, pause_note = null, state = case
                    when exists (select from run_chunk c where c.run_id = r.run_id) then 'running' else 'scheduled'
                end
                where run_id = \(id) and state in ('failed', 'cancelled')
                """
            ) == 1
        if applies {
            try tx.execute(
                """
                update run_chunk set state = 'ready', errors = 0, due_at = clock_timestamp()
                where run_id = \(id) and state = 'failed'
                """
            )
        }
        return applies
    }

    /// Retries the failed runs of a subject.
    public static func retryFailed(kind: String, subject: String, _ tx: inout Transaction) throws(PostgresError) {
        let failed = try tx.all(
            "select run_id from run where kind = \(kind) and subject = \(subject) and state = 'failed' for update",
            as: Int64.self
        )
        for id in failed { _ = try retry(id, &tx) }
    }
}
