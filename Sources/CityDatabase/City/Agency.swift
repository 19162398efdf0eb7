public import Personnel
public import Postgres

/// An agency to be added, as `agency add` reads it.
public struct AgencyDefinition: Sendable, Hashable {
    public let code: AgencyCode
    public let name: String
    public let shortName: String
    /// secretariat, inspectorate, dinas, badan, satuan, hospital or district.
    public let kind: String

    public static let kinds = ["secretariat", "inspectorate", "dinas", "badan", "satuan", "hospital", "district"]

    public init(code: AgencyCode, name: String, shortName: String, kind: String) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.kind = kind
    }
}

/// An agency as it is on a day.
public struct Agency: Sendable, Hashable, RowDecodable {
    public enum State: String, Sendable {
        case active
        /// Its logins, and its rows through the service, are shut off until it is resumed.
        case suspended
        /// The same, permanently; its history stays readable for the personnel agency.
        case closed
    }

    public let id: AgencyID
    public let code: AgencyCode
    public let kind: String
    public let state: State
    public let name: String
    public let shortName: String

    public init(_ row: borrowing Row) throws(PostgresError) {
        let state: String
        (id, code, kind, state, name, shortName) = try row.decode()
        // The check of the table allows no other state.
        self.state = State(rawValue: state) ?? .closed
    }

    /// Rows of agencies under the names they have on a day of the city.
    static func rows(on day: SQL) -> SQL {
        """
        select a.agency_id, a.code, a.kind, a.state, n.name, n.short_name
        from agency a
        join agency_name n on n.agency_id = a.agency_id and n.valid @> \(fragment: day)
        """
    }

    static var today: SQL { rows(on: "(select city_day(now()))") }
}
