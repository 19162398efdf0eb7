import CityDatabase
import CityViews
import Personnel
import Postgres
import Reports
import TestSupport
import Testing
import Texts

@Suite("Talent tables")
struct TalentTableTests {
    private let day = SampleFile.day

    private func rules() async throws -> RuleSet {
        try await RuleSets(TestCity.make().database).find(on: day)
    }

    @Test("the map is a row for each box, and one for the people in none")
    func map() {
        #expect(
            TalentMapView.table(NineBox(counts: Array(1...9), unplaced: 10, boxes: .national))
                .rendered(as: .csv, width: nil) == """
                    box,performance,potential,people
                    1,low,low,1
                    2,medium,low,2
                    3,low,medium,3
                    4,high,low,4
                    5,medium,medium,5
                    6,low,high,6
                    7,high,medium,7
                    8,medium,high,8
                    9,high,high,9
                    ,,,10
                    """
        )
    }

    @Test("the pool has the chance of the box, and how much is known")
    func pool() async throws {
        let rules = try await rules()
        let placement = try await PlacementRow.read()
        let chance = try #require(placement.probability(rules)?.probability(of: 8))
        let percent = Int((chance * 100).rounded())
        #expect(
            TalentPoolView.table([placement], rules: rules).rendered(as: .csv, width: nil) == """
                agency,nip,name,post,box,chance_percent,talent_score,performance,performance_known_percent,potential,\
                potential_known_percent
                dinkes,'198001012005031001,Budi,Analis,8,\(percent),76.25,82.50,75,70.00,60
                """
        )
    }

    @Test("successors stand in their order, so many as the rules or somebody asks for")
    func successors() async throws {
        let rules = try await rules()
        let posts = try await RowReader.all(
            """
            select 'dlh', 512::bigint, 'Bidang', 'Kepala Bidang', 'administrator', null::smallint, '{}'::text[], true,
                '{communication}'::text[], '{4}'::smallint[], null::text, 35::smallint, 'Hukum', null::text
            """,
            as: Succession.Post.self
        )
        let candidates = try await RowReader.all(
            """
            values ('dinkes', 1::bigint, 'a', 'A', 'Kepala Seksi', 'pengawas', 8::smallint, 80.00::numeric,
                    80.00::numeric, 34::smallint, '2020-01-01'::date, '1980-01-01'::date, 58::smallint, false,
                    '{communication}'::text[], '{3}'::smallint[], 40::smallint, 'S-1 Hukum', null::text, '{}'::text[]),
                ('dinkes', 2, 'b', 'B', 'Kepala Seksi', 'pengawas', 9::smallint, 90.00, 90.00, 34::smallint,
                    '2020-01-01', '1980-01-01', 58::smallint, false, '{}', '{}', 40::smallint, 'S-1 Hukum', null, '{}'),
                ('dinkes', 3, 'c', 'C', 'Kepala Seksi', 'pengawas', 9::smallint, 95.00, 95.00, 34::smallint,
                    '2020-01-01', '1980-01-01', 58::smallint, true, '{}', '{}', 40::smallint, 'S-1 Hukum', null, '{}')
            """,
            as: Succession.Candidate.self
        )
        let table = SuccessionView.table(of: posts, candidates, rules: rules, on: day, limit: nil)
        #expect(table.rows.map { $0[3] } == [.text("b"), .text("a"), .text("c")])
        #expect(table.rows[0][1...2] == [.text("Kepala Bidang"), .integer(1)] && table.rows[0][7] == .boolean(true))
        let sanction = Table.Cell.code("serves a disciplinary sanction", Message.successionSanction())
        #expect(table.rows[2][7] == .boolean(false) && table.rows[2][11] == sanction)
        // A level of 3 of the 4 that the post asks; people without a result have no match.
        #expect(table.rows[1][8...9] == [.decimal("75.00"), .text("MMS")])
        #expect(table.rows[0][8...9] == [.missing, .missing])
        // Of training and job family nobody knows what the title asks.
        let lines = table.rendered(as: .csv, width: nil).split(separator: "\n").dropFirst()
        #expect(lines.allSatisfy { $0.contains("nothing is known of what the post asks for: training") })
        #expect(SuccessionView.table(of: posts, candidates, rules: rules, on: day, limit: 1).rows.count == 1)
        #expect(
            SuccessionView.table(of: posts).rendered(as: .csv, width: nil)
                == "number,agency,unit,post,level,vacant,marked\n512,dlh,Bidang,Kepala Bidang,administrator,true,true"
        )
    }

    @Test("people who are due, who may move and who retire")
    func holders() async throws {
        let rules = try await rules()
        let holders = try await RowReader.all(
            """
            values ('dinkes', 1::bigint, 'a', 'A', 'Analis', 'Bidang', 'pelaksana', '2021-06-30'::date,
                    '1968-08-20'::date, 58::smallint, null::date),
                ('dinkes', 2, 'b', 'B', 'Analis', 'Bidang', 'pelaksana', '2023-01-01', '1968-07-20', 58::smallint,
                    '2026-08-01'),
                ('dinkes', 3, 'c', 'C', 'Analis', 'Bidang', 'pelaksana', '2026-01-01', '1990-01-01', 58::smallint, null),
                ('dinkes', 4, 'd', 'D', 'Analis', 'Bidang', 'pelaksana', '2026-01-01', '1990-01-01', 58::smallint,
                    '2026-08-15')
            """,
            as: Workforce.Holder.self
        )
        let due = WorkforceView.due(holders, eligible: false, rules: rules, on: day)
        #expect(
            due.rendered(as: .csv, width: nil)
                == "agency,nip,name,post,since,months,standing\ndinkes,a,A,Analis,2021-06-30,60,due"
        )
        let eligible = WorkforceView.due(holders, eligible: true, rules: rules, on: day)
        #expect(eligible.rows.map { $0[6] } == [.text("due"), .text("eligible")])
        #expect(
            WorkforceView.retirements(holders, by: day + 365, on: day).rendered(as: .csv, width: nil) == """
                retires,agency,nip,name,post,age,notice,preparation,ends
                2026-08-01,dinkes,b,B,Analis,57,2025-07-01,2025-08-01,2026-08-01
                2048-02-01,dinkes,d,D,Analis,36,2047-01-01,2047-02-01,2026-08-15
                2026-09-01,dinkes,a,A,Analis,57,2025-08-01,2025-09-01,
                """
        )
    }

    @Test("a vacancy counts free seats and those that a retirement frees")
    func vacancies() async throws {
        let vacancies = try await RowReader.all(
            "select 'dinkes', 'Bidang', 'Analis', 'pelaksana', 5, 4::bigint, 2::bigint, false",
            as: Workforce.Vacancy.self
        )
        #expect(
            WorkforceView.table(vacancies).rendered(as: .csv, width: nil) == """
                agency,unit,post,level,seats,held,retiring,vacant,critical
                dinkes,Bidang,Analis,pelaksana,5,4,2,3,false
                """
        )
    }
}
