import Postgres

/// What is left when all is closed.
struct SoakResult: Sendable {
    let course: MemoryCourse
    let referee: Referee
    let pools: [(name: String, statistics: PoolStatistics)]
    let took: Duration
}
