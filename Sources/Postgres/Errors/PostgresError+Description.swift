extension PostgresError: CustomStringConvertible {
    /// What failed and why, in one line without any value of the data.
    public var description: String {
        pipelinePosition.map { "statement \($0) of the pipeline: \(kind.description)" } ?? kind.description
    }
}

extension PostgresError: CustomDebugStringConvertible {
    /// The same: Swift prints what stands in another value, such as an error of the caller's, by this.
    public var debugDescription: String { description }
}

extension PostgresError.Kind: CustomStringConvertible {
    /// What failed and why, in one line without any value of the data.
    public var description: String {
        switch self {
        case .server(let diagnostic): diagnostic.summary
        case .invalidConfiguration(let text): text
        case .connectFailed(let text, _): "cannot connect to the database: \(text)"
        case .connectionLost(let text): "the connection to the database was lost: \(text)"
        case .commitOutcomeUnknown: "the connection was lost during commit, its outcome is unknown"
        case .commitRolledBack: "the transaction was rolled back instead of committed, because a statement had failed"
        case .acquireTimeout(let waited, let inUse, let failure):
            "no database connection became free within \(waited), \(inUse) in use"
                + (failure.map { "; the last one could not be opened: \($0)" } ?? "")
        case .queueFull(let limit): "\(limit) callers wait for a database connection already"
        case .deadlineExceeded(let limit): "the server did not answer within \(limit); the connection was given up"
        case .cancelled: "the work was cancelled"
        case .decoding(let failure, let column): "column \(column): \(failure)"
        case .encoding(let failure, let parameter): "parameter \(parameter): \(failure)"
        case .rowCount(let expected, let actual): "expected \(expected), got \(actual) rows"
        case .misuse(let text): text
        case .closed: "the database is closed"
        }
    }
}
