extension Session {
    /// What the server answers to one message of a pipeline.
    enum Answer {
        case passed
        /// To a sync after the text forms.
        case settled
        case deallocated(StatementName)
        case deallocatedAll
        /// For the caller's statement at an index; nil for what begins the transaction.
        case prepared(StatementCache.Statement, StatementName, Int?)
        /// To the caller's statement at an index.
        case result(Int)
    }

    /// Runs statements in one pipeline, after what is pending, and hands each its last result.
    ///
    /// The first failure is thrown after all is read: the server runs nothing after it.
    ///
    /// - Parameter use: how the statement is sent, asked in order.
    func pipeline(
        _ statements: some Collection<SQL>,
        _ use: (SQL) -> StatementCache.Use,
        _ take: (Int, consuming PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        try poisoning { () throws(PostgresError) in
            var answers: [Answer] = []
            answers.reserveCapacity(pending.count + statements.count + 1)
            try enterPipeline(&answers)
            for (index, sql) in statements.enumerated() {
                switch use(sql) {
                case .unnamed: try connection.send(sql, .unnamed)
                case .prepared(let name): try connection.send(sql, .prepared(name))
                case .prepare(let statement, let name):
                    try prepare(sql, statement, name, index, &answers)
                    try connection.send(sql, .prepared(name))
                }
                answers.append(.result(index))
            }
            try leavePipeline(answers, take)
        }
    }

    /// Begins a pipeline with what is pending.
    func enterPipeline(_ answers: inout [Answer]) throws(PostgresError) {
        let isFirst = isUntouched
        let repeated = isFirst ? repeatedCount : 0
        willTouch()
        try connection.enterPipeline()
        if isFirst, let forms = unsentForms {
            try connection.send(forms, .unnamed)
            try connection.sendSync()
            answers += [.passed, .settled]
        }
        for index in pending.indices {
            let sql = pending[index]
            // Where all are about to be deallocated, none is prepared before that.
            switch index < repeated && !statements.isDistrusted ? statements.use(sql) : .unnamed {
            case .prepared(let name): try connection.send(sql, .prepared(name))
            case .prepare(let statement, let name):
                // Nothing is deallocated here: it would be a statement before the transaction's first.
                try connection.sendPrepare(name, sql)
                answers.append(.prepared(statement, name, nil))
                try connection.send(sql, .prepared(name))
            case .unnamed: try connection.send(sql, .unnamed)
            }
            answers.append(.passed)
        }
        pending = []
    }

    func prepare(
        _ sql: SQL,
        _ statement: StatementCache.Statement,
        _ name: StatementName,
        _ index: Int,
        _ answers: inout [Answer]
    ) throws(PostgresError) {
        if statements.takeDistrust() {
            try connection.send("deallocate all", .unnamed)
            answers.append(.deallocatedAll)
        }
        for abandoned in statements.takeAbandoned() {
            try connection.send("deallocate \(identifier: abandoned.identifier)", .unnamed)
            answers.append(.deallocated(abandoned))
        }
        try connection.sendPrepare(name, sql)
        answers.append(.prepared(statement, name, index))
    }

    /// Ends a pipeline and reads all its answers; those after `answers` are results from 0 up.
    func leavePipeline(
        _ answers: [Answer],
        resultsAfter count: Int = 0,
        _ take: (Int, consuming PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        let deadline = deadline
        try connection.sendSync()
        var failure: PostgresError?
        for answer in answers { try read(answer, deadline, &failure, take) }
        for index in 0..<count { try read(.result(index), deadline, &failure, take) }
        // The answer to the sync.
        _ = try connection.nextResult(deadline)
        try connection.exitPipeline()
        try connection.statementEnded()
        if let failure { throw failure }
    }

    private func read(
        _ answer: Answer,
        _ deadline: Deadline,
        _ failure: inout PostgresError?,
        _ take: (Int, consuming PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        if case .settled = answer {
            _ = try connection.nextResult(deadline)
            if failure == nil { connection.hasTextForms = true }
            return
        }
        var last: PGResult?
        while let result = try connection.nextResult(deadline) {
            try note(result, answer, &failure)
            last = consume result
        }
        guard failure == nil, case .result(let index) = answer, let result = last.take() else { return }
        do throws(PostgresError) { try take(index, result) } catch { failure = error.at(index + 1) }
    }

    private func note(
        _ result: borrowing PGResult,
        _ answer: Answer,
        _ failure: inout PostgresError?
    ) throws(PostgresError) {
        switch result.status {
        case .tuples: break
        case .command:
            switch answer {
            // Also after a failure of ours, which the server knows nothing of.
            case .prepared(let statement, let name, _): statements.didPrepare(statement, as: name)
            case .result: noteTag(result)
            default: break
            }
        case .pipelineAborted:
            switch answer {
            case .deallocated(let name): statements.abandon(name)
            case .deallocatedAll: statements.distrust()
            default: break
            }
        case .copyIn, .copyOut: try refuseCopy(result)
        case .failed where failure == nil:
            failure = try unlessLast(connection.failure(result))
            switch answer {
            case .result(let index), .prepared(_, _, let index?): failure = failure?.at(index + 1)
            default: break
            }
        default: break
        }
    }

    // MARK: - Several statements of the caller

    /// The results of a pipeline, in order.
    final class Results {
        private var results: [PGResultOwner] = []

        fileprivate func append(_ result: consuming PGResult) {
            results.append(PGResultOwner(result))
        }

        func at<Value>(
            _ index: Int,
            _ read: (borrowing PGResult) throws(PostgresError) -> Value
        ) throws(PostgresError) -> Value {
            guard index < results.count else { throw PostgresError(.misuse("the statement gave no result")) }
            return try read(results[index].result)
        }
    }

    /// A result that several hold.
    private final class PGResultOwner {
        let result: PGResult

        init(_ result: consuming PGResult) {
            self.result = result
        }
    }

    func results(of statements: [SQL]) throws(PostgresError) -> Results {
        guard !statements.isEmpty else { return Results() }
        for sql in statements { try require(sql) }
        return try observed(statements) { () throws(PostgresError) in
            try beginning { () throws(PostgresError) in
                let results = Results()
                try pipeline(statements, { self.statements.use($0) }) { (_, result) throws(PostgresError) in
                    results.append(result)
                }
                return results
            }
        }
    }

    private func observed<Output>(
        _ statements: [SQL],
        _ body: () throws(PostgresError) -> Output
    ) throws(PostgresError) -> Output {
        let start = observation.start()
        do throws(PostgresError) {
            let output = try body()
            if observation.isOn { for sql in statements { observation.statement(sql, since: start) } }
            return output
        } catch {
            observation.statement(statements[(error.pipelinePosition ?? 1) - 1], since: start, failure: error)
            throw error
        }
    }
}
