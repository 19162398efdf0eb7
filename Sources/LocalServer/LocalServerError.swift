/// What kept a local server from starting or stopping: a code, and the values that its text says.
///
/// The programs word it, and know what to do next (`errors.csv` and `advice.csv` of Texts).
public struct LocalServerError: Error, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// No operating-system user can run the server.
        case accountMissing = "local.account_missing"
        case accountUnnamed = "local.account_unnamed"
        case databaseRefused = "local.database_refused"
        /// The server's user may not enter a folder on the way.
        case directoryClosed = "local.directory_closed"
        case directoryForeign = "local.directory_foreign"
        case directoryOwned = "local.directory_owned"
        case directoryRefused = "local.directory_refused"
        case directoryUnlocked = "local.directory_unlocked"
        case fileRefused = "local.file_refused"
        /// `initdb` did not make a database; nothing of it is left.
        case initialisationFailed = "local.initialisation_failed"
        case loginRefused = "local.login_refused"
        case pathCharacters = "local.path_characters"
        /// Too long for a socket.
        case pathLong = "local.path_long"
        case processesLeft = "local.processes_left"
        case programRefused = "local.program_refused"
        /// PostgreSQL's server programs are not installed, or too old.
        case programsMissing = "local.programs_missing"
        /// They are not of the version that made the directory.
        case programsOther = "local.programs_other"
        /// The same two where the environment names their folder.
        case folderEmpty = "local.folder_empty"
        case folderOther = "local.folder_other"
        case reloadFailed = "local.reload_failed"
        case settingRefused = "local.setting_refused"
        case startFailed = "local.start_failed"
        case stopFailed = "local.stop_failed"
        case unready = "local.unready"
    }

    public let code: Code
    /// By the names of the places in the code's text.
    public let arguments: [String: String]
    /// The last lines that the failing program or the server wrote; may be empty.
    public let output: String

    init(_ code: Code, _ arguments: [String: String] = [:], output: String = "") {
        self.code = code
        self.arguments = arguments
        self.output = output
    }

    /// For developers: the code, its values by name, and the output.
    public var description: String {
        let values = arguments.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return ([code.rawValue + values] + output.split(separator: "\n").map { "    " + $0 }).joined(separator: "\n")
    }
}
