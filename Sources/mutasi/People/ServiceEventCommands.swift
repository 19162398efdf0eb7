import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

/// Whose event of service it is, from when, by which document.
struct ServiceEventOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The person's NIP.") var nip: TypedNIP
    @Option(help: "The agency's code.") var agency: AgencyCode
    @Option(help: "The first day on which it holds.") var on: CivilDate
    @Option(help: "Number of the decree or letter.") var document: TypedText
    @Option(help: "Date of the document.") var documentDate: CivilDate?
    @Option(help: "NIP or name of the person who records it.") var by: TypedText
    @Flag(help: "Check everything, print what would follow, and change nothing.") var dryRun = false

    func record(_ kind: ServiceEventKind) async throws {
        let event = ServiceEvent(
            nip: try nip.read(),
            kind: kind,
            day: on,
            documentNumber: try document.read("--document"),
            documentDate: documentDate,
            recordedBy: try by.read("--by")
        )
        let city = try options.cityDatabase()
        let effect = try await ServiceEvents(city, try await Agencies(city).find(agency)).record(event, dryRun: dryRun)
        let day: TextArgument = .text(effect.day.iso)
        for event in effect.replaced {
            Terminal.say(Message.serviceReplaced(["standing": .text(event.standing), "day": .text(event.day.iso)]))
        }
        for post in effect.freed { Terminal.say(Message.serviceFreed(["post": .text(post), "day": day])) }
        for post in effect.held { Terminal.say(Message.serviceHeld(["post": .text(post), "day": day])) }
        for post in effect.taken { Terminal.say(Message.serviceTaken(["post": .text(post)])) }
        if effect.isPostless { Terminal.say(Message.servicePostless(["day": day])) }
        Terminal.say(dryRun ? Message.resultDryRun() : Message.resultRecorded())
    }
}

extension PersonCommand {
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a person leaves: the employment ends, and the seat is vacant from that day.",
            discussion: """
                Cycles that are under way leave the person out (reason: left), unless the agency has begun to close them. \
                The day may lie up to a year ahead; before that day another end takes its place, and 'mutasi person \
                reinstate' withdraws it.

                Example:
                  mutasi person end 197… --agency dinkes --kind retirement --on 2027-01-01 --document 882/14 --by 196…
                """
        )

        @OptionGroup var event: ServiceEventOptions
        @Option(help: "\(ServiceEventKind.words(of: ServiceEventKind.endings)).") var kind: ServiceEventKind

        func validate() throws { try kind.require(ServiceEventKind.endings) }
        func run() async throws { try await event.record(kind) }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a person is away: no appraisal and no seat until they come back.",
            discussion: """
                Example:
                  mutasi person suspend 197… --agency dinkes --kind unpaid_leave --on 2026-12-01 --document 851/3 --by 196…
                """
        )

        @OptionGroup var event: ServiceEventOptions
        @Option(help: "\(ServiceEventKind.words(of: ServiceEventKind.interruptions)).") var kind: ServiceEventKind

        func validate() throws { try kind.require(ServiceEventKind.interruptions) }
        func run() async throws { try await event.record(kind) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a person serves again after leave or secondment, or under a renewed contract.",
            discussion: """
                Example:
                  mutasi person resume 197… --agency dinkes --kind leave_end --on 2026-12-01 --document 851/9 --by 196…
                """
        )

        @OptionGroup var event: ServiceEventOptions
        @Option(help: "\(ServiceEventKind.words(of: ServiceEventKind.resumptions)).") var kind: ServiceEventKind

        func validate() throws { try kind.require(ServiceEventKind.resumptions) }
        func run() async throws { try await event.record(kind) }
    }

    struct Reinstate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a person serves again after a suspension, or that an end was a mistake.",
            discussion: """
                From the day of the event itself it undoes that event, and the person is what they were before: also on \
                leave. It withdraws an end that lies ahead from any day until then. From a later day after an end it \
                begins a new employment, and an import of posts gives the person a post.

                Example:
                  mutasi person reinstate 197… --agency dinkes --on 2026-12-01 --document 887/2 --by 196…
                """
        )

        @OptionGroup var event: ServiceEventOptions

        func run() async throws { try await event.record(.reinstatement) }
    }
}

extension ServiceEventKind {
    fileprivate static func words(of kinds: [ServiceEventKind]) -> String {
        kinds.map(\.rawValue).joined(separator: ", ")
    }

    fileprivate func require(_ kinds: [ServiceEventKind]) throws {
        guard kinds.contains(self) else {
            throw ValidationError("--kind is one of: \(Self.words(of: kinds)).")
        }
    }
}
