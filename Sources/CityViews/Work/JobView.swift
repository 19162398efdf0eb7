public import CityDatabase
public import CityWork
public import Jobs
import Personnel
public import Postgres
public import Reports
public import Texts

/// Jobs as tables.
public enum JobView {
    private static let columns =
        [Table.Column("id"), Table.Column("agency", codes: .words("owner")), Table.Column("kind")]
        + [Table.Column("state", codes: .words("job")), Table.Column("priority", codes: .words("priority"))]
        + Table.Column.list(
            "due",
            "attempt",
            "errors",
            "losses",
            "progress",
            "created",
            "started",
            "ended",
            "last_error"
        )

    /// What somebody reads, in fewer columns, or what a program reads.
    ///
    /// - Parameter time: the city's, here and below.
    public static func table(_ jobs: [CityJobs.Owned], for format: OutputFormat, in time: ZonedTime) -> Table {
        guard format == .table else {
            return Table(columns: columns, rows: jobs.map { cells($0, in: time) })
        }
        let shown = columns.prefix(5) + Table.Column.list("due_or_ended", "attempt", "errors", "last_error")
        let rows: [[Table.Cell]] = jobs.map { owner, job in
            [
                .integer(Int(job.id)), .text(owner.description), .text(job.kind), .text(state(of: job)),
                .text("\(job.priority)"),
                (job.endedAt ?? job.dueAt).map { .text(time.minute($0)) } ?? .missing,
                .integer(job.attempt), .integer(job.errors), .optional(job.lastError.map(StoredReason.init)),
            ]
        }
        return Table(columns: Array(shown), rows: rows)
    }

    private static func cells(_ owned: CityJobs.Owned, in time: ZonedTime) -> [Table.Cell] {
        let job = owned.job
        let cell = { (instant: Instant?) in Table.Cell.optional(instant.map(time.iso)) }
        return [
            .integer(Int(job.id)), .text(owned.owner.description), .text(job.kind), .text(job.state.rawValue),
            .text("\(job.priority)"), cell(job.dueAt), .integer(job.attempt), .integer(job.errors),
            .integer(job.losses),
            job.progress.map { .integer($0) } ?? .missing, cell(job.createdAt), cell(job.startedAt), cell(job.endedAt),
            .optional(job.lastError.map(StoredReason.init)),
        ]
    }

    /// `ending` for a claimed one that was asked to end.
    private static func state(of job: JobRecord) -> String {
        job.state == .claimed && job.isCancelled ? "ending" : job.state.rawValue
    }

    /// A kind of jobs, or those of the city or an agency.
    public static func name(_ part: CityJobs.Part) -> Wording {
        switch part {
        case .kind(let kind): Message.jobKind(["kind": .text(kind)])
        case .owner(.city): Message.jobCity()
        case .owner(.agency(let code)): Message.jobAgency(["agency": .text(code.description)])
        }
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
            columns: [Table.Column("fact", codes: .key), Table.Column("value")],
            rows: (Array(zip(columns.map(\.key), cells(owned, in: time))) + rest).map { [.text($0.0), $0.1] }
        )
    }

    public static func table(_ kinds: [JobStatistics]) -> Table {
        let columns = Table.Column.list(
            "kind",
            "paused",
            "waiting",
            "due",
            "delayed",
            "claimed",
            "oldest_due_seconds",
            "done_hour",
            "dead_hour",
            "cancelled_hour",
            "done",
            "dead",
            "cancelled"
        )
        let rows: [[Table.Cell]] = kinds.map { kind in
            let (hour, kept) = (kind.lastHour, kind.kept)
            let counts = [kind.waiting, kind.due, kind.delayed, kind.claimed].map { Table.Cell.integer($0) }
            let ended = [hour.done, hour.dead, hour.cancelled].map { Table.Cell.integer($0) }
            let all = [kept?.done, kept?.dead, kept?.cancelled].map { $0.map { Table.Cell.integer($0) } ?? .missing }
            return [.text(kind.kind), .boolean(kind.isPaused)] + counts
                + [kind.oldestDueSeconds.map { .decimal($0.fixed(1)) } ?? .missing] + ended + all
        }
        return Table(columns: columns, rows: rows)
    }
}
