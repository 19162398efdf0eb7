import CityDatabase
import Logging
import Postgres
import ServiceLifecycle

/// Seals the audit trail at once and every five minutes: what is not sealed can be rewritten without a trace.
struct AuditSealer: Service {
    let trail: AuditTrail
    let logger: Logger
    private static let interval = Duration.seconds(300)

    func run() async throws {
        while true {
            do {
                let (blocks, unsealed) = try await trail.sealAll(as: .worker)
                logger.debug("audit trail sealed", metadata: ["blocks": "\(blocks)"])
                if !unsealed.isEmpty {
                    logger.warning(
                        "audit trail not sealed, for a transaction that wrote in it does not end",
                        metadata: ["agencies": "\(unsealed)"]
                    )
                }
            } catch let error as PostgresError {
                logger.warning("audit trail not sealed", metadata: ["reason": "\(error)"])
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
extension AuditSealer: CustomStringConvertible {
    var description: String { "AuditSealer" }
}
