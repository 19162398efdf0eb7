import Testing

@testable import Postgres

/// The pool's decisions, with a clock that the tests move.
@Suite("Pool state")
struct PoolStateTests {
    static let refused = PostgresError(.connectFailed("wrong password", .invalidPassword), wasSent: false)
    static let absent = PostgresError(.connectFailed("nobody there", nil), wasSent: false)

    /// A pool whose connections open at once unless told otherwise.
    final class Stage {
        var state: PoolState
        var now = ContinuousClock.now
        /// What is to be done outside, in words, oldest first.
        var log: [String] = []

        init(_ limits: PoolLimits) {
            state = PoolState(limits, seed: 7)
        }

        func note(_ actions: [PoolState.Action]) {
            log += actions.map { action in
                switch action {
                case .lend(let connection, let caller): "lend \(connection) to \(caller)"
                case .refuse(let caller, let error): "refuse \(caller): \(error.kind.name)"
                case .open(let connection): "open \(connection)"
                case .close(let connection, let reason): "close \(connection): \(reason)"
                }
            }
        }

        /// The words since the last call.
        func words() -> [String] {
            defer { log = [] }
            return log
        }

        func offer() -> PoolState.Offer {
            let (offer, actions) = state.offer(at: now)
            note(actions)
            return offer
        }

        func request(_ caller: Int) { note(state.request(caller, at: now)) }
        func opened(_ id: Int) { note(state.opened(id, at: now)) }
        func failed(_ id: Int, _ error: PostgresError = absent) {
            note(state.failedToOpen(id, error, at: now))
        }
        func giveBack(_ id: Int, _ returned: PoolState.ReturnedState = .usable, reopenings: Int = 0) {
            note(state.giveBack(id, returned, reopenings: reopenings, at: now))
        }

        /// Lets the time pass to the next thing due, and does it; false when nothing ever is.
        func pass() -> Bool {
            guard let next = state.nextTick else { return false }
            now = max(now, next)
            note(state.tick(at: now))
            return true
        }

        /// A connection in use, opened by its caller.
        func take() throws -> Int {
            switch offer() {
            case .idle(let id): return id
            case .toOpen(let id):
                opened(id)
                return id
            case .nothing: throw NothingOffered()
            }
        }
    }

    private struct NothingOffered: Error {}

    @Test("who finds room opens a connection; who finds an idle one gets the one used last")
    func offers() throws {
        let stage = Stage(PoolLimits(maximum: 2))
        let first = try stage.take()
        let second = try stage.take()
        #expect(first != second && stage.offer() == .nothing)
        stage.giveBack(first)
        stage.giveBack(second)
        #expect(stage.offer() == .idle(second) && stage.offer() == .idle(first))
        #expect(stage.words() == [])
    }

    @Test("those who wait are served in the order of asking, whoever comes later")
    func order() throws {
        let stage = Stage(PoolLimits(maximum: 1, queue: 100))
        let connection = try stage.take()
        for caller in 1...50 { stage.request(caller) }
        for caller in 1...50 {
            // Nobody overtakes.
            #expect(stage.offer() == .nothing)
            stage.giveBack(connection)
            #expect(stage.words() == ["lend \(connection) to \(caller)"])
        }
        #expect(stage.state.snapshot.waiting == 0 && stage.state.snapshot.inUse == 1)
    }

    @Test("who waits gets whatever comes first, and what was opened in vain lies idle")
    func firstCome() throws {
        let stage = Stage(PoolLimits(maximum: 2))
        let first = try stage.take()
        stage.failed(try #require(stage.offer().opened))
        stage.request(1)
        #expect(stage.words() == [])
        #expect(stage.pass() && stage.words() == ["open 3"])
        stage.giveBack(first)
        #expect(stage.words() == ["lend \(first) to 1"])
        stage.opened(3)
        #expect(stage.words() == [] && stage.state.snapshot.idle == 1)
    }

    @Test("an idle connection that broke and could not be replaced counts as one that could not be opened")
    func notReopened() throws {
        let stage = Stage(PoolLimits(maximum: 2))
        let (first, second) = (try stage.take(), try stage.take())
        stage.giveBack(second)
        stage.giveBack(first, .notReopened(Self.absent))
        #expect(stage.words() == ["close \(first): broken"] && stage.state.snapshot.failedToOpen == 1)
        // The other one may still stand.
        #expect(stage.offer() == .idle(second))
        stage.request(1)
        #expect(stage.words() == [])
        stage.giveBack(second, .notReopened(Self.absent))
        #expect(stage.words() == ["close \(second): broken", "refuse 1: connectFailed"])
        // Nobody opens another before the back-off is over.
        #expect(stage.offer() == .nothing)
        stage.request(2)
        #expect(stage.words() == [])
        #expect(stage.pass() && stage.words() == ["open 3"])
    }

    @Test("a caller's time runs out when it is over, not before, and only while it waits for others")
    func deadlines() throws {
        let stage = Stage(PoolLimits(maximum: 1, acquireTimeout: .seconds(5)))
        let connection = try stage.take()
        stage.request(1)
        stage.now = stage.now.advanced(by: .seconds(2))
        stage.request(2)
        #expect(stage.state.nextTick == stage.now.advanced(by: .seconds(3)))
        stage.now = stage.now.advanced(by: .milliseconds(2999))
        stage.note(stage.state.tick(at: stage.now))
        #expect(stage.words() == [])
        #expect(stage.pass() && stage.words() == ["refuse 1: acquireTimeout"])
        #expect(stage.pass() && stage.words() == ["refuse 2: acquireTimeout"])
        stage.request(3)
        stage.giveBack(connection, .broken)
        #expect(stage.words() == ["close \(connection): broken", "open 2"])
        // The limit of opening is another one.
        stage.now = stage.now.advanced(by: .seconds(60))
        stage.note(stage.state.tick(at: stage.now))
        #expect(stage.words() == [])
        stage.opened(2)
        #expect(stage.words() == ["lend 2 to 3"])
        #expect(stage.state.snapshot.timeouts == 2)
    }

    @Test("the queue has a limit, and a caller that withdraws makes room")
    func queue() throws {
        let stage = Stage(PoolLimits(maximum: 1, queue: 2))
        _ = try stage.take()
        stage.request(1)
        stage.request(2)
        stage.request(3)
        #expect(stage.words() == ["refuse 3: queueFull"])
        let withdrew = [stage.state.withdraw(1), stage.state.withdraw(1), stage.state.withdraw(9)]
        #expect(withdrew == [true, false, false])
        stage.request(4)
        #expect(stage.words() == [] && stage.state.snapshot.refusals == 1)
    }

    @Test("a lifetime ends a connection when it comes back or lies idle, each at another moment")
    func lifetime() throws {
        let stage = Stage(PoolLimits(maximum: 20, lifetime: .seconds(1000), idleTimeout: .seconds(100_000)))
        let ids = try (0..<20).map { _ in try stage.take() }
        for id in ids { stage.giveBack(id) }
        let start = stage.now
        var ends: [Duration] = []
        while stage.pass() {
            let closed = stage.words()
            #expect(closed.allSatisfy { $0.hasSuffix(": lifetime") })
            ends += closed.map { _ in start.duration(to: stage.now) }
        }
        #expect(ends.count == 20 && Set(ends).count > 15)
        #expect(ends.allSatisfy { (.seconds(900) ... .seconds(1100)).contains($0) })
        let used = try stage.take()
        stage.now = stage.now.advanced(by: .seconds(1200))
        stage.giveBack(used)
        #expect(stage.words() == ["close \(used): lifetime"])
    }

    @Test("idle connections above the minimum go when nobody wants them, the longest unused first")
    func idle() throws {
        let stage = Stage(PoolLimits(minimum: 1, maximum: 3, idleTimeout: .seconds(300)))
        stage.note(stage.state.tick(at: stage.now))
        #expect(stage.words() == ["open 1"])
        stage.opened(1)
        let ids = try (0..<3).map { _ in try stage.take() }
        for id in ids {
            stage.now = stage.now.advanced(by: .seconds(10))
            stage.giveBack(id)
        }
        #expect(stage.pass() && stage.words() == ["close \(ids[0]): idle"])
        #expect(stage.pass() && stage.words() == ["close \(ids[1]): idle"])
        #expect(stage.state.snapshot.idle == 1)
        // The last one ends with its lifetime, and another takes its place.
        #expect(stage.pass() && stage.words() == ["close \(ids[2]): lifetime", "open 4"])
    }

    @Test("after a failure the pool waits longer and longer, up to half a minute, and one attempt at a time")
    func backOff() throws {
        let stage = Stage(PoolLimits(minimum: 3, maximum: 3))
        stage.note(stage.state.tick(at: stage.now))
        #expect(stage.words() == ["open 1", "open 2", "open 3"])
        for id in 1...3 { stage.failed(id) }
        var delays: [Duration] = []
        for attempt in 4...15 {
            let before = stage.now
            #expect(stage.pass() && stage.words() == ["open \(attempt)"])
            delays.append(before.duration(to: stage.now))
            stage.failed(attempt)
        }
        #expect(delays.allSatisfy { $0 >= .milliseconds(50) && $0 <= .seconds(30) })
        #expect(delays[0] < .seconds(1) && delays[9] >= .seconds(15) && delays[11] >= .seconds(15))
        #expect(stage.pass() && stage.words() == ["open 16"])
        stage.opened(16)
        // The server is there again: the rest at once.
        #expect(stage.words() == ["open 17", "open 18"])
        #expect(stage.state.snapshot.failedToOpen == 15)
    }

    @Test("a refused login is not asked again by itself, only for a caller, and not before its time")
    func refusal() throws {
        let stage = Stage(PoolLimits(minimum: 1, maximum: 2))
        stage.note(stage.state.tick(at: stage.now))
        stage.failed(1, Self.refused)
        #expect(stage.words() == ["open 1"])
        #expect(!stage.pass(), "nobody asks for a connection, so nobody asks the server")
        #expect(stage.offer() == .nothing)
        stage.request(1)
        #expect(stage.words() == ["refuse 1: connectFailed"])
        stage.now = stage.now.advanced(by: .seconds(31))
        stage.request(2)
        #expect(stage.words() == ["open 2"])
        stage.failed(2, Self.refused)
        #expect(stage.words() == ["refuse 2: connectFailed"])
        stage.now = stage.now.advanced(by: .seconds(31))
        stage.request(3)
        stage.opened(3)
        #expect(stage.words() == ["open 3", "lend 3 to 3"])
    }

    @Test("when nothing can be opened those who wait are told at once, unless there is another to wait for")
    func nothing() throws {
        let stage = Stage(PoolLimits(maximum: 2))
        let first = try #require(stage.offer().opened)
        let second = try #require(stage.offer().opened)
        stage.request(1)
        stage.failed(first)
        #expect(stage.words() == [] && !stage.state.isFinal(Self.absent))
        stage.failed(second)
        #expect(stage.words() == ["refuse 1: connectFailed"] && stage.state.isFinal(Self.absent))
        #expect(stage.state.snapshot.open == 0)
        stage.request(2)
        #expect(stage.words() == [] && stage.pass())
        #expect(stage.words() == ["open 3"])
        stage.opened(3)
        stage.request(3)
        #expect(stage.words() == ["lend 3 to 2", "open 4"])
        stage.failed(4)
        #expect(stage.words() == [], "there is a connection in use to wait for")
        stage.giveBack(3)
        #expect(stage.words() == ["lend 3 to 3"])
    }

    @Test("a connection that is cancelled while it opens says nothing about the server")
    func cancelled() throws {
        let stage = Stage(PoolLimits(maximum: 1))
        stage.failed(try #require(stage.offer().opened), PostgresError(.cancelled, wasSent: false))
        #expect(stage.state.snapshot.failedToOpen == 0)
        #expect(stage.offer().opened != nil)
    }

    @Test("closing refuses those who wait and come, closes what is idle, and the rest as it comes back")
    func closing() throws {
        let stage = Stage(PoolLimits(maximum: 3))
        let (used, idle) = (try stage.take(), try stage.take())
        stage.giveBack(idle)
        let opening = try #require(stage.offer() == .idle(idle) ? stage.offer().opened : nil)
        stage.giveBack(idle)
        _ = stage.words()
        stage.note(stage.state.close())
        #expect(stage.words() == ["close \(idle): shutdown"])
        stage.request(1)
        #expect(stage.words() == ["refuse 1: closed"] && stage.offer() == .nothing)
        stage.giveBack(used)
        stage.opened(opening)
        stage.giveBack(opening)
        #expect(stage.words() == ["close \(used): shutdown", "close \(opening): shutdown"])
        #expect(!stage.pass() && stage.state.snapshot.open == 0)
    }
}

extension PoolState.Offer {
    /// The connection that the caller is to open.
    fileprivate var opened: Int? {
        if case .toOpen(let id) = self { id } else { nil }
    }
}
