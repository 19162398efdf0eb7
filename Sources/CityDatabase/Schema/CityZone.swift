import Postgres
import Texts

/// A city's time zone, which a superuser sets: it is a fact of the whole city.
public struct CityZone: Sendable {
    /// The zone of a city when none was given; also the default of the column.
    public static let usual = "Asia/Jakarta"
    /// The zones of Indonesia, for help and errors.
    public static let ofIndonesia = "Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)"

    private let schema: Schema

    public init(_ city: CityDatabase, patience: LockPatience = LockPatience()) {
        schema = Schema(city, patience: patience)
    }

    /// What another zone changes. Days and hours on the wall clock stay; their instants move.
    public struct Change: Sendable, Equatable {
        public let from: String
        public let to: String
        /// Cycles whose phases become due at the first instant of the same days in the new zone.
        public let cycles: Int
        /// Schedules in the city's zone, which move too; without the one that each city has from its start.
        public let schedules: Int
        /// Schedules that were made with another zone, which they keep.
        public let keeping: Int

        /// A city without plans may change its zone without a question.
        public var isGrave: Bool { cycles + schedules + keeping > 0 }
    }

    /// The schedules that a city has from the start.
    public static let ownSchedules = ["carry-out-transfers", "forget-jobs"]

    /// Checks whether a city may have the zone, before anything is made.
    ///
    /// - Throws: `CityError` for a name that the server does not know.
    public func require(_ zone: String) async throws {
        let isKnown = try await schema.city.database.transaction(as: .login) { tx in
            try tx.one(
                "select \(zone) like '%/%' and exists (select from pg_timezone_names where name = \(zone))",
                as: Bool.self
            )
        }
        guard isKnown else {
            throw CityError(.cityZoneUnknown, ["zone": .text(zone), "zones": .text(Self.ofIndonesia)])
        }
    }

    /// The city's zone; nil where there is no city yet, or the city is of a version without zones.
    public func current() async throws -> String? {
        try await schema.city.database.transaction(as: schema.scope(of: nil)) { tx in
            guard try tx.one("select to_regclass('city') is not null", as: Bool.self) else { return nil }
            return try tx.optional("select zone from city", as: String.self)
        }
    }

    /// What a change to the zone would move; nil when the city already has it.
    public func change(to zone: String) async throws -> Change? {
        try await schema.city.database.transaction(as: schema.scope(of: nil)) { tx in
            try tx.optional(
                """
                select zone, \(zone)::text, (select count(*) from cycle),
                    (select count(*) from schedule s where s.zone = city.zone and s.name <> all (\(Self.ownSchedules))),
                    (select count(*) from schedule s where s.zone <> city.zone)
                from city where zone <> \(zone)
                """,
                as: (String, String, Int, Int, Int).self
            )
            .map { Change(from: $0.0, to: $0.1, cycles: $0.2, schedules: $0.3, keeping: $0.4) }
        }
    }

    /// Moves the city to another zone, as the login itself, which must be a superuser. One transaction changes its
    /// zone, the due times of cycles, the schedules in the old zone, and the days through which logins are valid.
    /// Instants at which something happened stay.
    public func apply(_ change: Change, _ report: @escaping Schema.Report = { _ in }) async throws {
        let waiting = LockWaiting(schema.city, schema.patience, asking: nil, report)
        try await waiting.transaction(as: schema.scope(of: nil), for: "the city's time zone") { tx in
            try schema.takeTurns(&tx)
            let (from, to) = (change.from, change.to)
            guard try tx.execute("update city set zone = \(to) where zone = \(from)") == 1 else {
                throw CityError(.cityZoneChanged)
            }
            try tx.execute("update cycle_phase set due_at = (due_at at time zone \(from)) at time zone \(to)")
            try tx.execute(
                """
                update run set intended_at = (intended_at at time zone \(from)) at time zone \(to)
                where kind = 'cycle_phase' and state = 'scheduled'
                """
            )
            try tx.execute(
                """
                update schedule set zone = \(to), next_at = (next_at at time zone \(from)) at time zone \(to)
                where zone = \(from)
                """
            )
            try tx.execute(
                """
                update agency_login set valid_until = (valid_until at time zone \(from)) at time zone \(to)
                where valid_until is not null and revoked_at is null
                """
            )
            try tx.run(SQLScript(name: "validity of logins", uncheckedText: Self.validity.naming(schema.city.identity)))
        }
    }

    /// The server refuses logins by its own roles, not by the city's rows.
    private static let validity = """
        do $validity$
        declare
            v_login text;
            v_until timestamptz;
        begin
            for v_login, v_until in
                select r.rolname, l.valid_until
                from agency_login l
                join pg_roles r on r.rolname = '{city}_agency_' || l.agency_id || '_' || l.label
                where l.valid_until is not null and l.revoked_at is null
            loop
                execute format('alter role %I valid until %L', v_login, v_until);
            end loop;
        end
        $validity$
        """
}
