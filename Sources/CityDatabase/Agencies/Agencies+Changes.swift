import Characters
public import Personnel
import Postgres
import Texts

extension Agencies {
    /// Gives the agency another name from `day` on; documents of earlier days keep the earlier one.
    ///
    /// - Parameter shortName: nil keeps the present one.
    /// - Throws: `CityError` when the present name began after `day`: it would then not have been the name on any day.
    public func rename(
        _ code: AgencyCode,
        to name: String,
        shortName: String?,
        from day: CivilDate,
        dryRun: Bool = false
    ) async throws -> Outcome {
        guard !OutsideText(name).text.isEmpty, shortName.map({ !OutsideText($0).text.isEmpty }) ?? true else {
            throw CityError(.agencyNewNameMissing)
        }
        return try await provision(dryRun: dryRun) { tx in
            let agency = try find(code, &tx)
            let (since, lastName, lastShortName) = try tx.one(
                """
                select lower(valid), name, short_name from agency_name
                where agency_id = \(agency.id) and upper_inf(valid)
                """,
                as: (CivilDate, String, String).self
            )
            let shortName = shortName ?? lastShortName
            if lastName == name, lastShortName == shortName, since <= day { return .unchanged }
            guard since <= day else {
                throw CityError(
                    .agencyRenamedSince,
                    ["agency": "\(code)", "since": "\(since)", "day": "\(day)"]
                )
            }
            if since == day {
                try tx.execute(
                    """
                    update agency_name set name = \(name), short_name = \(shortName)
                    where agency_id = \(agency.id) and upper_inf(valid)
                    """
                )
                return .changed
            }
            try tx.execute(
                """
                update agency_name set valid = daterange(lower(valid), \(day))
                where agency_id = \(agency.id) and upper_inf(valid)
                """
            )
            try tx.execute(
                """
                insert into agency_name (agency_id, name, short_name, valid)
                values (\(agency.id), \(name), \(shortName), daterange(\(day), null))
                """
            )
            return .changed
        }
    }

    /// Suspends the agency: its logins lose their rights with the commit, and their running work is ended right after
    /// it; its rows are hidden from the service. Nothing is lost, and `resume` gives everything back.
    public func suspend(_ code: AgencyCode, dryRun: Bool = false) async throws -> Outcome {
        try await set(.suspended, from: [.active], code, dryRun: dryRun)
    }

    /// Undoes `suspend`.
    public func resume(_ code: AgencyCode, dryRun: Bool = false) async throws -> Outcome {
        try await set(.active, from: [.suspended], code, dryRun: dryRun)
    }

    /// Closes the agency permanently. Its history stays, under the names it had.
    ///
    /// - Throws: `CityError` while people serve there, or will serve there.
    public func close(_ code: AgencyCode, dryRun: Bool = false) async throws -> Outcome {
        try await set(.closed, from: [.active, .suspended], code, dryRun: dryRun)
    }

    /// Moves everybody of an agency, with units and posts, into another on `day`, and closes it. If it is cut off
    /// between the two, the next call does the rest. What happened before stays with the closed agency, under its name.
    ///
    /// - Returns: how many people moved now, and whether the agency was closed now.
    public func merge(
        _ code: AgencyCode,
        into other: AgencyCode,
        on day: CivilDate,
        dryRun: Bool = false
    ) async throws -> (people: Int, outcome: Outcome) {
        guard code != other else {
            throw CityError(.mergerSelf, ["agency": "\(code)"])
        }
        let (from, to) = (try await find(code), try await find(other))
        guard from.state != .closed else {
            let target = try await city.transaction(as: .personnel) { tx in
                try tx.optional("select merged_into from agency where agency_id = \(from.id)", as: AgencyID?.self)
            }
            guard target == to.id else {
                throw CityError(.agencyClosed, ["agency": "\(code)"])
            }
            return (0, try await set(.closed, from: [.active, .suspended], code, mergedInto: to.id, dryRun: dryRun))
        }
        // This comes first, so that an attempt that is cut off can only be finished into the same agency.
        _ = try await provision(dryRun: dryRun) { tx in
            let marked = try tx.execute(
                """
                update agency set merged_into = \(to.id)
                where agency_id = \(from.id) and coalesce(merged_into, \(to.id)) = \(to.id)
                """
            )
            guard marked == 1 else {
                throw CityError(.mergerOther, ["agency": "\(code)"])
            }
        }
        let people = try await movePeople(from.id, to.id, day, dryRun: dryRun)
        // In a dry run the people are still there.
        if dryRun { return (people, .changed) }
        return (people, try await set(.closed, from: [.active, .suspended], code, mergedInto: to.id, dryRun: false))
    }

    private func movePeople(_ from: AgencyID, _ to: AgencyID, _ day: CivilDate, dryRun: Bool) async throws -> Int {
        // The lock waits for running imports.
        let options = TransactionOptions(timeout: .seconds(600))
        let function: SQL = dryRun ? "rehearse_merger" : "merge_people"
        return try await city.transaction(as: .mover, options: options) { tx in
            Int(try tx.one("select \(fragment: function)(\(from), \(to), \(day))", as: Int32.self))
        }
    }

    private func set(
        _ state: Agency.State,
        from former: Set<Agency.State>,
        _ code: AgencyCode,
        mergedInto other: AgencyID? = nil,
        dryRun: Bool
    ) async throws -> Outcome {
        let (id, outcome) = try await provision(dryRun: dryRun) { tx -> (AgencyID, Outcome) in
            let agency = try find(code, &tx)
            guard agency.state == state || former.contains(agency.state) else {
                throw CityError(.agencyState, ["agency": "\(code)", "state": .text(agency.state.rawValue)])
            }
            if agency.state != state {
                try tx.execute(
                    """
                    update agency set state = \(state.rawValue), merged_into = coalesce(\(other), merged_into)
                    where agency_id = \(agency.id)
                    """
                )
            }
            // Also done where the row already says so: an earlier attempt may have been cut off.
            try tx.execute("select apply_agency_state(\(agency.id))")
            return (agency.id, agency.state == state ? .unchanged : .changed)
        }
        if state != .active, !dryRun {
            // From here on nobody can move in again.
            try await city.transaction(as: .provisioner) { tx in
                _ = try tx.execute("select end_sessions(\(id), null)")
            }
        }
        return outcome
    }
}
