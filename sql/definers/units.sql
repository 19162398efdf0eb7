-- Owner: {city}_carrier
-- Reorganises the units of an agency from a day on: called by {city}_mover, which has no right to the tables itself,
-- each in one transaction. Posts go on as they are, so that the time in a post and the decree stay; what was true
-- before the day is kept by the triggers of guard_units.sql.

-- The number of a unit that exists on the day; takes the turn that all take who reorganise, or move people.
create or replace function require_unit(p_agency_id integer, p_unit text, p_day date) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit record;
begin
    perform lock_people();
    if p_day is null or p_day > city_day(now()) then
        raise exception 'a reorganisation is recorded on its first day, or later' using errcode = 'MU363';
    end if;
    select org_unit_id, began_on, ended_on into v_unit from org_unit
    where agency_id = p_agency_id and siasn_id = p_unit;
    if v_unit.org_unit_id is null or v_unit.began_on > p_day then
        raise exception 'unit % does not exist on that day', p_unit
            using errcode = 'MU364', detail = jsonb_build_object('unit', p_unit)::text;
    end if;
    if v_unit.ended_on is not null then
        raise exception 'unit % ended on %', p_unit, v_unit.ended_on
            using errcode = 'MU365',
                detail = jsonb_build_object('unit', p_unit, 'day', v_unit.ended_on::text)::text;
    end if;
    return v_unit.org_unit_id;
end
$$;

create or replace function note_unit(
    p_agency_id integer, p_org_unit_id bigint, p_kind text, p_day date, p_other bigint, p_decree text, p_by text
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if nullif(trim(p_decree), '') is null or nullif(trim(p_by), '') is null then
        raise exception 'a reorganisation needs its decree and the person who records it' using errcode = 'MU366';
    end if;
    insert into org_unit_event (agency_id, org_unit_id, kind, valid_from, other_org_unit_id, decree_number, recorded_by)
    values (p_agency_id, p_org_unit_id, p_kind, p_day, p_other, p_decree, p_by);
end
$$;

-- Another name or parent from the day on. A null name keeps the present one; false when nothing changes.
create or replace function change_unit(
    p_agency_id integer, p_unit text, p_name text, p_moves boolean, p_parent text, p_day date, p_decree text, p_by text
) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_parent bigint;
begin
    if p_parent = p_unit then
        raise exception 'a unit would stand above itself' using errcode = 'MU361', table = 'org_unit';
    end if;
    if p_parent is not null then
        v_parent := require_unit(p_agency_id, p_parent, p_day);
    end if;
    update org_unit set name = coalesce(p_name, name),
        parent_siasn_id = case when p_moves then p_parent else parent_siasn_id end, since = p_day
    where agency_id = p_agency_id and org_unit_id = v_unit and (
        name <> p_name or p_moves and parent_siasn_id is distinct from p_parent
    );
    if not found then
        return false;
    end if;
    perform note_unit(
        p_agency_id, v_unit, case when p_moves then 'move' else 'rename' end, p_day, v_parent, p_decree, p_by
    );
    return true;
end
$$;

create or replace function begin_unit(
    p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_kind text, p_other bigint,
    p_decree text, p_by text
) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit bigint;
begin
    insert into org_unit (agency_id, siasn_id, parent_siasn_id, name, began_on, since)
    values (p_agency_id, p_unit, p_parent, p_name, p_day, p_day)
    on conflict (agency_id, siasn_id) do nothing
    returning org_unit_id into v_unit;
    if v_unit is null then
        raise exception 'unit % is on record already', p_unit
            using errcode = 'MU367', detail = jsonb_build_object('unit', p_unit)::text;
    end if;
    perform note_unit(p_agency_id, v_unit, p_kind, p_day, p_other, p_decree, p_by);
    return v_unit;
end
$$;

create or replace function add_unit(
    p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_decree text, p_by text
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_parent bigint;
begin
    perform lock_people();
    if p_day is null or p_day > city_day(now()) then
        raise exception 'a reorganisation is recorded on its first day, or later' using errcode = 'MU363';
    end if;
    if p_parent is not null then
        v_parent := require_unit(p_agency_id, p_parent, p_day);
    end if;
    perform begin_unit(p_agency_id, p_unit, p_name, p_parent, p_day, 'add', v_parent, p_decree, p_by);
end
$$;

-- The unit's last day is the one before.
create or replace function end_unit(p_agency_id integer, p_org_unit_id bigint, p_day date) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_later date;
begin
    select greatest(since, began_on + 1) into v_later from org_unit
    where agency_id = p_agency_id and org_unit_id = p_org_unit_id;
    if v_later > p_day then
        raise exception 'a later change is on record, from %', v_later
            using errcode = 'MU362', table = 'org_unit', detail = jsonb_build_object('day', v_later::text)::text;
    end if;
    update org_unit set ended_on = p_day where agency_id = p_agency_id and org_unit_id = p_org_unit_id;
end
$$;

-- The unit ends, with its posts: nobody may hold one, and no unit stand below.
create or replace function close_unit(p_agency_id integer, p_unit text, p_day date, p_decree text, p_by text)
returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_count integer;
begin
    select count(distinct a.employment_id) into v_count
    from post t
    join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id
    where t.agency_id = p_agency_id and t.org_unit_id = v_unit and a.valid && daterange(p_day, null);
    if v_count > 0 then
        raise exception 'people still hold posts of unit %: %', p_unit, v_count
            using errcode = 'MU371', detail = jsonb_build_object('unit', p_unit, 'count', v_count)::text;
    end if;
    select count(*) into v_count from org_unit
    where agency_id = p_agency_id and parent_siasn_id = p_unit and ended_on is null;
    if v_count > 0 then
        raise exception 'units still stand below unit %: %', p_unit, v_count
            using errcode = 'MU372', detail = jsonb_build_object('unit', p_unit, 'count', v_count)::text;
    end if;
    perform end_seats(
        p_agency_id, array(select post_id from post where agency_id = p_agency_id and org_unit_id = v_unit), p_day,
        p_decree, p_by
    );
    perform end_unit(p_agency_id, v_unit, p_day);
    perform note_unit(p_agency_id, v_unit, 'close', p_day, null, p_decree, p_by);
end
$$;

grant execute on function add_unit, change_unit, close_unit to {city}_mover;
