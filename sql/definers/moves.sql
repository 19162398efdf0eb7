-- Owner: {city}_carrier
-- Moves people from one agency to another: called by {city}_mover, which has no right to the tables itself, in one
-- transaction, which is the instant of the move. What happened in the releasing agency stays there: employment,
-- assignments, ratings, results, and the person's row as it was. The row itself moves, so from then on the receiving
-- agency sees the person, and the releasing one no longer does.

-- Refuses an impossible move: the same agency twice, or a receiving agency that is not active.
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

-- A person's known facts move along: evidence, and each post held here as a posting. They stay here as well.
create or replace function carry_record(
    p_from integer, p_to integer, p_employment_id bigint, p_new_employment_id bigint
) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    insert into evidence (
        agency_id, employment_id, kind, level, score, title, occurred_on, ended_on, document_number, document_date
    )
    select p_to, p_new_employment_id, kind, level, score, title, occurred_on, ended_on, document_number, document_date
    from evidence
    where agency_id = p_from and employment_id = p_employment_id and withdrawn_at is null
    union all
    select p_to, p_new_employment_id, 'posting', t.position_level, null, t.title, lower(a.valid), upper(a.valid) - 1,
        a.decree_number, a.decree_date
    from assignment a
    join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
    where a.agency_id = p_from and a.employment_id = p_employment_id and a.kind = 'definitive'
        and not isempty(a.valid) and not upper_inf(a.valid)
    order by 7
    on conflict do nothing;
    -- Files go on to bring what was put right.
    insert into correction (
        agency_id, fact, fact_id, employment_id, before, after, reason, document_number, corrected_by, corrected_at
    )
    select p_to, fact, fact_id, p_new_employment_id, before, after, reason, document_number, corrected_by, corrected_at
    from correction
    where agency_id = p_from and employment_id = p_employment_id
    order by correction_id
$$;

-- Appraisals that neither agency has closed move along, with the time spent here as segments that the superior here
-- rates, and the ratings given so far.
create or replace function carry_appraisals(
    p_from integer, p_to integer, p_employment_id bigint, p_new_employment_id bigint, p_day date
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_cycle record;
begin
    for v_cycle in
        select c.cycle_id, c.period, a.position_level, a.job_class, a.grade_rank_id, a.rater_nip
        from appraisal a
        join cycle c on c.cycle_id = a.cycle_id
        where a.agency_id = p_from and a.employment_id = p_employment_id and upper(c.period) > p_day
        order by c.cycle_id
    loop
        -- In the order of the agencies' numbers: the closes take turns with the move.
        perform hold_ratings(least(p_from, p_to), v_cycle.cycle_id, 'alone');
        perform hold_ratings(greatest(p_from, p_to), v_cycle.cycle_id, 'alone');
        continue when exists (
            select from appraisal_closing
            where agency_id in (p_from, p_to) and cycle_id = v_cycle.cycle_id
        );
        insert into appraisal (
            agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id, rater_nip
        )
        select p_to, v_cycle.cycle_id, p_new_employment_id, t.post_id, t.position_level, t.job_class,
            v_cycle.grade_rank_id,
            case when r.head = p_new_employment_id then r.above_nip else r.head_nip end
        from assignment n
        join post t on t.agency_id = n.agency_id and t.post_id = n.post_id
        left join post_former h on h.agency_id = t.agency_id and h.post_id = t.post_id and h.valid @> p_day
        left join raters(p_to, p_day) r on r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
        where n.agency_id = p_to and n.employment_id = p_new_employment_id and n.kind = 'definitive'
        order by lower(n.valid) limit 1;
        -- Without a post there, the former agency closes it.
        continue when not found;
        insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
        values (p_from, v_cycle.cycle_id, p_employment_id, 'moved')
        on conflict do nothing;
        insert into appraisal_segment (
            agency_id, cycle_id, employment_id, segment, former_agency_id, title, position_level, valid, rater_nip
        )
        select p_to, v_cycle.cycle_id, p_new_employment_id, row_number() over (order by f.valid), f.former_agency_id,
            f.title, f.position_level, f.valid, f.rater_nip
        from (
            -- Segments that an earlier move of the same period carried here.
            select s.former_agency_id, s.title, s.position_level, s.valid, s.rater_nip
            from appraisal_segment s
            where s.agency_id = p_from and s.cycle_id = v_cycle.cycle_id and s.employment_id = p_employment_id
                and s.former_agency_id is not null
            union all
            select p_from, t.title, t.position_level, a.valid * v_cycle.period,
                case when r.head = p_employment_id then r.above_nip else r.head_nip end
            from assignment a
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            left join post_former h on h.agency_id = t.agency_id and h.post_id = t.post_id and h.valid @> (p_day - 1)
            left join raters(p_from, p_day - 1) r on r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
            where a.agency_id = p_from and a.employment_id = p_employment_id and a.kind = 'definitive'
                and a.valid && v_cycle.period
        ) f;
        insert into rating_event (
            agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source
        )
        select p_to, e.cycle_id, p_new_employment_id, e.work_result, e.work_behaviour, e.rater_nip, n.segment, 'moved'
        from rating_event e
        left join appraisal_segment o on o.agency_id = p_from and o.cycle_id = e.cycle_id
            and o.employment_id = p_employment_id and o.segment = e.segment
        -- The same segment; a rating of the whole period goes to each segment of its rater, or else to all that
        -- existed.
        left join appraisal_segment n on n.agency_id = p_to and n.cycle_id = e.cycle_id
            and n.employment_id = p_new_employment_id
            and case
                when o.segment is not null then lower(n.valid) = lower(o.valid)
                else n.rater_nip = e.rater_nip or not exists (
                    select from appraisal_segment s
                    where s.agency_id = p_to and s.cycle_id = e.cycle_id and s.employment_id = p_new_employment_id
                        and s.rater_nip = e.rater_nip
                )
            end
        where e.agency_id = p_from and e.cycle_id = v_cycle.cycle_id and e.employment_id = p_employment_id
        order by e.rating_event_id;
    end loop;
end
$$;

-- Moves one person to a definitive post of the receiving agency; returns the number of the new employment.
create or replace function move_person(
    p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text,
    p_decree_date date
) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_employment_id bigint;
    v_new_employment_id bigint;
    v_seats integer;
begin
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    if nullif(trim(p_decree_number), '') is null or p_decree_date is null then
        raise exception 'a move needs its decree' using errcode = 'MU323';
    end if;
    if p_day is null or p_day > city_day(now()) + 366 then
        raise exception 'a move is carried out on a day of the coming year at the latest' using errcode = 'MU324';
    end if;
    update employment set valid = daterange(lower(valid), p_day)
    where agency_id = p_from and person_id = p_person_id and valid @> p_day and lower(valid) < p_day
        and upper_inf(valid)
    returning employment_id into v_employment_id;
    if v_employment_id is null then
        raise exception 'the person does not serve in the releasing agency on the day before' using errcode = 'MU325';
    end if;
    if exists (
        select from assignment
        where agency_id = p_from and employment_id = v_employment_id and lower(valid) >= p_day
    ) then
        raise exception 'the person has an assignment in the releasing agency that begins on the day or later'
            using errcode = 'MU326';
    end if;
    update assignment set valid = daterange(lower(valid), p_day)
    where agency_id = p_from and employment_id = v_employment_id and valid @> p_day;

    select seats_on(p_to, p_post_id, capacity, p_day) into v_seats from post
    where agency_id = p_to and post_id = p_post_id;
    if v_seats is null then
        raise exception 'there is no such post in the receiving agency' using errcode = 'MU327';
    end if;
    if (
        select count(*) from assignment
        where agency_id = p_to and post_id = p_post_id and kind = 'definitive' and valid @> p_day
    ) >= v_seats then
        raise exception 'the post in the receiving agency is taken' using errcode = 'MU328';
    end if;

    update person set agency_id = p_to, changed_at = now() where agency_id = p_from and person_id = p_person_id;
    insert into employment (agency_id, person_id, valid)
    values (p_to, p_person_id, daterange(p_day, null))
    returning employment_id into v_new_employment_id;
    insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date)
    values (p_to, v_new_employment_id, p_post_id, daterange(p_day, null), p_decree_number, p_decree_date);
    perform carry_record(p_from, p_to, v_employment_id, v_new_employment_id);
    perform carry_appraisals(p_from, p_to, v_employment_id, v_new_employment_id, p_day);
    return v_new_employment_id;
end
$$;

grant execute on function move_person to {city}_mover;
