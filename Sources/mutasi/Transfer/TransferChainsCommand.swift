import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

struct TransferChainsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains",
        abstract:
            "Show which open transfers hand seats on to each other. Exit status 2 when they cannot all take effect.",
        discussion: """
            Transfers of one part take effect together or not at all; parts do not depend on each other. A chain is read from \
            the vacant post backwards. What keeps transfers from taking effect together is listed with the people, and the \
            reading is recorded. It changes nothing.

            Example:
              mutasi transfer chains --batch 2027-01 --without TRF-2027-000012
              mutasi transfer chains --batch 2027-01 --lots --svg chains.svg
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var output: FormatOptions
    @Option(help: "The batch's code; without it, all open transfers.") var batch: String?
    @Option(
        parsing: .upToNextOption,
        help: "Numbers of transfers that are withdrawn: list the ones that fall with them, and the ones that go on."
    )
    var without: [String] = []
    @Flag(help: "List the lots for I-Mut: at most 50 transfers each, and no part in two lots.") var lots = false
    @Option(help: "Write the picture of the chains to this file, as SVG.") var svg: String?

    func validate() throws {
        guard without.isEmpty || !lots else { throw ValidationError("give --without or --lots, not both.") }
    }

    func run() async throws {
        let city = try options.cityDatabase()
        let file = try svg.map { try OutputFile($0, permissions: 0o644) }
        let found = try await Transfers(city).batch(batch)
        let fall = found.cases.fall(of: without)
        if let number = fall.unknown.first { throw CityError(.transferUnknown, ["number": .text(number)]) }
        let title = "Kota \(city.name.capitalized)"
        let picture = SeatChainView.picture(
            of: found,
            PictureFrame(
                scope: batch.map { "\(title) · \($0)" } ?? title,
                asOf: try await CityClock.today(in: city)
            )
        )
        print(picture, found, fall)
        if let file {
            try file.write(picture.svg(ProgramLanguage.current) + "\n")
            Terminal.say(Message.fileWritten(["path": .text(svg ?? "")]))
        }
        let faults = found.faults
        guard !faults.isEmpty else { return }
        if output.format == .table { output.print(SeatChainView.table(of: faults)) }
        for fault in faults where output.format != .table { Terminal.say(fault.words) }
        throw Stop(.found)
    }

    private func print(_ picture: SeatChainPicture, _ batch: Transfers.Batch, _ fall: BatchFall) {
        if !without.isEmpty {
            output.print(SeatChainView.table(of: fall, batch))
        } else if lots {
            output.print(SeatChainView.table(of: batch.cases.lots(), batch))
        } else if output.format == .table {
            Terminal.print(
                painted: picture.terminal(
                    ProgramLanguage.current,
                    width: Terminal.width ?? 80,
                    colour: Terminal.showsColour
                )
            )
        } else {
            output.print(picture.table)
        }
    }
}
