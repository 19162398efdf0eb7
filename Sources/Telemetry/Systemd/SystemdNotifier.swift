public import Foundation

/// Tells systemd how the service is (`Type=notify`, `WatchdogSec=`).
///
/// Without `NOTIFY_SOCKET` nothing is told. What cannot be told is not an error of the service: each call says whether
/// it was told, and nothing else happens. Each call may wait for a full socket, for at most a second.
///
/// Source: `sd_notify(3)`, `sd_watchdog_enabled(3)`.
///
/// ```swift
/// let notifier = SystemdNotifier()
/// notifier.ready(status: "waiting for work")
/// ```
public struct SystemdNotifier: Sendable {
    private let socket: NotifySocket?
    /// systemd kills the service when it hears no ``pingWatchdog()`` for so long; nil when it does not watch this
    /// process.
    public let watchdogLimit: Duration?

    /// - Parameters:
    ///   - environment: of it `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` are read.
    ///   - processID: the watchdog counts when `WATCHDOG_PID` is this or absent.
    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        processID: Int32 = ProcessInfo.processInfo.processIdentifier
    ) {
        let socket = environment["NOTIFY_SOCKET"].flatMap(NotifySocket.init)
        self.socket = socket
        let isWatched = environment["WATCHDOG_PID"].map { $0 == "\(processID)" } ?? true
        watchdogLimit = environment["WATCHDOG_USEC"].flatMap(Int64.init)
            .flatMap { $0 > 0 && isWatched && socket != nil ? .microseconds($0) : nil }
    }

    /// Whether there is somebody to tell.
    public var isActive: Bool { socket != nil }

    /// The service has started, or has ended to reload.
    /// - Parameter status: as ``status(_:)``.
    @discardableResult
    public func ready(status: String? = nil) -> Bool {
        send(["READY=1"] + (status.map { [Self.line($0)] } ?? []))
    }

    /// What `systemctl status` shows.
    /// - Parameter text: one line; a line break becomes a space. Without secrets and personal data.
    @discardableResult
    public func status(_ text: String) -> Bool { send([Self.line(text)]) }

    /// The service begins to end.
    @discardableResult
    public func stopping() -> Bool { send(["STOPPING=1"]) }

    /// The service reads its configuration again, and calls ``ready(status:)`` when it has.
    @discardableResult
    public func reloading() -> Bool {
        send(["RELOADING=1", "MONOTONIC_USEC=\(NotifySocket.monotonicMicroseconds)"])
    }

    /// The service works. ``Watchdog`` calls it.
    @discardableResult
    public func pingWatchdog() -> Bool { send(["WATCHDOG=1"]) }

    private func send(_ assignments: [String]) -> Bool {
        socket?.send(assignments.map { $0 + "\n" }.joined()) ?? false
    }

    private static func line(_ status: String) -> String {
        "STATUS=" + status.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
