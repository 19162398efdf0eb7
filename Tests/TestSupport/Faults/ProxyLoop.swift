import Glibc
import Synchronization

/// The objects of a proxy's thread: its listeners, its connections and the armed faults.
struct ProxyLoop {
    let target: ServerAddress
    let listeners: [CInt]
    let accepted: Tally
    private var connections: [ProxiedConnection] = []
    var faults: [ArmedFault] = []
    private(set) var isHalfOpen = false
    private var refusal: ArmedFault?

    init(target: ServerAddress, listeners: [CInt], accepted: Tally) {
        self.target = target
        self.listeners = listeners
        self.accepted = accepted
    }

    /// A number that one thread raises and others read.
    final class Tally: Sendable {
        private let number = Atomic(0)
        var count: Int { number.load(ordering: .sequentiallyConsistent) }
        func add() { number.add(1, ordering: .sequentiallyConsistent) }
    }

    // MARK: - Orders

    mutating func arm(_ fault: ArmedFault) {
        switch (fault.fault, fault.trigger.matches) {
        case (.halfOpen, nil), (.refuse, nil):
            begin(fault)
            fault.strike()
        default: faults.append(fault)
        }
    }

    /// Ends lasting faults, and disarms those that did not strike.
    mutating func heal() {
        faults = []
        isHalfOpen = false
        refusal = nil
        for connection in connections { connection.reach(target) }
    }

    mutating func cutAll() {
        for connection in connections { connection.cut() }
        connections = []
    }

    mutating func close() {
        cutAll()
        for listener in listeners { Sockets.end(listener) }
    }

    private mutating func begin(_ fault: ArmedFault) {
        switch fault.fault {
        case .halfOpen: isHalfOpen = true
        case .refuse: refusal = fault
        default: break
        }
    }

    // MARK: - Work

    /// Waits for one event or order, and reacts to it.
    mutating func turn(_ waker: CInt) {
        connections.removeAll(where: \.isOver)
        var polls = ([waker] + listeners).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let first = polls.count
        let forwarding = isHalfOpen ? [] : connections
        for connection in forwarding {
            let own = connection.polls
            polls += own.isEmpty ? [pollfd](repeating: pollfd(fd: -1, events: 0, revents: 0), count: 2) : own
        }
        guard unsafe poll(&polls, nfds_t(polls.count), patience(forwarding)) >= 0 else { return }
        if polls[0].revents != 0 { drain(waker) }
        for (listener, event) in zip(listeners, polls[1...]) where event.revents != 0 { accept(listener) }
        for (index, connection) in forwarding.enumerated() where !isHalfOpen {
            let start = first + 2 * index
            connection.forward(polls[start...(start + 1)]) { judge($0) }
        }
    }

    /// Milliseconds until a held answer may go on; -1 when there is none.
    private func patience(_ connections: [ProxiedConnection]) -> CInt {
        guard let end = connections.compactMap(\.wakes).min() else { return -1 }
        let left = ContinuousClock.now.duration(to: end)
        return CInt(max(0, left / .milliseconds(1)) + 1)
    }

    private func drain(_ waker: CInt) {
        var bytes = [UInt8](repeating: 0, count: 256)
        unsafe _ = recv(waker, &bytes, bytes.count, CInt(MSG_DONTWAIT))
    }

    private mutating func accept(_ listener: CInt) {
        let client = Glibc.accept(listener, nil, nil)
        guard client >= 0 else { return }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        accepted.add()
        if let refusal {
            Sockets.end(client)
            refusal.strike()
            return
        }
        let connection = ProxiedConnection(client: client)
        if !isHalfOpen { connection.reach(target) }
        connections.append(connection)
    }

    /// The first armed fault that these bytes trigger.
    private mutating func judge(_ bytes: [UInt8]) -> ArmedFault? {
        guard let index = faults.firstIndex(where: { $0.trigger.matches?(bytes) ?? true }) else { return nil }
        let fault = faults[index]
        if !fault.isLasting { faults.remove(at: index) }
        begin(fault)
        return fault
    }
}
