extension PostgresError: CustomStringConvertible {
    /// What failed and why, in one line without any value of the data.
    public var description: String {
        pipelinePosition.map { "statement \($0) of the pipeline: \(kind.description)" } ?? kind.description
    }
}

extension PostgresError: CustomDebugStringConvertible {
    /// The description and all that the server said, which may quote row values.
    public var debugDescription: String {
        guard let diagnostic else { return description }
        let more: [(String, String?)] = [
            ("message", diagnostic.message), ("detail", diagnostic.detail), ("hint", diagnostic.hint),
            ("position", diagnostic.position.map { "\($0)" }), ("internal query", diagnostic.internalQuery),
            ("context", diagnostic.context), ("schema", diagnostic.schema),
            ("source", diagnostic.sourceFunction),
        ]
        return more.reduce(description) { text, field in
            field.1.map { "\(text)\n\(field.0): \($0)" } ?? text
        }
    }
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
