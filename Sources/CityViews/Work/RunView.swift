import Characters
public import CityDatabase
import CityWork
import Foundation
public import Jobs
public import Personnel
public import Postgres
public import Reports

/// Runs as tables, as a document and on one line.
public enum RunView {
    /// What a program reads.
    private static let keys = [
        "id", "subject", "step", "state", "paused", "due", "chunks", "chunks_done", "people", "expected", "rate",
        "eta_seconds", "failures", "seconds", "last_error", "agencies_late",
    ]

    /// What somebody reads, in fewer columns, or what a program reads.
    ///
    /// - Parameter time: the city's, here and below.
    public static func table(_ runs: [RunProgress], for format: OutputFormat, in time: ZonedTime) -> Table {
        guard format == .table else {
            return Table(columns: keys.map { Table.Column(key: $0, title: $0) }, rows: runs.map { cells($0, in: time) })
        }
        let columns = [
            "ID", "Subject", "Step", "State", "Due", "Chunks", "People", "Rate/s", "ETA", "Failures", "Seconds",
        ]
        .map { Table.Column(key: $0, title: $0, alignment: $0 == "Chunks" || $0 == "ETA" ? .trailing : .leading) }
        let rows: [[Table.Cell]] = runs.map { run in
            [
                .integer(Int(run.id)), .text(run.subject), .text(run.step), .text(state(of: run)),
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
            run.seconds.map { .decimal($0.fixed(3)) } ?? .missing, run.lastError.map { .text($0) } ?? .missing,
            .integer(run.late.count),
        ]
    }

    /// `paused` for what would go on otherwise, and how many agencies are behind while the others go on.
    public static func state(of run: RunProgress) -> String {
        if run.isPaused { return "paused" }
        return run.state.rawValue + (run.late.isEmpty ? "" : ", \(run.late.count) late")
    }

    public static func table(_ agencies: [(code: AgencyCode, progress: RunAgencyProgress)]) -> Table {
        let columns = [
            Table.Column(key: "agency", title: "Agency"), Table.Column(key: "chunks", title: "Chunks"),
            Table.Column(key: "chunks_done", title: "Done"), Table.Column(key: "people", title: "People"),
            Table.Column(key: "failures", title: "Failures"), Table.Column(key: "errors", title: "Errors"),
            Table.Column(key: "last_error", title: "Last error"),
        ]
        let rows: [[Table.Cell]] = agencies.map { code, part in
            [
                .text(code.description), .integer(part.chunks), .integer(part.chunksDone), .integer(part.processed),
                .integer(part.failures), .integer(part.errors), part.lastError.map { .text($0) } ?? .missing,
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    public static func table(_ people: [UnhandledPerson]) -> Table {
        let columns = [
            Table.Column(key: "agency", title: "Agency"), Table.Column(key: "nip", title: "NIP"),
            Table.Column(key: "code", title: "Code"), Table.Column(key: "reason", title: "Reason"),
        ]
        let rows: [[Table.Cell]] = people.map {
            [.text($0.agency.description), $0.nip.map { .text($0) } ?? .missing, .text($0.code), .text($0.reason)]
        }
        return Table(columns: columns, rows: rows)
    }

    /// The stable document of `run show --format json`.
    public static func document(
        _ run: RunProgress,
        _ agencies: [(code: AgencyCode, progress: RunAgencyProgress)],
        _ people: [UnhandledPerson]?,
        in time: ZonedTime
    ) -> JSONValue {
        var members: [JSONValue.Member] = []
        if case .array(let rows) = table([run], for: .json, in: time).json, case .object(let own)? = rows.first {
            members = own
        }
        members += [
            .init("pause_note", run.pauseNote.map { .string($0) } ?? .null),
            .init("started", run.startedAt.map { .string(time.iso($0)) } ?? .null),
            .init("ended", run.endedAt.map { .string(time.iso($0)) } ?? .null),
            .init("agencies", table(agencies).json),
        ]
        if let people { members.append(.init("people_failed", table(people).json)) }
        return .object(members)
    }

    // MARK: - Watching

    /// How the run stands, on one line of a terminal.
    public static func line(_ run: RunProgress, width: Int, in time: ZonedTime) -> String {
        let label = "\(run.subject) \(run.step)".padding(toLength: 14, withPad: " ", startingAt: 0)
        func words(_ text: String) -> String { ProgressLine.words(text, label: label, width: width) }
        func bar(_ expected: Int, _ seconds: Double?, _ label: String) -> String {
            ProgressLine.progress(
                done: run.processed,
                total: expected,
                elapsedSeconds: seconds ?? 0,
                label: label,
                width: width
            )
        }
        let note = run.pauseNote.map { ": \($0)" } ?? ""
        switch run.state {
        case .scheduled, .waiting:
            guard !run.isPaused else { return words("paused\(note)") }
            return words(
                run.state == .scheduled ? "due \(time.minute(run.dueAt))" : "waits for the steps before it"
            )
        case .running:
            guard let expected = run.expected else {
                return words(run.isPaused ? "paused\(note)" : "counts its people")
            }
            if run.isPaused { return bar(expected, nil, "\(label)  paused\(note)") }
            return bar(expected, run.seconds, run.late.isEmpty ? label : "\(label)  \(run.late.count) late")
        case .done: return bar(run.processed, run.seconds, label)
        case .failed, .cancelled:
            return words(
                "\(run.state.rawValue) after \(run.processed.counted("person", "people"))"
                    + (run.lastError.map { ": \($0)" } ?? "")
            )
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
