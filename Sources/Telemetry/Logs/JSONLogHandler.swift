internal import Foundation
public import Logging

/// Writes a log (swift-log) as JSON, one object in a line.
///
/// | member | what |
/// |---|---|
/// | `time` | ISO 8601, UTC, milliseconds: `2026-01-31T23:59:59.999Z` |
/// | `level` | `trace`, `debug`, `info`, `notice`, `warning`, `error`, `critical` |
/// | `label` | the logger's |
/// | `source` | the module that logs |
/// | `message` | the text |
/// | `metadata` | an object of strings, arrays and objects; left out when empty |
///
/// Metadata of the event counts before that of the provider, and that before the handler's. An error of the event is
/// there as `error.message` and `error.type`.
///
/// ```swift
/// LoggingSystem.bootstrap { JSONLogHandler(label: $0) }
/// ```
public struct JSONLogHandler: LogHandler {
    private let label: String
    private let output: LogOutput
    /// What is below is not logged.
    public var logLevel: Logger.Level = .info
    /// Goes with each line.
    public var metadata: Logger.Metadata = [:]
    /// Is asked for each line.
    public var metadataProvider: Logger.MetadataProvider?

    /// - Parameters:
    ///   - label: the logger's.
    ///   - output: takes the lines.
    ///   - metadataProvider: is asked for each line.
    public init(
        label: String,
        output: LogOutput = .standardError,
        metadataProvider: Logger.MetadataProvider? = LoggingSystem.metadataProvider
    ) {
        self.label = label
        self.output = output
        self.metadataProvider = metadataProvider
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line; its time is that of the call.
    public func log(event: LogEvent) {
        var metadata = metadata
        if let provided = metadataProvider?.get() { metadata.merge(provided) { $1 } }
        if let given = event.metadata { metadata.merge(given) { $1 } }
        if let error = event.error {
            metadata["error.message"] = "\(error)"
            metadata["error.type"] = "\(String(reflecting: type(of: error)))"
        }
        var members: [(String, Logger.MetadataValue)] = [
            ("time", .string(Date.now.formatted(Self.time))), ("level", .string(event.level.rawValue)),
            ("label", .string(label)), ("source", .string(event.source)),
            ("message", .string(event.message.description)),
        ]
        if !metadata.isEmpty { members.append(("metadata", .dictionary(metadata))) }
        output.write(JSONLine(members).bytes)
    }

    private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
