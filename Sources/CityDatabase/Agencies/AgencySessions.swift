import Postgres

/// Sessions of agencies' logins on the server.
public struct AgencySessions: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Ends sessions that block others beyond their limits; a session can lift these limits for itself, but not for
    /// long (`sql/definers/warden.sql` says which). Returns each login and the reason.
    public func endExcessive() async throws -> [(login: String, reason: String)] {
        try await city.transaction(as: .worker) { tx in
            try tx.all("select login, reason from end_agency_sessions()", as: (String, String).self)
        }
        .map { (login: $0.0, reason: $0.1) }
    }
}
