/// A file of the server's configuration. All three are written whole at every start.
struct ConfigurationFile: Sendable, Equatable {
    let name: String
    let text: String

    private static let warning = "# Written at every start of the local server; changes are lost.\n"

    /// Sizes for a first try on a laptop; reachable through the socket only, whatever the settings say.
    static func settings(
        _ settings: [String: String],
        socketDirectory: String
    ) throws(LocalServerError) -> ConfigurationFile {
        var all = [
            "cluster_name": "mutasi local",
            "lc_messages": "C",
            "log_error_verbosity": "terse",  // DETAIL shows column values, which are people's
            "log_min_error_statement": "panic",  // a statement, too, when its values stand in it
            "log_line_prefix": "%m [%p] %q%u@%d ",
            "max_connections": "100",
            "max_wal_size": "2GB",
            "shared_buffers": "256MB",
        ]
        all.merge(settings) { _, theirs in theirs }
        all["listen_addresses"] = ""
        all["port"] = String(ServerHome.port)
        all["unix_socket_directories"] = "\"\(socketDirectory)\""
        all["unix_socket_permissions"] = "0700"

        var text = warning
        for (name, value) in all.sorted(by: { $0.key < $1.key }) {
            guard name.isPlain(and: "."), !value.contains(where: \.isNewline) else {
                throw LocalServerError(.settingRefused, ["setting": name.debugDescription])
            }
            let quoted = value.replacing("\\", with: "\\\\").replacing("'", with: "''")
            text += "\(name) = '\(quoted)'\n"
        }
        return ConfigurationFile(name: "postgresql.conf", text: text)
    }

    /// The roles that the server's user may be without a password; all others need theirs. No line admits TCP.
    static func access(roles: [String]) throws(LocalServerError) -> ConfigurationFile {
        let list = try roles.map(Self.quoted).joined(separator: ",")
        return ConfigurationFile(
            name: "pg_hba.conf",
            text: warning + "local all \(list) peer map=mutasi\nlocal all all scram-sha-256\n"
        )
    }

    /// Which operating-system users may be those roles.
    static func users(_ users: [String], roles: [String]) throws(LocalServerError) -> ConfigurationFile {
        var text = warning
        for user in users {
            for role in roles { text += "mutasi \(try quoted(user)) \(try quoted(role))\n" }
        }
        return ConfigurationFile(name: "pg_ident.conf", text: text)
    }

    /// Quotes keep words like `all` from being more than names.
    private static func quoted(_ name: String) throws(LocalServerError) -> String {
        guard name.isPlain(and: "-.@") else {
            throw LocalServerError(.loginRefused, ["login": name.debugDescription])
        }
        return "\"\(name)\""
    }
}

extension String {
    /// Whether it is made of ASCII letters, digits, `_` and the marks given.
    fileprivate func isPlain(and marks: String) -> Bool {
        !isEmpty
            && allSatisfy { $0 == "_" || marks.contains($0) || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
