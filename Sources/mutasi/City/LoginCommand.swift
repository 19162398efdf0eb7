import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

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
                The role's name is CITY_agency_NUMBER_LABEL. Adding a login that exists changes nothing and shows no \
                password. With --certificate there is no password: the server accepts the client certificate with that \
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
                Terminal.say(
                    Message.loginExists(["role": "\(credentials.role)"]),
                    hint: certificate == nil ? Message.loginExistsHint() : nil
                )
            case _ where dryRun: Terminal.say(Message.loginWouldBeAdded(["role": "\(credentials.role)"]))
            default: LoginCommand.show(credentials, .loginAdded)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the logins of one agency, or of all.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Flag(help: "Print the lines of pg_ident.conf for the logins with certificates (map=mutasi).") var ident = false

        func run() async throws {
            let city = try options.cityDatabase()
            let logins = try await AgencyLogins(city).list(in: try await scope.reach(in: city))
            if ident {
                for login in logins where login.state == .active {
                    guard let name = login.certificateName else { continue }
                    Terminal.print("mutasi \"\(name)\" \(login.role)")
                }
                return
            }
            output.print(LoginView.table(logins))
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
                Terminal.say(Message.loginWouldRotate(["role": "\(credentials.role)"]))
            } else {
                LoginCommand.show(credentials, .loginRotated)
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
            let facts: [String: TextArgument] = ["agency": "\(agency)", "label": .text(label)]
            switch outcome {
            case .unchanged: Terminal.say(Message.loginUnknown(facts))
            case _ where dryRun: Terminal.say(Message.loginWouldBeRevoked(facts))
            default: Terminal.say(Message.loginRevoked(facts))
            }
        }
    }

    /// The password alone goes to standard output.
    private static func show(_ credentials: AgencyLogins.Credentials, _ done: Message) {
        Terminal.say(done(["role": "\(credentials.role)"]))
        guard let password = credentials.password else { return }
        Terminal.say(Message.loginPassword())
        Terminal.print(password)
    }
}
