import ArgumentParser
import CityDatabase
import CityWork
import Decrees
import Personnel
import Programs

struct PrintInvitationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invitation",
        abstract: "Print the written invitation to the inauguration, with the list of the people.",
        discussion: """
            It names people with their present posts; the new posts are not named. The letter is dated at least one \
            working day before the inauguration, which is within 30 working days after the decree (Peraturan BKN 7/2017). \
            The decree must be on record; revoked transfers are left out.

            Example:
              mutasi transfer print invitation --decree 821.2/1234 --number 005/88 --dated 2026-12-28 --day 2026-12-30 --time \
            "09.00 WIB" --venue "Balai Kota" --signer "Rudi Nasution" --signer-office "Sekretaris Daerah" --to papers
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var selection: PaperSelectionOptions
    @Option(help: "Number of the letter.") var number: TypedText
    @Option(help: "Date of the letter; without it, today.") var dated: CivilDate?
    @Option(help: "The day of the inauguration.") var day: CivilDate
    @Option(help: "When it begins, such as '09.00 WIB'.") var time: TypedText
    @Option(help: "Where it is, such as 'Balai Kota'.") var venue: TypedText
    @Option(help: "What people wear; without it, Pakaian Sipil Lengkap.") var dress: TypedText?
    @OptionGroup var signer: SignerOptions
    @OptionGroup var names: PaperCityOptions
    @OptionGroup var files: PaperFileOptions

    func run() async throws {
        let (number, time, venue) = (
            try number.read("--number"), try time.read("--time"), try venue.read("--venue")
        )
        let dress = try dress?.read("--dress") ?? "Pakaian Sipil Lengkap"
        let city = try options.cityDatabase()
        let press = try await files.press(for: city)
        let transfers = try await selection.readDecreed(in: city)
        let recorded = try RecordedDecree.required(of: transfers)
        let names = try names.names(in: city)
        let signer = try signer.officer(authority: names.authority)
        let dated = try await CityClock.day(dated, in: city)
        let holidays = try await CitySchedules(city).holidays(nil).map(\.day)
        try await press.print([(transfers, name: number)]) { transfers in
            try InaugurationInvitation(
                number: number,
                date: dated,
                place: names.place,
                decree: try Decree(recorded, of: transfers, names, subject: nil),
                day: day,
                time: time,
                venue: venue,
                dress: dress,
                signer: signer,
                calendar: WorkingCalendar(holidays: Set(holidays), week: .five)
            )
        }
    }
}
