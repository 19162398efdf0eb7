import Postgres
import TestSupport

/// Injects faults at random, one after the other.
struct Chaos {
    private enum Harm: String, CaseIterable {
        case terminate = "backend terminated"
        case cancel = "backend cancelled"
        case cutBeforeSend = "cut before send"
        case cutAfterSend = "cut after send"
        case cutDuringAnswer = "cut during an answer"
        case cutBeforeCommit = "cut before a commit"
        case cutAfterCommit = "cut after a commit"
        case cutDuringCommit = "cut during a commit's answer"
        case cutAll = "all connections cut"
        case delay = "answer delayed"
        case halfOpen = "half-open"
        case refuse = "connections refused"
        case limit = "connection limit lowered"
    }

    private enum Loss: String, CaseIterable {
        case fast = "server restarted, fast"
        case immediate = "server restarted, immediate"
        case crash = "server crashed"
    }

    private let stage: Stage
    private var random: RandomSource
    private var losses: [Loss] = []
    private var nextLoss: ContinuousClock.Instant

    init(_ stage: Stage) {
        self.stage = stage
        random = RandomSource(seed: stage.plan.seed, stream: -1)
        nextLoss = .now + stage.plan.serverLossInterval
    }

    mutating func run() async {
        while !stage.record.isOver {
            await stage.gate.pass()
            try? await Task.sleep(for: random.milliseconds(20...400))
            do {
                try await stage.hangDetector.watch("chaos") {
                    if nextLoss <= .now {
                        nextLoss = .now + stage.plan.serverLossInterval
                        try await loseServer()
                    } else {
                        try await harm()
                    }
                }
            } catch {
                stage.record.findings.report(.error, "chaos itself failed: \(error)")
            }
        }
    }

    /// Each kind once before one comes again.
    private mutating func loseServer() async throws {
        if losses.isEmpty { losses = Loss.allCases.shuffled(using: &random) }
        let loss = losses.removeLast()
        let pause = random.milliseconds(0...1000)
        switch loss {
        case .fast: try await stage.server.stop(.fast)
        case .immediate: try await stage.server.stop(.immediate)
        case .crash: try await stage.server.crash()
        }
        try await Task.sleep(for: pause)
        try await stage.server.start()
        stage.record.faults.add(loss.rawValue)
    }

    private mutating func harm() async throws {
        let harm = random.pick(Harm.allCases)
        let proxy = random.pick(stage.pools).proxy
        let pause = random.milliseconds(50...1000)
        let bytes = random.number(0...200)
        switch harm {
        case .terminate: try await signal("select pg_terminate_backend(pid) from soak_backend", harm)
        case .cancel: try await signal("select pg_cancel_backend(pid) from soak_backend", harm)
        case .cutBeforeSend: await strike(proxy, .cutBeforeSend, harm)
        case .cutAfterSend: await strike(proxy, .cutAfterSend, harm)
        case .cutDuringAnswer: await strike(proxy, .cutDuringAnswer(afterBytes: bytes), harm)
        case .cutBeforeCommit: await strike(proxy, .cutBeforeSend, when: .commit, harm)
        case .cutAfterCommit: await strike(proxy, .cutAfterSend, when: .commit, harm)
        case .cutDuringCommit: await strike(proxy, .cutDuringAnswer(afterBytes: bytes % 12), when: .commit, harm)
        case .delay: await strike(proxy, .delay(pause), harm)
        case .cutAll:
            proxy.cutAll()
            stage.record.faults.add(harm.rawValue)
        case .halfOpen, .refuse:
            proxy.arm(harm == .refuse ? .refuse : .halfOpen)
            try? await Task.sleep(for: pause)
            proxy.heal()
            stage.record.faults.add(harm.rawValue)
        case .limit:
            try await stage.ask { tx in _ = try tx.execute("alter role soak connection limit 3") }
            proxy.cutAll()
            try? await Task.sleep(for: pause)
            try await stage.ask { tx in _ = try tx.execute("alter role soak connection limit -1") }
            stage.record.faults.add(harm.rawValue)
        }
    }

    /// Waits a moment for what comes next, and counts what it hit.
    private func strike(_ proxy: FaultProxy, _ fault: Fault, when trigger: FaultTrigger = .now, _ harm: Harm) async {
        let armed = proxy.arm(fault, when: trigger)
        for _ in 1...20 where armed.count == 0 { try? await Task.sleep(for: .milliseconds(10)) }
        proxy.heal()
        stage.record.faults.add(harm.rawValue, armed.count)
    }

    /// To one of the soak's backends, at random.
    private func signal(_ statement: SQL, _ harm: Harm) async throws {
        let backend: SQL = """
            with soak_backend as materialized (
                select pid from pg_stat_activity where application_name like 'soak-%' order by random() limit 1)
            """
        let count = try await stage.ask { tx in try tx.all("\(fragment: backend) \(fragment: statement)", as: Bool.self)
        }
        stage.record.faults.add(harm.rawValue, count.count)
    }
}
