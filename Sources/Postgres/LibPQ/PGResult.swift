import CLibPQ

/// Owns one `PGresult`.
@safe struct PGResult: ~Copyable {
    enum Status { case tuples, singleTuple, command, copyIn, copyOut, pipelineSync, pipelineAborted, empty, failed }

    private let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe PQclear(pointer)
    }

    var status: Status {
        switch unsafe PQresultStatus(pointer) {
        case PGRES_TUPLES_OK: .tuples
        case PGRES_SINGLE_TUPLE: .singleTuple
        case PGRES_COMMAND_OK: .command
        case PGRES_COPY_IN: .copyIn
        case PGRES_COPY_OUT: .copyOut
        case PGRES_PIPELINE_SYNC: .pipelineSync
        case PGRES_PIPELINE_ABORTED: .pipelineAborted
        case PGRES_EMPTY_QUERY: .empty
        default: .failed
        }
    }

    var rowCount: Int { Int(unsafe PQntuples(pointer)) }
    var columnCount: Int { Int(unsafe PQnfields(pointer)) }
    /// Rows the command touched, 0 for commands that touch none.
    var affectedRows: Int { Int(unsafe String(cString: PQcmdTuples(pointer))) ?? 0 }
    var commandTag: String { unsafe String(cString: PQcmdStatus(pointer)) }

    func columnName(_ column: Int) -> String {
        unsafe PQfname(pointer, Int32(column)).map { unsafe String(cString: $0) } ?? "\(column + 1)"
    }

    func columnType(_ column: Int) -> OID {
        OID(rawValue: unsafe PQftype(pointer, Int32(column)))
    }

    func decode<Value: PostgresDecodable>(row: Int, column: Int, as _: Value.Type) throws(PostgresError) -> Value {
        let oid = columnType(column)
        do throws(DecodingFailure) {
            guard Value.accepts(oid) else {
                throw DecodingFailure(expected: "\(Value.self)", reason: .type(oid))
            }
            if unsafe PQgetisnull(pointer, Int32(row), Int32(column)) != 0 {
                return try Value.decodeNull()
            }
            let count = Int(unsafe PQgetlength(pointer, Int32(row), Int32(column)))
            let start = unsafe UnsafeRawPointer(PQgetvalue(pointer, Int32(row), Int32(column)))
            let bytes = unsafe UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
            return try Value(binary: unsafe bytes.span, oid: oid)
        } catch {
            throw PostgresError(.decoding(error, column: columnName(column)))
        }
    }

    /// The server's report, or libpq's own message when the error never reached the server.
    var diagnostic: ServerDiagnostic? {
        guard let state = field(DIAG_SQLSTATE) else { return nil }
        return ServerDiagnostic(
            severity: field(DIAG_SEVERITY) ?? "ERROR",
            sqlState: SQLState(state),
            message: field(DIAG_MESSAGE) ?? "",
            detail: field(DIAG_DETAIL),
            hint: field(DIAG_HINT),
            context: field(DIAG_CONTEXT),
            schema: field(DIAG_SCHEMA),
            table: field(DIAG_TABLE),
            column: field(DIAG_COLUMN),
            constraint: field(DIAG_CONSTRAINT),
            position: field(DIAG_POSITION).flatMap { Int($0) }
        )
    }

    private func field(_ code: some BinaryInteger) -> String? {
        unsafe PQresultErrorField(pointer, Int32(code)).map { unsafe String(cString: $0) }
    }

    private func field<Code: RawRepresentable>(_ code: Code) -> String? where Code.RawValue == UInt32 {
        field(code.rawValue)
    }
}
