public import Personnel
public import Postgres
import Texts

/// How a login of an agency proves its identity.
public enum LoginProof: Sendable, Hashable {
    /// A password that the program draws.
    case password
    /// A client certificate with this common name, which the server maps to the login's role (`pg_ident.conf`).
    case certificate(name: String)
}

/// A login by which an agency reaches its own rows and no others: the name of its role says which agency it belongs to.
public struct AgencyLogin: Sendable, Hashable, RowDecodable {
    public enum State: String, Sendable { case active, expired, revoked }

    public let agency: AgencyCode
    public let label: String
    /// The role to log in as.
    public let role: String
    /// The common name of the certificate; nil for a login with a password.
    public let certificateName: String?
    /// The last day on which its password is valid; nil for no end.
    public let validThrough: CivilDate?
    public let connectionLimit: Int
    public let state: State

    public init(_ row: borrowing Row) throws(PostgresError) {
        let state: String
        (agency, label, role, certificateName, validThrough, connectionLimit, state) = try row.decode()
        self.state = State(rawValue: state) ?? .revoked
    }
}

/// The logins of the city's agencies: added, listed, rotated, revoked. All may be done again.
public struct AgencyLogins: Sendable {
    /// The result of adding or rotating a login.
    public struct Credentials: Sendable {
        /// The role to log in as.
        public let role: String
        /// Shown once and never stored; nil for a certificate, for a dry run, and for a login that existed already.
        public let password: String?
        public let outcome: Agencies.Outcome
    }

    private let agencies: Agencies

    public init(_ city: CityDatabase) {
        agencies = Agencies(city)
    }

    /// The logins of one agency, or of all.
    public func list(in reach: Reach) async throws -> [AgencyLogin] {
        let stem = "\(agencies.city.name)_agency_"
        return try await agencies.city.transaction(as: reach.principal) { tx in
            try tx.all(
                """
                select a.code, l.label, \(stem) || l.agency_id || '_' || l.label, l.certificate_name,
                    city_day(l.valid_until) - 1, l.connection_limit,
                    case
                        when l.revoked_at is not null then 'revoked'
                        when l.valid_until <= now() then 'expired'
                        else 'active'
                    end
                from agency_login l
                join agency a on a.agency_id = l.agency_id
                where \(fragment: reach.condition("l.agency_id"))
                order by l.agency_id, l.label
                """
            )
        }
    }

    /// Creates a login. One that exists and is the same stays untouched, and its password is not shown again.
    ///
    /// - Parameters:
    ///   - label: 1 to 12 lower-case letters and digits, a letter first; the last part of the role's name.
    ///   - validThrough: the last day of the password, in the city's time.
    ///   - connectionLimit: 1 to 100 at once.
    /// - Throws: `CityError` when it exists with other settings, and for a label or a limit that is not valid.
    public func add(
        _ label: String,
        to code: AgencyCode,
        _ proof: LoginProof,
        validThrough: CivilDate?,
        connectionLimit: Int,
        dryRun: Bool = false
    ) async throws -> Credentials {
        try Self.check(label)
        guard (1...100).contains(connectionLimit) else {
            throw CityError(.loginConnectionLimit)
        }
        let certificate: String? = if case .certificate(let name) = proof { name } else { nil }
        if let certificate {
            // pg_ident.conf reads a name that begins with a slash as a regular expression.
            let allowed = { (byte: UInt8) in
                byte.isLetterOrDigit || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
            }
            guard (1...64).contains(certificate.utf8.count), certificate.utf8.allSatisfy(allowed) else {
                throw CityError(.loginCertificateName)
            }
        }
        let password = certificate == nil ? Self.drawPassword() : nil
        return try await agencies.provision(dryRun: dryRun) { tx in
            let agency = try agencies.find(code, &tx)
            guard agency.state != .closed else {
                throw CityError(.agencyClosed, ["agency": "\(code)"])
            }
            let role = try Self.role(agency, label, &tx)
            let isSame = try tx.optional(
                """
                select certificate_name is not distinct from \(certificate) and connection_limit = \(connectionLimit)
                    and valid_until is not distinct from \(fragment: Self.end(of: validThrough))
                from agency_login
                where agency_id = \(agency.id) and label = \(label) and revoked_at is null
                """,
                as: Bool.self
            )
            if let isSame {
                guard isSame else {
                    throw CityError(.loginDiffers, ["label": .text(label), "agency": "\(code)"])
                }
                return Credentials(role: role, password: nil, outcome: .unchanged)
            }
            let verifier = try password.map { try tx.passwordVerifier(for: $0) }
            try tx.execute(
                """
                insert into agency_login (
                    agency_id, label, method, certificate_name, valid_until, connection_limit
                )
                values (
                    \(agency.id), \(label), \(certificate == nil ? "password" : "certificate"), \(certificate),
                    \(fragment: Self.end(of: validThrough)), \(Int16(connectionLimit))
                )
                on conflict (agency_id, label) do update
                set (method, certificate_name, valid_until, connection_limit, created_at, rotated_at, revoked_at) = row (
                    excluded.method, excluded.certificate_name, excluded.valid_until, excluded.connection_limit,
                    excluded.created_at, null, null
                )
                """
            )
            try tx.execute("select apply_agency_state(\(agency.id))")
            try tx.execute(
                """
                select create_login(
                    \(agency.id), \(label), \(verifier), \(fragment: Self.end(of: validThrough)), \(Int32(connectionLimit))
                )
                """
            )
            return Credentials(role: role, password: dryRun ? nil : password, outcome: .added)
        }
    }

    /// Gives a login another password and the settings it was made with, and ends the sessions under the old password.
    /// Without `validThrough` the last day stays as it is.
    ///
    /// The login is held until the new password is set: a person with the old one could otherwise change it from a
    /// session that outlives the rotation. A rotation that is interrupted in between leaves the login held until it is
    /// rotated again.
    public func rotate(
        _ label: String,
        of code: AgencyCode,
        validThrough: CivilDate?,
        dryRun: Bool = false
    ) async throws -> Credentials {
        let password = Self.drawPassword()
        if !dryRun { try await hold(label, of: code) }
        return try await agencies.provision(dryRun: dryRun) { tx in
            let agency = try agencies.find(code, &tx)
            try Self.requirePassword(agency, label, &tx)
            let verifier = try tx.passwordVerifier(for: password)
            try tx.execute(
                """
                update agency_login
                set rotated_at = now(), valid_until = coalesce(\(fragment: Self.end(of: validThrough)), valid_until)
                where agency_id = \(agency.id) and label = \(label)
                """
            )
            try tx.execute(
                """
                select change_verifier(agency_id, label, \(verifier), valid_until) from agency_login
                where agency_id = \(agency.id) and label = \(label)
                """
            )
            let role = try Self.role(agency, label, &tx)
            return Credentials(role: role, password: dryRun ? nil : password, outcome: .changed)
        }
    }

    /// Revokes a login, and ends its sessions. It stays listed.
    public func revoke(_ label: String, of code: AgencyCode, dryRun: Bool = false) async throws -> Agencies.Outcome {
        let (id, outcome) = try await agencies.provision(dryRun: dryRun) { tx -> (AgencyID, Agencies.Outcome) in
            let agency = try agencies.find(code, &tx)
            _ = try Self.role(agency, label, &tx)
            let changed = try tx.execute(
                """
                update agency_login set revoked_at = now()
                where agency_id = \(agency.id) and label = \(label) and revoked_at is null
                """
            )
            // Also done where it is revoked already: an earlier database may have left the role.
            try tx.execute("select drop_login(\(agency.id), \(label))")
            return (agency.id, changed == 0 ? .unchanged : .changed)
        }
        if !dryRun { try await endSessions(id, label) }
        return outcome
    }

    // MARK: -

    private func hold(_ label: String, of code: AgencyCode) async throws {
        let id = try await agencies.provision(dryRun: false) { tx in
            let agency = try agencies.find(code, &tx)
            try Self.requirePassword(agency, label, &tx)
            try tx.execute("select hold_login(\(agency.id), \(label))")
            return agency.id
        }
        try await endSessions(id, label)
    }

    private func endSessions(_ id: AgencyID, _ label: String) async throws {
        try await agencies.city.transaction(as: .provisioner) { tx in
            _ = try tx.execute("select end_sessions(\(id), \(label))")
        }
    }

    private static func requirePassword(_ agency: Agency, _ label: String, _ tx: inout Transaction) throws {
        let method = try tx.optional(
            """
            select method from agency_login
            where agency_id = \(agency.id) and label = \(label) and revoked_at is null
            """,
            as: String.self
        )
        guard let method else {
            throw CityError(.loginUnknown, ["agency": "\(agency.code)", "label": .text(label)])
        }
        guard method == "password" else {
            throw CityError(.loginCertificate, ["label": .text(label), "agency": "\(agency.code)"])
        }
    }

    private static func role(_ agency: Agency, _ label: String, _ tx: inout Transaction) throws -> String {
        try check(label)
        return try tx.one("select login_role(\(agency.id), \(label))", as: String.self)
    }

    private static func check(_ label: String) throws {
        let bytes = Array(label.utf8)
        guard (1...12).contains(bytes.count), (0x61...0x7A).contains(bytes[0]),
            bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
        else {
            throw CityError(.loginLabel)
        }
    }

    /// The instant after the last day in the city's time.
    private static func end(of day: CivilDate?) -> SQL {
        "city_instant(\(day)::date + 1)"
    }

    /// Draws 24 characters out of 56 that nobody confuses with each other: 139 bits of the system's randomness.
    private static func drawPassword() -> String {
        let characters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        var generator = SystemRandomNumberGenerator()
        return String((0..<24).map { _ in characters[Int.random(in: characters.indices, using: &generator)] })
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
