public import Personnel
public import Postgres
import Texts

/// An appraisal cycle: a quarter or a year, with the rule set it is computed with.
public struct Cycle: Sendable, Hashable, RowDecodable {
    public let id: Int32
    public let code: CycleCode
    public let ruleSet: String

    public init(_ row: borrowing Row) throws(PostgresError) {
        (id, code, ruleSet) = try row.decode()
    }
}

/// The city's cycles and the dates of their phases.
public struct Cycles: Sendable {
    let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    public func list() async throws -> Listing<Cycle> {
        try await city.transaction(as: .personnel) { tx in
            try tx.listing("select cycle_id, code, rule_set from cycle order by period, code") { row in
                (try? row.column(0, as: Int32.self)).map { "cycle \($0)" } ?? ""
            }
        }
    }

    public func find(_ code: CycleCode) async throws -> Cycle {
        let cycle = try await city.transaction(as: .personnel) { tx in try Self.find(code, &tx) }
        guard let cycle else {
            throw CityError(.cycleUnknown, ["cycle": "\(code)"])
        }
        return cycle
    }

    public static func find(_ code: CycleCode, _ tx: inout Transaction) throws(PostgresError) -> Cycle? {
        try tx.optional("select cycle_id, code, rule_set from cycle where code = \(code)")
    }

    /// Years that a cycle can have.
    private static let years = 1950...2200

    /// Adds a cycle under the rule set in force on its last day. `days` are the city's days on which its phases are
    /// due, each from its first instant on. Runs as the personnel agency.
    public static func insert(
        _ code: CycleCode,
        days: [CyclePhase: CivilDate],
        _ tx: inout Transaction
    ) throws {
        guard years.contains(code.year) else {
            throw CityError(
                .cycleYear,
                ["year": "\(code.year)", "first": "\(years.lowerBound)", "last": "\(years.upperBound)"]
            )
        }
        let ruleSet = try tx.optional(
            "select rule_set from rule_set where valid_from <= \(code.last) order by valid_from desc limit 1",
            as: String.self
        )
        guard let ruleSet else {
            throw CityError(.rulesNoneOn, ["day": "\(code.last)"])
        }
        let kind = code.kind == .year ? "year" : "quarter"
        let id = try tx.one(
            """
            insert into cycle (code, kind, period, rule_set)
            values (\(code), \(kind), daterange(\(code.first), \(code.last), '[]'), \(ruleSet))
            returning cycle_id
            """,
            as: Int32.self
        )
        for (phase, day) in days {
            try tx.execute(
                """
                insert into cycle_phase (cycle_id, phase, ordinal, due_at)
                values (\(id), \(phase.rawValue), \(Int16(phase.ordinal)), city_instant(\(day)))
                """
            )
        }
    }

    /// The city's days on which a cycle's phases are due.
    public func days(_ cycle: Cycle) async throws -> [CyclePhase: CivilDate] {
        try await city.transaction(as: .personnel) { tx in try Self.days(cycle, &tx) }
    }

    public static func days(_ cycle: Cycle, _ tx: inout Transaction) throws -> [CyclePhase: CivilDate] {
        let rows = try tx.all(
            "select phase, city_day(due_at) from cycle_phase where cycle_id = \(cycle.id)",
            as: (String, CivilDate).self
        )
        return Dictionary(rows.compactMap { row in CyclePhase(rawValue: row.0).map { ($0, row.1) } }) { first, _ in
            first
        }
    }

    /// Gives a phase that has not begun another day; returns the instant from which it is due. Runs as the personnel
    /// agency.
    public static func reschedule(
        _ cycle: Cycle,
        _ phase: CyclePhase,
        to day: CivilDate,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Instant {
        try tx.one(
            """
            update cycle_phase set due_at = city_instant(\(day))
            where cycle_id = \(cycle.id) and phase = \(phase.rawValue)
            returning due_at
            """,
            as: Instant.self
        )
    }

    /// Whom a phase of the cycle concerns: people who are appraised, or before the cycle opens those who are employed on
    /// the day; and how many of them have no rating so far.
    public func concerned(_ cycle: Cycle, on day: CivilDate) async throws -> (people: Int, unrated: Int) {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            let (appraised, employed, rated) = try tx.one(
                """
                select (select count(*) from appraisal where cycle_id = \(cycle.id)),
                    (select count(*) from employment where valid @> \(day)),
                    (
                        select count(*) from (
                            select distinct agency_id, employment_id from rating_event where cycle_id = \(cycle.id)
                        ) r
                    )
                """,
                as: (Int, Int, Int).self
            )
            let people = appraised > 0 ? appraised : employed
            return (people, max(0, people - rated))
        }
    }
}
