import CityDatabase
import CityViews
import Postgres
import Reports
import Testing

@Suite("Lists of appraisals")
struct AppraisalListViewTests {
    @Test("exclusions")
    func exclusions() async throws {
        let people = try await RowReader.all(
            "values ('198001012005031001', 'Budi', 'no_post'), (null, null, 'moved')",
            as: Appraisals.Exclusion.self
        )
        #expect(
            AppraisalListView.table(people).rendered(as: .csv, width: nil)
                == "nip,name,reason\n'198001012005031001,Budi,no_post\n,,moved"
        )
    }

    @Test("reminders")
    func reminders() async throws {
        let raters = try await RowReader.all(
            "values (null::text, null::text, 3::bigint, 1::bigint)",
            as: Appraisals.Reminder.self
        )
        #expect(
            AppraisalListView.table(raters).rendered(as: .csv, width: nil) == "rater,name,waiting,rated_since\n,,3,1"
        )
    }

    @Test("objections say how they were decided")
    func objections() async throws {
        let objections = try await RowReader.all(
            """
            values ('1', 'A', '2026-11-02'::date, '2026-11-12'::date, 'g', '2026-11-20'::date, true),
                ('2', 'B', '2026-11-02', '2026-11-12', 'g', '2026-11-20', false),
                ('3', 'C', '2026-11-02', '2026-11-12', 'g', null, null)
            """,
            as: Appraisals.ObjectionEntry.self
        )
        #expect(
            AppraisalListView.table(objections).rendered(as: .csv, width: nil) == """
                nip,name,filed,deadline,decision,decided,grounds
                1,A,2026-11-02,2026-11-12,granted,2026-11-20,g
                2,B,2026-11-02,2026-11-12,rejected,2026-11-20,g
                3,C,2026-11-02,2026-11-12,pending,,g
                """
        )
    }

    @Test("revisions have the day of the decision")
    func revisions() async throws {
        let revisions = try await RowReader.all(
            """
            select '1', 'A', 2::smallint, 'correction', null::smallint, 1::smallint, null::text,
                '2026-10-21'::date, 'r'
            """,
            as: Appraisals.Revision.self
        )
        #expect(
            AppraisalListView.table(revisions).rendered(as: .csv, width: nil) == """
                nip,name,version,kind,before,after,by,decided,reason
                1,A,2,correction,,sangat_baik,,2026-10-21,r
                """
        )
    }
}
