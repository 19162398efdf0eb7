import CityDatabase
import Foundation
import Jobs
import Personnel
import Postgres
import Synchronization
import TestSupport

/// Things that a login of one agency can do, by neglect or on purpose, while the city's cycle runs.
enum Misbehaviour: String, CaseIterable, Sendable {
    case uncommittedRating, forgottenSnapshot, tableLock, endlessQuery, sleepBesideRating, manySavepoints
    case floodOfNotifications, listenAndStay, allConnections, ratingAgainAndAgain, stalledCopy
}

/// Sessions of agency 1's login that misbehave until they are ended.
final class HostileSession: Sendable {
    private let database: Database
    private let task: Task<Void, any Error>

    /// Returns when the harm has begun.
    /// - Parameter login: a role that logs in without a password.
    static func begin(_ how: Misbehaviour, on copy: FaultCityCopy, login: String) async throws -> HostileSession {
        let options = ConnectionOptions(uri: copy.uri(login), applicationName: "hostile")
        let database = Database(options, limits: PoolLimits(maximum: 20, acquireTimeout: .seconds(60)))
        let (started, announce) = AsyncStream.makeStream(of: Void.self)
        let isUnderWay = Tally()
        let task = Task {
            defer { announce.finish() }
            try await harm(how, database) {
                isUnderWay.add()
                announce.finish()
            }
        }
        for await _ in started {}
        guard isUnderWay.count > 0 else {
            try await task.value
            throw CancellationError()
        }
        return HostileSession(database, task)
    }

    private init(_ database: Database, _ task: Task<Void, any Error>) {
        (self.database, self.task) = (database, task)
    }

    func end() async {
        task.cancel()
        _ = await task.result
        database.close()
    }

    static let scope = Scope(role: nil, searchPath: ["medan"])
    /// Settings that every login may change for itself.
    private static let liftLimits = SQLScript(
        name: "lift",
        uncheckedText: """
            set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0
            """
    )

    private static func rate(_ number: Int, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
            select a.agency_id, y.cycle_id, a.employment_id, 1, 1
            from own_employment a cross join cycle y order by a.employment_id offset \(number) limit 1
            """
        )
    }

    private static func harm(
        _ how: Misbehaviour,
        _ database: Database,
        _ started: @escaping @Sendable () -> Void
    ) async throws {
        let forever = Duration.seconds(3600)
        let options = TransactionOptions(
            isolation: how == .forgottenSnapshot ? .repeatableRead : .readCommitted,
            timeout: .seconds(3000)
        )
        switch how {
        case .allConnections:
            let opened = Tally()
            try await withThrowingTaskGroup { group in
                for number in 0..<5 {
                    group.addTask {
                        try await database.transaction(as: scope, options: options) { tx in
                            try tx.run(liftLimits)
                            try rate(number, &tx)
                            if opened.add() == 5 { started() }
                            try await Task.sleep(for: forever)
                        }
                    }
                }
                for try await _ in group {}
            }
        case .ratingAgainAndAgain:
            while !Task.isCancelled {
                do {
                    try await database.transaction(as: scope, options: options) { tx in
                        try rate(0, &tx)
                        started()
                        throw CancellationError()
                    }
                } catch is CancellationError {
                } catch let error as PostgresError where error.kind.name == "cancelled" || error.isRetryable {}
            }
        default:
            if how == .listenAndStay {
                // On the only connection; it hears once the transaction is committed.
                try await database.transaction(as: scope) { tx in
                    try tx.run(SQLScript(name: "listen", uncheckedText: "listen flood"))
                }
            }
            try await database.transaction(as: scope, options: options) { tx in
                try tx.run(liftLimits)
                switch how {
                case .uncommittedRating: try rate(0, &tx)
                case .forgottenSnapshot, .listenAndStay: try tx.execute("select count(*) from own_person")
                case .tableLock: try tx.execute("lock table agency, cycle, cycle_phase, setting in access share mode")
                case .endlessQuery:
                    started()
                    try tx.execute("select count(*) from generate_series(1, 1000000000000)")
                case .sleepBesideRating:
                    try rate(0, &tx)
                    started()
                    try tx.execute("select pg_sleep(100000)")
                case .manySavepoints:
                    for number in 0..<1200 {
                        try tx.run(SQLScript(name: "savepoint", uncheckedText: "savepoint s\(number)"))
                        try rate(0, &tx)
                    }
                case .floodOfNotifications:
                    try tx.run(SQLScript(name: "listen", uncheckedText: "listen flood"))
                    try tx.execute(
                        "select count(pg_notify('flood', repeat('x', 7900) || n)) from generate_series(1, 20000) n"
                    )
                case .stalledCopy:
                    try rate(0, &tx)
                    started()
                    try tx.copyOut("copy (select repeat('x', 1000) from generate_series(1, 100000)) to stdout") { _ in
                        while !Task.isCancelled { usleep(20_000) }
                        throw CancellationError()
                    }
                case .allConnections, .ratingAgainAndAgain: break
                }
                started()
                try await Task.sleep(for: forever)
            }
        }
    }
}
