import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Jobs
import Personnel
import Programs
import Reports
import Texts

struct CycleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cycle",
        abstract: "Add, run and inspect appraisal cycles: quarters and years, with their phases from open to final.",
        subcommands: [
            Add.self, Reschedule.self, List.self, Show.self, Run.self, Excluded.self, Reminders.self, Missing.self,
            RateAgency.self,
            Distribution.self, Severity.self, Fairness.self, Recompute.self,
        ]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a cycle and schedule its phases.",
            discussion: """
                Without dates: open on the period's first day, close 14 days after its last, remind a week before that, \
                score, place and release on the three days after it, final 35 days after the release. A phase that is \
                already due runs as soon as a worker looks. A cycle opens in its period or later, and closes after it.

                Example:
                  mutasi cycle add 2026-Q4 --close 2027-01-20
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "A quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @OptionGroup var dates: PhaseDateOptions
        @Flag(help: "Print the dates, and change nothing.") var dryRun = false

        func run() async throws {
            let calendar = try CycleCalendar(code, chosen: dates.chosen)
            let added = try await options.cycleRuns().add(code, calendar, dryRun: dryRun)
            for phase in CyclePhase.allCases {
                Terminal.say("\(phase.rawValue): \(calendar.days[phase]?.iso ?? "")")
            }
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
}
