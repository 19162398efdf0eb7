import Foundation
import LocalServer
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Faults: the stage itself", .timeLimit(.minutes(20)))
struct StageTests {
    @Test("a scratch server listens where it should, keeps its data through a crash, and leaves nothing")
    func server() async throws {
        let place = Mutex("")
        try await ScratchServer.with(settings: ["work_mem": "123kB"], network: true) { server in
            place.withLock { $0 = server.directory }
            try await server.run("create table kept (n int)")
            try await server.createRole("app", password: "right")
            let started = try await server.run("select pg_postmaster_start_time()")
            try await server.crash()
            await #expect(throws: PsqlFailure.self) { try await TestServer.shared.psql("select 1", uri: server.uri()) }
            try await server.start()
            #expect(try await server.run("select count(*) from kept") == "0\n")
            #expect(try await server.run("select pg_postmaster_start_time()") != started)
            #expect(try await server.run("show work_mem") == "123kB\n")
            let psql = try await TestServer.shared.psql(
                "select 1",
                uri: server.networkURI(user: "app", password: "right")
            )
            #expect(psql == "1\n")
            #expect(server.log.contains("automatic recovery in progress"))
        }
        let directory = place.withLock { $0 }
        #expect(!FileManager.default.fileExists(atPath: directory))
        #expect(try processes(in: directory) == [])
    }

    private func processes(in directory: String) throws -> [String] {
        let files = FileManager.default
        return try files.contentsOfDirectory(atPath: "/proc")
            .filter { name in
                let folder = try? files.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd")
                return Int(name) != nil && folder?.hasPrefix(directory + "/") == true
            }
    }

    @Test("a server that cannot start says why")
    func noStart() async throws {
        let error = await #expect(throws: StageError.self) {
            try await ScratchServer.with(settings: ["shared_buffers": "much"]) { _ in Issue.record("it started") }
        }
        #expect(error?.description.contains("invalid value for parameter \"shared_buffers\"") == true)
    }

    @Test("a proxy forwards whole answers both ways, and leaves neither thread nor socket")
    func proxy() async throws {
        let left = Mutex((directory: "", thread: "", port: 0))
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            left.withLock { $0 = (proxy.directory, proxy.threadName, proxy.port) }
            for uri in [proxy.uri(), proxy.networkURI()] {
                let word = try await TestServer.shared.psql("select repeat('0123456789', 300000)", uri: uri)
                #expect(word == String(repeating: "0123456789", count: 300_000) + "\n")
            }
            #expect(proxy.connections == 2)
            #expect(try threads().contains(proxy.threadName))
            // One stays open, and is closed with the proxy.
            let database = Database.at(proxy.uri(), application: "left open")
            _ = try await database.pid()
        }
        let (directory, thread, port) = left.withLock { $0 }
        #expect(try !threads().contains(thread))
        #expect(!FileManager.default.fileExists(atPath: directory))
        #expect(try !String(contentsOfFile: "/proc/net/unix", encoding: .utf8).contains(directory + "/"))
        await #expect(throws: PsqlFailure.self) {
            try await TestServer.shared.psql("select 1", uri: "host=127.0.0.1 port=\(port) dbname=postgres")
        }
        try await Watch()
            .until(
                "select not exists (select from pg_stat_activity where application_name = 'left open')"
            )
    }

    private func threads() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
            .compactMap { task in
                try? String(contentsOfFile: "/proc/self/task/\(task)/comm", encoding: .utf8)
                    .trimmingCharacters(in: .newlines)
            }
    }

    @Test("faults strike in the order of arming, as often as they should, and not after they are disarmed")
    func arming() async throws {
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            let lasting = proxy.arm(.cutBeforeSend, when: .text("planted"), lasting: true)
            let second = proxy.arm(.cutBeforeSend, when: .text("planted"))
            for _ in 0..<3 {
                await #expect(throws: PsqlFailure.self) {
                    try await TestServer.shared.psql("select 'planted'", uri: proxy.uri())
                }
                try await lasting.struck()
            }
            #expect(lasting.count == 3 && second.count == 0)
            #expect(try await TestServer.shared.psql("select 'other'", uri: proxy.uri()) == "other\n")
            proxy.heal()
            #expect(try await TestServer.shared.psql("select 'planted'", uri: proxy.uri()) == "planted\n")
            #expect(proxy.connections == 5)
        }
    }

    @Test("a small disk is really full, and gone afterwards")
    func disk() async throws {
        let place = Mutex("")
        try await SmallDisk.with(mebibytes: 1) { disk in
            place.withLock { $0 = disk.path }
            let error = #expect(throws: CocoaError.self) {
                try Data(count: 2 << 20).write(to: URL(filePath: disk.path + "/big"))
            }
            #expect(error?.code == .fileWriteOutOfSpace)
        }
        let path = place.withLock { $0 }
        #expect(try !String(contentsOfFile: "/proc/mounts", encoding: .utf8).contains(path + " "))
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
