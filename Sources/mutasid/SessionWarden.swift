import CityDatabase
import Logging
import Postgres
import ServiceLifecycle

/// Ends, every five seconds, sessions of agencies that hold up the city beyond their limits.
struct SessionWarden: Service {
    let sessions: AgencySessions
    let logger: Logger
    private static let interval = Duration.seconds(5)

    func run() async throws {
        while true {
            do {
                for session in try await sessions.endExcessive() {
                    logger.warning(
                        "session of an agency ended",
                        metadata: ["login": "\(session.login)", "reason": "\(session.reason)"]
                    )
                }
            } catch let error as PostgresError {
                // The worker says that the database is away; the next look comes soon.
                logger.debug("sessions of agencies not looked at", metadata: ["reason": "\(error)"])
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
