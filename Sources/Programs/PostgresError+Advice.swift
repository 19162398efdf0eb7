import Postgres

extension PostgresError {
    /// Every error of the database is somebody's to mend; only what the program itself did wrong is a bug.
    var exitStatus: ExitStatus {
        switch remedy {
        case .again: .tryAgain
        case .wait: .unavailable
        case .data: .inputData
        case .permission: .notPermitted
        case .setup: .configuration
        case nil: kind.name == "cancelled" ? .tryAgain : .bug
        }
    }

    /// What to do next, for whoever ran the command.
    var advice: String {
        switch kind {
        case .invalidConfiguration:
            "see section 34.1.1 of PostgreSQL's manual; a URI needs special characters of a password as %XX"
        case .commitOutcomeUnknown: "look whether it took effect before you run it again"
        case .connectFailed(_, nil), .connectionLost: "is the server running? 'mutasi local start' starts a private one"
        case .connectFailed(_, let state?) where ["22023", "42601", "42704", "22007"].contains(state.code):
            "the server refuses a setting of the connection: look at PGOPTIONS, PGTZ, PGDATESTYLE and at 'options' in the string"
        case .cancelled: "nothing was changed; run it again"
        default: sqlState.flatMap { Self.advice[$0] } ?? general
        }
    }

    private var general: String {
        switch remedy {
        case .again: "another session was in the way; nothing was changed; run it again"
        case .wait: "the server cannot serve now, nothing was changed; see its log, and run it again when it can"
        case .data:
            "the database holds a value that cannot be, or refuses one; 'mutasi quality --list --only DATE' names impossible "
                + "dates, 'mutasi db check' holes in the schema"
        case .permission:
            "connect as a login that may take the role, such as the city's admin; 'mutasi db init' makes it"
        case .setup:
            "the city is not set up in this database as this program expects; see 'mutasi db status', 'mutasi db init' and "
                + "'mutasi db check'"
        case nil: "this should not happen; please report it with the command you ran"
        }
    }

    private static let advice: [SQLState: String] = [
        .queryCanceled:
            "cancelled by the server's administrator, or its time was up because another session holds what it needs; "
            + "nothing was changed; run it again",
        .adminShutdown:
            "the server's administrator ended the session, or the server stops; nothing was changed; run it again",
        .lockNotAvailable: "another session holds what it needs; nothing was changed; run it again later",
        .readOnlyTransaction:
            "the server takes no writes: it is a standby, or set to read only; name the primary, or all hosts with "
            + "target_session_attrs=read-write",
        .diskFull: "the server's disk is full; nothing was changed; make room there, and run it again",
        .tooManyConnections: "the server has no connection left; end some, raise max_connections, or use a pooler",
        .invalidCatalogName: "there is no such database; name another, or make it with createdb",
        SQLState("54000"): "a limit of the server was reached; nothing was changed; see its log",
        .invalidPassword: "give the right password, in ~/.pgpass or by a service file",
        SQLState("42P05"): pooler, SQLState("26000"): pooler,
    ]

    private static let pooler =
        "a pooler in transaction mode gives sessions to others; use session mode, or connect to the server itself"
}
