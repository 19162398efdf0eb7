import Postgres

/// Sessions of agencies' logins on the server.
public struct AgencySessions: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Ends those that hold up others beyond their limits, which a session can lift for itself but not for long
    /// (`sql/definers/warden.sql` says which); whom, and why.
    public func endExcessive() async throws -> [(login: String, reason: String)] {
        try await city.transaction(as: .worker) { tx in
            try tx.all("select login, reason from end_agency_sessions()", as: (String, String).self)
        }
        .map { (login: $0.0, reason: $0.1) }
    }
}
