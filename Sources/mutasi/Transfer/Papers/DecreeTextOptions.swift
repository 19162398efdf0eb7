import ArgumentParser
import CityDatabase
import Decrees
import Personnel
import Programs
import Texts

/// What a decree says beside its list, and what excerpts repeat of it.
struct DecreeTextOptions: ParsableArguments {
    @Option(help: "Number of the decree, if it is not on record yet.") var number: TypedText?
    @Option(help: "Date of the decree, if it is not on record yet.") var dated: CivilDate?
    @Option(help: "The first day (TMT) that the decree states; without it, that of the transfers.") var firstDay:
        CivilDate?
    @Option(help: "What stands under 'tentang'; without it, the standard wording.") var subject: TypedText?
    @Option(help: "A person or office that gets a copy (tembusan); give it once for each.") var copy: [TypedText] = []
    @OptionGroup var signer: SignerOptions
    @OptionGroup var names: PaperCityOptions

    func validate() throws {
        guard (number == nil) == (dated == nil) else { throw ValidationError("--number and --dated go together.") }
    }

    /// - Throws: `Stop` for what transfers do not have in common or on record; with every problem of the text.
    func decree(of transfers: [DecidedTransfer], in city: CityDatabase) throws -> Decree {
        let (number, date) = try decided(transfers)
        let first = try firstDay(of: transfers)
        let names = try names.names(in: city)
        do {
            return try Decree(
                number: number,
                date: date,
                of: transfers,
                firstDay: first,
                names,
                subject: try subject?.read("--subject"),
                signer: try signer.officer(authority: names.authority),
                copies: try copy.map { try $0.read("--copy") }
            )
        } catch let refusal as PaperRefusal {
            throw Stop(refusal)
        }
    }

    private func decided(_ transfers: [DecidedTransfer]) throws -> (String, CivilDate) {
        let typed = try number?.read("--number")
        if let recorded = try RecordedDecree(of: transfers) {
            guard typed == nil || typed == recorded.number && dated == recorded.date else {
                throw Stop(
                    .paperDecreeRecorded,
                    ["decree": .text(recorded.number), "day": .text(recorded.date.iso)]
                )
            }
            return (recorded.number, recorded.date)
        }
        guard let typed, let dated else {
            throw Stop(.paperDecreeMissing, ["numbers": .text(transfers.numbers)])
        }
        return (typed, dated)
    }

    private func firstDay(of transfers: [DecidedTransfer]) throws -> CivilDate {
        let days = Dictionary(grouping: transfers, by: \.firstDay)
        if let firstDay {
            let others = transfers.filter { $0.firstDay != firstDay }
            if !others.isEmpty {
                let text = Message.paperOtherDays(["day": .text(firstDay.iso), "numbers": .text(others.numbers)])
                Terminal.say(Message.terminalWarning(["text": .wording(text)]))
            }
            return firstDay
        }
        guard days.count == 1, let day = days.keys.first else {
            let lines = days.sorted { $0.key < $1.key }.map { Wording("\($0.key.iso): \($0.value.numbers)") }
            throw Stop(.paperFirstDays, ["days": .wording(Wording(lines: lines))])
        }
        return day
    }
}
