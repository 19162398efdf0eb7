import Postgres

/// One task: one operation after the other, as chance wants.
struct Worker {
    let stage: Stage
    let task: Int
    private var chance: Chance
    private let lots: [Work]

    init(_ stage: Stage, task: Int) {
        self.stage = stage
        self.task = task
        chance = Chance(seed: stage.plan.seed, stream: task)
        lots = Work.all.flatMap { [Work](repeating: $0, count: $0.weight) }
    }

    mutating func run() async {
        let judge = ErrorJudge(record: stage.record)
        while !stage.record.isOver {
            await stage.gate.pass()
            let work = chance.pick(lots)
            let turn = Turn(
                stage: stage,
                road: chance.pick(stage.roads),
                task: task,
                nonce: Int(chance.next() >> 3),
                chance: Chance(seed: chance.next())
            )
            do {
                try await stage.watchman.watch("\(work.name) of task \(task) on \(turn.road.name)") {
                    try await work.run(turn)
                }
            } catch {
                judge.judge(error, of: work.name)
            }
            stage.record.operations.add(work.name)
        }
    }
}
