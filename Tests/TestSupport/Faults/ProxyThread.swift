import Dispatch
import Foundation
import Synchronization

/// The thread of a `FaultProxy`: it waits for all its descriptors at once, and carries out orders between two waits.
final class ProxyThread: Sendable {
    typealias Order = @Sendable (inout ProxyLoop) -> Void

    private struct State {
        var orders: [Order] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let handle = Mutex<pthread_t?>(nil)
    /// A byte written to the first wakes the thread, which waits on the second.
    private let waker: (CInt, CInt)
    let name: String

    init(name: String) throws {
        self.name = name
        var ends: [CInt] = [-1, -1]
        guard unsafe socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw StageError("cannot make a pair of sockets: error \(errno)", hint: "see whether descriptors are left")
        }
        waker = (ends[0], ends[1])
    }

    deinit {
        close(waker.0)
        close(waker.1)
    }

    var wakeDescriptor: CInt { waker.1 }

    /// - Parameter loop: makes the objects that the thread works on, on that thread; the loop closes its descriptors at
    ///   the end.
    func start(_ loop: @escaping @Sendable () -> ProxyLoop) throws {
        let box = unsafe Unmanaged.passRetained(Start(self, loop))
        var thread = pthread_t()
        guard unsafe pthread_create(&thread, nil, proxyThreadMain, box.toOpaque()) == 0 else {
            unsafe box.release()
            throw StageError("no thread could be created for a proxy", hint: "see how many threads run")
        }
        handle.withLock { $0 = thread }
    }

    /// Returns when the thread has carried it out; does nothing after `stop`.
    func perform(_ order: @escaping Order) {
        let done = DispatchSemaphore(value: 0)
        let isTaken = state.withLock { state in
            guard !state.isClosed else { return false }
            state.orders.append { loop in
                order(&loop)
                done.signal()
            }
            return true
        }
        guard isTaken else { return }
        wake()
        done.wait()
    }

    /// Returns when the thread has ended.
    func stop() {
        state.withLock { $0.isClosed = true }
        wake()
        let thread = handle.withLock { handle in
            defer { handle = nil }
            return handle
        }
        if let thread { pthread_join(thread, nil) }
    }

    private func wake() {
        var byte: UInt8 = 0
        unsafe send(waker.0, &byte, 1, CInt(MSG_DONTWAIT))
    }

    fileprivate final class Start: Sendable {
        let thread: ProxyThread
        let loop: @Sendable () -> ProxyLoop

        init(_ thread: ProxyThread, _ loop: @escaping @Sendable () -> ProxyLoop) {
            self.thread = thread
            self.loop = loop
        }
    }

    fileprivate func run(_ start: consuming ProxyLoop) {
        try? Data(name.utf8).write(to: URL(filePath: "/proc/thread-self/comm"))
        var loop = start
        while true {
            let (orders, isClosed) = state.withLock { state in
                defer { state.orders = [] }
                return (state.orders, state.isClosed)
            }
            for order in orders { order(&loop) }
            if isClosed { break }
            loop.turn(waker.1)
        }
        loop.close()
    }
}

/// The C entry of the thread.
private func proxyThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    let start = unsafe Unmanaged<ProxyThread.Start>.fromOpaque(context).takeRetainedValue()
    start.thread.run(start.loop())
    return nil
}
