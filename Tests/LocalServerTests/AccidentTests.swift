import Foundation
import Testing

@testable import LocalServer

@Suite("After an accident", .serialized)
struct AccidentTests {
    @Test("a killed server starts again with its data")
    func killedServer() throws {
        try withTemporaryServer { server in
            let pid = try server.start().pid
            try server.expect("create table kept as select 7 as number", gives: "SELECT 1")
            try #require(kill(pid, SIGKILL) == 0)
            let next = try server.start()
            #expect(next == .started(pid: next.pid))
            #expect(next.pid != pid)
            try server.expect("select number from kept", gives: "7")
        }
    }

    @Test("a process number that another program has by now is not taken for the server")
    func reusedProcessNumber() throws {
        try withTemporaryServer { server in
            try server.start()
            try server.stop()
            let account = try server.account
            let sleeper = try account.run("/bin/sh", ["-c", "sleep 600 >/dev/null 2>&1 & echo $!"])
            let pid = try #require(Int32(sleeper.output.trimmingCharacters(in: .newlines)))
            defer { kill(pid, SIGTERM) }
            let text = "\(pid)\n\(server.home.data)\n1700000000\n5432\n\(server.directory)\n\n  1234567  1\nready   \n"
            for file in [server.home.data + "/postmaster.pid", server.home.socket + ".lock"] {
                try text.write(toFile: file, atomically: false, encoding: .utf8)
            }
            #expect(server.status == .stopped)
            #expect(try !server.stop())
            let next = try server.start()
            #expect(next == .started(pid: next.pid))
            try server.expect("select 1", gives: "1")
            #expect(kill(pid, 0) == 0)
        }
    }

    @Test("a first start that was cut off leaves nothing in the way of the next")
    func interruptedInitialisation() throws {
        try withTemporaryServer { server in
            let programs = try server.programs()
            let folder = URL(filePath: server.directory).deletingLastPathComponent().path + "/programs"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            for name in ["pg_ctl", "postgres"] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(name)",
                    withDestinationPath: "\(programs.folder)/\(name)"
                )
            }
            // The second argument is the directory; the script dies as if killed from outside.
            let script = #"#!/bin/sh\#nmkdir "$2" && echo 15 >"$2/PG_VERSION"; echo half made; kill -KILL $$\#n"#
            try script.write(toFile: folder + "/initdb", atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/initdb")
            var cut = server
            cut.environment = ["MUTASI_PG_BIN": folder]

            let error = cut.failure { server throws(LocalServerError) in try server.start() }
            #expect(error?.code == .initialisationFailed)
            #expect(error?.output.hasPrefix("half made") == true)
            #expect(server.status == .absent)
            #expect(try FileManager.default.contentsOfDirectory(atPath: server.directory) == [])

            // What remains if the starter itself is killed too.
            let rest = "\(server.directory)/\(ServerHome.unfinishedPrefix)1"
            #expect(try server.account.run("/bin/sh", ["-c", #"mkdir "$1" && touch "$1/base""#, "sh", rest]).succeeded)
            try server.start()
            try server.expect("select 1", gives: "1")
            #expect(!FileManager.default.fileExists(atPath: rest))
        }
    }
}
