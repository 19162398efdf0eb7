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
                ('posting', 'pelaksana', null, 'Analis', '2021-02-01', '2026-01-31', '800/2', '2021-01-15'),
                ('certificate', 'teknis', null, 'Diklat lama', '2021-05-06', null, '890/1', null),
                ('award', 'agency', null, 'Piagam', '2021-06-30', null, '861/1', null),
                ('award', 'cross_agency', null, 'Piagam', '2021-07-01', null, '861/2', null),
                ('team_duty', 'member_internal', null, 'Tim A', '2023-08-31', '2024-06-30', '800/3', null),
                ('team_duty', 'chair_internal', null, 'Tim B', '2023-08-31', '2024-07-01', '800/4', null),
                ('competency', null, 70.00, null, '2024-02-10', null, null, null),
                ('education', null, null, 'D-III Keperawatan', null, null, null, null)
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
        #expect(lines.contains { $0.contains(",feedback,") && $0.hasSuffix(",,") })
        #expect(lines.contains { $0.contains(",education,") && $0.hasSuffix(",D-III Keperawatan") })
    }

    @Test("the document says what is missing, and how likely each box is")
    func document() async throws {
        let text = try await view().document(in: .english).rendered(indent: 2)
        for words in [
            #""as_of": "2026-06-30""#, #""level": "medium""#, #""level": "high""#, #""box": 8"#,
            #""known_percent": 75"#, #""ended": "2026-01-31""#, #""occurred": null"#, #""counts": false"#,
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        #expect(try await view(box: nil).document(in: .english).rendered().contains(#""box_chances_percent": null"#))
    }

    @Test("evidence is in words, with the first and last day of what lasts; what does not count stands apart")
    func evidence() async throws {
        let sheet = try await view().sheet
        func texts(_ title: String) throws -> (counted: [String], others: [String]) {
            let component = try #require(
                (sheet.performance.components + sheet.potential.components).first { $0.title.english.contains(title) }
            )
            return (component.evidence.map(Self.text), component.notCounted.map(Self.text))
        }
        #expect(
            try texts("Award") == (
                ["Piagam · 861/2 · lintas perangkat daerah 2021-07-01"],
                ["Piagam · 861/1 · perangkat daerah 2021-06-30"]
            )
        )
        #expect(
            try texts("duties")
                == (
                    ["Tim B · 800/4 · ketua dalam perangkat daerah 2023-08-31/2024-07-01"],
                    ["Tim A · 800/3 · anggota dalam perangkat daerah 2023-08-31/2024-06-30"]
                )
        )
        #expect(
            try texts("Competency assessment") == (["Asesmen · 800/1 2025-02-10"], ["nilai hasil penilaian 2024-02-10"])
        )
        #expect(
            try texts("development") == (["Diklat · nasional 2024-05-06"], ["Diklat lama · 890/1 · teknis 2021-05-06"])
        )
        #expect(try texts("Formal education") == (["D-III Keperawatan"], []))
        #expect(try texts("posts").counted == ["Analis · 800/2 · Pelaksana 2021-02-01/2026-01-31"])
    }

    private static func text(_ evidence: PersonSheet.Evidence) -> String {
        let time =
            switch evidence.time {
            case .unknown: ""
            case .day(let day): " \(day.iso)"
            case .period(let first, let last): " \(first.iso)/\(last?.iso ?? "")"
            }
        return evidence.document(.indonesian) + time
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
