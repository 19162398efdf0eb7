import Postgres
import Synchronization

/// Hears the announcer's numbers on one pool: each once, in order, none that was taken back, and none left out unless a
/// gap was told.
final class NumberListener: Sendable {
    private let stage: Stage
    private let pool: ProxiedPool
    private let latest = Atomic(0)

    init(_ stage: Stage, _ pool: ProxiedPool) {
        self.stage = stage
        self.pool = pool
    }

    /// The last number heard.
    var last: Int { latest.load(ordering: .acquiring) }

    /// Ends with the database or the task.
    func run() async {
        while !Task.isCancelled {
            do {
                try await hear(try await pool.database.listen(to: [Announcer.channel]))
                if !Task.isCancelled {
                    stage.record.findings.report(.error, "the listener on \(pool.name) ended, and nothing was closed")
                }
                return
            } catch {
                ErrorJudge(record: stage.record).judge(error, of: "listening")
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    private func hear(_ events: ChannelEvents) async throws {
        // What was sent before is nobody's business.
        var last: Int?
        var isGapTold = false
        for try await event in events {
            switch event {
            case .possibleGap:
                isGapTold = true
                stage.record.operations.add("gaps told")
            case .notification(let notification):
                guard let number = Int(notification.payload) else { continue }
                if let last { check(number, after: last, isGapTold) }
                isGapTold = false
                last = number
                latest.store(number, ordering: .releasing)
                stage.record.operations.add("numbers heard")
            }
        }
    }

    private func check(_ number: Int, after last: Int, _ isGapTold: Bool) {
        let (told, findings) = (stage.record.announcements, stage.record.findings)
        guard number > last else {
            return findings.report(.repeated, "\(pool.name) heard number \(number) after \(last)")
        }
        if told[last] == .failed { findings.report(.wrongRow, "\(pool.name) heard number \(last), which had failed") }
        guard !isGapTold else { return }
        for missed in (last + 1)..<number where told[missed] == .committed {
            findings.report(.lost, "\(pool.name) did not hear number \(missed), and no gap was told")
        }
    }
}
