import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Reports

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Manage the logins by which agencies reach their own rows directly.",
        subcommands: [Add.self, List.self, Rotate.self, Revoke.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a login of an agency, and print its password once.",
            discussion: """
                The role's name is CITY_agency_NUMBER_LABEL. Adding a login that exists changes nothing and shows no
                password. With --certificate there is no password: the server accepts the client certificate with that
                common name, by the line of pg_ident.conf that 'mutasi login list --ident' prints.

                Examples:
                  mutasi login add siasn --agency dinkes --valid-through 2027-12-31
                  mutasi login add bridge --agency dinkes --certificate bridge.dinkes.example
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The login's label: 1 to 12 lower-case letters and digits, a letter first.") var label: String
        @Option(help: "The agency's code.") var agency: AgencyCode
        @Option(help: "The common name of a client certificate, instead of a password.") var certificate: TypedText?
        @Option(help: "The last day on which the password is valid.") var validThrough: CivilDate?
        @Option(help: "How many connections at once, from 1 to 100.") var connections = 5
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func validate() throws {
            guard certificate == nil || validThrough == nil else {
                throw ValidationError("A certificate has a validity of its own: leave --valid-through out.")
            }
        }

        func run() async throws {
            let credentials = try await AgencyLogins(try options.cityDatabase())
                .add(
                    label,
                    to: agency,
                    try certificate.map { .certificate(name: try $0.read("--certificate")) } ?? .password,
                    validThrough: validThrough,
                    connectionLimit: connections,
                    dryRun: dryRun
                )
            switch credentials.outcome {
            case .unchanged:
                let hint = certificate == nil ? "'mutasi login rotate' gives it another password" : nil
                Terminal.say("\(credentials.role) is there already; nothing was changed", hint: hint)
            case _ where dryRun: Terminal.say("\(credentials.role) would be added")
            default: LoginCommand.show(credentials, "added")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the logins of one agency, or of all.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "The agency's code; without it, all agencies.") var agency: AgencyCode?
        @Flag(help: "Print the lines of pg_ident.conf for the logins with certificates (map=mutasi).") var ident = false

        func run() async throws {
            let logins = try await AgencyLogins(try options.cityDatabase()).list(agency)
            if ident {
                for login in logins where login.state == .active {
                    guard let name = login.certificateName else { continue }
                    Terminal.print("mutasi \"\(name)\" \(login.role)")
                }
                return
            }
            let columns = [
                Table.Column(key: "agency", title: "Agency"), Table.Column(key: "label", title: "Label"),
                Table.Column(key: "role", title: "Role"), Table.Column(key: "proof", title: "Proof"),
                Table.Column(key: "valid_through", title: "Valid through"),
                Table.Column(key: "connections", title: "Connections", alignment: .trailing),
                Table.Column(key: "state", title: "State"),
            ]
            let rows: [[Table.Cell]] = logins.map {
                [
                    .text($0.agency.description), .text($0.label), .text($0.role),
                    .text($0.certificateName.map { "certificate \($0)" } ?? "password"),
                    $0.validThrough.map { .text($0.description) } ?? .missing, .integer($0.connectionLimit),
                    .text($0.state.rawValue),
                ]
            }
            output.print(Table(columns: columns, rows: rows))
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a login a new password, print it once, and end its sessions.",
            discussion: """
                The login also gets back the settings that it was made with. It is locked until the new password is set; if \
                the command is interrupted, run it again.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The login's label.") var label: String
        @Option(help: "The agency's code.") var agency: AgencyCode
        @Option(help: "The last day on which the new password is valid; without it, as before.") var validThrough:
            CivilDate?
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let credentials = try await AgencyLogins(try options.cityDatabase())
                .rotate(label, of: agency, validThrough: validThrough, dryRun: dryRun)
            if dryRun {
                Terminal.say("\(credentials.role) would have another password")
            } else {
                LoginCommand.show(credentials, "has another password")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revoke a login, and end its sessions.")

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The login's label.") var label: String
        @Option(help: "The agency's code.") var agency: AgencyCode
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let outcome = try await AgencyLogins(try options.cityDatabase()).revoke(label, of: agency, dryRun: dryRun)
            switch outcome {
            case .unchanged: Terminal.say("agency \(agency) has no login \(label); nothing was changed")
            case _ where dryRun: Terminal.say("login \(label) of \(agency) would be revoked")
            default: Terminal.say("login \(label) of \(agency) is revoked")
            }
        }
    }

    /// The password alone goes to standard output.
    private static func show(_ credentials: AgencyLogins.Credentials, _ done: String) {
        Terminal.say("\(credentials.role) \(done)")
        guard let password = credentials.password else { return }
        Terminal.say("its password, which is shown this once and kept nowhere:")
        Terminal.print(password)
    }
}
