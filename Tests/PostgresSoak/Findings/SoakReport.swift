import Foundation
import Postgres

/// The table at the end.
struct SoakReport {
    let plan: SoakPlan
    let record: Record
    let result: SoakResult
    let before: ProcessReading
    let after: ProcessReading

    func print() {
        let (course, referee) = (result.course, result.referee)
        section("operations", record.operations)
        section("faults", record.faults)
        section("errors", record.errors)
        section("transactions", record.transactions)
        section("most of one connection", record.mostStatements)
        heading("ledger")
        for outcome in [Outcomes.Outcome.committed, .failed, .unknown] {
            line("\(outcome)", "\(record.ledger.count(outcome))")
        }
        line("unknown, kept", "\(referee.unknownKept)")
        line("unknown, not kept", "\(referee.unknownLost)")
        heading("invariants")
        for kind in [Findings.Kind.wrongRow, .lost, .repeated, .leak, .error] {
            line(kind.rawValue, "\(record.findings.kinds[kind.rawValue])")
        }
        heading("resources")
        let (allocated, resident) = (course.thirds(\.allocatedBytes), course.thirds(\.residentBytes))
        for (name, means) in [("allocated, thirds", allocated), ("resident, thirds", resident)] {
            line(name, "\(means.first.mebibytes)  \(means.second.mebibytes)  \(means.last.mebibytes)")
        }
        line("allocated, before and after", "\(before.allocatedBytes.mebibytes)  \(after.allocatedBytes.mebibytes)")
        line("descriptors, before and after", "\(before.descriptors)  \(after.descriptors)")
        line("threads, before and after", "\(before.threads)  \(after.threads)")
        line("readings", "\(course.readings.count)")
        for (name, pool) in result.pools {
            heading("pool \(name)")
            line("requests, queued, waited", "\(pool.requests)  \(pool.queued)  \(pool.waited)")
            line("timeouts, refusals", "\(pool.timeouts)  \(pool.refusals)")
            line("opened, failed to open", "\(pool.opened)  \(pool.failedToOpen)")
            let closed = pool.closed.sorted { $0.key.rawValue < $1.key.rawValue }
            line("closed", closed.map { "\($0.key) \($0.value)" }.joined(separator: "  "))
        }
        let seconds = result.took / .seconds(1)
        Console.say("")
        Console.say(
            String(
                format: "%.0f s, %d tasks, seed %llu: %d operations, %d faults, %d findings",
                seconds,
                plan.tasks,
                plan.seed,
                Work.all.reduce(0) { $0 + record.operations[$1.name] },
                record.faults.total,
                record.findings.count
            )
        )
        for text in record.findings.texts { Console.say("WRONG: " + text) }
    }

    private func section(_ title: String, _ tallies: Tallies) {
        heading(title)
        for (name, count) in tallies.sorted { line(name, "\(count)") }
    }

    private func heading(_ title: String) { Console.say("\n\(title)") }

    private func line(_ name: String, _ value: String) {
        Console.say("  \(name.padding(toLength: max(44, name.count), withPad: " ", startingAt: 0)) \(value)")
    }
}
