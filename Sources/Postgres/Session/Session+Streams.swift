extension Session {
    /// Row by row. After a throw of `body` the rest is read and dropped, so that the transaction can go on.
    @usableFromInline func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try require(sql)
        try sendPending()
        let start = observation.start()
        let deadline = deadline
        var rows = 0
        var stop: (any Error)?
        do throws(PostgresError) {
            try poisoning { () throws(PostgresError) in
                willTouch()
                try connection.send(sql, .unnamed)
                connection.setSingleRowMode()
                while let result = try connection.nextResult(deadline) {
                    try refuseCopy(result)
                    if result.status == .failed {
                        stop = stop ?? connection.failure(result)
                    } else if stop == nil {
                        for index in 0..<result.rowCount {
                            rows += 1
                            do { try result.row(index, body) } catch { stop = error }
                        }
                    }
                }
                try connection.statementEnded()
            }
        } catch {
            stop = stop ?? error
        }
        observation.statement(sql, since: start, rows: rows, failure: stop as? PostgresError)
        if let stop { throw stop }
    }

    // MARK: - COPY

    /// Writes what `body` puts into the copy; the number of rows. A throw of `body` ends it and leaves nothing.
    func copyIn<Writer: CopyDestination & ~Copyable>(
        _ sql: SQL,
        _ writer: consuming Writer,
        _ body: (inout Writer) throws -> Void
    ) throws -> Int {
        try require(sql)
        try sendPending()
        let start = observation.start()
        do {
            try beginCopy(sql, .copyIn)
            var stop: (any Error)?
            do {
                try body(&writer)
                try writer.finish()
            } catch {
                stop = error
            }
            guard !isPoisoned else { throw stop ?? PostgresError(.connectionLost("during COPY")) }
            let rows: Int
            do throws(PostgresError) {
                rows = try poisoning { () throws(PostgresError) in
                    let deadline = deadline
                    try connection.endCopy(failure: stop == nil ? nil : "given up by the client", deadline)
                    return try finish(deadline).affectedRows
                }
            } catch {
                throw stop ?? error
            }
            observation.statement(sql, since: start, rows: rows)
            return rows
        } catch {
            observation.statement(sql, since: start, failure: error as? PostgresError)
            throw error
        }
    }

    @usableFromInline func putCopy(_ bytes: Span<UInt8>) throws(PostgresError) {
        // libpq counts a block in 32 bits; a row need not end with it.
        let block = 1 << 20
        for start in stride(from: 0, to: bytes.count, by: block) {
            let part = bytes.extracting(start..<min(start + block, bytes.count))
            try poisoning { () throws(PostgresError) in try connection.putCopy(part, deadline) }
        }
    }

    /// Lends each block of a `copy … to stdout`. After a throw of `body` the rest is read and dropped.
    func copyOut(_ sql: SQL, _ body: (Span<UInt8>) throws -> Void) throws {
        try require(sql)
        try sendPending()
        let start = observation.start()
        var stop: (any Error)?
        var rows = 0
        do throws(PostgresError) {
            try beginCopy(sql, .copyOut)
            try poisoning { () throws(PostgresError) in
                let lend: (Span<UInt8>) throws -> Void = { block in
                    if stop == nil { try body(block) }
                }
                while try connection.nextCopy(deadline, lend, onFailure: { stop = $0 }) {}
                rows = try finish(deadline).affectedRows
            }
        } catch {
            stop = stop ?? error
        }
        observation.statement(sql, since: start, rows: rows, failure: stop as? PostgresError)
        if let stop { throw stop }
    }

    private func beginCopy(_ sql: SQL, _ direction: PGResult.Status) throws(PostgresError) {
        guard sql.parameters.count == 0 else {
            throw PostgresError(.misuse("COPY takes no parameters"), wasSent: false)
        }
        try poisoning { () throws(PostgresError) in
            willTouch()
            let deadline = deadline
            try connection.send(sql, .unnamed)
            let notCopy = PostgresError(.misuse("the statement is no COPY of this direction"))
            guard let first = try connection.nextResult(deadline) else { throw notCopy }
            guard first.status != direction else { return }
            try refuseCopy(first)
            let failure = first.status == .failed ? connection.failure(first) : notCopy
            while try connection.nextResult(deadline) != nil {}
            try connection.statementEnded()
            throw failure
        }
    }
}

/// Where rows or bytes of a COPY in go.
protocol CopyDestination: ~Copyable {
    /// Sends what is left.
    mutating func finish() throws(PostgresError)
}
