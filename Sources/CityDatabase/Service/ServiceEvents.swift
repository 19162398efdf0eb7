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
        /// The posts in which a seat becomes free on the day.
        public let freed: [String]
        /// The posts that the person holds, or acts in, on the day.
        public let held: [String]
    }

    private struct Rehearsal: Error {
        let effect: Effect
    }

    /// Records the event with all that follows: employment, assignments, cycles that are under way.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` when the person is unknown or the event cannot be.
    public func record(_ event: ServiceEvent, dryRun: Bool = false) async throws -> Effect {
        do {
            return try await city.transaction(as: .agency(agency.id), options: .givingWay) { tx in
                let person = try tx.optional(
                    "select person_id from person where agency_id = \(agency.id) and nip = \(event.nip.text)",
                    as: Int64.self
                )
                guard let person else {
                    throw CityError(.servicePersonUnknown, ["agency": "\(agency.code)"])
                }
                let before = try posts(of: person, on: event.day, &tx)
                _ = try tx.one(
                    """
                    select record_service_event(
                        \(agency.id), \(person), \(event.kind.rawValue), \(event.day), null, \(event.documentNumber),
                        \(event.documentDate), \(event.recordedBy)
                    )
                    """,
                    as: Int64.self
                )
                let after = try posts(of: person, on: event.day, &tx)
                let kept = Set(after.map(\.post))
                let effect = Effect(
                    freed: before.filter { $0.isDefinitive && !kept.contains($0.post) }.map(\.title),
                    held: after.map(\.title)
                )
                if dryRun { throw Rehearsal(effect: effect) }
                return effect
            }
        } catch let rehearsal as Rehearsal {
            return rehearsal.effect
        }
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
