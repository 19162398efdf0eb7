internal import Characters
public import Logging

/// Hands lines on with the control characters in them as escapes: what a database says may quote anything, and a terminal must
/// not obey it, nor may a line become two.
public struct VisibleLogHandler: LogHandler {
    private var handler: any LogHandler

    /// - Parameter handler: writes the lines.
    public init(_ handler: any LogHandler) {
        self.handler = handler
    }

    /// The other handler's.
    public var logLevel: Logger.Level {
        get { handler.logLevel }
        set { handler.logLevel = newValue }
    }

    /// The other handler's.
    public var metadata: Logger.Metadata {
        get { handler.metadata }
        set { handler.metadata = Self.visible(newValue) }
    }

    /// The other handler's.
    public var metadataProvider: Logger.MetadataProvider? {
        get { handler.metadataProvider }
        set { handler.metadataProvider = newValue.map { provider in .init { Self.visible(provider.get()) } } }
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { handler[metadataKey: key] }
        set { handler[metadataKey: key] = newValue.map(Self.visible) }
    }

    public func log(event: LogEvent) {
        var event = event
        event.message = "\(event.message.description.visibleLine)"
        event.metadata = event.metadata.map(Self.visible)
        if let error = event.error {
            let facts: Logger.Metadata = [
                "error.message": "\("\(error)".visibleLine)",
                "error.type": "\(String(reflecting: type(of: error)))",
            ]
            event.metadata = (event.metadata ?? [:]).merging(facts) { $1 }
            event.error = nil
        }
        handler.log(event: event)
    }

    private static func visible(_ metadata: Logger.Metadata) -> Logger.Metadata { metadata.mapValues(visible) }

    private static func visible(_ value: Logger.MetadataValue) -> Logger.MetadataValue {
        switch value {
        case .string(let text): .string(text.visibleLine)
        case .stringConvertible(let value): .string(value.description.visibleLine)
        case .array(let values): .array(values.map(visible))
        case .dictionary(let members): .dictionary(visible(members))
        }
    }
}
