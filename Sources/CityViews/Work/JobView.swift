public import CityDatabase
public import CityWork
public import Jobs
public import Postgres
public import Reports

/// Jobs as tables.
public enum JobView {
    private static let keys = [
        "id", "agency", "kind", "state", "priority", "due", "attempt", "errors", "losses", "progress", "created",
        "started",
        "ended", "last_error",
    ]

    /// What somebody reads, in fewer columns, or what a program reads.
    ///
    /// - Parameter time: the city's, here and below.
    public static func table(_ jobs: [CityJobs.Owned], for format: OutputFormat, in time: ZonedTime) -> Table {
        guard format == .table else {
            return Table(columns: keys.map { Table.Column(key: $0, title: $0) }, rows: jobs.map { cells($0, in: time) })
        }
        let columns = ["ID", "Agency", "Kind", "State", "Priority", "Due or ended", "Attempt", "Errors", "Last error"]
            .map { Table.Column(key: $0, title: $0) }
        let rows: [[Table.Cell]] = jobs.map { owner, job in
            [
                .integer(Int(job.id)), .text(owner.description), .text(job.kind), .text(state(of: job)),
                .text("\(job.priority)"),
                (job.endedAt ?? job.dueAt).map { .text(time.minute($0)) } ?? .missing,
                .integer(job.attempt), .integer(job.errors), job.lastError.map { .text($0) } ?? .missing,
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    private static func cells(_ owned: CityJobs.Owned, in time: ZonedTime) -> [Table.Cell] {
        let job = owned.job
        let cell = { (instant: Instant?) in Table.Cell.optional(instant.map(time.iso)) }
        return [
            .integer(Int(job.id)), .text(owned.owner.description), .text(job.kind), .text(job.state.rawValue),
            .text("\(job.priority)"), cell(job.dueAt), .integer(job.attempt), .integer(job.errors),
            .integer(job.losses),
            job.progress.map { .integer($0) } ?? .missing, cell(job.createdAt), cell(job.startedAt), cell(job.endedAt),
            job.lastError.map { .text($0) } ?? .missing,
        ]
    }

    /// `ending` for a claimed one that was asked to end.
    private static func state(of job: JobRecord) -> String {
        job.state == .claimed && job.isCancelled ? "ending" : job.state.rawValue
    }

    /// One job, a fact a line.
    public static func facts(_ owned: CityJobs.Owned, _ payload: JSONDocument?, in time: ZonedTime) -> Table {
        let job = owned.job
        let cell = { (instant: Instant?) in Table.Cell.optional(instant.map(time.iso)) }
        let rest: [(String, Table.Cell)] = [
            ("unique_key", job.uniqueKey.map { .text($0) } ?? .missing), ("intended", cell(job.intendedAt)),
            ("worker", job.worker.map { .integer(Int($0)) } ?? .missing), ("deadline", cell(job.deadline)),
            ("asked_to_end", .boolean(job.isCancelled)), ("payload", payload.map { .text($0.text) } ?? .missing),
        ]
        return Table(
            columns: [Table.Column(key: "fact", title: "Fact"), Table.Column(key: "value", title: "Value")],
            rows: (Array(zip(keys, cells(owned, in: time))) + rest).map { [.text($0.0), $0.1] }
        )
    }

    public static func table(_ kinds: [JobStatistics]) -> Table {
        let keys = [
            ("kind", "Kind"), ("paused", "Paused"), ("waiting", "Waiting"), ("due", "Due"), ("delayed", "Delayed"),
            ("claimed", "Claimed"), ("oldest_due_seconds", "Oldest due"), ("done_hour", "Done 1h"),
            ("dead_hour", "Dead 1h"), ("cancelled_hour", "Canc. 1h"), ("done", "Done"), ("dead", "Dead"),
            ("cancelled", "Cancelled"),
        ]
        let rows: [[Table.Cell]] = kinds.map { kind in
            let (hour, kept) = (kind.lastHour, kind.kept)
            let counts = [kind.waiting, kind.due, kind.delayed, kind.claimed].map { Table.Cell.integer($0) }
            let ended = [hour.done, hour.dead, hour.cancelled].map { Table.Cell.integer($0) }
            let all = [kept?.done, kept?.dead, kept?.cancelled].map { $0.map { Table.Cell.integer($0) } ?? .missing }
            return [.text(kind.kind), .boolean(kind.isPaused)] + counts
                + [kind.oldestDueSeconds.map { .decimal($0.fixed(1)) } ?? .missing] + ended + all
        }
        return Table(columns: keys.map { Table.Column(key: $0.0, title: $0.1) }, rows: rows)
    }
}
