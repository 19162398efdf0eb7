import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

/// Dated rule sets: found by their day, added whole or not at all, and never changed after that.
@Suite("Rule sets of a city", .serialized, .timeLimit(.minutes(20)))
struct RuleSetsTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    /// The rules of 2026 under another name and day, with a change.
    private func tables(
        _ code: String,
        from day: String,
        change: (RuleTable, inout [String: String]) -> Void = { _, _ in }
    ) -> RuleTables {
        var tables = RuleSets.carried
        for table in RuleTable.allCases {
            tables[table] = tables[table].filter { $0["rule_set"] == "2026.1" }
                .map { row in
                    var row = row
                    row["rule_set"] = code
                    if table == .ruleSet { row["valid_from"] = day }
                    change(table, &row)
                    return row
                }
        }
        return tables
    }

    private static let counts = RuleTable.allCases.map { "(select count(*) from \($0.rawValue))" }
        .joined(separator: " + ")

    private func rows(_ city: TestCity) async throws -> String { try await city.psql("select \(Self.counts)") }

    @Test("they are listed by their day with the cycles that use them, and found by name and by day")
    func find() async throws {
        let city = try await TestCity.make()
        let sets = RuleSets(city.database)
        _ = try await city.psql(
            "insert into cycle (code, kind, period, rule_set) values ('2026-Q3', 'quarter', '[2026-07-01,2026-10-01)', '2026.1')"
        )
        let listed = try await sets.list()
        #expect(listed.map(\.code) == ["2023.1", "2026.1", "2027.1"] && listed.map(\.cycles) == [0, 1, 0])
        #expect(listed.map(\.validFrom) == [try date("2023-01-01"), try date("2026-01-01"), try date("2027-01-01")])
        #expect(try await sets.find(on: date("2025-12-31")).code == "2023.1")
        #expect(try await sets.find(on: date("2026-12-31")).code == "2026.1")
        #expect(try await sets.find(on: date("2027-01-01")).code == "2027.1")
        let none = await #expect(throws: CityError.self) { _ = try await sets.find(on: date("2022-12-31")) }
        #expect(none == CityError(.rulesNoneOn, ["day": "2022-12-31"]))
        let unknown = await #expect(throws: CityError.self) { _ = try await sets.find("2019.1") }
        #expect(unknown == CityError(.rulesUnknown, ["rule_set": "2019.1"]))
        // The city has the rules that the program carries.
        let carried = try RuleSets.newestCarried()
        #expect(try await sets.find(carried.code).differences(from: carried).isEmpty)
        #expect(try await sets.find("2026.1")[.awardYears] == 5)
    }

    @Test(
        "a file may say a setting's word; the table holds its number, and a set without the setting goes by the score"
    )
    func choices() async throws {
        let city = try await TestCity.make()
        let sets = RuleSets(city.database)
        var set = tables("2027.2", from: "2027-02-01")
        set[.setting]
            .append(["rule_set": "2027.2", "name": "performance_level_basis", "value": "rating", "basis": "city"])
        #expect(try await sets.load(set).map(\.isNew) == [true])
        #expect(try await sets.load(set).map(\.isNew) == [false])
        let stored = "select value from setting where rule_set = '2027.2' and name = 'performance_level_basis'"
        #expect(try await city.psql(stored) == "1\n")
        let (old, new) = (try await sets.find("2026.1"), try await sets.find("2027.2"))
        #expect(old.performanceBasis == .score && new.performanceBasis == .rating)
        #expect(
            new.differences(from: old) == [
                RuleDifference(table: "setting", key: "name=performance_level_basis", before: "score", after: "rating")
            ]
        )
        set[.setting][set[.setting].count - 1]["value"] = "both"
        let refused = await #expect(throws: CityError.self) { _ = try await sets.load(set) }
        #expect(refused?.code == .rulesNotWhole)
    }

    @Test(
        "a set of the city's own keeps its name and its day when the program brings another",
        arguments: [
            ("2027.1", "2027-03-01"), ("2027.1", "2027-01-01"), ("city", "2027-01-01"),
        ]
    )
    func ownSetStays(code: String, day: String) async throws {
        let city = try await TestCity.make()
        let sets = RuleSets(city.database)
        // As in a city that is older than the program's set.
        let tables = RuleTable.allCases.reversed().map { "delete from \($0.rawValue) where rule_set = '2027.1'" }
        _ = try await city.psql(tables.joined(separator: "; "))
        let own = self.tables(code, from: day) { table, row in
            if table == .ruleSet { row["basis"] = "by-law 7/2026" }
            if table == .setting, row["name"] == "award_years" { row["value"] = "4" }
        }
        #expect(try await sets.load(own).map(\.isNew) == [true])
        let superuser = city.superuser
        defer { superuser.close() }
        _ = try await city.psql("update applied_file set sha256 = 'x' where path like 'reference/%'")
        #expect(try await Schema(CityDatabase(.medan, superuser)).migrate().contains("reference/setting.csv"))
        #expect(try await sets.list().map(\.code) == ["2023.1", "2026.1", code])
        let found = try await sets.find(code)
        #expect(found.validFrom == (try date(day)) && found.basis == "by-law 7/2026")
        #expect(found[.awardYears] == 4 && found.performanceBasis == .score)
        #expect(try await CatalogCheck(city.database).findings().isEmpty)
    }

    @Test("a complete set is added, but not in a dry run; the same again is not new, a differing one is refused")
    func load() async throws {
        let city = try await TestCity.make()
        let sets = RuleSets(city.database)
        let before = try await rows(city)
        let set = tables("2027.2", from: "2027-02-01") { table, row in
            if table == .setting, row["name"] == "award_years" { row["value"] = "4" }
        }
        let dry = try await sets.load(set, dryRun: true)
        #expect(dry.map(\.code) == ["2027.2"] && dry.map(\.isNew) == [true])
        #expect(try await rows(city) == before)
        #expect(try await sets.load(set).map(\.isNew) == [true])
        #expect(try await sets.load(set).map(\.isNew) == [false])
        let found = try await sets.find(on: date("2027-02-01"))
        #expect(found.code == "2027.2" && found[.awardYears] == 4)
        #expect(try await found.differences(from: sets.find("2026.1")).map(\.key) == ["name=award_years"])
        let after = try await rows(city)
        for other in [tables("2027.2", from: "2027-02-01"), set.on("2027-03-01")] {
            let differing = await #expect(throws: CityError.self) { _ = try await sets.load(other) }
            #expect(differing == CityError(.rulesDiffer, ["rule_set": "2027.2"]))
        }
        #expect(try await rows(city) == after)
        for isDryRun in [true, false] {
            let sameDay = await #expect(throws: CityError.self) {
                _ = try await sets.load(tables("2026.9", from: "2026-01-01"), dryRun: isDryRun)
            }
            #expect(sameDay?.code == .rulesSameDay && sameDay?.arguments["other"] == "2026.1")
        }
        #expect(try await rows(city) == after)
        let empty = await #expect(throws: CityError.self) { _ = try await sets.load(RuleTables([:])) }
        #expect(empty == CityError(.rulesUnnamed))
    }

    @Test(
        "weights of 105, a missing threshold, a hole in the matrix and others are refused with what is wrong, and nothing is written",
        arguments: ["weight", "threshold", "matrix", "setting", "box", "part", "twice", "score"]
    )
    func refused(_ fault: String) async throws {
        let city = try await TestCity.make()
        let sets = RuleSets(city.database)
        let before = try await rows(city)
        var set = tables("2027.2", from: "2027-02-01")
        let (table, words): (RuleTable, String) =
            switch fault {
            case "weight": (.scoringWeight, "105")
            case "threshold": (.threshold, "threshold")
            case "matrix": (.ratingMatrix, "is missing")
            case "setting": (.setting, "award_years")
            case "box": (.talentBox, "box")
            case "part": (.componentPart, "parts add to")
            case "twice": (.scoringWeight, "twice")
            default: (.levelScore, "101")
            }
        switch fault {
        case "weight":
            for index in set[table].indices where set[table][index]["component"] == "award" {
                set[table][index]["weight"] = "20"
            }
        case "threshold": set[table].removeAll { $0["axis"] == "potential" && $0["level"] == "2" }
        case "matrix": set[table].removeAll { $0["work_result"] == "2" && $0["work_behaviour"] == "3" }
        case "setting": set[table].removeAll { $0["name"] == "award_years" }
        case "box": set[table][0]["box"] = set[table][1]["box"]
        case "part": set[table][0]["weight"] = "60"
        case "twice": set[table].append(set[table][0])
        default: set[table][0]["score"] = "101"
        }
        // Beside a complete one: neither is added.
        var both = set
        let whole = tables("2028.1", from: "2028-01-01")
        for table in RuleTable.allCases { both[table] += whole[table] }
        for tables in [set, both] {
            let refused = await #expect(throws: CityError.self) { _ = try await sets.load(tables) }
            #expect(
                refused?.code == .rulesNotWhole && refused?.description.contains(words) == true,
                "\(refused?.description ?? "")"
            )
            #expect(refused?.arguments["rule_set"] == "2027.2")
        }
        #expect(try await rows(city) == before)
    }

    @Test("a set that a cycle uses gets no more rows, and only the owner can change one")
    func frozen() async throws {
        let city = try await TestCity.make()
        let sets = RuleSets(city.database)
        _ = try await sets.load(tables("2027.2", from: "2027-02-01"))
        let added: SQL =
            "insert into level_score (rule_set, component, level, score) values ('2027.2', 'award', 'village', 10)"
        _ = try await city.psql(
            "insert into cycle (code, kind, period, rule_set) values ('2027-Q1', 'quarter', '[2027-01-01,2027-04-01)', '2027.2')"
        )
        let before = try await rows(city)
        let statements: [SQL] = [
            added, "insert into setting (rule_set, name, value, basis) values ('2027.2', 'planted', 1, 'x')",
            "insert into sub_score (rule_set, component, at_least, score) values ('2027.2', 'education', 99, 1)",
        ]
        for statement in statements {
            await #expect(throws: CityError(.rulesInUse)) {
                try await city.database.transaction(as: .personnel) { tx in try tx.execute(statement) }
            }
        }
        let changes: [SQL] = [
            "update setting set value = 1 where rule_set = '2027.2'", "update rule_set set valid_from = '2020-01-01'",
            "delete from threshold", "update scoring_weight set weight = 0",
            "delete from rule_set where rule_set = '2027.2'",
            "truncate level_score",
        ]
        for principal in [Principal.personnel, .agency(1), .worker] {
            for change in changes {
                let refused = await #expect(throws: PostgresError.self) {
                    try await city.database.transaction(as: principal) { tx in try tx.execute(change) }
                }
                #expect(refused?.sqlState == .insufficientPrivilege, "\(principal)")
            }
        }
        #expect(try await rows(city) == before)
    }
}

extension RuleTables {
    /// The same rules from another day.
    fileprivate func on(_ day: String) -> RuleTables {
        var tables = self
        tables[.ruleSet] = tables[.ruleSet]
            .map { row in
                var row = row
                row["valid_from"] = day
                return row
            }
        return tables
    }
}
