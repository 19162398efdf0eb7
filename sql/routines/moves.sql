-- How people cross from one agency to another: as {city}_mover, in one transaction, which is the instant of the move. What
-- happened in the releasing agency stays there: employment, assignments, ratings, results, and the person's row as it was.
-- The row itself goes, so the receiving agency sees the person from then on, and the releasing one no more.

-- Refuses what no move can be: the same agency twice, and a receiving agency that is not active.
create or replace function require_move(p_from integer, p_to integer) returns void
language plpgsql
stable
set search_path from current
as $$
begin
    if p_from = p_to then
        raise exception 'a move needs two agencies' using errcode = 'invalid_parameter_value';
    end if;
    if not exists (select from agency where agency_id = p_to and state = 'active') then
        raise exception 'the receiving agency is not active' using errcode = 'object_not_in_prerequisite_state';
    end if;
end
$$;

-- One person, to a definitive post of the receiving agency; the number of the new employment.
create or replace function move_person(
    p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text,
    p_decree_date date
) returns bigint
language plpgsql
volatile
set search_path from current
as $$
declare
    v_employment_id bigint;
    v_capacity integer;
begin
    -- Before anything is looked at: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    update employment set valid = daterange(lower(valid), p_day)
    where agency_id = p_from and person_id = p_person_id and valid @> p_day and lower(valid) < p_day
        and upper_inf(valid)
    returning employment_id into v_employment_id;
    if v_employment_id is null then
        raise exception 'the person does not serve in the releasing agency on the day before'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    if exists (
        select from assignment
        where agency_id = p_from and employment_id = v_employment_id and lower(valid) >= p_day
    ) then
        raise exception 'the person has an assignment in the releasing agency that begins on the day or later'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    update assignment set valid = daterange(lower(valid), p_day)
    where agency_id = p_from and employment_id = v_employment_id and valid @> p_day;

    select capacity into v_capacity from post where agency_id = p_to and post_id = p_post_id;
    if v_capacity is null then
        raise exception 'there is no such post in the receiving agency' using errcode = 'foreign_key_violation';
    end if;
    if (
        select count(*) from assignment
        where agency_id = p_to and post_id = p_post_id and kind = 'definitive' and valid @> p_day
    ) >= v_capacity then
        raise exception 'the post in the receiving agency is taken' using errcode = 'object_not_in_prerequisite_state';
    end if;

    update person set agency_id = p_to, changed_at = now() where agency_id = p_from and person_id = p_person_id;
    insert into employment (agency_id, person_id, valid)
    values (p_to, p_person_id, daterange(p_day, null))
    returning employment_id into v_employment_id;
    insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date)
    values (p_to, v_employment_id, p_post_id, daterange(p_day, null), p_decree_number, p_decree_date);
    return v_employment_id;
end
$$;

-- Everybody of an agency that is merged into another, with units and posts; how many people. Again, it finds nobody.
create or replace function merge_people(p_from integer, p_to integer, p_day date) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_count integer;
begin
    -- Before anything is looked at: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    if exists (select from employment where agency_id = p_from and lower(valid) >= p_day)
        or exists (select from assignment where agency_id = p_from and lower(valid) >= p_day)
    then
        raise exception 'something of the merged agency begins on the day of the merger or later'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    if not exists (select from employment where agency_id = p_from and valid @> p_day) then
        return 0;
    end if;

    insert into org_unit (agency_id, siasn_id, parent_siasn_id, name)
    select p_to, siasn_id, parent_siasn_id, name from org_unit where agency_id = p_from
    on conflict (agency_id, siasn_id) do nothing;
    -- Where unit and title are there already, the seats are added.
    insert into post (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity)
    select p_to, n.org_unit_id, t.title, t.position_level, t.echelon, t.job_class, t.capacity
    from post t
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    where t.agency_id = p_from
    on conflict (agency_id, org_unit_id, title) do update set capacity = post.capacity + excluded.capacity;

    with ended as (
        update employment set valid = daterange(lower(valid), p_day)
        where agency_id = p_from and valid @> p_day
        returning employment_id, person_id
    ), former as (
        -- As they were before: to the day that they were to end on, if any.
        select employment_id, upper(valid) as until from employment where agency_id = p_from and valid @> p_day
    ), former_assignment as (
        select assignment_id, upper(valid) as until from assignment where agency_id = p_from and valid @> p_day
    ), vacated as (
        update assignment a set valid = daterange(lower(a.valid), p_day)
        from ended e
        where a.agency_id = p_from and a.employment_id = e.employment_id and a.valid @> p_day
        returning a.assignment_id, a.employment_id, a.post_id, a.kind, a.decree_number, a.decree_date
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
        insert into assignment (agency_id, employment_id, post_id, kind, valid, decree_number, decree_date)
        select p_to, b.employment_id, np.post_id, v.kind, daterange(p_day, f.until), v.decree_number, v.decree_date
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
    return v_count;
end
$$;

revoke all on function require_move, move_person, merge_people from public;
grant execute on function require_move, move_person, merge_people to {city}_mover;
