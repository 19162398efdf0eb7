extension Session {
    /// The statements of one text that are under way in a pipeline.
    @usableFromInline struct Batch {
        /// How many are sent before their answers are read, so that neither side holds much.
        @usableFromInline static let window = 256
        /// The server begins to work before all of a window is sent.
        fileprivate static let stride = 16

        fileprivate var first: SQL?
        /// Of the first statement; all have it. By itself, because each look into `first` would copy the statement.
        fileprivate var text: [UInt8] = []
        fileprivate var form = PGConnection.Form.unnamed
        /// To what came before the items.
        fileprivate var answers: [Answer] = []
        /// What began the transaction and what was sent since, while it may have to be sent once more.
        fileprivate var replay: (opening: [SQL], statements: [SQL])?
        fileprivate var start: Int64 = 0
        /// How many items were answered before this window.
        fileprivate var done = 0
        /// How many were sent in this window.
        @usableFromInline fileprivate(set) var sent = 0
        /// How much libpq may hold of them.
        fileprivate var bytes = 0
        private static let most = 1 << 20
        @usableFromInline var isFull: Bool { sent == Self.window || bytes >= Self.most }

        @usableFromInline init() {}
    }

    /// Runs the statement of each item, all of one text, in pipelines of a window each.
    ///
    /// A throw of `statement` comes out after what was sent before it is done.
    @inlinable func each<Item>(
        _ items: some Sequence<Item>,
        _ statement: (Item) throws -> SQL,
        _ take: (borrowing PGResult) throws(PostgresError) -> Void
    ) throws {
        var batch = Batch()
        do {
            for item in items {
                try send(statement(item), &batch)
                if batch.isFull { try finish(&batch, take) }
            }
        } catch {
            // The protocol must not be left half-way; the first error is the one to report.
            if batch.sent > 0 { try? finish(&batch, take) }
            throw error
        }
        if batch.sent > 0 { try finish(&batch, take) }
    }

    @usableFromInline func send(_ sql: SQL, _ batch: inout Batch) throws(PostgresError) {
        try require(sql)
        if batch.first != nil, batch.text != sql.text {
            let item = batch.done + batch.sent + 1
            throw PostgresError(.misuse("item \(item) has another statement than the first"), wasSent: false)
        }
        try poisoning { () throws(PostgresError) in
            if batch.sent == 0 { try begin(&batch, with: sql) }
            try connection.send(sql, batch.form)
            batch.replay?.statements.append(sql)
            batch.sent += 1
            batch.bytes += sql.parameters.bytes.count
            if batch.sent % Batch.stride == 0 { try connection.flushWhatGoes() }
        }
    }

    private func begin(_ batch: inout Batch, with sql: SQL) throws(PostgresError) {
        let opening = isUntouched ? pending : nil
        if batch.first == nil {
            batch.first = sql
            batch.text = sql.text
            // What lay idle for long is tried first, while it can still be replaced.
            if wasIdleLong { try sendPending() }
        }
        batch.start = observation.start()
        batch.answers.removeAll(keepingCapacity: true)
        try enterPipeline(&batch.answers)
        switch statements.use(sql, again: true) {
        case .unnamed: batch.form = .unnamed
        case .prepared(let name): batch.form = .prepared(name)
        case .prepare(let statement, let name):
            try prepare(sql, statement, name, 0, &batch.answers)
            batch.form = .prepared(name)
        }
        batch.replay = opening.map { ($0, []) }
    }

    @usableFromInline func finish(
        _ batch: inout Batch,
        _ take: (borrowing PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        let count = batch.sent
        batch.sent = 0
        batch.bytes = 0
        defer { batch.done += count }
        do throws(PostgresError) {
            try readAnswers(&batch, count, take)
        } catch {
            if let sql = batch.first {
                observation.statement(sql, since: batch.start, executions: count, failure: error)
            }
            throw error.pipelinePosition.map { error.at(batch.done + $0) } ?? error
        }
        if let sql = batch.first { observation.statement(sql, since: batch.start, executions: count) }
    }

    /// A window that began the transaction with a stale plan, of which nothing was done, is sent once more.
    private func readAnswers(
        _ batch: inout Batch,
        _ count: Int,
        _ take: (borrowing PGResult) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        let replay = batch.replay.take()
        do throws(PostgresError) {
            try poisoning { () throws(PostgresError) in
                try leavePipeline(batch.answers, resultsAfter: count) { (_, result) throws(PostgresError) in
                    try take(result)
                }
            }
        } catch {
            guard let replay, (error.pipelinePosition ?? 1) == 1, error.diagnostic?.isStalePlan == true,
                try beginAnew(after: error)
            else { throw error }
            pending = replay.opening
            let start = batch.start
            try poisoning { () throws(PostgresError) in
                try begin(&batch, with: replay.statements[0])
                batch.start = start
                batch.replay = nil
                for sql in replay.statements { try connection.send(sql, batch.form) }
                try leavePipeline(batch.answers, resultsAfter: count) { (_, result) throws(PostgresError) in
                    try take(result)
                }
            }
        }
    }
}
