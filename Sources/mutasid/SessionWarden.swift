import CityDatabase
import Logging
import Postgres
import ServiceLifecycle
import Telemetry

/// Ends, every five seconds, sessions of agencies that hold up the city beyond their limits.
struct SessionWarden: Service {
    let sessions: AgencySessions
    let logger: Logger
    private let repeated = RepeatedMessages()
    private static let interval = Duration.seconds(5)

    init(sessions: AgencySessions, logger: Logger) {
        (self.sessions, self.logger) = (sessions, logger)
    }

    func run() async throws {
        while true {
            do {
                let ended = try await sessions.endExcessive()
                if repeated.end("failure") != nil { logger.notice("sessions of agencies are looked at again") }
                for session in ended {
                    logger.warning(
                        "session of an agency ended",
                        metadata: ["login": "\(session.login)", "reason": "\(session.reason)"]
                    )
                }
            } catch let error as PostgresError {
                guard !Task.isCancelled else { return }
                // The next look comes soon; until it succeeds, an agency may hold up the others.
                if let left = repeated.say("failure") {
                    logger.warning(
                        "sessions of agencies not looked at",
                        metadata: ["reason": "\(error)", "repeated": "\(left)"]
                    )
                }
            }
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
            } catch is CancellationError {
                return
            }
        }
    }
}

/// As service groups log it.
extension SessionWarden: CustomStringConvertible {
    var description: String { "SessionWarden" }
}
