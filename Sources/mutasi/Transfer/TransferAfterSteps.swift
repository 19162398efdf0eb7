import ArgumentParser
import Personnel

/// Steps of after the person knows.
extension TransferCommand {
    struct Object: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record an objection of the person.",
            discussion: """
                Taken by the person; with --agency the agency that gives the person records it, else BKPSDM does. It \
                needs a note: the grounds. The state stays.

                Example:
                  mutasi transfer object TRF-2026-000123 --note "the illness of a parent" --by 198…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @OptionGroup var side: TransferAgencyOption

        func run() async throws { try await step.take(.object, of: side.agency, else: .employee) }
    }

    struct Objection: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an objection block the transfer until it is decided, or dismiss it.",
            discussion: """
                --block is taken by BKPSDM: the transfer is not carried out until the objection is decided. \
                --dismiss is the decision of the mayor, and needs a document. If the objection is granted, revoke \
                the transfer.

                Example:
                  mutasi transfer objection TRF-2026-000123 --dismiss --document 800/90 --dated 2026-12-29 --by \
                  "Wali Kota"
                """
        )

        @OptionGroup var step: TransferStepOptions
        @Flag(help: "It blocks the transfer until it is decided.") var block = false
        @Flag(help: "It is dismissed.") var dismiss = false

        func validate() throws {
            guard block != dismiss else { throw ValidationError("give --block or --dismiss.") }
        }

        func run() async throws {
            if block {
                try await step.take(.blockObjection, as: .personnel)
            } else {
                try await step.take(.dismissObjection, as: .mayor)
            }
        }
    }

    struct Duty: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that the person has begun to work in the new post (SPMT).",
            discussion: """
                Taken by the receiving agency (--agency), else by BKPSDM. The transfer must be in effect. The report \
                comes next.

                Example:
                  mutasi transfer duty TRF-2026-000123 --agency dlh --document 800/SPMT/3 --dated 2027-01-03 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @OptionGroup var side: TransferAgencyOption

        func run() async throws { try await step.take(.startDuty, of: side.agency, else: .personnel) }
    }

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that the transfer was reported to BKN (I-Mut).",
            discussion: """
                Taken by BKPSDM. What is left to do in the agency is noted by 'follow'; 'complete' ends the transfer.

                Example:
                  mutasi transfer report --batch 2027-01 --document IMUT-77 --dated 2027-01-10 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.report, as: .personnel) }
    }

    struct Follow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note what was done after the move: pay, access, handover.",
            discussion: """
                Taken by the receiving agency (--agency), else by BKPSDM. It needs a note. The state stays.

                Example:
                  mutasi transfer follow TRF-2026-000123 --agency dlh --note "handover signed" --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions
        @OptionGroup var side: TransferAgencyOption

        func run() async throws { try await step.take(.followUp, of: side.agency, else: .personnel) }
    }

    struct Complete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a reported transfer. It ends.",
            discussion: """
                Taken by BKPSDM, when nothing is left to do.

                Example:
                  mutasi transfer complete --batch 2027-01 --by 196…
                """
        )

        @OptionGroup var step: TransferStepOptions

        func run() async throws { try await step.take(.complete, as: .personnel) }
    }
}
