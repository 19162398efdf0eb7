public import Personnel
public import Postgres

/// An agency to be, as `agency add` reads it.
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

/// An agency as it is today.
public struct Agency: Sendable, Hashable, RowDecodable {
    public let id: AgencyID
    public let code: AgencyCode
    public let kind: String
    public let state: String
    public let name: String
    public let shortName: String

    public init(_ row: borrowing Row) throws(PostgresError) {
        (id, code, kind, state, name, shortName) = try row.decode()
    }
}

/// The city's agencies: listed, found, provisioned.
public struct Agencies: Sendable {
    public enum Outcome: String, Sendable { case added, unchanged }

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    public func list() async throws -> [Agency] {
        try await city.transaction(as: .personnel) { tx in try tx.all(Self.today) }
    }

    public func find(_ code: AgencyCode) async throws -> Agency {
        let agency = try await city.transaction(as: .personnel) { tx in
            try tx.optional("\(fragment: Self.today) where a.code = \(code)", as: Agency.self)
        }
        guard let agency else {
            throw CityError(
                .notFound,
                "there is no agency \(code)",
                hint: "'mutasi agency list' shows the agencies of \(city.city)"
            )
        }
        return agency
    }

    /// Provisions agencies, all in one transaction: the row, the name from today on, and a login bound to it by its
    /// name, without a password. One that is there already and is the same stays untouched.
    ///
    /// - Throws: `CityError` when a code is there with another name or kind; nothing is then changed.
    public func add(
        _ definitions: [AgencyDefinition],
        dryRun: Bool = false
    ) async throws -> [(AgencyDefinition, Outcome)] {
        do {
            return try await city.transaction(as: .provisioner) { tx in
                let outcomes = try self.add(definitions, &tx)
                if dryRun { throw Rehearsal(outcomes: outcomes) }
                return outcomes
            }
        } catch let rehearsal as Rehearsal {
            return rehearsal.outcomes
        }
    }

    /// Ends the transaction of a dry run without keeping anything.
    private struct Rehearsal: Error {
        let outcomes: [(AgencyDefinition, Outcome)]
    }

    private static let today: SQL =
        """
        select a.agency_id, a.code, a.kind, a.state, n.name, n.short_name
        from agency a
        join agency_name n on n.agency_id = a.agency_id and n.valid @> current_date
        """

    private func add(
        _ definitions: [AgencyDefinition],
        _ tx: inout Transaction
    ) throws -> [(AgencyDefinition, Outcome)] {
        // Two provisioners at once take turns, so that the second finds what the first did.
        try tx.execute("select pg_advisory_xact_lock(hashtext('mutasi agencies'), hashtext(\(city.city.name)))")
        if let unnamed = definitions.first(where: { $0.name.trimmed.isEmpty || $0.shortName.trimmed.isEmpty }) {
            throw CityError(.input, "agency \(unnamed.code) has no name", hint: "nothing was changed")
        }
        return try definitions.map { definition in
            if let known = try tx.optional("\(fragment: Self.today) where a.code = \(definition.code)", as: Agency.self)
            {
                guard known.name == definition.name, known.shortName == definition.shortName,
                    known.kind == definition.kind
                else {
                    throw CityError(
                        .conflict,
                        "agency \(definition.code) exists with another name or kind: \(known.name), \(known.kind)",
                        hint: "nothing was changed; an agency keeps its kind, and a new name is a renaming"
                    )
                }
                return (definition, .unchanged)
            }
            try provision(definition, &tx)
            return (definition, .added)
        }
    }

    private func provision(_ definition: AgencyDefinition, _ tx: inout Transaction) throws {
        let id = try tx.one(
            "insert into agency (code, kind) values (\(definition.code), \(definition.kind)) returning agency_id",
            as: AgencyID.self
        )
        try tx.execute(
            """
            insert into agency_name (agency_id, name, short_name, valid)
            values (\(id), \(definition.name), \(definition.shortName), daterange(current_date, null))
            """
        )
        let login = Identifier("\(city.city)_agency_\(id)")
        let group = Identifier("\(city.city)_agency")
        // The role outlives its database: after a restore it may be there already.
        let exists = try tx.one("select exists (select from pg_roles where rolname = \(login.name))", as: Bool.self)
        guard !exists else { return }
        try tx.execute("create role \(identifier: login) login connection limit 20 in role \(identifier: group)")
        try tx.execute(
            "alter role \(identifier: login) set search_path = \(identifier: Identifier(city.city.name)), pg_temp"
        )
    }
}
