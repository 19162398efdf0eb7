import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

/// A city whose trail is sealed, and how it is tampered with.
enum AuditStage {
    private struct Undo: Error {}

    /// Two agencies with people; all is sealed.
    static func make() async throws -> (TestCity, [Agency], AuditTrail) {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh")
        for (index, agency) in agencies.enumerated() {
            let people = (1...5).map { SampleFile.person(index * 10 + $0) }
            try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        }
        let trail = AuditTrail(city.city)
        #expect(try await trail.sealAll().blocks == 2)
        return (city, agencies, trail)
    }

    /// As a superuser who has switched every wall off, in a transaction that is undone, or not.
    static func tampering(
        _ city: TestCity,
        isKept: Bool = false,
        _ body: @Sendable (inout Transaction) throws -> Void
    ) async throws {
        let superuser = city.superuser
        do {
            try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { (tx) throws in
                for table in ["audit_event", "audit_seal", "audit_block"] {
                    try tx.execute("alter table \(identifier: Identifier(table)) disable trigger all")
                }
                try body(&tx)
                if !isKept { throw Undo() }
            }
        } catch is Undo {}
        superuser.close()
    }

    /// As the program finds them, and as the database's own function does.
    static func problems(_ agency: AgencyID, _ tx: inout Transaction) throws -> [AuditProblem] {
        let problems = try AuditVerification(.medan).problems(of: agency, &tx)
        #expect(try Set(tx.all("select * from verify_audit(\(agency))", as: AuditProblem.self)) == Set(problems))
        #expect(problems.allSatisfy { $0.detail.indonesian != $0.detail.english }, "each is said in both languages")
        return problems
    }
}
