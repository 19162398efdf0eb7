public import ServiceLifecycle

/// Tells probes and systemd that the service begins to end: `/ready` becomes 503, `STOPPING=1` is sent.
///
/// In a service group it stands last: services are shut down from the last to the first, so it is told at once, while
/// those before it still finish what they have in hand.
public struct ShutdownNotice: Service {
    private let health: Health
    private let notifier: SystemdNotifier

    /// - Parameters:
    ///   - health: begins to drain.
    ///   - notifier: sends it.
    public init(_ health: Health, _ notifier: SystemdNotifier) {
        self.health = health
        self.notifier = notifier
    }

    /// Until the service group shuts down or the task is cancelled. Throws nothing.
    public func run() async throws {
        try? await gracefulShutdown()
        health.draining()
        notifier.stopping()
    }
}

/// As service groups log it.
extension ShutdownNotice: CustomStringConvertible {
    public var description: String { "ShutdownNotice" }
}
