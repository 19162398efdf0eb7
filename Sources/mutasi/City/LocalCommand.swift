import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import LocalServer
import Programs
import Texts

struct LocalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local",
        abstract: "Run a private PostgreSQL for a first try.",
        discussion: """
            It lives in a directory of its own (MUTASI_LOCAL_DIRECTORY, else ~/.local/share/mutasi/local, for root \
            /var/lib/mutasi/local) and listens on a Unix socket only.
            """,
        subcommands: [Start.self, StopServer.self, Status.self]
    )

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Start the server, create it first when there is none, and print its connection URI."
        )

        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            let server = try options.localServer()
            switch try server.start() {
            case .started(let pid):
                Terminal.say(Message.localStarted(["pid": "\(pid)", "path": .text(server.directory)]))
            case .alreadyRunning(let pid):
                Terminal.say(Message.localRunning(["pid": "\(pid)", "path": .text(server.directory)]))
            }
            try server.createDatabase(DatabaseOptions.localDatabase)
            Terminal.print(server.uri(database: DatabaseOptions.localDatabase))
        }
    }

    struct StopServer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop",
            abstract: "Stop the server; its data stays."
        )

        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            let stopped = try options.localServer().stop()
            Terminal.say(stopped ? Message.localStopped() : Message.localNotRunning())
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show whether the server runs. Exit status 2 when it does not."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let server = try options.localServer()
            let (state, process): (String, Int?) =
                switch server.status {
                case .absent: ("absent", nil)
                case .closed: ("closed", nil)
                case .stopped: ("stopped", nil)
                case .running(let pid): ("running", Int(pid))
                }
            let uri = server.uri(database: DatabaseOptions.localDatabase)
            output.print(
                LocalServerView.table(state: state, process: process, directory: server.directory, uri: uri)
            )
            if state != "running" { throw Stop(.found) }
        }
    }
}
