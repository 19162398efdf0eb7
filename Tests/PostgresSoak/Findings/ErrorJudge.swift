import Postgres

/// Which errors belong to the faults, and which do not.
struct ErrorJudge {
    let record: Record

    func judge(_ error: any Error, of work: String) {
        if let error = error as? WrongRow { return record.findings.report(.wrongRow, "\(work): \(error.text)") }
        if error is FailedUnseen { return record.errors.add("failed while abandoned") }
        guard let error = error as? PostgresError else {
            return record.findings.report(.error, "\(work): \(error)")
        }
        let state = error.sqlState.map { " \($0)" } ?? ""
        record.errors.add(error.kind.name + state)
        if !isExpected(error) { record.findings.report(.error, "\(work): \(error.kind.name)\(state): \(error)") }
    }

    private func isExpected(_ error: PostgresError) -> Bool {
        switch error.kind {
        case .connectionLost, .commitOutcomeUnknown, .acquireTimeout, .queueFull, .deadlineExceeded, .cancelled: true
        case .connectFailed(_, let state): state.map { Self.startUp.contains($0.code) } ?? true
        case .server(let diagnostic): Self.statements.contains(diagnostic.sqlState.code)
        default: false
        }
    }

    /// Too many connections; ended, crashed or starting.
    private static let startUp: Set = ["53300", "57P01", "57P02", "57P03"]

    /// Cancelled, ended, crashed, starting; serialisation and deadlock; a lock, a plan, a statement that is not there.
    private static let statements: Set = [
        "57014", "57P01", "57P02", "57P03", "40001", "40P01", "55P03", "0A000", "26000",
    ]
}
