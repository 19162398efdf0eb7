import Foundation
import Synchronization

/// Long work that Ctrl-C ends in good order: the first signal cancels its task, the second ends the program and a program that
/// it started.
enum Interruption {
    private static let count = Atomic(0)
    private static let pipe = Atomic<Int32>(-1)
    private static let child = Atomic<Int32>(0)

    /// Whether a signal came.
    static var came: Bool { count.load(ordering: .relaxed) > 0 }

    /// The program that the second signal ends, too; 0 for none.
    static func take(_ pid: Int32) { child.store(pid, ordering: .relaxed) }

    /// Runs the work in a task of its own.
    static func cancelling<Output: Sendable>(
        _ work: @escaping @Sendable () async throws -> Output
    ) async throws -> Output {
        var ends: [CInt] = [0, 0]
        guard unsafe Glibc.pipe(&ends) == 0 else { return try await work() }
        let reading = ends[0]
        pipe.store(ends[1], ordering: .relaxed)
        let task = Task { try await work() }
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while unsafe read(reading, &byte, 1) < 0, errno == EINTR {}
            task.cancel()
        }
        // A handler of our own, and no signal that is ignored: a program that is started would inherit that.
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { Interruption.handle($0) } }
        return try await task.value
    }

    private static func handle(_ number: CInt) {
        if count.add(1, ordering: .relaxed).newValue > 1 {
            let pid = child.load(ordering: .relaxed)
            if pid > 0 { kill(pid, SIGKILL) }
            signal(number, SIG_DFL)
            raise(number)
        }
        var byte: UInt8 = 1
        _ = unsafe write(pipe.load(ordering: .relaxed), &byte, 1)
    }
}
