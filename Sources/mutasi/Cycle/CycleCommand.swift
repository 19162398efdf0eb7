import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import Programs
import Reports
import Synchronization
import Texts

struct CycleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cycle",
        abstract: "Add, run and inspect appraisal cycles: quarters and years, with their phases from open to final.",
        subcommands: [
            Add.self, List.self, Show.self, Run.self, Excluded.self, Reminders.self, Missing.self, RateAgency.self,
            Distribution.self, Severity.self, Fairness.self, Recompute.self,
        ]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a cycle and schedule its phases.",
            discussion: """
                Without dates: open on the period's first day, close 14 days after its last, remind a week before that, \
                score, place and release on the three days after it, final 35 days after the release. A phase that is \
                already due runs as soon as a worker looks.

                Example:
                  mutasi cycle add 2026-Q4 --close 2027-01-20
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "A quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @Option(help: "The day on which it opens, YYYY-MM-DD.") var open: CivilDate?
        @Option(help: "The day on which raters are reminded.") var remind: CivilDate?
        @Option(help: "The day on which it closes.") var close: CivilDate?
        @Option(help: "The day on which it is scored.") var score: CivilDate?
        @Option(help: "The day on which people are placed.") var place: CivilDate?
        @Option(help: "The day on which results are released, which ends calibration.") var release: CivilDate?
        @Option(help: "The day on which results become final.") var final: CivilDate?
        @Flag(help: "Print the dates, and change nothing.") var dryRun = false

        func run() async throws {
            let chosen = [
                CyclePhase.open: open, .remind: remind, .close: close, .score: score, .place: place, .release: release,
                .final: final,
            ]
            .compactMapValues { $0 }
            let calendar = try CycleCalendar(code, chosen: chosen)
            for phase in CyclePhase.allCases {
                Terminal.say("\(phase.rawValue): \(calendar.days[phase]?.iso ?? "")")
            }
            let added = try await options.cycleRuns().add(code, calendar, dryRun: dryRun)
            let message: Message = !added ? .cycleExists : dryRun ? .cycleWouldBeAdded : .cycleAdded
            Terminal.say(message(["cycle": "\(code)"]))
            if dryRun { Terminal.say(Message.resultDryRun()) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all cycles.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (city, runs) = (try options.cityDatabase(), try options.cycleRuns())
            let cycles = try await Cycles(city).list()
            var states: [(cycle: Cycle, phases: [RunProgress])] = []
            for cycle in cycles { states.append((cycle, try await runs.progress(cycle.code))) }
            output.print(CycleView.table(of: states))
            try UnreadableRows.report(cycles.unreadable)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the state of a cycle: its phases, and people, rated, missing and ratings by agency.",
            discussion: """
                JSON: {"cycle", "first", "last", "rule_set", "phases": [{"phase", "state", "due", "chunks", "chunks_done", \
                "people", "failures", "seconds"}], "city": {…}, "agencies": [{"code", "name", …}]}; city and agencies have \
                people, rated, missing, sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var code: CycleCode

        func run() async throws {
            let city = try options.cityDatabase()
            let cycles = Cycles(city)
            let cycle = try await cycles.find(code)
            let phases = try await options.cycleRuns().progress(code)
            let view = CycleView(cycle, phases, try await cycles.figures(cycle, in: .city), in: try await city.time())
            switch output.format {
            case .json: Terminal.print(view.document.rendered(indent: 2))
            case .csv: output.print(view.agencyTable)
            case .table:
                output.print(view.phaseTable)
                Terminal.print("")
                Terminal.print(view.agencyTable)
            }
        }
    }

    struct Missing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List people whose appraisal closed without a rating.",
            discussion: "Missing ratings are listed, never counted as zero. The list holds personal data."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @OptionGroup var scope: AgencyOption

        func run() async throws {
            let city = try options.cityDatabase()
            let cycles = Cycles(city)
            let cycle = try await cycles.find(code)
            let reach = try await scope.reach(in: city)
            output.print(AppraisalListView.table(try await cycles.missing(cycle, in: reach)))
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run a cycle's phases now, without waiting for their dates.",
            discussion: """
                Makes the phases up to --through due and works until nothing is due. Chunks that failed before are tried \
                again. Daemons that run at the same time share the work.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @Option(help: "The last phase to run: open, remind, close, score, place, release or final.") var through:
            CyclePhase = .place

        func run() async throws {
            let city = try options.cityDatabase()
            _ = try await Cycles(city).find(code)
            let codes = Dictionary(try await Agencies(city).list().map { ($0.id, $0.code) }) { first, _ in first }
            let runs = try options.cycleRuns()
            try await Schema(city).requireCurrent(as: .worker)
            try await runs.makeDue(code, through: through)
            let line = TerminalProgress(Message.cycleChunks(["cycle": "\(code)"]))
            let done = Counter()
            let late = Mutex<Set<Int32>>([])
            let worker = try options.cityWorker()
                .worker(Worker.Options(name: "mutasi cycle run")) { event in
                    switch event {
                    case .finished: line.update(done.increment())
                    case .late(let chunk, let reason) where late.withLock({ $0.insert(chunk.agency).inserted }):
                        line.finish()
                        let agency = codes[chunk.agency]?.description ?? ""
                        Terminal.say(Message.cycleAgencyLate(["agency": .text(agency), "reason": "\(reason)"]))
                    case .unavailable(let reason):
                        line.finish()
                        Terminal.say(Message.cycleDatabaseAway(["reason": "\(reason)"]))
                    default: break
                    }
                }
            let warden = Task {
                // As mutasid does: a session of an agency that lifts its limits is not waited for without end.
                while !Task.isCancelled {
                    _ = try? await AgencySessions(city).endExcessive()
                    try await Task.sleep(for: .seconds(5))
                }
            }
            defer { warden.cancel() }
            try await worker.run(untilIdle: true)
            line.finish()
            let phases = try await runs.progress(code)
            Terminal.print(CycleView.table(of: phases, in: try await city.time()))
            if let behind = phases.first(where: { $0.isHeldBack || $0.state == .cancelled }),
                !phases.contains(where: { $0.state == .failed })
            {
                throw Stop(.cycleBehind, ["phase": .text(behind.step), "run": "\(behind.id)"])
            }
            if let failed = phases.first(where: { $0.state == .failed }) {
                throw Stop(
                    .cycleFailed,
                    [
                        "phase": .text(failed.step), "run": "\(failed.id)",
                        "reason": failed.lastError.map { .wording(StoredReason($0).wording) }
                            ?? .wording(Wording(indonesian: "alasan tidak diketahui", english: "no reason is known")),
                    ]
                )
            }
        }
    }
}
