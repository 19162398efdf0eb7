import Synchronization

/// Wakes the idle loops of this process.
final class Bell: Sendable {
    private struct State {
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var next = 0
        var rings = 0
    }

    private let state = Mutex(State())

    /// How often it has rung.
    var rings: Int { state.withLock { $0.rings } }

    func ring() {
        let sleepers = state.withLock { state in
            defer { state.sleepers = [:] }
            state.rings += 1
            return state.sleepers.values
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    /// Until it has rung more than so often, or the time is over.
    func wait(for time: Duration, after rings: Int) async throws {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.sleep(number, after: rings) }
            group.addTask { try await Task.sleep(for: time) }
            defer {
                wake(number)
                group.cancelAll()
            }
            try await group.next()
        }
    }

    private func sleep(_ number: Int, after rings: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isTooLate = state.withLock { state in
                    if Task.isCancelled || state.rings > rings { return true }
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
