extension Session {
    /// Runs a statement, after what is pending, and reads it to its end; the last result.
    @usableFromInline func query(_ sql: SQL) throws(PostgresError) -> PGResult {
        try require(sql)
        guard isObserved else { return try begun(sql) }
        let start = observation.start()
        do throws(PostgresError) {
            let result = try begun(sql)
            observation.statement(sql, since: start, rows: result.affectedRows)
            return result
        } catch {
            observation.statement(sql, since: start, failure: error)
            throw error
        }
    }

    private func begun(_ sql: SQL) throws(PostgresError) -> PGResult {
        guard isUntouched else { return try attempt(sql) }
        return try beginning { () throws(PostgresError) in try attempt(sql) }
    }

    /// Refuses what cannot be sent, before anything is.
    func require(_ sql: borrowing SQL) throws(PostgresError) {
        // Bound only where there is one: each binding copies what it may hold.
        if sql.failure != nil, let (failure, parameter) = sql.failure {
            throw PostgresError(.encoding(failure, parameter: parameter), wasSent: false)
        }
        // The protocol counts parameters in 16 bits.
        guard sql.parameters.count <= Int(UInt16.max) else {
            throw PostgresError(.misuse("a statement takes at most \(UInt16.max) parameters"), wasSent: false)
        }
        guard !connection.signal.isRaised || !connection.isCancellable else {
            throw PostgresError(.cancelled, wasSent: false)
        }
        guard !isPoisoned else { throw PostgresError(.connectionLost("by an earlier statement"), wasSent: false) }
        // It would run by itself, as the login, outside of what the scope has set.
        guard !hasEndedUnasked else { throw Self.endedUnasked }
    }

    private func attempt(_ sql: SQL) throws(PostgresError) -> PGResult {
        let use = statements.use(sql)
        switch use {
        case .unnamed where pending.isEmpty: return try run(sql)
        case .prepared(let name) where pending.isEmpty: return try run(sql, .prepared(name))
        default:
            var last: PGResult?
            do throws(PostgresError) {
                try pipeline(CollectionOfOne(sql), { _ in use }) { (_, result) throws(PostgresError) in
                    last = consume result
                }
            } catch {
                throw error.at(nil)
            }
            guard let result = last.take() else { throw PostgresError(.misuse("the statement gave no result")) }
            return result
        }
    }

    /// One statement by itself, with nothing before it.
    func run(_ sql: SQL, _ form: PGConnection.Form = .unnamed) throws(PostgresError) -> PGResult {
        // Without a closure, which would keep a copy of the statement: every query comes by here.
        do throws(PostgresError) {
            willTouch()
            try connection.send(sql, form)
            return try finish(deadline)
        } catch {
            throw noting(error)
        }
    }

    func run(_ script: SQLScript) throws(PostgresError) {
        try sendPending()
        let start = observation.start()
        do throws(PostgresError) {
            _ = try poisoning { () throws(PostgresError) in
                willTouch()
                try connection.sendScript(script.text)
                return try finish(deadline)
            }
        } catch {
            observation.statement(script.label, since: start, failure: error)
            throw error
        }
        if observation.isOn { observation.statement(script.label, since: start) }
    }

    /// Sends what is pending by itself, for what cannot be part of a pipeline.
    func sendPending() throws(PostgresError) {
        try require("")
        guard !pending.isEmpty else { return }
        try beginning { () throws(PostgresError) in
            try pipeline(EmptyCollection(), { _ in .unnamed }) { (_, _) throws(PostgresError) in }
        }
    }

    /// Reads to the end of one statement; its last result.
    func finish(_ deadline: Deadline) throws(PostgresError) -> PGResult {
        var last: PGResult?
        var failure: PostgresError?
        while let result = try connection.nextResult(deadline) {
            switch result.status {
            case .tuples: break
            case .command: noteTag(result)
            case .failed where failure == nil: failure = try unlessLast(connection.failure(result))
            case .failed: break
            default: try refuseCopy(result)
            }
            last = consume result
        }
        try connection.statementEnded()
        if let failure { throw failure }
        guard let result = last.take() else { throw PostgresError(.misuse("the statement gave no result")) }
        return result
    }

    /// Throws a failure after which the server says nothing more; it must not be hidden by the end of the connection.
    func unlessLast(_ failure: PostgresError) throws(PostgresError) -> PostgresError {
        guard !failure.poisonsConnection else { throw failure }
        return failure
    }

    /// A COPY that was not asked for leaves the protocol in a mode which nobody ends.
    func refuseCopy(_ result: borrowing PGResult) throws(PostgresError) {
        guard result.status == .copyIn || result.status == .copyOut else { return }
        var error = PostgresError(.misuse("COPY runs by copyIn and copyOut only"))
        error.leavesProtocolOpen = true
        throw error
    }

    /// Somebody dropped the prepared statements by hand.
    func noteTag(_ result: borrowing PGResult) {
        if result.hasTag("DEALLOCATE ALL") || result.hasTag("DISCARD ALL") { statements.reset() }
        if result.hasTag("DISCARD ALL") || result.hasTag("RESET") { connection.hasTextForms = false }
        // Ours is not cancellable.
        if connection.isCancellable, result.hasTag("COMMIT") { wasCommittedByCaller = true }
    }

    func poisoning<Output: ~Copyable>(_ body: () throws(PostgresError) -> Output) throws(PostgresError) -> Output {
        do throws(PostgresError) {
            return try body()
        } catch {
            throw noting(error)
        }
    }

    /// Notes what a failure means for the statements and the connection.
    private func noting(_ error: PostgresError) -> PostgresError {
        if error.poisonsConnection { isPoisoned = true }
        if error.diagnostic?.isStalePlan == true {
            // An unknown statement means that others may be missing, too; a stale one that the schema has changed.
            if error.sqlState == .invalidStatementName { statements.distrust() } else { statements.forgetAll() }
        }
        return error
    }
}
