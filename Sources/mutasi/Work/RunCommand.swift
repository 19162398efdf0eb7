import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Jobs
import Personnel
import Programs
import Reports
import Texts

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "List, watch, pause, retry and cancel runs of scheduled work, such as a cycle's phases.",
        subcommands: [
            List.self, Show.self, Watch.self, Pause.self, Resume.self, Retry.self, Cancel.self,
        ]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List runs that are under way, failed, scheduled, or ended last.",
            discussion: """
                Keys: id, subject, step, state, paused, due, chunks, chunks_done, people, expected, rate (people a second), \
                eta_seconds, failures (people it could not handle), seconds, last_error, agencies_late (that are behind while the \
                others go on). The table says 'paused' for a state that would go on otherwise.

                Example:
                  mutasi run list --state running,failed
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "scheduled, waiting, running, done, failed, cancelled: some of them with commas, or all.")
        var state = StateList(RunProgress.State.allCases)
        @Option(help: "How many at most.") var limit = 50

        func validate() throws {
            guard limit > 0 else { throw ValidationError("--limit is 1 or more.") }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let runs = try await options.cycleRuns().runs(state.states, limit: limit)
            output.print(RunView.table(runs, for: output.format, in: try await city.time()))
            try await ClockWarning.say(of: [.chunk], in: city)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one run, agency by agency.",
            discussion: """
                JSON: the keys of 'run list', pause_note, started, ended, and "agencies": [{"agency", "chunks", "chunks_done", \
                "people", "failures", "errors", "last_error"}]; with --failures also "people_failed": [{"agency", "nip", \
                "code", "reason"}]. CSV is the agencies, with --failures the people.

                The list of --failures holds personal data: its reading is recorded in the audit trail. People who \
                serve in another agency now have no NIP in it.

                Example:
                  mutasi run show 12 --failures --format csv
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The run's number.") var id: Int64
        @Flag(help: "Also list the people whom it could not handle, and why.") var failures = false

        func run() async throws {
            let (city, runs) = (try options.cityDatabase(), try options.cycleRuns())
            let run = try await runs.run(id)
            let agencies = try await runs.agencies(of: id)
            let people = failures ? try await UnhandledPeople(city).list(run: id) : nil
            let time = try await city.time()
            try await ClockWarning.say(of: [.chunk], in: city)
            switch output.format {
            case .json:
                Terminal.print(
                    RunView.document(run, agencies, people, ProgramLanguage.current, in: time).rendered(indent: 2)
                )
            case .csv: output.print(people.map(RunView.table) ?? RunView.table(agencies))
            case .table:
                output.print(RunView.table([run], for: .table, in: time))
                if let note = run.pauseNote { Terminal.print(Message.runPausedNote(["note": .text(note)])) }
                let late = agencies.filter { run.late.contains($0.progress.agency) }.map(\.code.description)
                if !late.isEmpty {
                    Terminal.print(Message.runLateList(["agencies": .text(late.joined(separator: ", "))]))
                }
                if let error = run.lastError {
                    Terminal.print(Message.runLastError(["error": .wording(StoredReason(error).wording)]))
                }
                Terminal.print("")
                output.print(RunView.table(agencies))
                if let people {
                    Terminal.print("")
                    output.print(RunView.table(people))
                }
            }
        }
    }
}
