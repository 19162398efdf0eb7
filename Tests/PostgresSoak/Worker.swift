import Postgres

/// One task: one operation after the other, at random.
struct Worker {
    let stage: Stage
    let task: Int
    private var random: RandomSource
    private let lots: [Work]

    init(_ stage: Stage, task: Int) {
        self.stage = stage
        self.task = task
        random = RandomSource(seed: stage.plan.seed, stream: task)
        lots = Work.all.flatMap { [Work](repeating: $0, count: $0.weight) }
    }

    mutating func run() async {
        let judge = ErrorJudge(record: stage.record)
        while !stage.record.isOver {
            await stage.gate.pass()
            let work = random.pick(lots)
            let turn = Turn(
                stage: stage,
                pool: random.pick(stage.pools),
                task: task,
                nonce: Int(random.next() >> 3),
                random: RandomSource(seed: random.next())
            )
            do {
                try await stage.hangDetector.watch("\(work.name) of task \(task) on \(turn.pool.name)") {
                    try await work.run(turn)
                }
            } catch {
                judge.judge(error, of: work.name)
            }
            stage.record.operations.add(work.name)
        }
    }
}
