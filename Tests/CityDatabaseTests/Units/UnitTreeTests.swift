import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// Circles in the tree of units, and who rates whom where there is one.
@Suite("The tree of units", .timeLimit(.minutes(20)))
struct UnitTreeTests {
    /// As an older version let it in: a root that names itself, and two units above each other.
    private func spoil(_ stage: AppraisalStage) async throws {
        _ = try await stage.city.psql(
            """
            set session_replication_role = replica;
            update org_unit set parent_siasn_id = siasn_id where siasn_id = 'A0';
            update org_unit set parent_siasn_id = 'C0' where siasn_id = 'B0';
            update org_unit set parent_siasn_id = 'B0' where siasn_id = 'C0';
            update org_unit set parent_siasn_id = 'nowhere' where siasn_id = 'B1';
            """
        )
    }

    @Test("nobody is the own rater: not with a circle, a root that names itself, or a head without a superior")
    func ownRater() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await spoil(stage)
        // The head of B also acts as the head of C, and one of the staff of C heads it no more.
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), '2026-01-01')
            where employment_id = \(try await stage.employment(3));
            insert into assignment (agency_id, employment_id, post_id, kind, valid)
            select agency_id, \(try await stage.employment(2)), post_id, 'acting', '[2026-01-01,)'
            from post where title = 'Kepala Bidang C' and agency_id = \(stage.agencies[0].id);
            """
        )
        try await stage.run(through: .open)
        let rated = try await stage.city.psql(
            """
            select u.siasn_id, t.title, p.nip = a.rater_nip as own, a.rater_nip is null, count(*)
            from appraisal a
            join employment e using (agency_id, employment_id)
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
            where a.agency_id = \(stage.agencies[0].id) group by 1, 2, 3, 4 order by 1, 2
            """
        )
        #expect(
            rated == """
                A0|Kepala Dinas||t|1
                B0|Kepala Bidang B||t|1
                B0|Pengadministrasi|f|f|3
                C0|Pengadministrasi|f|f|3

                """
        )
    }

    @Test("quality lists units above themselves, and units below one that is not there")
    func quality() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        let day = SampleFile.day
        let quality = DataQuality(stage.city.database)
        let found = { try await quality.offenders(in: .city, on: day, only: [.unitTree])[0].offenders }
        #expect(try await found().isEmpty)
        try await spoil(stage)
        #expect(
            try await found().map { $0.what.english } == [
                "Unit A0, under A0", "Unit B0, under C0", "Unit C0, under B0", "Unit B1, under nowhere",
            ]
        )
        let tree = try await Units(stage.city.database).list(in: .agency(stage.agencies[0]), on: day)
        #expect(tree.map(\.depth) == [nil, nil, nil], "a circle does not hide its units")
    }

    @Test("the database refuses a circle of any number of units, whoever writes it")
    func database() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        for parents in [["A0": "A0"], ["A0": "B0"], ["B0": "C0", "C0": "B0"], ["A0": "C0", "B0": "A0"]] {
            let cases = parents.map { "when '\($0.key)' then '\($0.value)'" }.joined(separator: " ")
            let names = parents.keys.map { "'\($0)'" }.joined(separator: ", ")
            await #expect(throws: PsqlFailure.self, "\(parents)") {
                try await stage.city.psql(
                    "update org_unit set parent_siasn_id = case siasn_id \(cases) end where siasn_id in (\(names))"
                )
            }
        }
        // Turned round in one statement, it is no circle at any time.
        _ = try await stage.city.psql(
            """
            update org_unit set parent_siasn_id = case siasn_id when 'A0' then 'B0' end where siasn_id in ('A0', 'B0')
            """
        )
        // A circle that is there may be taken apart.
        try await spoil(stage)
        _ = try await stage.city.psql("update org_unit set name = 'Lain' where siasn_id = 'B0'")
        _ = try await stage.city.psql("update org_unit set parent_siasn_id = null where siasn_id = 'B0'")
    }
}
