import Postgres

/// One operation of one task: on which pool, with which numbers.
struct Turn: Sendable {
    let stage: Stage
    let pool: ProxiedPool
    let task: Int
    /// Stands in every row that is asked for, so that a row of another statement or task is known at once.
    let nonce: Int
    let random: RandomSource

    var database: Database { pool.database }
    var record: Record { stage.record }

    /// With a random number of retries, and for each statement less time than the longest fault takes.
    var options: TransactionOptions {
        var random = random
        return TransactionOptions(timeout: .seconds(3), retries: random.number(0...3))
    }

    func expect(_ condition: Bool, _ text: @autoclosure () -> String) throws(WrongRow) {
        guard condition else { throw WrongRow(text: text()) }
    }

    /// The next statement after one whose rows were abandoned.
    func afterAbandoning<Output>(_ body: () throws(PostgresError) -> Output) throws -> Output {
        do throws(PostgresError) {
            return try body()
        } catch {
            throw error.sqlState == SQLState("25P02") ? FailedUnseen() : error
        }
    }
}

/// A kind of operation.
struct Work: Sendable {
    let name: String
    /// How often it is chosen, beside the others.
    let weight: Int
    let run: @Sendable (Turn) async throws -> Void

    init(_ name: String, weight: Int = 4, _ run: @escaping @Sendable (Turn) async throws -> Void) {
        self.name = name
        self.weight = weight
        self.run = run
    }

    static let all: [Work] =
        PointQueries.works + RowStreams.works + Pipelines.works + Savepoints.works + PreparedStatements.works
        + Copies.works + Transfers.works + Ledger.works + Interruptions.works + Locks.works + Subscriptions.works
}
