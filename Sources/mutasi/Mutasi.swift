import ArgumentParser
import Foundation
import Programs

/// The admin's program.
@main
struct Mutasi: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasi",
        abstract: "Appraisal, talent and transfer work of a city's civil service.",
        discussion: """
            Data goes to standard output, everything else to standard error. Connection settings are --database, else \
            MUTASI_DATABASE, else libpq's own (PG* variables, service file, .pgpass); with none of these, the private \
            server of 'mutasi local' if it runs.

            --language id|en, anywhere in the line, chooses the language of texts, tables and pages; else MUTASI_LANGUAGE, else \
            the locale (LC_ALL, LC_MESSAGES, LANG). Keys of JSON and CSV stay the same.

            Exit status: 0 done, 2 a check found something, 64 usage, 65 bad input data, 69 database unavailable, \
            70 a bug, 73 cannot write, 75 try again, 77 not permitted, 78 configuration.
            """,
        version: ProgramVersion.text,
        subcommands: [
            DemoCommand.self, LocalCommand.self, DatabaseCommand.self, AgencyCommand.self, UnitCommand.self,
            LoginCommand.self, ImportCommand.self, ExportCommand.self, ReconcileCommand.self, QualityCommand.self,
            TitleCommand.self,
            CycleCommand.self, AppraisalCommand.self, CalibrationCommand.self, ObjectionCommand.self, RulesCommand.self,
            TalentCommand.self, ChartCommand.self, ReportCommand.self,
            RunCommand.self, JobCommand.self, ScheduleCommand.self, HolidayCommand.self,
            PersonCommand.self, AssignmentCommand.self, PostCommand.self, TransferCommand.self,
            AuditCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOption

    static func main() async {
        StandardStream.occupyClosed()
        // A reader that went away, as in `mutasi … | head`, ends the program quietly.
        signal(SIGPIPE, SIG_DFL)
        do {
            let words = try ProgramLanguage.arguments()
            try CommandWords.check(words, of: Self.self)
            var command = try parseAsRoot(words)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.leave(error, Self.self)
        }
    }
}
