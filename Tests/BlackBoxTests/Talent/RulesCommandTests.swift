import CSV
import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

/// Rules, and scores checked by hand, as a person at a terminal sees them.
@Suite("mutasi rules", .serialized, .timeLimit(.minutes(20)))
struct RulesCommandTests {
    private let mutasi = Program.built("mutasi")
    /// A place without a database.
    private let nowhere = ["MUTASI_DATABASE": "host=/nonexistent"]

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func scratch(_ suffix: String) -> String {
        FileManager.default.temporaryDirectory.path + "/mutasi-talent-\(UUID().uuidString)\(suffix)"
    }

    @Test("an unreadable file of rules is named, with what to do, before a database is asked")
    func unreadableRules() async throws {
        for (bytes, words) in [
            (Data("rule_set;valid_from;basis\n".utf8), "lacks the columns"), (Data([0x72, 0xff, 0x0a]), "not UTF-8"),
        ] {
            let folder = try ScratchDirectory()
            try bytes.write(to: URL(filePath: folder.file("rule_set.csv")))
            let result = try await mutasi.run(["rules", "load", folder.path], environment: nowhere)
            #expect(result.status == 65, "\(result.standardError)")
            for said in ["rule_set.csv", words] {
                #expect(result.standardError.contains(said), "\(result.standardError)")
            }
        }
    }

    @Test("the regulation's example by hand: 71.00, 84.00, box 8, and no database is asked")
    func tryTalent() async throws {
        let words = [
            "rules", "try", "talent", "--performance", "80,25,75,80", "--potential", "85,75,80,70,90,100,100",
            "--format",
            "json",
        ]
        let result = try await mutasi.run(words, environment: nowhere)
        #expect(result.status == 0, "\(result.standardError)")
        let compact = result.standardOutput.replacing(" ", with: "")
        #expect(compact.contains("\"performance\":71.00") && compact.contains("\"potential\":84.00"))
        let object = try object(result.standardOutput)
        #expect(object["box"] as? Int == 8)
        #expect(object["performance_level"] as? String == "medium" && object["potential_level"] as? String == "high")
        #expect(object["missing"] is NSNull && object["performance_known_percent"] as? Int == 100)
    }

    @Test("by 2027.1 the rating gives the level: Baik with nothing else is as expected, where 2026.1 says below")
    func tryBasis() async throws {
        let stage = try await CommandStage.make()
        for (rules, level, basis, box) in [("2026.1", "low", "score", 6), ("2027.1", "medium", "rating", 8)] {
            let result = try await stage(
                "rules",
                "try",
                "talent",
                "--performance",
                "80,0,0,0",
                "--potential",
                "85,75,80,70,90,100,100",
                "--rules",
                rules,
                "--format",
                "json"
            )
            let row = try object(result.standardOutput)
            #expect(row["performance_level"] as? String == level && row["performance_basis"] as? String == basis)
            #expect(row["box"] as? Int == box)
        }
    }

    @Test("an unknown component is named, and its weight is left out; without an assessment there is no box")
    func tryMissing() async throws {
        let result = try await mutasi.run(
            [
                "rules", "try", "talent", "--performance", "80,-,-,-", "--potential", "85,75,80,-,90,100,100",
                "--format", "json",
            ],
            environment: nowhere
        )
        let object = try object(result.standardOutput)
        #expect(result.status == 0 && object["performance_known_percent"] as? Int == 60)
        #expect(object["potential_known_percent"] as? Int == 75)
        #expect(object["box"] is NSNull && object["missing"] as? String == "award team_duty feedback potential")
    }

    @Test(
        "the job-person match of the example, and with one level less",
        arguments: [
            ("4,4,3,3,3,3,3,3,3", "80.56", "MS", "fairly_optimal"),
            ("4,4,3,3,3,3,3,3,2", "77.78", "MMS", "less_optimal"),
        ]
    )
    func tryMatch(_ achieved: String, _ match: String, _ filling: String, _ mapping: String) async throws {
        let words = ["rules", "try", "match", "--standard", "4,4,4,4,4,4,4,4,4", "--achieved", achieved]
        let result = try await mutasi.run(words + ["--format", "json"], environment: nowhere)
        #expect(result.status == 0, "\(result.standardError)")
        #expect(result.standardOutput.replacing(" ", with: "").contains("\"match\":\(match)"))
        let object = try object(result.standardOutput)
        #expect(object["filling"] as? String == filling && object["mapping"] as? String == mapping)
    }

    @Test("good results with poor behaviour are Kurang, by the matrix and not by the worse of the two")
    func tryRating() async throws {
        let words = ["rules", "try", "rating", "--result", "1", "--behaviour", "3", "--format", "json"]
        let result = try await mutasi.run(words, environment: nowhere)
        let object = try object(result.standardOutput)
        #expect(object["rating"] as? String == "kurang" && object["quadrant"] as? Int == 4)
    }

    @Test(
        "a typing error, a wrong count or words that exclude each other are 64, and no database is asked",
        arguments: [
            "rules tyr talent", "rules try talent --performance 80,25,75 --potential 85,75,80,70,90,100,100",
            "rules try talent --performance 80,25,75,80 --potential 85,75,80,70,90,100",
            "rules try talent --performance 80,25,75,101 --potential 85,75,80,70,90,100,100",
            "rules try talent --performance 80,25,75,8O --potential 85,75,80,70,90,100,100",
            "rules try talent --performance 80,25,75,80.123 --potential 85,75,80,70,90,100,100",
            "rules try match --standard 4,4 --achieved 4", "rules try match --standard 4,x --achieved 4,4",
            "rules try match --standard 6,4 --achieved 4,4", "rules try rating --result 4 --behaviour 1",
            "rules show 2026.1 --on 2026-07-01", "talent map 2026-Q3 --as-of 2026-06-30",
            "talent map --known-on 2026-06-30", "talent show --nip 1", "talent critical --add 1",
            "talent critical --agency dinkes --add 1 --remove 2", "talent vacancies --level boss",
            "talent retirements --months 0", "chart nine-boxes", "chart ages --as pdf", "quality --only COM_9",
            "export ratings --agency dinkes --output /nonexistent/x.csv",
            "export talent --agency dinkes --output /nonexistent/x.csv",
            "export people --agency dinkes --cycle 2026-Q3 --output /nonexistent/x.csv",
            "export assessments --agency dinkes --output /nonexistent/x.csv",
            "import people x.csv --agency dinkes --complete", "appraisal rate 2026-Q3 1 --agency dinkes --result 1",
            "objection decide 2026-Q3 1 --agency dinkes --by 1 --reason r",
            "objection decide 2026-Q3 1 --agency dinkes --by 1 --reason r --reject --result 1 --behaviour 1",
            "objection decide 2026-Q3 1 --agency dinkes --by 1 --reason r --result 1",
            "calibration set 2026-Q3 1 --agency dinkes --result 1 --behaviour 1 --reason r",
        ]
    )
    func usage(_ line: String) async throws {
        let result = try await mutasi.run(line.split(separator: " ").map(String.init), environment: nowhere)
        #expect(result.status == 64, "\(result.standardError)")
        #expect(result.standardOutput.isEmpty && !result.standardError.isEmpty)
    }

    /// The carried rules of 2026 under another name and day, with a change, as a directory of CSV files.
    private func write(
        _ code: String,
        from day: String,
        change: (RuleTable, inout [String: String]) -> Void = { _, _ in }
    ) throws -> String {
        let directory = scratch("-rules")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for table in RuleTable.allCases {
            let rows = RuleSets.carried[table].filter { $0["rule_set"] == "2026.1" }
                .map { row in
                    var row = row
                    row["rule_set"] = code
                    if table == .ruleSet { row["valid_from"] = day }
                    change(table, &row)
                    return table.columns.map { row[$0] ?? "" }
                }
            let text = ([table.columns] + rows).map { CSVWriter.line($0) + "\n" }.joined()
            try text.write(toFile: "\(directory)/\(table.rawValue).csv", atomically: true, encoding: .utf8)
        }
        return directory
    }

    @Test("rule sets are listed, shown, loaded completely or not at all, and compared: 2 when they differ")
    func ruleSets() async throws {
        let stage = try await CommandStage.make()
        let listed = try await stage.rows("rules", "list")
        #expect(listed.compactMap { $0["rule_set"] as? String } == ["2023.1", "2026.1", "2027.1"])
        let shown = try await stage.rows("rules", "show", "--on", "2026-07-01")
        #expect(shown.contains { $0["key"] as? String == "name=award_years" && $0["value"] as? String == "5" })

        let heavy = try write("2027.2", from: "2027-02-01") { table, row in
            if table == .scoringWeight, row["component"] == "award" { row["weight"] = "20" }
        }
        let refused = try await stage("rules", "load", heavy)
        #expect(refused.status == 65 && refused.standardError.contains("105"), "\(refused.standardError)")
        let good = try write("2027.2", from: "2027-02-01") { table, row in
            if table == .setting, row["name"] == "award_years" { row["value"] = "4" }
        }
        let dry = try await stage("rules", "load", good, "--dry-run")
        #expect(dry.status == 0 && dry.standardError.contains("would be added"))
        #expect(try await stage.rows("rules", "list").count == 3)
        #expect(try await stage("rules", "load", good).standardError.contains("was added"))
        #expect(try await stage("rules", "load", good).standardError.contains("unchanged"))
        let other = try await stage("rules", "load", write("2027.2", from: "2027-02-01"))
        #expect(other.status == 65 && other.standardError.contains("differs"))
        try FileManager.default.removeItem(atPath: good + "/setting.csv")
        let hole = try await stage("rules", "load", good)
        #expect(hole.status == 65 && hole.standardError.contains("setting.csv"))

        let diff = try await stage("rules", "diff", "2026.1", "2027.2", "--format", "csv")
        #expect(diff.status == 2)
        #expect(diff.standardOutput.contains("setting,name=award_years,5,4\n"), "\(diff.standardOutput)")
        #expect(try await stage("rules", "diff", "2026.1", "2026.1").status == 0)
        let national = try await stage("rules", "diff", "2026.1", "2027.1", "--format", "csv")
        #expect(national.standardOutput.contains("setting,name=performance_level_basis,score,rating\n"))
        #expect(try await stage("rules", "diff", "2026.1", "2030.1").status == 65)
    }
}
