import Foundation
import TestSupport
import Testing

/// Three workers, some with wrong clocks, share a cycle and single jobs. At random moments one is killed, or stopped
/// for longer than its lease and then continued, or its connections are cut, or the server goes down. In the end every
/// row equals that of an undisturbed run, and each job has left its row once.
///
/// `MUTASI_FAULT_KILLS` says how often one is killed (8), `MUTASI_FAULT_PEOPLE` and `MUTASI_FAULT_JOBS` how much there
/// is to do (6,000 and 2,000).
@Suite("Fault: workers under fire", .timeLimit(.minutes(60)))
struct FleetFaultTests {
    private enum Fault { case kill, stop, cut, crash }

    private static func setting(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    private let kills = setting("MUTASI_FAULT_KILLS", 8)
    private let people = setting("MUTASI_FAULT_PEOPLE", 6_000)
    private let jobs = setting("MUTASI_FAULT_JOBS", 2_000)
    private let probe = Program.built("jobs-probe")
    /// Enough chunks, and jobs slow enough, that each kill hits some.
    private var chunkSize: Int { max(20, people * 4 / max(kills * 8, 100)) }
    private var jobMilliseconds: Int { max(4, min(kills / 25, 40)) }

    /// Kills, and sometimes another fault.
    private var plan: [Fault] {
        var plan: [Fault] = []
        for number in 1...kills {
            plan.append(.kill)
            if number % 20 == 3 { plan.append(.stop) }
            if number % 20 == 5 { plan.append(.cut) }
            if number % 100 == 7 { plan.append(.crash) }
        }
        return plan
    }

    @Test(
        "killed, stopped, cut off, and with a server that goes down, they lose nothing and repeat nothing"
    )
    func underFire() async throws {
        // One is three hours fast, one a day slow.
        let clocks = try await [[:], FalseClock.environment(ahead: 10_800), FalseClock.environment(ahead: -86_400)]
        let told = try await probe.run([], environment: clocks[2]).standardOutput
        let time = try #require(Double(told.prefix { $0.isNumber }))
        #expect(abs(time + 86_400 - Date().timeIntervalSince1970) < 3600, "the probe's clock is true: \(told)")
        let access = ["local all all trust"]
        try await ScratchServer.with(settings: ["max_connections": "200"], access: access) { server in
            let city = try await FaultCity(server, people: people, agencies: 8, more: work)
            for name in ["undisturbed", "disturbed"] { _ = try await city.copy(name) }
            let undisturbed = try Fleet(server, "undisturbed", probe, chunkSize, jobMilliseconds: 0)
            let disturbed = try Fleet(
                server,
                "disturbed",
                probe,
                chunkSize,
                jobMilliseconds: jobMilliseconds,
                clocks: clocks
            )
            defer { disturbed.killAll() }
            try undisturbed.start()
            #expect(try await undisturbed.end() == 0)
            let total = try await undisturbed.progress()
            #expect(total.jobs == jobs && total.keys > 3 * people)

            for _ in 0..<3 { try disturbed.start() }
            var report: [String: Int] = [:]
            var killed = 0
            let plan = plan
            for (number, fault) in plan.enumerated() {
                // The last tenth has no faults, so that each of them hits a worker that has something to do.
                let mark = 0.9 * Double(number + 1) / Double(plan.count)
                try await disturbed.work(until: mark, of: total)
                // One of ten may be hit while it starts, most of the others while they hold a claim.
                let victim =
                    number % 10 == 0
                    ? disturbed.workers.randomElement() : try await disturbed.working(holds: number % 10 > 2)
                guard let victim else {
                    report["nothing was left to do", default: 0] += 1
                    continue
                }
                let state = try await disturbed.state(of: victim)
                switch fault {
                case .kill:
                    killed += victim.process.isRunning ? 1 : 0
                    victim.send(SIGKILL)
                    try await victim.end()
                case .stop:
                    victim.send(SIGSTOP)
                    // The others take over its claims, before it goes on with what it believes.
                    try await disturbed.untilNothing(isHeldBy: victim)
                    victim.send(SIGCONT)
                case .cut: try await disturbed.cut(victim)
                case .crash:
                    try await server.crash()
                    try await server.start()
                }
                report["\(fault), \(state)", default: 0] += 1
            }
            // A worker that ended early, because the others had claimed everything, leaves nothing undone.
            for worker in disturbed.workers { try await worker.end() }
            let redriven = try await disturbed.redrive()
            try disturbed.start()
            #expect(try await disturbed.end() == 0, "\(disturbed.lastWords)")

            let (expected, found) = (try await undisturbed.rows(), try await disturbed.rows())
            let lost = expected.reduce(0) { $0 + max(0, $1.value - found[$1.key, default: 0]) }
            let repeated = found.reduce(0) { $0 + max(0, $1.value - expected[$1.key, default: 0]) }
            for (state, count) in report.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                print("\(count) × \(state)")
            }
            print(
                """
                \(killed) of \(kills) kills hit a living one, \(plan.count - kills) other faults, \(people) people, \
                \(jobs) jobs, \(redriven) of them given up and sent again: \(lost) lost, \(repeated) repeated
                """
            )
            #expect(lost == 0 && repeated == 0)
            #expect(expected["distinct effects"] == jobs && found["effects"] == jobs)
            #expect(try await undisturbed.digest() == disturbed.digest())
            #expect(try await disturbed.hasNothingLeft())
        }
    }

    /// Jobs that leave a row; and the wait for a stopped worker's transaction is shorter than usual.
    private var work: String {
        """
        alter role medan_daemon set idle_in_transaction_session_timeout = '2s';
        create table effect (agency_id integer, job_id bigint, note text);
        grant select, insert on effect to medan_pool, medan_worker;
        insert into job (agency_id, kind, payload)
        select 1 + i % 8, 'mark', to_jsonb(i) from generate_series(1, \(jobs)) i
        """
    }
}
