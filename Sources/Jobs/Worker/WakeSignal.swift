import Synchronization

/// Wakes the idle loops of this process.
final class WakeSignal: Sendable {
    private struct State {
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var next = 0
        var count = 0
    }

    private let state = Mutex(State())

    /// How often it was sent.
    var count: Int { state.withLock { $0.count } }

    func send() {
        let sleepers = state.withLock { state in
            defer { state.sleepers = [:] }
            state.count += 1
            return state.sleepers.values
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    /// Until it was sent more often than `count`, or the time is over.
    func wait(for time: Duration, after count: Int) async throws {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.sleep(number, after: count) }
            group.addTask { try await Task.sleep(for: time) }
            defer {
                wake(number)
                group.cancelAll()
            }
            try await group.next()
        }
    }

    private func sleep(_ number: Int, after count: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isTooLate = state.withLock { state in
                    if Task.isCancelled || state.count > count { return true }
                    state.sleepers[number] = continuation
                    return false
                }
                if isTooLate { continuation.resume() }
            }
        } onCancel: {
            wake(number)
        }
    }

    private func wake(_ number: Int) {
        state.withLock { $0.sleepers.removeValue(forKey: number) }?.resume()
    }
}
