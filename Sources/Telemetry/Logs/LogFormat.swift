public import Foundation
public import Logging

/// How a log is written on the standard error.
public enum LogFormat: String, Sendable, CaseIterable {
    /// For programs: ``JSONLogHandler``.
    case json
    /// For people: swift-log's `StreamLogHandler`, with control characters as escapes.
    case text

    /// `json` for a service of systemd, which sets `JOURNAL_STREAM` or `INVOCATION_ID`, otherwise `text`.
    ///
    /// Source: `systemd.exec(5)`, "Environment Variables in Spawned Processes".
    public static func detected(environment: [String: String] = ProcessInfo.processInfo.environment) -> LogFormat {
        environment["JOURNAL_STREAM"] != nil || environment["INVOCATION_ID"] != nil ? .json : .text
    }

    /// A handler that writes so.
    ///
    /// ```swift
    /// LoggingSystem.bootstrap(LogFormat.detected().handler)
    /// ```
    public func handler(label: String) -> any LogHandler {
        switch self {
        case .json: JSONLogHandler(label: label)
        case .text: VisibleLogHandler(StreamLogHandler.standardError(label: label))
        }
    }
}
