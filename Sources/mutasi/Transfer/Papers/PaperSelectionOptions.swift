import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

/// The transfers that papers are about.
struct PaperSelectionOptions: ParsableArguments {
    @OptionGroup var chosen: TransferSelectionOptions

    func validate() throws {
        guard chosen.ways == 1 else {
            throw ValidationError("give numbers of transfers, --decree or --batch.")
        }
    }

    /// Transfers that a decree names or can name next, in the order of their numbers; what is left out is reported.
    ///
    /// - Throws: `Stop` when a number is that of another transfer, or nothing is left of the batch.
    func read(in city: CityDatabase) async throws -> [DecidedTransfer] {
        let found = try await Transfers(city).papers(try chosen.selection())
        let ready = found.filter(\.isDecided)
        guard ready.count < found.count else { return Self.reportLeavers(ready) }
        let open = found.filter { !$0.isDecided }
        guard chosen.batch != nil, !ready.isEmpty else {
            throw Stop(.paperUndecided, ["numbers": .text(open.numbers)])
        }
        open.reportOmission("undecided")
        return Self.reportLeavers(ready)
    }

    /// The same for papers that come after the decree: it is on record, and what was revoked is left out.
    func readDecreed(in city: CityDatabase) async throws -> [DecidedTransfer] {
        try await read(in: city).leaving("revoked") { $0.state == .revoked }
    }

    private static func reportLeavers(_ transfers: [DecidedTransfer]) -> [DecidedTransfer] {
        for transfer in transfers {
            guard let day = transfer.leftService else { continue }
            let text = Message.paperLeftService(["number": .text(transfer.number), "day": .text(day.iso)])
            Terminal.say(Message.terminalWarning(["text": .wording(text)]))
        }
        return transfers
    }
}

extension [DecidedTransfer] {
    /// "TRF-2026-000001, TRF-2026-000002".
    var numbers: String { map(\.number).joined(separator: ", ") }

    /// - Parameter reason: of `paper_omission` in `words.csv`.
    /// - Throws: `Stop` when nothing is left.
    func leaving(_ reason: String, where isLeftOut: (DecidedTransfer) -> Bool) throws -> [DecidedTransfer] {
        let (out, rest) = (filter(isLeftOut), filter { !isLeftOut($0) })
        out.reportOmission(reason)
        guard !rest.isEmpty else { throw Stop(.paperNone) }
        return rest
    }

    func reportOmission(_ reason: String) {
        guard !isEmpty else { return }
        let words = TextCatalogue.words.wording("paper_omission.\(reason)")
        let text = Message.paperLeftOut(["reason": .wording(words), "numbers": .text(numbers)])
        Terminal.say(Message.terminalWarning(["text": .wording(text)]))
    }
}
