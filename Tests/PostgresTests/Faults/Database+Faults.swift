import Postgres
import TestSupport
import Testing

extension Database {
    /// A pool of one connection at an address of a test's own.
    static func at(
        _ uri: String,
        application: String = "faults",
        maximum: Int = 1,
        connectTimeout: Duration = .seconds(10),
        mode: ConnectionOptions.StatementMode = .prepared,
        grace: Duration = .seconds(5)
    ) -> Database {
        Database(
            ConnectionOptions(
                uri: uri,
                applicationName: application,
                connectTimeout: connectTimeout,
                statementMode: mode,
                grace: grace
            ),
            limits: PoolLimits(maximum: maximum, acquireTimeout: .seconds(30))
        )
    }

    /// What connecting fails with; nil, and an issue, when it works.
    func refusal(sourceLocation: SourceLocation = #_sourceLocation) async -> PostgresError? {
        let error = await #expect(throws: PostgresError.self, sourceLocation: sourceLocation) { try await pid() }
        #expect(error?.name == "connectFailed", sourceLocation: sourceLocation)
        #expect(error?.wasSent == false && statistics.open == 0, sourceLocation: sourceLocation)
        close()
        return error
    }
}
