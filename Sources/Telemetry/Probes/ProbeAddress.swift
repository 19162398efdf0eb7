/// Where probes are answered: a port of this machine's own network, or a Unix socket.
///
/// Nothing else: the probes ask for no password and speak no TLS.
public struct ProbeAddress: Sendable, Hashable, CustomStringConvertible {
    enum Place: Hashable {
        case ip4(host: String, port: UInt16)
        case ip6(host: String, port: UInt16)
        case unix(path: String)
    }

    let place: Place

    init(_ place: Place) {
        self.place = place
    }

    /// Reads `127.0.0.1:9464`, `[::1]:9464`, `localhost:9464`, `:9464` or `unix:/run/mutasid/probe.sock`.
    ///
    /// `localhost` and no host mean 127.0.0.1. Port 0 means any free one; ``ProbeServer/boundAddress`` tells which.
    /// - Throws: ``ProbeError/malformedAddress(_:)``, ``ProbeError/notLoopback(host:)`` or
    ///   ``ProbeError/unusablePath(_:)``.
    public init(_ text: String) throws(ProbeError) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst("unix:".count))
            guard path.hasPrefix("/"), path.utf8.count <= Self.longestPath, !path.utf8.contains(0) else {
                throw .unusablePath(path)
            }
            place = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"),
            let port = Self.port(text[text.index(after: colon)...])
        else { throw .malformedAddress(text) }
        let host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            guard host == "[::1]" else { throw .notLoopback(host: String(host)) }
            place = .ip6(host: "::1", port: port)
        } else if host.contains(where: { ":[]".contains($0) }) {
            throw .malformedAddress(text)
        } else if host.isEmpty || host == "localhost" {
            place = .ip4(host: "127.0.0.1", port: port)
        } else {
            guard Self.isLoopback(host) else { throw .notLoopback(host: String(host)) }
            place = .ip4(host: String(host), port: port)
        }
    }

    /// The TCP port; nil of a Unix socket.
    public var port: UInt16? {
        switch place {
        case .ip4(_, let port), .ip6(_, let port): port
        case .unix: nil
        }
    }

    /// As it is written in a configuration.
    public var description: String {
        switch place {
        case .ip4(let host, let port): "\(host):\(port)"
        case .ip6(let host, let port): "[\(host)]:\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }

    /// The system's limit (unix(7)): 108 bytes with the zero byte at the end.
    private static let longestPath = 107

    private static func port(_ text: Substring) -> UInt16? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 } ? UInt16(text) : nil
    }

    /// 127.0.0.0/8, RFC 1122 section 3.2.1.3.
    private static func isLoopback(_ host: Substring) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map(port)
        return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { ($0 ?? .max) <= 255 }
    }
}
