import Foundation
import Programs
import Synchronization

/// A few lines at the end of a terminal that are rewritten in place. The cursor is hidden meanwhile, and shown again however
/// the program ends or is stopped, but by SIGKILL.
struct TerminalBlock {
    private var height = 0
    /// What others wrote meanwhile stays above.
    private static let wasStopped = Atomic(false)
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    /// Shows these lines in the place of the ones before, at once, so that nothing flickers. They must fit the terminal.
    mutating func draw(_ lines: [String]) {
        if Self.wasStopped.exchange(false, ordering: .relaxed) { height = 0 }
        Self.guardCursor()
        Self.write("\u{1B}[?25l" + up + lines.map { "\($0)\u{1B}[K\n" }.joined() + "\u{1B}[J")
        height = lines.count
    }

    /// Takes the lines away, so that words can be said in their place.
    mutating func clear() {
        Self.write(up + "\u{1B}[J\u{1B}[?25h")
        height = 0
    }

    /// Leaves the lines as they are.
    mutating func finish() {
        Self.write("\u{1B}[?25h")
        height = 0
    }

    private var up: String { height > 0 ? "\r\u{1B}[\(height)A" : "\r" }

    private static func write(_ text: String) {
        StandardStream.output.write(text)
    }

    /// With each drawing again: after a stop and a continuation there is no handler any more.
    private static func guardCursor() {
        for number in signals {
            signal(number) { number in
                let text: StaticString = "\u{1B}[?25h"
                _ = unsafe Glibc.write(STDOUT_FILENO, text.utf8Start, text.utf8CodeUnitCount)
                TerminalBlock.wasStopped.store(number == SIGTSTP, ordering: .relaxed)
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }
}
