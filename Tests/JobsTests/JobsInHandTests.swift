import Postgres
import Synchronization
import Testing

@testable import Jobs

@Suite("Claimed jobs")
struct JobsInHandTests {
    private let start = ContinuousClock.now
    private let inHand = JobsInHand()

    private func claim(_ id: Int64, attempt: Int32) -> JobClaim {
        JobClaim(
            id: id,
            agency: 1,
            kind: "mark",
            attempt: attempt,
            worker: 1,
            failures: Int(attempt) - 1,
            dueAt: Instant(microsecondsSince2000: 0),
            intendedAt: nil,
            payload: nil
        )
    }

    @Test("a job that another slot has taken up before the first has put it down is still ended in time")
    func takenUpAgain() {
        let ended = Mutex<[Int32]>([])
        for attempt in Int32(1)...2 {
            inHand.add([claim(7, attempt: attempt)], until: start + .seconds(Int(attempt))) {
                ended.withLock { $0.append(attempt) }
            }
        }
        inHand.remove([claim(7, attempt: 1)])
        inHand.end(cancelled: [], now: start + .seconds(1.5))
        let early = ended.withLock { $0 }
        #expect(early.isEmpty)
        inHand.end(cancelled: [], now: start + .seconds(3))
        let late = ended.withLock { $0 }
        #expect(late == [2])
        #expect(inHand.isOverdue(claim(7, attempt: 2)) && !inHand.isOverdue(claim(7, attempt: 1)))
    }

    @Test("a cancelled or overdue job is ended once, the others go on")
    func once() {
        let ended = Mutex<[Int64]>([])
        for id in Int64(1)...3 {
            inHand.add([claim(id, attempt: 1)], until: start + .seconds(id == 3 ? 1 : 60)) {
                ended.withLock { $0.append(id) }
            }
        }
        for _ in 1...2 { inHand.end(cancelled: [1, 9], now: start + .seconds(2)) }
        let all = ended.withLock { $0.sorted() }
        #expect(all == [1, 3])
        #expect(inHand.isCancelled(claim(1, attempt: 1)) && !inHand.isOverdue(claim(1, attempt: 1)))
        #expect(!inHand.isCancelled(claim(2, attempt: 1)) && !inHand.isOverdue(claim(2, attempt: 1)))
    }
}
