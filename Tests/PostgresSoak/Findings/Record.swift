import Synchronization

/// What has been done, suffered and found so far.
final class Record: Sendable {
    let operations = Tallies()
    let faults = Tallies()
    let errors = Tallies()
    /// Attempts by outcome, retries, statements.
    let transactions = Tallies()
    /// The most that one connection had.
    let mostStatements = Tallies()
    let findings = Findings()
    let ledger = Outcomes()
    let announcements = Outcomes()
    private let over = Atomic(false)

    var isOver: Bool { over.load(ordering: .acquiring) }
    func end() { over.store(true, ordering: .releasing) }
}
