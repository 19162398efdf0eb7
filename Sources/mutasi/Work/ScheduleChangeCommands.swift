import ArgumentParser
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
            abstract: "Pause this schedule. Jobs that it enqueued go on."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its name.") var name: String
        @Option(help: "The reason, which the list shows.") var note: TypedText?

        func run() async throws {
            try await CitySchedules(try options.cityDatabase()).pause(name, note: try note?.read("--note"))
            let facts: [String: TextArgument] = ["schedule": .text(name)]
            Terminal.say(Message.schedulePaused(facts), hint: Message.schedulePausedHint(facts))
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Resume this schedule with the next occurrence from now on.",
            discussion: """
                Occurrences during the pause are left out; 'mutasi schedule backfill' makes up for them. It also mends a \
                schedule whose next occurrence lies far away because a server's clock was wrong.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its name.") var name: String

        func run() async throws {
            let schedules = CitySchedules(try options.cityDatabase())
            let next = try await schedules.resume(name)
            let zone = try await schedules.show(name, limit: 0).0.schedule.recurrence.zone
            guard let next else { return Terminal.say(Message.scheduleResumedEnded(["schedule": .text(name)])) }
            Terminal.say(
                Message.scheduleResumed([
                    "schedule": .text(name), "next": .wording(ZonedTime(zone: zone).words(next.date)),
                    "zone": .text(zone.identifier),
                ])
            )
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a schedule and the record of its occurrences. Jobs that it enqueued stay."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its name.") var name: String
        @Flag(help: "Do not ask.") var yes = false

        func run() async throws {
            guard yes || Terminal.confirms(Message.scheduleAskRemove(["schedule": .text(name)])) else {
                throw Stop(.confirmationMissing)
            }
            try await CitySchedules(try options.cityDatabase()).remove(name)
            Terminal.say(Message.scheduleRemoved(["schedule": .text(name)]))
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
                    Message.scheduleNone(["from": .wording(time.words(start)), "to": .wording(time.words(end))]),
                    hint: Message.scheduleNoneHint(["day": "\(recurrence.anchor)"])
                )
            }
            let rows: [[Table.Cell]] = dates.map { [.code(time.text($0, .english), time.words($0))] }
            let zone = TextArgument.text(time.zone.identifier)
            output.print(
                Table(columns: [Table.Column("occurrence", title: "occurrence.zone", ["zone": zone])], rows: rows)
            )
            if dryRun { return Terminal.say(Message.resultDryRun()) }
            let message: Message = count < dates.count ? .scheduleBackfilledRest : .scheduleBackfilled
            Terminal.say(message(["count": .number(count), "total": .number(dates.count)]))
        }
    }
}
