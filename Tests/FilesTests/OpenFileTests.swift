import Files
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Open files")
struct OpenFileTests {
    private static let interruptions = Atomic(0)

    /// Reads a pipe to its end; `piece` is called before each piece.
    private static func read(_ end: Int32, piece: () throws -> Void) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 5_000)
        while true {
            try piece()
            let count = unsafe Glibc.read(end, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    @Test(
        "a pipe gets all of it, in however many parts, by a writer that waits and one that must not",
        arguments: [0, O_NONBLOCK]
    )
    func whole(_ flags: Int32) async throws {
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        let (reader, writer) = (ends[0], OpenFile(number: ends[1]))
        if flags != 0 { try #require(fcntl(writer.number, F_SETFL, flags) == 0) }
        // A signal that a call in the system does not survive.
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { _ in OpenFileTests.interruptions.add(1, ordering: .relaxed) }
        unsafe sigaction(SIGUSR2, &action, nil)
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let started = DispatchSemaphore(value: 0)
        let thread = Mutex<pthread_t?>(nil)
        Thread.detachNewThread {
            thread.withLock { $0 = pthread_self() }
            // Threads inherit that no signal reaches them.
            var signals = sigset_t()
            unsafe sigaddset(&signals, SIGUSR2)
            unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            started.signal()
            try? writer.write(bytes)
            try? writer.close()
        }
        let got = try await BlockingWork.run {
            started.wait()
            let thread = try #require(thread.withLock { $0 })
            return try Self.read(reader) { if flags == 0 { pthread_kill(thread, SIGUSR2) } }
        }
        close(reader)
        #expect(got == bytes)
        if flags == 0 { #expect(Self.interruptions.load(ordering: .relaxed) > 0) }
    }

    @Test("what cannot be written or opened is refused with the system's reason")
    func refusals() throws {
        let full = try OpenFile("/dev/full", O_WRONLY)
        #expect(throws: SystemError(code: ENOSPC)) { try full.write([1]) }
        try full.close()
        #expect(throws: SystemError(code: EBADF)) { try full.write([1]) }
        #expect(throws: SystemError(code: EBADF)) { try full.close() }
        #expect(throws: SystemError(code: ENOENT)) { try OpenFile("/nowhere/file", O_RDONLY) }
        #expect(throws: SystemError(code: ENOENT)) { try OpenFile(creating: "/nowhere/file", permissions: 0o600) }
        #expect("\(SystemError(code: ENOSPC))" == "No space left on device")
    }

    @Test("a file that is made takes the place of one that stood there, with its own permissions")
    func making() throws {
        let folder = try ScratchDirectory()
        let path = folder.file("list")
        try "what stood there".write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
        let file = try OpenFile(creating: path, permissions: 0o600)
        try file.write(Array("one two".utf8))
        #expect(try file.read(at: 4, upTo: 100) == Array("two".utf8) && file.read(at: 7, upTo: 100) == [])
        try file.close()
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
}
