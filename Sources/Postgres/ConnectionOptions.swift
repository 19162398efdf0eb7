/// Where and how to connect. Everything libpq knows may stand in `uri` (or `key=value` words), in a service file, in
/// `.pgpass` and in `PG*` variables; nothing is parsed here.
public struct ConnectionOptions: Sendable, Hashable {
    /// A connection URI or string of libpq; empty means libpq's own defaults.
    public var uri: String
    /// Shown in `pg_stat_activity`.
    public var applicationName: String
    public var connectTimeout: Duration
    public var statementMode: StatementMode

    /// How statements are sent.
    public enum StatementMode: Sendable, Hashable {
        /// Prepared on the server from the third use on.
        case prepared
        /// Never named, as PgBouncer needs it in transaction mode.
        case unnamed
    }

    public init(
        uri: String,
        applicationName: String = "mutasi",
        connectTimeout: Duration = .seconds(10),
        statementMode: StatementMode = .prepared
    ) {
        self.uri = uri
        self.applicationName = applicationName
        self.connectTimeout = connectTimeout
        self.statementMode = statementMode
    }

    var keywords: [(String, String)] {
        [("dbname", uri), ("client_encoding", "UTF8"), ("fallback_application_name", applicationName)]
            .filter { !$0.1.isEmpty }
    }
}
