import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

/// Steps of deciding.
extension TransferCommand {
    struct Consider: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record the review team's consideration (tim penilai kinerja, PP 11/2017 art 191).",
            discussion: """
                Taken by a member of the review team who did not propose or verify it. Without an option the mayor \
                comes next. --defer puts it off, --reject ends it; both need a note.

                Example:
                  mutasi transfer consider --batch 2027-01 --by 196… --document 800/BA/4 --dated 2026-12-01
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Flag(help: "Put it off.") var `defer` = false
        @Flag(help: "Reject it; the transfer ends.") var reject = false

        func validate() throws {
            guard !(`defer` && reject) else { throw ValidationError("give --defer or --reject, not both.") }
        }

        func run() async throws {
            try await step.take(`defer` ? .defer : reject ? .reject : .consider, as: .reviewTeam)
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record the mayor's decision: approve, put off or reject.",
            discussion: """
                Taken by the mayor (PPK), by another person than those who proposed, verified or considered it. \
                --approve needs a check without a rule that stops the transfer; BKN comes next. --defer and --reject \
                need a note; --reject ends the transfer.

                Example:
                  mutasi transfer decide TRF-2026-000123 --approve --by "Wali Kota"
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Flag(help: "Approve it.") var approve = false
        @Flag(help: "Put it off.") var `defer` = false
        @Flag(help: "Reject it; the transfer ends.") var reject = false

        func validate() throws {
            guard [approve, `defer`, reject].count(where: \.self) == 1 else {
                throw ValidationError("give --approve, --defer or --reject.")
            }
        }

        func run() async throws {
            try await step.take(approve ? .approve : `defer` ? .defer : .reject, as: .mayor)
        }
    }

    struct Pertek: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask BKN for its pertimbangan teknis, or record its answer.",
            discussion: """
                --request: BKPSDM asks, also again after BKN sent it back. --issued: BKN agrees; give the document. \
                --lapsed: BKN has not answered within five working days, and its approval counts as given. \
                --returned: BKN sends it back; give a note. --refused: BKN refuses, and the transfer ends; give a \
                note. After --issued and --lapsed the decree comes next.

                Example:
                  mutasi transfer pertek TRF-2026-000123 --issued --document AP-12/2026 --dated 2026-12-10 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Flag(help: "BKPSDM asks BKN.") var request = false
        @Flag(help: "BKN agrees.") var issued = false
        @Flag(help: "BKN has not answered in time.") var lapsed = false
        @Flag(help: "BKN sends it back.") var returned = false
        @Flag(help: "BKN refuses.") var refused = false

        func validate() throws {
            guard [request, issued, lapsed, returned, refused].count(where: \.self) == 1 else {
                throw ValidationError("give --request, --issued, --lapsed, --returned or --refused.")
            }
        }

        func run() async throws {
            let (taken, actor): (TransferStep, TransferActor) =
                if request { (.requestPertek, .personnel) } else if issued { (.issuePertek, .bkn) } else if lapsed {
                    (.lapsePertek, .personnel)
                } else if returned { (.returnPertek, .bkn) } else { (.refusePertek, .bkn) }
            try await step.take(taken, as: actor)
        }
    }

    struct Decree: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record the mayor's decree (SK).",
            discussion: """
                Taken by the mayor. It needs the number and date of the decree, a first day not before that date, \
                and a check without a rule that stops the transfer. One decree may be that of many transfers. \
                Transfers of a batch whose transfers cannot all take effect together ('mutasi transfer chains') are \
                refused: two people for one seat, or a person without a seat. 'mutasi transfer print decree' prints \
                the decree. The announcement comes next.

                Example:
                  mutasi transfer decree --batch 2027-01 --document 821.2/1234 --dated 2026-12-15 --by "Wali Kota"
                """
        )

        @OptionGroup var step: TransferStepOptions

        func validate() throws {
            guard step.document != nil else { throw ValidationError("a decree has --document and --dated.") }
        }

        func run() async throws {
            try await step.take(.decree, as: .mayor) { city, numbers in
                let transfers = Transfers(city)
                for batch in try await transfers.batches(of: numbers) {
                    let faults = try await transfers.faults(of: batch)
                    guard faults.isEmpty else {
                        throw Stop(
                            .transferBatchFaults,
                            ["batch": .text(batch), "faults": .wording(Wording(lines: faults.map(\.words)))]
                        )
                    }
                }
            }
        }
    }

    struct Replan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a transfer another first day, before its decree.",
            discussion: """
                Taken by BKPSDM. The state stays; the transfer needs a new check.

                Example:
                  mutasi transfer replan TRF-2026-000123 --to 2027-02-01 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Option(help: "The new first day.") var to: CivilDate

        func run() async throws { try await step.take(.replan, as: .personnel, newDay: to) }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cancel a transfer before its decree. It ends.",
            discussion: """
                Taken by BKPSDM, or with --agency by the agency that proposed it, until it is verified. After the \
                decree it is revoked instead.

                Example:
                  mutasi transfer cancel TRF-2026-000123 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @OptionGroup var side: TransferAgencyOption
        @Flag(help: "Do not ask before many at once.") var yes = false

        func run() async throws { try await step.take(.cancel, of: side.agency, else: .personnel, asking: !yes) }
    }
}
