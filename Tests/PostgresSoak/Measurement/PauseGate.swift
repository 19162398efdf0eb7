import Synchronization

/// Where all that work wait while a measurement is made.
final class PauseGate: Sendable {
    private struct State {
        var isShut = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var watcher: CheckedContinuation<Void, Never>?
        var wanted = 0

        mutating func takeWatcher() -> CheckedContinuation<Void, Never>? {
            waiting.count >= wanted ? watcher.take() : nil
        }
    }

    private let state = Mutex(State())

    func pass() async {
        guard state.withLock({ $0.isShut }) else { return }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let (mine, watcher) = state.withLock { state in
                guard state.isShut else { return (Optional(continuation), CheckedContinuation<Void, Never>?.none) }
                state.waiting.append(continuation)
                return (nil, state.takeWatcher())
            }
            mine?.resume()
            watcher?.resume()
        }
    }

    /// Returns when so many wait.
    func shut(for count: Int) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let watcher = state.withLock { state in
                state.isShut = true
                state.wanted = count
                state.watcher = continuation
                return state.takeWatcher()
            }
            watcher?.resume()
        }
    }

    func open() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isShut = false
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
