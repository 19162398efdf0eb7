import CityViews
import Personnel
import Reports
import Testing
import Texts

@testable import CityDatabase

@Suite("Rules view")
struct RulesViewTests {
    @Test("lists rule sets with the cycles that use them")
    func sets() throws {
        let day = try #require(CivilDate(iso: "2026-01-01"))
        let entry = RuleSets.Entry(code: "2026.1", validFrom: day, basis: "PermenPANRB 6/2022", cycles: 3)
        #expect(
            RulesView.table([entry]).rendered(as: .csv, width: nil) == """
                rule_set,valid_from,cycles,basis
                2026.1,2026-01-01,3,PermenPANRB 6/2022
                """
        )
    }

    @Test("lists every rule of a set, and no difference from itself")
    func rules() throws {
        let rules = try RuleSets.newestCarried()
        let table = RulesView.table(rules)
        #expect(table.columns.map(\.key) == ["table", "key", "value"] && table.rows.count == rules.rows.count)
        #expect(table.rows.count > 30 && table.rows.allSatisfy { !$0.contains(.missing) })
        let differences = RulesView.differences(rules, from: rules)
        #expect(differences.columns.map(\.key) == ["table", "key", "before", "after"] && differences.rows.isEmpty)
    }

    @Test("a rating is shown with its code, its title and its number")
    func rating() throws {
        let rules = try RuleSets.newestCarried()
        let (keys, cells) = RulesView.rating(.baik, by: rules)
        #expect(keys == ["rating", "title", "quadrant", "rule_set"])
        #expect(
            cells[0] == .text("baik") && cells[2] == .integer(Rating.baik.rawValue) && cells[3] == .text(rules.code)
        )
    }

    @Test("levels that meet a post's standard match it fully")
    func match() throws {
        let rules = try RuleSets.newestCarried()
        let match = try JobPersonMatch(
            standard: [4, 4, 4],
            achieved: [4, 4, 4],
            cap: JobPersonMatch.Cap(rules: rules)
        )
        let (keys, cells) = RulesView.match(match, by: rules)
        #expect(keys == ["match", "filling", "mapping", "rule_set"])
        #expect(cells[0] == .decimal(match.value.description) && cells[1] == .text(match.filling.code))
    }

    @Test("typed scores are placed, and what is missing is named")
    func placement() throws {
        let rules = try RuleSets.newestCarried()
        let score = try #require(Score("80"))
        let whole = Dictionary(uniqueKeysWithValues: TalentComponent.allCases.map { ($0, score) })
        let (keys, cells) = RulesView.placement(whole, by: rules)
        let facts = Dictionary(uniqueKeysWithValues: zip(keys, cells))
        #expect(facts["performance_known_percent"] == .integer(100) && facts["missing"] == .missing)
        #expect(facts["rule_set"] == .text(rules.code) && facts["box"] != .missing)
        let partial = RulesView.placement(whole.filter { $0.key != .award }, by: rules)
        #expect(Dictionary(uniqueKeysWithValues: zip(partial.keys, partial.cells))["missing"] == .text("award"))
    }
}
