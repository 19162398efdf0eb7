internal import Glibc

/// A socket that listens, and the file of one that has a path.
final class ProbeListener: Sendable {
    let descriptor: Int32
    /// Where it listens: with the port that was found free.
    let address: ProbeAddress
    private let file: SocketFile?

    /// - Throws: ``ProbeError`` when it cannot listen there.
    init(_ address: ProbeAddress) throws(ProbeError) {
        var file: SocketFile?
        if case .unix(let path) = address.place { file = SocketFile(path: path) }
        try file?.clear()
        let family =
            switch address.place {
            case .ip4: AF_INET
            case .ip6: AF_INET6
            case .unix: AF_UNIX
            }
        descriptor = socket(
            family,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else { throw ProbeError("socket", errno, at: address) }
        do throws(ProbeError) {
            try Self.bind(descriptor, to: address)
            try file?.open()
            guard listen(descriptor, 128) == 0 else { throw ProbeError("listen", errno, at: address) }
            self.address = try Self.bound(descriptor, address)
        } catch {
            close(descriptor)
            file?.remove()
            throw error
        }
        self.file = file
    }

    /// To be called once, at the end.
    func end() {
        close(descriptor)
        file?.remove()
    }

    /// The next connection; nil when there is none for now.
    ///
    /// - Throws: `Failure` when it does not listen any more, or no descriptor is left.
    func accept() throws(Failure) -> Int32? {
        while true {
            let accepted = Glibc.accept(descriptor, nil, nil)
            if accepted >= 0 {
                _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
                _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
                return accepted
            }
            switch errno {
            case EAGAIN: return nil
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: throw .full
            // Of the connection, which is gone (accept(2)).
            case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENETUNREACH, EHOSTDOWN, EHOSTUNREACH, EOPNOTSUPP: continue
            case let code: throw .broken(ProbeError("accept", code, at: address))
            }
        }
    }

    enum Failure: Error {
        case full
        case broken(ProbeError)
    }

    private static func bind(_ descriptor: Int32, to address: ProbeAddress) throws(ProbeError) {
        var code: Int32 = -1
        switch address.place {
        case .unix(let path):
            guard let unix = UnixAddress(path) else { throw .unusablePath(path) }
            code = unsafe unix.withPointer { unsafe Glibc.bind(descriptor, $0, $1) }
        case .ip4(let host, let port):
            try reuse(descriptor, address)
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            unsafe inet_pton(AF_INET, host, &place.sin_addr)
            code = unsafe withUnsafePointer(to: place) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        case .ip6(let host, let port):
            try reuse(descriptor, address)
            var place = sockaddr_in6()
            place.sin6_family = sa_family_t(AF_INET6)
            place.sin6_port = port.bigEndian
            unsafe inet_pton(AF_INET6, host, &place.sin6_addr)
            code = unsafe withUnsafePointer(to: place) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
        }
        guard code == 0 else { throw ProbeError("bind", errno, at: address) }
    }

    /// A port whose last connections have not run out yet may be taken again.
    private static func reuse(_ descriptor: Int32, _ address: ProbeAddress) throws(ProbeError) {
        var one: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, size) == 0 else {
            throw ProbeError("setsockopt", errno, at: address)
        }
    }

    private static func bound(_ descriptor: Int32, _ address: ProbeAddress) throws(ProbeError) -> ProbeAddress {
        guard address.port == 0 else { return address }
        // Port and family stand at the same place in both forms.
        var place = sockaddr_in6()
        var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let code = unsafe withUnsafeMutablePointer(to: &place) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe getsockname(descriptor, $0, &size) }
        }
        guard code == 0 else { throw ProbeError("getsockname", errno, at: address) }
        let port = UInt16(bigEndian: place.sin6_port)
        return switch address.place {
        case .ip4(let host, _): ProbeAddress(.ip4(host: host, port: port))
        case .ip6(let host, _): ProbeAddress(.ip6(host: host, port: port))
        case .unix: address
        }
    }
}

extension ProbeError {
    /// A system call that failed.
    init(_ call: String, _ code: Int32, at address: ProbeAddress) {
        // glibc's strerror answers from a buffer of the thread.
        let cause = unsafe String(cString: strerror(code))
        self = code == EADDRINUSE ? .inUse(address) : .refused(address, cause: "\(call): \(cause)")
    }
}
