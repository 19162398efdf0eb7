public import Postgres
import Texts

/// Erasures of the payload of audit events, which says what was changed: one person asks for each, another approves it.
/// The database refuses anything else, and both steps are events (`sql/definers/audit_erasure.sql`).
public struct PayloadErasures: Sendable {
    public struct Request: Sendable, RowDecodable {
        /// The request's own event.
        public let id: Int64
        /// The agency's code; nil for the city.
        public let agency: String?
        /// The event whose payload is to be erased.
        public let event: Int64
        /// The table of that event.
        public let table: String?
        public let reason: String?
        public let askedBy: String
        /// In the city's time, as `2026-11-24 13:05:21`.
        public let askedAt: String
        /// Nil until somebody approves it.
        public let approvedBy: String?

        public init(_ row: borrowing Row) throws(PostgresError) {
            (id, agency, event, table, reason, askedBy, askedAt, approvedBy) = try row.decode()
        }
    }

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// - Returns: the request's number.
    /// - Throws: `CityError` when the event does not exist or has no payload, or the reason is empty.
    public func request(_ event: Int64, reason: String) async throws -> Int64 {
        try await city.transaction(as: .personnel) { tx in
            guard let agency = try Self.agency(of: event, &tx) else {
                throw CityError(.auditEventUnknown, ["event": "\(event)"])
            }
            return try tx.one("select request_erasure(\(agency), \(event), \(reason))", as: Int64.self)
        }
    }

    /// Erases the payload that the request names.
    ///
    /// - Throws: `CityError` when the request does not exist, was approved before, or comes from the person who approves it.
    public func approve(_ request: Int64) async throws {
        try await city.transaction(as: .personnel) { tx in
            guard let agency = try Self.agency(of: request, &tx) else {
                throw CityError(.erasureRequestUnknown, ["request": "\(request)"])
            }
            _ = try tx.execute("select approve_erasure(\(agency), \(request))")
        }
    }

    /// All requests, the newest first.
    public func list() async throws -> [Request] {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            try tx.all(
                """
                select r.audit_event_id, a.code, (r.row_key ->> 'audit_event_id')::bigint, e.table_name,
                    r.payload ->> 'reason', r.actor, to_char(r.at at time zone (select city_zone()), 'YYYY-MM-DD HH24:MI:SS'), d.actor
                from audit_event r
                left join audit_event e
                    on e.agency_id = r.agency_id and e.audit_event_id = (r.row_key ->> 'audit_event_id')::bigint
                left join audit_event d
                    on d.agency_id = r.agency_id and d.operation = 'erase'
                    and (d.payload ->> 'request')::bigint = r.audit_event_id
                left join agency a on a.agency_id = r.agency_id
                where r.operation = 'request' and r.table_name = 'audit_event'
                order by r.audit_event_id desc
                """
            )
        }
    }

    /// The agency of an event, by the event's number; nil when there is no such event.
    private static func agency(of event: Int64, _ tx: inout Transaction) throws -> AgencyID? {
        try tx.optional("select agency_id from audit_event where audit_event_id = \(event)", as: AgencyID.self)
    }
}
