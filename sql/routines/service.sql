-- Leaving, being away and coming back: the events of service, and what follows from the standing that each begins.

-- All names, in lower case, of the standings that lack a quality (a column of legal_standing).
create or replace function standings_without(p_quality text) returns text[]
language sql
stable
set search_path from current
as $$
    select coalesce(array_agg(lower(n.name)), '{}')
    from legal_standing l
    cross join lateral regexp_split_to_table(concat_ws('|', l.legal_standing, l.other_names), '[|]') n (name)
    where not case p_quality
        when 'serves' then l.serves
        when 'holds_seat' then l.holds_seat
        when 'is_appraised' then l.is_appraised
        when 'is_counted' then l.is_counted
    end
$$;

-- The employments whose people's standing on a day lacks a quality: that of the newest event until then. Before the
-- first event people served; without any event the imported text counts, whatever the day.
create or replace function people_lacking(p_quality text, p_day date)
returns table (agency_id integer, employment_id bigint)
language sql
stable
set search_path from current
as $$
    select s.agency_id, s.employment_id
    from (
        select distinct on (s.agency_id, s.employment_id) s.agency_id, s.employment_id, s.legal_standing
        from service_event s
        where s.valid_from <= p_day
        order by s.agency_id, s.employment_id, s.valid_from desc, s.service_event_id desc
    ) s
    where lower(s.legal_standing) = any (standings_without(p_quality))
    union all
    select e.agency_id, e.employment_id
    from person p
    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
    where lower(p.legal_status) = any (standings_without(p_quality))
        and not exists (
            select from service_event s where s.agency_id = e.agency_id and s.employment_id = e.employment_id
        )
$$;

-- The employments of a range whose people are not appraised: by the standing of the day where they have events of
-- service, and otherwise by the imported text. Of known people: history is also about those who moved away.
create or replace function people_not_appraised(
    p_agency_id integer, p_first bigint, p_last bigint, p_first_person bigint, p_last_person bigint, p_day date
) returns bigint[]
language plpgsql
stable
set search_path from current
as $$
declare
    v_names text[] := standings_without('is_appraised');
    v_dated bigint[];
begin
    select coalesce(array_agg(distinct s.employment_id), '{}') into v_dated from service_event s
    where s.agency_id = p_agency_id and s.employment_id between p_first and p_last;
    return array(
        select s.employment_id
        from (
            select distinct on (s.employment_id) s.employment_id, s.legal_standing from service_event s
            where s.agency_id = p_agency_id and s.employment_id = any (v_dated) and s.valid_from <= p_day
            order by s.employment_id, s.valid_from desc, s.service_event_id desc
        ) s
        where lower(s.legal_standing) = any (v_names)
        union all
        select e.employment_id
        from known_person p
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
        where p.agency_id = p_agency_id and p.person_id between p_first_person and p_last_person
            and lower(p.legal_status) = any (v_names)
            and e.agency_id = p_agency_id and e.employment_id between p_first and p_last
            and e.employment_id <> all (v_dated)
    );
end
$$;

-- The standing that an event leads to when nothing else is said.
create or replace function usual_standing(p_kind text, p_person_kind text) returns text
language sql
stable
set search_path from current
as $$
    select case
        when p_kind in ('reinstatement', 'leave_end', 'secondment_end', 'contract_renewal') then
            case p_person_kind when 'contract' then 'PPPK Aktif' else 'Aktif' end
        else (select l.legal_standing from legal_standing l where l.event_kind = p_kind and l.is_usual)
    end
$$;

-- Gives back what an event that is being undone took: the assignments that ended with it, as far as seats are free.
create or replace function restore_assignments(p_agency_id integer, p_service_event_id bigint) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_count integer;
begin
    update assignment a set valid = daterange(lower(a.valid), n.until)
    from service_event s
    cross join lateral unnest(s.ended_assignments, s.ended_until) n (assignment_id, until)
    where s.agency_id = p_agency_id and s.service_event_id = p_service_event_id
        and a.agency_id = s.agency_id and a.assignment_id = n.assignment_id and upper(a.valid) = s.valid_from
        and (a.kind <> 'definitive' or (
            select t.capacity from post t where t.agency_id = a.agency_id and t.post_id = a.post_id
        ) > (
            select count(*) from assignment o
            where o.agency_id = a.agency_id and o.post_id = a.post_id and o.kind = 'definitive'
                and o.assignment_id <> a.assignment_id and o.valid && daterange(s.valid_from, n.until)
        ));
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- Records an event of service and all that follows from it: whether the employment and its assignments end on the day,
-- whether the seat becomes free, and the standing from then on. Nothing is deleted: the same day with a kind of coming
-- back undoes an event. Returns the number of the event.
create or replace function record_service_event(
    p_agency_id integer, p_person_id bigint, p_kind text, p_day date, p_standing text, p_document_number text,
    p_document_date date, p_recorded_by text
) returns bigint
language plpgsql
volatile
set search_path from current
as $$
declare
    v_today date := city_day(now());
    v_employment record;
    v_last record;
    v_standing record;
    v_person_kind text;
    v_ended bigint[];
    v_until date[];
    v_event_id bigint;
begin
    -- Before anything is read: the person may be moving.
    perform lock_people();
    select kind into v_person_kind from person where agency_id = p_agency_id and person_id = p_person_id;
    select employment_id, valid into v_employment from employment
    where agency_id = p_agency_id and person_id = p_person_id
    order by lower(valid) desc limit 1;
    if v_person_kind is null or v_employment.employment_id is null then
        raise exception 'the person has not served in this agency' using errcode = 'MU331';
    end if;
    select * into v_standing from legal_standing l
    where l.legal_standing = coalesce(p_standing, usual_standing(p_kind, v_person_kind));
    if v_standing.legal_standing is null then
        raise exception 'no legal standing belongs to the event %', p_kind
            using errcode = 'MU332', detail = jsonb_build_object('kind', p_kind)::text;
    end if;
    if p_day > v_today + 366 or (p_day > v_today and not v_standing.ends_employment) then
        raise exception 'an event of service may lie a year ahead if it ends the employment, and otherwise not ahead'
            using errcode = 'MU333';
    end if;
    if p_document_date > v_today then
        raise exception 'the document is dated after today' using errcode = 'MU334';
    end if;
    select s.service_event_id, s.kind, s.valid_from into v_last from service_event s
    join employment e on e.agency_id = s.agency_id and e.employment_id = s.employment_id
    where s.agency_id = p_agency_id and e.person_id = p_person_id
    order by s.valid_from desc, s.service_event_id desc limit 1;
    if v_last.valid_from > p_day then
        raise exception 'a later event of service is on record, from %', v_last.valid_from
            using errcode = 'MU335', detail = jsonb_build_object('day', v_last.valid_from::text)::text;
    end if;

    if v_standing.event_kind is null then
        if not upper_inf(v_employment.valid) then
            if p_day < upper(v_employment.valid) then
                raise exception 'the person serves until %', upper(v_employment.valid) - 1
                    using errcode = 'MU336',
                        detail = jsonb_build_object('day', (upper(v_employment.valid) - 1)::text)::text;
            elsif p_day = upper(v_employment.valid) then
                update employment set valid = daterange(lower(valid), null)
                where agency_id = p_agency_id and employment_id = v_employment.employment_id;
            else
                insert into employment (agency_id, person_id, valid)
                values (p_agency_id, p_person_id, daterange(p_day, null))
                returning employment_id into v_employment.employment_id;
            end if;
        elsif p_kind <> 'contract_renewal' and (
            v_last.kind is null or v_last.kind in ('reinstatement', 'leave_end', 'secondment_end', 'contract_renewal')
        ) then
            raise exception 'the person serves; there is nothing to come back from' using errcode = 'MU337';
        end if;
        if v_last.valid_from = p_day then
            perform restore_assignments(p_agency_id, v_last.service_event_id);
        end if;
    else
        if not (lower(v_employment.valid) < p_day and v_employment.valid @> (p_day - 1)
            and upper_inf(v_employment.valid))
        then
            raise exception 'the person does not serve in this agency on the day before' using errcode = 'MU338';
        end if;
        if not v_standing.holds_seat then
            if exists (
                select from assignment
                where agency_id = p_agency_id and employment_id = v_employment.employment_id and lower(valid) >= p_day
            ) then
                raise exception 'the person has an assignment that begins on the day or later' using errcode = 'MU339';
            end if;
            with held as (
                select assignment_id, upper(valid) as until from assignment
                where agency_id = p_agency_id and employment_id = v_employment.employment_id and valid @> p_day
            ), ended as (
                update assignment a set valid = daterange(lower(a.valid), p_day)
                from held h
                where a.agency_id = p_agency_id and a.assignment_id = h.assignment_id
            )
            select array_agg(assignment_id order by assignment_id), array_agg(until order by assignment_id)
            into v_ended, v_until from held;
        end if;
        if v_standing.ends_employment then
            update employment set valid = daterange(lower(valid), p_day)
            where agency_id = p_agency_id and employment_id = v_employment.employment_id;
        end if;
    end if;
    -- Until the day of a future event the person is what they were.
    if p_day <= v_today then
        update person set legal_status = v_standing.legal_standing, changed_at = now()
        where agency_id = p_agency_id and person_id = p_person_id
            and legal_status is distinct from v_standing.legal_standing;
    end if;
    insert into service_event (
        agency_id, employment_id, kind, valid_from, legal_standing, document_number, document_date, ended_assignments,
        ended_until, recorded_by
    )
    values (
        p_agency_id, v_employment.employment_id, p_kind, p_day, v_standing.legal_standing, p_document_number,
        p_document_date, v_ended, v_until, p_recorded_by
    )
    returning service_event_id into v_event_id;
    return v_event_id;
end
$$;

grant execute on function standings_without to {city}_pool, {city}_personnel, {city}_appraiser;
grant execute on function people_not_appraised to {city}_appraiser;
grant execute on function people_lacking to {city}_pool, {city}_personnel;
grant execute on function usual_standing, restore_assignments, record_service_event to {city}_pool;
