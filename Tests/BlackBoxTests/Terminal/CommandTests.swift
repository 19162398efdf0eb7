import CSV
import CityDatabase
import Foundation
import LocalServer
import Personnel
import Population
import TestSupport
import Testing

@Suite("The admin's program")
struct CommandTests {
    private let mutasi = Program.built("mutasi")

    private func run(_ city: TestCity, _ arguments: String...) async throws -> Program.Result {
        try await mutasi.run(arguments, environment: ["MUTASI_DATABASE": city.uri(user: "medan_admin")])
    }

    @Test(
        "a wrong word, a missing argument or a wrong value ends with 64 and says so on standard error",
        arguments: [
            ["agency", "lsit"], ["import", "people"], ["import", "people", "x.csv", "--agency", "UPPER_CASE!"],
            ["cycle", "show", "2026-Q5"], ["agency", "add", "dinkes"], ["demo", "--people", "3"],
            ["agency", "list", "--format", "xml"],
        ]
    )
    func usage(_ arguments: [String]) async throws {
        let result = try await mutasi.run(arguments)
        #expect(result.status == 64)
        #expect(result.standardOutput.isEmpty && !result.standardError.isEmpty)
    }

    @Test("every command has help, on standard output, with status 0")
    func help() async throws {
        for command in [
            ["db"], ["agency", "add"], ["import"], ["cycle", "show"], ["talent", "map"], ["report", "cycle"], ["demo"],
            ["run", "watch"], ["job", "retry"],
        ] {
            let result = try await mutasi.run(command + ["--help"])
            #expect(
                result.status == 0 && result.standardOutput.contains("USAGE: mutasi \(command.joined(separator: " "))")
            )
        }
    }

    @Test("a database that cannot be reached is 69, with a hint; a role that may not log in is 77")
    func unavailable() async throws {
        let away = try await mutasi.run(["agency", "list", "--database", "host=/nonexistent"])
        #expect(away.status == 69 && away.standardError.contains("hint: "))
        let uri = TestServer.shared.server.uri(user: "nobody_at_all")
        #expect(try await mutasi.run(["agency", "list", "--database", uri]).status == 77)
    }

    @Test("db init makes a city that is current; db status ends with 2 while something is pending")
    func database() async throws {
        let name = try await TestServer.shared.createDatabase()
        let uri = TestServer.shared.server.uri(database: name)
        #expect(try await mutasi.run(["db", "init", "--database", uri]).status == 0)
        #expect(try await mutasi.run(["db", "status", "--database", uri]).status == 0)
        let check = try await mutasi.run(["db", "check", "--database", uri])
        #expect(check.status == 0, "\(check.standardOutput)")
        try await TestServer.shared.run(
            "delete from medan.applied_file where path like 'policies/person.sql'",
            database: name
        )
        let status = try await mutasi.run(["db", "status", "--format", "json", "--database", uri])
        #expect(status.status == 2)
        #expect(status.standardOutput.contains("\"pending\""))
        let again = try await mutasi.run(["db", "init", "--database", uri])
        #expect(again.status == 0 && again.standardError.contains("applied policies/person.sql"))
    }

    @Test(
        "a check that finds nothing lists nothing, also as JSON and CSV",
        arguments: [["db", "check"], ["audit", "verify"]]
    )
    func nothingFound(_ command: [String]) async throws {
        let environment = ["MUTASI_DATABASE": try await TestCity.make().uri(user: "medan_admin")]
        for (format, lines) in [("json", "[]\n"), ("table", "")] {
            let result = try await mutasi.run(command + ["--format", format], environment: environment)
            #expect(result.status == 0 && result.standardOutput == lines, "\(format): \(result.standardOutput)")
        }
        let csv = try await mutasi.run(command + ["--format", "csv"], environment: environment)
        #expect(csv.status == 0 && csv.standardOutput.split(separator: "\n").count == 1, "\(csv.standardOutput)")
    }

    @Test("db check finds changes that somebody made in the database, and db init mends them")
    func mending() async throws {
        let name = try await TestServer.shared.createDatabase()
        let database = ["--database", TestServer.shared.server.uri(database: name)]
        #expect(try await mutasi.run(["db", "init"] + database).status == 0)
        try await TestServer.shared.run(
            "alter table medan.person disable trigger audit_update; update medan.scoring_weight set weight = 61 where weight = 60",
            database: name
        )
        #expect(try await mutasi.run(["db", "status"] + database).status == 0)
        let check = try await mutasi.run(["db", "check", "--format", "csv"] + database)
        #expect(check.status == 2)
        let changed = "catalog_differs,trigger audit_update on person,changed; sql/definers/audit_tables.sql makes it\n"
        #expect(check.standardOutput.contains(changed), "\(check.standardOutput)")
        #expect(check.standardOutput.contains("reference_differs,\"scoring_weight "), "\(check.standardOutput)")
        #expect(check.standardError.contains("Mend: `mutasi db init`, as a superuser"))
        let again = try await mutasi.run(["db", "init"] + database)
        #expect(again.status == 0 && again.standardError.contains("applied definers/audit_tables.sql again"))
        #expect(again.standardError.contains("applied reference/scoring_weight.csv again"))
        let mended = try await mutasi.run(["db", "check"] + database)
        #expect(mended.status == 0, "\(mended.standardOutput)")
        // An object that no file restores stays, and is reported.
        try await TestServer.shared.run("create function medan.stray() returns integer return 1", database: name)
        let left = try await mutasi.run(["db", "init"] + database)
        #expect(left.status == 2 && left.standardError.contains("3 findings are left\n"), "\(left.standardError)")
    }

    @Test(
        "migrating reports a run that was started twice in an old city; so does db check, with statements that mend it"
    )
    func startedTwice() async throws {
        let city = try await TestCity.make()
        _ = try await city.add("dinkes")
        _ = try await city.psql(
            """
            drop index run_chunk_whole_key, run_chunk_unfinished_idx; alter table run_chunk drop column late_since; \
            delete from applied_file where path in ('migrations/0018_mark_late_chunks.sql', 'policies/run_chunk.sql'); \
            insert into run (kind, subject, step, ordinal, state, intended_at) values ('cycle', 'x', 'open', 1, 'done', now()); \
            insert into run_chunk (agency_id, run_id, state) \
            select 1, run_id, s from run, unnest(array['failed', 'done', 'done']) s
            """
        )
        let database = ["--database", city.uri(user: "medan_admin")]
        let migrated = try await mutasi.run(["db", "migrate"] + database)
        #expect(migrated.status == 0, "\(migrated.standardError)")
        let warnings = migrated.standardError.split(separator: "\n").filter { $0.hasPrefix("warning: ") }
        #expect(warnings == ["warning: a run was started twice in an agency: see 'mutasi db check'"])
        let check = try await mutasi.run(["db", "check"] + database)
        #expect(check.status == 2)
        // The statements that it names, each between two backquotes.
        let words = check.standardError.split(separator: "\n").joined(separator: " ").split(separator: "`")
        for statement in words where statement.hasPrefix("delete from ") || statement.hasPrefix("create unique index ")
        {
            _ = try await city.psql(String(statement))
        }
        let mended = try await mutasi.run(["db", "check"] + database)
        // The server's roles belong to other tests' cities, too.
        #expect(!mended.standardOutput.contains("run_started_twice"), "\(mended.standardOutput)")
        #expect(try await city.psql("select state from run_chunk") == "done\n")
        _ = try await city.psql("delete from applied_file where path = 'policies/run_chunk.sql'")
        let again = try await mutasi.run(["db", "migrate"] + database)
        #expect(migrated.standardError.hasSuffix("\n2 files applied\n"))
        #expect(again.standardError.hasSuffix("\n1 file applied\n"))
    }

    @Test("db init takes over an existing login of a program, and it inherits nothing")
    func adoptedLogin() async throws {
        try await TestServer.shared.run("create role binjai_admin login inherit")
        let name = try await TestServer.shared.createDatabase()
        let city = ["--city", "binjai", "--database", TestServer.shared.server.uri(database: name)]
        #expect(try await mutasi.run(["db", "init"] + city).status == 0)
        let check = try await mutasi.run(["db", "check"] + city)
        #expect(check.status == 0, "\(check.standardOutput)")
    }

    @Test("an import with bad rows is 65, writes them to --rejects for the owner only, and shows no cell")
    func rejects() async throws {
        let city = try await TestCity.make()
        _ = try await city.add("dinkes")
        let path = try SampleFile.write(
            "\(SampleFile.peopleHeader)\n\(SampleFile.person(1))\n\(SampleFile.person(2, name: "Planted")),x\n"
        )
        let rejects = path + ".rejected"
        let unwritable = try await run(
            city,
            "import",
            "people",
            path,
            "--agency",
            "dinkes",
            "--rejects",
            "/nonexistent/rejected.csv"
        )
        #expect(unwritable.status == 73)
        #expect(try await city.psql("select count(*) from person") == "0\n")
        let result = try await run(city, "import", "people", path, "--agency", "dinkes", "--rejects", rejects)
        #expect(result.status == 65)
        #expect(result.standardError.contains("line 3") && !result.standardError.contains("Planted"))
        let listed = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(listed == "line,column,code,reason\n3,,column_count,\"the header has 15 columns, this row has 16\"\n")
        let mode = try FileManager.default.attributesOfItem(atPath: rejects)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try await city.psql("select count(*) from person") == "1\n")
        let device = try await run(city, "import", "people", path, "--agency", "dinkes", "--rejects", "/dev/null")
        #expect(device.status == 65)
        let null = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(null == .typeCharacterSpecial, "a device is written to, never replaced")
        let itself = try await run(city, "import", "people", path, "--agency", "dinkes", "--rejects", path)
        #expect(itself.status == 64)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains(SampleFile.nip(1)))
        let missing = try await run(city, "import", "people", "/nonexistent.csv", "--agency", "dinkes")
        #expect(missing.status == 65 && missing.standardError.contains("/nonexistent.csv"))
    }

    @Test("figures of cycle show agree with the imported files, counted in another way")
    func figures() async throws {
        let city = try await TestCity.make()
        let population = Population(people: 400, seed: 7, asOf: SampleFile.day)
        let cycle = try #require(CycleCode("2026-Q3"))
        let agencies = population.agencies.sorted { $0.people > $1.people }.prefix(3)
        #expect(try await run(city, "cycle", "add", "2026-Q3").status == 0)
        var expected: [String: [String: Int]] = [:]
        for agency in agencies {
            let code = agency.code.description
            #expect(try await run(city, "agency", "add", code, "--name", agency.name, "--kind", "dinas").status == 0)
            let files = population.files(for: agency, cycle: cycle)
            for (kind, text) in [
                ("people", files.people), ("posts", files.posts), ("ratings", files.ratings),
                ("assessments", files.assessments),
            ] {
                #expect(try await run(city, "import", kind, SampleFile.write(text), "--agency", code).status == 0)
            }
            expected[code] = try count(people: files.people, ratings: files.ratings)
        }
        #expect(try await run(city, "cycle", "run", "2026-Q3").status == 0)
        let shown = try await run(city, "cycle", "show", "2026-Q3", "--format", "json")
        #expect(shown.status == 0)
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(shown.standardOutput.utf8)) as? [String: Any]
        )
        #expect(document["cycle"] as? String == "2026-Q3")
        let listed = try #require(document["agencies"] as? [[String: Any]])
        #expect(listed.count == 3)
        for agency in listed {
            let code = try #require(agency["code"] as? String)
            for (key, value) in try #require(expected[code]) {
                #expect(agency[key] as? Int == value, "\(code) \(key)")
            }
        }
        let whole = try #require(document["city"] as? [String: Any])
        for key in ["people", "rated", "missing", "sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] {
            #expect(whole[key] as? Int == expected.values.reduce(0) { $0 + ($1[key] ?? 0) }, "\(key)")
        }
        let report = FileManager.default.temporaryDirectory.path + "/mutasi-report-\(UUID().uuidString).html"
        #expect(try await run(city, "report", "cycle", "2026-Q3", "--output", report).status == 0)
        #expect(try String(contentsOfFile: report, encoding: .utf8).contains("2026-Q3"))
    }

    /// Counts lines of the files, with a second copy of the matrix, written by hand.
    private func count(people: String, ratings: String) throws -> [String: Int] {
        let matrix = [
            "11": "sangat_baik", "12": "baik", "13": "kurang", "21": "baik", "22": "baik", "23": "kurang",
            "31": "butuh_perbaikan", "32": "butuh_perbaikan", "33": "sangat_kurang",
        ]
        var counts = Dictionary(uniqueKeysWithValues: Set(matrix.values).map { ($0, 0) })
        let all = people.split(whereSeparator: \.isNewline).count - 1
        let rows = ratings.split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let result = try #require(rows[0].firstIndex(of: "hasilKinerjaNilai"))
        let behaviour = try #require(rows[0].firstIndex(of: "perilakuKerjaNilai"))
        for row in rows.dropFirst() {
            counts[try #require(matrix["\(row[result])\(row[behaviour])"]), default: 0] += 1
        }
        counts["people"] = all
        counts["rated"] = rows.count - 1
        counts["missing"] = all - rows.count + 1
        return counts
    }
}
