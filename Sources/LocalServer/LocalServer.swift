import Foundation

/// A private PostgreSQL server in a directory of its own: for a first try, and for tests.
///
/// It listens on a Unix socket only. The operating-system user that starts it connects as ``superuser``, and as any of
/// the program logins, without a password; every other role needs one.
///
/// Calls block: starting takes about two seconds the first time and 0.2 s afterwards.
///
///     let server = LocalServer(directory: LocalServer.defaultDirectory(environment: environment))
///     try server.start()
///     connect(server.uri())
public struct LocalServer: Sendable {
    /// The role that owns the server. It has no password, so nobody can guess one.
    public static let superuser = "mutasi_super"

    let home: ServerHome
    let programLogins: [String]
    let settings: [String: String]
    var environment = ProcessInfo.processInfo.environment

    /// - Parameters:
    ///   - directory: holds the data, the socket and the log; made at the first start.
    ///   - programLogins: roles which, like the superuser, the user who starts the server may be without a password.
    ///   - settings: server settings (`fsync`, `shared_buffers`, …) that replace this type's own.
    public init(directory: String, programLogins: [String] = [], settings: [String: String] = [:]) {
        self.home = ServerHome(directory)
        self.programLogins = programLogins
        self.settings = settings
    }

    /// `MUTASI_LOCAL_DIRECTORY`; else for root `/var/lib/mutasi/local`, for others `mutasi/local` in their data folder
    /// (XDG Base Directory Specification).
    public static func defaultDirectory(environment: [String: String]) -> String {
        if let chosen = environment["MUTASI_LOCAL_DIRECTORY"], !chosen.isEmpty { return chosen }
        if geteuid() == 0 { return "/var/lib/mutasi/local" }
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/mutasi/local" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/mutasi/local"
    }

    public var directory: String { home.directory }

    /// Where the server writes what it does.
    public var log: String { home.log }

    /// `running` from the moment the server process exists, whether or not it takes connections yet.
    public var status: Status {
        if let pid = home.postmaster { return .running(pid: pid) }
        if home.version != nil { return .stopped }
        return home.isClosed ? .closed : .absent
    }

    /// Whether the user who started it may be a role without a password; nil where its files may not be read.
    public func admits(_ role: String) -> Bool? { home.access?.contains("\"\(role)\"") }

    /// A libpq connection string; it works in any environment, whatever `PGHOST` or `PGPORT` say there.
    public func uri(database: String = "postgres", user: String = LocalServer.superuser) -> String {
        let (host, database, user) = (directory.percentEncoded, database.percentEncoded, user.percentEncoded)
        return "postgresql:///\(database)?host=\(host)&port=\(ServerHome.port)&user=\(user)"
    }

    /// Returns when the server takes connections. Any number of processes may call this at once; one of them starts it.
    ///
    /// The server outlives the calling program and is not reached by its Ctrl-C.
    @discardableResult
    public func start() throws(LocalServerError) -> Started {
        try home.checkPath()
        let account = try ServerAccount.owner(of: home)
        let files = try configuration(for: account)
        try home.create(for: account)
        return try home.whileLocked { () throws(LocalServerError) in
            let programs = try ServerPrograms(environment: environment, account: account, version: home.version)
            let engine = ServerEngine(home: home, account: account, programs: programs)
            if let pid = home.postmaster {
                if try engine.write(files) { try engine.reload() }
                try home.waitUntilReady(pid)
                return .alreadyRunning(pid: pid)
            }
            if home.version == nil { try engine.initialise(syncing: settings["fsync"] != "off") }
            _ = try engine.write(files)
            return .started(pid: try engine.start())
        }
    }

    /// Makes a database of the running server, unless it is there.
    public func createDatabase(_ name: String) throws(LocalServerError) {
        let account = try ServerAccount.owner(of: home)
        try home.whileLocked { () throws(LocalServerError) in
            let programs = try ServerPrograms(environment: environment, account: account, version: home.version)
            try ServerEngine(home: home, account: account, programs: programs).createDatabase(name)
        }
    }

    /// Ends all sessions, writes everything to disk and returns when the server is gone.
    ///
    /// - Returns: `false` if it was not running.
    @discardableResult
    public func stop() throws(LocalServerError) -> Bool {
        guard home.postmaster != nil else { return false }
        let account = try ServerAccount.owner(of: home)
        return try home.whileLocked { () throws(LocalServerError) in
            guard home.postmaster != nil else { return false }
            let programs = try ServerPrograms(environment: environment, account: account, version: home.version)
            try ServerEngine(home: home, account: account, programs: programs).stop()
            return true
        }
    }

    private func configuration(for account: ServerAccount) throws(LocalServerError) -> [ConfigurationFile] {
        let users = Set([account.name, try ServerAccount.current().name]).sorted()
        let roles = [Self.superuser] + programLogins
        return [
            try .settings(settings, socketDirectory: directory),
            try .access(roles: roles),
            try .users(users, roles: roles),
        ]
    }
}

extension LocalServer {
    public enum Status: Sendable, Equatable {
        /// Never started in this directory.
        case absent
        /// The directory is another user's, who may have a server there.
        case closed
        case stopped
        case running(pid: Int32)
    }

    public enum Started: Sendable, Equatable {
        case started(pid: Int32)
        case alreadyRunning(pid: Int32)

        public var pid: Int32 {
            switch self {
            case .started(let pid), .alreadyRunning(let pid): pid
            }
        }
    }
}

extension String {
    /// RFC 3986: everything but unreserved characters is escaped.
    fileprivate var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
