import ArgumentParser
import Characters
import CityDatabase
import CityViews
import Postgres
import Programs
import Reports

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "The city's schema: make it, bring it up to date, check it.",
        subcommands: [Initialise.self, Migrate.self, Status.self, Check.self]
    )

    struct Initialise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Create the city's roles and schema, migrate, and mend what differs. Needs a superuser.",
            discussion: """
                A city has a database of its own. Run it again after a restore and on a server of another major version: it \
                brings the roles of agencies and their logins in accord with the city's rows, and names those it mended. \
                Otherwise it changes nothing but the time zone, if another is given, unless functions, triggers, policies, grants or reference data are not as this \
                program makes them: then it applies their files again. Exit status 2 when 'mutasi db check' still finds something.
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
                Terminal.say(
                    "the database was not as this program makes it: "
                        + "\(mending.files.count.counted("file", "files")) applied again"
                )
            }
            let left = try await CatalogCheck(city).findings().count
            if left > 0 {
                Terminal.say(
                    left.counted("finding is left", "findings are left"),
                    hint: "'mutasi db check' names them, and says how to mend each"
                )
                throw Stop(.found)
            }
        }

        private func settle(_ zones: CityZone, _ former: String?) async throws {
            guard let zone, let change = try await zones.change(to: zone) else {
                guard zone == nil, former == nil else { return }
                return Terminal.say(
                    "the city's time zone is \(try await zones.current() ?? CityZone.usual)",
                    hint: "'mutasi db init --zone' sets another: \(CityZone.ofIndonesia)"
                )
            }
            if change.isGrave {
                for line in effects(of: change) { Terminal.say(line) }
                guard yes || Terminal.confirms("Move the city from \(change.from) to \(change.to)?") else {
                    throw Stop(.usage, "the time zone is still \(change.from); --yes changes it without a question")
                }
            }
            try await zones.apply(change) { DatabaseCommand.tell($0) }
            Terminal.say("the city's time zone is \(change.to)")
        }

        private func effects(of change: CityZone.Change) -> [String] {
            let plans = [
                (
                    change.cycles,
                    "\(change.cycles.counted("cycle keeps", "cycles keep")) the days of the phases, which begin at midnight "
                        + "of \(change.to)"
                ),
                (
                    change.schedules,
                    "\(change.schedules.counted("schedule keeps", "schedules keep")) the days and hours, in \(change.to)"
                ),
                (
                    change.keeping,
                    "\(change.keeping.counted("schedule was", "schedules were")) made with another zone, and "
                        + "nothing changes there"
                ),
            ]
            return plans.filter { $0.0 > 0 }.map { $0.1 }
                + ["what has happened keeps its instant; near midnight that may be another day now"]
        }
    }

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Apply what is pending.",
            discussion: """
                Needs no superuser. What does (a role, a window, a function that acts above its caller) it leaves to \
                'mutasi db init', and says so.
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
                How long to wait, in seconds, for what other sessions hold (120). After two seconds each time it lets \
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
            abstract: "Which files are applied. Exit status 2 when one is pending, changed or missing.",
            discussion: """
                Compares this program's files with the record of what was applied, and nothing else. Whether the database
                still is as these files made it: 'mutasi db check'.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let status = try await Schema(try options.cityDatabase()).status()
            let columns = [
                Table.Column(key: "file", title: "File"), Table.Column(key: "state", title: "State"),
                Table.Column(key: "sha256", title: "SHA-256"),
            ]
            let rows: [[Table.Cell]] = status.map { [.text($0.path), .text($0.state.rawValue), .text($0.sha256)] }
            output.print(Table(columns: columns, rows: rows))
            let open = status.count { $0.state != .applied }
            if open > 0 {
                Terminal.say(
                    "not applied as they are: \(open) of \(status.count.counted("file", "files"))",
                    hint: "mutasi db migrate"
                )
                throw Stop(.found)
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look for holes in the isolation of agencies, and for what differs from this program's schema.",
            discussion: """
                Reads the live catalog: rules that each table, policy, role and function must keep, then every object and every
                row of reference data beside what this program carries. Exit status 2 when something is found.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let catalog = CatalogCheck(try options.cityDatabase())
            let findings = try await catalog.findings()
            let columns = [
                Table.Column(key: "check", title: "Check"), Table.Column(key: "object", title: "Object"),
                Table.Column(key: "problem", title: "Problem"),
            ]
            let rows: [[Table.Cell]] = findings.map { [.text($0.check), .text($0.object), .text($0.problem)] }
            if output.format != .table || !findings.isEmpty {
                output.print(Table(columns: columns, rows: rows))
            }
            guard !findings.isEmpty else {
                Terminal.say("\(CatalogCheck.names.count) checks, nothing found")
                return
            }
            for check in Set(findings.map(\.check)).sorted() {
                Terminal.say("\n\(check)\n\(catalog.explanation(of: check))")
            }
            throw Stop(.found)
        }
    }

    private static func tell(_ step: Schema.Step, again: Bool = false) {
        switch step {
        case .applied(let path): Terminal.say("applied \(path)\(again ? " again" : "")")
        case .dropped(let object): Terminal.say("dropped the \(object), which an older version made")
        case .mended(let role): Terminal.say("mended the role \(role)")
        case .waiting(let session): Terminal.say("waiting for \(words(for: session))")
        }
    }

    /// Nothing of what the session does: a statement may hold personal data.
    private static func words(for session: SessionAhead?) -> String {
        guard let session else {
            return "sessions that this login may not see; a superuser sees them in pg_stat_activity"
        }
        guard session.pid > 0 else { return "a prepared transaction" }
        let login = session.login.map { "login \($0)" } ?? "of the server's own"
        // The city may not be there yet.
        let since = session.since.map { ", in a transaction since \($0)" }
        return "process \(session.pid), \(login)\(since ?? "")"
    }

    private static func tell(_ applied: [String]) {
        Terminal.say(applied.isEmpty ? "the schema is up to date" : "\(applied.count.counted("file", "files")) applied")
    }
}
