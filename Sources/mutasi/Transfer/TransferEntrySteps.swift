import ArgumentParser
import Personnel

/// Steps of between the decree and the day.
extension TransferCommand {
    struct Announce: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell the person of the decree, with the reason.",
            discussion: """
                Taken by BKPSDM. It needs the reason that the person is told ('mutasi transfer amend'). The \
                invitation and the inauguration come next; an executor's transfer takes effect on its day without \
                them.

                Example:
                  mutasi transfer announce --batch 2027-01 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.announce, as: .personnel) }
    }

    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record the written invitation to the inauguration (Perka BKN 7/2017).",
            discussion: """
                Taken by BKPSDM, at least one working day ahead. The state stays.

                Example:
                  mutasi transfer invite --batch 2027-01 --document 005/88 --dated 2026-12-28 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.invite, as: .personnel) }
    }

    struct Inaugurate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record the inauguration (pelantikan) on its day.",
            discussion: """
                Taken by the mayor or the official who inaugurates. On the first day in the post the transfer takes \
                effect. An inauguration after the planned day takes the first day along, and then needs a new check.

                Example:
                  mutasi transfer inaugurate --batch 2027-01 --by "Wali Kota" --document 821/BA/9 --dated 2027-01-02
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.inaugurate, as: .mayor) }
    }

    struct Postpone: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a transfer another first day, after its decree.",
            discussion: """
                Taken by the mayor. It needs a document. The state stays; the transfer needs a new check.

                Example:
                  mutasi transfer postpone TRF-2026-000123 --to 2027-02-01 --document 821.2/1300 --dated 2026-12-30 \
                  --by "Wali Kota"
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Option(help: "The new first day.") var to: CivilDate

        func run() async throws { try await step.take(.postpone, as: .mayor, newDay: to) }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke a transfer after its decree and before its day. It ends.",
            discussion: """
                Taken by the mayor. It needs a document. Once it is in effect, 'mutasi transfer reverse' begins \
                another transfer that takes it back.

                Example:
                  mutasi transfer revoke TRF-2026-000123 --document 821.2/1301 --dated 2026-12-30 --by "Wali Kota"
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Flag(help: "Do not ask before many at once.") var yes = false

        func run() async throws { try await step.take(.revoke, as: .mayor, asking: !yes) }
    }
}
