import Dispatch
import Foundation
import TestSupport
import Testing

@testable import Postgres

@Suite("Detached threads")
struct DetachedThreadTests {
    /// Where the kernel shows the thread that ran the work, below `/proc`.
    private func run(_ work: @escaping @Sendable () -> Void) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            let hasStarted = DetachedThread.start {
                work()
                continuation.resume(
                    with: Result { try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self") }
                )
            }
            if !hasStarted { continuation.resume(throwing: NoThread()) }
        }
    }

    private struct NoThread: Error {}

    @Test("one whose work has ended does the next")
    func serveAgain() async throws {
        var threads: Set<String> = []
        for _ in 0..<50 { threads.insert(try await run {}) }
        // Other tests take some of them meanwhile.
        #expect(threads.count < 50)
    }

    @Test("those that find nothing to do end")
    func end() async throws {
        let count = 20
        let arrivals = Tally()
        let everybody = DispatchSemaphore(value: 0)
        let threads = try await withThrowingTaskGroup { group in
            for _ in 0..<count {
                group.addTask {
                    try await run {
                        if arrivals.add() == count { for _ in 0..<count { everybody.signal() } }
                        everybody.wait()
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(threads.count == count)
        let limit = ContinuousClock.now + .seconds(120)
        // Other tests may hold some of them for long.
        while threads.count(where: { FileManager.default.fileExists(atPath: "/proc/\($0)") }) > count / 2 {
            try #require(ContinuousClock.now < limit, "the threads stay")
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
