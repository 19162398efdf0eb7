import Glibc

/// A datagram socket, bound as systemd does it.
public final class DatagramSocket: Sendable {
    private let descriptor: Int32

    /// - Parameter name: a path, or a name without a file when it begins with `@`.
    public init(_ name: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw StageError("no datagram socket", hint: "raise the limit of open files") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if name.hasPrefix("@") { bytes[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let code = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, length) }
        }
        guard code == 0 else {
            throw StageError("cannot bind \(name)", hint: "give it a short path in a folder of its own")
        }
    }

    deinit {
        close(descriptor)
    }

    /// The messages that wait now: a datagram is there as soon as its sending has returned.
    ///
    /// - Parameter milliseconds: how long to block for the first one.
    public func messages(waiting milliseconds: Int32 = 0) -> [String] {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        unsafe poll(&wait, 1, milliseconds)
        var messages: [String] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count >= 0 else { return messages }
            messages.append(String(decoding: buffer[..<count], as: UTF8.self))
        }
    }
}
