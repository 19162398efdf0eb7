import ArgumentParser
import CityDatabase
import CityWork
import Personnel
import Programs
import Reports
import Texts

/// The days of a cycle's phases.
struct PhaseDateOptions: ParsableArguments {
    @Option(help: "The day on which it opens, YYYY-MM-DD.") var open: CivilDate?
    @Option(help: "The day on which raters are reminded.") var remind: CivilDate?
    @Option(help: "The day on which it closes.") var close: CivilDate?
    @Option(help: "The day on which it is scored.") var score: CivilDate?
    @Option(help: "The day on which people are placed.") var place: CivilDate?
    @Option(help: "The day on which results are released, which ends calibration.") var release: CivilDate?
    @Option(help: "The day on which results become final.") var final: CivilDate?

    var chosen: [CyclePhase: CivilDate] {
        [
            CyclePhase.open: open, .remind: remind, .close: close, .score: score, .place: place, .release: release,
            .final: final,
        ]
        .compactMapValues { $0 }
    }
}

extension CycleCommand {
    struct Reschedule: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change the dates of a cycle's phases that have not begun.",
            discussion: """
                Dates that are not given stay. The phases keep their order, the cycle closes after its period and ends within \
                the year after it, and no date is in the past.

                Example:
                  mutasi cycle reschedule 2026-Q4 --close 2027-01-20 --score 2027-01-21 --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @OptionGroup var dates: PhaseDateOptions
        @Flag(help: "Show the dates, and change nothing.") var dryRun = false

        func validate() throws {
            guard !dates.chosen.isEmpty else { throw ValidationError("give at least one date, such as --close.") }
        }

        func run() async throws {
            let today = try await CityClock.today(in: try options.cityDatabase())
            let (before, after) = try await options.cycleRuns()
                .reschedule(code, dates.chosen, today: today, dryRun: dryRun)
            let rows: [[Table.Cell]] = CyclePhase.allCases.map { phase in
                [
                    .text(phase.rawValue), before[phase].map { .text($0.iso) } ?? .missing,
                    after[phase].map { .text($0.iso) } ?? .missing,
                ]
            }
            Terminal.print(Table(columns: Table.Column.list("phase", "before", "after"), rows: rows))
            let message: Message =
                before == after ? .cycleExists : dryRun ? .cycleWouldBeRescheduled : .cycleRescheduled
            Terminal.say(message(["cycle": "\(code)"]))
            if dryRun { Terminal.say(Message.resultDryRun()) }
        }
    }
}
