import Synchronization

/// What was told of each numbered transaction: two megabytes from the beginning, so that keeping it does not look like a
/// leak.
final class Outcomes: Sendable {
    enum Outcome: UInt8, CaseIterable { case none, open, committed, failed, unknown }

    private struct Book {
        var told = [UInt8](repeating: 0, count: Outcomes.capacity)
        var last = 0
    }

    static let capacity = 1 << 21
    private let book = Mutex(Book())

    /// The next number, from 1; nil when no number is left.
    func begin() -> Int? {
        book.withLock { book in
            guard book.last + 1 < Self.capacity else { return nil }
            book.last += 1
            book.told[book.last] = Outcome.open.rawValue
            return book.last
        }
    }

    func tell(_ number: Int, _ outcome: Outcome) {
        book.withLock { $0.told[number] = outcome.rawValue }
    }

    subscript(_ number: Int) -> Outcome {
        book.withLock { book in
            book.told.indices.contains(number) ? Outcome(rawValue: book.told[number]) ?? .none : .none
        }
    }

    var last: Int { book.withLock { $0.last } }

    func count(_ outcome: Outcome) -> Int {
        book.withLock { book in book.told[...book.last].count { $0 == outcome.rawValue } }
    }
}
