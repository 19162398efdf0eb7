import Foundation
import Postgres
import TestSupport
import Testing

/// Attacks by a stranger with an agency's login. With `MUTASI_ISOLATION_TABLE` set to a path, the table goes there.
@Suite("Attacks", .timeLimit(.minutes(20)))
struct AttackTests {
    @Test("of an agency's login with psql: none gets through")
    func attacks() async throws {
        let stage = try await IsolationStage.make()
        // Somebody must be there whose session could be seen, or ended.
        let witness = stage.city.connections
        let outcomes = try await witness.transaction(as: .login) { tx in
            try tx.execute("select 1")
            var outcomes: [(Attack, Attack.Outcome)] = []
            for attack in AttackList.all { outcomes.append((attack, try await attack.run(on: stage))) }
            return outcomes
        }
        var report = AttackReport()
        for (attack, outcome) in outcomes {
            let isThrough = attack.succeeded(outcome, on: stage)
            #expect(!isThrough, "\(attack.pitfall) \(attack.name): \(outcome)")
            report.add(attack, outcome, isThrough: isThrough)
        }
        #expect(Set(AttackList.all.map(\.script)).count >= 60)
        if let path = ProcessInfo.processInfo.environment["MUTASI_ISOLATION_TABLE"] {
            try Data(report.text.utf8).write(to: URL(fileURLWithPath: path))
        }
    }
}

/// The attacks that were tried, a line each, and how many got through.
struct AttackReport {
    private var lines: [String] = []
    private var through = 0

    mutating func add(_ attack: Attack, _ outcome: Attack.Outcome, isThrough: Bool) {
        if isThrough { through += 1 }
        let words =
            switch attack.expectation {
            case _ where isThrough: "THROUGH: \(outcome)"
            case .refused(let state): "refused (\(state))"
            case .answers: "own rows only, or nothing"
            case .excepted(let reason): "excepted: \(reason)"
            }
        let number = String(attack.pitfall)
        let name = attack.name.padding(toLength: 56, withPad: " ", startingAt: 0)
        lines.append("\(String(repeating: " ", count: 2 - number.count))\(number)  \(name)  \(words)")
    }

    var text: String {
        lines.sorted().joined(separator: "\n") + "\n\n\(lines.count) attacks, \(through) through\n"
    }
}
