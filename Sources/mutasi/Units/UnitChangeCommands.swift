import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

/// Whose units a decision reorganises, from when, and by which decree.
struct ReorganisationOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The unit's id (unorId).") var unit: TypedText
    @Option(help: "The agency's code.") var agency: AgencyCode
    @Option(help: "The first day on which it holds: today or earlier.") var on: CivilDate
    @Option(help: "Number of the decree or regulation.") var decree: TypedText
    @Option(help: "NIP or name of the person who records it.") var by: TypedText
    @Flag(help: "Check everything, print what would follow, and change nothing.") var dryRun = false

    /// Asks first, if there is something to ask.
    func apply(
        asking question: ((String) -> Wording)? = nil,
        yes: Bool = true,
        _ change: (String) throws -> Reorganisation.Change
    ) async throws {
        let unit = try unit.read("UNIT")
        let decision = Reorganisation(
            try change(unit),
            on: on,
            decreeNumber: try decree.read("--decree"),
            recordedBy: try by.read("--by")
        )
        let city = try options.cityDatabase()
        let agency = try await Agencies(city).find(agency)
        if let question, !dryRun, !yes {
            guard Terminal.confirms(question(unit)) else { throw Stop(.confirmationMissing) }
        }
        let changed = try await Units(city).apply(decision, to: agency, dryRun: dryRun)
        switch decision.change {
        case .merge, .split: Terminal.say(Message.unitPosts(["count": .number(changed)]))
        default: if changed == 0 { Terminal.say(Message.unitAlready(["unit": .text(unit)])) }
        }
        Terminal.say(dryRun ? Message.resultDryRun() : Message.resultRecorded())
    }
}

extension UnitCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a unit from a day on.",
            discussion: """
                Example:
                  mutasi unit add B7 --agency dinkes --name "Bidang Mutu" --under U1 --on 2026-12-01 --decree 9/2026 --by 196…
                """
        )

        @OptionGroup var decision: ReorganisationOptions
        @Option(help: "Its name.") var name: TypedText
        @Option(help: "The id of the unit above; without it, the unit is a root.") var under: TypedText?

        func run() async throws {
            try await decision.apply {
                .add($0, name: try name.read("--name"), parent: try under?.read("--under"))
            }
        }
    }

    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a unit another name from a day on; documents of earlier days keep the earlier name."
        )

        @OptionGroup var decision: ReorganisationOptions
        @Option(help: "The new name.") var name: TypedText

        func run() async throws {
            try await decision.apply { .rename($0, to: try name.read("--name")) }
        }
    }

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a unit under another one from a day on; those below it come along."
        )

        @OptionGroup var decision: ReorganisationOptions
        @Option(help: "The id of the unit above.") var under: TypedText?
        @Flag(help: "No unit stands above it.") var root = false

        func validate() throws {
            guard root == (under == nil) else { throw ValidationError("give --under or --root.") }
        }

        func run() async throws {
            try await decision.apply { .move($0, under: try under?.read("--under")) }
        }
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Merge a unit into another: all its posts go on there, and it ends.",
            discussion: """
                Where both have a post of the same title, the seats are added. Units below it stand below the other from then \
                on.

                Example:
                  mutasi unit merge B3 --into B2 --agency dinkes --on 2026-12-01 --decree 9/2026 --by 196… --dry-run
                """
        )

        @OptionGroup var decision: ReorganisationOptions
        @Option(help: "The id of the unit that takes over.") var into: TypedText
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            let other = try into.read("--into")
            try await decision.apply(
                asking: { Message.unitAskMerge(["unit": .text($0), "into": .text(other)]) },
                yes: yes
            ) { .merge($0, into: other) }
        }
    }

    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin a new unit with posts of an old one, which goes on.",
            discussion: """
                The posts go to the new unit with the people who hold them. 'mutasi unit show' lists the numbers of posts.

                Example:
                  mutasi unit split B3 --into B9 --name "Bidang Baru" --posts 512,513 --agency dinkes --on 2026-12-01 \
                --decree 9/2026 --by 196… --dry-run
                """
        )

        @OptionGroup var decision: ReorganisationOptions
        @Option(help: "The id of the new unit.") var into: TypedText
        @Option(help: "The name of the new unit.") var name: TypedText
        @Option(help: "The numbers of the posts that it takes, as 512,513.") var posts: PostNumbers
        @Option(help: "The id of the unit above it; without it, that of the old unit.") var under: TypedText?
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            let other = try into.read("--into")
            let name = try name.read("--name")
            let parent = try under?.read("--under")
            try await decision.apply(
                asking: { Message.unitAskSplit(["unit": .text($0), "into": .text(other)]) },
                yes: yes
            ) { .split($0, into: other, name: name, parent: parent, posts: posts.numbers) }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a unit with its posts (only when nobody holds one, and no unit stands below)."
        )

        @OptionGroup var decision: ReorganisationOptions
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            try await decision.apply(
                asking: { Message.unitAskClose(["unit": .text($0)]) },
                yes: yes
            ) { .close($0) }
        }
    }
}

/// Numbers of posts, as "512,513".
struct PostNumbers: ExpressibleByArgument {
    let numbers: [Int64]

    init?(argument: String) {
        let words = argument.split(separator: ",", omittingEmptySubsequences: false)
        numbers = words.compactMap { Int64($0) }
        guard numbers.count == words.count else { return nil }
    }
}
