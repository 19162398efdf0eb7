import ArgumentParser
import CityViews
import CityWork
import Jobs
import Programs
import Texts

extension JobCommand {
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send dead jobs again, as new jobs. Exit status 2 when some stayed dead.",
            discussion: """
                A job stays dead while another one, waiting or claimed, has its unique key. An agency's jobs are sent in one \
                transaction.

                Examples:
                  mutasi job retry 4711 4712
                  mutasi job retry --all-dead --kind forget_jobs --agency dinkes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Numbers of dead jobs.") var ids: [Int64] = []
        @Flag(help: "All dead jobs, or those of --kind and --agency.") var allDead = false
        @Option(help: "With --all-dead: only this kind.") var kind: String?
        @Option(help: "With --all-dead: only this agency, by its code; 'city' for the city's own.") var agency:
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
            Terminal.say(Message.jobRetried(["count": .number(retried.count)]))
            guard !retried.stayed.isEmpty else { return }
            let numbers = retried.stayed.prefix(20).map { "\($0)" }.joined(separator: ", ")
            let listed = numbers + (retried.stayed.count > 20 ? ", …" : "")
            Terminal.say(
                Message.jobStayed(["count": .number(retried.stayed.count), "numbers": .text(listed)]),
                hint: Message.jobStayedHint()
            )
            throw Stop(.found)
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cancel jobs permanently: waiting jobs at once; running jobs are asked to stop.",
            discussion: """
                Example:
                  mutasi job cancel 4711 --yes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Numbers of jobs that wait or are claimed.") var ids: [Int64]
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            let question =
                ids.count == 1
                ? Message.jobAskCancel(["job": "\(ids[0])"])
                : Message.jobAskCancelSeveral(["count": .number(ids.count)])
            guard yes || Terminal.confirms(question) else {
                throw Stop(.confirmationMissing)
            }
            let cancelled = try await options.cityJobs().cancel(ids)
            Terminal.say(
                Message.jobCancelled(["waiting": .number(cancelled.waiting), "claimed": .number(cancelled.claimed)])
            )
        }
    }

    /// A kind or an agency.
    struct PartOptions: ParsableArguments {
        @Option(help: "All jobs of this kind.") var kind: String?
        @Option(help: "All jobs of this agency, by its code; 'city' for the city's own.") var agency: JobOwner?

        func validate() throws {
            guard (kind == nil) != (agency == nil) else {
                throw ValidationError("Give either --kind or --agency.")
            }
        }

        var part: CityJobs.Part? { kind.map { .kind($0) } ?? agency.map { .owner($0) } }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pause jobs of one kind or of one agency; running jobs are finished.",
            discussion: """
                Examples:
                  mutasi job pause --kind forget_jobs --note "mail server is being moved"
                  mutasi job pause --agency dinkes
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var chosen: PartOptions
        @Option(help: "The reason, which lists show.") var note: TypedText?

        func run() async throws {
            guard let part = chosen.part else { return }
            try await options.cityJobs().pause(part, note: try note?.read("--note"))
            Terminal.say(Message.jobPaused(["part": .wording(JobView.name(part))]), hint: Message.jobPausedHint())
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Undo 'mutasi job pause'.",
            discussion: """
                Example:
                  mutasi job resume --kind forget_jobs
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var chosen: PartOptions

        func run() async throws {
            guard let part = chosen.part else { return }
            try await options.cityJobs().resume(part)
            Terminal.say(Message.jobResumed(["part": .wording(JobView.name(part))]))
        }
    }
}
