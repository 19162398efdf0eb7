import Foundation

/// The directory of a local server and what lies in it: `data`, the socket, `server.log`.
struct ServerHome: Sendable {
    /// Only part of the socket's file name: every server has a directory of its own.
    static let port = 5432

    let directory: String

    init(_ directory: String) {
        self.directory = URL(filePath: directory).standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
    }

    var data: String { directory + "/data" }
    var log: String { directory + "/server.log" }
    var socket: String { directory + "/.s.PGSQL.\(Self.port)" }

    /// Half-made data directories; only a whole one is renamed to `data`.
    static let unfinishedPrefix = "data.new-"

    /// The major version of PostgreSQL that made the data; nil before the first start.
    var version: Int? {
        guard let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8) else { return nil }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Whether the directory is there and this user may not look into it.
    var isClosed: Bool { unsafe Glibc.access(directory, R_OK | X_OK) != 0 && errno == EACCES }

    /// Which roles need no password, as the last start wrote it.
    var access: String? { try? String(contentsOfFile: data + "/pg_hba.conf", encoding: .utf8) }

    /// Makes the directory, or takes an empty one, and gives it to the account.
    func create(for account: ServerAccount) throws(LocalServerError) {
        do {
            let files = FileManager.default
            try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
            if version == nil {
                try checkNothingForeign(in: files.contentsOfDirectory(atPath: directory))
                if geteuid() == 0 {
                    let owner: [FileAttributeKey: Any] = [
                        .ownerAccountID: account.userID, .groupOwnerAccountID: account.groupID,
                    ]
                    try files.setAttributes(owner, ofItemAtPath: directory)
                }
                try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
            }
        } catch let error as LocalServerError {
            throw error
        } catch {
            throw LocalServerError(.directoryRefused, ["directory": directory, "reason": error.localizedDescription])
        }
        try account.checkReach(of: directory)
    }

    /// Runs the closure while no other process or thread starts or stops this server.
    func whileLocked<Result>(
        _ body: () throws(LocalServerError) -> Result
    ) throws(LocalServerError) -> Result {
        let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotLock() }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw cannotLock() }
        }
        return try body()
    }

    private func cannotLock() -> LocalServerError {
        LocalServerError(.directoryUnlocked, ["directory": directory, "number": "\(errno)"])
    }

    /// Refuses a path that PostgreSQL cannot work with, before anything is made there.
    func checkPath() throws(LocalServerError) {
        // `sockaddr_un` holds 108 bytes with the closing zero.
        if socket.utf8.count > 107 {
            throw LocalServerError(.pathLong, ["directory": directory, "bytes": "\(socket.utf8.count)", "most": "107"])
        }
        // libpq ends a host at a comma; `pg_ctl` puts paths between double quotes of a shell.
        if directory.unicodeScalars.contains(where: { $0.value < 0x20 || ",\"\\$`".unicodeScalars.contains($0) }) {
            throw LocalServerError(.pathCharacters, ["directory": directory.debugDescription])
        }
    }

    private func checkNothingForeign(in names: [String]) throws(LocalServerError) {
        let foreign = names.filter { !$0.hasPrefix(Self.unfinishedPrefix) }
        // Asked again: another start may have finished the data since the names were read.
        if !foreign.isEmpty, version == nil {
            throw LocalServerError(.directoryForeign, ["directory": directory])
        }
    }
}

extension String {
    fileprivate var withoutTrailingSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
