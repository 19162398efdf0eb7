public import Logging
public import ServiceLifecycle

/// Answers probes over HTTP: `/live`, `/ready` and `/metrics`.
///
/// | path | answer to `GET` and `HEAD` |
/// |---|---|
/// | `/live` | 200, or 503 with the reason when the work does not go on |
/// | `/ready` | 200, or 503 with the reasons when no work is taken up |
/// | `/metrics` | 200 with ``PrometheusRegistry/rendered()`` |
///
/// Another path is 404, another method 405. Nothing is asked of the database for an answer.
///
/// It speaks as much of HTTP/1.1 as that needs, and nothing that a client sends costs more than a little: a request's head
/// has at most 8 KiB (431), its first line 1 KiB (414), a body is refused (413), other bytes than a request are 400, and a request
/// that does not come in time is 408. A connection has one answer, and then it ends. All of it happens on one thread of its own, with
/// at most 64 connections at a time: a further one takes the place of the one that has waited longest.
///
/// A service group shuts its services down from the last to the first, each after the one behind it has ended. So this
/// one stands first: it answers until all others have ended, and `/ready` is 503 with "draining" meanwhile when a
/// ``ShutdownNotice`` stands last.
///
/// ```swift
/// let server = ProbeServer(try ProbeAddress(":9464"), health: health, registry: registry)
/// let group = ServiceGroup(services: [server, worker, ShutdownNotice(health, notifier)], logger: logger)
/// ```
public final class ProbeServer: Service {
    private let address: ProbeAddress
    private let health: Health
    private let registry: PrometheusRegistry
    private let answerLimit: Duration
    private let logger: Logger?
    private let bound = Announcement<ProbeAddress>()

    /// - Parameters:
    ///   - address: as ``ProbeAddress`` reads it; never one that other machines reach.
    ///   - answerLimit: how long a connection may take, from its beginning to its end.
    ///   - logger: gets a line when it had to listen again.
    public init(
        _ address: ProbeAddress,
        health: Health,
        registry: PrometheusRegistry,
        answerLimit: Duration = .seconds(10),
        logger: Logger? = nil
    ) {
        self.address = address
        self.health = health
        self.registry = registry
        self.answerLimit = answerLimit
        self.logger = logger
    }

    /// Where it listens, as soon as it does: with the port that was found free when the address names port 0.
    /// - Throws: what ``run()`` has thrown; `CancellationError` when it has ended before, or the caller is cancelled.
    public var boundAddress: ProbeAddress {
        get async throws { try await bound.value }
    }

    /// Answers until the service group shuts down or the task is cancelled; to be called once.
    ///
    /// An answer in the making is finished, for at most a tenth of a second. The file of a Unix socket is removed at
    /// the end; one that a killed process left is removed at the start. When it has listened once it does not fail any
    /// more, because the daemon works without it, too: it tries again every second.
    /// - Throws: ``ProbeError`` when it cannot listen at the start.
    public func run() async throws {
        var address = address
        do {
            while true {
                do {
                    try await serve(&address)
                    break
                } catch {
                    guard bound.isAnnounced else { throw error }
                    logger?.warning("probes are not answered, listening anew", metadata: ["reason": "\(error)"])
                }
                guard (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }) != nil else {
                    break
                }
            }
            bound.announce(.failure(CancellationError()))
        } catch {
            bound.announce(.failure(error))
            throw error
        }
    }

    /// Until it is told to end.
    /// - Parameter address: becomes that where it listens.
    private func serve(_ address: inout ProbeAddress) async throws {
        let listener = try ProbeListener(address)
        defer { listener.end() }
        let wakeSocket = try WakeSocket(for: address)
        address = listener.address
        bound.announce(.success(address))
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await ProbeLoop.run(listener, until: wakeSocket, limit: answerLimit) { [health, registry] request in
                ProbeReply(method: request.method, path: request.path, health: health, registry: registry)
            }
        } onCancelOrGracefulShutdown: {
            wakeSocket.wake()
        }
    }
}

/// As service groups log it.
extension ProbeServer: CustomStringConvertible {
    public var description: String { "ProbeServer" }
}
