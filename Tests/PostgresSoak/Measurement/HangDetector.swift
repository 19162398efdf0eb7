import Foundation
import Synchronization

/// A thread that ends the soak when an operation takes longer than all its limits allow, whatever state tasks are in.
final class HangDetector: Sendable {
    private struct Duty {
        let name: String
        let since: ContinuousClock.Instant
    }

    private struct Book {
        var duties: [Int: Duty] = [:]
        var next = 0
        var isDone = false
    }

    private let book = Mutex(Book())

    /// - Parameter onAlarm: is given what hangs.
    init(patience: Duration, onAlarm: @escaping @Sendable (String) -> Void) {
        Thread.detachNewThread { [self] in
            while !book.withLock({ $0.isDone }) {
                Thread.sleep(forTimeInterval: 0.5)
                let now = ContinuousClock.now
                let late = book.withLock { $0.duties.values.filter { now - $0.since > patience } }
                if !late.isEmpty { onAlarm(late.map { "\($0.name) for \(now - $0.since)" }.joined(separator: ", ")) }
            }
        }
    }

    func watch<Output>(_ name: String, _ body: () async throws -> Output) async rethrows -> Output {
        let number = book.withLock { book in
            book.next += 1
            book.duties[book.next] = Duty(name: name, since: .now)
            return book.next
        }
        defer { book.withLock { _ = $0.duties.removeValue(forKey: number) } }
        return try await body()
    }

    /// What has run longest.
    var oldest: String {
        let duty = book.withLock { $0.duties.values.min { $0.since < $1.since } }
        guard let duty else { return "none" }
        return "\(duty.name), \(Int(duty.since.duration(to: .now) / .milliseconds(1))) ms"
    }

    func end() { book.withLock { $0.isDone = true } }
}
