import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Jobs
import Postgres
import Programs
import Texts

extension RunCommand {
    struct Watch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Watch a run, or all steps of a subject, until they end. Exit status 2 when one failed.",
            discussion: """
                On a terminal, a line for each run that is rewritten in place; Ctrl-C ends the watching only. Elsewhere a \
                line whenever something changed, of eight words: time, run, step, state, people done/expected, people a \
                second, seconds left, agencies late; '-' for unknown.

                Ends with 0 when all are done, and with 2 when one failed or was cancelled. While the database is not \
                available it waits.

                Examples:
                  mutasi run watch 2026-Q3
                  mutasi run watch 12 --interval 5 >> run.log
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "A subject, such as a cycle's code, or a run's number.") var watched: String
        @Option(help: "Seconds between two looks.") var interval = 1.0

        func validate() throws {
            guard (0.05...3600).contains(interval) else {
                throw ValidationError("--interval is from 0.05 to 3600 seconds.")
            }
        }

        func run() async throws {
            let runs = try options.cycleRuns()
            let look = try await first(runs)
            let time = try await options.cityDatabase().time()
            var view: any RunWatchView = Terminal.width == nil ? RunWatchLines(time) : RunWatchBlock(time)
            var isAway = false
            var seen = try await look()
            try await ClockWarning.say(of: [.chunk], in: try options.cityDatabase())
            while true {
                view.show(seen)
                if seen.isOver { break }
                guard try await RunWatchLines.pause(for: .seconds(interval)) else { return }
                do {
                    seen = try await look()
                    if isAway { view.say(Message.watchBack()) }
                    isAway = false
                } catch let error as PostgresError where error.isUnavailable || error.isRetryable {
                    if !isAway { view.say(Message.watchAway(["error": "\(error)"])) }
                    isAway = true
                }
            }
            view.finish()
            if let run = seen.firstStopped {
                let state = run.state == .failed ? Message.watchFailed() : Message.watchCancelled()
                var facts: [String: TextArgument] = [
                    "run": .wording(RunView.name(run)), "state": .wording(state),
                ]
                if let reason = run.lastError { facts["reason"] = .wording(StoredReason(reason).wording) }
                let message: Message = run.lastError == nil ? .watchStopped : .watchStoppedReason
                Terminal.say(message(facts), hint: Message.watchHint(["id": "\(run.id)"]))
                throw Stop(.found)
            }
        }

        /// How to look. A subject goes before a number, for a year's cycle is called by a number, too.
        private func first(_ runs: CycleRuns) async throws -> @Sendable () async throws -> RunWatchState {
            let watched = watched
            if try await !runs.runs(of: watched).isEmpty {
                return { RunWatchState(runs: try await runs.runs(of: watched)) }
            }
            guard let id = Int64(watched) else {
                throw Stop(.runSubjectUnknown, ["subject": .text(watched)])
            }
            return { RunWatchState(runs: [try await runs.run(id)]) }
        }
    }
}

/// What is watched, as it was at one look: steps in their order, or one run.
struct RunWatchState: Sendable, Equatable {
    let runs: [RunProgress]

    var firstStopped: RunProgress? { runs.first { $0.state == .failed || $0.state == .cancelled } }

    /// Nothing of it goes on: what comes after a failed step does not start in the agencies in which it failed, and what comes
    /// after a cancelled one not at all.
    var isOver: Bool {
        !runs.contains { $0.state == .running && !$0.isHeldBack }
            && (firstStopped != nil || runs.allSatisfy { $0.state == .done })
    }
}

/// Where the watching is shown.
protocol RunWatchView {
    mutating func show(_ state: RunWatchState)
    /// Something beside the runs, on standard error.
    mutating func say(_ text: Wording)
    mutating func finish()
}

/// On a terminal: a line for each run, in place.
struct RunWatchBlock: RunWatchView {
    private var block = TerminalBlock()
    private let time: ZonedTime

    init(_ time: ZonedTime) {
        self.time = time
    }

    mutating func show(_ state: RunWatchState) {
        var runs = state.runs
        while runs.count > max(1, (Terminal.height ?? .max) - 1) {
            // What is done is missed the least.
            runs.remove(at: runs.firstIndex { $0.state == .done } ?? runs.count - 1)
        }
        let width = (Terminal.width ?? 80) - 1
        block.draw(runs.map { RunView.line($0, ProgramLanguage.current, width: width, in: time) })
    }

    mutating func say(_ text: Wording) {
        block.clear()
        Terminal.say(text)
    }

    mutating func finish() { block.finish() }
}

/// Elsewhere: a line for each change.
struct RunWatchLines: RunWatchView {
    private var shown: [Int64: RunProgress] = [:]
    private let time: ZonedTime

    init(_ time: ZonedTime) {
        self.time = time
        // A reader that went away has seen enough.
        signal(SIGPIPE) { _ in _exit(0) }
    }

    mutating func show(_ state: RunWatchState) {
        for run in state.runs where shown[run.id].map({ Self.differs($0, run) }) ?? true {
            Terminal.print(RunView.words(run, at: CityClock.now, in: time))
            shown[run.id] = run
        }
    }

    /// Time passes without a change.
    private static func differs(_ old: RunProgress, _ new: RunProgress) -> Bool {
        RunView.state(of: old) != RunView.state(of: new) || old.processed != new.processed
            || old.expected != new.expected || old.late.count != new.late.count
    }

    mutating func say(_ text: Wording) { Terminal.say(text) }
    mutating func finish() {}

    /// False when the reader of standard output went away meanwhile, although there was nothing to write.
    static func pause(for time: Duration) async throws -> Bool {
        let end = ContinuousClock.now + time
        while true {
            let left = end - ContinuousClock.now
            guard left > .zero else { return true }
            try await Task.sleep(for: min(left, .seconds(1)))
            var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
            if unsafe poll(&output, 1, 0) > 0, Int32(output.revents) & (POLLERR | POLLHUP) != 0 { return false }
        }
    }
}
