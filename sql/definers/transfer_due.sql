-- Owner: {city}_carrier
-- What is due: cases with people and seats as they stand on a day.

-- A seat as it stands on a day: that of the agency into which its unit went meanwhile, by a merger or a move of units.
create or replace function standing_seat(p_agency_id integer, p_post_id bigint, p_day date)
returns table (agency_id integer, post_id bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with recursive seat as (
        select t.agency_id, t.post_id, t.title, u.siasn_id, u.ended_on, 1 as step
        from post t
        join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
        where t.agency_id = p_agency_id and t.post_id = p_post_id
        union all
        select n.agency_id, n.post_id, n.title, v.siasn_id, v.ended_on, s.step + 1
        from seat s
        join org_unit v on v.agency_id <> s.agency_id and v.siasn_id = s.siasn_id
            and coalesce(v.began_on, v.since, s.ended_on) >= s.ended_on
        join post n on n.agency_id = v.agency_id and n.org_unit_id = v.org_unit_id and n.title = s.title
        where s.ended_on <= p_day and s.step < 9
    )
    select s.agency_id, s.post_id from seat s order by s.ended_on > p_day desc nulls first, s.step desc limit 1;
end
$$;

-- Cases with their seats, and with the agency in which the person is, as they stand on the cases' days.
create or replace function standing_transfers(p_agencies integer[], p_cases bigint[])
returns table (
    agency_id integer, transfer_case_id bigint, number text, day date, person_id bigint, from_agency_id integer,
    from_post_id bigint, to_agency_id integer, to_post_id bigint
)
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select c.agency_id, c.transfer_case_id, c.number, c.planned_on, e.person_id, n.agency_id, f.post_id, t.agency_id,
        t.post_id
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    join transfer_case c on c.agency_id = p.agency_id and c.transfer_case_id = p.transfer_case_id
    join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
    -- Where the person's row is now: it moves along with a merger.
    cross join lateral (
        select h.agency_id from person h where h.agency_id = e.agency_id and h.person_id = e.person_id
        union all
        select h.agency_id from agency g join person h on h.agency_id = g.agency_id where h.person_id = e.person_id
        limit 1
    ) n
    -- Seats of units that have ended are sought, and no others.
    left join (post fp join org_unit fu on fu.agency_id = fp.agency_id and fu.org_unit_id = fp.org_unit_id)
        on fp.agency_id = c.agency_id and fp.post_id = c.from_post_id
    left join lateral (
        select fp.post_id where fu.ended_on is null or fu.ended_on > c.planned_on
        union all
        select s.post_id from standing_seat(fp.agency_id, fp.post_id, c.planned_on) s where fu.ended_on <= c.planned_on
    ) f on true
    join post tp on tp.agency_id = c.to_agency_id and tp.post_id = c.to_post_id
    join org_unit tu on tu.agency_id = tp.agency_id and tu.org_unit_id = tp.org_unit_id
    left join lateral (
        select tp.agency_id, tp.post_id where tu.ended_on is null or tu.ended_on > c.planned_on
        union all
        select s.agency_id, s.post_id from standing_seat(tp.agency_id, tp.post_id, c.planned_on) s
        where tu.ended_on <= c.planned_on
    ) t on true
$$;

-- Cases that are decided, announced and due on or before a day, with the free seats of the new post before any of them
-- moves, and whether they could not be carried out before. Programs group them into components by their seats.
create or replace function due_transfers(p_day date)
returns table (
    agency_id integer, transfer_case_id bigint, number text, day date, person_id bigint, from_agency text,
    from_post_id bigint, to_agency text, to_post_id bigint, free_seats integer, was_tried boolean
)
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select s.agency_id, s.transfer_case_id, s.number, s.day, s.person_id, f.code, s.from_post_id, t.code, s.to_post_id,
        (
            select seats_on(p.agency_id, p.post_id, p.capacity, s.day) - (
                select count(*)::integer from assignment a
                where a.agency_id = p.agency_id and a.post_id = p.post_id and a.kind = 'definitive' and a.valid @> s.day
            )
            from post p where p.agency_id = s.to_agency_id and p.post_id = s.to_post_id
        ),
        (
            select c.problem is not null from transfer_case c
            where c.agency_id = s.agency_id and c.transfer_case_id = s.transfer_case_id
        )
    from (
        select array_agg(c.agency_id) as agencies, array_agg(c.transfer_case_id) as cases
        from transfer_case c
        where c.state in (select from_state from transfer_step where step = 'carry_out')
            and c.planned_on <= least(p_day, city_day(now()))
    ) d
    cross join lateral standing_transfers(d.agencies, d.cases) s
    join agency f on f.agency_id = s.from_agency_id
    join agency t on t.agency_id = s.to_agency_id
    order by s.day, s.agency_id, s.transfer_case_id
$$;

grant execute on function due_transfers to {city}_mover, {city}_worker;
