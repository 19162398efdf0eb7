import Characters
import CityDatabase
import Postgres
import TestSupport
import Testing

/// Texts that `sql/migrations/0016_refuse_control_characters.sql` refuses to every client.
@Suite("Typed texts in the database", .timeLimit(.minutes(20)))
struct TextConstraintTests {
    private static let columns = """
        agency_login.certificate_name agency_name.name agency_name.short_name appraisal_revision.reason
        assignment.decree_number city_job_title.family city_job_title.fields city_job_title.job_title
        city_job_title.source city_job_title.trainings competency_standard.competency
        competency_standard.document_number correction.corrected_by correction.document_number correction.reason
        decree.number decree.signed_by evidence.document_number evidence.level evidence.title formasi.decree_number
        formasi.recorded_by formasi.standard freeze_window.basis freeze_window.recorded_by
        holiday.name job_agency.pause_note job_kind.pause_note local_condition.source local_condition.value
        objection.grounds objection_decision.reason org_unit.name org_unit.parent_siasn_id org_unit.siasn_id
        org_unit_event.decree_number org_unit_event.recorded_by organisation_rating.document_number person.back_title
        person.contract_class person.education person.front_title person.legal_status person.name post.title
        rule_set.basis rule_set.rule_set run.pause_note run_failure.code run_failure.reason schedule.pause_note
        schedule.rule schedule.zone service_event.document_number service_event.recorded_by setting.basis
        transfer_batch.created_by transfer_batch.title transfer_case.problem transfer_case.proposed_by
        transfer_case.reason transfer_check.checked_by transfer_conflict.declared_of transfer_document.number
        transfer_document.post transfer_document.recorded_by transfer_event.acted_by transfer_event.document_number
        transfer_event.note transfer_exception.approved_by transfer_exception.document_number
        transfer_exception.reason transfer_party.name transfer_party.other_title transfer_request.answered_by
        transfer_request.declined transfer_request.reason transfer_request.requested_by transfer_rule.source
        """

    /// Tries texts in every column, in tables of the same constraints, and returns "column character" of the ones taken.
    private static func taken(_ characters: String, _ city: TestCity) async throws -> [Substring] {
        try await city.psql(
            """
            do $$
            declare
                of_column record;
                number integer;
            begin
                create temporary table taken (place text, number integer);
                for of_column in
                    select c.conrelid::regclass as name, a.attname as column
                    from pg_constraint c
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                    where c.conname = (select relname from pg_class where oid = c.conrelid) || '_text_check'
                loop
                    execute format('create temporary table probe (like %s including constraints)', of_column.name);
                    execute (
                        select string_agg(format('alter table probe alter column %I drop not null', attname), ';')
                        from pg_attribute where attrelid = 'probe'::regclass and attnotnull and attnum > 0
                    );
                    foreach number in array (select array_agg(n) from (\(characters)) c (n)) loop
                        begin
                            execute format('insert into probe (%I) values (%L)', of_column.column, 'a' || chr(number) || 'b');
                            insert into taken values (of_column.name || '.' || of_column.column, number);
                        exception when check_violation then
                            null;
                        end;
                    end loop;
                    drop table probe;
                end loop;
            end $$;
            select place, number from taken order by place collate "C", number
            """
        )
        .split(separator: "\n")
    }

    @Test("none accepts a control character, and each accepts every other one that a name may have")
    func characters() async throws {
        let city = try await TestCity.make()
        let controls = (1...0x3000).compactMap { Unicode.Scalar(UInt32($0)) }.filter { ControlCharacter($0) != nil }
        let listed = "values " + controls.map { "(\($0.value))" }.joined(separator: ",")
        #expect(try await Self.taken(listed, city).isEmpty)
        let others = [0x20, 0x27, 0x2C, 0x2E, 0x5B, 0x5C, 0x5D, 0x5E, 0x7E, 0xA0, 0xE9, 0x200B, 0x2027, 0x2065, 0x4E00]
        let places = Self.columns.split { $0 == " " || $0 == "\n" }
        let expected = places.flatMap { place in others.map { "\(place)|\($0)" } }
        let taken = try await Self.taken("values " + others.map { "(\($0))" }.joined(separator: ","), city)
        #expect(taken.map(String.init) == expected)
        let open = "select count(*) from pg_constraint where not convalidated and connamespace = 'medan'::regnamespace"
        #expect(try await city.psql(open) == "0\n")
    }

    @Test(
        "names that people have are accepted",
        arguments: ["Ma'ruf, S.Kom., M.M.", "D’Ürsø-Łukasz", "北 🙂", "O\\n"]
    )
    func names(_ name: String) async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(1, name: "\"\(name)\"")],
            to: agency
        )
        #expect(try await city.psql("select name from person") == "\(name)\n")
    }

    @Test("a filled city is migrated: existing rows stay, an import corrects them, and no new ones come in")
    func olderRows() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(1), SampleFile.person(2)],
            to: agency
        )
        let constraints = "conname like '%\\_text\\_check' and connamespace = 'medan'::regnamespace"
        _ = try await city.psql(
            """
            do $$
            declare
                command text;
            begin
                for command in
                    select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                    from pg_constraint where \(constraints)
                loop execute command; end loop;
            end $$;
            update person set name = 'Budi' || chr(27) || '[31m' where nip = '\(SampleFile.nip(1))';
            delete from applied_file where path like 'migrations/0016%'
            """
        )
        #expect(
            try await Schema(CityDatabase(.medan, city.superuser)).migrate() == [
                "migrations/0016_refuse_control_characters.sql"
            ]
        )
        let open = "select conname from pg_constraint where \(constraints) and not convalidated"
        #expect(try await city.psql(open) == "person_text_check\n")
        let report = try await city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(1), SampleFile.person(2)],
            to: agency
        )
        #expect(report.changed == 1 && report.unchanged == 1 && report.rejected == 0)
        let error = await #expect(throws: PostgresError.self) {
            try await city.superuser.transaction(as: .login) { tx in
                try tx.execute("update medan.person set name = name || chr(27)")
            }
        }
        #expect(error?.diagnostic?.constraint == "person_text_check")
        #expect(try await city.psql("alter table person validate constraint person_text_check; \(open)").isEmpty)
    }
}
