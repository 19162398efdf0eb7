import Glibc

/// The few calls on sockets that the stage needs. Programs that a test starts do not inherit the descriptors.
enum Sockets {
    /// A bound socket. Port 0 means any free port.
    static func bind(_ address: ServerAddress) throws(StageError) -> CInt {
        let descriptor = try make(address)
        if case .network = address {
            var yes: CInt = 1
            unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        }
        guard try unsafe with(address, { unsafe Glibc.bind(descriptor, $0, $1) }) == 0 else {
            throw failure("bind", address, descriptor)
        }
        return descriptor
    }

    static func listen(_ address: ServerAddress) throws(StageError) -> CInt {
        let descriptor = try bind(address)
        guard Glibc.listen(descriptor, 128) == 0 else { throw failure("listen on", address, descriptor) }
        return descriptor
    }

    static func connect(_ address: ServerAddress) throws(StageError) -> CInt {
        let descriptor = try make(address)
        guard try unsafe with(address, { unsafe Glibc.connect(descriptor, $0, $1) }) == 0 else {
            throw failure("connect to", address, descriptor)
        }
        return descriptor
    }

    /// Closes it for its peer as well, even while a process that another thread is just starting still holds a copy.
    static func end(_ descriptor: CInt) {
        shutdown(descriptor, CInt(SHUT_RDWR))
        close(descriptor)
    }

    static func port(of descriptor: CInt) -> Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe getsockname(descriptor, address, &length)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func make(_ address: ServerAddress) throws(StageError) -> CInt {
        let family = if case .socket = address { AF_UNIX } else { AF_INET }
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(family, kind, 0)
        guard descriptor >= 0 else { throw failure("open a socket for", address, -1) }
        return descriptor
    }

    private static func failure(_ verb: String, _ address: ServerAddress, _ descriptor: CInt) -> StageError {
        let code = errno
        if descriptor >= 0 { close(descriptor) }
        return StageError(
            "cannot \(verb) \(address): error \(code) of the operating system",
            hint: "see whether the server there runs, and whether descriptors are left"
        )
    }

    private static func with(
        _ address: ServerAddress,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) throws(StageError) -> CInt {
        switch address {
        case .socket(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let isShort = unsafe withUnsafeMutableBytes(of: &address.sun_path) { buffer in
                guard path.utf8.count < buffer.count else { return false }
                unsafe buffer.copyBytes(from: path.utf8)
                return true
            }
            guard isShort else {
                throw StageError("\(path) is too long for a Unix socket", hint: "set TMPDIR to a shorter path")
            }
            return unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    unsafe body(address, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        case .network(let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
            return unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    unsafe body(address, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
    }
}
