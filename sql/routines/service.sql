-- Leaving, being away and coming back: the events of service, and what follows from the standing that each begins.

-- The events that count: neither undone by a further one, nor one that undoes.
create or replace view counted_event with (security_invoker = true) as
select s.agency_id, s.service_event_id, s.employment_id, s.kind, s.valid_from, s.legal_standing, s.document_number,
    s.document_date, s.ended_assignments, s.ended_until, s.former_status, s.recorded_by, s.recorded_at
from service_event s
left join service_event u on u.agency_id = s.agency_id and u.undoes = s.service_event_id
where s.undoes is null and u.undoes is null;

revoke all on counted_event from public, {groups};
grant select on counted_event to {city}_pool, {city}_appraiser, {city}_personnel;

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
        from counted_event s
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
            select from counted_event s where s.agency_id = e.agency_id and s.employment_id = e.employment_id
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
    select coalesce(array_agg(distinct s.employment_id), '{}') into v_dated from counted_event s
    where s.agency_id = p_agency_id and s.employment_id between p_first and p_last;
    return array(
        select s.employment_id
        from (
            select distinct on (s.employment_id) s.employment_id, s.legal_standing from counted_event s
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

-- Whether a kind of coming back fits the absence or the end that it is to end.
create or replace function comes_back_from(p_kind text, p_from text) returns boolean
language sql
immutable
parallel safe
set search_path from current
as $$
    select case p_kind
        when 'leave_end' then p_from = 'unpaid_leave'
        when 'secondment_end' then p_from = 'secondment_out'
        when 'contract_renewal' then p_from = 'contract_end'
        else true
    end
$$;

grant execute on function standings_without to {city}_pool, {city}_personnel, {city}_appraiser;
grant execute on function people_not_appraised to {city}_appraiser;
grant execute on function people_lacking to {city}_pool, {city}_personnel, {city}_appraiser;
grant execute on function usual_standing, comes_back_from to {city}_appraiser;
