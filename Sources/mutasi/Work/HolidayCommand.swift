import ArgumentParser
import CSV
import Characters
import CityDatabase
import CityViews
import CityWork
import Personnel
import Programs
import Texts

struct HolidayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holiday",
        abstract: "Keep the city's calendar: days off besides Saturdays and Sundays.",
        discussion: """
            The national holidays and collective leave of 2026 come with the program; those of another year are imported when \
            the joint decree of the three ministers is out.
            """,
        subcommands: [List.self, Import.self, Remove.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the holidays, of one year or all.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Only this year.") var year: Int?

        func run() async throws {
            let holidays = try await CitySchedules(try options.cityDatabase()).holidays(year)
            output.print(HolidayView.table(holidays))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add holidays from a CSV file; the file is taken as a whole or not at all.",
            discussion: """
                Columns day (2027-01-01), name, kind (national, collective_leave or local), as 'mutasi holiday list --format \
                csv' prints them. Existing days take the file's name and kind. Schedules that avoid days off move to \
                the calendar at once.
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The file.", completion: .file(extensions: ["csv"])) var file: String

        func run() async throws {
            let holidays = try read()
            let (days, schedules) = try await CitySchedules(try options.cityDatabase()).set(holidays)
            Terminal.say(
                Message.holidayImported([
                    "days": .number(days), "count": .number(holidays.count), "schedules": .number(schedules),
                ])
            )
        }

        private func read() throws -> [Holiday] {
            var holidays: [Holiday] = []
            var problems: [String] = []
            var line = 0
            try CSVFile.forEachRecord(path: file) { record in
                line += 1
                let fields = record.fields.map { OutsideText(SpreadsheetText.text(OutsideText($0).text)).text }
                if line == 1 {
                    guard fields == ["day", "name", "kind"] else {
                        throw Stop(.holidayFileHeader, ["path": .text(file)])
                    }
                    return
                }
                guard !fields.allSatisfy(\.isEmpty) else { return }
                guard fields.count == 3, let day = CivilDate(iso: fields[0]), !fields[1].isEmpty,
                    fields[1].firstControl == nil, let kind = Holiday.Kind(rawValue: fields[2])
                else {
                    problems.append("record \(line)")
                    return
                }
                holidays.append(Holiday(day: day, name: fields[1], kind: kind))
            }
            guard problems.isEmpty else {
                throw Stop(
                    .holidayFileRows,
                    [
                        "path": .text(file), "records": .text(problems.joined(separator: ", ")),
                        "kinds": .text(Holiday.Kind.allCases.map(\.rawValue).joined(separator: ", ")),
                    ]
                )
            }
            return holidays
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a holiday a working day again.")

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The day, as 2026-12-24.") var day: CivilDate

        func run() async throws {
            let moved = try await CitySchedules(try options.cityDatabase()).removeHoliday(day)
            Terminal.say(Message.holidayRemoved(["day": "\(day)", "schedules": .number(moved)]))
        }
    }
}
