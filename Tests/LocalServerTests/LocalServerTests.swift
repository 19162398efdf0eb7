import Foundation
import Synchronization
import Testing

@testable import LocalServer

@Suite("A local server", .serialized)
struct LocalServerTests {
    @Test("starts, answers, stops and keeps its data")
    func lifeCycle() throws {
        try withTemporaryServer { server in
            #expect(server.status == .absent)
            #expect(try !server.stop())

            let first = try server.start()
            #expect(first == .started(pid: first.pid))
            #expect(server.status == .running(pid: first.pid))
            #expect(try server.start() == .alreadyRunning(pid: first.pid))
            try server.expect("create table kept as select 7 as number; select number from kept", gives: "SELECT 1\n7")

            #expect(try server.stop())
            #expect(server.status == .stopped)
            #expect(try !server.stop())
            #expect(try server.query("select 1").succeeded == false)

            #expect(try server.start().pid != first.pid)
            try server.expect("select number from kept", gives: "7")
        }
    }

    @Test("has UTF-8 text in the order of its bytes, and checksums")
    func database() throws {
        try withTemporaryServer { server in
            try server.start()
            try server.expect("select current_setting('data_checksums'), 'a' > 'B'", gives: "on|t")
            try server.expect("show server_encoding", gives: "UTF8")
            try server.expect("show lc_ctype", gives: "C.UTF-8")
            try server.expect("show shared_buffers", gives: "16MB")
        }
    }

    @Test("lets its user be the superuser, and asks every other role for a password")
    func passwords() throws {
        try withTemporaryServer { server in
            try server.start()
            try server.expect("select current_user", gives: LocalServer.superuser)
            try server.expect("create role visitor login password 'sesame'", gives: "CREATE ROLE")
            #expect(try server.query("select 1", user: "visitor").succeeded == false)
            #expect(try server.query("select 1", user: "visitor", password: "guess").succeeded == false)
            #expect(try server.query("select 1", user: "visitor", password: "sesame").output == "1\n")
        }
    }

    @Test("takes new program logins while it runs")
    func programLogins() throws {
        try withTemporaryServer { server in
            let pid = try server.start().pid
            try server.expect("create role city_daemon login", gives: "CREATE ROLE")
            #expect(try server.query("select 1", user: "city_daemon").succeeded == false)
            let again = LocalServer(
                directory: server.directory,
                programLogins: ["city_daemon"],
                settings: LocalServer.fast
            )
            #expect(try again.start() == .alreadyRunning(pid: pid))
            try server.expect("select current_user", user: "city_daemon", gives: "city_daemon")
        }
    }

    @Test("listens on no network")
    func network() throws {
        try withTemporaryServer { server in
            let pid = try server.start().pid
            let sockets = openFiles(of: String(pid)).filter { $0.hasPrefix("socket:") }
            #expect(!sockets.isEmpty)
            for table in ["tcp", "tcp6", "udp", "udp6"] {
                let rows = (try? String(contentsOfFile: "/proc/net/\(table)", encoding: .utf8)) ?? ""
                let inodes = rows.split(separator: "\n").dropFirst()
                    .map {
                        "socket:[\($0.split(separator: " ")[9])]"
                    }
                #expect(sockets.filter(inodes.contains) == [])
            }
        }
    }

    @Test("outlives its starter: a session of its own, none of the starter's files")
    func independence() throws {
        try withTemporaryServer { server in
            let pipe = Pipe()
            let mine = openFiles(of: "self").filter { $0.hasPrefix("pipe:") || $0.hasPrefix("socket:") }
            #expect(!mine.isEmpty)
            let pid = try server.start().pid
            #expect(openFiles(of: String(pid)).filter(mine.contains) == [])
            #expect(getsid(pid) == pid)
            try pipe.fileHandleForWriting.close()
            #expect(try pipe.fileHandleForReading.readToEnd() ?? Data() == Data())
        }
    }

    @Test("is found at any path that a socket can have")
    func awkwardPath() throws {
        try withTemporaryServer(name: "it's a try; 100% é") { server in
            try server.start()
            try server.expect("select 1", gives: "1")
            #expect(try server.stop())
        }
    }

    @Test("is started once by many at the same time")
    func concurrentStarts() throws {
        try withTemporaryServer { server in
            let results = Mutex<[Result<LocalServer.Started, LocalServerError>]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                let result = Result { () throws(LocalServerError) in try server.start() }
                results.withLock { $0.append(result) }
            }
            let started = try results.withLock { $0 }.map { try $0.get() }
            let pid = try #require(started.first).pid
            #expect(started.count { $0 == .started(pid: pid) } == 1)
            #expect(started.count { $0 == .alreadyRunning(pid: pid) } == 3)
        }
    }

    private func openFiles(of process: String) -> [String] {
        let folder = "/proc/\(process)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0) }
    }
}
