import Foundation
import Postgres

/// Counts while all work rests: every pool is filled to its limit first, so that one reading compares with the next, and
/// so that a connection that was never given back is missed.
struct Measurement {
    let stage: Stage
    private(set) var readings: [ProcessReading] = []

    init(_ stage: Stage) { self.stage = stage }

    mutating func take() async {
        await stage.gate.shut(for: stage.gateKeepers)
        for road in stage.allRoads {
            await fill(road)
            await compare(road)
        }
        readings.append(ProcessReading.now())
        stage.gate.open()
    }

    private func fill(_ road: Road) async {
        let rendezvous = Rendezvous(of: road.limit)
        let filled = await withTaskGroup { group in
            for party in 1...road.limit {
                group.addTask {
                    do {
                        return try await road.database.transaction(
                            as: .login,
                            options: TransactionOptions(retries: 8)
                        ) { tx in
                            try tx.execute("select 1")
                            return await rendezvous.arrive(party)
                        }
                    } catch {
                        rendezvous.breakOff()
                        let text = "\(road.name) cannot fill its pool while all rests: \(error)"
                        stage.record.findings.report(.leak, text)
                        return false
                    }
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        let statistics = road.database.statistics
        guard filled else { return }
        if statistics.inUse != 0 || statistics.waiting != 0 || statistics.open > road.limit {
            stage.record.findings.report(.leak, "\(road.name) rests, and its pool says \(statistics)")
        }
    }

    /// The server may need a moment to notice a connection's end.
    private func compare(_ road: Road) async {
        let end = ContinuousClock.now + .seconds(10)
        var found = 0
        repeat {
            found = (try? await Self.connections(of: road.name, stage)) ?? -1
            let open = road.database.statistics.open
            // One more listens, unless it has just been lost.
            if (open...(open + 1)).contains(found) { return }
            try? await Task.sleep(for: .milliseconds(50))
        } while ContinuousClock.now < end
        let text = "\(road.name) has \(road.database.statistics.open) connections and at most one that listens"
        stage.record.findings.report(.leak, "\(text), the server has \(found)")
    }

    static func connections(of name: String, _ stage: Stage) async throws -> Int {
        try await stage.ask { tx in
            try tx.one("select count(*) from pg_stat_activity where application_name = \(name)", as: Int.self)
        }
    }
}
