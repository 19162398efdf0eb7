import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

/// Two agencies with posts, people of the first one, and rules that stop nothing.
struct TransferStage {
    let stage: CommandStage
    /// The number of a post of the second agency with free seats.
    let post: Int
    /// In a month, when transfers begin.
    let day: CivilDate
    let today = Self.today

    /// Today in a city of the first zone.
    static var today: CivilDate {
        CivilDate(daysSince2000: Int32((Date().timeIntervalSince1970 + 7 * 3_600) / 86_400) - 10_957)
    }

    static func make() async throws -> TransferStage {
        let stage = try await CommandStage.make(people: 6)
        try await stage.city.importLines(
            .establishment,
            SampleFile.establishmentHeader,
            ["L1,Bidang L1,Pengelola Lingkungan,4,,,,4,01-01-2026,188/7,15-12-2025,"],
            to: stage.agencies[1]
        )
        let posts = try await stage.rows("post", "list", "--agency", "dlh", "--on", today.iso, "--all")
        let post = try #require(posts.first?["number"] as? Int, "\(posts)")
        return TransferStage(stage: stage, post: post, day: today.adding(months: 1))
    }

    /// Rows by which no rule does anything from the year 2000 on.
    static var noRules: String {
        (["rule,direction,level,effect,parameter,valid_from,source"]
            + TransferRule.allCases.map { "\($0.code),,,not_applied,,2000-01-01,Perwal 1/2026" })
            .joined(separator: "\n") + "\n"
    }

    /// Takes the city's own rows from a file.
    func takeNoRules() async throws {
        let file = try SampleFile.write(Self.noRules)
        defer { try? FileManager.default.removeItem(atPath: file) }
        _ = try await run("rules import \(file)")
    }

    /// A line of `mutasi transfer`, words between spaces, "~" for a space within one.
    func result(_ line: String) async throws -> Program.Result {
        let words = ["transfer"] + line.split(separator: " ").map { String($0).replacing("~", with: " ") }
        return try await Program.built("mutasi").run(words, environment: stage.environment)
    }

    /// The same, which must be done; gives its first line.
    @discardableResult
    func run(_ line: String, status: Int32 = 0) async throws -> String {
        let result = try await result(line)
        try #require(result.status == status, "\(line): \(result.standardOutput) \(result.standardError)")
        return String(result.standardOutput.prefix { $0 != "\n" })
    }

    /// A draft of BKPSDM's for a person of the first agency, to the second one's post.
    func draft(_ person: Int, batch: String? = nil) async throws -> String {
        try await run(
            "propose --nip \(SampleFile.nip(person)) --to dlh --post \(post) --basis agency_need "
                + "--reason vacant --on \(day.iso) --by Perencana" + (batch.map { " --batch \($0)" } ?? "")
        )
    }

    /// Leads transfers from the draft to BKN's answer, after which the decree comes.
    func lead(_ numbers: String) async throws {
        let steps = [
            "submit \(numbers) --by Perencana", "check \(numbers) --by Analis", "verify \(numbers) --by Verifikator",
            "consider \(numbers) --by Ketua~Tim", "decide \(numbers) --approve --by Wali~Kota",
            "pertek \(numbers) --request --by Analis",
            "pertek \(numbers) --issued --by Analis --document AP/1 --dated \(today.iso)",
        ]
        for step in steps { try await run(step) }
    }

    func state(of number: String) async throws -> String? {
        let rows = try await stage.rows("transfer", "list", "--ended")
        return rows.first { $0["number"] as? String == number }?["state"] as? String
    }
}
