import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs

extension TransferCommand {
    struct Due: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what transfers wait for, with the last day of each. Exit status 2 when something is late.",
            discussion: """
                All that is late, and what falls due until --ahead days later, the earliest first: BKN's answer (5 working \
                days), the invitation (a working day before the inauguration) and the inauguration (30 working days after \
                the decree; Peraturan BKN 7/2017), the first day, then the start of duty and the hand-over (7 days), the entry in \
                SIASN (5 working days), and the follow-up after 3, 6 and 12 months. Working days are Monday to Friday without \
                the city's holidays. The list names transfers and no person.

                Example:
                  mutasi transfer due --ahead 7
                """
        )

        /// A year: follow-ups are planned no further.
        private static let furthest = 366

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "The day of the list; without it, today.") var on: CivilDate?
        @Option(help: "List what falls due until so many days after it.") var ahead = 14

        func validate() throws {
            guard 0...Self.furthest ~= ahead else {
                throw ValidationError("--ahead must be between 0 and \(Self.furthest) days.")
            }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let deadlines = try await Transfers(city)
                .deadlines(on: try await CityClock.day(on, in: city), ahead: ahead)
            output.print(TransferDueView.table(deadlines))
            guard !deadlines.contains(where: \.isLate) else { throw Stop(.found) }
        }
    }
}
