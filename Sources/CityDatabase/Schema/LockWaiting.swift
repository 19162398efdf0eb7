public import Postgres
import Synchronization
import Texts

/// How long changes of the schema wait for locks of other sessions.
///
/// Sessions that come after one that waits for a table wait behind it, readers too. So it gives up soon, lets them
/// pass, and tries again.
public struct LockPatience: Sendable, Hashable {
    /// For one lock at a time.
    public var each: Duration
    /// The time for all failed attempts, and the pauses between them.
    public var total: Duration

    public init(each: Duration = .seconds(2), total: Duration = .seconds(120)) {
        self.each = each
        self.total = total
    }
}

/// A session that holds a lock another session waits for.
public struct SessionAhead: Sendable, Hashable {
    /// Its process on the server; 0 for a prepared transaction, which has none.
    public let pid: Int32
    /// The login with which it connected; nil for a process of the server's own.
    public let login: String?
    /// Since when it has been in its transaction.
    public let since: Instant?
}

/// Transactions that give way: each is tried again after a pause, until it gets its locks or patience ends.
struct LockWaiting: Sendable {
    private let city: CityDatabase
    private let patience: LockPatience
    /// The principal that asks which sessions are in the way; nil for the login itself, a superuser.
    private let witness: Principal?
    private let report: Schema.Report
    private let log = Log()

    init(_ city: CityDatabase, _ patience: LockPatience, asking witness: Principal?, _ report: @escaping Schema.Report)
    {
        self.city = city
        self.patience = patience
        self.witness = witness
        self.report = report
    }

    /// The cost of the attempts so far, and the sessions that were in the way.
    private final class Log: Sendable {
        let spent = Mutex(Duration.zero)
        let ahead = Mutex([SessionAhead]())
        let toldOfOthers = Atomic(false)
    }

    /// - Parameter what: what the locks are for, as `policies/person.sql`.
    /// - Throws: what `body` throws; `CityError` of kind `busy` when its time is up. It may run more than once.
    func transaction<Output: Sendable>(
        as scope: Scope,
        for what: String,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        var pause = Duration.milliseconds(250)
        while true {
            let start = ContinuousClock.now
            do {
                return try await attempt(scope, body)
            } catch let error as PostgresError where Self.isBusy(error) {
                pause = min(pause * 2, patience.each * 2)
                let spent = log.spent.withLock { spent in
                    spent += ContinuousClock.now - start
                    return spent
                }
                guard spent + pause <= patience.total else { throw givenUp(what) }
                sayOthers()
                try await Task.sleep(for: pause)
                log.spent.withLock { $0 += pause }
            }
        }
    }

    private func attempt<Output: Sendable>(
        _ scope: Scope,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        let watch = Watch()
        let watcher = Task { await look(watch) }
        defer { watcher.cancel() }
        let limit = SQLScript(
            name: "lock timeout",
            uncheckedText: "set local lock_timeout = \(max(1, patience.each / .milliseconds(1)))"
        )
        return try await city.database.transaction(as: scope, options: TransactionOptions(timeout: .seconds(3600))) {
            tx in
            try tx.run(limit)
            let pid = try tx.one("select pg_backend_pid()", as: Int32.self)
            watch.pid.withLock { $0 = pid }
            return try await body(&tx)
        }
    }

    private static func isBusy(_ error: PostgresError) -> Bool {
        error.sqlState == .lockNotAvailable || error.sqlState == .deadlockDetected
    }

    /// A city of an older version lacks the function that shows an admin which sessions are in the way.
    private func sayOthers() {
        let isNews = log.ahead.withLock { $0.isEmpty } && !log.toldOfOthers.exchange(true, ordering: .relaxed)
        if isNews { report(.waiting(nil)) }
    }

    private func givenUp(_ what: String) -> CityError {
        let seconds = Int(patience.total / .seconds(1))
        let sessions = log.ahead.withLock { $0 }.map { "\($0.pid)" }
        let named: TextArgument =
            sessions.isEmpty
            ? .wording(Wording(indonesian: "tidak diketahui", english: "not known"))
            : .text(sessions.joined(separator: ", "))
        return CityError(
            .schemaBusy,
            ["seconds": .number(seconds), "file": .text(what), "processes": named]
        )
    }

    // MARK: - Sessions in the way

    private final class Watch: Sendable {
        let pid = Mutex<Int32?>(nil)
    }

    /// Runs until it is cancelled. If it cannot learn something, the attempt goes on without it.
    private func look(_ watch: Watch) async {
        while !Task.isCancelled {
            guard (try? await Task.sleep(for: min(.milliseconds(300), patience.each / 3))) != nil else { return }
            guard let pid = watch.pid.withLock({ $0 }), let sessions = try? await ahead(of: pid) else { continue }
            for session in sessions {
                let isNew = log.ahead.withLock { known in
                    guard !known.contains(session) else { return false }
                    known.append(session)
                    return true
                }
                if isNew { report(.waiting(session)) }
            }
        }
    }

    private func ahead(of pid: Int32) async throws -> [SessionAhead] {
        let options = TransactionOptions(readOnly: true, timeout: .seconds(5))
        let scope = witness?.scope(in: city.identity) ?? .login
        return try await city.database.transaction(as: scope, options: options) { tx in
            let rows =
                witness == nil
                ? try tx.all(
                    """
                    select distinct b.pid, a.usename::text, a.xact_start
                    from unnest(pg_blocking_pids(\(pid))) b (pid)
                    left join pg_stat_activity a on a.pid = b.pid
                    order by 1
                    """,
                    as: (Int32, String?, Instant?).self
                )
                : try tx.all(
                    "select pid, login, since from sessions_ahead(\(pid)) order by 1",
                    as: (Int32, String?, Instant?).self
                )
            return rows.map { SessionAhead(pid: $0.0, login: $0.1, since: $0.2) }
        }
    }
}
