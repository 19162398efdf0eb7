import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

/// A city with a sealed trail, and ways to tamper with it.
enum AuditStage {
    private struct Undo: Error {}

    /// Two agencies with people; everything is sealed.
    static func make() async throws -> (TestCity, [Agency], AuditTrail) {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh")
        for (index, agency) in agencies.enumerated() {
            let people = (1...5).map { SampleFile.person(index * 10 + $0) }
            try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        }
        let trail = AuditTrail(city.database)
        #expect(try await trail.sealAll().blocks == 2)
        return (city, agencies, trail)
    }

    /// Runs as a superuser who has switched every wall off, in a transaction that is kept or undone.
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

    /// Problems that the program finds, and those that the database's own function finds.
    static func problems(_ agency: AgencyID, _ tx: inout Transaction) throws -> [AuditProblem] {
        let problems = try AuditVerification(.medan).problems(of: agency, &tx)
        #expect(try Set(tx.all("select * from verify_audit(\(agency))", as: AuditProblem.self)) == Set(problems))
        #expect(problems.allSatisfy { $0.detail.indonesian != $0.detail.english }, "each is said in both languages")
        return problems
    }
}
