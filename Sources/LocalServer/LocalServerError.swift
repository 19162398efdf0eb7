/// What kept a local server from starting or stopping, and what to do next.
public struct LocalServerError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// PostgreSQL's server programs are not installed, too old, or not of the version that made the directory.
        case programsMissing
        /// No operating-system user can run the server.
        case accountMissing
        /// The directory is not the server's, out of its reach, or its path too long for a socket.
        case unusableDirectory
        /// A login or setting that does not fit into the server's configuration.
        case invalidConfiguration
        /// `initdb` did not make a database; nothing of it is left.
        case initialisationFailed
        case startFailed
        case stopFailed
    }

    public let kind: Kind
    public let message: String
    public let hint: String
    /// The last lines that the failing program or the server wrote; may be empty.
    public let output: String

    init(_ kind: Kind, _ message: String, hint: String, output: String = "") {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.output = output
    }

    public var description: String {
        ([message, "hint: " + hint] + output.split(separator: "\n").map { "    " + $0 }).joined(separator: "\n")
    }
}
