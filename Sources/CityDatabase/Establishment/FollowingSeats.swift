import Personnel
import Postgres

/// Seats of posts for which the city entered none: they follow those who hold the posts, on the days on which they do.
enum FollowingSeats {
    /// Since when the city has entered the seats of a post; of days before, it says nothing.
    static func enteredSince(_ agency: AgencyID) -> SQL {
        """
        select f.post_id, min(f.valid_from) as first from formasi f
        where f.agency_id = \(agency) and f.source <> 'holders' group by f.post_id
        """
    }

    /// Posts whose seats the city entered.
    static func entered(_ agency: AgencyID) -> SQL {
        "select f.post_id from formasi f where f.agency_id = \(agency) and f.source <> 'holders'"
    }

    /// The holders of each post from each day on which they, or the entered seats, change; of `taken`.
    static func held(_ agency: AgencyID) -> SQL {
        """
        select post_id, day, sum(change) over (partition by post_id order by day) as holders
        from (
            select post_id, day, sum(change) as change
            from (
                select post_id, since as day, 1 as change from taken
                union all
                select post_id, until, -1 from taken where until is not null
                union all
                select f.post_id, f.valid_from, 0 from formasi f
                where f.agency_id = \(agency) and f.post_id in (select post_id from taken)
            ) e
            group by post_id, day
        ) c
        """
    }

    /// Gives posts as many seats as they have holders, on days for which nobody entered any.
    ///
    /// - Parameters:
    ///   - taken: post_id, since, until of every holder of some posts.
    ///   - forGood: seats stay when the holder leaves; otherwise they fall again.
    static func raise(_ agency: AgencyID, taken: SQL, forGood: Bool, _ tx: inout Transaction) throws {
        let window: SQL = forGood ? "over (partition by post_id order by day)" : "over (partition by post_id, day)"
        try tx.execute(
            """
            with entered as (\(fragment: enteredSince(agency))), taken as (
                select t.post_id, t.since, least(t.until, e.first) as until
                from (\(fragment: taken)) t
                left join entered e on e.post_id = t.post_id
                where e.first is null or t.since < e.first
            ), held as (\(fragment: held(agency))),
            short as (
                select t.post_id, t.capacity
                from post t
                join (select post_id, max(holders) as most from held group by post_id) m on m.post_id = t.post_id
                where t.agency_id = \(agency) and m.most > least(
                    t.capacity,
                    (select min(f.seats) from formasi f where f.agency_id = \(agency) and f.post_id = t.post_id)
                )
            ), need as (
                select h.post_id, h.day, h.holders, seats_on(\(agency), h.post_id, s.capacity, h.day) as given
                from held h
                join short s on s.post_id = h.post_id
            ), wanted as (
                select post_id, day, given,
                    greatest(given, max(case when holders > given then holders end) \(fragment: window)) as seats
                from need
            ), step as (
                select post_id, day, given, seats, coalesce(lag(seats) over w, given) as former,
                    coalesce(lag(seats > given) over w, false) as was_raised
                from wanted
                window w as (partition by post_id order by day)
            )
            insert into formasi (agency_id, post_id, valid_from, seats, source, recorded_by)
            select \(agency), s.post_id, s.day, s.seats, 'holders', 'import'
            from step s
            left join entered e on e.post_id = s.post_id
            where (e.first is null or s.day < e.first) and (s.seats > s.given or s.was_raised)
                and (s.seats <> s.former or exists (
                    select from formasi f
                    where f.agency_id = \(agency) and f.post_id = s.post_id and f.valid_from = s.day
                ))
            on conflict (agency_id, post_id, valid_from) do update set seats = excluded.seats
            where formasi.seats <> excluded.seats
            """
        )
    }

    /// Former posts, by rows of `former` (line, post_id, valid): lines that would hold a seat that the city did not give, with
    /// the seats and the day. Where nobody entered any, they are raised for that time.
    static func admit(
        _ former: SQL,
        _ agency: AgencyID,
        _ tx: inout Transaction
    ) throws -> [(line: Int32, seats: Int32, day: CivilDate)] {
        let beyond = try tx.all(
            """
            with former as (\(fragment: former)), entered as (\(fragment: enteredSince(agency))), taken as (
                select f.line, f.post_id, f.valid from former f
                union all
                select null, a.post_id, a.valid from assignment a
                where a.agency_id = \(agency) and a.kind = 'definitive'
                    and a.post_id in (select f.post_id from former f join entered e on e.post_id = f.post_id)
            )
            select distinct on (f.line) f.line, d.seats, d.day
            from former f
            join entered x on x.post_id = f.post_id
            cross join lateral (
                select y.day, seats_on(\(agency), f.post_id, 0, y.day) as seats
                from (
                    select greatest(lower(f.valid), x.first) as day
                    union
                    select lower(t.valid) from taken t where t.post_id = f.post_id
                    union
                    select o.valid_from from formasi o where o.agency_id = \(agency) and o.post_id = f.post_id
                ) y
                where f.valid @> y.day and y.day >= x.first
            ) d
            where d.seats < (
                select count(*) from taken t
                where t.post_id = f.post_id and t.valid @> d.day and (t.line is null or t.line <= f.line)
            )
            order by f.line, d.day
            """,
            as: (Int32, Int32, CivilDate).self
        )
        let lines = beyond.map(\.0)
        try raise(
            agency,
            taken: """
                select h.post_id, lower(h.valid) as since, upper(h.valid) as until
                from (
                    select f.post_id, f.valid from (\(fragment: former)) f where f.line <> all (\(lines))
                    union all
                    select a.post_id, a.valid from assignment a
                    where a.agency_id = \(agency) and a.kind = 'definitive' and not isempty(a.valid)
                ) h
                where h.post_id in (select f.post_id from (\(fragment: former)) f)
                """,
            forGood: false,
            &tx
        )
        return beyond.map { (line: $0.0, seats: $0.1, day: $0.2) }
    }

    /// Gives the post of an assignment a seat for days that the assignment gains, where nobody else held it then.
    static func give(
        to assignment: Int64,
        from first: CivilDate,
        until end: CivilDate,
        _ agency: AgencyID,
        _ tx: inout Transaction
    ) throws {
        let post: SQL = """
            select b.post_id from assignment b
            where b.agency_id = \(agency) and b.assignment_id = \(assignment) and not exists (
                select from assignment o
                where o.agency_id = b.agency_id and o.post_id = b.post_id and o.kind = 'definitive'
                    and o.valid && daterange(\(first), \(end))
            )
            """
        try raise(
            agency,
            taken: """
                select a.post_id, lower(a.valid) as since, upper(a.valid) as until from assignment a
                where a.agency_id = \(agency) and a.kind = 'definitive' and not isempty(a.valid)
                    and a.post_id in (\(fragment: post))
                union all
                select p.post_id, \(first), \(end) from (\(fragment: post)) p
                """,
            forGood: false,
            &tx
        )
    }
}
