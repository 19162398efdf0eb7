import ArgumentParser
import CityViews
import CityWork
import Jobs
import Programs
import Texts

extension RunCommand {
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pause a run; chunks in hand are finished.",
            discussion: """
                Steps that wait for the run keep waiting.

                Example:
                  mutasi run pause 12 --note "elections on Wednesday"
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64
        @Option(help: "The reason, which lists show.") var note: TypedText?

        func run() async throws {
            let run = try await options.cycleRuns().pause(id, note: try note?.read("--note"))
            Terminal.say(
                Message.runPaused(["run": .wording(RunView.name(run))]),
                hint: Message.runPausedHint(["id": "\(id)"])
            )
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Resume a paused run.",
            discussion: """
                Example:
                  mutasi run resume 12
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64

        func run() async throws {
            let run = try await options.cycleRuns().resume(id)
            Terminal.say(Message.runAgain(RunCommand.facts(run)))
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Retry a failed run, or resume a cancelled one.",
            discussion: """
                Finished work stays finished; only failed and remaining work is done.

                Example:
                  mutasi run retry 12 && mutasi run watch 12
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64

        func run() async throws {
            let run = try await options.cycleRuns().retry(id)
            var facts = RunCommand.facts(run)
            guard run.state == .running else { return Terminal.say(Message.runAgain(facts)) }
            facts["count"] = .number(run.chunks - run.chunksDone)
            Terminal.say(Message.runAgainRest(facts))
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cancel a run; finished work stays, and the steps after it wait.",
            discussion: """
                Chunks in hand are finished. 'mutasi run retry' resumes it.

                Example:
                  mutasi run cancel 12 --yes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            let runs = try options.cycleRuns()
            if !yes {
                let run = try await runs.run(id)
                let facts: [String: TextArgument] = [
                    "run": .wording(RunView.name(run)), "state": .wording(RunView.state(of: run)),
                ]
                guard Terminal.confirms(Message.runAskCancel(facts)) else {
                    throw Stop(.confirmationMissing)
                }
            }
            let run = try await runs.cancel(id)
            Terminal.say(
                Message.runCancelled(["run": .wording(RunView.name(run)), "count": .number(run.processed)]),
                hint: Message.runCancelledHint(["id": "\(id)"])
            )
        }
    }

    /// A run and its state, in words.
    private static func facts(_ run: RunProgress) -> [String: TextArgument] {
        ["run": .wording(RunView.name(run)), "state": .wording(RunView.word(run.state))]
    }
}
