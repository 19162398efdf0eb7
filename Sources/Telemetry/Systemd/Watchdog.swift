public import Logging
public import ServiceLifecycle

/// Pings systemd's watchdog as long as the work goes on, and not when it hangs: then systemd restarts the service.
///
/// A ping is sent at once and then at each half of systemd's limit, and only while ``Health/isLive``. So a hang is
/// ended after the limit of ``Health`` and that of systemd. Where nobody watches the process it does nothing.
///
/// In a service group it stands before what works: services are shut down from the last to the first, and it pings
/// until all behind it have ended.
public struct Watchdog: Service {
    private let notifier: SystemdNotifier
    private let health: Health
    private let logger: Logger?
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - logger: is told when pings are held back, and when they go on.
    ///   - clock: by which it sleeps.
    public init(
        _ notifier: SystemdNotifier,
        _ health: Health,
        logger: Logger? = nil,
        clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.notifier = notifier
        self.health = health
        self.logger = logger
        sleep = { try await clock.sleep(for: $0) }
    }

    /// Until the service group shuts down or the task is cancelled. Throws nothing.
    public func run() async throws {
        guard let limit = notifier.watchdogLimit else {
            // A service that ends takes its group with it.
            try? await gracefulShutdown()
            return
        }
        // Told to end while it sleeps, it has nothing to finish.
        try? await cancelWhenGracefulShutdown { try await ping(each: limit / 2) }
    }

    private func ping(each interval: Duration) async throws {
        var isHeldBack = false
        while true {
            let liveness = health.liveness
            if liveness.isGood {
                notifier.pingWatchdog()
                if isHeldBack { logger?.notice("the work goes on, the watchdog is pinged again") }
            } else if !isHeldBack {
                let reason = liveness.problems.joined(separator: "; ")
                logger?.error("the work hangs, so systemd will start it anew", metadata: ["reason": "\(reason)"])
            }
            isHeldBack = !liveness.isGood
            try await sleep(interval)
        }
    }
}

/// As service groups log it.
extension Watchdog: CustomStringConvertible {
    public var description: String { "Watchdog" }
}
