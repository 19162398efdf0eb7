import CityDatabase
import Foundation
import TestSupport
import Testing

/// Lists and exports do not depend on the settings of server, database and role.
@Suite("Lists on a database with its own settings", .timeLimit(.minutes(20)))
struct ServerTextTests {
    private static let lists = """
        agency list
        agency show dinkes
        login list
        cycle list
        cycle show 2026-Q3
        cycle missing 2026-Q3
        cycle excluded 2026-Q3 --agency dinkes
        cycle reminders 2026-Q3 --agency dinkes
        cycle distribution 2026-Q3
        cycle severity 2026-Q3
        cycle fairness 2026-Q3
        run list --state all
        run show 1
        job list --state all
        schedule list
        schedule show quarters
        holiday list
        rules list
        rules show 2026.1
        quality
        quality --list
        appraisal show 2026-Q3 198001022005031001 --agency dinkes
        appraisal revisions 2026-Q3 --agency dinkes
        calibration list 2026-Q3 --agency dinkes
        objection list 2026-Q3 --agency dinkes
        talent map 2026-Q3
        talent pool 2026-Q3
        talent show 2026-Q3 --agency dinkes --nip 198001022005031001
        talent successors 2026-Q3
        talent critical
        talent due
        talent retirements --months 600
        talent vacancies
        audit list --limit 500 --operation insert
        audit show 20
        audit erase list
        db status
        db check
        """
        .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

    private static let exports = [
        "people", "posts", "ratings", "talent", "awards", "duties", "training", "discipline", "leave",
    ]

    @Test("all lists and exports are the same, byte for byte, before and after the database's settings change")
    func same() async throws {
        // The test makes a login, and `db check` reads the roles of the whole server.
        let stage = try await CommandStage.make(people: 6, ownRoles: true)
        let agency = stage.agencies[0]
        try await stage.city.importLines(
            .assessments,
            SampleFile.assessmentsHeader,
            (1...6).map { SampleFile.assessment($0, "85", "90") },
            to: agency
        )
        // From case 18: confirmed before appointed; the list of quality shows it with both dates.
        _ = try await stage.city.psql(
            "update person set confirmed_on = appointed_on - 366 where nip = '\(SampleFile.nip(1))'"
        )
        for (kind, level) in [
            ("award", "national"), ("team_duty", "city"), ("discipline", "light"), ("leave", "unpaid"),
        ] {
            _ = try? await stage.city.psql(
                """
                insert into evidence (agency_id, employment_id, kind, level, occurred_on, ended_on, document_number, document_date)
                select agency_id, employment_id, '\(kind)', '\(level)', '2026-02-01', '2026-03-01', '1/2', '2026-01-31'
                from employment where agency_id = \(agency.id) limit 2
                """
            )
        }
        let added = try await stage(
            "schedule",
            "add",
            "quarters",
            "--kind",
            "add_cycle",
            "--payload",
            #"{"period": "quarter"}"#,
            "--rule",
            "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1;BYHOUR=6",
            "--anchor",
            "2024-01-01"
        )
        try #require(added.status == 0, "\(added.standardError)")
        let worked = try await Program.built("mutasid")
            .run(["--until-idle"], environment: ["MUTASI_DATABASE": stage.city.uri(user: "medan_daemon")])
        try #require(worked.status == 0, "\(worked.standardError)")
        try #require(
            try await stage("login", "add", "siasn", "--agency", "dinkes", "--valid-through", "2030-01-31").status == 0
        )

        let before = try await outputs(stage)
        for setting in HostileSettings.all {
            try await TestServer.shared.run("alter database \(stage.city.name) set \(setting)")
        }
        let after = try await outputs(stage)
        #expect(before.count == after.count)
        for (was, now) in zip(before, after) { #expect(was == now) }
        #expect(before.contains { $0.contains("quality") && $0.contains("2004-02-29") })
    }

    private func outputs(_ stage: CommandStage) async throws -> [String] {
        var outputs: [String] = []
        for words in Self.lists {
            for format in ["csv", "json"] {
                let result = try await run(stage, words + ["--format", format])
                outputs.append("\(words) \(format) \(result.status)\n\(result.standardOutput)\(result.standardError)")
            }
        }
        for kind in Self.exports {
            let file = FileManager.default.temporaryDirectory.path + "/mutasi-text-\(UUID().uuidString).csv"
            let cycle = kind == "ratings" || kind == "talent" ? ["--cycle", "2026-Q3"] : []
            let result = try await run(stage, ["export", kind, "--agency", "dinkes", "--output", file] + cycle)
            #expect(result.status == 0, "\(result.standardError)")
            outputs.append("\(kind)\n\(try String(contentsOfFile: file, encoding: .utf8))")
            try FileManager.default.removeItem(atPath: file)
        }
        let person = try await run(stage, ["person", "export", SampleFile.nip(1), "--purpose", "case 18"])
        outputs.append("person \(person.status)\n\(person.standardOutput.prefix { $0 != "[" })")
        let seals = try await run(stage, ["audit", "export-seals", "--agency", "dlh"])
        // Each reading is an event, and therefore one more seal.
        outputs.append("seals \(seals.status)\n\(seals.standardOutput.split(separator: "\n").first ?? "")")
        return outputs
    }

    private func run(_ stage: CommandStage, _ words: [String]) async throws -> Program.Result {
        let result = try await Program.built("mutasi").run(words, environment: stage.environment)
        #expect(result.status != 64 && result.status != 70, "\(words): \(result.standardError)")
        return result
    }
}
