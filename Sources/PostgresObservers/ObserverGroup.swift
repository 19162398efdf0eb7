public import Postgres

/// Tells several observers, in order.
///
/// ```swift
/// let both = ObserverGroup([LoggingObserver(Logger(label: "city")), MetricsObserver()])
/// let database = Database(ConnectionOptions(uri: "service=city"), observer: both)
/// database.close()
/// ```
public struct ObserverGroup: DatabaseObserver {
    private let observers: [any DatabaseObserver]

    /// - Parameter observers: told one after the other, on the same thread.
    public init(_ observers: [any DatabaseObserver]) {
        self.observers = observers
    }

    public func observe(_ event: DatabaseEvent) {
        for observer in observers { observer.observe(event) }
    }
}
