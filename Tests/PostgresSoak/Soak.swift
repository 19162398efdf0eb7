import Foundation
import Postgres
import TestSupport

/// One run: sets the stage, lets everybody work, measures at rest, and compares at the end.
struct Soak {
    let plan: SoakPlan

    /// False when an invariant broke.
    func run() async throws -> Bool {
        let record = Record()
        let hangDetector = HangDetector(patience: plan.patience) { late in
            Console.say("WRONG: takes longer than \(plan.patience): \(late); the soak ends here")
            exit(1)
        }
        defer { hangDetector.end() }
        let settings = [
            "autovacuum_naptime": "5s", "autovacuum": "on", "deadlock_timeout": "50ms", "full_page_writes": "on",
            "max_connections": "100", "max_wal_size": "256MB", "log_min_messages": "fatal",
            "log_min_error_statement": "fatal",
        ]
        return try await ScratchServer.with(settings: settings) { server in
            try await Schema.make(on: server)
            let proxies = (try FaultProxy(to: server.socket), try FaultProxy(to: server.socket))
            defer {
                proxies.0.close()
                proxies.1.close()
            }
            let before = await rest(until: { _ in true })
            let result = try await play(Stage(plan, server, proxies, record, hangDetector))
            let after = await rest {
                $0.descriptors == before.descriptors && $0.threads <= before.threads
            }
            if after.descriptors != before.descriptors || after.threads > before.threads {
                let were = "\(before.descriptors) descriptors and \(before.threads) threads were there before"
                let are = "\(after.descriptors) and \(after.threads) after: \(ProcessReading.threadNames)"
                record.findings.report(.leak, "\(were), \(are)")
            }
            for growth in result.course.growth { record.findings.report(.memory, growth) }
            SoakReport(plan: plan, record: record, result: result, before: before, after: after).print()
            return record.findings.count == 0
        }
    }

    /// All that has a database open.
    private func play(_ stage: Stage) async throws -> SoakResult {
        let start = ContinuousClock.now
        let course = await work(stage)
        let took = ContinuousClock.now - start
        let referee = try await Referee(stage)
        let pools = stage.allPools.map { ($0.name, $0.database.statistics) }
        for pool in stage.allPools {
            pool.database.close()
            await untilGone(pool, stage)
        }
        stage.conductor.close()
        return SoakResult(course: course, referee: referee, pools: pools, took: took)
    }

    /// Everybody's work, and the readings made at rest.
    private func work(_ stage: Stage) async -> MemoryCourse {
        let listeners = stage.pools.map { NumberListener(stage, $0) }
        return await withTaskGroup(of: Void.self) { listening in
            for listener in listeners { listening.addTask { await listener.run() } }
            let readings = await withTaskGroup(of: Void.self) { working in
                for task in 1...plan.tasks {
                    working.addTask {
                        var worker = Worker(stage, task: task)
                        await worker.run()
                    }
                }
                working.addTask {
                    var chaos = Chaos(stage)
                    await chaos.run()
                }
                working.addTask {
                    var announcer = Announcer(stage)
                    await announcer.run()
                }
                working.addTask { await tell(stage) }
                return await measure(stage)
            }
            await farewell(stage, listeners)
            listening.cancelAll()
            return MemoryCourse(readings: readings)
        }
    }

    private func measure(_ stage: Stage) async -> [ProcessReading] {
        var measurement = Measurement(stage)
        let end = ContinuousClock.now + plan.duration
        try? await Task.sleep(for: plan.warmUp)
        while ContinuousClock.now < end {
            await measurement.take()
            try? await Task.sleep(until: min(end, .now + plan.interval))
        }
        stage.record.end()
        return measurement.readings
    }

    /// When nothing fails any more, a number that was sent is heard by everybody.
    private func farewell(_ stage: Stage, _ listeners: [NumberListener]) async {
        var announcer = Announcer(stage)
        let end = ContinuousClock.now + .seconds(40)
        while ContinuousClock.now < end {
            let number = await announcer.announce()
            try? await Task.sleep(for: .milliseconds(200))
            if let number, listeners.allSatisfy({ $0.last >= number }) { return }
        }
        stage.record.findings.report(.lost, "a listener hears nothing any more")
    }

    /// A line each ten seconds.
    private func tell(_ stage: Stage) async {
        let start = ContinuousClock.now
        var next = start + .seconds(10)
        while !stage.record.isOver {
            try? await Task.sleep(for: .milliseconds(200))
            guard ContinuousClock.now >= next else { continue }
            next += .seconds(10)
            let record = stage.record
            let errors = record.errors.sorted.prefix(8).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
            let done = Work.all.reduce(0) { $0 + record.operations[$1.name] }
            let faults = record.faults.sorted.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
            Console.say(
                "\(Int((ContinuousClock.now - start) / .seconds(1))) s: \(done) operations, "
                    + "\(record.findings.count) findings; faults: \(faults); errors: \(errors); oldest: "
                    + stage.hangDetector.oldest
            )
        }
    }

    private func untilGone(_ pool: ProxiedPool, _ stage: Stage) async {
        let end = ContinuousClock.now + .seconds(10)
        var found = 0
        repeat {
            found = (try? await Measurement.connections(of: pool.name, stage)) ?? -1
            if found == 0 { return }
            try? await Task.sleep(for: .milliseconds(50))
        } while ContinuousClock.now < end
        stage.record.findings.report(.leak, "\(pool.name) is closed, and the server has \(found) of its connections")
    }

    /// The last reading, when the condition holds or after some trials. Dispatch's idle threads end after five seconds,
    /// unless somebody looks more often.
    private func rest(until condition: (ProcessReading) -> Bool) async -> ProcessReading {
        for _ in 1..<5 {
            try? await Task.sleep(for: .milliseconds(6500))
            let reading = ProcessReading.now()
            if condition(reading) { return reading }
        }
        return ProcessReading.now()
    }
}
