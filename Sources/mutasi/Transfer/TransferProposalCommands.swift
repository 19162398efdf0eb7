import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

extension TransferCommand {
    struct Propose: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose a transfer: one person, a post, a day, and why. Prints its number.",
            discussion: """
                Without --agency BKPSDM plans it, for a person of any agency. With --agency an agency proposes: its own person \
                for a post of its own becomes a draft; a person or a post of another agency, which it cannot see, becomes a \
                request (REQ-…), and BKPSDM answers it ('mutasi transfer accept', 'decline').

                The draft goes on with 'mutasi transfer submit'. A person has one open transfer at a time. The number of a \
                post is in 'mutasi post list'.

                Example:
                  mutasi transfer propose --nip 198… --to dlh --post 512 --basis agency_need --reason "vacant since May" \
                --on 2027-01-02 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Option(help: "The person's NIP.") var nip: TypedNIP
        @Option(help: "The agency of the new post, by its code.") var to: AgencyCode
        @Option(help: "The number of the new post.") var post: Int64
        @Option(help: "Why it is proposed.") var basis: TransferBasis
        @Option(help: "The lawful cause of a move to a lower level.") var cause: DemotionCause?
        @Option(help: "The reason as the person is told.") var reason: TypedText
        @Option(help: "The first day in the post (TMT).") var on: CivilDate
        @Option(help: "NIP or name of the person who proposes it.") var by: TypedText
        @Option(help: "The agency that proposes it, by its code; without it, BKPSDM.") var agency: AgencyCode?
        @Flag(help: "The person asked for it. With --agency.") var employee = false
        @Option(help: "The batch that it belongs to. BKPSDM's only.") var batch: String?

        func validate() throws {
            guard agency != nil || !employee else { throw ValidationError("--employee needs --agency.") }
            guard agency == nil || batch == nil else { throw ValidationError("give --agency or --batch, not both.") }
        }

        func run() async throws {
            let plan = TransferPlan(
                nip: try nip.read(),
                agency: to,
                post: post,
                basis: basis,
                cause: cause,
                reason: try reason.read("--reason"),
                day: on
            )
            let by = try by.read("--by")
            let transfers = Transfers(try options.cityDatabase())
            let number: String
            if let agency {
                number = try await transfers.propose(plan, from: agency, by: by, byEmployee: employee)
            } else {
                number = try await transfers.plan(plan, by: by, batch: batch)
            }
            Terminal.print(number)
            let isRequest = number.hasPrefix("REQ")
            Terminal.say(isRequest ? Message.transferRequested() : Message.transferDrafted(["number": .text(number)]))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Plan the transfers of a CSV file, all of them or none. Prints their numbers.",
            discussion: """
                Columns: nip, perangkatDaerah (the code of the new agency), jabatan (the number of the new post) or \
                namaJabatan and unorId, dasar (the basis, such as agency_need), sebab (the cause of a demotion), alasan (the \
                reason), tmt (the first day, DD-MM-YYYY). Columns may be separated by commas, semicolons or tabs.

                Every bad row is listed with line, column and code; one of them keeps the whole file out.

                Example:
                  mutasi transfer import mutasi.csv --batch 2027-01 --by 196… --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The CSV file; - is standard input.", completion: .file(extensions: ["csv"])) var file: String
        @Option(help: "NIP or name of the person who plans them.") var by: TypedText
        @Option(help: "The batch that they belong to.") var batch: String?
        @Flag(help: "Check everything, and change nothing.") var dryRun = false

        func run() async throws {
            let by = try by.read("--by")
            let city = try options.cityDatabase()
            let plans = try TransferPlanFile(
                path: file == "-" ? "/dev/stdin" : file,
                asOf: try await CityClock.today(in: city)
            )
            let imported = try await Transfers(city).plan(plans, by: by, batch: batch, dryRun: dryRun)
            for finding in imported.problems {
                var facts: [String: TextArgument] = [
                    "label": .wording(Message.importRejected()), "line": "\(finding.line)",
                    "reason": .wording(finding.reason), "code": "\(finding.code)",
                ]
                if !finding.column.isEmpty { facts["column"] = .text(finding.column) }
                let message: Message = finding.column.isEmpty ? .importLine : .importLineColumn
                Terminal.say(message(facts))
            }
            guard imported.problems.isEmpty else {
                let rows = Set(imported.problems.map(\.line)).count
                throw Stop(.transferFileRefused, ["rejected": .number(rows), "rows": .number(plans.count)])
            }
            if !dryRun { for number in imported.numbers { Terminal.print(number) } }
            Terminal.say(Message.transferPlanned(["count": .number(imported.numbers.count)]))
            if dryRun { Terminal.say(Message.resultDryRun()) }
        }
    }

    struct Batch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a batch of transfers that are decided together and take effect together.",
            discussion: """
                Transfers are put into it by --batch of 'propose', 'import' and 'amend', and every step takes --batch.

                Example:
                  mutasi transfer batch 2027-01 --title "Mutasi Januari 2027" --on 2027-01-02 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "Its code: letters, digits, '.', '_' and '-'.") var code: String
        @Option(help: "Its title.") var title: TypedText
        @Option(help: "The planned day.") var on: CivilDate?
        @Option(help: "NIP or name of the person who adds it.") var by: TypedText

        func validate() throws {
            guard code.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,39}/) != nil else {
                throw ValidationError("a code has 1 to 40 letters, digits, '.', '_' and '-'.")
            }
        }

        func run() async throws {
            let (title, by) = (try title.read("--title"), try by.read("--by"))
            let isNew = try await Transfers(try options.cityDatabase()).addBatch(code, title: title, on: on, by: by)
            Terminal.say(isNew ? Message.resultRecorded() : Message.transferBatchExists(["batch": .text(code)]))
        }
    }

    struct Amend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change the reason that the person is told, or put the transfer into another batch.",
            discussion: """
                Possible until the transfer is announced to the person.

                Example:
                  mutasi transfer amend TRF-2026-000123 --reason "vacant since May" --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The transfer's number.") var number: String
        @Option(help: "The reason as the person is told.") var reason: TypedText?
        @Option(help: "The code of the batch.") var batch: String?
        @Option(help: "NIP or name of the person who changes it.") var by: TypedText

        func validate() throws {
            guard reason != nil || batch != nil else { throw ValidationError("give --reason or --batch.") }
        }

        func run() async throws {
            let (reason, by) = (try reason?.read("--reason"), try by.read("--by"))
            try await Transfers(try options.cityDatabase()).amend(number, reason: reason, batch: batch, by: by)
            Terminal.say(Message.resultRecorded())
        }
    }

    struct Reverse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin a transfer that takes back another one: the person returns. Prints its number.",
            discussion: """
                The person returns to the former post, with the time in it. It is a draft, and goes the whole course; when it \
                is carried out, the other transfer is reversed.

                Example:
                  mutasi transfer reverse TRF-2026-000123 --reason "decision of the court" --on 2027-03-01 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The number of the transfer that is taken back.") var number: String
        @Option(help: "The reason as the person is told.") var reason: TypedText
        @Option(help: "The first day back in the former post.") var on: CivilDate
        @Option(help: "NIP or name of the person who begins it.") var by: TypedText

        func run() async throws {
            let (reason, by) = (try reason.read("--reason"), try by.read("--by"))
            let begun = try await Transfers(try options.cityDatabase()).reverse(number, because: reason, on: on, by: by)
            Terminal.print(begun)
            Terminal.say(Message.transferDrafted(["number": .text(begun)]))
        }
    }
}
