/// A PostgreSQL database. `transaction(as:)` is the only way to it.
public final class Database: Sendable {
    private let pool: ConnectionPool

    /// Opens nothing yet; the first transaction connects.
    public init(_ options: ConnectionOptions, limits: PoolLimits = PoolLimits()) {
        pool = ConnectionPool(options, limits)
    }

    /// Runs `body` in one transaction in `scope`, on the connection's own thread, and commits when it returns.
    ///
    /// A throw rolls back and passes through untouched. With `options.retries`, work that failed in a way that
    /// `isRetryable` is done again from the start.
    @discardableResult
    public func transaction<Output: Sendable>(
        as scope: Scope,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        var attempt = 0
        while true {
            do {
                return try await once(scope, options, body)
            } catch let error as PostgresError where error.isRetryable && attempt < options.retries {
                attempt += 1
                do {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 1...(20 << min(attempt, 6)))))
                } catch {
                    throw PostgresError(.cancelled)
                }
            }
        }
    }

    private func once<Output: Sendable>(
        _ scope: Scope,
        _ options: TransactionOptions,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        let connection = try await pool.acquire()
        do {
            let output = try await connection.transaction(scope, options, body)
            await pool.release(connection)
            return output
        } catch {
            await pool.release(connection)
            throw error
        }
    }

    /// Closes idle connections; those in use close when they come back.
    public func close() async {
        await pool.close()
    }

    public var statistics: PoolStatistics { pool.statistics }
}
