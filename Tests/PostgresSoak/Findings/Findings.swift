import Foundation
import Synchronization

/// What was found to be wrong.
final class Findings: Sendable {
    private struct Book {
        var count = 0
        var texts: [String] = []
    }

    private static let limit = 50
    private let book = Mutex(Book())
    /// How often, by kind: wrong rows, lost and repeated transactions, leaks.
    let kinds = Tallies()

    enum Kind: String { case wrongRow = "wrong rows", lost, repeated, leak, error = "unexpected errors", memory }

    /// Says it at once, and keeps it for the end.
    func report(_ kind: Kind, _ text: String) {
        kinds.add(kind.rawValue)
        let isKept = book.withLock { book in
            book.count += 1
            if book.texts.count < Self.limit { book.texts.append("\(kind.rawValue): \(text)") }
            return book.count <= Self.limit
        }
        if isKept { Console.say("WRONG: \(kind.rawValue): \(text)") }
    }

    var count: Int { book.withLock { $0.count } }
    var texts: [String] { book.withLock { $0.texts } }
}

/// An answer that is not what was asked for.
struct WrongRow: Error {
    let text: String
}

/// What the soak itself throws out of the middle of something; it must come out as it went in.
struct Abandoned: Error, Equatable {
    let nonce: Int
}

/// A statement that failed on the server after its rows were abandoned: of the two errors the abandoning one came out, and
/// the transaction cannot go on.
struct FailedUnseen: Error {}
