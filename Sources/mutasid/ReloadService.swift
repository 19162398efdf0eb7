import Logging
import ServiceLifecycle
import Telemetry
import UnixSignals

/// Reads the settings again on SIGHUP. What is wrong is said and changes nothing.
struct ReloadService: Service {
    /// Trapped before the worker says that it is ready: none is lost.
    let signals: UnixSignalsSequence
    let logger: Logger
    let notifier: SystemdNotifier
    /// Whether anything was changed.
    let reload: @Sendable () throws -> Bool

    func run() async throws {
        for await _ in signals.cancelOnGracefulShutdown() {
            notifier.reloading()
            do {
                let changed = try reload()
                logger.notice(
                    changed ? "settings read again; the worker begins anew" : "settings read again; nothing changed"
                )
            } catch {
                logger.error("settings not taken; those before stay", metadata: ["reason": "\(error)"])
            }
            notifier.ready()
        }
    }
}

/// As service groups log it.
extension ReloadService: CustomStringConvertible {
    var description: String { "ReloadService" }
}
