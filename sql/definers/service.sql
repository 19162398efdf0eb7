-- Owner: {city}_appraiser
-- Events of service: people leave, are away, and come back.

-- Records an event of service and all that follows from it: whether the employment and its assignments end on the day,
-- whether the seat becomes free, and the standing from then on. Nothing is deleted: a coming back on the day of an
-- event undoes it. An end that lies ahead is undone by a coming back on any day until then, and gives way to another
-- end; an absence before it leaves it in force. Returns the number of the event.
create or replace function record_service_event(
    p_agency_id integer, p_person_id bigint, p_kind text, p_day date, p_standing text, p_document_number text,
    p_document_date date, p_recorded_by text
) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_today date := city_day(now());
    v_employment record;
    v_person record;
    v_last record;
    v_standing record;
    v_from text;
    v_is_planned boolean;
    v_ended bigint[];
    v_until date[];
    v_event_id bigint;
begin
    -- Before anything is read: the person may be moving.
    perform lock_people();
    select p.kind, p.legal_status into v_person from person p
    where p.agency_id = p_agency_id and p.person_id = p_person_id;
    select employment_id, valid into v_employment from employment
    where agency_id = p_agency_id and person_id = p_person_id
    order by lower(valid) desc limit 1;
    if v_person.kind is null or v_employment.employment_id is null then
        raise exception 'the person has not served in this agency' using errcode = 'MU331';
    end if;
    select * into v_standing from legal_standing l
    where l.legal_standing = coalesce(p_standing, usual_standing(p_kind, v_person.kind));
    if v_standing.legal_standing is null then
        raise exception 'no legal standing belongs to the event %', p_kind
            using errcode = 'MU332', detail = jsonb_build_object('kind', p_kind)::text;
    end if;
    if p_document_date > v_today then
        raise exception 'the document is dated after today' using errcode = 'MU334';
    end if;
    select s.service_event_id, s.employment_id, s.kind, s.valid_from, s.legal_standing, s.document_number,
        s.document_date, s.recorded_by, l.event_kind, l.ends_employment into v_last
    from counted_event s
    join legal_standing l on l.legal_standing = s.legal_standing
    join employment e on e.agency_id = s.agency_id and e.employment_id = s.employment_id
    where s.agency_id = p_agency_id and e.person_id = p_person_id
    order by s.valid_from desc, s.service_event_id desc limit 1;
    v_is_planned := coalesce(
        v_last.ends_employment and v_last.valid_from > v_today and v_last.employment_id = v_employment.employment_id
            and upper(v_employment.valid) = v_last.valid_from,
        false
    );

    if v_is_planned and p_day <= v_last.valid_from then
        -- What holds until the day of the planned end.
        select l.event_kind into v_from
        from counted_event s
        join legal_standing l on l.legal_standing = s.legal_standing
        where s.agency_id = p_agency_id and s.employment_id = v_employment.employment_id
            and s.service_event_id <> v_last.service_event_id
        order by s.valid_from desc, s.service_event_id desc limit 1;
        if v_standing.event_kind is null and comes_back_from(p_kind, v_last.event_kind)
            and (p_day = v_last.valid_from or p_day >= v_today and v_from is null)
        then
            return undo_service_event(
                p_agency_id, v_last.service_event_id, p_kind, p_standing, p_document_number, p_document_date,
                p_recorded_by
            );
        elsif not v_standing.ends_employment and p_day < v_last.valid_from then
            perform undo_service_event(
                p_agency_id, v_last.service_event_id, 'reinstatement', null, p_document_number, p_document_date,
                p_recorded_by
            );
            v_event_id := record_service_event(
                p_agency_id, p_person_id, p_kind, p_day, p_standing, p_document_number, p_document_date, p_recorded_by
            );
            perform record_service_event(
                p_agency_id, p_person_id, v_last.kind, v_last.valid_from, v_last.legal_standing, v_last.document_number,
                v_last.document_date, v_last.recorded_by
            );
            return v_event_id;
        end if;
    end if;
    if p_day > v_today + 366 or (p_day > v_today and not v_standing.ends_employment) then
        raise exception 'an event of service may lie a year ahead if it ends the employment, and otherwise not ahead'
            using errcode = 'MU333';
    end if;
    if v_is_planned and v_standing.ends_employment
        and (v_last.event_kind <> v_standing.event_kind or v_last.valid_from <> p_day)
    then
        perform undo_service_event(
            p_agency_id, v_last.service_event_id, 'reinstatement', null, p_document_number, p_document_date,
            p_recorded_by
        );
        return record_service_event(
            p_agency_id, p_person_id, p_kind, p_day, p_standing, p_document_number, p_document_date, p_recorded_by
        );
    end if;
    if v_last.valid_from > p_day then
        raise exception 'a later event of service is on record, from %', v_last.valid_from
            using errcode = 'MU335', detail = jsonb_build_object('day', v_last.valid_from::text)::text;
    end if;

    if v_standing.event_kind is null then
        -- Without an event the imported text is all that is known.
        v_from := case when v_last.service_event_id is not null then v_last.event_kind else (
            select l.event_kind from legal_standing l
            where lower(v_person.legal_status) = any (
                regexp_split_to_array(lower(concat_ws('|', l.legal_standing, l.other_names)), '[|]')
            )
        ) end;
        if not comes_back_from(
            p_kind, coalesce(v_from, case when p_kind = 'contract_renewal' then 'contract_end' end)
        ) then
            raise exception '% does not end what is on record: %', p_kind,
                coalesce(v_last.legal_standing, v_person.legal_status)
                using errcode = 'MU341', detail = jsonb_build_object(
                    'kind', p_kind, 'standing', coalesce(v_last.legal_standing, v_person.legal_status)
                )::text;
        end if;
        if v_last.valid_from = p_day and v_last.event_kind is not null
            and (not v_last.ends_employment or upper(v_employment.valid) = p_day)
            and v_last.employment_id = v_employment.employment_id
        then
            v_event_id := undo_service_event(
                p_agency_id, v_last.service_event_id, p_kind, p_standing, p_document_number, p_document_date,
                p_recorded_by
            );
            -- An absence lies under what was undone, and the caller says that it is over, too.
            if p_standing is not null and exists (
                select from people_lacking('serves', p_day) l
                where l.agency_id = p_agency_id and l.employment_id = v_employment.employment_id
            ) then
                return record_service_event(
                    p_agency_id, p_person_id, 'reinstatement', p_day, p_standing, p_document_number, p_document_date,
                    p_recorded_by
                );
            end if;
            return v_event_id;
        end if;
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
        elsif p_kind <> 'contract_renewal' and v_from is null then
            raise exception 'the person serves; there is nothing to come back from' using errcode = 'MU337';
        end if;
    else
        if v_last.ends_employment then
            raise exception 'the person has left: % from %', v_last.legal_standing, v_last.valid_from
                using errcode = 'MU340', detail = jsonb_build_object(
                    'standing', v_last.legal_standing, 'day', v_last.valid_from::text
                )::text;
        end if;
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
        ended_until, former_status, recorded_by
    )
    values (
        p_agency_id, v_employment.employment_id, p_kind, p_day, v_standing.legal_standing, p_document_number,
        p_document_date, v_ended, v_until, v_person.legal_status, p_recorded_by
    )
    returning service_event_id into v_event_id;
    return v_event_id;
end
$$;

grant execute on function record_service_event to {city}_pool;
