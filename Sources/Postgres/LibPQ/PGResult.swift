import CLibPQ
import Glibc

/// Owns one `PGresult`.
@frozen @safe @usableFromInline struct PGResult: ~Copyable {
    enum Status { case tuples, singleTuple, command, copyIn, copyOut, pipelineSync, pipelineAborted, empty, failed }

    @usableFromInline let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    @inlinable deinit {
        unsafe Self.clear(pointer)
    }

    @usableFromInline static func clear(_ pointer: OpaquePointer) {
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

    @usableFromInline var rowCount: Int { Int(unsafe PQntuples(pointer)) }
    /// Rows the command touched, 0 for commands that touch none.
    @usableFromInline var affectedRows: Int { Int(unsafe String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// Whether the server says that it has done this command (manual, section 55.7, CommandComplete).
    func hasTag(_ tag: StaticString) -> Bool {
        unsafe strcmp(PQcmdStatus(pointer), UnsafeRawPointer(tag.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// The server's report, or nil when the error never reached it.
    var diagnostic: ServerDiagnostic? { unsafe Self.diagnostic(of: pointer) }

    static func diagnostic(of result: OpaquePointer) -> ServerDiagnostic? {
        func field(_ code: ErrorField) -> String? {
            unsafe PQresultErrorField(result, CInt(bitPattern: code.rawValue)).map { unsafe String(cString: $0) }
        }
        func number(_ code: ErrorField) -> Int? { field(code).flatMap { Int($0) } }
        guard let state = field(ERROR_FIELD_SQLSTATE) else { return nil }
        return ServerDiagnostic(
            severity: field(ERROR_FIELD_SEVERITY) ?? "ERROR",
            sqlState: SQLState(state),
            message: field(ERROR_FIELD_MESSAGE) ?? "",
            detail: field(ERROR_FIELD_DETAIL),
            hint: field(ERROR_FIELD_HINT),
            position: number(ERROR_FIELD_POSITION),
            internalPosition: number(ERROR_FIELD_INTERNAL_POSITION),
            internalQuery: field(ERROR_FIELD_INTERNAL_QUERY),
            context: field(ERROR_FIELD_CONTEXT),
            schema: field(ERROR_FIELD_SCHEMA),
            table: field(ERROR_FIELD_TABLE),
            column: field(ERROR_FIELD_COLUMN),
            dataType: field(ERROR_FIELD_DATA_TYPE),
            constraint: field(ERROR_FIELD_CONSTRAINT),
            sourceFile: field(ERROR_FIELD_SOURCE_FILE),
            sourceLine: number(ERROR_FIELD_SOURCE_LINE),
            sourceFunction: field(ERROR_FIELD_SOURCE_FUNCTION)
        )
    }
}
