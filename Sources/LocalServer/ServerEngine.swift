import Foundation

/// PostgreSQL's programs at work in one directory, under its lock.
struct ServerEngine {
    let home: ServerHome
    let account: ServerAccount
    let programs: ServerPrograms

    /// Makes the data directory: under another name first, so that a half-made one never stands in the way.
    func initialise(syncing: Bool) throws(LocalServerError) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.directory)) ?? []
        for name in names where name.hasPrefix(ServerHome.unfinishedPrefix) {
            _ = try account.run("/bin/rm", ["-rf", "--", home.directory + "/" + name])
        }
        let unfinished = "\(home.directory)/\(ServerHome.unfinishedPrefix)\(UInt64.random(in: .min ... .max))"
        // Nobody needs the superuser's password, and nobody knows it: the role must only not be without one.
        let script = #"head -c 48 /dev/urandom | base64 -w 0 | "$@" --pwfile=/dev/stdin"#
        let arguments = [
            "-c", script, "sh", programs.initdb, "--pgdata", unfinished, "--username", LocalServer.superuser,
            "--auth-local", "peer", "--auth-host",
            "reject", "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums",
        ]
        var result = try account.run("/bin/sh", arguments + (syncing ? [] : ["--no-sync"]))
        if result.succeeded {
            result = try account.run("/bin/mv", ["--no-target-directory", "--", unfinished, home.data])
        }
        guard result.succeeded, home.version != nil else {
            _ = try account.run("/bin/rm", ["-rf", "--", unfinished])
            throw LocalServerError(
                .initialisationFailed,
                ["directory": home.directory],
                output: result.output.lastLines
            )
        }
    }

    /// Writes the files whose text is not what it should be.
    ///
    /// - Returns: whether there were any.
    func write(_ files: [ConfigurationFile]) throws(LocalServerError) -> Bool {
        var changed = false
        for file in files {
            let path = home.data + "/" + file.name
            if let text = try? String(contentsOfFile: path, encoding: .utf8), text == file.text { continue }
            let script = #"umask 077 && printf %s "$2" >"$1.new" && mv -f -- "$1.new" "$1""#
            let result = try account.run("/bin/sh", ["-c", script, "sh", path, file.text])
            guard result.succeeded else {
                throw LocalServerError(
                    .fileRefused,
                    ["path": path, "user": account.name],
                    output: result.output.lastLines
                )
            }
            changed = true
        }
        return changed
    }

    /// Returns when the server takes connections.
    func start() throws(LocalServerError) -> Int32 {
        try home.waitForSurvivors()
        // None of its processes lives; PostgreSQL itself would trust a number that now belongs to another program.
        _ = try account.run("/bin/rm", ["-f", "--", home.data + "/postmaster.pid", home.socket, home.socket + ".lock"])
        let logged = logText.utf8.count
        let result = try control("start", ["--log", home.log])
        guard result.succeeded, let pid = home.postmaster else {
            let log = String(decoding: logText.utf8.dropFirst(logged), as: UTF8.self)
            throw LocalServerError(
                .startFailed,
                ["directory": home.directory, "log": home.log],
                output: (log.isEmpty ? result.output : log).lastLines
            )
        }
        return pid
    }

    func createDatabase(_ name: String) throws(LocalServerError) {
        let place = ["--host", home.directory, "--port", "\(ServerHome.port)", "--username", LocalServer.superuser]
        let names = try account.run(
            programs.psql,
            ["--no-psqlrc", "--tuples-only", "--no-align", "--dbname", "postgres"] + place
                + ["--command", "select datname from pg_database"]
        )
        if names.output.split(separator: "\n").contains(Substring(name)) { return }
        let result = try account.run(programs.createdb, place + [name])
        guard result.succeeded else {
            throw LocalServerError(.databaseRefused, ["database": name], output: result.output.lastLines)
        }
    }

    func reload() throws(LocalServerError) {
        let result = try control("reload", [])
        guard result.succeeded else {
            throw LocalServerError(.reloadFailed, ["directory": home.directory], output: result.output.lastLines)
        }
    }

    func stop() throws(LocalServerError) {
        let result = try control("stop", ["--mode", "fast"])
        guard result.succeeded || home.postmaster == nil else {
            throw LocalServerError(
                .stopFailed,
                ["directory": home.directory, "log": home.log],
                output: result.output.lastLines
            )
        }
    }

    /// `pg_ctl` gives the server a session of its own and no file of the caller's, and waits for what it asked.
    private func control(_ verb: String, _ arguments: [String]) throws(LocalServerError) -> Command.Result {
        try account.run(programs.control, [verb, "--pgdata", home.data, "--wait", "--timeout", "120"] + arguments)
    }

    private var logText: String {
        (try? Data(contentsOf: URL(filePath: home.log))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension String {
    fileprivate var lastLines: String { split(separator: "\n").suffix(12).joined(separator: "\n") }
}
