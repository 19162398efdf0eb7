public import Personnel
import Postgres
import Texts

/// The audit trail of the city with all its agencies, or of one agency. No agency reads it: the auditor does, and the
/// personnel agency verifies it. The database itself writes the events (`sql/definers/audit_record.sql`).
public struct AuditTrail: Sendable {
    /// Which events to show; the newest first.
    public struct Filter: Sendable {
        public var reach = Reach.city
        /// Days of the city, both included.
        public var since: CivilDate?
        public var until: CivilDate?
        public var actor: String?
        public var table: String?
        public var operation: String?
        public var limit = 100

        public init() {}
    }

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    public func list(_ filter: Filter) async throws -> [AuditEvent] {
        try await city.transaction(as: .auditor, options: Self.patient) { tx in
            try tx.all(
                """
                \(fragment: AuditEvent.rows)
                where \(fragment: filter.reach.condition("e.agency_id"))
                    and e.at >= coalesce((select city_instant(\(filter.since)::date)), '-infinity')
                    and e.at < coalesce((select city_instant(\(filter.until)::date + 1)), 'infinity')
                    and e.actor = coalesce(\(filter.actor), e.actor)
                    and e.table_name = coalesce(\(filter.table), e.table_name)
                    and e.operation = coalesce(\(filter.operation), e.operation)
                order by e.audit_event_id desc
                limit \(Int64(filter.limit))
                """
            )
        }
    }

    /// One event, by its number.
    public func find(_ id: Int64) async throws -> AuditEvent {
        let events = try await city.transaction(as: .auditor, options: Self.patient) { tx in
            try tx.all("\(fragment: AuditEvent.rows) where e.audit_event_id = \(id)", as: AuditEvent.self)
        }
        guard let event = events.first else {
            throw CityError(.auditEventUnknown, ["event": "\(id)"])
        }
        return event
    }

    /// Everything that differs from what was written, in one agency or in all and the city; empty when the trail is
    /// intact. This program computes it, as the personnel agency: see `AuditVerification`.
    public func verify(in reach: Reach) async throws -> [AuditProblem] {
        let verification = AuditVerification(city.identity)
        let (trails, replaced) = try await city.transaction(as: .personnel, options: AuditVerification.options) { tx in
            (try reach.agency.map { [$0.id] } ?? verification.trails(&tx), try verification.replacedTables(&tx))
        }
        var problems = replaced
        for agency in trails {
            problems += try await city.transaction(as: .personnel, options: AuditVerification.options) { tx in
                try verification.problems(of: agency, &tx)
            }
        }
        return problems
    }

    /// Compares with exported seals; finds even a trail that was recomputed.
    ///
    /// - Parameter seals: as `exportSeals` gives them, one JSON object a line.
    /// - Throws: `CityError` when a line is not such an object.
    public func verify(against seals: [String]) async throws -> [AuditProblem] {
        for (index, seal) in seals.enumerated() {
            do throws(JSONFlaw) { _ = try JSONDocument(checking: seal, limit: .max) } catch {
                throw CityError(.auditSealInvalid, ["line": "\(index + 1)", "reason": "\(error)"])
            }
        }
        do {
            return try await city.transaction(as: .personnel, options: AuditVerification.options) { tx in
                let list = JSONDocument(text: "[\(seals.joined(separator: ","))]")
                return try AuditVerification(city.identity).problems(beside: list, &tx)
            }
        } catch let error as PostgresError where error.sqlState.map({ SQLState.Class.dataException ~= $0 }) ?? false {
            throw CityError(.auditNotSeals)
        }
    }

    /// Seals everything written so far, and gives every seal as a JSON object, in order. Keep them where the database's
    /// administrators cannot change them.
    ///
    /// - Returns: the seals, and the agencies whose last events could not be sealed, because a transaction that wrote
    ///   some of them has not ended within 30 seconds.
    public func exportSeals(in reach: Reach) async throws -> (seals: [String], unsealed: [AgencyID]) {
        var seals: [String] = []
        var unsealed: [AgencyID] = []
        for agency in try await trails(in: reach) {
            if try await seal(agency) == nil { unsealed.append(agency) }
            seals += try await city.transaction(as: .auditor, options: Self.patient) { tx in
                try tx.all(
                    """
                    select json_build_object(
                        'agency_id', agency_id, 'block', block, 'mac', encode(mac, 'hex'),
                        'leaves', encode(leaves, 'hex'), 'sealed_at', sealed_at
                    )::text
                    from audit_seal where agency_id = \(agency) order by block
                    """,
                    as: String.self
                )
            }
        }
        return (seals, unsealed)
    }

    /// Seals everything written so far, in every agency and the city.
    ///
    /// - Returns: how many blocks were sealed, and the agencies where a transaction that wrote some of it has not ended
    ///   within 30 seconds.
    @discardableResult
    public func sealAll(as principal: Principal = .auditor) async throws -> (blocks: Int, unsealed: [AgencyID]) {
        let agencies = try await city.transaction(as: principal) { tx in
            try tx.all("select agency_id from audit_block order by agency_id", as: AgencyID.self)
        }
        var blocks = 0
        var unsealed: [AgencyID] = []
        for agency in agencies {
            guard let sealed = try await seal(agency, as: principal) else {
                unsealed.append(agency)
                continue
            }
            blocks += sealed
        }
        return (blocks, unsealed)
    }

    // MARK: -

    /// A trail grows with the years.
    private static let patient = TransactionOptions(timeout: .seconds(3600))

    /// Runs in two transactions, so that writers go on with the next block while the closed one waits for the
    /// transactions that hold it. Nil when one of them does not end: an idle session must not keep the other agencies
    /// from being sealed.
    private func seal(_ agency: AgencyID, as principal: Principal = .auditor) async throws -> Int? {
        do {
            try await city.transaction(as: principal) { tx in _ = try tx.execute("select close_audit(\(agency))") }
            return try await city.transaction(as: principal) { tx in
                Int(try tx.one("select seal_audit(\(agency))", as: Int32.self))
            }
        } catch let error as PostgresError where error.sqlState == .queryCanceled {
            return nil
        }
    }

    /// All agencies that have a trail, also one without a head or without a seal.
    private func trails(in reach: Reach) async throws -> [AgencyID] {
        if let agency = reach.agency { return [agency.id] }
        return try await city.transaction(as: .auditor, options: Self.patient) { tx in
            try tx.all(
                """
                select agency_id from audit_block union select agency_id from audit_seal
                union select agency_id from audit_event order by agency_id
                """,
                as: AgencyID.self
            )
        }
    }
}
