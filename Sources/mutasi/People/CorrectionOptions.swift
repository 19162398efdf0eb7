import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

/// In which agency a fact is put right, why, and by whom.
struct CorrectionOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Option(help: "The agency's code.") var agency: AgencyCode
    @Option(help: "Why the fact was wrong; stored with the correction.") var reason: TypedText
    @Option(help: "Number of the document that shows the right value.") var document: TypedText?
    @Option(help: "NIP or name of the person who puts it right.") var by: TypedText
    @Flag(help: "Check everything, print what would change, and change nothing.") var dryRun = false
    @OptionGroup var output: FormatOptions

    /// Puts it right, prints what changed, and says what was computed from the former value.
    ///
    /// - Parameter nip: the person, when results can be recomputed for one.
    func correct(
        nip: NIP?,
        _ body: (Corrections, CorrectionGround) async throws -> CorrectionOutcome
    ) async throws {
        let ground = CorrectionGround(
            reason: try reason.read("--reason"),
            documentNumber: try document?.read("--document"),
            correctedBy: try by.read("--by")
        )
        let city = try options.cityDatabase()
        let outcome = try await body(Corrections(city, try await Agencies(city).find(agency)), ground)
        output.print(CorrectionView.table(outcome))
        for computed in outcome.computed {
            let arguments: [String: TextArgument] = [
                "cycle": "\(computed.cycle)", "count": .number(computed.people), "agency": "\(agency)",
            ]
            Terminal.say(
                computed.isFinal
                    ? Message.correctionComputedFinal(["cycle": "\(computed.cycle)", "count": .number(computed.people)])
                    : nip == nil ? Message.correctionComputed(arguments) : Message.correctionRecompute(arguments)
            )
        }
        Terminal.say(
            outcome.changes.isEmpty
                ? Message.correctionNothing() : dryRun ? Message.resultDryRun() : Message.resultRecorded()
        )
    }
}

/// Whose facts are shown.
struct PersonFactsOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The person's NIP.") var nip: TypedNIP
    @Option(help: "The agency's code.") var agency: AgencyCode
    @OptionGroup var output: FormatOptions
}
