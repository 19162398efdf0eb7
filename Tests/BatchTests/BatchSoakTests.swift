import Foundation
import Testing

/// Random batches of transfers go through their course while the daemons that carry them out are killed.
///
/// `MUTASI_BATCHES` is the number of batches (40), `MUTASI_BATCH_SEED` draws other ones; with `MUTASI_BATCH_SUMMARY` what
/// was found is also written to that file.
@Suite("Batches of transfers under fire", .timeLimit(.minutes(60)))
struct BatchSoakTests {
    private static func setting(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    static let wanted = setting("MUTASI_BATCHES", 40)

    @Test("seats, people, history, cases and the audit trail hold after every commit")
    func batches() async throws {
        let (batches, seed) = (Self.wanted, Self.setting("MUTASI_BATCH_SEED", 2026))
        try await BatchCity.with { city in
            var soak = BatchSoak(city, batches: batches, seed: UInt64(seed))
            try await soak.run()
            let tally = soak.tally
            let last = "\(tally.batches) batches, \(tally.kills) kills, \(tally.broken.count) broken"
            let lines = tally.broken + ["seed \(seed): \(tally.summary)", last]
            print(lines.joined(separator: "\n"))
            if let path = ProcessInfo.processInfo.environment["MUTASI_BATCH_SUMMARY"] {
                try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
            }
            #expect(tally.broken == [])
            #expect(tally.batches >= batches && tally.kills > 0)
            // Each kind of trouble has happened.
            #expect(tally.landed > batches && tally.reversed > 0 && tally.cancelled > 0 && tally.stuck > 0)
        }
    }
}
