import Foundation

/// The operating-system user that a test's servers run as: this user, or for root `postgres` or `nobody`, because
/// neither PostgreSQL nor PgBouncer runs as root.
struct UnprivilegedAccount: Sendable {
    let userID: uid_t
    let groupID: gid_t

    static let shared: UnprivilegedAccount? =
        geteuid() == 0
        ? lookUp("postgres") ?? lookUp("nobody")
        : UnprivilegedAccount(userID: geteuid(), groupID: getegid())

    static func required() throws(StageError) -> UnprivilegedAccount {
        guard let account = shared else {
            throw StageError(
                "root cannot run PostgreSQL, and there is no user postgres or nobody to run it",
                hint: "add one: useradd --system postgres"
            )
        }
        return account
    }

    /// The words that run a program as this user.
    func command(_ program: String, _ arguments: [String]) -> [String] {
        if geteuid() == userID { return [program] + arguments }
        return ["/usr/bin/setpriv", "--reuid", "\(userID)", "--regid", "\(groupID)", "--clear-groups", "--", program]
            + arguments
    }

    private static func lookUp(_ name: String) -> UnprivilegedAccount? {
        guard let entry = unsafe getpwnam(name) else { return nil }
        return unsafe UnprivilegedAccount(userID: entry.pointee.pw_uid, groupID: entry.pointee.pw_gid)
    }
}
