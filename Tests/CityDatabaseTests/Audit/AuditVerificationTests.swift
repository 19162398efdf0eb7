import Postgres
import TestSupport
import Testing

@testable import CityDatabase

@Suite("Verification of the audit trail", .timeLimit(.minutes(20)))
struct AuditVerificationTests {
    /// An agency with sealed events, and the seals as they left the machine.
    private func stage() async throws -> (TestCity, AgencyID, AuditTrail, [String]) {
        let city = try await TestCity.make(ownRoles: true)
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...5).map { SampleFile.person($0) }, to: agency)
        let trail = AuditTrail(city.database)
        let seals = try await trail.exportSeals(in: .city).seals
        #expect(try await trail.verify(in: .city).isEmpty)
        return (city, agency.id, trail, seals)
    }

    private static let off = """
        alter table audit_event disable trigger all; alter table audit_seal disable trigger all; \
        alter table audit_block disable trigger all
        """

    /// Every function of the schema that a verdict could come from, with a body that finds nothing.
    private static let silent = """
        do $$
        declare
            v_function record;
        begin
            for v_function in
                select p.oid, p.proname, pg_get_function_arguments(p.oid) as arguments,
                    pg_get_function_result(p.oid) as result, p.proretset
                from pg_proc p
                where p.pronamespace = 'medan'::regnamespace
                    and p.proname ~ '^(verify_|audit_(hash|mac|commitment|instant)|mask_nip)'
            loop
                execute format(
                    'create or replace function %I(%s) returns %s language plpgsql security definer as %L',
                    v_function.proname, v_function.arguments, v_function.result,
                    case when v_function.proretset then 'begin end' else 'begin return null; end' end);
            end loop;
        end
        $$
        """

    @Test("functions of the schema that say nothing do not hide a changed row")
    func silentFunctions() async throws {
        let (city, agency, trail, _) = try await stage()
        _ = try await city.psql(
            """
            \(Self.off); \(Self.silent); update audit_event set actor = 'nobody' where agency_id = \(agency) and \
            audit_event_id = (select min(audit_event_id) from audit_event where agency_id = \(agency))
            """
        )
        let told = try await city.psql("select count(*) from verify_audit(\(agency))")
        #expect(told == "0\n")
        let problems = try await trail.verify(in: .city)
        #expect(problems.map(\.kind) == ["changed row"] && problems.first?.agency == agency)
    }

    @Test("nor a trail that was recomputed, when seals that left the machine are compared")
    func silentComparison() async throws {
        let (city, agency, trail, seals) = try await stage()
        _ = try await city.psql(
            """
            \(Self.off); update audit_event set actor = 'nobody' where agency_id = \(agency); \
            delete from audit_seal where agency_id = \(agency); \
            update audit_block set sealed_block = 0 where agency_id = \(agency)
            """
        )
        _ = try await trail.sealAll()
        _ = try await city.psql(Self.silent)
        #expect(try await trail.verify(in: .city).isEmpty)
        let problems = try await trail.verify(against: seals)
        #expect(problems.first?.kind == "other seal" && problems.first?.agency == agency)
        #expect(problems.contains { $0.kind == "changed row" })
    }

    @Test("a second row with the number of another, and a view in place of a table, are named")
    func doubles() async throws {
        let (city, agency, trail, _) = try await stage()
        _ = try await city.psql(
            """
            \(Self.off); alter table audit_event drop constraint audit_event_pkey; insert into audit_event overriding \
            system value select * from audit_event where agency_id = \(agency) order by audit_event_id limit 1
            """
        )
        #expect(try await trail.verify(in: .city).map(\.kind) == ["inserted row"])
        _ = try await city.psql(
            """
            alter table audit_event rename to stored; create view audit_event as select distinct * from stored; \
            grant select on audit_event to medan_personnel
            """
        )
        #expect(try await trail.verify(in: .city).map(\.kind) == ["replaced table"])
    }
}
