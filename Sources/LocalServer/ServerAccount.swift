import Foundation

/// The operating-system user whose the server's files and processes are.
///
/// PostgreSQL refuses to run as root; root runs it as another user. Whatever is done inside the server's directory is
/// done as this user, so that a link placed there cannot turn root's hand against another file.
struct ServerAccount: Sendable {
    let name: String
    let userID: UInt32
    let groupID: UInt32

    /// The owner of the data; before there is any, oneself, or for root `postgres` or `nobody`.
    static func owner(of home: ServerHome) throws(LocalServerError) -> ServerAccount {
        let me = try current()
        let made = try? FileManager.default.attributesOfItem(atPath: home.data)[.ownerAccountID] as? NSNumber
        if let made, home.version != nil, made.uint32Value != me.userID {
            guard me.userID == 0, let owner = lookUp(made.stringValue) else {
                throw LocalServerError(.directoryOwned, ["directory": home.directory, "user": "\(made)"])
            }
            return owner
        }
        if me.userID != 0 { return me }
        guard let other = lookUp("postgres") ?? lookUp("nobody") else {
            throw LocalServerError(.accountMissing)
        }
        return other
    }

    static func current() throws(LocalServerError) -> ServerAccount {
        guard let account = lookUp(String(geteuid())) else {
            throw LocalServerError(.accountUnnamed, ["user": "\(geteuid())"])
        }
        return account
    }

    /// Runs a program as this account, outside any directory it may not see, and returns when it ended.
    func run(_ program: String, _ arguments: [String]) throws(LocalServerError) -> Command.Result {
        if geteuid() == userID { return try Command(program, arguments).run() }
        let identity = ["--reuid", String(userID), "--regid", String(groupID), "--clear-groups"]
        return try Command("/usr/bin/setpriv", identity + ["--", program] + arguments).run()
    }

    /// Fails, naming the first folder on the way that this account may not enter.
    func checkReach(of directory: String) throws(LocalServerError) {
        if try canEnter(directory) { return }
        var folder = ""
        for part in directory.split(separator: "/") {
            folder += "/" + part
            if try !canEnter(folder) { break }
        }
        throw LocalServerError(.directoryClosed, ["user": name, "directory": folder])
    }

    private func canEnter(_ directory: String) throws(LocalServerError) -> Bool {
        try run("/bin/sh", ["-c", #"cd -- "$1""#, "sh", directory]).succeeded
    }

    private static func lookUp(_ nameOrNumber: String) -> ServerAccount? {
        guard let answer = try? Command("/usr/bin/getent", ["passwd", nameOrNumber]).run(), answer.succeeded else {
            return nil
        }
        let fields = answer.output.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 7, let userID = UInt32(fields[2]), let groupID = UInt32(fields[3]) else { return nil }
        return ServerAccount(name: String(fields[0]), userID: userID, groupID: groupID)
    }
}
