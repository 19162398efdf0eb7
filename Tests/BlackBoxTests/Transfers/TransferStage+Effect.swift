import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

extension TransferStage {
    /// Takes a transfer of a person to the second agency's post from the draft into effect, today.
    func effective(_ person: Int, decree: String = "821/1") async throws -> String {
        let number = try await run(
            "propose --nip \(SampleFile.nip(person)) --to dlh --post \(post) --basis agency_need --reason vacant "
                + "--on \(today.iso) --by Perencana"
        )
        try await carryOut(number, decree: decree)
        return number
    }

    func carryOut(_ number: String, decree: String) async throws {
        for step in [
            "submit \(number) --by Perencana", "check \(number) --by Analis", "verify \(number) --by Verifikator",
            "consider \(number) --by Ketua~Tim", "decide \(number) --approve --by Wali~Kota",
            "pertek \(number) --request --by Analis",
            "pertek \(number) --issued --by Analis --document AP/1 --dated \(today.iso)",
            "decree \(number) --by Wali~Kota --document \(decree) --dated \(today.iso)",
            "announce \(number) --by Analis", "inaugurate \(number) --by Wali~Kota",
        ] { try await run(step) }
        let progress = try await Transfers(stage.city.database).carryOutDue(by: "uji")
        try #require(progress.carriedOut.contains(number), "\(progress)")
    }

    /// What `mutasi reconcile` lists of a file, its status, and its messages.
    func reconcile(
        _ text: String,
        _ options: String...
    ) async throws -> (status: Int32, rows: [[String: Any]], said: String) {
        let file = try SampleFile.write(text)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let result = try await Program.built("mutasi")
            .run(["reconcile", file, "--format", "json"] + options, environment: stage.environment)
        let rows = try? JSONSerialization.jsonObject(with: Data(result.standardOutput.utf8)) as? [[String: Any]]
        return (result.status, rows ?? [], result.standardError)
    }
}
