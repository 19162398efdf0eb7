import ArgumentParser
import CityDatabase
import CityViews
import Postgres
import Programs
import Reports
import Texts

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Create, migrate and check the city's schema.",
        subcommands: [Initialise.self, Migrate.self, Status.self, Check.self]
    )

    struct Initialise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Create the city's roles and schema, migrate, and mend what differs. Needs a superuser.",
            discussion: """
                A city has a database of its own. Run it again after a restore and on a server of another major version: it \
                makes the roles of agencies and their logins agree with the city's rows, and names those it mended. \
                Otherwise it changes nothing but the time zone, if another is given, unless functions, triggers, policies, \
                grants or reference data differ from those of this program: then it applies their files again. Exit status \
                2 when 'mutasi db check' still finds something.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var waiting: WaitingOptions
        @Option(
            help: """
                The city's time zone, by which its days begin: \(CityZone.ofIndonesia) or another name of IANA's. Without \
                it a new city has \(CityZone.usual), and one that is there keeps its own.
                """
        )
        var zone: String?
        @Flag(help: "Do not ask before a city with cycles or schedules gets another time zone.") var yes = false

        func run() async throws {
            let city = CityDatabase(
                try options.namedCity(),
                try options.connection(as: .superuser, observer: SchemaWarnings())
            )
            let zones = CityZone(city, patience: waiting.patience)
            if let zone { try await zones.require(zone) }
            let former = try await zones.current()
            let schema = Schema(city, patience: waiting.patience)
            let applied = try await schema.create { DatabaseCommand.tell($0) }
            DatabaseCommand.tell(applied)
            try await settle(zones, former)
            let mending = try await schema.mend { DatabaseCommand.tell($0, again: true) }
            if !mending.files.isEmpty {
                Terminal.say(Message.dbAppliedAgain(["count": .number(mending.files.count)]))
            }
            let left = try await CatalogCheck(city).findings().count
            if left > 0 {
                Terminal.say(Message.dbFindingsLeft(["count": .number(left)]), hint: Message.dbFindingsLeftHint())
                throw Stop(.found)
            }
        }

        private func settle(_ zones: CityZone, _ former: String?) async throws {
            guard let zone, let change = try await zones.change(to: zone) else {
                guard zone == nil, former == nil else { return }
                return Terminal.say(
                    Message.dbZone(["zone": .text(try await zones.current() ?? CityZone.usual)]),
                    hint: Message.dbZoneHint(["zones": .text(CityZone.ofIndonesia)])
                )
            }
            if change.isGrave {
                for line in effects(of: change) { Terminal.say(line) }
                let question = Message.dbZoneAsk(["from": .text(change.from), "to": .text(change.to)])
                guard yes || Terminal.confirms(question) else {
                    throw Stop(.confirmationMissing)
                }
            }
            try await zones.apply(change) { DatabaseCommand.tell($0) }
            Terminal.say(Message.dbZone(["zone": .text(change.to)]))
        }

        private func effects(of change: CityZone.Change) -> [Wording] {
            let plans: [(count: Int, message: Message)] = [
                (change.cycles, .dbZoneCycles), (change.schedules, .dbZoneSchedules),
            ]
            var words = plans.filter { $0.count > 0 }
                .map { $0.message(["count": .number($0.count), "zone": .text(change.to)]) }
            if change.keeping > 0 { words.append(Message.dbZoneKeeping(["count": .number(change.keeping)])) }
            return words + [Message.dbZoneInstants()]
        }
    }

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Apply the pending migrations and files.",
            discussion: """
                Needs no superuser. It leaves whatever needs one (a role, a window, a function that acts above its caller) \
                to 'mutasi db init', and says so.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var waiting: WaitingOptions

        func run() async throws {
            let schema = Schema(try options.cityDatabase(observer: SchemaWarnings()), patience: waiting.patience)
            DatabaseCommand.tell(try await schema.migrate { DatabaseCommand.tell($0) })
        }
    }

    struct WaitingOptions: ParsableArguments {
        @Option(
            help: """
                How long to wait, in seconds, for locks of other sessions (120). After two seconds each time it lets \
                others pass, and tries again; then it ends with 75.
                """
        )
        var wait = 120

        func validate() throws {
            guard wait > 0 else { throw ValidationError("--wait is a number of seconds, at least 1.") }
        }

        var patience: LockPatience {
            LockPatience(each: min(.seconds(2), .seconds(wait) / 2), total: .seconds(wait))
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which files are applied. Exit status 2 when one is pending, changed or missing.",
            discussion: """
                Compares this program's files with the record of what was applied, and nothing else. 'mutasi db check' compares \
                the database itself with these files.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let status = try await Schema(try options.cityDatabase()).status()
            output.print(SchemaView.table(status))
            let open = status.count { $0.state != .applied }
            if open > 0 {
                Terminal.say(
                    Message.dbNotApplied(["open": .number(open), "count": .number(status.count)]),
                    hint: Message.dbNotAppliedHint()
                )
                throw Stop(.found)
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look for holes in the isolation of agencies, and for what differs from this program's schema.",
            discussion: """
                Reads the live catalog: rules that each table, policy, role and function must keep, then every object and every \
                row of reference data beside what this program carries. Exit status 2 when something is found.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let catalog = CatalogCheck(try options.cityDatabase())
            let findings = try await catalog.findings()
            if output.format != .table || !findings.isEmpty { output.print(SchemaView.table(findings)) }
            guard !findings.isEmpty else {
                Terminal.say(Message.dbChecked(["count": .number(CatalogCheck.names.count)]))
                return
            }
            for check in Set(findings.map(\.check)).sorted() {
                Terminal.say("\n" + SchemaView.explanation(of: check, by: catalog, in: ProgramLanguage.current))
            }
            throw Stop(.found)
        }
    }

    private static func tell(_ step: Schema.Step, again: Bool = false) {
        switch step {
        case .applied(let path):
            let message: Message = again ? .dbFileAppliedAgain : .dbFileApplied
            Terminal.say(message(["file": .text(path)]))
        case .dropped(let object): Terminal.say(Message.dbDropped(["object": "\(object)"]))
        case .mended(let role): Terminal.say(Message.dbMended(["role": "\(role)"]))
        case .waiting(let session): Terminal.say(Message.dbWaiting(["session": .wording(words(for: session))]))
        }
    }

    /// Nothing of what the session does: a statement may hold personal data.
    private static func words(for session: SessionAhead?) -> Wording {
        guard let session else { return Message.dbSessionHidden() }
        guard session.pid > 0 else { return Message.dbSessionPrepared() }
        let login = session.login.map { Message.dbLogin(["login": .text($0)]) } ?? Message.dbLoginServer()
        var facts: [String: TextArgument] = ["pid": "\(session.pid)", "login": .wording(login)]
        guard let since = session.since else { return Message.dbSession(facts) }
        // The city may not be there yet.
        facts["since"] = .text("\(since)")
        return Message.dbSessionSince(facts)
    }

    private static func tell(_ applied: [String]) {
        Terminal.say(applied.isEmpty ? Message.dbCurrent() : Message.dbApplied(["count": .number(applied.count)]))
    }
}
