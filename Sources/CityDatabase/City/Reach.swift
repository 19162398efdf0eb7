import Postgres

/// The rows that a reading covers: all of the city, or those of one agency.
public enum Reach: Sendable, Hashable {
    case city
    case agency(Agency)

    /// Nil for the city.
    public var agency: Agency? {
        if case .agency(let agency) = self { agency } else { nil }
    }

    /// The narrowest principal that can read all of it: an agency reads its own rows as itself.
    ///
    /// A suspended or closed agency sees nothing as itself, but its rows stay readable for the personnel agency.
    public var principal: Principal {
        switch self {
        case .agency(let agency) where agency.state == .active: .agency(agency.id)
        case .city, .agency: .personnel
        }
    }

    public func contains(_ agency: AgencyID) -> Bool {
        self.agency.map { $0.id == agency } ?? true
    }

    /// True for the rows of the reach.
    func condition(_ column: SQL) -> SQL {
        Self.condition(column, agency: agency?.id)
    }

    /// The same where only an agency's number is known; nil stands for all rows.
    ///
    /// For an agency it is a plain equality: an `or` with a parameter keeps a generic plan from using the key.
    static func condition(_ column: SQL, agency: AgencyID?) -> SQL {
        guard let agency else { return "true" }
        return "\(fragment: column) = \(agency)"
    }
}
