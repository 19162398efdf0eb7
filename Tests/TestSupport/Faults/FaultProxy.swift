import Foundation
public import LocalServer
import Synchronization

/// A proxy between libpq and a server, by Unix socket and by TCP, that fails on command.
///
///     try await FaultProxy.with(to: server.socket) { proxy in
///         let fault = proxy.arm(.cutAfterSend, when: .commit)
///         // … a client connects to proxy.uri() and commits …
///         try await fault.struck()
///     }
///
/// It has one thread. Orders take effect before they return.
public final class FaultProxy: Sendable {
    private let home: ScratchDirectory
    private let thread: ProxyThread
    private let accepted = ProxyLoop.Tally()
    /// The TCP port, and the number in the socket's name.
    public let port: Int

    /// Runs one while the closure runs; afterwards none of its threads and descriptors is left.
    public static func with<Output>(
        to target: ServerAddress,
        _ body: (FaultProxy) async throws -> Output
    ) async throws -> Output {
        let proxy = try FaultProxy(to: target)
        defer { proxy.close() }
        return try await body(proxy)
    }

    /// Listens at once. The server need not run yet: the proxy connects to it again for each connection.
    public init(to target: ServerAddress) throws {
        home = try ScratchDirectory()
        let network = try Sockets.listen(.network(0))
        port = Sockets.port(of: network)
        let local: CInt
        do {
            local = try Sockets.listen(.socket("\(home.path)/.s.PGSQL.\(port)"))
        } catch {
            Glibc.close(network)
            throw error
        }
        thread = try ProxyThread(name: "proxy-\(port)")
        try thread.start { [accepted] in
            ProxyLoop(target: target, listeners: [local, network], accepted: accepted)
        }
    }

    deinit { close() }

    /// Arms a fault; the first armed fault that fits strikes.
    ///
    /// - Parameter lasting: whether it strikes each time, until `heal`, and not only once.
    @discardableResult
    public func arm(_ fault: Fault, when trigger: FaultTrigger = .now, lasting: Bool = false) -> ArmedFault {
        let armed = ArmedFault(fault, trigger, isLasting: lasting)
        thread.perform { $0.arm(armed) }
        return armed
    }

    /// Closes all connections, on both sides.
    public func cutAll() { thread.perform { $0.cutAll() } }

    /// Ends `halfOpen` and `refuse`, disarms faults that did not strike, and delivers bytes that were held back.
    public func heal() { thread.perform { $0.heal() } }

    /// How many clients came, including those that were refused.
    public var connections: Int { accepted.count }

    /// Closes all connections and ends the thread.
    public func close() {
        thread.stop()
        home.remove()
    }
}

extension FaultProxy {
    /// The directory of the socket.
    public var directory: String { home.path }
    /// The name of its thread.
    public var threadName: String { thread.name }

    /// Connects by the Unix socket; `parameters` are keywords of libpq.
    public func uri(
        database: String = "postgres",
        user: String = LocalServer.superuser,
        _ parameters: [String: String] = [:]
    ) -> String {
        let own = ["dbname": database, "user": user]
        return ConnectionURI.text(host: home.path, port: port, parameters.merging(own) { theirs, _ in theirs })
    }

    /// Connects by TCP; `parameters` are keywords of libpq and may name another `host`, too.
    public func networkURI(
        database: String = "postgres",
        user: String = LocalServer.superuser,
        _ parameters: [String: String] = [:]
    ) -> String {
        let own = ["dbname": database, "user": user]
        return ConnectionURI.text(host: "127.0.0.1", port: port, parameters.merging(own) { theirs, _ in theirs })
    }
}
