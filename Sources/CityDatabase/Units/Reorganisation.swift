public import Personnel
import Postgres

/// A decision that reorganises units of an agency, from a day on. What lies before the day stays as it was.
public struct Reorganisation: Sendable, Hashable {
    /// Units are named by SIASN's ids.
    public enum Change: Sendable, Hashable {
        case add(String, name: String, parent: String?)
        case rename(String, to: String)
        /// A nil parent makes it a root.
        case move(String, under: String?)
        /// All posts of the first go on in the other, and it ends.
        case merge(String, into: String)
        /// A new unit takes posts of an old one, by their numbers. A nil parent is that of the old one.
        case split(String, into: String, name: String, parent: String?, posts: [Int64])
        /// It ends, with its posts; nobody may hold one.
        case close(String)
    }

    public let change: Change
    /// The first day on which it holds: today or earlier.
    public let day: CivilDate
    public let decreeNumber: String
    /// The NIP or name of the person who records it.
    public let recordedBy: String

    public init(_ change: Change, on day: CivilDate, decreeNumber: String, recordedBy: String) {
        self.change = change
        self.day = day
        self.decreeNumber = decreeNumber
        self.recordedBy = recordedBy
    }
}

extension Units {
    /// Does it in one transaction. People keep their posts, decrees and time in post.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Returns: how many posts a merger or a split moved. Of other changes 1, and 0 where nothing changed.
    /// - Throws: `CityError` when a unit is unknown or has ended, a circle would arise, people hold a post of a unit that is
    ///   to be closed, or something later is on record.
    @discardableResult
    public func apply(_ decision: Reorganisation, to agency: Agency, dryRun: Bool = false) async throws -> Int {
        try await city.transaction(as: .mover, options: .givingWay, dryRun: dryRun) { tx in
            try Self.apply(decision, agency.id, &tx)
        }
    }

    private static func apply(_ decision: Reorganisation, _ agency: AgencyID, _ tx: inout Transaction) throws -> Int {
        let (day, decree, by) = (decision.day, decision.decreeNumber, decision.recordedBy)
        switch decision.change {
        case .add(let unit, let name, let parent):
            try tx.execute("select add_unit(\(agency), \(unit), \(name), \(parent), \(day), \(decree), \(by))")
            return 1
        case .rename(let unit, let name):
            return try change(unit, name, isMove: false, nil, decision, agency, &tx)
        case .move(let unit, let parent):
            return try change(unit, nil, isMove: true, parent, decision, agency, &tx)
        case .merge(let unit, let other):
            return Int(
                try tx.one(
                    "select merge_unit(\(agency), \(unit), \(other), \(day), \(decree), \(by))",
                    as: Int32.self
                )
            )
        case .split(let unit, let other, let name, let parent, let posts):
            return Int(
                try tx.one(
                    """
                    select split_unit(
                        \(agency), \(unit), \(other), \(name), \(parent), \(posts), \(day), \(decree), \(by)
                    )
                    """,
                    as: Int32.self
                )
            )
        case .close(let unit):
            try tx.execute("select close_unit(\(agency), \(unit), \(day), \(decree), \(by))")
            return 1
        }
    }

    private static func change(
        _ unit: String,
        _ name: String?,
        isMove: Bool,
        _ parent: String?,
        _ decision: Reorganisation,
        _ agency: AgencyID,
        _ tx: inout Transaction
    ) throws -> Int {
        let changed = try tx.one(
            """
            select change_unit(
                \(agency), \(unit), \(name), \(isMove), \(parent), \(decision.day), \(decision.decreeNumber),
                \(decision.recordedBy)
            )
            """,
            as: Bool.self
        )
        return changed ? 1 : 0
    }

    /// Units with all below them, their posts and the people who hold these belong to another agency from the day on. What
    /// happened before stays with the first.
    ///
    /// - Returns: how many people moved.
    /// - Throws: `CityError` as above, or when the other agency is not active.
    public func transfer(
        _ units: [String],
        of agency: Agency,
        to other: Agency,
        on day: CivilDate,
        decreeNumber: String,
        recordedBy: String,
        dryRun: Bool = false
    ) async throws -> Int {
        let options = TransactionOptions(timeout: .seconds(600))
        return try await city.transaction(as: .mover, options: options, dryRun: dryRun) { tx in
            let people = Int(
                try tx.one(
                    """
                    select carry_units(
                        \(agency.id), \(other.id), \(units), \(day), \(decreeNumber), \(recordedBy)
                    )
                    """,
                    as: Int32.self
                )
            )
            return people
        }
    }
}
