public import ArgumentParser
import CSV
import CityDatabase
import CityWork
import Foundation
import LocalServer
import Personnel
import Postgres

/// A program's exit status for an error, in the family of `sysexits.h`.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    case found = 2
    case usage = 64
    case inputData = 65
    case unavailable = 69
    case bug = 70
    case cannotWrite = 73
    case tryAgain = 75
    case notPermitted = 77
    case configuration = 78

    public init(_ error: any Error) {
        self =
            switch error {
            case let error as Stop: error.status
            case let error as CityError:
                switch error.kind {
                case .input, .notFound, .conflict: .inputData
                case .schema: .configuration
                case .busy: .tryAgain
                }
            case is CSVError: .inputData
            case is CycleCalendar.InvalidDates: .usage
            case is CancellationError: .tryAgain
            case let error as PostgresError: Self.status(of: error)
            case let error as LocalServerError: error.kind == .invalidConfiguration ? .configuration : .unavailable
            default: .bug
            }
    }

    private static func status(of error: PostgresError) -> ExitStatus {
        if let state = error.sqlState {
            if state == .insufficientPrivilege { return .notPermitted }
            if SQLState.Class.invalidAuthorization ~= state { return .notPermitted }
            if state.code == "3D000" { return .configuration }
            if state == .undefinedTable || state.code == "3F000" || state == .invalidParameterValue {
                return .configuration
            }
            // Its time was up, mostly because another session held what it needed.
            if state == .queryCanceled { return .tryAgain }
        }
        if error.isBadData { return .inputData }
        if case .invalidConfiguration = error.kind { return .configuration }
        if error.isUnavailable { return .unavailable }
        return error.isRetryable ? .tryAgain : .bug
    }

    /// Says what failed and what to do next, and ends the program. Usage errors, help and version are printed by
    /// `command`, as ArgumentParser words them.
    public static func leave(_ error: any Error, _ command: any ParsableCommand.Type) -> Never {
        switch error {
        case let error as Stop where error.message == nil: break
        case let error as Stop: Terminal.say("error: \(error.message ?? "")")
        case let error as CityError: Terminal.say("error: \(error.message)", hint: error.hint)
        case let error as CSVError: Terminal.say("error: \(error)", hint: error.hint)
        case is CycleCalendar.InvalidDates:
            Terminal.say(
                "error: a phase would be due before the one it needs",
                hint: CyclePhase.allCases.map(\.rawValue).joined(separator: " ≤ ")
            )
        case let error as PostgresError: Terminal.say("error: \(error)", hint: hint(for: error))
        case let error as LocalServerError:
            Terminal.say("error: \(error.message)\(error.output.isEmpty ? "" : "\n\(error.output)")", hint: error.hint)
        case is CancellationError:
            Terminal.say(
                "error: ended before the work in hand was done",
                hint: "the next worker takes it up; run it again"
            )
        default:
            // ArgumentParser prints its own usage errors, help and version.
            guard command.exitCode(for: error) == .failure, !(error is ValidationError) else {
                let code = command.exitCode(for: error)
                let message = command.fullMessage(for: error)
                if !message.isEmpty { code == .success ? Terminal.print(message) : Terminal.say(message) }
                exit(code.rawValue)
            }
            Terminal.say("error: \(error)", hint: "this should not happen; please report it with the command you ran")
        }
        exit(ExitStatus(error).rawValue)
    }

    private static func hint(for error: PostgresError) -> String? {
        if case .invalidConfiguration = error.kind {
            return "see section 34.1.1 of PostgreSQL's manual; a URI needs special characters of a password as %XX"
        }
        return switch ExitStatus.status(of: error) {
        case .unavailable: "is the server running? 'mutasi local start' starts a private one"
        case .notPermitted:
            "connect as a login that may take the role, such as the city's admin; 'mutasi db init' makes it"
        case .configuration: "the city is not set up in this database; see 'mutasi db status' and 'mutasi db init'"
        case .tryAgain where error.sqlState == .queryCanceled:
            "its time was up: another session holds what it needs, or the server is slow; run it again"
        case .tryAgain: "run it again"
        case .inputData:
            "the database holds a value that cannot be, or refuses one; 'mutasi quality --list --only DATE' names impossible "
                + "dates, 'mutasi db check' holes in the schema"
        default: "this should not happen; please report it with the command you ran"
        }
    }
}

/// Ends a command early, with what was to be said already said, or with a message.
public struct Stop: Error {
    public let status: ExitStatus
    public let message: String?

    public init(_ status: ExitStatus, _ message: String? = nil) {
        self.status = status
        self.message = message
    }
}
