public import ArgumentParser
import CSV
import CityDatabase
import CityWork
import Foundation
import LocalServer
import Postgres
import Texts

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
            case let error as CityError: Self(error.kind)
            case is CSVError: .inputData
            case let error as PDFProblem: error.stopCode.status
            case is CycleCalendar.InvalidDates: .usage
            case is CancellationError: .tryAgain
            // A refusal by a rule of the city counts as such, even when it comes as an error of the database.
            case let error as PostgresError: CityError(refusal: error).map { Self($0.kind) } ?? error.exitStatus
            // Files that the system refuses to read or to write.
            case is CocoaError: .cannotWrite
            case let error as LocalServerError: error.code.status
            default: .bug
            }
    }

    private init(_ kind: CityError.Kind) {
        self =
            switch kind {
            case .input, .notFound, .conflict: .inputData
            case .schema: .configuration
            case .busy: .tryAgain
            }
    }

    /// The status of a kind in `errors.csv`; nil for an unknown kind.
    public init?(kind: String) {
        if let kind = CityError.Kind(rawValue: kind) {
            self.init(kind)
            return
        }
        switch kind {
        case "found": self = .found
        case "usage": self = .usage
        case "bug": self = .bug
        case "cannotWrite": self = .cannotWrite
        case "configuration": self = .configuration
        case "unavailable": self = .unavailable
        default: return nil
        }
    }

    /// Says what failed and what to do next, and ends the program. Usage errors, help and version are printed by
    /// `command`, as ArgumentParser words them.
    public static func leave(_ error: any Error, _ command: any ParsableCommand.Type) -> Never {
        let status = ExitStatus(error)
        let isKnown = status != .bug || error is Stop || error is PostgresError
        // ArgumentParser prints its own usage errors, help and version.
        let code = command.exitCode(for: error)
        if !isKnown, code != .failure || error is ValidationError {
            let message = command.fullMessage(for: error)
            if !message.isEmpty { code == .success ? Terminal.print(message) : Terminal.say(message) }
            exit(code.rawValue)
        }
        let language = ProgramLanguage.current
        if let words = ErrorWords(error, in: language) { Terminal.say(words.lines(in: language)) }
        exit(status.rawValue)
    }
}
