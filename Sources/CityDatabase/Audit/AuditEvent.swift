public import Postgres
public import Texts

/// One recorded action: who did it, as which role, for which agency, with which request, to which row.
public struct AuditEvent: Sendable, RowDecodable {
    /// Nil for an event of the city itself.
    public let agency: String?
    public let id: Int64
    public let block: Int32
    /// In the city's time, as `2026-11-24 13:05:21.123456`.
    public let at: String
    /// The person, as the client names it; otherwise the login.
    public let actor: String
    public let login: String
    public let role: String
    public let request: String?
    public let purpose: String?
    /// insert, update, delete, truncate, read, request (of an erasure) or erase.
    public let operation: String
    public let table: String
    /// The row's key, as JSON.
    public let key: String
    /// insert: the new row; update: from and to of the columns that changed; delete: the old row; read: the fields.
    /// JSON; nil when it was erased. A NIP shows only its last four digits.
    public let payload: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (agency, id, block, at, actor, login, role, request, purpose, operation, table, key, payload) = try row.decode()
    }

    static let rows: SQL =
        """
        select a.code, e.audit_event_id, e.block,
            to_char(e.at at time zone (select city_zone()), 'YYYY-MM-DD HH24:MI:SS.US'), mask_nip(e.actor),
            e.login, e.role, mask_nip(e.request), mask_nip(e.purpose), e.operation, e.table_name,
            mask_nip(e.row_key::text),
            masked_payload(e.agency_id, e.block, e.audit_event_id)
        from audit_event e
        left join agency a on a.agency_id = e.agency_id
        """
}

/// Something in the trail that differs from what was written.
public struct AuditProblem: Sendable, Hashable, RowDecodable {
    /// `changed payload`, `removed row`, `broken seal` and the like.
    public let kind: String
    public let agency: AgencyID
    public let block: Int32
    public let event: Int64?
    public let detail: Wording

    init(_ kind: String, _ agency: AgencyID, _ block: Int32, _ event: Int64?, _ detail: Wording) {
        (self.kind, self.agency, self.block, self.event, self.detail) = (kind, agency, block, event, detail)
    }

    public init(_ row: borrowing Row) throws(PostgresError) {
        let text: String
        (kind, agency, block, event, text) = try row.decode()
        detail = Self.wording(ofEnglish: text)
    }

    /// Of what a statement says.
    private static func wording(ofEnglish text: String) -> Wording {
        TextCatalogue.findings.wording(ofEnglish: text) { $0.hasPrefix("audit.") } ?? Wording(text)
    }
}
