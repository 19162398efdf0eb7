import ArgumentParser
import Characters
import CityViews
import CityWork
import Jobs
import Programs

extension RunCommand {
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Start nothing more of a run; chunks in hand are finished.",
            discussion: """
                What waits for the run waits on.

                Example:
                  mutasi run pause 12 --note "elections on Wednesday"
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64
        @Option(help: "Why, for whoever looks at it.") var note: TypedText?

        func run() async throws {
            let run = try await options.cycleRuns().pause(id, note: try note?.read("--note"))
            Terminal.say(
                "\(RunCommand.name(run)) is paused; chunks in hand are finished",
                hint: "'mutasi run resume \(id)' lets it go on"
            )
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a paused run go on.",
            discussion: """
                Example:
                  mutasi run resume 12
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64

        func run() async throws {
            let run = try await options.cycleRuns().resume(id)
            Terminal.say("\(RunCommand.name(run)) is \(run.state.rawValue) again")
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a failed run another chance, or take a cancelled one up again.",
            discussion: """
                What is done stays done; only what failed or was left is done again.

                Example:
                  mutasi run retry 12 && mutasi run watch 12
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The run's number.") var id: Int64

        func run() async throws {
            let run = try await options.cycleRuns().retry(id)
            let rest =
                run.state == .running ? ", with \((run.chunks - run.chunksDone).counted("chunk", "chunks")) to do" : ""
            Terminal.say("\(RunCommand.name(run)) is \(run.state.rawValue) again\(rest)")
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a run where it is; what is done stays, and the steps after it wait.",
            discussion: """
                Chunks in hand are finished. 'mutasi run retry' takes it up again.

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
                guard Terminal.confirms("Cancel \(RunCommand.name(run)), which is \(RunView.state(of: run))?") else {
                    throw Stop(.confirmationMissing)
                }
            }
            let run = try await runs.cancel(id)
            Terminal.say(
                "\(RunCommand.name(run)) is cancelled, with \(run.processed.counted("person", "people")) done",
                hint: "'mutasi run retry \(id)' takes it up again; until it is done, the steps after it wait"
            )
        }
    }

    static func name(_ run: RunProgress) -> String { "run \(run.id) (\(run.subject) \(run.step))" }
}
