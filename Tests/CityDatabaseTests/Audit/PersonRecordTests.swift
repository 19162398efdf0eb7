import Foundation
import Personnel
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// The document that shows a person everything that the city holds.
@Suite("A person's record", .timeLimit(.minutes(20)))
struct PersonRecordTests {
    /// The tables of a person's record, each with its rows.
    private struct Record {
        let data: [String: [[String: Any]]]
        let processing: [[String: Any]]

        init(_ number: Int, _ city: TestCity) async throws {
            let text = try await PersonRecord(city.database)
                .export(NIP(SampleFile.nip(number)), purpose: "a request of the person")
            let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            data = try #require(document["data"] as? [String: [[String: Any]]])
            processing = try #require(document["processing"] as? [[String: Any]])
        }

        func events(of table: String) -> [String] {
            processing.filter { $0["table"] as? String == table }.compactMap { $0["operation"] as? String }
        }
    }

    private func parts(_ city: TestCity) async throws -> [PersonalPart] {
        try await city.database.transaction(as: .personnel) { tx in try PersonalPart.all(&tx) }
    }

    @Test("a row belongs to a person by the column that is nearest to the person and never null")
    func columns() async throws {
        let city = try await TestCity.make()
        let parts = try await parts(city)
        let known = [
            "appraisal", "appraisal_closing", "appraisal_exclusion", "appraisal_receipt", "appraisal_reminder",
            "appraisal_revision", "appraisal_score", "appraisal_segment", "assignment", "correction", "employment",
            "evidence", "fact_history", "objection", "objection_decision", "person", "person_history", "rating_event",
            "run_failure",
            "service_event", "talent_placement",
        ]
        #expect(Set(known).subtracting(parts.map(\.table)).isEmpty)
        let closing = try #require(parts.first { $0.table == "appraisal_closing" })
        // And not by rating_event_id.
        #expect(closing.columns.map(\.name) == ["employment_id"] && closing.ownKey == nil)
        let decision = try #require(parts.first { $0.table == "objection_decision" })
        #expect(decision.columns.map(\.name) == ["objection_id"])
        #expect(parts.first { $0.table == "cycle_milestone" } == nil)
    }

    @Test("an objection, its decision and result, and failures of a run are shown; nothing about others")
    func whole() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.run(through: .open)
        let appraisals = try await stage.appraisals
        let (four, poor) = (try AppraisalStage.nip(4), Expectations(workResult: .below, workBehaviour: .below))
        try await appraisals.rate(four, poor, rater: AppraisalStage.nip(5))
        try await stage.run(through: .release)
        let (received, filed) = (CivilDate(iso: "2026-10-20"), CivilDate(iso: "2026-10-25"))
        _ = try await appraisals.recordReceipt(four, on: try #require(received))
        _ = try await appraisals.object(four, on: try #require(filed), isForThePerson: false, grounds: "met")
        _ = try await appraisals.decideObjection(
            of: four,
            on: try #require(CivilDate(iso: "2026-11-01")),
            by: AppraisalStage.nip(2),
            rating: Expectations(workResult: .above, workBehaviour: .above),
            reason: "heard both"
        )
        // Another kind of run counts by another key.
        _ = try await stage.city.psql(
            """
            insert into run (kind, subject, step, ordinal, intended_at) values ('other', 'x', 'x', 0, '2199-01-01');
            insert into run_failure (agency_id, run_id, key, code, reason)
            select e.agency_id, r.run_id, e.employment_id, 'no_post', r.kind || ' ' || p.nip
            from run r, employment e join person p using (person_id) where r.kind = 'other' or r.step = 'open'
            """
        )

        let record = try await Record(4, stage.city)
        #expect(record.data["objection"]?.first?["grounds"] as? String == "met")
        #expect(record.data["objection_decision"]?.first?["reason"] as? String == "heard both")
        #expect(record.data["rating_event"]?.count == 1)
        #expect(record.data["assignment"]?.first?["title"] as? String == "Pengadministrasi")
        #expect(record.data["run_failure"]?.map { $0["reason"] as? String } == ["cycle_phase \(four.text)"])
        #expect(record.data.values.joined().allSatisfy { $0["agency"] as? String == "dinkes" })
        #expect(record.events(of: "objection") == ["insert"])
        #expect(record.events(of: "objection_decision") == ["insert"])
        #expect(record.events(of: "person").first == "insert" && record.events(of: "person").last == "read")

        // The records of the rater and of the decider contain neither the rating nor the decision.
        for number in [2, 5] {
            let other = try await Record(number, stage.city)
            #expect(other.data["person"]?.count == 1 && other.data["run_failure"]?.count == 1)
            #expect(other.data["rating_event"] == nil && other.data["objection_decision"] == nil)
            #expect(other.events(of: "rating_event").isEmpty && other.events(of: "objection_decision").isEmpty)
        }
    }

    @Test(
        "competencies are shown with level, day and document, and what was taken back as well; posts' standards are not"
    )
    func competencies() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let people = [SampleFile.person(1), SampleFile.person(2)]
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        let post = SampleFile.post(1, unit: "A1", kind: 1, echelon: "41", title: "Kepala Seksi")
        try await city.importLines(.posts, SampleFile.postsHeader, [post], to: agency)
        let header = "nip,kompetensi,level,tanggalAsesmen,nomorDokumen"
        for level in [3, 4] {
            let lines = [1, 2].map { "\(SampleFile.nip($0)),Komunikasi,\(level),01-02-2025,893/\($0)" }
            try await city.importLines(.competencies, header, lines, to: agency)
        }
        let standard = "A1,Kepala Seksi,Komunikasi,3,01-01-2025"
        let columns = "unorId,namaJabatan,kompetensi,level,berlakuMulai"
        try await city.importLines(.standards, columns, [standard], to: agency)
        let record = try await Record(1, city)
        let evidence = record.data["evidence"] ?? []
        #expect(evidence.compactMap { $0["level"] as? String }.sorted() == ["3", "4"])
        #expect(
            evidence.allSatisfy {
                $0["title"] as? String == "communication" && $0["document_number"] as? String == "893/1"
            }
        )
        #expect(evidence.count { !($0["withdrawn_at"] is NSNull) && $0["withdrawn_at"] != nil } == 1)
        #expect(record.data["competency_standard"] == nil)
    }

    @Test("a table that is made later is shown without a change here, over any number of tables in between")
    func laterTables() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let people = [SampleFile.person(1), SampleFile.person(2)]
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        // Two tables that point to each other, and one that is reached by either of two columns that may be null.
        _ = try await city.psql(
            """
            create table notice (
                agency_id integer, notice_id bigint, employment_id bigint not null, letter_id bigint,
                primary key (agency_id, notice_id)
            );
            create table letter (
                agency_id integer, letter_id bigint, notice_id bigint not null, primary key (agency_id, letter_id)
            );
            create table visit (agency_id integer, visit integer, letter_id bigint, person_id bigint);
            grant select on notice, letter, visit to medan_personnel;
            insert into notice select agency_id, person_id + 10, employment_id, person_id + 20 from employment;
            insert into letter select agency_id, person_id + 20, person_id + 10 from employment;
            insert into visit select agency_id, 1, person_id + 20, null from employment;
            insert into visit select agency_id, 2, null, person_id from employment
            """
        )
        for number in [1, 2] {
            let record = try await Record(number, city)
            let person = try #require(record.data["person"]?.first?["person_id"] as? Int)
            #expect(record.data["notice"]?.map { $0["notice_id"] as? Int } == [person + 10])
            #expect(record.data["letter"]?.map { $0["letter_id"] as? Int } == [person + 20])
            #expect(record.data["visit"]?.compactMap { $0["visit"] as? Int }.sorted() == [1, 2])
        }
    }

    @Test("a forged key in the trail does not stop it")
    func scalarKey() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(1)], to: agency)
        try await city.database.transaction(as: .agency(agency.id)) { tx in
            try tx.execute("select record_read(\(agency.id), '\"1\"', 'x', array['all'])")
        }
        #expect(try await Record(1, city).events(of: "person") == ["insert", "read"])
    }
}
