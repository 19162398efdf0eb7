public import Personnel
public import Postgres

/// A person's facts as of a day, as they were known on another: corrections made later are not in them.
///
/// What was recorded before the city kept former rows counts as always known.
public struct KnownFacts: Sendable {
    private let city: CityDatabase
    private let agency: Agency

    public init(_ city: CityDatabase, _ agency: Agency) {
        self.city = city
        self.agency = agency
    }

    public struct Fact: Sendable, Hashable, RowDecodable {
        /// The name of a `CorrectableField` of a person, a `CorrectableField.kind` of assignment, or "standing".
        public let name: String
        /// As the database writes it; of an assignment, the post and its unit.
        public let value: String
        public let since: CivilDate?
        public let lastDay: CivilDate?
        public let document: String?

        public init(_ row: borrowing Row) throws(PostgresError) {
            (name, value, since, lastDay, document) = try row.decode()
        }
    }

    /// The facts that hold on a day: the person's own, the legal standing, the assignments. The reading is recorded.
    ///
    /// - Parameter known: the day at whose end they were known.
    /// - Throws: `CityError` when the agency does not know the NIP.
    public func facts(of nip: NIP, on day: CivilDate, known: CivilDate) async throws -> [Fact] {
        try await city.transaction(as: .agency(agency.id), options: .reading) { tx in
            // A NIP that was corrected leads to the person as well.
            let person = try tx.optional(
                """
                select person_id from known_person where agency_id = \(agency.id) and nip = \(nip.text)
                union
                select person_id from person_history where agency_id = \(agency.id) and former ->> 'nip' = \(nip.text)
                limit 1
                """,
                as: Int64.self
            )
            guard let person else { throw CityError(.servicePersonUnknown, ["agency": "\(agency.code)"]) }
            try tx.execute(
                """
                select record_read(
                    \(agency.id), jsonb_build_object('person_id', \(person)), 'person show', array['all']
                )
                """
            )
            return try own(person, known, &tx) + standing(person, day, known, &tx)
                + assignments(person, day, known, &tx)
        }
    }

    private func own(_ person: Int64, _ known: CivilDate, _ tx: inout Transaction) throws -> [Fact] {
        try tx.all(
            """
            with known as (
                select coalesce(
                    (
                        select h.former from person_history h
                        where h.agency_id = \(agency.id) and h.person_id = \(person)
                            and city_day(h.replaced_at) > \(known)
                        order by h.person_history_id limit 1
                    ),
                    (select to_jsonb(p) from person p where p.agency_id = \(agency.id) and p.person_id = \(person)),
                    -- The person's row moved along to another agency.
                    (
                        select h.former from person_history h
                        where h.agency_id = \(agency.id) and h.person_id = \(person)
                        order by h.person_history_id desc limit 1
                    )
                ) as fact
            )
            select f.name, k.fact ->> f.name, (k.fact ->> f.since)::date, null::date, null
            from known k
            cross join (values
                (1, 'nip', null), (2, 'name', null), (3, 'front_title', null), (4, 'back_title', null),
                (5, 'birth_date', null), (6, 'sex', null), (7, 'appointed_on', null), (8, 'confirmed_on', null),
                (9, 'grade_rank_id', 'grade_since'), (10, 'contract_class', null), (11, 'education_level_id', null),
                (12, 'education', null)
            ) f (place, name, since)
            where k.fact ->> f.name is not null
            order by f.place
            """
        )
    }

    private func standing(
        _ person: Int64,
        _ day: CivilDate,
        _ known: CivilDate,
        _ tx: inout Transaction
    ) throws -> [Fact] {
        try tx.all(
            """
            select 'standing', s.legal_standing, s.valid_from, null::date, s.document_number
            from service_event s
            join employment e on e.agency_id = s.agency_id and e.employment_id = s.employment_id
            where s.agency_id = \(agency.id) and e.person_id = \(person) and s.valid_from <= \(day)
                and city_day(s.recorded_at) <= \(known) and s.undoes is null and not exists (
                    select from service_event u
                    where u.agency_id = s.agency_id and u.undoes = s.service_event_id
                        and city_day(u.recorded_at) <= \(known)
                )
            order by s.valid_from desc, s.service_event_id desc limit 1
            """
        )
    }

    private func assignments(
        _ person: Int64,
        _ day: CivilDate,
        _ known: CivilDate,
        _ tx: inout Transaction
    ) throws -> [Fact] {
        try tx.all(
            """
            select r.kind, concat_ws(', ', n.title, \(fragment: UnitsOnDay.name)), coalesce(r.held_since, lower(r.valid)),
                upper(r.valid) - 1, r.decree_number
            from employment e
            join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            cross join lateral jsonb_populate_record(a, coalesce(
                (
                    select h.former from fact_history h
                    where h.agency_id = \(agency.id) and h.fact = 'assignment' and h.fact_id = a.assignment_id
                        and city_day(h.replaced_at) > \(known)
                    order by h.fact_history_id limit 1
                ),
                '{}'
            )) r
            join post t on t.agency_id = r.agency_id and t.post_id = r.post_id
            cross join lateral jsonb_populate_record(t, coalesce(
                (
                    select h.former from fact_history h
                    where h.agency_id = \(agency.id) and h.fact = 'post' and h.fact_id = t.post_id
                        and city_day(h.replaced_at) > \(known)
                    order by h.fact_history_id limit 1
                ),
                '{}'
            )) n
            \(fragment: UnitsOnDay.joins(of: "n", on: "\(day)"))
            where e.agency_id = \(agency.id) and e.person_id = \(person) and r.valid @> \(day)
                and coalesce(city_day(a.recorded_at) <= \(known), true)
            order by r.kind <> 'definitive', lower(r.valid), r.assignment_id
            """
        )
    }
}
