import Foundation
import Postgres

/// Counts while all work rests: every pool is filled to its limit first, so that one reading compares with the next, and
/// so that a connection that was never given back is missed.
struct Measurement {
    let stage: Stage
    private(set) var readings: [ProcessReading] = []

    init(_ stage: Stage) { self.stage = stage }

    mutating func take() async {
        await stage.gate.shut(for: stage.gatedTasks)
        for pool in stage.allPools {
            await fill(pool)
            await compare(pool)
        }
        readings.append(ProcessReading.now())
        stage.gate.open()
    }

    private func fill(_ pool: ProxiedPool) async {
        let barrier = Barrier(of: pool.limit)
        let filled = await withTaskGroup { group in
            for party in 1...pool.limit {
                group.addTask {
                    do {
                        return try await pool.database.transaction(
                            as: .login,
                            options: TransactionOptions(retries: 8)
                        ) { tx in
                            try tx.execute("select 1")
                            return await barrier.arrive(party)
                        }
                    } catch {
                        barrier.breakOff()
                        let text = "\(pool.name) cannot fill its pool while all rests: \(error)"
                        stage.record.findings.report(.leak, text)
                        return false
                    }
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        let statistics = pool.database.statistics
        guard filled else { return }
        if statistics.inUse != 0 || statistics.waiting != 0 || statistics.open > pool.limit {
            stage.record.findings.report(.leak, "\(pool.name) rests, and its pool says \(statistics)")
        }
    }

    /// The server may need a moment to notice a connection's end.
    private func compare(_ pool: ProxiedPool) async {
        let end = ContinuousClock.now + .seconds(10)
        var found = 0
        repeat {
            found = (try? await Self.connections(of: pool.name, stage)) ?? -1
            let open = pool.database.statistics.open
            // One more listens, unless it has just been lost.
            if (open...(open + 1)).contains(found) { return }
            try? await Task.sleep(for: .milliseconds(50))
        } while ContinuousClock.now < end
        let text = "\(pool.name) has \(pool.database.statistics.open) connections and at most one that listens"
        stage.record.findings.report(.leak, "\(text), the server has \(found)")
    }

    static func connections(of name: String, _ stage: Stage) async throws -> Int {
        try await stage.ask { tx in
            try tx.one("select count(*) from pg_stat_activity where application_name = \(name)", as: Int.self)
        }
    }
}
