/// Where and how to connect. Everything libpq knows may stand in `uri` (or `key=value` words), in a service file, in
/// `.pgpass` and in `PG*` variables. TLS and passwords are libpq's; what looks like a piece of a password in another place
/// is refused.
///
/// ```swift
/// let options = ConnectionOptions(
///     uri: "postgresql://medan_admin@db.example/city?sslmode=verify-full&sslrootcert=/etc/city/ca.pem",
///     applicationName: "mutasi"
/// )
/// print(options.connectTimeout)
/// ```
public struct ConnectionOptions: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// A connection URI or string of libpq (manual, section 34.1.1); empty means libpq's own defaults.
    public var uri: String
    /// Shown in `pg_stat_activity`, unless the string or `PGAPPNAME` says otherwise.
    public var applicationName: String
    /// For the whole of connecting, TLS and password included, over all hosts of the string; libpq's own
    /// `connect_timeout` has no effect. Only looking up a host's name is not bounded by it.
    public var connectTimeout: Duration
    /// How statements are sent.
    public var statementMode: StatementMode
    /// How long the client waits beyond a statement's timeout before it asks the server to cancel, and then once more
    /// before it gives the connection up.
    public var grace: Duration
    /// In which zone the server renders and reads instants as text, as a name of the IANA database. What the server, the
    /// database or the role is set to has no effect, nor has it on the form of dates, intervals, floats and bytes as text.
    public var timeZone: String
    /// From how long on an idle connection may have been dropped by something in between, without a word.
    var staleAfter = Duration.seconds(10)

    /// How statements are sent.
    public enum StatementMode: Sendable, Hashable {
        /// Prepared on the server from the third use on, those of a batch of one text from the first; at most 128 of
        /// them on a connection.
        case prepared
        /// Never named, as PgBouncer needs it in transaction mode.
        case unnamed
    }

    /// - Parameters:
    ///   - uri: a connection URI or string of libpq; empty means libpq's own defaults.
    ///   - applicationName: shown in `pg_stat_activity`.
    ///   - connectTimeout: for the whole of connecting.
    ///   - statementMode: `.unnamed` behind a pooler in transaction mode.
    ///   - grace: how long the client waits beyond a statement's timeout.
    ///   - timeZone: of instants that the server renders as text.
    public init(
        uri: String,
        applicationName: String = "mutasi",
        connectTimeout: Duration = .seconds(10),
        statementMode: StatementMode = .prepared,
        grace: Duration = .seconds(5),
        timeZone: String = "UTC"
    ) {
        self.uri = uri
        self.applicationName = applicationName
        self.connectTimeout = connectTimeout
        self.statementMode = statementMode
        self.grace = grace
        self.timeZone = timeZone
    }

    /// With the local names only: a connection string may hold a password.
    public var description: String { "ConnectionOptions(\(applicationName), \(statementMode))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["applicationName": applicationName]) }

    var keywords: [(String, String)] {
        [("dbname", uri), ("client_encoding", "UTF8"), ("fallback_application_name", applicationName)]
            .filter { !$0.1.isEmpty }
    }
}
