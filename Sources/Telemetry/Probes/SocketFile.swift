internal import Glibc

/// The file of a Unix socket: made by a process that listens, left behind by a process that was killed.
struct SocketFile {
    let path: String

    /// Tells the file from another that was put in its place.
    private struct Identity: Equatable {
        let device: dev_t
        let node: ino_t
    }

    private var identity: Identity?

    init(path: String) {
        self.path = path
    }

    /// Makes room for a new socket: removes one that nobody listens on.
    /// - Throws: ``ProbeError/inUse(_:)`` when somebody does, ``ProbeError/notSocket(path:)`` when it is another file.
    func clear() throws(ProbeError) {
        guard let status = try status() else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notSocket(path: path) }
        switch knock() {
        case 0, EAGAIN: throw .inUse(address)
        case ECONNREFUSED:
            guard unsafe unlink(path) == 0 || errno == ENOENT else { throw refusal(errno) }
        case ENOENT: return
        case let code: throw refusal(code)
        }
    }

    /// Lets the owner and the group connect, and nobody else.
    mutating func open() throws(ProbeError) {
        guard unsafe chmod(path, 0o660) == 0 else { throw refusal(errno) }
        identity = try status().map { Identity(device: $0.st_dev, node: $0.st_ino) }
    }

    /// Removes the file, unless another process has put its own there.
    func remove() {
        guard let identity, let status = try? status() else { return }
        guard Identity(device: status.st_dev, node: status.st_ino) == identity else { return }
        unsafe unlink(path)
    }

    private var address: ProbeAddress { ProbeAddress(.unix(path: path)) }

    private func refusal(_ code: Int32) -> ProbeError {
        // glibc's strerror answers from a buffer of the thread.
        .refused(address, cause: unsafe String(cString: strerror(code)))
    }

    /// Of the file itself, not of what a link points to; nil when there is none.
    private func status() throws(ProbeError) -> stat? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw refusal(errno)
        }
        return status
    }

    /// 0 when somebody listens, otherwise the error of connect(2).
    private func knock() -> Int32 {
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        guard let address = UnixAddress(path) else { return ENAMETOOLONG }
        return unsafe address.withPointer { unsafe connect(descriptor, $0, $1) == 0 ? 0 : errno }
    }
}
