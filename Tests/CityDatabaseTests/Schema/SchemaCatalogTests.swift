import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

@Suite("Live catalog beside the program's")
struct SchemaCatalogTests {
    /// A change that a superuser makes behind the program's back.
    struct Tampering: Sendable, CustomTestStringConvertible {
        let title: String
        let statement: String
        /// The findings: the objects, and how they differ.
        let findings: [String: String]
        /// Statements of an operator where applying files again does not help.
        let byHand: String?

        init(_ title: String, _ statement: String, _ findings: [String: String], byHand: String? = nil) {
            (self.title, self.statement, self.findings, self.byHand) = (title, statement, findings, byHand)
        }

        var testDescription: String { title }
    }

    @Test("changes are found by name, and mended by the files or by hand", arguments: tamperings)
    func tampering(_ tampering: Tampering) async throws {
        let city = try await TestCity.make(connections: 1)
        #expect(try await CatalogCheck(city.database).findings() == [])
        _ = try await city.psql(tampering.statement)
        let found = try await CatalogCheck(city.database).findings().filter { $0.check == "catalog_differs" }
        let named = Dictionary(uniqueKeysWithValues: found.map { ($0.object, $0.problem) })
        #expect(named == tampering.findings)

        let superuser = city.superuser
        let mending = try await Schema(CityDatabase(.medan, superuser)).mend()
        superuser.close()
        if let byHand = tampering.byHand {
            #expect(mending.remaining == found.count)
            _ = try await city.psql(byHand)
        } else {
            #expect(mending.remaining == 0 && mending.files.contains("definers/audit_tables.sql"))
        }
        #expect(try await CatalogCheck(city.database).findings() == [])
    }

    @Test("a trigger that does not fire is found by the check of the audit trail, too")
    func auditTriggers() async throws {
        let city = try await TestCity.make(connections: 1)
        _ = try await city.psql(
            "alter table person disable trigger audit_update; drop trigger audit_delete on rating_event"
        )
        let found = try await CatalogCheck(city.database).findings().filter { $0.check == "audit_trigger_missing" }
        #expect(Set(found.map(\.object)) == ["person", "rating_event"])
    }

    @Test("the differences do not depend on the database's settings")
    func settings() async throws {
        let city = try await TestCity.make(connections: 1)
        for setting in [
            "search_path = medan, public", "quote_all_identifiers = on", "datestyle = 'German'",
            "intervalstyle = 'sql_standard'", "timezone = 'Asia/Jakarta'", "bytea_output = 'escape'",
            "standard_conforming_strings = off",
        ] {
            try await TestServer.shared.run("alter database \(city.name) set \(setting)")
        }
        #expect(try await CatalogCheck(city.database).findings() == [])
    }

    @Test("a schema of another version is reported as a count, and the first fifty objects")
    func manyDifferences() async throws {
        let city = try await TestCity.make(connections: 1)
        let functions = (1...60).map { "create function stray_\($0)() returns integer return 1" }
        _ = try await city.psql("set role medan_owner; \(functions.joined(separator: "; "))")
        let found = try await CatalogCheck(city.database).findings().filter { $0.check == "catalog_differs" }
        #expect(found.count == 51 && found.last?.object == "60 objects")
    }

    @Test("a check without the objects that it reads is a finding, not an error")
    func unrunnableCheck() async throws {
        let city = try await TestCity.make(connections: 1)
        _ = try await city.psql("drop function audited_tables()")
        let found = try await CatalogCheck(city.database).findings()
        #expect(found.contains { $0.object == "sql/checks/audit_trigger_missing.sql" })
        #expect(found.contains { $0.object == "function audited_tables()" && $0.problem.hasPrefix("missing") })
    }

    @Test(
        "a city must not have the name of a word of the schema or of SQL, which would look like it",
        arguments: ["person", "rating", "audit", "select", "current"]
    )
    func takenName(_ word: String) async throws {
        let name = try await TestServer.shared.createDatabase()
        let database = TestServer.shared.superuser(name)
        let city = try #require(City(word))
        let error = await #expect(throws: CityError.self) { try await Schema(CityDatabase(city, database)).create() }
        #expect(error == CityError(.cityNameReserved, ["name": .text(word)]))
        let isAbsent = try await database.transaction(as: .login) { tx in
            try tx.one("select to_regnamespace(\(word)) is null", as: Bool.self)
        }
        #expect(isAbsent)
        database.close()
    }

    @Test("the file that makes a differing object is named")
    func sources() {
        let source = { (kind: String, name: String, change: SchemaCatalog.Change) in
            SchemaCatalog.Difference(object: SchemaCatalog.Object(kind: kind, name: name), change: change).source
        }
        #expect(source("column", "audit_event.payload", .missing) == "sql/migrations/0007_create_audit.sql")
        #expect(source("column", "audit_event.payload", .changed) == "sql/policies/audit_event.sql")
        #expect(source("column", "cycle.period", .missing) == "sql/migrations/0004_create_appraisal.sql")
        #expect(source("policy", "person_window on person", .missing) == "sql/policies/person.sql")
        #expect(source("event trigger", "{city}_refuse_ownership_commands", .changed) == "sql/roles.sql")
        #expect(source("function", "refuse_ownership_commands()", .changed) == "sql/roles.sql")
        #expect(source("function", "stray()", .missing) == nil)
    }
}

private func changed(_ object: String, _ file: String) -> [String: String] {
    [object: "changed; sql/\(file) makes it"]
}

private func missing(_ object: String, _ file: String) -> [String: String] {
    [object: "missing; sql/\(file) makes it"]
}

private let silent = """
    returns table (kind text, agency_id integer, block integer, audit_event_id bigint, detail text) language plpgsql \
    stable security definer set search_path = pg_catalog, medan, pg_temp as 'begin end'
    """

/// The triggers of a foreign key.
private func switching(_ state: String) -> String {
    """
    do $$ declare v_name name; begin for v_name in select g.tgname from pg_trigger g join pg_constraint k \
    on k.oid = g.tgconstraint where k.conname = 'assignment_post_fkey' and g.tgrelid = 'assignment'::regclass loop \
    execute format('alter table assignment \(state) trigger %I', v_name); end loop; end $$
    """
}

private let tamperings = [
    SchemaCatalogTests.Tampering(
        "verify_audit says nothing",
        "create or replace function verify_audit(p_agency_id integer) \(silent)",
        changed("function verify_audit(integer)", "definers/audit_verify.sql")
    ),
    SchemaCatalogTests.Tampering(
        "verify_audit_against says nothing",
        "create or replace function verify_audit_against(p_seals jsonb) \(silent)",
        changed("function verify_audit_against(jsonb)", "definers/audit_verify.sql")
    ),
    SchemaCatalogTests.Tampering(
        "updates leave no event",
        """
        create or replace function record_update() returns trigger language plpgsql security definer \
        set search_path = pg_catalog, medan, pg_temp set datestyle = 'ISO, YMD' as 'begin return null; end'
        """,
        changed("function record_update()", "definers/audit_record.sql")
    ),
    SchemaCatalogTests.Tampering(
        "an audit trigger is switched off",
        "alter table person disable trigger audit_update",
        changed("trigger audit_update on person", "definers/audit_tables.sql")
    ),
    SchemaCatalogTests.Tampering(
        "an audit trigger is dropped",
        "drop trigger audit_delete on rating_event",
        missing("trigger audit_delete on rating_event", "definers/audit_tables.sql")
    ),
    SchemaCatalogTests.Tampering(
        "an audit trigger is passed over by replicas",
        "alter table person enable trigger audit_update",
        changed("trigger audit_update on person", "definers/audit_tables.sql")
    ),
    SchemaCatalogTests.Tampering(
        "the trail may be changed",
        "alter table audit_event disable trigger refuse_audit_change",
        changed("trigger refuse_audit_change on audit_event", "definers/audit_tables.sql")
    ),
    SchemaCatalogTests.Tampering(
        "late ratings pass",
        """
        create or replace function refuse_late_rating() returns trigger language plpgsql \
        set search_path = medan, pg_temp as 'begin return null; end'
        """,
        changed("function refuse_late_rating()", "definers/guard_appraisal.sql")
    ),
    SchemaCatalogTests.Tampering(
        "a foreign key is gone",
        "alter table assignment drop constraint assignment_post_fkey",
        missing("constraint assignment_post_fkey on assignment", "migrations/0003_create_people.sql"),
        byHand: """
            alter table assignment add constraint assignment_post_fkey foreign key (agency_id, post_id) references post
            """
    ),
    SchemaCatalogTests.Tampering(
        "a primary key is gone",
        "alter table appraisal_score drop constraint appraisal_score_pkey",
        [
            "constraint appraisal_score_pkey on appraisal_score":
                "missing; sql/migrations/0014_complete_cycle.sql makes it",
            "index appraisal_score_pkey": "missing; sql/migrations/0014_complete_cycle.sql makes it",
        ],
        byHand: """
            alter table appraisal_score add constraint appraisal_score_pkey \
            primary key (agency_id, cycle_id, employment_id, version)
            """
    ),
    SchemaCatalogTests.Tampering(
        "jobs are finished by whoever likes",
        """
        create or replace function finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], \
        p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) returns void \
        language plpgsql security definer set search_path = pg_catalog, medan, pg_temp as 'begin end'
        """,
        changed(
            "function finish_jobs(integer, integer, bigint[], integer[], text[], double precision[], text[])",
            "definers/jobs.sql"
        )
    ),
    SchemaCatalogTests.Tampering(
        "a check is not validated, and another says less",
        """
        alter table agency drop constraint agency_state_check; \
        alter table agency add constraint agency_state_check check (true) not valid
        """,
        changed("constraint agency_state_check on agency", "migrations/0001_create_agency.sql"),
        byHand: """
            alter table agency drop constraint agency_state_check; \
            alter table agency add constraint agency_state_check check (state in ('active', 'suspended', 'closed'))
            """
    ),
    SchemaCatalogTests.Tampering(
        "the checks of a foreign key are switched off",
        switching("disable"),
        changed("constraint assignment_post_fkey on assignment", "migrations/0003_create_people.sql"),
        byHand: switching("enable")
    ),
    SchemaCatalogTests.Tampering(
        "a policy shows more",
        "alter policy person_window on person using (true)",
        changed("policy person_window on person", "policies/person.sql")
    ),
    SchemaCatalogTests.Tampering(
        "a group may read a column more",
        "grant select (payload) on audit_event to medan_auditor",
        changed("column audit_event.payload", "policies/audit_event.sql")
    ),
    SchemaCatalogTests.Tampering(
        "the pool may call what only other functions call",
        "grant execute on function score_results to medan_pool",
        changed("function score_results(integer, integer, bigint, bigint, text, boolean)", "definers/phases.sql")
    ),
    SchemaCatalogTests.Tampering(
        "a function's owner may not call it",
        "revoke execute on function end_chunk from medan_definer",
        changed(
            "function end_chunk(integer, bigint, bigint, uuid, text, integer, integer)",
            "definers/chunks.sql"
        )
    ),
    SchemaCatalogTests.Tampering(
        "a helper of the phases may not be called by them",
        "revoke execute on function raters from medan_appraiser",
        changed("function raters(integer, date)", "routines/appraisal.sql")
    ),
    SchemaCatalogTests.Tampering(
        "a policy more",
        "create policy stray on person for select to medan_provisioner using (true)",
        ["policy stray on person": "not the program's"]
    ),
    SchemaCatalogTests.Tampering(
        "a function runs as somebody else",
        "alter function lock_people security invoker",
        changed("function lock_people()", "definers/locks.sql")
    ),
    SchemaCatalogTests.Tampering(
        "a table elsewhere adds its rows",
        "create schema stray; create table stray.child () inherits (person)",
        changed("table person", "policies/person.sql"),
        byHand: "drop schema stray cascade"
    ),
    SchemaCatalogTests.Tampering(
        "a table shows its rows to its owner",
        "alter table person no force row level security",
        changed("table person", "policies/person.sql")
    ),
    SchemaCatalogTests.Tampering(
        "a column has another default",
        "alter table agency alter column state set default 'suspended'",
        changed("column agency.state", "policies/agency.sql"),
        byHand: "alter table agency alter column state set default 'active'"
    ),
    SchemaCatalogTests.Tampering(
        "an operator stands before PostgreSQL's own",
        "create operator medan.= (leftarg = text, rightarg = text, function = pg_catalog.texteq)",
        ["operator = (text, text)": "not the program's"],
        byHand: "drop operator medan.= (text, text)"
    ),
]
