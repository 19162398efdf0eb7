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
import Texts

struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Manage recurring jobs: by a rule, in a time zone, never twice.",
        discussion: """
            A rule is an RRULE of RFC 5545: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, with INTERVAL, BYMONTH, BYMONTHDAY (-1 is \
            the last), BYDAY (MO, 1MO the first, -1FR the last), BYHOUR, BYMINUTE, UNTIL. A local time that the zone's clock \
            skips is taken at the end of the gap; one that it shows twice, the first time only.

            'mutasi schedule backfill --help' says how to make up for missed occurrences.
            """,
        subcommands: [
            Add.self, List.self, Show.self, Pause.self, Resume.self, Remove.self, Backfill.self,
        ]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a schedule; its next occurrences are printed before it is saved.",
            discussion: """
                Kinds of jobs:
                  add_cycle             adds the cycle that the day falls into; payload {"period": "quarter"} or
                                        {"period": "year"}
                  carry_out_transfers   carries out the transfers that are due; the city has it from the start
                  forget_jobs           removes ended jobs; payload days by outcome,
                                        {"done": 7, "cancelled": 30, "dead": 90}

                Examples:
                  mutasi schedule add quarters --kind add_cycle --payload '{"period": "quarter"}' \\
                    --rule 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1;BYHOUR=6'
                  mutasi schedule add clean-up --kind forget_jobs --payload '{"done": 3}' \\
                    --rule 'FREQ=WEEKLY;BYDAY=SU;BYHOUR=3' --shift next --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "Its name: a-z, 0-9 and '-'.") var name: String
        @Option(help: "The kind of job that it enqueues.") var kind: String
        @Option(help: "The rule, as FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=8.") var rule: String
        @Option(help: "The job's payload, as JSON without personal data.") var payload = "{}"
        @Option(help: "For one agency; without this and --each-agency, for the city.") var agency: AgencyCode?
        @Flag(help: "One job for each active agency.") var eachAgency = false
        @Option(help: "How soon it is done, of all jobs that are due.") var priority: TypedPriority = .normal
        @Option(help: "The first day, from which intervals count, as 2026-01-01; without it, today.") var anchor:
            CivilDate?
        @Option(help: "IANA time zone of the rule's days and times; without it, the city's.") var zone: String?
        @Option(help: "When the day is off (Saturday, Sunday, holiday): none, next or previous working day.")
        var shift: Recurrence.Shift = .none
        @Option(help: "Spread the jobs over this time; each agency has its own delay.") var jitter = TimeSpan(.zero)
        @Option(help: "Do not make up for occurrences that were missed longer ago than this.")
        var catchUp = TimeSpan(.seconds(86_400))
        @Option(help: "Make up for no missed occurrence (skip), the last (one), or all in order.")
        var missed: Schedule.Missed = .one
        @Option(help: "When the job before has not ended: skip the new job, queue it, or cancel the old one.")
        var overlap: Schedule.Overlap = .skip
        @Flag(help: "Print the next occurrences, and save nothing.") var dryRun = false

        func validate() throws {
            guard agency == nil || !eachAgency else { throw ValidationError("--agency or --each-agency, not both.") }
            do throws(JSONFlaw) {
                _ = try JSONDocument(checking: payload, limit: JobRequest.payloadLimit)
            } catch {
                throw ValidationError("--payload cannot be kept: \(error).")
            }
            guard payload.first(where: { !$0.isWhitespace }) == "{" else {
                throw ValidationError("--payload is not a JSON object.")
            }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let schedules = CitySchedules(city)
            let schedule = try await schedule(city)
            try await schedules.check(schedule)
            let next = try await schedules.occurrences(of: schedule.recurrence, from: .now, count: 5)
            guard !next.isEmpty else {
                throw Stop(.scheduleNoOccurrence)
            }
            let time = ZonedTime(zone: schedule.recurrence.zone)
            let rows: [[Table.Cell]] = next.map { [.code(time.text($0, .english), time.words($0))] }
            let column = Table.Column("next", title: "next.zone", ["zone": .text(schedule.recurrence.zone.identifier)])
            output.print(Table(columns: [column], rows: rows))
            if dryRun { return Terminal.say(Message.resultDryRunUnsaved()) }
            try await schedules.add(schedule)
            Terminal.say(Message.scheduleAdded(["schedule": .text(name)]))
        }

        private func schedule(_ city: CityDatabase) async throws -> Schedule {
            let target: Schedule.Target =
                switch try await Agencies(city).reach(agency) {
                case .city: eachAgency ? .everyAgency : .city
                case .agency(let agency): .agency(agency.id)
                }
            let first = try await CityClock.day(anchor, in: city)
            let zone =
                if let zone { zone } else { try await city.time().zone.identifier }
            do {
                guard let anchor = PostgresDate(year: first.year, month: first.month, day: first.day) else {
                    throw Stop(.scheduleAnchor, ["day": "\(first)"])
                }
                return try Schedule(
                    name: name,
                    target: target,
                    kind: kind,
                    payload: JSONDocument(text: payload),
                    priority: priority.priority,
                    recurrence: try Recurrence(rule, anchor: anchor, zone: zone, shift: shift),
                    jitter: jitter.duration,
                    catchUp: catchUp.duration,
                    missed: missed,
                    overlap: overlap
                )
            } catch let error as RecurrenceError {
                throw Stop(error)
            } catch let error as ScheduleError {
                throw Stop(error)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all schedules with their next occurrences.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let city = try options.cityDatabase()
            let (records, broken) = try await CitySchedules(city).list()
            let view = try await ScheduleView(city)
            output.print(view.table(of: records))
            try await ClockWarning.say(of: records, in: city)
            for name in broken {
                Terminal.say(
                    Message.scheduleUnreadable(["schedule": .text(name)]),
                    hint: Message.scheduleUnreadableHint()
                )
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a schedule, its next occurrences, and the outcome of the last ones.",
            discussion: """
                fired: its jobs were enqueued; waiting: for the job before to end; missed: too late, or left out by --missed; \
                overlapped: left out because the job before had not ended; replaced: by a later one, before it began.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "Its name.") var name: String
        @Option(help: "How many of the last occurrences to show.") var limit = 20

        func validate() throws {
            guard limit >= 0 else { throw ValidationError("--limit is 0 or more.") }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let schedules = CitySchedules(city)
            let (record, history) = try await schedules.show(name, limit: limit)
            var next: [Date] = []
            if !record.isPaused, let first = record.nextAt?.date {
                next = try await schedules.occurrences(of: record.schedule.recurrence, from: first, count: 5)
            }
            let view = try await ScheduleView(city)
            try await ClockWarning.say(of: [record], in: city)
            switch output.format {
            case .json: Terminal.print(view.document(record, next, history).rendered())
            case .csv: output.print(view.table(of: history, in: record))
            case .table:
                Terminal.print(view.facts(record, next))
                guard !history.isEmpty else { return }
                Terminal.print("")
                Terminal.print(view.table(of: history, in: record))
            }
        }
    }
}
