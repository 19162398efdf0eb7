import CityDatabase
import CityWork
import Foundation
import Jobs
import LocalServer
import Personnel
import Postgres
import TestSupport

/// A whole cycle by `mutasid` against one hand-written statement for each phase, on the same rows, in turns.
///
/// `MUTASI_BENCH_PEOPLE` (1,000,000) and `MUTASI_BENCH_ROUNDS` (3) change the size.
struct CycleBenchmark {
    private let people = Self.setting("MUTASI_BENCH_PEOPLE", 1_000_000)
    private let rounds = Self.setting("MUTASI_BENCH_ROUNDS", 3)
    private let phases = CyclePhase.allCases

    private static func setting(_ name: String, _ value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
    }

    func run() async throws {
        let server = try LocalServer.forBenchmark([
            "shared_buffers": "2GB", "max_wal_size": "8GB", "checkpoint_timeout": "30min",
        ])
        defer { server.discard() }
        let small = try await measure(server, "small", people: 10_000, rounds: 1)
        let large = try await measure(server, "large", people: people, rounds: rounds)
        report(small, large)
    }

    private struct Figures {
        /// Seconds of each round, by phase.
        var worker: [CyclePhase: [Double]] = [:]
        var statement: [CyclePhase: [Double]] = [:]
        /// Peak resident memory of `mutasid` in KiB, the largest of the rounds.
        var peak = 0
    }

    private func measure(_ server: LocalServer, _ name: String, people: Int, rounds: Int) async throws -> Figures {
        try server.createDatabase(name)
        let superuser = Database(ConnectionOptions(uri: server.uri(database: name)))
        let city = CityDatabase(.medan, superuser)
        let schema = Schema(city)
        try await schema.create()
        let agencies = (1...52)
            .compactMap { number in
                AgencyCode("agency-\(number)")
                    .map {
                        AgencyDefinition(code: $0, name: "Agency \(number)", shortName: "\(number)", kind: "dinas")
                    }
            }
        _ = try await Agencies(city).add(agencies)
        guard let code = CycleCode("2026-Q3") else { return Figures() }
        let runs = CycleRuns(.medan, superuser)
        _ = try await runs.add(code, try CycleCalendar(code))
        print("filling \(people) people …")
        try await SyntheticCity(people: people, agencies: 52, cycle: code.description).fill(superuser, city: .medan)
        var figures = Figures()
        for round in 1...rounds {
            try await clear(superuser, code)
            figures.peak = max(figures.peak, try await runDaemon(server.uri(database: name, user: "medan_daemon")))
            for phase in try await runs.progress(code) {
                guard let known = CyclePhase(rawValue: phase.step), let seconds = phase.seconds else { continue }
                figures.worker[known, default: []].append(seconds)
            }
            let digest = try await rows(superuser)
            try await clear(superuser, code)
            for phase in phases {
                figures.statement[phase, default: []].append(try await time(phase, superuser))
            }
            guard try await rows(superuser) == digest else { throw DifferentRows() }
            print(
                "round \(round) of \(rounds): mutasid \(total(figures.worker, round)) s, statements \(total(figures.statement, round)) s"
            )
        }
        superuser.close()
        return figures
    }

    private struct DifferentRows: Error {}

    private func total(_ seconds: [CyclePhase: [Double]], _ round: Int) -> String {
        fixed(seconds.values.reduce(0) { $0 + $1[round - 1] }, 2)
    }

    /// As before the first phase.
    private func clear(_ superuser: Database, _ code: CycleCode) async throws {
        let script = SQLScript(
            name: "clear",
            uncheckedText: """
                set local search_path to medan;
                truncate appraisal, appraisal_exclusion, appraisal_reminder, appraisal_closing, appraisal_score,
                    talent_placement, cycle_milestone, run, run_chunk, run_failure,
                    worker restart identity;
                insert into run (kind, subject, step, ordinal, intended_at)
                select 'cycle_phase', c.code, p.phase, p.ordinal, p.due_at
                from cycle_phase p join cycle c using (cycle_id);
                """
        )
        try await superuser.transaction(as: .login) { tx in try tx.run(script) }
        try await superuser.transaction(as: .login, options: TransactionOptions(timeout: .seconds(600))) { tx in
            try tx.run(SQLScript(name: "checkpoint", uncheckedText: "checkpoint"))
        }
    }

    /// Peak resident memory in KiB.
    private func runDaemon(_ uri: String) async throws -> Int {
        let running = try Program.built("mutasid").start(["--until-idle", "--database", uri])
        var peak = 0
        while running.process.isRunning {
            let status = try? String(
                contentsOfFile: "/proc/\(running.process.processIdentifier)/status",
                encoding: .utf8
            )
            let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            peak = max(peak, line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
            try await Task.sleep(for: .milliseconds(20))
        }
        running.process.waitUntilExit()
        guard running.process.terminationStatus == 0 else {
            throw DaemonFailed(words: String(decoding: running.errors.contents(), as: UTF8.self))
        }
        return peak
    }

    private struct DaemonFailed: Error { let words: String }

    private func rows(_ superuser: Database) async throws -> [String] {
        try await superuser.transaction(
            as: Scope(role: nil, searchPath: ["medan"]),
            options: TransactionOptions(timeout: .seconds(600))
        ) { tx in
            try tx.all(
                """
                select concat(count(*), ' ', sum(rating), ' ', (select concat(count(*), ' ', sum(box), ' ', sum(performance_score), ' ', sum(potential_score),
                        ' ', sum(performance_known + potential_known), ' ', sum(development), ' ', sum(cardinality(inputs)))
                    from talent_placement), ' ', (select count(rating_event_id) from appraisal_closing))
                from appraisal_score
                """,
                as: String.self
            )
        }
    }

    private func time(_ phase: CyclePhase, _ superuser: Database) async throws -> Double {
        let script = SQLScript(
            name: phase.rawValue,
            uncheckedText: "set local search_path to medan; \(BaselineStatements.text(phase))"
        )
        // Somebody by hand would see to it: without statistics of what was just filled a join over it goes wrong.
        let analysis = SQLScript(
            name: "analyze",
            uncheckedText: "set local search_path to medan; analyze appraisal, appraisal_closing, appraisal_score"
        )
        try await superuser.transaction(as: .login) { tx in try tx.run(analysis) }
        let start = ContinuousClock.now
        try await superuser.transaction(as: .login, options: TransactionOptions(timeout: .seconds(1200))) { tx in
            try tx.run(script)
        }
        return (ContinuousClock.now - start) / .seconds(1)
    }

    private func report(_ small: Figures, _ large: Figures) {
        print("\n\(people) people, 52 agencies, medians of \(rounds) rounds in turns")
        print("phase   mutasid s   people/s   statement s   ratio")
        var ratios: [(String, Double)] = []
        var (ours, theirs) = (0.0, 0.0)
        for phase in phases {
            let (worker, statement) = (median(large.worker[phase] ?? []), median(large.statement[phase] ?? []))
            ratios.append((phase.rawValue, statement / worker))
            ours += worker
            theirs += statement
            line(phase.rawValue, worker, statement)
        }
        ratios.append(("whole cycle", theirs / ours))
        line("all", ours, theirs)
        print(
            "peak memory of mutasid: \(large.peak) KiB, with 10000 people \(small.peak) KiB, ratio \(fixed(Double(large.peak) / Double(small.peak), 2))"
        )
        ratios.append(("memory", Double(small.peak) / Double(large.peak)))
        let worst = ratios.min { $0.1 < $1.1 } ?? ("nothing", 0)
        print("worst ratio \(fixed(worst.1, 2)): \(worst.0)")
    }

    private func line(_ name: String, _ worker: Double, _ statement: Double) {
        let cells = [
            fixed(worker, 2), fixed(Double(people) / worker, 0), fixed(statement, 2), fixed(statement / worker, 2),
        ]
        let widths = [11, 10, 13, 7]
        let padded = zip(cells, widths).map { String(repeating: " ", count: max(1, $1 - $0.count)) + $0 }
        print(name.padding(toLength: 6, withPad: " ", startingAt: 0) + padded.joined(separator: " "))
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        value.formatted(
            .number.precision(.fractionLength(decimals)).grouping(.never).locale(Locale(identifier: "en_US"))
        )
    }
}
