import Foundation
import Glibc

/// One request and its answer, over a connection of its own.
public struct HTTPExchange: Sendable {
    public let status: Int
    public let headers: [String: String]
    public let body: String

    /// - Parameter address: `127.0.0.1:port` or `unix:path`.
    public static func send(_ method: String, _ path: String, to address: String) async throws -> HTTPExchange {
        // Off the tasks' threads, which the server needs.
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

    /// A connection, to be closed by the caller.
    public static func connected(to address: String) throws -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor: Int32
        let code: Int32
        if address.hasPrefix("unix:") {
            descriptor = socket(AF_UNIX, type, 0)
            var place = sockaddr_un()
            place.sun_family = sa_family_t(AF_UNIX)
            unsafe withUnsafeMutableBytes(of: &place.sun_path) { unsafe $0.copyBytes(from: address.utf8.dropFirst(5)) }
            code = connect(descriptor, to: &place)
        } else {
            descriptor = socket(AF_INET, type, 0)
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw Refused() }
            place.sin_port = port.bigEndian
            place.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
            code = connect(descriptor, to: &place)
        }
        guard code == 0 else {
            close(descriptor)
            throw Refused()
        }
        return descriptor
    }

    /// Nobody listens.
    public struct Refused: Error {
        public init() {}
    }

    /// What came is no answer.
    struct Unintelligible: Error {}

    private static func connect<Address>(_ descriptor: Int32, to address: inout Address) -> Int32 {
        unsafe withUnsafeBytes(of: &address) { bytes in
            guard let pointer = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
            return unsafe Glibc.connect(descriptor, pointer, socklen_t(bytes.count))
        }
    }
}
