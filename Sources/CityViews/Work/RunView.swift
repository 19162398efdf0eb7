public import CityDatabase
import CityWork
import Foundation
public import Jobs
public import Personnel
public import Postgres
public import Reports
public import Texts

/// Runs as tables, as a document and on one line.
public enum RunView {
    /// What a program reads.
    private static let columns = Table.Column.list(
        "id",
        "subject",
        "step",
        "state",
        "paused",
        "due",
        "chunks",
        "chunks_done",
        "people",
        "expected",
        "rate",
        "eta_seconds",
        "failures",
        "seconds",
        "last_error",
        "agencies_late"
    )

    /// What somebody reads, in fewer columns, or what a program reads.
    ///
    /// - Parameter time: the city's, here and below.
    public static func table(_ runs: [RunProgress], for format: OutputFormat, in time: ZonedTime) -> Table {
        guard format == .table else {
            return Table(columns: columns, rows: runs.map { cells($0, in: time) })
        }
        let columns =
            Table.Column.list("id", "subject") + [Table.Column("step", codes: .words("phase"))]
            + Table.Column.list("state", "due")
            + [Table.Column("chunks", alignment: .trailing)] + Table.Column.list("people", "rate")
            + [Table.Column("eta_seconds", alignment: .trailing)] + Table.Column.list("failures", "seconds")
        let rows: [[Table.Cell]] = runs.map { run in
            [
                .integer(Int(run.id)), .text(run.subject), .text(run.step),
                .code(run.state.rawValue, state(of: run)),
                .text(time.day(of: run.dueAt).iso), .text("\(run.chunksDone)/\(run.chunks)"),
                .integer(run.processed), run.rate.map { .decimal($0.fixed(0)) } ?? .missing,
                run.secondsLeft.map { .text(ProgressLine.clock($0)) } ?? .missing, .integer(run.failures),
                run.seconds.map { .decimal($0.fixed(1)) } ?? .missing,
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    private static func cells(_ run: RunProgress, in time: ZonedTime) -> [Table.Cell] {
        [
            .integer(Int(run.id)), .text(run.subject), .text(run.step), .text(run.state.rawValue),
            .boolean(run.isPaused),
            .text(time.iso(run.dueAt)), .integer(run.chunks), .integer(run.chunksDone),
            .integer(run.processed),
            run.expected.map { .integer($0) } ?? .missing, run.rate.map { .decimal($0.fixed(1)) } ?? .missing,
            run.secondsLeft.map { .decimal($0.fixed(1)) } ?? .missing, .integer(run.failures),
            run.seconds.map { .decimal($0.fixed(3)) } ?? .missing, .optional(run.lastError.map(StoredReason.init)),
            .integer(run.late.count),
        ]
    }

    /// `paused` for what would go on otherwise, and how many agencies are behind while the others go on.
    public static func state(of run: RunProgress) -> Wording {
        if run.isPaused { return Message.runPausedPlain() }
        let state = word(run.state)
        return run.late.isEmpty
            ? state : Message.runLate(["state": .wording(state), "late": .number(run.late.count)])
    }

    /// "running".
    public static func word(_ state: RunProgress.State) -> Wording {
        TextCatalogue.words.wording("run.\(state.rawValue)")
    }

    /// "run 12 (2026-Q3 score)".
    public static func name(_ run: RunProgress) -> Wording {
        Message.runName(["id": "\(run.id)", "subject": .text(run.subject), "step": .text(run.step)])
    }

    public static func table(_ agencies: [(code: AgencyCode, progress: RunAgencyProgress)]) -> Table {
        let columns = Table.Column.list(
            "agency",
            "chunks",
            "chunks_done",
            "people",
            "failures",
            "errors",
            "last_error"
        )
        let rows: [[Table.Cell]] = agencies.map { code, part in
            [
                .text(code.description), .integer(part.chunks), .integer(part.chunksDone), .integer(part.processed),
                .integer(part.failures), .integer(part.errors), .optional(part.lastError.map(StoredReason.init)),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    public static func table(_ people: [UnhandledPerson]) -> Table {
        let columns = Table.Column.list("agency", "nip", "code", "reason")
        let rows: [[Table.Cell]] = people.map {
            [
                .text($0.agency.description), $0.nip.map { .text($0) } ?? .missing, .text($0.code),
                .sentence(StoredReason($0.reason).wording),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    /// The stable JSON document of a run.
    public static func document(
        _ run: RunProgress,
        _ agencies: [(code: AgencyCode, progress: RunAgencyProgress)],
        _ people: [UnhandledPerson]?,
        _ language: Language,
        in time: ZonedTime
    ) -> JSONValue {
        var members: [JSONValue.Member] = []
        if case .array(let rows) = table([run], for: .json, in: time).json(in: language),
            case .object(let own)? = rows.first
        {
            members = own
        }
        members += [
            .init("pause_note", run.pauseNote.map { .string($0) } ?? .null),
            .init("started", run.startedAt.map { .string(time.iso($0)) } ?? .null),
            .init("ended", run.endedAt.map { .string(time.iso($0)) } ?? .null),
            .init("agencies", table(agencies).json(in: language)),
        ]
        if let people { members.append(.init("people_failed", table(people).json(in: language))) }
        return .object(members)
    }

    // MARK: - Watching

    /// How the run stands, on one line of a terminal.
    public static func line(_ run: RunProgress, _ language: Language, width: Int, in time: ZonedTime) -> String {
        let label = "\(run.subject) \(run.step)".padding(toLength: 14, withPad: " ", startingAt: 0)
        func words(_ text: Wording) -> String { ProgressLine.words(text(language), label: label, width: width) }
        func bar(_ expected: Int, _ seconds: Double?, after label: String) -> String {
            ProgressLine.progress(
                done: run.processed,
                total: expected,
                elapsedSeconds: seconds ?? 0,
                label: label,
                width: width,
                language: language
            )
        }
        let paused = run.pauseNote.map { Message.runPausedNote(["note": .text($0)]) } ?? Message.runPausedPlain()
        switch run.state {
        case .scheduled, .waiting:
            guard !run.isPaused else { return words(paused) }
            let due = Message.runDue(["time": .text(time.minute(run.dueAt))])
            return words(run.state == .scheduled ? due : Message.runWaits())
        case .running:
            guard let expected = run.expected else { return words(run.isPaused ? paused : Message.runCounts()) }
            if run.isPaused { return bar(expected, nil, after: "\(label)  \(paused(language))") }
            let late = Message.runLateAgencies(["late": .number(run.late.count)])(language)
            return bar(expected, run.seconds, after: run.late.isEmpty ? label : "\(label)  \(late)")
        case .done: return bar(run.processed, run.seconds, after: label)
        case .failed, .cancelled:
            var facts: [String: TextArgument] = ["state": .wording(word(run.state)), "count": .number(run.processed)]
            guard let reason = run.lastError else { return words(Message.runStopped(facts)) }
            facts["reason"] = .wording(StoredReason(reason).wording)
            return words(Message.runStoppedReason(facts))
        }
    }

    /// How the run stands, as eight words that programs can read: time, run, step, state, people done/expected, people a
    /// second, seconds left, agencies late; `-` for what is not known.
    public static func words(_ run: RunProgress, at now: Instant, in time: ZonedTime) -> String {
        [
            time.iso(now), "\(run.id)", run.step, run.isPaused ? "paused" : run.state.rawValue,
            "\(run.processed)/\(run.expected.map { "\($0)" } ?? "-")", run.rate.map { $0.fixed(1) } ?? "-",
            run.secondsLeft.map { $0.rounded(.up).fixed(0) } ?? "-", "\(run.late.count)",
        ]
        .joined(separator: " ")
    }
}
