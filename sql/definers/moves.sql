-- Owner: {city}_carrier
-- Moves people from seat to seat, also across agencies: called by {city}_mover, which has no right to the tables
-- itself. All moves of a call are one instant: the seats of all are given up before any is taken, so that a swap and a
-- chain are as good as one move. What happened in the releasing agency stays there: employment, assignments, ratings,
-- results, and the person's row as it was. The row itself moves, so from then on the receiving agency sees the person,
-- and the releasing one no longer does.

-- Which moves of a call are refused, by their places in it, as the hint of the refusal.
create or replace function refused_moves(p_moves bigint[]) returns text
language plpgsql
immutable
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return 'moves: ' || array_to_string(p_moves[1:100], ',');
end
$$;

-- One move for each place in the arrays; the same agency twice is a move within it. `p_held_since` is the day since
-- which the person counts as the holder of the seat, where that is not the day of the move. Returns the employment
-- and the assignment that begin, and those that end.
create or replace function move_people(
    p_from integer[], p_to integer[], p_people bigint[], p_posts bigint[], p_day date, p_decree_numbers text[],
    p_decree_dates date[], p_held_since date[]
) returns table (
    move integer, employment_id bigint, new_employment_id bigint, assignment_id bigint, new_assignment_id bigint,
    held_since date
)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
#variable_conflict use_column
declare
    v_employments bigint[];
    v_new_employments bigint[];
    v_assignments bigint[];
    v_new_assignments bigint[];
    v_since date[];
    v_refused bigint[];
begin
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    v_refused := array(
        select m.n from unnest(p_to) with ordinality m (agency_id, n)
        where not exists (select from agency g where g.agency_id = m.agency_id and g.state = 'active')
    );
    if v_refused <> '{}' then
        raise exception 'the receiving agency is not active'
            using errcode = 'MU322', hint = refused_moves(v_refused);
    end if;
    v_refused := array(
        select m.n from unnest(p_decree_numbers, p_decree_dates) with ordinality m (number, day, n)
        where nullif(trim(m.number), '') is null or m.day is null
    );
    if v_refused <> '{}' then
        raise exception 'a move needs its decree'
            using errcode = 'MU323', hint = refused_moves(v_refused);
    end if;
    if p_day is null or p_day > city_day(now()) + 366 then
        raise exception 'a move is carried out on a day of the coming year at the latest' using errcode = 'MU324';
    end if;
    select array_agg(e.employment_id order by m.n) into v_employments
    from unnest(p_from, p_people) with ordinality m (agency_id, person_id, n)
    left join employment e on e.agency_id = m.agency_id and e.person_id = m.person_id and e.valid @> p_day
        and lower(e.valid) < p_day and upper_inf(e.valid);
    v_refused := array(
        select m.n from unnest(v_employments) with ordinality m (employment_id, n) where m.employment_id is null
    );
    if v_refused <> '{}' then
        raise exception 'the person does not serve in the releasing agency on the day before'
            using errcode = 'MU325', hint = refused_moves(v_refused);
    end if;
    v_refused := array(
        select m.n from unnest(p_from, v_employments) with ordinality m (agency_id, employment_id, n)
        where exists (
            select from assignment a
            where a.agency_id = m.agency_id and a.employment_id = m.employment_id and lower(a.valid) >= p_day
        )
    );
    if v_refused <> '{}' then
        raise exception 'the person has an assignment in the releasing agency that begins on the day or later'
            using errcode = 'MU326', hint = refused_moves(v_refused);
    end if;

    select array_agg(a.assignment_id order by m.n), array_agg(coalesce(a.held_since, lower(a.valid)) order by m.n)
    into v_assignments, v_since
    from unnest(p_from, v_employments) with ordinality m (agency_id, employment_id, n)
    left join assignment a on a.agency_id = m.agency_id and a.employment_id = m.employment_id
        and a.kind = 'definitive' and a.valid @> p_day;
    update employment e set valid = daterange(lower(e.valid), p_day)
    from unnest(p_from, p_to, v_employments) m (agency_id, to_agency_id, employment_id)
    where e.agency_id = m.agency_id and e.employment_id = m.employment_id and m.agency_id <> m.to_agency_id;
    -- A person who stays in the agency keeps acting elsewhere, but not in the seat that becomes their own.
    update assignment a set valid = daterange(lower(a.valid), p_day)
    from unnest(p_from, p_to, v_employments, p_posts) m (agency_id, to_agency_id, employment_id, post_id)
    where a.agency_id = m.agency_id and a.employment_id = m.employment_id and a.valid @> p_day
        and (m.agency_id <> m.to_agency_id or a.kind = 'definitive' or a.post_id = m.post_id);

    v_refused := array(
        select m.n from unnest(p_to, p_posts) with ordinality m (agency_id, post_id, n)
        where not exists (select from post t where t.agency_id = m.agency_id and t.post_id = m.post_id)
    );
    if v_refused <> '{}' then
        raise exception 'there is no such post in the receiving agency'
            using errcode = 'MU327', hint = refused_moves(v_refused);
    end if;
    v_refused := array(
        select unnest(c.moves)
        from (
            select m.agency_id, m.post_id, array_agg(m.n) as moves
            from unnest(p_to, p_posts) with ordinality m (agency_id, post_id, n)
            group by m.agency_id, m.post_id
        ) c
        join post t on t.agency_id = c.agency_id and t.post_id = c.post_id
        where cardinality(c.moves) + (
            select count(*) from assignment a
            where a.agency_id = c.agency_id and a.post_id = c.post_id and a.kind = 'definitive' and a.valid @> p_day
        ) > seats_on(t.agency_id, t.post_id, t.capacity, p_day)
        order by 1
    );
    if v_refused <> '{}' then
        raise exception 'the post in the receiving agency is taken'
            using errcode = 'MU328', hint = refused_moves(v_refused);
    end if;

    update person p set agency_id = m.to_agency_id, changed_at = now()
    from unnest(p_from, p_to, p_people) m (agency_id, to_agency_id, person_id)
    where p.agency_id = m.agency_id and p.person_id = m.person_id and m.agency_id <> m.to_agency_id;
    with begun as (
        insert into employment (agency_id, person_id, valid)
        select m.to_agency_id, m.person_id, daterange(p_day, null)
        from unnest(p_from, p_to, p_people) with ordinality m (agency_id, to_agency_id, person_id, n)
        where m.agency_id <> m.to_agency_id
        order by m.n
        returning agency_id, person_id, employment_id
    )
    select array_agg(coalesce(b.employment_id, m.employment_id) order by m.n) into v_new_employments
    from unnest(p_to, p_people, v_employments) with ordinality m (agency_id, person_id, employment_id, n)
    left join begun b on b.agency_id = m.agency_id and b.person_id = m.person_id;
    with begun as (
        insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date, held_since)
        select m.agency_id, m.employment_id, m.post_id, daterange(p_day, null), m.number, m.day, m.since
        from unnest(p_to, v_new_employments, p_posts, p_decree_numbers, p_decree_dates, p_held_since)
            with ordinality m (agency_id, employment_id, post_id, number, day, since, n)
        order by m.n
        returning agency_id, employment_id, assignment_id
    )
    select array_agg(b.assignment_id order by m.n) into v_new_assignments
    from unnest(p_to, v_new_employments) with ordinality m (agency_id, employment_id, n)
    join begun b on b.agency_id = m.agency_id and b.employment_id = m.employment_id;
    -- People act (Plt) until the seat has its holder (SE BKN 1/SE/I/2021).
    update assignment a set valid = daterange(lower(a.valid), p_day)
    from (select distinct unnest(p_to) as agency_id, unnest(p_posts) as post_id) s
    join post t on t.agency_id = s.agency_id and t.post_id = s.post_id
    where a.agency_id = s.agency_id and a.post_id = s.post_id and a.kind = 'acting' and a.valid @> p_day
        and lower(a.valid) < p_day and (
            select count(*) from assignment d
            where d.agency_id = s.agency_id and d.post_id = s.post_id and d.kind = 'definitive' and d.valid @> p_day
        ) >= seats_on(t.agency_id, t.post_id, t.capacity, p_day);
    perform carry_records(p_from, p_to, v_employments, v_new_employments);
    perform carry_appraisals(p_from, p_to, v_employments, v_new_employments, p_day);
    return query
    select m.n::integer, m.employment_id, m.new_employment_id, m.assignment_id, m.new_assignment_id, m.since
    from unnest(v_employments, v_new_employments, v_assignments, v_new_assignments, v_since)
        with ordinality m (employment_id, new_employment_id, assignment_id, new_assignment_id, since, n);
end
$$;

-- Moves one person to a definitive post of another agency; returns the number of the new employment.
create or replace function move_person(
    p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text,
    p_decree_date date
) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if p_from = p_to then
        raise exception 'a move needs two agencies' using errcode = 'MU321';
    end if;
    return (
        select m.new_employment_id
        from move_people(
            array[p_from], array[p_to], array[p_person_id], array[p_post_id], p_day, array[p_decree_number],
            array[p_decree_date], array[null::date]
        ) m
    );
end
$$;

grant execute on function move_person to {city}_mover;
