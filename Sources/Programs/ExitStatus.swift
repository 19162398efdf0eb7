public import ArgumentParser
import CSV
import CityDatabase
import CityWork
import Foundation
import LocalServer
import Personnel
import Postgres

/// A program's exit status for an error, in the family of `sysexits.h`.
public enum ExitStatus: Int32, Sendable, CaseIterable {
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
            case let error as PostgresError: error.exitStatus
            // Files that the system refuses to read or to write.
            case is CocoaError: .cannotWrite
            case let error as LocalServerError: error.kind == .invalidConfiguration ? .configuration : .unavailable
            default: .bug
            }
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
        case let error as PostgresError: Terminal.say("error: \(error)", hint: error.advice)
        case let error as LocalServerError:
            Terminal.say("error: \(error.message)\(error.output.isEmpty ? "" : "\n\(error.output)")", hint: error.hint)
        case let error as CocoaError:
            Terminal.say(
                "error: \(error.localizedDescription)",
                hint: "look at the file's place, its rights and the room there"
            )
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
