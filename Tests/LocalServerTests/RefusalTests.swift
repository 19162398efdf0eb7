import Foundation
import Testing

@testable import LocalServer

@Suite("A local server that cannot start says why", .serialized)
struct RefusalTests {
    @Test("without PostgreSQL's programs")
    func missingPrograms() throws {
        try withTemporaryServer { server in
            let empty = URL(filePath: server.directory).deletingLastPathComponent().path
            var lost = server
            lost.environment = ["MUTASI_PG_BIN": empty]
            let error = try #require(lost.failure { server throws(LocalServerError) in try server.start() })
            #expect(error.code == .folderEmpty)
            #expect(error.arguments == ["programs": "initdb, pg_ctl, postgres", "version": "15", "folder": empty])
            #expect(server.status == .absent)
        }
    }

    @Test("with programs of another version than made its data")
    func otherVersion() throws {
        try withTemporaryServer { server in
            let account = try server.account
            let error = #expect(throws: LocalServerError.self) {
                try ServerPrograms(environment: ProcessInfo.processInfo.environment, account: account, version: 999)
            }
            #expect(error?.code == .programsOther && error?.arguments["version"] == "999")
        }
    }

    @Test("with a setting the server refuses, quoting its log")
    func refusedSetting() throws {
        try withTemporaryServer { server in
            let wrong = LocalServer(directory: server.directory, settings: ["shared_buffers": "plenty"])
            let error = try #require(wrong.failure { server throws(LocalServerError) in try server.start() })
            #expect(error.code == .startFailed)
            #expect(error.output.contains("shared_buffers"))
            #expect(error.description.contains("local.start_failed directory=\(server.directory)"))
            #expect(server.status == .stopped)
            try server.start()
        }
    }

    @Test("in a directory with other files, which it leaves alone")
    func foreignDirectory() throws {
        try withTemporaryServer { server in
            try FileManager.default.createDirectory(atPath: server.directory, withIntermediateDirectories: false)
            try "mine".write(toFile: server.directory + "/letter", atomically: false, encoding: .utf8)
            let before = try FileManager.default.attributesOfItem(atPath: server.directory)[.posixPermissions] as? Int
            let error = server.failure { server throws(LocalServerError) in try server.start() }
            #expect(error?.code == .directoryForeign)
            let after = try FileManager.default.attributesOfItem(atPath: server.directory)[.posixPermissions] as? Int
            #expect(before == after)
            #expect(try FileManager.default.contentsOfDirectory(atPath: server.directory) == ["letter"])
        }
    }

    @Test("behind a door that its user may not pass", .enabled(if: geteuid() == 0, "only root runs it as another user"))
    func unreachableDirectory() throws {
        try withTemporaryServer(name: "closed/inner/server") { server in
            let closed = String(server.directory.dropLast("/inner/server".count))
            try FileManager.default.createDirectory(
                atPath: closed,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
            let error = server.failure { server throws(LocalServerError) in try server.start() }
            #expect(error?.code == .directoryClosed && error?.arguments["directory"] == closed)
        }
    }

    @Test(
        "and is no absent server in a directory of another user",
        .enabled(if: geteuid() != 0, "root may look anywhere")
    )
    func closedDirectory() throws {
        try withTemporaryServer { server in
            try FileManager.default.createDirectory(
                atPath: server.directory,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o000]
            )
            #expect(server.status == .closed)
        }
    }

    @Test("at a path that no socket can have", arguments: ["/tmp/a,b", "/tmp/a\nb", "/tmp/$(id)", "/tmp/a\"b"])
    func unusablePath(path: String) {
        let error = LocalServer(directory: path).failure { server throws(LocalServerError) in try server.start() }
        #expect(error?.code == .pathCharacters)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("at 108 bytes of socket path, one more than it can have")
    func longPath() throws {
        let home = { (length: Int) in
            ServerHome("/tmp/" + String(repeating: "x", count: length - "/tmp//.s.PGSQL.5432".utf8.count))
        }
        #expect(throws: Never.self) { try home(107).checkPath() }
        let error = #expect(throws: LocalServerError.self) { try home(108).checkPath() }
        #expect(error?.code == .pathLong && error?.arguments["bytes"] == "108")
    }

    @Test("with a login that would change the meaning of its access rules")
    func hostileLogin() {
        for login in ["", "a b", "a\"", "a\nhost all all all trust", "+all", "/.*", "a,b"] {
            let server = LocalServer(directory: "/tmp/mutasi-never", programLogins: [login])
            let error = server.failure { server throws(LocalServerError) in try server.start() }
            #expect(error?.code == .loginRefused)
        }
        #expect(!FileManager.default.fileExists(atPath: "/tmp/mutasi-never"))
    }
}
