import Synchronization

/// A text that grows line by line, on whichever thread the lines come.
final class TextBuffer: Sendable {
    private let text = Mutex("")

    func append(_ line: String) { text.withLock { $0 += line } }

    var content: String { text.withLock { $0 } }
}
