import CityViews
import Personnel
import Postgres
import Reports
import Testing
import Texts

@testable import CityDatabase

@Suite("Appraisal view")
struct AppraisalViewTests {
    private let cycle = Literal.cycle("2026-Q3")
    private let day = Literal.day(2026, 7, 1)

    private func view(objection: AppraisalRecord.Objection? = nil) async throws -> AppraisalView {
        let version = try await RowReader.one(
            """
            select 2::smallint, 'calibration', 'as agreed', '197501012000031001', '2026-10-20'::date,
                1::smallint, 2::smallint, 2::smallint, '2026.1', 82.50::numeric, null::numeric, null::smallint
            """,
            as: AppraisalVersion.self
        )
        return AppraisalView(
            AppraisalRecord(
                nip: "198001012005031001",
                name: "Budi",
                post: "Analis",
                level: "pelaksana",
                jobClass: 7,
                rank: nil,
                rater: nil,
                segments: [
                    AppraisalRecord.Segment(
                        number: 1,
                        first: day,
                        last: day + 91,
                        title: "Analis",
                        formerAgency: AgencyCode("dlh"),
                        rater: nil
                    )
                ],
                ratings: [],
                versions: [version],
                remindedOn: day + 90,
                receivedOn: nil,
                objection: objection,
                quarters: [],
                milestones: ["released"]
            ),
            cycle
        )
    }

    private let objection = AppraisalRecord.Objection(
        filedOn: Literal.day(2026, 11, 2),
        deadline: Literal.day(2026, 11, 12),
        isForThePerson: false,
        grounds: "evidence",
        decidedOn: nil,
        decidedBy: nil,
        isGranted: nil,
        reason: nil
    )

    @Test("the text has the parts that there are")
    func text() async throws {
        let text = try await view(objection: objection).text(.english, width: nil)
        #expect(
            text.hasPrefix(
                "Budi, 198001012005031001\nAnalis (pelaksana), rater outside the agency\ncycle 2026-Q3: objected"
            )
        )
        let indonesian = try await view(objection: objection).text(.indonesian, width: nil)
        #expect(indonesian.contains("Analis (pelaksana), penilai di luar perangkat daerah\nsiklus 2026-Q3: dalam"))
        #expect(indonesian.contains("Keberatan 2026-11-02, batas waktu 2026-11-12: belum diputus"))
        #expect(text.contains("Segments\nSegment"))
        #expect(text.contains("Objection of 2026-11-02, in time until 2026-11-12: not decided yet"))
        #expect(!text.contains("Ratings\n") && !text.contains("Quarters\n"))
    }

    @Test("a version is a row, with null for what is not known")
    func versions() async throws {
        #expect(
            try await view().versionTable.rendered(as: .csv, width: nil) == """
                version,kind,result,behaviour,rating,performance,potential,box,rule_set,decided,by,reason
                2,calibration,1,2,baik,82.50,,,2026.1,2026-10-20,'197501012000031001,as agreed
                """
        )
    }

    @Test("the document has every part")
    func document() async throws {
        let text = try await view(objection: objection).document(in: .english).rendered()
        for part in [
            #""state": "objected""#, #""rank": null"#, #""job_class": 7"#, #""reminded": "2026-09-29""#,
            #""agency": "dlh""#, #""filed": "2026-11-02""#, #""granted": null"#,
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        #expect(try await view().document(in: .english).rendered().contains(#""objection": null"#))
    }
}
