import Characters
public import Personnel
import Postgres
import Texts

/// The city's agencies: listed, found, provisioned, renamed, suspended, closed.
///
/// Each change is a transaction of the provisioner and may be repeated: what is already done stays untouched.
public struct Agencies: Sendable {
    public enum Outcome: String, Sendable { case added, changed, unchanged }

    let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// All agencies, under the names they have on `day`; nil means today.
    public func list(on day: CivilDate? = nil) async throws -> [Agency] {
        try await city.transaction(as: .personnel) { tx in
            let rows = day.map { Agency.rows(on: "\($0)") } ?? Agency.today
            return try tx.all("\(fragment: rows) order by a.agency_id")
        }
    }

    /// The agency with this code, under its name on `day`; nil means today.
    public func find(_ code: AgencyCode, on day: CivilDate? = nil) async throws -> Agency {
        try await city.transaction(as: .personnel) { tx in
            let rows = day.map { Agency.rows(on: "\($0)") } ?? Agency.today
            let agency = try tx.optional("\(fragment: rows) where a.code = \(code)", as: Agency.self)
            return try known(agency, code, &tx)
        }
    }

    /// The agency with this code; without a code, the whole city.
    public func reach(_ code: AgencyCode?) async throws -> Reach {
        guard let code else { return .city }
        return .agency(try await find(code))
    }

    /// Provisions agencies, all in one transaction: the row, the name from today on, and the role whose members its
    /// logins become. An agency that exists and is the same stays untouched.
    ///
    /// - Throws: `CityError` when a code exists with another name or kind; nothing is then changed.
    public func add(
        _ definitions: [AgencyDefinition],
        dryRun: Bool = false
    ) async throws -> [(AgencyDefinition, Outcome)] {
        try await provision(dryRun: dryRun) { tx in
            if let unnamed = definitions.first(where: {
                OutsideText($0.name).text.isEmpty || OutsideText($0.shortName).text.isEmpty
            }) {
                throw CityError(.agencyNameMissing, ["agency": "\(unnamed.code)"])
            }
            return try definitions.map { ($0, try self.add($0, &tx)) }
        }
    }

    private func add(_ definition: AgencyDefinition, _ tx: inout Transaction) throws -> Outcome {
        let code = definition.code
        guard let known = try tx.optional("\(fragment: Agency.today) where a.code = \(code)", as: Agency.self) else {
            let id = try tx.one(
                "insert into agency (code, kind) values (\(code), \(definition.kind)) returning agency_id",
                as: AgencyID.self
            )
            try tx.execute(
                """
                insert into agency_name (agency_id, name, short_name, valid)
                values (
                    \(id), \(definition.name), \(definition.shortName),
                    daterange(city_day(now()), null)
                )
                """
            )
            try tx.execute("select apply_agency_state(\(id))")
            return .added
        }
        guard known.name == definition.name, known.shortName == definition.shortName, known.kind == definition.kind
        else {
            throw CityError(
                .agencyDiffers,
                ["agency": "\(code)", "name": .text(known.name), "kind": .text(known.kind)]
            )
        }
        // Repairs a role that was changed by hand, or is missing after a restore.
        try tx.execute("select apply_agency_state(\(known.id))")
        return .unchanged
    }

    // MARK: - How the provisioner works

    /// Runs one transaction of the provisioner, which takes turns with all others of its kind; a dry run keeps nothing
    /// of it.
    func provision<Output: Sendable>(
        dryRun: Bool,
        _ body: @Sendable (inout Transaction) throws -> Output
    ) async throws -> Output {
        try await city.transaction(as: .provisioner, dryRun: dryRun) { tx in
            // A plan made while there were few agencies reads all of them when there are many.
            try tx.execute("set local plan_cache_mode = force_custom_plan")
            try tx.execute("select lock_agencies()")
            return try body(&tx)
        }
    }

    private func known(_ agency: Agency?, _ code: AgencyCode, _ tx: inout Transaction) throws -> Agency {
        if let agency { return agency }
        let codes = try tx.all("select code from agency order by code", as: String.self)
        throw CityError.unknown(.agencyUnknown, .agencyUnknownSimilar, "agency", "\(code)", known: codes)
    }

    /// Finds the agency within the provisioner's transaction.
    func find(_ code: AgencyCode, _ tx: inout Transaction) throws -> Agency {
        try known(tx.optional("\(fragment: Agency.today) where a.code = \(code)", as: Agency.self), code, &tx)
    }
}
