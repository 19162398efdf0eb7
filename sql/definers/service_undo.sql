-- Owner: {city}_appraiser
-- Events of service that are undone.

-- Gives back what an event that is being undone took: the assignments that ended with it, as far as seats are free and
-- the person got no other post for the time. Each has its former end again.
create or replace function restore_assignments(p_agency_id integer, p_service_event_id bigint) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_count integer;
begin
    update assignment a set valid = daterange(lower(a.valid), n.until)
    from service_event s
    cross join lateral unnest(s.ended_assignments, s.ended_until) n (assignment_id, until)
    where s.agency_id = p_agency_id and s.service_event_id = p_service_event_id
        and a.agency_id = s.agency_id and a.assignment_id = n.assignment_id and upper(a.valid) = s.valid_from
        and not exists (
            select from assignment o
            where o.agency_id = a.agency_id and o.employment_id = a.employment_id
                and o.assignment_id <> a.assignment_id and o.kind = a.kind
                and (a.kind = 'definitive' or o.post_id = a.post_id) and o.valid && daterange(s.valid_from, n.until)
        )
        and (a.kind <> 'definitive' or fewest_seats(
            a.agency_id, a.post_id, daterange(s.valid_from, n.until)
        ) > (
            select count(*) from assignment o
            where o.agency_id = a.agency_id and o.post_id = a.post_id and o.kind = 'definitive'
                and o.assignment_id <> a.assignment_id and o.valid && daterange(s.valid_from, n.until)
        ));
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- Undoes the newest event that counts of a person: employment, assignments and the standing are what they were before
-- it, or the standing that is given. Returns the number of the event that undoes it.
create or replace function undo_service_event(
    p_agency_id integer, p_service_event_id bigint, p_kind text, p_standing text, p_document_number text,
    p_document_date date, p_recorded_by text
) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_undone record;
    v_before text;
    v_text text;
    v_event_id bigint;
begin
    perform lock_people();
    select s.*, l.ends_employment, l.event_kind, e.person_id, p.kind as person_kind, upper(e.valid) as until
    into v_undone
    from counted_event s
    join legal_standing l on l.legal_standing = s.legal_standing
    join employment e on e.agency_id = s.agency_id and e.employment_id = s.employment_id
    join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    where s.agency_id = p_agency_id and s.service_event_id = p_service_event_id;
    -- A coming back that began a new employment, and an end that something else moved, stay.
    if v_undone.service_event_id is null
        or v_undone.ends_employment and v_undone.until is distinct from v_undone.valid_from
        or v_undone.event_kind is null and exists (
            select from employment e
            where e.agency_id = p_agency_id and e.employment_id = v_undone.employment_id
                and lower(e.valid) = v_undone.valid_from
        )
        or exists (
            select from counted_event o
            join employment e on e.agency_id = o.agency_id and e.employment_id = o.employment_id
            where o.agency_id = p_agency_id and e.person_id = v_undone.person_id
                and (o.valid_from, o.service_event_id) > (v_undone.valid_from, v_undone.service_event_id)
        )
    then
        raise exception 'only the newest event of service of a person can be undone' using errcode = 'MU342';
    end if;
    select o.legal_standing into v_before
    from counted_event o
    join employment e on e.agency_id = o.agency_id and e.employment_id = o.employment_id
    where o.agency_id = p_agency_id and e.person_id = v_undone.person_id
        and o.service_event_id <> v_undone.service_event_id
    order by o.valid_from desc, o.service_event_id desc limit 1;
    -- Before the first event the imported text is all that is known.
    v_text := coalesce(p_standing, v_before, nullif(v_undone.former_status, v_undone.legal_standing),
        usual_standing('reinstatement', v_undone.person_kind));
    if v_undone.ends_employment then
        update employment set valid = daterange(lower(valid), null)
        where agency_id = p_agency_id and employment_id = v_undone.employment_id;
    end if;
    perform restore_assignments(p_agency_id, v_undone.service_event_id);
    if v_undone.valid_from <= city_day(now()) then
        update person set legal_status = v_text, changed_at = now()
        where agency_id = p_agency_id and person_id = v_undone.person_id and legal_status is distinct from v_text;
    end if;
    insert into service_event (
        agency_id, employment_id, kind, valid_from, legal_standing, document_number, document_date, undoes, recorded_by
    )
    values (
        p_agency_id, v_undone.employment_id, p_kind, v_undone.valid_from,
        coalesce(
            (select l.legal_standing from legal_standing l where l.legal_standing = v_text),
            usual_standing('reinstatement', v_undone.person_kind)
        ),
        p_document_number, p_document_date, v_undone.service_event_id, p_recorded_by
    )
    returning service_event_id into v_event_id;
    return v_event_id;
end
$$;

grant execute on function undo_service_event to {city}_pool;
