import Characters
import Foundation
import Programs
import Reports
import Synchronization
import Texts

/// A line that is rewritten while something takes longer than a second; silent without a terminal.
final class TerminalProgress: Sendable {
    private struct State {
        var shownAt: ContinuousClock.Instant?
        var isShown = false
    }

    private let label: String
    private let language = ProgramLanguage.current
    private let total: Int?
    private let showsCount: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// - Parameter showsCount: whether numbers of things are shown beside the share.
    init(_ label: Wording, total: Int? = nil, showsCount: Bool = true) {
        self.label = label(language)
        self.total = total
        self.showsCount = showsCount
    }

    func update(_ done: Int, detail: String = "") {
        guard Terminal.showsProgress else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - start > .seconds(1), state.shownAt.map({ now - $0 > .milliseconds(100) }) ?? true else {
                return false
            }
            state.shownAt = now
            state.isShown = true
            return true
        }
        guard isDue else { return }
        let width = Terminal.columns(of: STDERR_FILENO) ?? 80
        let text =
            if let total {
                ProgressLine.progress(
                    done: done,
                    total: total,
                    elapsedSeconds: (now - start) / .seconds(1),
                    label: detail.isEmpty ? label : "\(label) \(detail)",
                    width: width - 1,
                    language: language,
                    showsCount: showsCount
                )
            } else {
                String("\(label) \(done) \(detail)".visibleLine.prefix(width - 1))
            }
        StandardStream.error.write("\r\u{1B}[2K\(text)")
    }

    func finish() {
        guard state.withLock({ $0.isShown }) else { return }
        StandardStream.error.write("\r\u{1B}[2K")
    }
}
