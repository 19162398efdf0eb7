extension Session {
    /// Runs statements in one pipeline, after what is pending, and hands each its last result.
    ///
    /// The first failure is thrown after all is read: the server runs nothing after it.
    ///
    /// - Parameter use: how the statement at an index is sent, asked in order.
    func pipeline(
        _ statements: some Collection<SQL>,
        _ use: (Int, SQL) -> StatementCache.Use,
        _ take: (Int, consuming PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        try poisoning { () throws(PostgresError) in
            willTouch()
            let deadline = deadline
            var expected: [Answer] = []
            connection.enterPipeline()
            for sql in pending {
                try connection.send(sql, .unnamed)
                expected.append(.passed)
            }
            pending = []
            for (index, sql) in statements.enumerated() {
                switch use(index, sql) {
                case .unnamed: try connection.send(sql, .unnamed)
                case .prepared(let name): try connection.send(sql, .prepared(name))
                case .prepare(let statement, let name):
                    for abandoned in self.statements.takeAbandoned() {
                        try connection.send("deallocate \(identifier: Identifier(abandoned))", .unnamed)
                        expected.append(.passed)
                    }
                    try connection.sendPrepare(name, sql)
                    expected.append(.prepared(statement, name))
                    try connection.send(sql, .prepared(name))
                }
                expected.append(.result(index))
            }
            try connection.sendSync()
            let failure = try readAnswers(expected, isSingle: statements.count == 1, deadline, take)
            // The answer to the sync.
            _ = try connection.nextResult(deadline)
            connection.exitPipeline()
            try connection.statementEnded()
            if let failure { throw failure }
        }
    }

    /// What the server answers to one message of a pipeline.
    private enum Answer {
        case passed
        case prepared(StatementCache.Statement, String)
        case result(Int)
    }

    private func readAnswers(
        _ expected: [Answer],
        isSingle: Bool,
        _ deadline: Deadline,
        _ take: (Int, consuming PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) -> PostgresError? {
        var failure: PostgresError?
        for answer in expected {
            var last: PGResult?
            while let result = try connection.nextResult(deadline) {
                if result.status == .failed, failure == nil {
                    failure = connection.failure(result)
                    if case .result(let index) = answer, !isSingle { failure = failure?.at(index + 1) }
                }
                try refuseCopy(result)
                noteTag(result)
                last = consume result
            }
            guard failure == nil, let result = last.take() else { continue }
            switch answer {
            case .passed: break
            case .prepared(let statement, let name): statements.didPrepare(statement, as: name)
            case .result(let index):
                do throws(PostgresError) { try take(index, result) } catch {
                    failure = isSingle ? error : error.at(index + 1)
                }
            }
        }
        return failure
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
                try pipeline(statements, { self.statements.use($1) }) { (_, result) throws(PostgresError) in
                    results.append(result)
                }
                return results
            }
        }
    }

    /// How many statements are sent before their answers are read, so that neither side holds much.
    @usableFromInline static let window = 256

    /// Runs the statement of each item, all of one text, in pipelines of `window`.
    @inlinable func each<Item>(
        _ items: some Sequence<Item>,
        _ statement: (Item) throws -> SQL,
        _ take: (borrowing PGResult) throws(PostgresError) -> Void
    ) throws {
        var batch: [SQL] = []
        batch.reserveCapacity(min(items.underestimatedCount, Self.window))
        var done = 0
        for item in items {
            batch.append(try statement(item))
            guard batch.count == Self.window else { continue }
            try run(batch, after: done, take)
            done += batch.count
            batch.removeAll(keepingCapacity: true)
        }
        if !batch.isEmpty { try run(batch, after: done, take) }
    }

    @usableFromInline func run(
        _ batch: [SQL],
        after done: Int,
        _ take: (borrowing PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        let text = batch[0].text
        for (index, sql) in batch.enumerated() {
            try require(sql)
            guard sql.text == text else {
                throw PostgresError(
                    .misuse("item \(done + index + 1) has another statement than the first"),
                    wasSent: false
                )
            }
        }
        do throws(PostgresError) {
            try observed(batch) { () throws(PostgresError) in
                try beginning { () throws(PostgresError) in
                    var name: String?
                    let use = { (index: Int, sql: SQL) -> StatementCache.Use in
                        if let name { return .prepared(name) }
                        let use = self.statements.use(sql, again: batch.count > 1)
                        if case .prepare(_, let prepared) = use { name = prepared }
                        if case .prepared(let prepared) = use { name = prepared }
                        return use
                    }
                    try pipeline(batch, use) { (_, result) throws(PostgresError) in try take(result) }
                }
            }
        } catch {
            throw error.pipelinePosition.map { error.at(done + $0) } ?? error
        }
    }

    private func observed<Output>(
        _ statements: [SQL],
        _ body: () throws(PostgresError) -> Output
    ) throws(PostgresError) -> Output {
        let start = observation.start()
        do throws(PostgresError) {
            let output = try body()
            for sql in statements { observation.statement(sql, since: start, rows: { nil }) }
            return output
        } catch {
            observation.statement(statements[(error.pipelinePosition ?? 1) - 1], since: start, failure: error)
            throw error
        }
    }
}
