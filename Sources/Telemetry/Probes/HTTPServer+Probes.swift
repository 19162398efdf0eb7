internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Glibc

extension HTTPServer {
    /// - Parameter reply: is given a method and a path.
    init(
        probing address: ProbeAddress,
        answerLimit: Duration,
        _ reply: @escaping @Sendable (String, String) -> ProbeReply
    ) throws {
        let handler = ClosureHTTPHandler { request in
            HTTPResponse(reply(request.method.rawValue, request.path), hasBody: request.method != .HEAD)
        }
        self.init(config: try Configuration(probing: address, answerLimit: answerLimit), handler: handler)
    }

    /// Whether it listens, after having waited for it; to be cancelled when it has ended before.
    var isListeningSoon: Bool {
        get async {
            // The library wants a limit.
            do { try await waitUntilListening(timeout: 3600) } catch { return false }
            return true
        }
    }

    /// Where it listens; nil when it does not.
    var probeAddress: ProbeAddress? {
        switch listeningAddress {
        case .ip4(let host, let port): ProbeAddress(.ip4(host: host, port: port))
        case .ip6(let host, let port): ProbeAddress(.ip6(host: host, port: port))
        case .unix(let path): ProbeAddress(.unix(path: path))
        case nil: nil
        }
    }
}

extension HTTPServer.Configuration {
    fileprivate init(probing address: ProbeAddress, answerLimit: Duration) throws {
        // The library's default writes every request to the standard output.
        let logger: DisabledLogger = .disabled
        let timeout = answerLimit / .seconds(1)
        switch address.place {
        case .ip4(let host, let port):
            self.init(address: try .inet(ip4: host, port: port), timeout: timeout, logger: logger)
        case .ip6(let host, let port):
            self.init(address: try .inet6(ip6: host, port: port), timeout: timeout, logger: logger)
        case .unix(let path): self.init(address: .unix(path: path), timeout: timeout, logger: logger)
        }
    }
}

extension HTTPResponse {
    /// - Parameter hasBody: false tells the length only, as an answer to `HEAD` does.
    fileprivate init(_ reply: ProbeReply, hasBody: Bool) {
        let body = Data(reply.body.utf8)
        var headers: HTTPHeaders = [
            .contentType: reply.contentType, .contentLength: "\(body.count)", .cacheControl: "no-store",
        ]
        if let allow = reply.allow { headers[HTTPHeader("Allow")] = allow }
        self.init(
            statusCode: HTTPStatusCode(reply.status, phrase: reply.phrase),
            headers: headers,
            body: hasBody ? body : Data()
        )
    }
}

extension ProbeError {
    /// What kept the server from listening, or ended it.
    init(_ error: any Error, at address: ProbeAddress) {
        switch error {
        case SocketError.failed(_, EADDRINUSE, _): self = .inUse(address)
        case SocketError.failed(let call, _, let cause): self = .refused(address, cause: "\(call): \(cause)")
        default: self = .refused(address, cause: "\(error)")
        }
    }
}
