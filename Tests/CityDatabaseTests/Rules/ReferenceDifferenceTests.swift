import Personnel
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

@Suite("Reference data beside the program's files")
struct ReferenceDifferenceTests {
    private func findings(_ city: TestCity) async throws -> [String: String] {
        let found = try await CatalogCheck(city.database).findings()
        #expect(found.allSatisfy { $0.check == "reference_differs" }, "\(found)")
        return Dictionary(found.map { ($0.object, $0.problem) }) { "\($0); \($1)" }
    }

    private func mend(_ city: TestCity) async throws -> SchemaMending {
        let superuser = city.superuser
        defer { superuser.close() }
        return try await Schema(CityDatabase(.medan, superuser)).mend()
    }

    @Test("a row that is missing or differs is named by table and key, and loaded again")
    func rows() async throws {
        let city = try await TestCity.make(connections: 1)
        _ = try await city.psql(
            """
            update threshold set at_least = 61 where rule_set = '2026.1' and axis = 'potential' and level = 2;
            update grade_rank set title = 'Penata' where code = 'I/a';
            delete from level_score where rule_set = '2023.1' and component = 'rating' and level = 'baik'
            """
        )
        let found = try await findings(city)
        #expect(found["threshold rule_set=2026.1, axis=potential, level=2"] == "differs in at_least")
        #expect(found["grade_rank grade_rank_id=11"] == "differs in title")
        // It also leaves a hole in its rule set.
        let removed = "level_score rule_set=2023.1, component=rating, level=baik"
        #expect(found[removed]?.hasPrefix("is missing") == true)
        #expect(found.count == 3)
        let mending = try await mend(city)
        #expect(mending.remaining == 0 && mending.files.allSatisfy { $0.hasPrefix("reference/") })
        #expect(try await findings(city).isEmpty)
    }

    @Test("an additional row in the program's own rule set is found, and stays until it is deleted by hand")
    func furtherRow() async throws {
        let city = try await TestCity.make(connections: 1)
        _ = try await city.psql("insert into setting values ('2026.1', 'stray', 1, 'nobody')")
        #expect(
            try await findings(city)["setting rule_set=2026.1, name=stray"]?.hasPrefix("is not in the file") == true
        )
        #expect(try await mend(city).remaining == 1)
        _ = try await city.psql("delete from setting where name = 'stray'")
        #expect(try await findings(city).isEmpty)
    }

    @Test("the city's own rule sets and holidays are not findings; a rule set that does not add up is one")
    func ownRules() async throws {
        let city = try await TestCity.make(connections: 1)
        var tables = RuleSets.carried
        for table in RuleTable.allCases {
            tables[table] = tables[table].filter { $0["rule_set"] == "2026.1" }
                .map { row in
                    var row = row
                    row["rule_set"] = "city"
                    if table == .ruleSet { row["valid_from"] = "2027-02-01" }
                    return row
                }
        }
        _ = try await RuleSets(city.database).load(tables)
        _ = try await city.psql(
            "delete from holiday where day = '2026-01-01'; insert into holiday values ('2026-12-30', 'x', 'local')"
        )
        #expect(try await findings(city).isEmpty)
        // Done by a role that may insert rules, past the program.
        try await city.database.transaction(as: .personnel) { tx in
            try tx.execute("insert into rule_set (rule_set, valid_from, basis) values ('evil', '2027-07-01', 'x')")
            try tx.execute("insert into scoring_weight values ('evil', 'performance', 'rating', 1)")
        }
        let found = try await findings(city)
        #expect(found.keys.contains { $0.hasPrefix("scoring_weight rule_set=evil") }, "\(found)")
        #expect(found.keys.allSatisfy { $0.contains("rule_set=evil") })
    }
}
