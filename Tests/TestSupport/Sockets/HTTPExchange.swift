import Foundation
import Glibc

/// One request and its answer, over a connection of its own.
public struct HTTPExchange: Sendable {
    public let status: Int
    public let headers: [String: String]
    public let body: String

    /// - Parameter address: `127.0.0.1:port` or `unix:path`.
    public static func send(_ method: String, _ path: String, to address: String) async throws -> HTTPExchange {
        // Outside the threads of tasks, which the server needs.
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try HTTPExchange(method, path, to: address) })
            }
        }
    }

    private init(_ method: String, _ path: String, to address: String) throws {
        let descriptor = try Self.connected(to: address)
        defer { close(descriptor) }
        let request = Array("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard unsafe Glibc.send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Refused()
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let parts = text.firstRange(of: "\r\n\r\n") else { throw Unintelligible() }
        body = String(text[parts.upperBound...])
        let lines = text[..<parts.lowerBound].split(separator: "\r\n")
        guard let code = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Unintelligible()
        }
        status = code
        headers = Dictionary(
            uniqueKeysWithValues: lines.dropFirst()
                .map { line in
                    let pair = line.split(separator: ":", maxSplits: 1)
                    return (pair[0].lowercased(), pair[1].trimmingCharacters(in: .whitespaces))
                }
        )
    }

    /// A connection; the caller closes it.
    public static func connected(to address: String) throws -> Int32 {
        let place: ServerAddress
        if address.hasPrefix("unix:") {
            place = .socket(String(address.dropFirst(5)))
        } else {
            guard let port = address.split(separator: ":").last.flatMap({ Int($0) }) else { throw Refused() }
            place = .network(port)
        }
        do { return try Sockets.connect(place) } catch { throw Refused() }
    }

    /// Nobody listens.
    public struct Refused: Error {
        public init() {}
    }

    /// The received bytes are not an answer.
    struct Unintelligible: Error {}
}
