public import ArgumentParser
import CityDatabase
import CityViews
public import CityWork
import Jobs
import Programs
import Reports
import Texts

struct JobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job",
        abstract:
            "List, retry, cancel and pause jobs of the agencies and of the city, beside the runs.",
        subcommands: [
            List.self, Show.self, Retry.self, Cancel.self, Stats.self, Pause.self, Resume.self,
        ]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List jobs by state: open ones the oldest first, ended ones the newest first.",
            discussion: """
                A dead job failed too often; 'mutasi job retry' sends it again. Ended jobs are kept for a time. \
                Keys: id, agency, kind, state, priority, due, attempt, errors, losses (workers that died with it), progress, \
                created, started, ended, last_error. 'mutasi job show' has the payloads.

                Example:
                  mutasi job list --state dead --agency dinkes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "waiting, claimed, dead, cancelled, done: some of them with commas, or all.")
        var state = StateList<JobRecord.State>([.claimed, .waiting, .dead])
        @Option(help: "Only this kind.") var kind: String?
        @Option(help: "Only this agency, by its code; 'city' for the city's own.") var agency: JobOwner?
        @Option(help: "How many of each state at most.") var limit = 50

        func validate() throws {
            guard limit > 0 else { throw ValidationError("--limit is 1 or more.") }
        }

        func run() async throws {
            var filter = CityJobs.Filter()
            (filter.states, filter.kind, filter.owner, filter.limit) = (state.states, kind, agency, limit)
            let jobs = try await options.cityJobs().list(filter)
            let city = try options.cityDatabase()
            output.print(JobView.table(jobs, for: output.format, in: try await city.time()))
            try await ClockWarning.say(of: [.job, .claim], in: city)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one job with its payload, read as the personnel agency.",
            discussion: """
                Keys: fact, value.

                Example:
                  mutasi job show 4711
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The job's number.") var id: Int64

        func run() async throws {
            let jobs = try options.cityJobs()
            let job = try await jobs.find(id)
            let time = try await options.cityDatabase().time()
            output.print(JobView.facts(job, try await jobs.payload(of: job.job), in: time))
        }
    }

    struct Stats: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count the jobs of each kind that wait, are claimed, or ended within the last hour.",
            discussion: """
                Keys: kind, paused, waiting (due and delayed), due, delayed, claimed, oldest_due_seconds, done_hour, \
                dead_hour, cancelled_hour; with --kept also done, dead, cancelled in all that is kept, which are null \
                otherwise. Pauses are named on standard error, with their notes.

                Example:
                  mutasi job stats --kept --format json
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Flag(help: "Also count all kept jobs; for millions of jobs this takes seconds.") var kept = false

        func run() async throws {
            let jobs = try options.cityJobs()
            output.print(JobView.table(try await jobs.statistics(kept: kept)))
            for (part, note) in try await jobs.paused() {
                let name = TextArgument.wording(JobView.name(part))
                Terminal.say(
                    note.map { Message.jobIsPausedNote(["part": name, "note": .text($0)]) }
                        ?? Message.jobIsPaused(["part": name])
                )
            }
        }
    }
}

extension JobOwner: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
