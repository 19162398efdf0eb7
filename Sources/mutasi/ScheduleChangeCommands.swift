import ArgumentParser
import Characters
import CityDatabase
import CityViews
import CityWork
import Foundation
import Jobs
import Personnel
import Programs
import Reports
import Texts

extension ScheduleCommand {
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fire nothing until it is resumed. Jobs that it enqueued go on."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its name.") var name: String
        @Option(help: "Why; shown in the list.") var note: TypedText?

        func run() async throws {
            try await CitySchedules(try options.cityDatabase()).pause(name, note: try note?.read("--note"))
            Terminal.say("schedule \(name) is paused", hint: "'mutasi schedule resume \(name)' lets it go on")
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Go on with the first occurrence from now on.",
            discussion: """
                What fell into the pause is left out; 'mutasi schedule backfill' makes up for it. Also sets a schedule right
                whose next occurrence a server's wrong clock has put far away.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its name.") var name: String

        func run() async throws {
            let schedules = CitySchedules(try options.cityDatabase())
            let next = try await schedules.resume(name)
            let zone = try await schedules.show(name, limit: 0).0.schedule.recurrence.zone
            let text = next.map { "next \(ZonedTime(zone: zone).text($0.date)) (\(zone.identifier))" }
            Terminal.say("schedule \(name) is active, \(text ?? "but has no occurrence any more")")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a schedule and what is known of its occurrences. Jobs that it enqueued stay."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its name.") var name: String
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            guard yes || Terminal.confirms("Remove schedule \(name)?") else {
                throw Stop(.confirmationMissing)
            }
            try await CitySchedules(try options.cityDatabase()).remove(name)
            Terminal.say("schedule \(name) removed")
        }
    }

    struct Backfill: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make up for the occurrences of some days that have not fired, one after another.",
            discussion: """
                Days are those of the schedule's zone; both are included. At most 1,000 occurrences at a time.

                Example:
                  mutasi schedule backfill quarters --from 2026-01-01 --through 2026-09-30 --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "Its name.") var name: String
        @Option(help: "The first day.") var from: CivilDate
        @Option(help: "The last day; without it, all until now.") var through: CivilDate?
        @Flag(help: "Print the occurrences, and change nothing.") var dryRun = false

        func validate() throws {
            if let through, through < from { throw ValidationError("--through is before --from.") }
        }

        func run() async throws {
            let schedules = CitySchedules(try options.cityDatabase())
            let recurrence = try await schedules.show(name, limit: 0).0.schedule.recurrence
            let time = ZonedTime(zone: recurrence.zone)
            let end = min(through.flatMap { time.start(of: $0 + 1) }.map { $0 - 1 } ?? .now, .now)
            guard let start = time.start(of: from), start <= end else {
                throw Stop(.scheduleFromFuture, ["day": "\(from)"])
            }
            let (dates, count) = try await schedules.backfill(name, from: start, through: end, dryRun: dryRun)
            guard !dates.isEmpty else {
                return Terminal.say(
                    "it has no occurrence from \(time.text(start)) to \(time.text(end))",
                    hint: "the schedule's first day is \(recurrence.anchor); one is added with an earlier by --anchor"
                )
            }
            let rows: [[Table.Cell]] = dates.map { [.text(time.text($0))] }
            output.print(
                Table(columns: [.init(key: "occurrence", title: "Occurrence (\(time.zone.identifier))")], rows: rows)
            )
            if dryRun { return Terminal.say("dry run: nothing was changed") }
            Terminal.say(
                "\(count) of \(dates.count.counted("occurrence", "occurrences")) will be made up for"
                    + (count < dates.count ? "; the others had fired or are waiting" : "")
            )
        }
    }
}
