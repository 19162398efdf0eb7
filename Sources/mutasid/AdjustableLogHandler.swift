import Logging
import Synchronization

/// A level that loggers share, so that it can be changed while they are in use.
final class AdjustableLevel: Sendable {
    private let level: Mutex<Logger.Level>

    init(_ level: Logger.Level) {
        self.level = Mutex(level)
    }

    var value: Logger.Level { level.withLock { $0 } }

    func set(_ level: Logger.Level) {
        self.level.withLock { $0 = level }
    }
}

/// Writes what the shared level lets through.
struct AdjustableLogHandler: LogHandler {
    private var handler: any LogHandler
    private let level: AdjustableLevel

    init(_ handler: any LogHandler, _ level: AdjustableLevel) {
        self.handler = handler
        self.handler.logLevel = .trace
        self.level = level
    }

    var logLevel: Logger.Level {
        get { level.value }
        set { level.set(newValue) }
    }

    var metadata: Logger.Metadata {
        get { handler.metadata }
        set { handler.metadata = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { handler[metadataKey: key] }
        set { handler[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        handler.log(event: event)
    }
}
