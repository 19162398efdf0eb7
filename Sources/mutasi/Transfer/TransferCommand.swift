import ArgumentParser

struct TransferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Take transfers (mutasi) from the proposal to the reported result, step by step.",
        discussion: """
            A transfer is one person's way from one post to another. It begins as a draft, and each step leads it to its next \
            state: submit, verify, consider, decide, pertek, decree, announce, inaugurate, duty, report, complete. 'mutasi \
            transfer show' says which steps can follow, and whose each is.

            Each step records the person who takes it (--by), the day (--on) and, if needed, a document. It takes one or more \
            transfers, or with --batch all transfers of a batch that are ready for it: all of them or none. A step that cannot \
            follow, or that lacks something, is refused with the reason, and nothing is changed.

            Rules are checked by 'mutasi transfer check'; verifying, approving and the decree need a check without a rule that \
            stops the transfer.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Begin",
                subcommands: [
                    Propose.self, Import.self, Batch.self, Requests.self, Accept.self, Decline.self, Amend.self,
                ]
            ),
            CommandGroup(
                name: "Look up",
                subcommands: [List.self, Show.self, Due.self, TransferChainsCommand.self]
            ),
            CommandGroup(
                name: "Print",
                subcommands: [TransferPrintCommand.self, TransferTemplatesCommand.self]
            ),
            CommandGroup(
                name: "Check",
                subcommands: [Check.self, Except.self, Conflict.self, File.self, Rules.self, Freezes.self]
            ),
            CommandGroup(
                name: "Propose and verify",
                subcommands: [Submit.self, Consent.self, Return.self, Verify.self, Refuse.self]
            ),
            CommandGroup(
                name: "Decide",
                subcommands: [Consider.self, Decide.self, Pertek.self, Decree.self, Replan.self, Cancel.self]
            ),
            CommandGroup(
                name: "Before the day",
                subcommands: [Announce.self, Invite.self, Inaugurate.self, Postpone.self, Revoke.self]
            ),
            CommandGroup(
                name: "After the day",
                subcommands: [
                    Object.self, Objection.self, Duty.self, Export.self, Report.self, Follow.self, Complete.self,
                    Reverse.self,
                ]
            ),
        ]
    )
}
