import Dispatch
import Foundation
import Programs
import Synchronization
import Texts

/// What Ctrl-C does to a command whose work is kept as a whole or not at all: until it is kept, the command says that nothing
/// was, and ends by the signal. While it is being kept a first Ctrl-C waits for the outcome, which is then printed as always.
final class ImportInterruption {
    private let phase: InterruptionPhase
    private let source: any DispatchSourceSignal

    /// - Parameters:
    ///   - words: what is said.
    ///   - ending: called before the program ends, such as to remove unfinished files.
    init(saying words: Wording, ending: @escaping @Sendable () -> Void = {}) {
        let phase = InterruptionPhase()
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if phase.interrupt() {
                // On a terminal a line of progress stands there, or ^C.
                if Terminal.showsProgress { StandardStream.error.write("\r\u{1B}[2K") }
                ending()
                Terminal.say(words)
                signal(SIGINT, SIG_DFL)
                // Dispatch's threads block signals, and a signal that none of them takes would be read as one more event.
                var interrupt = sigset_t()
                unsafe sigemptyset(&interrupt)
                unsafe sigaddset(&interrupt, SIGINT)
                unsafe pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
                kill(getpid(), SIGINT)
            } else {
                signal(SIGINT, SIG_DFL)
            }
        }
        signal(SIGINT, SIG_IGN)
        source.activate()
        (self.phase, self.source) = (phase, source)
    }

    /// To be called right before the work is kept. Does not return when the command was interrupted before.
    var keeping: @Sendable () -> Void {
        let phase = phase
        return { phase.keep() }
    }

    /// From now on Ctrl-C ends the program as usual.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}

/// Either the work is kept or the command is interrupted, never both.
private final class InterruptionPhase: Sendable {
    private enum Phase: Int { case undoable, keeping, interrupted }

    private let phase = Atomic(Phase.undoable.rawValue)

    private func leaveUndoable(for next: Phase) -> Bool {
        phase.compareExchange(
            expected: Phase.undoable.rawValue,
            desired: next.rawValue,
            ordering: .sequentiallyConsistent
        )
        .exchanged
    }

    /// Whether nothing was kept before.
    func interrupt() -> Bool { leaveUndoable(for: .interrupted) }

    func keep() {
        guard !leaveUndoable(for: .keeping) else { return }
        // The signal ends the program.
        while true { pause() }
    }
}
