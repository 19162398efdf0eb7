import ArgumentParser
import CityDatabase

/// Transfers by their numbers, by their decree or by their batch.
struct TransferSelectionOptions: ParsableArguments {
    @Argument(help: "Numbers of transfers, such as TRF-2026-000123.") var numbers: [String] = []
    @Option(help: "Instead of numbers: all transfers that this decree names.") var decree: TypedText?
    @Option(help: "Instead of numbers: the transfers of this batch.") var batch: String?

    /// In how many of these ways transfers are named.
    var ways: Int { [!numbers.isEmpty, decree != nil, batch != nil].count(where: \.self) }

    func selection() throws -> Transfers.PaperSelection {
        if let decree {
            .decree(try decree.read("--decree"))
        } else if let batch {
            .batch(batch)
        } else {
            .numbers(numbers)
        }
    }
}
