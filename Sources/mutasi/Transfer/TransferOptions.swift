import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

/// The transfers for which a step is taken, and by whom.
struct TransferStepOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "Numbers of transfers, such as TRF-2026-000123.") var numbers: [String] = []
    @Option(help: "Instead of numbers: all transfers of this batch from whose state the step can follow.") var batch:
        String?
    @Option(help: "NIP or name of the person who takes the step.") var by: TypedText
    @Option(help: "The day of the step; without it, today. Not before the last step.") var on: CivilDate?
    @Option(help: "Number of the document.") var document: TypedText?
    @Option(help: "Date of the document.") var dated: CivilDate?
    @Option(help: "A note; a refusal needs one: why.") var note: TypedText?
    @Flag(help: "Check everything, say what would follow, and change nothing.") var dryRun = false

    func validate() throws {
        guard numbers.isEmpty == (batch != nil) else {
            throw ValidationError("give numbers of transfers, or --batch.")
        }
        guard (document == nil) == (dated == nil) else {
            throw ValidationError("--document and --dated go together.")
        }
    }

    /// A step of the city's: BKPSDM, the review team, the mayor, or an answer that BKPSDM records.
    ///
    /// - Parameters:
    ///   - newDay: the new first day, of steps that give one.
    ///   - asks: whether many transfers at once are asked about first.
    ///   - check: refuses the step by what it throws, also in a dry run.
    func take(
        _ step: TransferStep,
        as actor: TransferActor,
        newDay: CivilDate? = nil,
        asking asks: Bool = false,
        after check: (CityDatabase, [String]) async throws -> Void = { _, _ in }
    ) async throws {
        let (city, act) = try await prepared(newDay)
        let numbers = try await chosen(city, step, [actor])
        try await check(city, numbers)
        if asks { try confirm(step, numbers.count) }
        tell(try await Transfers(city).steps(numbers, step, as: actor, act, dryRun: dryRun), numbers.count)
    }

    /// A step of an agency's, or without one of another's whose step it is, too.
    func take(
        _ step: TransferStep,
        of agency: AgencyCode?,
        else actor: TransferActor,
        asking asks: Bool = false
    ) async throws {
        guard let agency else { return try await take(step, as: actor, asking: asks) }
        let (city, act) = try await prepared(nil)
        let actors: [TransferActor] = [.releasing, .receiving] + (step == .object ? [.employee] : [])
        let numbers = try await chosen(city, step, actors, of: agency)
        if asks { try confirm(step, numbers.count) }
        tell(try await Transfers(city).steps(numbers, step, of: agency, act, dryRun: dryRun), numbers.count)
    }

    private func prepared(_ newDay: CivilDate?) async throws -> (CityDatabase, TransferAct) {
        let (by, document, note) = (
            try by.read("--by"), try document?.read("--document"), try note?.read("--note")
        )
        let city = try options.cityDatabase()
        return (
            city,
            TransferAct(
                by: by,
                on: try await CityClock.day(on, in: city),
                documentNumber: document,
                documentDate: dated,
                note: note,
                newDay: newDay
            )
        )
    }

    /// The numbers that were given, each once, or those of the batch.
    private func chosen(
        _ city: CityDatabase,
        _ step: TransferStep,
        _ actors: [TransferActor],
        of agency: AgencyCode? = nil
    ) async throws -> [String] {
        guard let batch else { return Set(numbers).sorted() }
        let found = try await Transfers(city).numbers(inBatch: batch, before: step, by: actors, of: agency)
        guard !found.isEmpty else {
            throw Stop(
                .transferNoneFits,
                ["batch": .text(batch), "step": .wording(TextCatalogue.words.wording("transfer_step.\(step.code)"))]
            )
        }
        return found
    }

    private func confirm(_ step: TransferStep, _ count: Int) throws {
        guard count > 1, !dryRun else { return }
        let facts: [String: TextArgument] = ["count": .number(count)]
        let question = step == .revoke ? Message.transferAskRevoke(facts) : Message.transferAskCancel(facts)
        guard Terminal.confirms(question) else { throw Stop(.confirmationMissing) }
    }

    private func tell(_ state: TransferState, _ count: Int) {
        Terminal.say(
            Message.transferStepped([
                "count": .number(count),
                "state": .wording(TextCatalogue.words.wording("transfer_state.\(state.code)")),
            ])
        )
        Terminal.say(dryRun ? Message.resultDryRun() : Message.resultRecorded())
    }
}

/// Of which agency a step is, where agencies take it.
struct TransferAgencyOption: ParsableArguments {
    @Option(help: "The agency that takes the step, by its code; without it, BKPSDM takes it.") var agency: AgencyCode?
}
