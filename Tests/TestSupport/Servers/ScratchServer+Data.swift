import Foundation
import LocalServer

/// The files in a scratch server's directory, and the processes that work there.
extension ScratchServer {
    /// An empty data directory, made once for the process and copied for each server.
    static let template = Result {
        let account = try UnprivilegedAccount.required()
        let data = try ScratchDirectory(in: quickestParent, owner: account).path + "/data"
        let words = account.command(
            try PostgresPrograms.path("initdb"),
            [
                "--pgdata", data, "--username", LocalServer.superuser, "--auth", "trust", "--encoding", "UTF8",
                "--locale", "C.UTF-8", "--wal-segsize", "1", "--no-sync", "--no-instructions",
            ]
        )
        try run(words[0], Array(words.dropFirst()))
        return data
    }

    /// A data directory has a thousand files; copying them takes a second on some disks and no time in memory.
    static var quickestParent: String? {
        let memory = "/dev/shm"
        let room = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? NSNumber
        let isWritable = FileManager.default.isWritableFile(atPath: memory)
        return isWritable && (room?.int64Value ?? 0) > 1 << 30 ? memory : nil
    }

    static func run(_ program: String, _ arguments: [String]) throws {
        let result = try Program(path: program).runBlocking(arguments)
        guard result.status == 0 else {
            throw StageError(
                "\(program) failed",
                hint: "read its last words, and see whether the disk is full",
                output: result.standardError
            )
        }
    }

    var data: String { home.path + "/data" }

    private var configuration: String {
        var all = [
            "autovacuum": "off",
            "dynamic_shared_memory_type": "mmap",  // nothing is left in /dev/shm after a crash
            "fsync": "off",
            "full_page_writes": "off",
            "lc_messages": "C",
            "max_connections": "20",
            "max_wal_size": "32MB",
            "min_wal_size": "2MB",
            "shared_buffers": "8MB",
        ]
        if plan.certificates != nil {
            all["ssl"] = "on"
            all["ssl_cert_file"] = home.path + "/server.crt"
            all["ssl_key_file"] = home.path + "/server.key"
        }
        all.merge(plan.settings) { _, theirs in theirs }
        all["listen_addresses"] = plan.network ? "127.0.0.1" : ""
        all["port"] = "\(port)"
        all["unix_socket_directories"] = "\"\(home.path)\""
        let lines = all.map { "\($0.key) = '\($0.value.replacing("'", with: "''"))'" }
        return lines.sorted().joined(separator: "\n") + "\n"
    }

    /// Writes the configuration and returns when the server accepts connections.
    func launch() throws -> ChildProcess {
        let account = try UnprivilegedAccount.required()
        if let certificates = plan.certificates {
            for (name, source) in [("server.key", certificates.serverKey), ("server.crt", certificates.server)] {
                let text = try String(contentsOfFile: source, encoding: .utf8)
                _ = try home.write(name, text, owner: account)
            }
        }
        _ = try home.write("postgresql.conf", configuration, owner: account)
        let own = ["local all all trust", "local replication all trust", "host all all 127.0.0.1/32 scram-sha-256"]
        _ = try home.write("pg_hba.conf", (plan.access + own).joined(separator: "\n") + "\n", owner: account)
        let log = try logFile(account)
        let process = try ChildProcess(
            try PostgresPrograms.path("postgres"),
            [
                "-D", data, "-c", "config_file=\(home.path)/postgresql.conf", "-c", "hba_file=\(home.path)/pg_hba.conf",
            ],
            as: account,
            environment: clock?.environment ?? [:],
            log: log,
            farewell: SIGQUIT
        )
        let isDone = ChildProcess.wait(within: .seconds(30)) { isReady(process.pid) || !process.isRunning }
        guard isDone, process.isRunning else {
            process.send(SIGQUIT)
            _ = process.waitForEnd()
            throw StageError(
                "the server in \(home.path) did not start",
                hint: "read its last words",
                output: self.log
            )
        }
        return process
    }

    private func logFile(_ account: UnprivilegedAccount) throws -> String {
        let path = home.path + "/server.log"
        return FileManager.default.fileExists(atPath: path) ? path : try home.write("server.log", "", owner: account)
    }

    /// The first line of the file is the process, the eighth its state (PostgreSQL's `pidfile.h`).
    private func isReady(_ pid: pid_t) -> Bool {
        let lines = postmasterFile
        return lines.first == "\(pid)"
            && ["ready", "standby"].contains(lines.dropFirst(7).first?.trimmingCharacters(in: .whitespaces) ?? "")
    }

    private var postmasterFile: [Substring] {
        let text = (try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Every process of the server works in its data directory.
    var survivors: [pid_t] {
        let files = FileManager.default
        return ((try? files.contentsOfDirectory(atPath: "/proc")) ?? [])
            .compactMap { pid_t($0) }
            .filter { (try? files.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd")) == data }
    }

    /// A killed server leaves a segment of shared memory behind; its number is the last word of the file's seventh
    /// line.
    func removeSharedMemory() {
        let words = postmasterFile.dropFirst(6).first?.split(separator: " ") ?? []
        if words.count == 2, let number = CInt(words[1]) { shmctl(number, IPC_RMID, nil) }
    }
}
