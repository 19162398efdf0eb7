/// Work that every contender does, by a number of clients.
struct PostgresCase: Hashable {
    let name: String
    let clients: Int
    /// What the table says of an operation.
    let operation: String
    /// Operations of a client in the trial that finds the contender's speed.
    let trial: Int
    /// Work of a fixed number of rows; there is no trial.
    let isRows: Bool

    private init(_ name: String, clients: Int = 1, _ operation: String, trial: Int = 0, isRows: Bool = false) {
        self.name = name
        self.clients = clients
        self.operation = operation
        self.trial = trial
        self.isRows = isRows
    }

    static let all = [
        PostgresCase("point", "a prepared query", trial: 2000),
        PostgresCase("point", clients: 8, "a prepared query", trial: 500),
        PostgresCase("point", clients: 32, "a prepared query", trial: 200),
        PostgresCase("transaction", "begin, a prepared query, commit", trial: 500),
        PostgresCase("transaction", clients: 8, "begin, a prepared query, commit", trial: 200),
        PostgresCase("pipeline", "100 prepared queries", trial: 100),
        PostgresCase("fetch", "1000 rows of 6 columns", trial: 100),
        PostgresCase("stream", "a row of 6 columns", isRows: true),
        PostgresCase("copyin", "a row of 6 columns", isRows: true),
        PostgresCase("connect", "connect, a transaction with its time limit and select 1, close", trial: 30),
    ]

    var title: String { clients == 1 ? name : "\(name) × \(clients)" }
}
