public import Personnel
public import Postgres
import Texts

/// The establishment (peta jabatan): the posts of the agencies, and how many seats each has from a day on.
public struct Establishment: Sendable {
    /// Numbers of seats that can be entered.
    public static let possibleSeats = 0...9999
    /// Kelas jabatan.
    public static let possibleClasses = 1...17

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// A post as of a day. No person is named.
    public struct Post: Sendable, RowDecodable {
        public let agency: AgencyCode
        public let id: Int64
        public let unit: String
        public let title: String
        public let positionLevel: String
        public let echelon: Int?
        public let jobClass: Int?
        public let seats: Int
        /// Definitive holders.
        public let held: Int
        public let source: Formasi.Source

        public init(_ row: borrowing Row) throws(PostgresError) {
            let (echelon, jobClass, seats, held, source): (Int16?, Int16?, Int32, Int64, String?)
            (agency, id, unit, title, positionLevel, echelon, jobClass, seats, held, source) = try row.decode()
            self.echelon = echelon.map { Int($0) }
            self.jobClass = jobClass.map { Int($0) }
            self.seats = Int(seats)
            self.held = Int(held)
            self.source = source.flatMap { Formasi.Source(rawValue: $0) } ?? .holders
        }
    }

    /// What makes a post.
    public struct Draft: Sendable, Hashable {
        /// SIASN's id of the unit.
        public let unit: String
        public let title: String
        public let level: PositionLevel
        /// Of a managerial post.
        public let echelon: Echelon?
        /// Kelas jabatan, 1...17.
        public let jobClass: Int?

        public init(unit: String, title: String, level: PositionLevel, echelon: Echelon?, jobClass: Int?) {
            (self.unit, self.title, self.level, self.echelon) = (unit, title, level, echelon)
            self.jobClass = jobClass ?? echelon?.defaultJobClass
        }
    }

    /// What a change of seats does.
    public struct Effect: Sendable, Hashable {
        public let post: Int64
        public let title: String
        public let day: CivilDate
        /// The seats on the day without the change.
        public let former: Int
        public let seats: Int
        /// Definitive holders on the day.
        public let held: Int
    }

    /// The posts of a day, by unit; those without seats and holders only if asked for.
    public func posts(in reach: Reach, on day: CivilDate, withoutSeats: Bool = false) async throws -> [Post] {
        try await city.transaction(as: reach.principal, options: .reading) { tx in
            try tx.all(
                """
                select code, post_id, unit, title, position_level, echelon, job_class, seats, held, source
                from (\(fragment: Self.posts(on: day))) t
                where \(fragment: reach.condition("t.agency_id"))
                    and (\(withoutSeats) or t.seats > 0 or t.held > 0)
                order by t.code, t.siasn_id, t.ordinal, t.title
                """
            )
        }
    }

    /// The seats of a post over time.
    public struct History: Sendable, Hashable {
        /// On days before the first formasi: as many as people held, by the imports.
        public let seatsBefore: Int
        /// By day.
        public let formasi: [Formasi]
    }

    /// - Throws: `CityError` when the agency has no such post.
    public func history(of post: Int64, _ agency: Agency) async throws -> History {
        try await city.transaction(as: Reach.agency(agency).principal, options: .reading) { tx in
            let capacity = try tx.optional(
                "select capacity from post where agency_id = \(agency.id) and post_id = \(post)",
                as: Int32.self
            )
            guard let capacity else { throw Self.unknown(post, agency) }
            let formasi: [Formasi] = try tx.all(
                """
                select valid_from, seats, source, decree_number, decree_date, standard, recorded_by
                from formasi where agency_id = \(agency.id) and post_id = \(post)
                order by valid_from
                """
            )
            return History(seatsBefore: Int(capacity), formasi: formasi)
        }
    }

    private static func posts(on day: CivilDate) -> SQL {
        """
        select t.agency_id, g.code, t.post_id, u.siasn_id, \(fragment: UnitsOnDay.name) as unit, t.title, t.position_level,
            t.echelon, t.job_class, l.ordinal, \(fragment: UnitsOnDay.seats(on: "\(day)")) as seats,
            (
                select count(*) from assignment a
                where a.agency_id = t.agency_id and a.post_id = t.post_id and a.kind = 'definitive' and a.valid @> \(day)
            ) as held,
            (
                select f.source from formasi f
                where f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid_from <= \(day)
                order by f.source = 'holders', f.valid_from desc limit 1
            ) as source
        from post t
        join agency g on g.agency_id = t.agency_id and \(fragment: UnitsOnDay.agencyWorks("g", on: "\(day)"))
        \(fragment: UnitsOnDay.joins(on: "\(day)"))
        join position_level l on l.position_level = t.position_level
        """
    }

    /// Makes a post that nobody holds yet, with seats from a day on.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` when the unit is unknown or has a post of that title, in whatever capitals.
    public func add(
        _ draft: Draft,
        _ formasi: Formasi,
        to agency: Agency,
        dryRun: Bool = false
    ) async throws -> Effect {
        try await city.transaction(as: .agency(agency.id), options: .givingWay, dryRun: dryRun) { tx in
            let found = try tx.optional(
                "select org_unit_id, ended_on from org_unit where agency_id = \(agency.id) and siasn_id = \(draft.unit)",
                as: (Int64, CivilDate?).self
            )
            guard let (unit, ended) = found else {
                throw CityError(.unitUnknown, ["agency": "\(agency.code)", "unit": .text(draft.unit)])
            }
            if let ended { throw CityError(.unitEnded, ["unit": .text(draft.unit), "day": .text(ended.iso)]) }
            let known = try tx.optional(
                """
                select post_id from post
                where agency_id = \(agency.id) and org_unit_id = \(unit) and lower(title) = lower(\(draft.title))
                limit 1
                """,
                as: Int64.self
            )
            if let known {
                throw CityError(.postExists, ["title": .text(draft.title), "post": "\(known)"])
            }
            let post = try tx.one(
                """
                insert into post (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity)
                values (
                    \(agency.id), \(unit), \(draft.title), \(draft.level.code), \((draft.echelon?.id).map { Int16($0) }),
                    \(draft.jobClass.map { Int16($0) }), 0
                )
                returning post_id
                """,
                as: Int64.self
            )
            return try Self.set(formasi, post, agency, &tx)
        }
    }

    /// Raises or lowers the seats of a post from a day on, until the next day for which some are entered; 0 abolishes it.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` when the agency has no such post, or more people hold it on one of these days.
    public func set(
        _ formasi: Formasi,
        of post: Int64,
        _ agency: Agency,
        dryRun: Bool = false
    ) async throws -> Effect {
        try await city.transaction(as: .agency(agency.id), options: .givingWay, dryRun: dryRun) { tx in
            try Self.set(formasi, post, agency, &tx)
        }
    }

    private static func set(
        _ formasi: Formasi,
        _ post: Int64,
        _ agency: Agency,
        _ tx: inout Transaction
    ) throws -> Effect {
        let (first, last) = (1900, 2200)
        guard (first...last).contains(formasi.day.year),
            formasi.decreeDate.map({ (first...last).contains($0.year) }) ?? true
        else {
            throw CityError(.formasiDay, ["first": .number(first), "last": .number(last)])
        }
        let known = try tx.optional(
            """
            select t.title, seats_on(t.agency_id, t.post_id, t.capacity, \(formasi.day)), (
                select count(*) from assignment a
                where a.agency_id = t.agency_id and a.post_id = t.post_id and a.kind = 'definitive'
                    and a.valid @> \(formasi.day)
            )
            from post t where t.agency_id = \(agency.id) and t.post_id = \(post)
            """,
            as: (String, Int32, Int64).self
        )
        guard let known else { throw unknown(post, agency) }
        _ = try tx.all(
            Formasi.entering(
                """
                values (
                    \(agency.id), \(post), \(formasi.day), \(Int32(formasi.seats)), \(formasi.source.rawValue),
                    \(formasi.decreeNumber), \(formasi.decreeDate), \(formasi.standard), \(formasi.recordedBy)
                )
                """
            ),
            as: Bool.self
        )
        return Effect(
            post: post,
            title: known.0,
            day: formasi.day,
            former: Int(known.1),
            seats: formasi.seats,
            held: Int(known.2)
        )
    }

    private static func unknown(_ post: Int64, _ agency: Agency) -> CityError {
        CityError(.postUnknown, ["agency": "\(agency.code)", "post": "\(post)"])
    }
}
