public import Personnel
import Postgres

/// A person whom a run could not handle.
public struct UnhandledPerson: Sendable, Hashable {
    public let agency: AgencyCode
    /// Nil when the person now serves in another agency.
    public let nip: String?
    public let code: String
    public let reason: String
}

/// The people that runs over appraisals could not handle: the key of such a failure is an employment.
public struct UnhandledPeople: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Everybody of a run, by agency. NIPs are shown, so the reading is recorded in the audit trail.
    public func list(run: Int64) async throws -> [UnhandledPerson] {
        let rows = try await city.transaction(as: .personnel) { tx in
            try tx.execute(
                """
                select record_read(agency_id, jsonb_build_object('run_id', \(run)), 'run show', array['nip'])
                from (select distinct agency_id from run_failure where run_id = \(run)) shown
                """
            )
            return try tx.all(
                """
                select a.code, p.nip, f.code, f.reason
                from run_failure f
                join agency a on a.agency_id = f.agency_id
                left join employment e on e.agency_id = f.agency_id and e.employment_id = f.key
                left join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where f.run_id = \(run)
                order by a.code, p.nip, f.key
                """,
                as: (AgencyCode, String?, String, String).self
            )
        }
        return rows.map { UnhandledPerson(agency: $0.0, nip: $0.1, code: $0.2, reason: $0.3) }
    }
}
