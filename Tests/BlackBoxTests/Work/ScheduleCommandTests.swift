import Foundation
import TestSupport
import Testing

@Suite("Schedules and holidays on the command line")
struct ScheduleCommandTests {
    private let mutasi = Program.built("mutasi")
    private let rule = "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1;BYHOUR=6"

    private func run(_ city: TestCity, _ arguments: String...) async throws -> Program.Result {
        try await mutasi.run(arguments, environment: ["MUTASI_DATABASE": city.uri(user: "medan_admin")])
    }

    @Test("one is added with its next occurrences shown, is listed, paused, resumed, made up for and removed")
    func life() async throws {
        let city = try await TestCity.make()
        let add = [
            "schedule", "add", "quarters", "--kind", "add_cycle", "--payload", #"{"period": "quarter"}"#, "--rule",
            rule,
            "--anchor", "2024-01-01",
        ]
        let environment = ["MUTASI_DATABASE": city.uri(user: "medan_admin")]
        let dry = try await mutasi.run(add + ["--dry-run", "--format", "csv"], environment: environment)
        #expect(dry.status == 0 && dry.standardOutput.split(separator: "\n").count == 6)
        #expect(dry.standardOutput.contains("-01 06:00") && dry.standardError.contains("nothing was saved"))
        #expect(try await run(city, "schedule", "show", "quarters").status == 65)
        #expect(try await mutasi.run(add, environment: environment).status == 0)
        let again = try await mutasi.run(add, environment: environment)
        #expect(again.status == 65 && again.standardError.contains("hint: "))

        #expect(try await run(city, "schedule", "pause", "quarters", "--note", "decree").status == 0)
        let list = try await run(city, "schedule", "list", "--format", "csv").standardOutput
        #expect(list.contains("quarters,add_cycle,city,paused,,Asia/Jakarta,") && list.contains(",decree"))
        #expect(try await run(city, "schedule", "resume", "quarters").standardError.contains("next "))

        let backfill = try await run(
            city,
            "schedule",
            "backfill",
            "quarters",
            "--from",
            "2026-01-01",
            "--through",
            "2026-10-31"
        )
        #expect(backfill.status == 0 && backfill.standardError.contains("4 of 4"))
        let shown = try await run(city, "schedule", "show", "quarters", "--format", "json").standardOutput
        let document = try #require(JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
        let occurrences = try #require(document["occurrences"] as? [[String: Any]])
        #expect(occurrences.map { $0["state"] as? String } == ["waiting", "waiting", "waiting", "waiting"])
        #expect(occurrences.last?["intended"] as? String == "2026-01-01T06:00:00+07:00")
        let daemon = Program.built("mutasid")
        let worked = try await daemon.run(
            ["--until-idle"],
            environment: ["MUTASI_DATABASE": city.uri(user: "medan_daemon")]
        )
        #expect(worked.status == 0, "\(worked.standardError)")
        #expect(
            try await city.psql("select string_agg(code, ',' order by code) from cycle")
                == "2026-Q1,2026-Q2,2026-Q3,2026-Q4\n"
        )

        #expect(try await run(city, "schedule", "remove", "quarters").status == 64)
        #expect(try await run(city, "schedule", "remove", "quarters", "--yes").status == 0)
        #expect(try await run(city, "schedule", "show", "quarters").status == 65)
    }

    @Test(
        "an impossible schedule is refused with the reason",
        arguments: [
            ["--kind", "nope", "--rule", "FREQ=DAILY"], ["--kind", "add_cycle", "--rule", "FREQ=HOURLY"],
            ["--kind", "add_cycle", "--rule", "FREQ=DAILY"],
            [
                "--kind", "add_cycle", "--rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "--payload",
                #"{"period": "year"}"#,
            ],
            ["--kind", "add_cycle", "--rule", "FREQ=DAILY", "--zone", "WIB", "--payload", #"{"period": "year"}"#],
            ["--kind", "add_cycle", "--rule", "FREQ=DAILY", "--catch-up", "1s", "--payload", #"{"period": "year"}"#],
            ["--kind", "add_cycle", "--rule", "FREQ=DAILY", "--agency", "nobody", "--payload", #"{"period": "year"}"#],
        ]
    )
    func refused(_ arguments: [String]) async throws {
        let city = try await TestCity.make()
        let result = try await mutasi.run(
            ["schedule", "add", "x"] + arguments,
            environment: ["MUTASI_DATABASE": city.uri(user: "medan_admin")]
        )
        #expect(result.status == 65 && result.standardError.hasPrefix("error: "))
        #expect(try await city.psql("select count(*) from schedule where name = 'x'") == "0\n")
    }

    @Test(
        "a payload that the database cannot keep is named, by the dry run too, and nothing is saved",
        arguments: [
            (#"{"period": "quarter\u0000"}"#, "\\u0000"), (#"{"period": "quarter", "x": "\ud800"}"#, "surrogate"),
            (#"{"period": "quarter", "x": 1e200000}"#, "number"), (#"{"period": "quarter""#, "not JSON"),
            ("[1]", "not a JSON object"), (#"{"period": "quarter", "x": "#, "not JSON"),
            (#"{"x": "# + String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "}", "nested"),
            (#"{"x": ""# + String(repeating: "a", count: 70_000) + #""}"#, "longer than 65536"),
        ]
    )
    func payload(_ payload: String, _ reason: String) async throws {
        let city = try await TestCity.make()
        for dryRun in [["--dry-run"], []] {
            let result = try await mutasi.run(
                ["schedule", "add", "x", "--kind", "add_cycle", "--rule", rule, "--payload", payload] + dryRun,
                environment: ["MUTASI_DATABASE": city.uri(user: "medan_admin")]
            )
            #expect(result.status == 64 && result.standardOutput.isEmpty)
            #expect(result.standardError.contains("--payload"), "\(result.standardError)")
            #expect(result.standardError.contains(reason), "\(result.standardError)")
        }
        #expect(try await city.psql("select count(*) from schedule where name = 'x'") == "0\n")
    }

    @Test("holidays are imported completely or not at all, and a working day comes back")
    func holidays() async throws {
        let city = try await TestCity.make()
        await #expect(
            try run(city, "holiday", "list", "--year", "2026", "--format", "csv").standardOutput.split(separator: "\n")
                .count == 26
        )
        let bad = try SampleFile.write("day,name,kind\n2027-01-01,Tahun Baru,national\n2027-02-30,Uji,national\n")
        let refused = try await run(city, "holiday", "import", bad)
        #expect(refused.status == 65 && refused.standardError.contains("record 3"))
        await #expect(
            try run(city, "holiday", "list", "--year", "2027", "--format", "csv").standardOutput == "day,name,kind\n"
        )
        let good = try SampleFile.write("day,name,kind\n2027-01-01,Tahun Baru,national\n2027-07-01,HUT Kota,local\n")
        #expect(try await run(city, "holiday", "import", good).standardError.contains("2 of 2 days"))
        #expect(try await run(city, "holiday", "import", good).standardError.contains("0 of 2 days"))
        #expect(try await run(city, "holiday", "remove", "2027-07-01").status == 0)
        #expect(try await run(city, "holiday", "remove", "2027-07-01").status == 65)
    }
}
