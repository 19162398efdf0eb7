import ArgumentParser
import Personnel

/// Steps of proposing and verifying.
extension TransferCommand {
    struct Submit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Submit a draft, or a proposal that was sent back.",
            discussion: """
                Taken by the party that proposed it: with --agency by this agency, else by BKPSDM. It becomes \
                proposed. For the agency the submission is its consent.

                Example:
                  mutasi transfer submit TRF-2026-000123 --agency dinkes --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @OptionGroup var side: TransferAgencyOption

        func run() async throws { try await step.take(.submit, of: side.agency, else: .personnel) }
    }

    struct Consent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that an agency agrees to give the person, or to take them.",
            discussion: """
                Taken by the agency, on whichever side of the transfer it is; both agencies of a transfer that one \
                of them proposed must agree before BKPSDM verifies it. The state stays. What BKPSDM planned needs no \
                consent.

                Example:
                  mutasi transfer consent TRF-2026-000123 --agency dlh --by 196… --document 800/31 --dated 2026-11-20
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Option(help: "The agency that agrees, by its code.") var agency: AgencyCode

        func run() async throws { try await step.take(.consent, of: agency, else: .receiving) }
    }

    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a proposal back because data or documents are wrong or missing (BTS).",
            discussion: """
                Taken by BKPSDM. It needs a note. The party that proposed it submits it again, or cancels it.

                Example:
                  mutasi transfer return TRF-2026-000123 --note "the letter lacks its date" --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.return, as: .personnel) }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verify a proposal: documents and conditions are in order.",
            discussion: """
                Taken by BKPSDM. It needs a check without a rule that stops the transfer, and of a transfer that an \
                agency proposed the consent of both agencies. From here on both agencies see the transfer. The \
                review team comes next.

                Example:
                  mutasi transfer verify --batch 2027-01 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.verify, as: .personnel) }
    }

    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse a proposal because a condition is not met (TMS). The transfer ends.",
            discussion: """
                Taken by BKPSDM. It needs a note.

                Example:
                  mutasi transfer refuse TRF-2026-000123 --note "two years in the post are not complete" --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.refuse, as: .personnel) }
    }
}
