public import Logging
public import Postgres

/// Writes what happens on a database to a log (swift-log).
///
/// | level | what |
/// |---|---|
/// | `info` | the listening connection was lost or stands again; a connection was replaced because it broke; a warning of the server |
/// | `debug` | failures that left a transaction, connections opened and refused, notices |
/// | `trace` | every statement and transaction |
///
/// Nothing personal and no secret is written, at any level: a statement's text has `$n` where its parameters stand, and an
/// error is written as its name and state. What the caller makes of an error, and at which level, is the caller's.
///
/// ```swift
/// let logger = Logger(label: "city")
/// let database = Database(ConnectionOptions(uri: "service=city"), observer: LoggingObserver(logger))
/// database.close()
/// ```
public struct LoggingObserver: DatabaseObserver {
    private let logger: Logger

    /// - Parameter logger: its level decides what is written.
    public init(_ logger: Logger) {
        self.logger = logger
    }

    public func observe(_ event: DatabaseEvent) {
        switch event {
        case .connect(let duration, nil):
            logger.debug("connected to the database", metadata: ["db.duration": Self.seconds(duration)])
        case .connect(let duration, let error?):
            var metadata = Self.metadata(error)
            metadata["db.duration"] = Self.seconds(duration)
            logger.debug("cannot connect to the database", metadata: metadata)
        case .disconnect(.broken): logger.info("a database connection broke")
        case .disconnect(let reason):
            logger.debug("closed a database connection", metadata: ["db.reason": "\(reason.rawValue)"])
        case .acquire(_, nil): break
        case .acquire(let waited, let error?):
            var metadata = Self.metadata(error)
            metadata["db.waited"] = Self.seconds(waited)
            logger.debug("no database connection", metadata: metadata)
        case .statement(let statement): observe(statement)
        case .transaction(let transaction):
            logger.trace(
                "transaction",
                metadata: [
                    "db.outcome": "\(transaction.outcome)", "db.attempt": "\(transaction.attempt)",
                    "db.duration": Self.seconds(transaction.duration),
                    "db.role": "\(transaction.scope.role?.name ?? "")",
                ]
            )
        case .error(let error): logger.debug("a transaction failed", metadata: Self.metadata(error))
        case .notice(let notice):
            // Only the state: what a function raises may quote anything.
            logger.log(
                level: notice.severity == "WARNING" ? .info : .debug,
                "the server sent a notice",
                metadata: ["db.severity": "\(notice.severity)", "db.sqlstate": "\(notice.sqlState)"]
            )
        case .listenerLost(let error):
            logger.info("the listening connection was lost", metadata: Self.metadata(error))
        case .listenerRestored(let attempts):
            logger.info("the listening connection stands again", metadata: ["db.attempts": "\(attempts)"])
        }
    }

    private func observe(_ statement: StatementEvent) {
        logger.trace(
            "statement",
            metadata: {
                var metadata = statement.error.map(Self.metadata) ?? [:]
                metadata["db.statement"] = "\(statement.sql.statementText)"
                metadata["db.duration"] = Self.seconds(statement.duration)
                if let rows = statement.rows { metadata["db.rows"] = "\(rows)" }
                return metadata
            }()
        )
    }

    /// A server's message is not written: one that a function raised may quote a row.
    private static func metadata(_ error: PostgresError) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["db.error": "\(error.kind.name)"]
        if let state = error.sqlState { metadata["db.sqlstate"] = "\(state)" }
        if let constraint = error.diagnostic?.constraint { metadata["db.constraint"] = "\(constraint)" }
        if let table = error.diagnostic?.table { metadata["db.table"] = "\(table)" }
        return metadata
    }

    private static func seconds(_ duration: Duration) -> Logger.MetadataValue {
        "\((duration / .seconds(1) * 1e6).rounded() / 1e6)"
    }
}
