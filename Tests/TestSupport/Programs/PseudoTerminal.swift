public import Foundation

/// A terminal for a program that a test runs: text that it writes to the slave's side is read here.
public final class PseudoTerminal {
    private let master: CInt
    /// The program's standard output.
    public let slave: FileHandle

    /// TIOCSPTLCK and TIOCGPTPEER of Linux (ioctl_tty(2)).
    private static let setLock: UInt = 0x4004_5431
    private static let openPeer: UInt = 0x5441

    public init(columns: UInt16, rows: UInt16) throws {
        // Does the work of `posix_openpt`, `unlockpt` and `ptsname`, which the C library hides here.
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: CInt = 0
        guard master >= 0, unsafe ioctl(master, Self.setLock, &isLocked) == 0 else {
            throw StageError("no pseudo terminal: error \(errno)", hint: "mount devpts")
        }
        let descriptor = ioctl(master, Self.openPeer, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StageError("no pseudo terminal: error \(errno)", hint: "mount devpts") }
        slave = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    deinit { close(master) }

    /// Types into the program, which reads the text when it asks.
    public func type(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard unsafe write(master, bytes, bytes.count) == bytes.count else {
            throw StageError("cannot type into the terminal: error \(errno)", hint: "")
        }
    }

    /// Blocks until something is written, and returns it.
    public func read() throws -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe Glibc.read(master, &bytes, bytes.count)
        guard count > 0 else { throw StageError("the terminal was hung up: error \(errno)", hint: "") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Blocks until every program that holds the slave's side has ended, and returns everything that was written.
    public func readToEnd() throws -> String {
        try slave.close()
        var (bytes, all) = ([UInt8](repeating: 0, count: 4096), [UInt8]())
        while true {
            let count = unsafe Glibc.read(master, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += bytes.prefix(count)
        }
    }
}
