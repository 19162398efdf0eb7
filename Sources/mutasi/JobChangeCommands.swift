import ArgumentParser
import Characters
import CityWork
import Jobs
import Programs

extension JobCommand {
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send dead jobs again, as new ones. Exit status 2 when some stayed dead.",
            discussion: """
                A job stays dead while another one, waiting or claimed, has its unique key. An agency's jobs are sent in one
                transaction.

                Examples:
                  mutasi job retry 4711 4712
                  mutasi job retry --all-dead --kind send_notice --agency dinkes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Numbers of dead jobs.") var ids: [Int64] = []
        @Flag(help: "All that are dead, of --kind and --agency.") var allDead = false
        @Option(help: "With --all-dead: of this kind only.") var kind: String?
        @Option(help: "With --all-dead: of this agency only, by its code; 'city': the city's own.") var agency:
            JobOwner?

        func validate() throws {
            guard ids.isEmpty == allDead else { throw ValidationError("Give numbers of jobs, or --all-dead.") }
            guard allDead || (kind == nil && agency == nil) else {
                throw ValidationError("--kind and --agency go with --all-dead.")
            }
        }

        func run() async throws {
            let jobs = try options.cityJobs()
            let retried = allDead ? try await jobs.retryDead(kind: kind, owner: agency) : try await jobs.retry(ids)
            Terminal.say("\(retried.count.counted("job waits", "jobs wait")) again, under new numbers")
            guard !retried.stayed.isEmpty else { return }
            let numbers = retried.stayed.prefix(20).map { "\($0)" }.joined(separator: ", ")
            Terminal.say(
                "\(retried.stayed.count) stayed dead, for another job has the unique key: "
                    + numbers + (retried.stayed.count > 20 ? ", …" : ""),
                hint: "wait until that has ended, or cancel it with 'mutasi job cancel'"
            )
            throw Stop(.found)
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cancel jobs for good: what waits at once; whoever has claimed one is asked to end.",
            discussion: """
                Example:
                  mutasi job cancel 4711 --yes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Numbers of jobs that wait or are claimed.") var ids: [Int64]
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            let name = ids.count == 1 ? "job \(ids[0])" : ids.count.counted("job", "jobs")
            guard yes || Terminal.confirms("Cancel \(name) for good?") else {
                throw Stop(.confirmationMissing)
            }
            let cancelled = try await options.cityJobs().cancel(ids)
            Terminal.say("\(cancelled.waiting) cancelled; of \(cancelled.claimed) whoever has them was asked to end")
        }
    }

    /// A kind or an agency.
    struct PartOptions: ParsableArguments {
        @Option(help: "All jobs of this kind.") var kind: String?
        @Option(help: "All jobs of this agency, by its code; 'city': the city's own.") var agency: JobOwner?

        func validate() throws {
            guard (kind == nil) != (agency == nil) else {
                throw ValidationError("Give either --kind or --agency.")
            }
        }

        var part: CityJobs.Part? { kind.map { .kind($0) } ?? agency.map { .owner($0) } }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Claim no more jobs of a kind, or of an agency; those in hand are finished.",
            discussion: """
                Examples:
                  mutasi job pause --kind send_notice --note "mail server is being moved"
                  mutasi job pause --agency dinkes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var chosen: PartOptions
        @Option(help: "Why, for whoever looks at it.") var note: TypedText?

        func run() async throws {
            guard let part = chosen.part else { return }
            try await options.cityJobs().pause(part, note: try note?.read("--note"))
            Terminal.say("\(part) is paused; jobs in hand are finished", hint: "'mutasi job resume' lets it go on")
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Undo 'mutasi job pause'.",
            discussion: """
                Example:
                  mutasi job resume --kind send_notice
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var chosen: PartOptions

        func run() async throws {
            guard let part = chosen.part else { return }
            try await options.cityJobs().resume(part)
            Terminal.say("\(part) is not paused any more")
        }
    }
}
