import Foundation
import Glibc

/// Connections that send something else than a request, for servers that must survive it.
public enum HostileClient {
    /// The bytes that are sent, and the status of the answer.
    public struct Attack: Sendable, CustomStringConvertible {
        public let name: String
        public let bytes: [UInt8]
        public let status: Int
        /// Bytes in one send.
        public var stride = 65_536

        public init(_ name: String, _ text: String, _ status: Int, stride: Int = 65_536) {
            self.init(name, Array(text.utf8), status, stride: stride)
        }

        init(_ name: String, _ bytes: [UInt8], _ status: Int, stride: Int = 65_536) {
            self.name = name
            self.bytes = bytes
            self.status = status
            self.stride = stride
        }

        public var description: String { name }
    }

    private static let start = "GET /live HTTP/1.1\r\nHost: x\r\n"

    public static let attacks: [Attack] = [
        Attack("a header line of 1 MB", start + "X: " + String(repeating: "a", count: 1_000_000) + "\r\n\r\n", 431),
        Attack(
            "the same byte by byte",
            start + "X: " + String(repeating: "a", count: 1_000_000) + "\r\n\r\n",
            431,
            stride: 1
        ),
        Attack("100,000 headers", start + String(repeating: "a: b\r\n", count: 100_000) + "\r\n", 431),
        Attack("a few headers too many", start + String(repeating: "a:\r\n", count: 64) + "\r\n", 431),
        Attack("a long path", "GET /" + String(repeating: "a", count: 100_000) + " HTTP/1.1\r\n\r\n", 414),
        Attack("a body", "POST /live HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 413),
        Attack(
            "a body without end",
            start + "Content-Length: 99999999999999999999\r\n\r\n" + String(repeating: "a", count: 900_000),
            413
        ),
        Attack("a chunked body", start + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 413),
        Attack("two lengths that differ", start + "Content-Length: 0\r\nContent-Length: 1\r\n\r\n", 413),
        Attack("a length that is none", start + "Content-Length: -1\r\n\r\n", 400),
        Attack("garbage", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }, 400),
        Attack("TLS", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC], 400),
        Attack("a NUL", "GET /live\0 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        Attack("a NUL in a header", start + "X: a\0b\r\n\r\n", 400),
        Attack("CR only", "GET /live HTTP/1.1\rHost: x\r\r", 400),
        Attack("LF only", "GET /live HTTP/1.1\nHost: x\n\n", 400),
        Attack("HTTP/0.9", "GET /live\r\n", 400),
        Attack("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        Attack("another version", "GET /live HTTP/9.9\r\nHost: x\r\n\r\n", 505),
        Attack("no version", "GET /live HTTP\r\n\r\n", 400),
        Attack("no host", "GET /live HTTP/1.1\r\n\r\n", 400),
        Attack("two hosts", start + "Host: y\r\n\r\n", 400),
        Attack("a folded header", start + "X: a\r\n b\r\n\r\n", 400),
        Attack("a header without a colon", start + "nothing\r\n\r\n", 400),
        Attack("a space before the colon", start + "X : a\r\n\r\n", 400),
        Attack("two spaces", "GET  /live HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        Attack("only blanks", String(repeating: " ", count: 5_000), 414),
        Attack("only empty lines", String(repeating: "\r\n", count: 5_000), 400),
        Attack("another way up", "GET /../live HTTP/1.1\r\nHost: x\r\n\r\n", 404),
        Attack("a star", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 404),
        Attack("a tunnel", "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 404),
        Attack("an address", "GET http://example.org/live?x HTTP/1.1\r\nHost: example.org\r\n\r\n", 200),
        Attack("HTTP/1.0", "GET /live HTTP/1.0\r\n\r\n", 200),
        Attack("an empty line first", "\r\nGET /live HTTP/1.1\r\nHost: x\r\n\r\n", 200),
        Attack("20,000 requests at once", String(repeating: start + "\r\n", count: 20_000), 200),
    ]

    /// Sends and reads at the same time, as long as the server does.
    ///
    /// - Returns: the whole answer.
    public static func send(_ attack: Attack, to address: String) async throws -> String {
        try await BlockingWork.run {
            let descriptor = try HTTPExchange.connected(to: address)
            defer { close(descriptor) }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            var answer: [UInt8] = []
            var sent = 0
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let wanted = sent < attack.bytes.count ? POLLIN | POLLOUT : POLLIN
                var watched = pollfd(fd: descriptor, events: Int16(wanted), revents: 0)
                _ = unsafe poll(&watched, 1, -1)
                let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
                if count > 0 { answer += buffer[..<count] }
                guard count > 0 || count < 0 && errno == EAGAIN else { break }
                guard sent < attack.bytes.count else { continue }
                let gone = unsafe attack.bytes.withUnsafeBytes { bytes in
                    let size = min(attack.stride, bytes.count - sent)
                    return unsafe Glibc.send(
                        descriptor,
                        bytes.baseAddress.map { unsafe $0 + sent },
                        size,
                        Int32(MSG_NOSIGNAL)
                    )
                }
                if gone > 0 { sent += gone } else if errno != EAGAIN { sent = attack.bytes.count }
            }
            return String(decoding: answer, as: UTF8.self)
        }
    }

    /// Connections on which a request begins and does not go on; the caller closes them.
    public static func slow(_ count: Int, to address: String) throws -> [Int32] {
        try (0..<count)
            .map { _ in
                let descriptor = try HTTPExchange.connected(to: address)
                creep(descriptor, "GET /li")
                return descriptor
            }
    }

    /// Sends a few more bytes, whether or not the server still reads.
    public static func creep(_ descriptor: Int32, _ text: String = "a") {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
}
