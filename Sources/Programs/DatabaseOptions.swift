public import ArgumentParser
import Characters
public import CityDatabase
public import CityWork
import Foundation
public import LocalServer
public import Postgres
import Texts

/// The city, and the database that holds it.
public struct DatabaseOptions: ParsableArguments {
    @Option(help: "The database: a connection URI or string of libpq.")
    public var database: String?

    @Option(help: "The city: its schema, and the stem of its roles' names. Also MUTASI_CITY.")
    public var city: String = ProcessInfo.processInfo.environment["MUTASI_CITY"] ?? "medan"

    /// The database that the private server of `mutasi local` keeps.
    public static let localDatabase = "mutasi"

    public init() {}

    public func validate() throws {
        guard City(city) != nil else {
            throw ValidationError("'\(city)' is not a valid city name: use \(City.rule).")
        }
    }

    public func namedCity() throws -> City {
        guard let city = City(city) else { throw Stop(.cityName, ["city": .text(city)]) }
        return city
    }

    /// The login with which a program connects to the private server; elsewhere the connection settings name it.
    public enum Login: Sendable {
        case admin, daemon, superuser

        func name(in city: City) -> String {
            switch self {
            case .admin: "\(city)_admin"
            case .daemon: "\(city)_daemon"
            case .superuser: LocalServer.superuser
            }
        }
    }

    /// The private server of `mutasi local`.
    public func localServer() throws -> LocalServer {
        let city = try namedCity()
        return LocalServer(
            directory: LocalServer.defaultDirectory(environment: ProcessInfo.processInfo.environment),
            programLogins: [Login.admin, .daemon].map { $0.name(in: city) }
        )
    }

    /// Opens nothing yet. It takes `--database`, else MUTASI_DATABASE, else libpq's own settings if there are any, else
    /// the private server if it runs.
    ///
    /// - Throws: `Stop` where there is only a private server that is stopped, or is open for another city.
    public func connection(
        as login: Login = .admin,
        limits: PoolLimits = PoolLimits(),
        observer: (any DatabaseObserver)? = nil
    ) throws -> Database {
        let options = ConnectionOptions(
            uri: try uri(as: login),
            applicationName: ProcessInfo.processInfo.processName
        )
        return Database(options, limits: limits, observer: observer)
    }

    public func cityDatabase(observer: (any DatabaseObserver)? = nil) throws -> CityDatabase {
        CityDatabase(try namedCity(), try connection(observer: observer), actor: try Self.actor)
    }

    public func cycleRuns() throws -> CycleRuns {
        CycleRuns(try namedCity(), try connection(), actor: try Self.actor)
    }

    public func cityWorker() throws -> CityWorker {
        CityWorker(try namedCity(), try connection())
    }

    public func cityJobs() throws -> CityJobs {
        CityJobs(try namedCity(), try connection(), actor: try Self.actor)
    }

    /// The person who works, for the audit trail: MUTASI_ACTOR, else the name of the system's user.
    private static var actor: String {
        get throws {
            let given = ProcessInfo.processInfo.environment["MUTASI_ACTOR"]?.trimmingCharacters(in: .whitespaces) ?? ""
            let text = OutsideText(given.isEmpty ? ProcessInfo.processInfo.userName : given)
            guard let control = text.text.firstControl else { return text.text }
            throw Stop(.actorControl, ["character": "\(control)"])
        }
    }

    private func uri(as login: Login) throws -> String {
        let environment = ProcessInfo.processInfo.environment
        if let uri = database ?? environment["MUTASI_DATABASE"] { return uri }
        let isChosen = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE", "PGUSER"]
            .contains { environment[$0] != nil }
        let server = try localServer()
        guard !isChosen else { return "" }
        switch server.status {
        case .absent, .closed: return ""
        case .stopped: throw Stop(.localStopped, ["directory": .text(server.directory)])
        case .running:
            let user = login.name(in: try namedCity())
            guard server.admits(user) != false else {
                throw Stop(.localOtherCity, ["directory": .text(server.directory), "city": .text(city)])
            }
            return server.uri(database: Self.localDatabase, user: user)
        }
    }
}
