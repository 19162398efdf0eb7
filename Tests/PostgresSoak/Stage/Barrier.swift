import Synchronization

/// Where a number of parties wait for each other; all go on at once, or all are told that one will not come.
final class Barrier: Sendable {
    private struct State {
        var present: Set<Int> = []
        var isOver = false
        var isHeld = false
        var waiting: [CheckedContinuation<Bool, Never>] = []
    }

    private let count: Int
    private let state = Mutex(State())

    init(of count: Int) { self.count = count }

    /// True when all are here.
    func arrive(_ party: Int) async -> Bool {
        await withCheckedContinuation { continuation in
            let released = state.withLock { state in
                state.present.insert(party)
                state.waiting.append(continuation)
                state.isHeld = state.isHeld || (!state.isOver && state.present.count == count)
                return Self.takeReleased(&state)
            }
            for (continuation, isHeld) in released { continuation.resume(returning: isHeld) }
        }
    }

    /// Somebody will not come.
    func breakOff() {
        let released = state.withLock { state in
            state.isOver = true
            return Self.takeReleased(&state)
        }
        for (continuation, isHeld) in released { continuation.resume(returning: isHeld) }
    }

    private static func takeReleased(_ state: inout State) -> [(CheckedContinuation<Bool, Never>, Bool)] {
        guard state.isHeld || state.isOver else { return [] }
        defer { state.waiting = [] }
        return state.waiting.map { ($0, state.isHeld) }
    }
}
