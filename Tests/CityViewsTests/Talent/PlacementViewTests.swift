import CityDatabase
import CityViews
import Personnel
import Postgres
import Reports
import TestSupport
import Testing
import Texts

@Suite("Placement view")
struct PlacementViewTests {
    private func view(box: Int16? = 8) async throws -> PlacementView {
        let city = try await TestCity.make()
        let rules = try await RuleSets(city.database).find(on: SampleFile.day)
        let evidence = try await RowReader.all(
            """
            values ('competency', null, 80.00::numeric, 'Asesmen', '2025-02-10'::date, null::date, '800/1', null::date),
                ('certificate', 'national', null, 'Diklat', '2024-05-06', null, null, null),
                ('posting', 'pelaksana', null, 'Analis', '2021-02-01', '2026-01-31', '800/2', '2021-01-15')
            """,
            as: Evidence.self
        )
        let agency = try await RowReader.one(
            "select 7, 'dinkes', 'dinas', 'active', 'Dinas Kesehatan', 'Dinkes'",
            as: Agency.self
        )
        let version = try await RowReader.one(
            """
            select 1::smallint, 'cycle', null::text, null::text, null::date, 2::smallint, 2::smallint,
                2::smallint, '2026.1', 82.50::numeric, 70.00::numeric, 8::smallint
            """,
            as: AppraisalVersion.self
        )
        return PlacementView(
            try await PlacementRow.read(box: box),
            evidence,
            rules,
            agency,
            SampleFile.day,
            CycleCode("2026-Q3"),
            [version]
        )
    }

    @Test("each component is a row with its evidence, and missing where it is not known")
    func components() async throws {
        let lines = try await view().componentTable.rendered(as: .csv, width: nil).split(separator: "\n")
        #expect(lines.count == 12 && lines[0] == "axis,component,weight,score,evidence")
        #expect(
            lines.contains { $0.contains(",competency,") && $0.hasSuffix("80.00,2025-02-10 Asesmen · 800/1 · 80.00") }
        )
        #expect(lines.contains { $0.contains(",development,") && $0.hasSuffix(",,2024-05-06 Diklat · national") })
        #expect(lines.contains { $0.contains(",award,") && $0.hasSuffix(",,") })
    }

    @Test("the document says what is missing, and how likely each box is")
    func document() async throws {
        let text = try await view().document(in: .english).rendered(indent: 2)
        for words in [
            #""as_of": "2026-06-30""#, #""level": "medium""#, #""level": "high""#, #""box": 8"#,
            #""known_percent": 75"#, #""ended": "2026-01-31""#,
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        #expect(try await view(box: nil).document(in: .english).rendered().contains(#""box_chances_percent": null"#))
    }

    @Test("the sheet has both axes, the box and the versions")
    func sheet() async throws {
        let sheet = try await view().sheet
        #expect(sheet.box == 8 && sheet.agency == "Dinas Kesehatan" && sheet.cycle == "2026-Q3")
        #expect(sheet.probabilities.map { abs($0.reduce(0, +) - 1) < 1e-9 } == true)
        #expect(
            sheet.performance.score == 82.5
                && sheet.potential.components.count + sheet.performance.components.count == 11
        )
        #expect(sheet.versions.map(\.number) == [1] && sheet.versions[0].by == "–")
        #expect(sheet.html(language: .english).contains("Budi"))
    }
}
