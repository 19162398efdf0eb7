import Postgres
import Synchronization

/// Keeps what an observer is told.
final class EventRecorder: DatabaseObserver {
    private let kept = Mutex<[DatabaseEvent]>([])

    func observe(_ event: DatabaseEvent) { kept.withLock { $0.append(event) } }

    var events: [DatabaseEvent] { kept.withLock { $0 } }

    /// The names of the cases, in order.
    var names: [String] {
        events.map { event in
            switch event {
            case .connect: "connect"
            case .disconnect: "disconnect"
            case .acquire: "acquire"
            case .statement: "statement"
            case .transaction: "transaction"
            case .error: "error"
            case .notice: "notice"
            case .listenerLost: "listenerLost"
            case .listenerRestored: "listenerRestored"
            }
        }
    }

    var statements: [StatementEvent] {
        events.compactMap { if case .statement(let event) = $0 { event } else { nil } }
    }

    var transactions: [TransactionEvent] {
        events.compactMap { if case .transaction(let event) = $0 { event } else { nil } }
    }
}
