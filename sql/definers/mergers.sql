-- Owner: {city}_carrier
-- Moves all people of an agency when it is merged into another, or those of some of its units. As in moves.sql.

-- Refuses an impossible merger: the same agency twice, or a receiving agency that is not active.
create or replace function require_move(p_from integer, p_to integer) returns void
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if p_from = p_to then
        raise exception 'a move needs two agencies' using errcode = 'MU321';
    end if;
    if not exists (select from agency where agency_id = p_to and state = 'active') then
        raise exception 'the receiving agency is not active' using errcode = 'MU322';
    end if;
end
$$;

-- Moves everybody of an agency into another, with units and posts; returns how many people. When repeated it finds
-- nobody. With units, only these and the people who hold their posts.
create or replace function carry_people(p_from integer, p_to integer, p_day date, p_units bigint[]) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_units bigint[];
    v_people bigint[];
    v_ended record;
    v_count integer;
begin
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    v_units := array(
        select org_unit_id from org_unit
        where agency_id = p_from and ended_on is null and (p_units is null or org_unit_id = any (p_units))
    );
    v_people := array(
        select e.employment_id from employment e
        where e.agency_id = p_from and (
            p_units is null or exists (
                select from assignment a
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id and t.org_unit_id = any (v_units)
                where a.agency_id = e.agency_id and a.employment_id = e.employment_id and a.kind = 'definitive'
                    and (a.valid @> p_day or lower(a.valid) >= p_day)
            )
        )
    );
    if exists (
            select from employment
            where agency_id = p_from and employment_id = any (v_people) and lower(valid) >= p_day
        ) or exists (
            select from assignment
            where agency_id = p_from and employment_id = any (v_people) and lower(valid) >= p_day
        ) or exists (
            select from org_unit
            where agency_id = p_from and org_unit_id = any (v_units) and (since > p_day or began_on >= p_day)
        ) or exists (
            select from post where agency_id = p_from and org_unit_id = any (v_units) and since > p_day
        )
    then
        raise exception 'something that is to be carried over begins on the day or later' using errcode = 'MU404';
    end if;
    if p_units is null and not exists (select from employment where agency_id = p_from and valid @> p_day) then
        return 0;
    end if;
    -- A unit that has ended in the other agency takes no posts any more.
    select n.siasn_id, n.ended_on into v_ended
    from org_unit u
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id and n.ended_on is not null
    where u.agency_id = p_from and u.org_unit_id = any (v_units)
    order by n.siasn_id limit 1;
    if v_ended.siasn_id is not null then
        raise exception 'unit % ended on %', v_ended.siasn_id, v_ended.ended_on
            using errcode = 'MU365',
                detail = jsonb_build_object('unit', v_ended.siasn_id, 'day', v_ended.ended_on::text)::text;
    end if;

    insert into org_unit (agency_id, siasn_id, parent_siasn_id, name, began_on, since)
    select p_to, u.siasn_id,
        case when p_units is null or exists (
            select from org_unit o
            where o.agency_id = p_from and o.org_unit_id = any (v_units) and o.siasn_id = u.parent_siasn_id
        ) or exists (
            select from org_unit o
            where o.agency_id = p_to and o.siasn_id = u.parent_siasn_id and o.ended_on is null
        ) then u.parent_siasn_id end, u.name, p_day, p_day
    from org_unit u
    where u.agency_id = p_from and u.org_unit_id = any (v_units)
    on conflict (agency_id, siasn_id) do nothing;
    -- A post begins without seats; where unit and title exist already, the seats are added.
    insert into post (
        agency_id, org_unit_id, title, position_level, echelon, job_class, capacity, is_critical, since
    )
    select p_to, n.org_unit_id, t.title, t.position_level, t.echelon, t.job_class, 0, t.is_critical, p_day
    from post t
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    where t.agency_id = p_from and t.org_unit_id = any (v_units)
    on conflict (agency_id, org_unit_id, title) do update set is_critical = true
    where excluded.is_critical and not post.is_critical;
    perform join_seats(p_from, t.post_id, p_to, nt.post_id, p_day)
    from post t
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    join post nt on nt.agency_id = p_to and nt.org_unit_id = n.org_unit_id and nt.title = t.title
    where t.agency_id = p_from and t.org_unit_id = any (v_units);
    -- What the receiving agency asks of a post of its own stays.
    insert into competency_standard (
        agency_id, post_id, competency, valid_from, valid_to, level, document_number
    )
    select p_to, nt.post_id, c.competency, c.valid_from, c.valid_to, c.level, c.document_number
    from competency_standard c
    join post t on t.agency_id = c.agency_id and t.post_id = c.post_id
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    join post nt on nt.agency_id = p_to and nt.org_unit_id = n.org_unit_id and nt.title = t.title
    where c.agency_id = p_from and t.org_unit_id = any (v_units)
        and not exists (select from competency_standard o where o.agency_id = p_to and o.post_id = nt.post_id)
    on conflict do nothing;

    with ended as (
        update employment set valid = daterange(lower(valid), p_day)
        where agency_id = p_from and valid @> p_day and employment_id = any (v_people)
        returning employment_id, person_id
    ), former as (
        -- With the same end as before, if they had one.
        select employment_id, upper(valid) as until from employment where agency_id = p_from and valid @> p_day
    ), former_assignment as (
        select assignment_id, upper(valid) as until from assignment where agency_id = p_from and valid @> p_day
    ), vacated as (
        update assignment a set valid = daterange(lower(a.valid), p_day)
        from ended e
        where a.agency_id = p_from and a.employment_id = e.employment_id and a.valid @> p_day
        returning a.assignment_id, a.employment_id, a.post_id, a.kind, a.decree_number, a.decree_date,
            coalesce(a.held_since, lower(a.valid)) as held_since
    ), moved as (
        update person p set agency_id = p_to, changed_at = now()
        from ended e
        where p.agency_id = p_from and p.person_id = e.person_id
        returning p.person_id
    ), begun as (
        insert into employment (agency_id, person_id, valid)
        select p_to, m.person_id, daterange(p_day, f.until)
        from moved m
        join ended e on e.person_id = m.person_id
        join former f on f.employment_id = e.employment_id
        returning employment_id, person_id
    ), seated as (
        insert into assignment (
            agency_id, employment_id, post_id, kind, valid, decree_number, decree_date, held_since
        )
        select p_to, b.employment_id, np.post_id, v.kind, daterange(p_day, f.until), v.decree_number, v.decree_date,
            v.held_since
        from vacated v
        join former_assignment f on f.assignment_id = v.assignment_id
        join ended e on e.employment_id = v.employment_id
        join begun b on b.person_id = e.person_id
        join post t on t.agency_id = p_from and t.post_id = v.post_id
        join org_unit u on u.agency_id = p_from and u.org_unit_id = t.org_unit_id
        join org_unit nu on nu.agency_id = p_to and nu.siasn_id = u.siasn_id
        join post np on np.agency_id = p_to and np.org_unit_id = nu.org_unit_id and np.title = t.title
    )
    select count(*) into v_count from moved;
    perform carry_records(c.agencies, c.to_agencies, c.employments, c.new_employments),
        carry_appraisals(c.agencies, c.to_agencies, c.employments, c.new_employments, p_day)
    from (
        select array_agg(o.agency_id) as agencies, array_agg(n.agency_id) as to_agencies,
            array_agg(o.employment_id) as employments, array_agg(n.employment_id) as new_employments
        from employment n
        join employment o on o.agency_id = p_from and o.person_id = n.person_id and upper(o.valid) = p_day
        where n.agency_id = p_to and lower(n.valid) = p_day
        having count(*) > 0
    ) c;
    -- People who act there and stay here no longer act.
    update assignment a set valid = daterange(lower(a.valid), p_day)
    from post t
    where p_units is not null and t.agency_id = p_from and t.org_unit_id = any (v_units)
        and a.agency_id = p_from and a.post_id = t.post_id and a.kind <> 'definitive' and a.valid @> p_day
        and lower(a.valid) < p_day;
    -- The day before, units and posts are as they were; nothing is to be filled in them any more.
    perform end_seats(
        p_from, array(select post_id from post where agency_id = p_from and org_unit_id = any (v_units)), p_day,
        null, null
    );
    update org_unit set ended_on = p_day where agency_id = p_from and org_unit_id = any (v_units);
    return v_count;
end
$$;

-- The same for an agency that the provisioner has marked as being merged into the other.
create or replace function merge_people(p_from integer, p_to integer, p_day date) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if not exists (select from agency where agency_id = p_from and merged_into = p_to) then
        raise exception 'the agency is not one that is being merged into the other' using errcode = 'MU405';
    end if;
    return carry_people(p_from, p_to, p_day, null);
end
$$;

-- Does it and takes it back: returns how many people would move, or raises the refusal.
create or replace function rehearse_merger(p_from integer, p_to integer, p_day date) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_count integer;
begin
    v_count := carry_people(p_from, p_to, p_day, null);
    raise exception 'rehearsed' using errcode = 'MU002';
exception when sqlstate 'MU002' then
    return v_count;
end
$$;

-- Some units, with all below them, belong to another agency from the day on, and so do the people who hold their posts.
create or replace function carry_units(
    p_from integer, p_to integer, p_units text[], p_day date, p_decree text, p_by text
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit text;
    v_units bigint[];
    v_count integer;
begin
    foreach v_unit in array p_units loop
        perform require_unit(p_from, v_unit, p_day);
    end loop;
    v_units := array(
        with recursive part as (
            select u.org_unit_id, u.siasn_id from org_unit u
            where u.agency_id = p_from and u.siasn_id = any (p_units)
            union
            select u.org_unit_id, u.siasn_id
            from part p
            join org_unit u on u.agency_id = p_from and u.parent_siasn_id = p.siasn_id and u.ended_on is null
        )
        select org_unit_id from part
    );
    v_count := carry_people(p_from, p_to, p_day, v_units);
    perform note_unit(p_from, u.org_unit_id, 'transfer', p_day, null, p_decree, p_by),
        note_unit(p_to, n.org_unit_id, 'transfer', p_day, null, p_decree, p_by)
    from org_unit u
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    where u.agency_id = p_from and u.org_unit_id = any (v_units);
    return v_count;
end
$$;

grant execute on function merge_people, rehearse_merger, carry_units to {city}_mover;
