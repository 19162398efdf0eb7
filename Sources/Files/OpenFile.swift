internal import Glibc

/// An open file, pipe or device, by the number that the system gave it. It stays open until somebody closes it.
public struct OpenFile: Sendable {
    /// The file descriptor.
    public let number: Int32

    /// - Parameter number: a file descriptor.
    public init(number: Int32) {
        self.number = number
    }

    /// Opens what stands at a path; programs that this one starts do not get it.
    ///
    /// - Parameter flags: as of `open(2)`.
    public init(_ path: String, _ flags: Int32) throws(SystemError) {
        number = unsafe open(path, flags | O_CLOEXEC)
        guard number >= 0 else { throw .last }
    }

    /// Makes an empty file to write and to read, in the place of an existing one.
    ///
    /// - Parameter permissions: of the file, less what the process's mask takes away.
    public init(creating path: String, permissions: UInt32) throws(SystemError) {
        // The existing one may belong to somebody else, or be readable for more people than this one may.
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .last }
        number = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard number >= 0 else { throw .last }
    }

    /// Writes all of it. Waits while a reader is slow, also where the file does not block.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...]
                .withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
                continue
            }
            switch count < 0 ? errno : EIO {
            case EINTR: continue
            case EAGAIN:
                var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                unsafe poll(&wait, 1, -1)
            case let code: throw SystemError(code: code)
            }
        }
    }

    /// Reads at a place of a file on a disk; nothing at its end.
    public func read(at offset: Int, upTo count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            let got = unsafe pread(number, &bytes, count, offset)
            if got >= 0 { return Array(bytes.prefix(got)) }
            guard errno == EINTR else { throw .last }
        }
    }

    /// - Throws: also what the system could not write before: a disk of another machine may say only now that it is full.
    public func close() throws(SystemError) {
        guard Glibc.close(number) == 0 else { throw .last }
    }
}
