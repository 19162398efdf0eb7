/// The observer of a database, if there is one: without one, not even the clock is read.
struct Observation: Sendable {
    let observer: (any DatabaseObserver)?
    let noticeReceiver: NoticeReceiver?
    /// Looked at for every statement: cheaper than the observer itself.
    let isOn: Bool

    init(_ observer: (any DatabaseObserver)?) {
        self.observer = observer
        isOn = observer != nil
        noticeReceiver = observer.map { observer in NoticeReceiver { observer.observe(.notice($0)) } }
    }

    /// Nanoseconds of the monotonic clock, 0 when nobody observes.
    func start() -> Int64 { isOn ? Deadline.now : 0 }

    func connect(since start: Int64, _ error: PostgresError?) {
        observer?.observe(.connect(duration: Self.elapsed(start), error: error))
    }

    func acquire(since start: Int64, _ error: PostgresError?) {
        guard isOn else { return }
        observer?.observe(.acquire(waited: Self.elapsed(start), error: error))
    }

    func statement(
        _ sql: SQL,
        since start: Int64,
        rows: Int? = nil,
        executions: Int = 1,
        failure: PostgresError? = nil
    ) {
        guard isOn, let observer else { return }
        let event = StatementEvent(
            sql: sql,
            duration: Self.elapsed(start),
            rows: rows,
            executions: executions,
            error: failure
        )
        observer.observe(.statement(event))
    }

    func transaction(_ scope: Scope, since start: Int64, _ outcome: TransactionEvent.Outcome, attempt: Int) {
        guard isOn else { return }
        observer?
            .observe(
                .transaction(
                    TransactionEvent(scope: scope, duration: Self.elapsed(start), outcome: outcome, attempt: attempt)
                )
            )
    }

    private static func elapsed(_ start: Int64) -> Duration { .nanoseconds(Deadline.now - start) }
}
