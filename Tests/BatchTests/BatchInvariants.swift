import Postgres

/// What holds after every commit; each statement lists what does not, in words.
enum BatchInvariants {
    /// Everything that one snapshot shows.
    static let now: SQL = """
        with today as materialized (
            select city_day(now()) as day
        ), serving as materialized (
            select e.agency_id, e.employment_id, e.person_id from employment e, today where e.valid @> day
        ), seated as materialized (
            select a.* from assignment a, today where a.kind = 'definitive' and a.valid @> day
        ), moved as materialized (
            select c.*, d.number as decree_number
            from transfer_case c
            left join decree d using (decree_id)
            where c.state in ('effective', 'on_duty', 'reported', 'completed', 'reversed')
        )
        select format('post %s has %s holders and fewer seats', p.post_id, h.holders)
        from (select agency_id, post_id, count(*) as holders from seated group by 1, 2) h
        join post p using (agency_id, post_id), today
        where h.holders > seats_on(p.agency_id, p.post_id, p.capacity, day)
        union all
        select format('person %s serves in %s agencies', r.person_id, count(s.employment_id))
        from soak.roster r
        left join serving s using (person_id)
        where not r.has_left
        group by r.person_id having count(s.employment_id) <> 1
        union all
        select format('person %s holds %s definitive seats', s.person_id, count(a.assignment_id))
        from serving s
        left join seated a using (agency_id, employment_id)
        group by s.person_id having count(a.assignment_id) <> 1
        union all
        select format('person %s has left, and serves', r.person_id)
        from soak.roster r join serving s using (person_id) where r.has_left
        union all
        select format('the row of person %s is in %s agencies, or in another than the person', r.person_id, count(p.person_id))
        from soak.roster r
        left join person p using (person_id)
        left join serving s on s.person_id = p.person_id and s.agency_id = p.agency_id
        group by r.person_id, r.has_left
        having count(p.person_id) <> 1 or not r.has_left and count(s.person_id) <> 1
        union all
        select format('the transfer %s is %s without its seat', c.number, c.state)
        from moved c
        left join assignment n on n.assignment_id = c.new_assignment_id
        left join assignment o on o.assignment_id = c.former_assignment_id and o.agency_id = c.agency_id
        left join employment b on b.employment_id = c.new_employment_id and b.agency_id = n.agency_id
        left join employment f on f.agency_id = c.agency_id and f.employment_id = c.employment_id
        where (
            c.effective_on = c.planned_on and lower(n.valid) = c.effective_on and n.employment_id = c.new_employment_id
            and n.decree_number = c.decree_number and b.person_id = f.person_id
            and (n.agency_id <> c.to_agency_id or n.post_id = c.to_post_id)
        ) is not true or (
            c.former_assignment_id is not null and o.assignment_id is not null
                and upper(o.valid) <> c.effective_on
        )
        union all
        select format('the transfer %s is %s with an effect', c.number, c.state)
        from transfer_case c
        where c.state not in ('effective', 'on_duty', 'reported', 'completed', 'reversed')
            and coalesce(c.effective_on is not null or c.new_assignment_id is not null, true)
        union all
        select format('the transfer %s was carried out %s times', c.number, count(v.transfer_event_id))
        from moved c
        left join transfer_event v on v.agency_id = c.agency_id and v.transfer_case_id = c.transfer_case_id
            and v.step = 'carry_out'
        group by c.number having count(v.transfer_event_id) <> 1
        union all
        select format('assignment %s has no case', a.assignment_id)
        from assignment a
        where a.decree_number ^@ '821/' and a.kind = 'definitive'
            and not exists (select from moved c where c.new_assignment_id = a.assignment_id)
            -- A merger carries an assignment on, with its decree.
            and not exists (
                select from assignment o
                join agency g on g.agency_id = o.agency_id and g.merged_into = a.agency_id
                where o.decree_number = a.decree_number and upper(o.valid) = lower(a.valid)
            )
        union all
        select format('the transfer %s is %s, and its reversal is %s', o.number, o.state, c.state)
        from moved c
        join transfer_case o on o.agency_id = c.reverses_agency_id and o.transfer_case_id = c.reverses_case_id
        where o.state <> 'reversed'
        union all
        select format('an agency sees the transfer %s as %s, and it is %s', c.number, y.state, c.state)
        from transfer_party y
        join transfer_case c on c.number = y.number
        where y.state <> c.state
        """

    /// What was there at the last look and is not, or has changed other than by ending.
    static let history: SQL = """
        select format('assignment %s has changed: %s, was %s', s.assignment_id, a, s)
        from soak.assignment s
        left join assignment a using (agency_id, assignment_id)
        where (
            (a.employment_id, a.post_id, a.kind, a.decree_number, a.decree_date, a.held_since)
                is not distinct from (s.employment_id, s.post_id, s.kind, s.decree_number, s.decree_date, s.held_since)
            and lower(a.valid) = lower(s.valid) and (upper_inf(s.valid) or a.valid = s.valid)
        ) is not true
        union all
        select format('employment %s has changed: %s, was %s', s.employment_id, e, s)
        from soak.employment s
        left join employment e using (agency_id, employment_id)
        where (
            e.person_id = s.person_id and lower(e.valid) = lower(s.valid)
                and (upper_inf(s.valid) or e.valid = s.valid)
        ) is not true
        union all
        select 'events of transfers have changed'
        from soak.event s
        where s.digest <> (
            select coalesce(sum(hashtextextended(v::text, 0)), 0) from transfer_event v
            where v.transfer_event_id <= s.newest
        )
        """

    /// Remembers what is there now, for the next look.
    static let remember = """
        truncate soak.assignment, soak.employment, soak.event;
        insert into soak.assignment select * from assignment;
        insert into soak.employment select * from employment;
        insert into soak.event
        select coalesce(max(v.transfer_event_id), 0), coalesce(sum(hashtextextended(v::text, 0)), 0) from transfer_event v
        """

    /// At the end, on every day: no post had more holders than seats, also between two looks.
    static let everyDay: SQL = """
        select format('post %s had %s holders and %s seats on a day', h.post_id, h.holders, g.seats)
        from agency y
        cross join lateral (select array_agg(p.post_id) as posts from post p where p.agency_id = y.agency_id) p
        cross join lateral definitive_holders(y.agency_id, p.posts) h
        join lateral seats_given(y.agency_id, p.posts) g on g.post_id = h.post_id and g.given && h.held
        where h.holders > g.seats
        """
}
