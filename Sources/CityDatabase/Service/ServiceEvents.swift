public import Personnel
import Postgres

/// A person leaves, is away, or comes back, from a day on.
public struct ServiceEvent: Sendable, Hashable {
    public let nip: NIP
    public let kind: ServiceEventKind
    /// The first day on which it holds: of an end, the first on which the person no longer serves.
    public let day: CivilDate
    public let documentNumber: String
    public let documentDate: CivilDate?
    /// The NIP or name of the person who recorded it.
    public let recordedBy: String

    public init(
        nip: NIP,
        kind: ServiceEventKind,
        day: CivilDate,
        documentNumber: String,
        documentDate: CivilDate?,
        recordedBy: String
    ) {
        self.nip = nip
        self.kind = kind
        self.day = day
        self.documentNumber = documentNumber
        self.documentDate = documentDate
        self.recordedBy = recordedBy
    }
}

/// Events of service of one agency's people. They are only ever added: a further event undoes one.
public struct ServiceEvents: Sendable {
    private let city: CityDatabase
    private let agency: Agency

    public init(_ city: CityDatabase, _ agency: Agency) {
        self.city = city
        self.agency = agency
    }

    /// What follows from an event.
    public struct Effect: Sendable, Hashable {
        /// The day from which it holds: of an end that is withdrawn, the day of that end.
        public let day: CivilDate
        /// The posts in which a seat becomes free on the day.
        public let freed: [String]
        /// The posts that the person holds, or acts in, on the day.
        public let held: [String]
        /// The posts that the event was to give back, and whose seat somebody else has taken.
        public let taken: [String]
        /// What does not count any more, and from when it would have held.
        public let replaced: [Replaced]
        /// Whether the person serves, or is to serve, from the day without a post of their own.
        public let isPostless: Bool
    }

    /// An event that a further one undid.
    public struct Replaced: Sendable, Hashable {
        /// The legal standing (kedudukan hukum) that it led to.
        public let standing: String
        public let day: CivilDate
    }

    /// Records the event with all that follows: employment, assignments, cycles that are under way. An end that lies ahead
    /// is withdrawn by a coming back on any day until then, and gives way to another end.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` when the person is unknown or the event cannot be.
    public func record(_ event: ServiceEvent, dryRun: Bool = false) async throws -> Effect {
        try await city.transaction(as: .agency(agency.id), options: .givingWay, dryRun: dryRun) { tx in
            let person = try tx.optional(
                "select person_id from person where agency_id = \(agency.id) and nip = \(event.nip.text)",
                as: Int64.self
            )
            guard let person else {
                throw CityError(.servicePersonUnknown, ["agency": "\(agency.code)"])
            }
            let recorded = try tx.one(
                """
                select record_service_event(
                    \(agency.id), \(person), \(event.kind.rawValue), \(event.day), null, \(event.documentNumber),
                    \(event.documentDate), \(event.recordedBy)
                )
                """,
                as: Int64.self
            )
            return try effect(of: recorded, event.kind, on: person, &tx)
        }
    }

    private func effect(
        of recorded: Int64,
        _ kind: ServiceEventKind,
        on person: Int64,
        _ tx: inout Transaction
    ) throws -> Effect {
        let day = try tx.one(
            """
            select valid_from from service_event where agency_id = \(agency.id) and service_event_id = \(recorded)
            """,
            as: CivilDate.self
        )
        // What stays in force is recorded again after what comes before it; it was not replaced.
        let replaced = try tx.all(
            """
            select o.legal_standing, o.valid_from
            from service_event u
            join service_event o on o.agency_id = u.agency_id and o.service_event_id = u.undoes
            where u.agency_id = \(agency.id) and u.recorded_at = now() and u.employment_id in (
                    select employment_id from employment where agency_id = \(agency.id) and person_id = \(person)
                )
                and not exists (
                    select from counted_event n
                    where n.agency_id = o.agency_id and n.employment_id = o.employment_id and n.kind = o.kind
                        and n.valid_from = o.valid_from
                )
            order by u.service_event_id
            """,
            as: (String, CivilDate).self
        )
        let before = try posts(of: person, on: day + -1, &tx)
        let after = try posts(of: person, on: day, &tx)
        let kept = Set(after.map(\.post))
        let taken = try tx.all(
            """
            select t.title
            from service_event u
            join service_event o on o.agency_id = u.agency_id and o.service_event_id = u.undoes
            join assignment a on a.agency_id = o.agency_id and a.assignment_id = any (o.ended_assignments)
                and upper(a.valid) = o.valid_from
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            where u.agency_id = \(agency.id) and u.service_event_id = \(recorded) and a.kind = 'definitive'
            order by t.title
            """,
            as: String.self
        )
        let leaves = ServiceEventKind.endings.contains(kind) || ServiceEventKind.interruptions.contains(kind)
        return Effect(
            day: day,
            freed: leaves ? before.filter { $0.isDefinitive && !kept.contains($0.post) }.map(\.title) : [],
            held: after.map(\.title),
            taken: taken,
            replaced: replaced.map { Replaced(standing: $0.0, day: $0.1) },
            isPostless: !leaves && !after.contains(where: \.isDefinitive)
        )
    }

    private func posts(
        of person: Int64,
        on day: CivilDate,
        _ tx: inout Transaction
    ) throws -> [(post: Int64, title: String, isDefinitive: Bool)] {
        try tx.all(
            """
            select t.post_id, t.title, a.kind = 'definitive'
            from employment e
            join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id and a.valid @> \(day)
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            where e.agency_id = \(agency.id) and e.person_id = \(person)
            order by t.title
            """,
            as: (Int64, String, Bool).self
        )
        .map { (post: $0.0, title: $0.1, isDefinitive: $0.2) }
    }
}
