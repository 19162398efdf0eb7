import CLibPQ
import Glibc

extension PGConnection {
    // MARK: - Sending

    /// How a statement goes to the server.
    enum Form {
        case unnamed
        case prepared(StatementName)
        /// In the one message of the simple protocol: no parameters, no pipeline, results as text.
        case simple
    }

    func send(_ sql: borrowing SQL, _ form: Form) throws(PostgresError) {
        let sent =
            switch form {
            case .prepared(let name): sendPrepared(name, sql.parameters)
            case .unnamed: sendUnnamed(sql)
            case .simple: unsafe sql.withCText { unsafe PQsendQuery(pointer, $0) }
            }
        guard sent == 1 else { throw lost() }
    }

    private func sendPrepared(_ name: StatementName, _ parameters: borrowing ParameterBuffer) -> CInt {
        unsafe parameters.withCParameters { count, values, lengths, formats in
            unsafe name.withCString { unsafe PQsendQueryPrepared(pointer, $0, count, values, lengths, formats, 1) }
        }
    }

    private func sendUnnamed(_ sql: SQL) -> CInt {
        unsafe sql.withCText { text in
            unsafe sql.parameters.withCTypes { types in
                unsafe sql.parameters.withCParameters { count, values, lengths, formats in
                    unsafe PQsendQueryParams(pointer, text, count, types, values, lengths, formats, 1)
                }
            }
        }
    }

    func sendPrepare(_ name: StatementName, _ sql: borrowing SQL) throws(PostgresError) {
        let count = CInt(sql.parameters.count)
        let sent = unsafe sql.withCText { text in
            unsafe sql.parameters.withCTypes { types in
                unsafe name.withCString { unsafe PQsendPrepare(pointer, $0, text, count, types) }
            }
        }
        guard sent == 1 else { throw lost() }
    }

    /// Several statements in one message; results come as text and are only looked at for errors.
    func sendScript(_ text: String) throws(PostgresError) {
        guard unsafe PQsendQuery(pointer, text) == 1 else { throw lost() }
    }

    func enterPipeline() throws(PostgresError) {
        guard unsafe PQenterPipelineMode(pointer) == 1 else { throw lost() }
    }
    func exitPipeline() throws(PostgresError) {
        guard unsafe PQexitPipelineMode(pointer) == 1 else { throw lost() }
    }
    func sendSync() throws(PostgresError) {
        guard unsafe PQpipelineSync(pointer) == 1 else { throw lost() }
    }
    func setSingleRowMode() { unsafe PQsetSingleRowMode(pointer) }

    /// Sends what the socket takes without waiting.
    func flushWhatGoes() throws(PostgresError) {
        guard unsafe PQflush(pointer) >= 0 else { throw lost() }
    }

    // MARK: - Receiving

    /// The next result of what was sent, nil at the end of one statement.
    func nextResult(_ deadline: Deadline) throws(PostgresError) -> PGResult? {
        // Flushing belongs to waiting: what libpq could not send at once is sent while the answer is awaited.
        while unsafe PQisBusy(pointer) == 1 {
            // What was read meanwhile may be the whole answer, and nothing more would come.
            if try flush(deadline) { continue }
            try wait(for: CShort(POLLIN), deadline)
            guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
        }
        guard let result = unsafe PQgetResult(pointer) else {
            guard unsafe PQstatus(pointer) == CONNECTION_OK else { throw lost() }
            return nil
        }
        return unsafe PGResult(owning: result)
    }

    /// The error of a failed result.
    func failure(_ result: borrowing PGResult) -> PostgresError {
        guard let diagnostic = result.diagnostic else { return lost() }
        // Past a deadline it is the server's error like any other.
        if diagnostic.sqlState == .queryCanceled, cancelRequest != nil, signal.isRaised {
            return PostgresError(.cancelled)
        }
        return PostgresError(.server(diagnostic))
    }

    /// While flushing, input is consumed too: otherwise both sides may wait for each other (manual, section 34.4).
    ///
    /// - Returns: whether anything was consumed.
    @discardableResult
    func flush(_ deadline: Deadline) throws(PostgresError) -> Bool {
        var hasConsumed = false
        while true {
            switch unsafe PQflush(pointer) {
            case 0: return hasConsumed
            case 1:
                try wait(for: CShort(POLLIN | POLLOUT), deadline)
                guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
                hasConsumed = true
            default: throw lost()
            }
        }
    }
}
