import Foundation

/// Runs work that waits for processes on a thread of its own: tasks and Dispatch's queues share their few threads here.
public enum BlockingWork {
    public static func run<Output: Sendable>(_ body: @escaping @Sendable () throws -> Output) async throws -> Output {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
        }
    }
}
