import Testing

@testable import Postgres

/// Random histories of a pool.
@Suite("Pool history")
struct PoolHistoryTests {
    private typealias Stage = PoolStateTests.Stage

    @Test("whatever happens, no connection is lent twice, lost or beyond the limit, and everybody gets an answer")
    func chance() throws {
        for seed in 0..<200 as Range<UInt64> {
            var run = Run(seed: seed)
            try run.check()
        }
    }

    /// A random history of a pool, checked at every step.
    private struct Run {
        let stage: Stage
        var chance: SplitMix64
        let limits: PoolLimits
        var inUse: Set<Int> = []
        var opening: Set<Int> = []
        /// Those of `opening` that a caller opens for itself.
        var own: Set<Int> = []
        var waiting: Set<Int> = []
        var nextCaller = 0

        init(seed: UInt64) {
            chance = SplitMix64(state: seed)
            limits = PoolLimits(
                minimum: Int.random(in: 0...2, using: &chance),
                maximum: Int.random(in: 2...5, using: &chance),
                acquireTimeout: .seconds(5),
                queue: 20,
                lifetime: .seconds(60),
                idleTimeout: .seconds(20)
            )
            stage = Stage(limits)
        }

        mutating func check() throws {
            for _ in 0..<400 { try step() }
            // In the end everything comes back, and nobody is left waiting.
            while !inUse.isEmpty || !opening.isEmpty || !waiting.isEmpty {
                if let id = opening.popFirst() {
                    if own.contains(id) { inUse.insert(id) }
                    apply { $0.opened(id) }
                }
                if let id = inUse.popFirst() { apply { $0.giveBack(id) } }
                if inUse.isEmpty, opening.isEmpty, !waiting.isEmpty { apply { _ = $0.pass() } }
            }
            #expect(stage.state.snapshot.inUse == 0 && stage.state.snapshot.waiting == 0)
        }

        private mutating func step() throws {
            switch Int.random(in: 0..<8, using: &chance) {
            case 0, 1:
                switch stage.offer() {
                case .idle(let id): #expect(inUse.insert(id).inserted)
                case .toOpen(let id):
                    #expect(opening.insert(id).inserted)
                    own.insert(id)
                case .nothing:
                    nextCaller += 1
                    let caller = nextCaller
                    waiting.insert(caller)
                    apply { $0.request(caller) }
                }
            case 2, 3:
                guard let id = inUse.randomElement(using: &chance) else { return }
                inUse.remove(id)
                let returned = [
                    PoolState.ReturnedState.usable, .usable, .usable, .usable, .broken,
                    .notReopened(PoolStateTests.absent),
                ]
                .randomElement(using: &chance)
                apply { $0.giveBack(id, returned ?? .usable) }
            case 4:
                guard let id = opening.randomElement(using: &chance) else { return }
                opening.remove(id)
                if own.contains(id) { inUse.insert(id) }
                apply { $0.opened(id) }
            case 5:
                guard let id = opening.randomElement(using: &chance) else { return }
                opening.remove(id)
                let error = Bool.random(using: &chance) ? PoolStateTests.absent : PoolStateTests.refused
                apply { $0.failed(id, error) }
            case 6:
                guard let caller = waiting.randomElement(using: &chance) else { return }
                waiting.remove(caller)
                let withdrew = stage.state.withdraw(caller)
                #expect(withdrew)
            default:
                stage.now = stage.now.advanced(by: .milliseconds(Int.random(in: 0...8000, using: &chance)))
                apply { $0.note($0.state.tick(at: $0.now)) }
            }
            let snapshot = stage.state.snapshot
            #expect(snapshot.open <= limits.maximum && snapshot.waiting == waiting.count)
            #expect(snapshot.inUse == inUse.count && snapshot.opening == opening.count)
        }

        private mutating func apply(_ change: (Stage) -> Void) {
            change(stage)
            for word in stage.words() {
                let parts = word.split(separator: " ")
                let number = Int(parts[1].filter(\.isNumber)) ?? 0
                switch parts[0] {
                case "lend":
                    #expect(inUse.insert(number).inserted, "lent twice")
                    #expect(waiting.remove(Int(parts[3]) ?? 0) != nil)
                case "refuse": #expect(waiting.remove(number) != nil)
                case "open": #expect(opening.insert(number).inserted)
                default: #expect(!inUse.contains(number) && !opening.contains(number), "closed in use")
                }
            }
        }
    }
}
