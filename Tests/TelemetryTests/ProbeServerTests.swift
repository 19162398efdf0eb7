import CoreMetrics
import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Telemetry
import TestSupport
import Testing

@Suite("Answers to probes", .timeLimit(.minutes(20)))
struct ProbeServerTests {
    // A clock that stands: how long a starved machine takes says nothing of a hang.
    private let health = Health(clock: ManualClock())
    private let registry = PrometheusRegistry()

    private func server(_ address: String) throws -> ProbeServer {
        // Other tests have the processors, too.
        ProbeServer(try ProbeAddress(address), health: health, registry: registry, answerLimit: .seconds(600))
    }

    /// Runs a server, has `body` ask it, and shuts it down.
    private func serving(_ address: String, _ body: (String) async throws -> Void) async throws {
        let server = try server(address)
        try await running([server]) { try await body(server.boundAddress.description) }
    }

    @Test("over TCP, all pages, all methods, and nobody listens after the end")
    func tcp() async throws {
        Counter(label: "polls_total", factory: registry).increment(by: 3)
        var place = ""
        try await serving("127.0.0.1:0") { address in
            place = address
            #expect(!address.hasSuffix(":0"))
            let live = try await HTTPExchange.send("GET", "/live", to: address)
            #expect((live.status, live.body) == (200, "live\n"))
            #expect(live.headers["cache-control"] == "no-store")
            #expect(live.headers["content-type"] == "text/plain; charset=utf-8")

            let unready = try await HTTPExchange.send("GET", "/ready", to: address)
            #expect(unready.status == 503)
            #expect(unready.body == "not ready\nnot started\nthe database has not been asked yet\n")
            #expect(unready.headers["cache-control"] == "no-store")
            health.started()
            health.available()
            #expect(try await HTTPExchange.send("GET", "/ready?verbose", to: address).status == 200)

            let metrics = try await HTTPExchange.send("GET", "/metrics", to: address)
            #expect(metrics.status == 200)
            #expect(metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(try PrometheusReading(metrics.body)["polls_total"] == 3)

            let head = try await HTTPExchange.send("HEAD", "/metrics", to: address)
            #expect((head.status, head.body) == (200, ""))
            #expect(head.headers["content-length"] == "\(metrics.body.utf8.count)")

            for path in ["/", "/nothing", "/live/x", "/LIVE", "//live"] {
                let missing = try await HTTPExchange.send("GET", path, to: address)
                #expect(missing.status == 404, "\(path)")
                #expect(missing.body == "there is /live, /ready and /metrics\n", "\(path)")
                #expect(missing.headers["cache-control"] == "no-store")
            }
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
                let refused = try await HTTPExchange.send(method, "/ready", to: address)
                #expect(refused.status == 405, "\(method)")
                #expect(refused.headers["allow"] == "GET, HEAD", "\(method)")
            }
        }
        await #expect(throws: HTTPExchange.Refused.self) { try await HTTPExchange.send("GET", "/live", to: place) }
    }

    @Test("a hang is told")
    func hang() async throws {
        let clock = ManualClock()
        let health = Health(limit: .seconds(60), clock: clock)
        let server = ProbeServer(try ProbeAddress(":0"), health: health, registry: registry)
        let running = Task { try await server.run() }
        clock.advance(by: .seconds(75))
        let reply = try await HTTPExchange.send("GET", "/live", to: server.boundAddress.description)
        #expect(reply.status == 503)
        #expect(reply.body == "not live\nno progress for 75 s, the limit is 60 s\n")
        running.cancel()
        try await running.value
    }

    @Test("over a Unix socket for owner and group, whose file is gone at the end")
    func unix() async throws {
        let folder = try ScratchDirectory()
        let path = folder.file("probe.sock")
        for _ in 0..<2 {
            try await serving("unix:" + path) { address in
                #expect(address == "unix:" + path)
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o660)
                #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a socket that a killed process left is replaced")
    func stale() async throws {
        let folder = try ScratchDirectory()
        let path = folder.file("probe.sock")
        try Self.abandonSocket(path)
        #expect(FileManager.default.fileExists(atPath: path))
        try await serving("unix:" + path) { address in
            let reply = try await HTTPExchange.send("GET", "/live", to: address)
            #expect(reply.status == 200)
        }
    }

    @Test("a socket on which somebody listens, and a file that is none, are refused and left alone")
    func occupied() async throws {
        let folder = try ScratchDirectory()
        let path = folder.file("probe.sock")
        try await serving("unix:" + path) { address in
            let second = try server(address)
            let error = ProbeError.inUse(try ProbeAddress(address))
            await #expect(throws: error) { try await second.run() }
            await #expect(throws: error) { try await second.boundAddress }
            #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
        }
        let file = folder.file("notes.txt")
        try Data("keep".utf8).write(to: URL(filePath: file))
        let link = folder.file("link.sock")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        for path in [file, link, folder.path] {
            await #expect(throws: ProbeError.notSocket(path: path)) { try await server("unix:" + path).run() }
        }
        #expect(FileManager.default.contents(atPath: file) == Data("keep".utf8))
    }

    @Test("a port in use and a missing directory are refused with the reason")
    func refused() async throws {
        try await serving(":0") { address in
            let error = await #expect(throws: ProbeError.self) { try await server(address).run() }
            #expect(error?.description.hasPrefix("\(address) is in use by another process") == true)
        }
        let error = await #expect(throws: ProbeError.self) {
            try await server("unix:/nonexistent/probe.sock").run()
        }
        #expect(error?.description.contains("No such file or directory") == true)
    }

    @Test("cancelled, it ends and leaves no file, also before it listens")
    func cancelled() async throws {
        let folder = try ScratchDirectory()
        let path = folder.file("probe.sock")
        for waits in [true, false] {
            let server = try server("unix:" + path)
            let running = Task { try await server.run() }
            if waits { _ = try await server.boundAddress }
            running.cancel()
            try await running.value
            #expect(!FileManager.default.fileExists(atPath: path))
        }
        let waiting = Task { try await server("unix:" + path).boundAddress }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test("an idle connection does not hold up the end")
    func idleConnection() async throws {
        let folder = try ScratchDirectory()
        let path = folder.file("probe.sock")
        var connection: Int32 = -1
        try await serving("unix:" + path) { address in
            connection = try HTTPExchange.connected(to: address)
            #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
        }
        close(connection)
    }

    @Test("many ask at once, and one goes away in the middle of its answer")
    func manyClients() async throws {
        for number in 0..<9_000 {
            Counter(label: "c_total", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        try await serving(":0") { address in
            let hasty = try HTTPExchange.connected(to: address)
            let request = Array("GET /metrics HTTP/1.1\r\n\r\n".utf8)
            try #require(unsafe Glibc.send(hasty, request, request.count, 0) == request.count)
            close(hasty)
            let sizes = try await withThrowingTaskGroup { group in
                for _ in 0..<32 {
                    group.addTask { try await HTTPExchange.send("GET", "/metrics", to: address).body.utf8.count }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(sizes == [registry.rendered().utf8.count])
        }
    }

    @Test("in a service group it answers until all others have ended, and says that it drains")
    func group() async throws {
        let folder = try ScratchDirectory()
        let address = "unix:" + folder.file("probe.sock")
        let server = try server(address)
        let worker = SlowWorker()
        health.started()
        health.available()
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: server), .init(service: worker),
                    .init(service: ShutdownNotice(health, SystemdNotifier(environment: [:]))),
                ],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            _ = try await server.boundAddress
            #expect(try await HTTPExchange.send("GET", "/ready", to: address).status == 200)
            await group.triggerGracefulShutdown()
            await worker.isTold()
            let ready = try await HTTPExchange.send("GET", "/ready", to: address)
            #expect((ready.status, ready.body) == (503, "not ready\ndraining\n"))
            #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
            worker.finish()
            try await tasks.waitForAll()
        }
        await #expect(throws: HTTPExchange.Refused.self) {
            try await HTTPExchange.send("GET", "/live", to: address)
        }
    }

    @Test("a listening socket that fails is replaced on the same port, and the daemon does not notice")
    func broken() async throws {
        try await serving(":0") { address in
            let listener = try #require(Self.listener(at: address))
            try #require(shutdown(listener, Int32(SHUT_RDWR)) == 0)
            var replies = 0
            while replies == 0 {
                if let reply = try? await HTTPExchange.send("GET", "/live", to: address) {
                    #expect(reply.status == 200)
                    replies += 1
                }
            }
        }
    }

    /// Binds a socket and closes it, as the kernel does for a process that is killed: the file stays.
    private static func abandonSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let code = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(code == 0 && listen(descriptor, 1) == 0)
    }

    /// The descriptor in this process that listens there.
    private static func listener(at address: String) -> Int32? {
        (0..<1024)
            .first { descriptor in
                var isListening: Int32 = 0
                var size = socklen_t(MemoryLayout<Int32>.size)
                guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0,
                    isListening == 1
                else { return false }
                var place = sockaddr_in()
                size = socklen_t(MemoryLayout<sockaddr_in>.size)
                let code = unsafe withUnsafeMutablePointer(to: &place) {
                    unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        unsafe getsockname(descriptor, $0, &size)
                    }
                }
                return code == 0 && place.sin_family == sa_family_t(AF_INET)
                    && address.hasSuffix(":\(UInt16(bigEndian: place.sin_port))")
            }
    }
}
