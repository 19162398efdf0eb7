/// One connection's conversation with the server, confined to its thread: where a transaction begins and ends.
///
/// What opens a transaction or a savepoint is not sent by itself: it waits in `pending` and travels in one pipeline
/// with the next statement.
@usableFromInline final class Session {
    var connection: PGConnection
    var statements: StatementCache
    let observation: Observation
    let isObserved: Bool
    private let options: ConnectionOptions
    private let textForms: TextForms
    private let signal: CancelSignal

    /// Statements to be sent before the next one, in the same pipeline.
    var pending: [SQL] = []
    /// What began the last transaction: the next is often the same.
    private var lastOpening: Opening?
    /// How many of the statements that begin the transaction are worth preparing; they come first.
    private(set) var repeatedCount = 0
    /// Nanoseconds that the client waits for a statement: the server's own limit comes first.
    private var patience: Int64 = 0
    /// The server has a transaction of ours.
    private(set) var isOpen = false
    /// Nothing of the transaction but its beginning has been asked of the server yet.
    var isUntouched = true
    var isPoisoned = false
    /// Idle for so long that something between here and the server may have dropped it without a word.
    private(set) var wasIdleLong = false
    /// How often it was connected.
    private(set) var openings = 1
    /// Why a connection that broke while it was idle could not be replaced.
    private(set) var reopeningFailure: PostgresError?
    /// By the monotonic clock.
    private var idleSince = Deadline.now
    private let staleAfter: Int64
    /// How many savepoints the transaction has had. No name comes twice: what hits the wrong one must fail.
    private var savepoints = 0

    init(_ options: ConnectionOptions, signal: CancelSignal, observation: Observation) throws(PostgresError) {
        self.options = options
        textForms = TextForms(timeZone: options.timeZone)
        self.signal = signal
        self.observation = observation
        isObserved = observation.isOn
        staleAfter = options.staleAfter.nanoseconds
        connection = try Self.connect(options, signal, observation)
        statements = StatementCache(capacity: options.statementMode == .prepared ? 128 : 0)
    }

    private static func connect(
        _ options: ConnectionOptions,
        _ signal: CancelSignal,
        _ observation: Observation
    ) throws(PostgresError) -> PGConnection {
        let start = observation.start()
        do throws(PostgresError) {
            let connection = try PGConnection(options, signal: signal, onNotice: observation.noticeReceiver)
            observation.connect(since: start, nil)
            return connection
        } catch {
            observation.connect(since: start, error)
            throw error
        }
    }

    /// Replaces a connection that broke while it was idle.
    private func reconnect() throws(PostgresError) {
        idleSince = Deadline.now
        statements.reset()
        isPoisoned = true
        do throws(PostgresError) {
            connection = try Self.connect(options, signal, observation)
        } catch {
            reopeningFailure = error
            throw error
        }
        observation.observer?.observe(.disconnect(.broken))
        isPoisoned = false
        openings += 1
    }

    var isUsable: Bool { !isPoisoned && connection.isIdle }
    var serverVersion: Int { connection.serverVersion }

    var deadline: Deadline { Deadline(afterNanoseconds: patience) }

    // MARK: - Begin and end

    func begin(_ scope: Scope, _ options: TransactionOptions) throws(PostgresError) {
        let opening = opening(scope, options)
        pending = opening.statements
        patience = opening.patience
        if self.options.statementMode == .unnamed { pending.insert(textForms.forTransaction, at: 1) }
        isOpen = false
        isUntouched = true
        wasCommittedByCaller = false
        savepoints = 0
        connection.isCancellable = true
        wasIdleLong = Deadline.now - idleSince >= staleAfter
        if connection.wasClosedByServer { try reconnect() }
    }

    private final class Opening {
        let scope: Scope
        let options: TransactionOptions
        let statements: [SQL]
        let patience: Int64

        init(_ scope: Scope, _ options: TransactionOptions, grace: Duration) {
            self.scope = scope
            self.options = options
            statements = options.statements + scope.statements
            patience = (options.timeout + grace).nanoseconds
        }
    }

    private func opening(_ scope: Scope, _ options: TransactionOptions) -> Opening {
        if let last = lastOpening, last.options == options, last.scope == scope { return last }
        let opening = Opening(scope, options, grace: self.options.grace)
        lastOpening = opening
        // Settings come last, and there are as many texts of them as values: they would drive out all others.
        repeatedCount = opening.statements.count - scope.settings.count
        return opening
    }

    func commit() throws(PostgresError) {
        guard isOpen else { return end() }
        guard !isPoisoned else {
            end()
            throw PostgresError(.connectionLost("before the commit was sent"), wasSent: false)
        }
        guard !hasEndedUnasked else {
            end()
            throw Self.endedUnasked
        }
        connection.isCancellable = false
        pending = []
        defer { end() }
        let isCommitted: Bool
        do throws(PostgresError) {
            isCommitted = try run("commit", .simple).hasTag("COMMIT")
        } catch {
            if error.poisonsConnection { throw PostgresError(.commitOutcomeUnknown) }
            throw error
        }
        guard isCommitted else { throw PostgresError(.commitRolledBack) }
    }

    /// The server has no transaction of ours any more, or never had: a statement of the caller's ended it, or its beginning
    /// failed.
    var hasEndedUnasked: Bool { isOpen && (wasCommittedByCaller || connection.isIdle) }
    /// Also by `commit and chain`, after which role and settings are gone.
    var wasCommittedByCaller = false
    static var endedUnasked: PostgresError {
        PostgresError(.misuse("the transaction has ended on the server before its time"), wasSent: false)
    }

    /// A failing rollback poisons the connection; the error that caused the rollback is the one to report.
    func rollback() {
        defer { end() }
        guard isOpen, !isPoisoned else { return }
        rollback("rollback")
    }

    private func end() {
        isOpen = false
        pending = []
        idleSince = Deadline.now
    }

    private func rollback(_ statement: SQL) {
        connection.isCancellable = false
        defer { connection.isCancellable = true }
        pending = []
        do throws(PostgresError) {
            _ = try run(statement, .simple)
        } catch {
            isPoisoned = true
        }
    }

    /// What a connection is told before its first transaction, in the same pipeline; nil once it knows.
    var unsentForms: SQL? {
        connection.hasTextForms || options.statementMode == .unnamed ? nil : textForms.forSession
    }

    func willTouch() {
        isOpen = true
        isUntouched = false
    }

    /// Whether a failure may be undone unseen: it hit the first statement, because of what happened before it.
    ///
    /// A prepared statement that a change of schema made stale is forgotten; a connection that was gone without a word
    /// after it lay idle is replaced. Nothing of the transaction is lost by beginning it again.
    func beginAnew(after error: PostgresError) throws(PostgresError) -> Bool {
        if error.diagnostic?.isStalePlan == true {
            rollback("rollback")
            guard !isPoisoned else { return false }
        } else if case .connectionLost = error.kind, wasIdleLong, !signal.isRaised {
            try reconnect()
        } else {
            return false
        }
        wasIdleLong = false
        isOpen = false
        isUntouched = true
        return true
    }

    /// Does what begins the transaction, and does it again where that is due.
    func beginning<Output: ~Copyable>(_ body: () throws(PostgresError) -> Output) throws(PostgresError) -> Output {
        guard isUntouched else { return try body() }
        // Savepoints, too, that were to travel with the first statement.
        let opening = pending
        do throws(PostgresError) {
            return try body()
        } catch {
            guard try beginAnew(after: error) else { throw error }
            pending = opening
            return try body()
        }
    }

    // MARK: - Savepoints

    /// Nothing is sent yet.
    func beginSavepoint() -> Identifier {
        savepoints += 1
        let name = Identifier("nested_\(savepoints)")
        pending.append("savepoint \(identifier: name)")
        return name
    }

    /// The release travels with the next statement.
    func release(_ savepoint: Identifier) throws(PostgresError) {
        if connection.isInFailedTransaction {
            undo(savepoint)
            throw PostgresError(.commitRolledBack)
        }
        if !forget(savepoint) { pending.append("release savepoint \(identifier: savepoint)") }
    }

    /// True when the server has not heard of it.
    private func forget(_ savepoint: Identifier) -> Bool {
        let begun: SQL = "savepoint \(identifier: savepoint)"
        guard let index = pending.lastIndex(where: { $0.text == begun.text }) else { return false }
        pending.removeSubrange(index...)
        return true
    }

    func undo(_ savepoint: Identifier) {
        guard !forget(savepoint), isOpen, !isPoisoned else { return }
        rollback("rollback to savepoint \(identifier: savepoint)")
        pending = ["release savepoint \(identifier: savepoint)"]
    }
}
