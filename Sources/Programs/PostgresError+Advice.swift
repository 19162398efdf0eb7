import Postgres
import Texts

/// What to do next after a failure of the database that comes from no rule of the city: each has a row of `advice.csv`.
enum PostgresAdvice: String, CaseIterable {
    case configuration = "postgres.configuration"
    case commitUnknown = "postgres.commit_unknown"
    case serverAway = "postgres.server_away"
    case settingRefused = "postgres.setting_refused"
    case cancelled = "postgres.cancelled"
    case queryCancelled = "postgres.query_cancelled"
    case shutDown = "postgres.shut_down"
    case locked = "postgres.locked"
    case readOnly = "postgres.read_only"
    case diskFull = "postgres.disk_full"
    case tooManyConnections = "postgres.too_many_connections"
    case databaseUnknown = "postgres.database_unknown"
    case limitReached = "postgres.limit_reached"
    case password = "postgres.password"
    case pooler = "postgres.pooler"
    // Chosen by the remedy, where nothing more is known.
    case again = "postgres.again"
    case wait = "postgres.wait"
    case data = "postgres.data"
    case permission = "postgres.permission"
    case setup = "postgres.setup"
    case bug = "postgres.bug"

    func words(in language: Language) -> String { TextCatalogue.advice.words(rawValue, in: language) }
}

extension PostgresError {
    /// Every error of the database is for somebody to correct; only mistakes of the program itself are bugs.
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

    /// What to do next, for the person who ran the command.
    var advice: PostgresAdvice {
        switch kind {
        case .invalidConfiguration: .configuration
        case .commitOutcomeUnknown: .commitUnknown
        case .connectFailed(_, nil), .connectionLost: .serverAway
        case .connectFailed(_, let state?) where ["22023", "42601", "42704", "22007"].contains(state.code):
            .settingRefused
        case .cancelled: .cancelled
        default: sqlState.flatMap { Self.advice[$0] } ?? general
        }
    }

    private var general: PostgresAdvice {
        switch remedy {
        case .again: .again
        case .wait: .wait
        case .data: .data
        case .permission: .permission
        case .setup: .setup
        case nil: .bug
        }
    }

    private static let advice: [SQLState: PostgresAdvice] = [
        .queryCanceled: .queryCancelled, .adminShutdown: .shutDown, .lockNotAvailable: .locked,
        .readOnlyTransaction: .readOnly, .diskFull: .diskFull, .tooManyConnections: .tooManyConnections,
        .invalidCatalogName: .databaseUnknown, SQLState("54000"): .limitReached, .invalidPassword: .password,
        SQLState("42P05"): .pooler, SQLState("26000"): .pooler,
    ]
}
