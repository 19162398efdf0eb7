import ArgumentParser

struct TransferPrintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print the papers of transfers: decree, excerpts, notices, invitation, start of duty, hand-over.",
        discussion: """
            The papers are in Indonesian, as HTML pages for A4 or with --pdf as PDF. They are for the transfers of a decree \
            (--decree), of a batch (--batch), or of numbers. Names of people and posts are those of the decree's date, of new \
            posts those of the first day.

            Files are written to --to, one for each paper, or to --output; only their owner may read them, and a file that \
            exists is not replaced without --replace. They hold personal data, and the reading is recorded. \
            'mutasi transfer templates' writes the templates for the city to change; --templates takes the changed ones.
            """,
        subcommands: [
            PrintDecreeCommand.self, PrintExcerptCommand.self, PrintInvitationCommand.self, PrintDutyCommand.self,
            PrintHandOverCommand.self, PrintNoticeCommand.self,
        ]
    )
}
