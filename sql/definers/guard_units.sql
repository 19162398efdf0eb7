-- Owner: {city}_guard
-- Refusals about the tree of units, for every writer; and the former state that is kept of units and posts.

-- No unit stands above itself, over any number of steps. A circle that is there already, from an older version, stays
-- until one of its units gets another parent.
create or replace function refuse_unit_circle() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_agency_id integer;
    v_moved bigint[];
begin
    perform require_fresh_view();
    if tg_op = 'INSERT' then
        v_moved := array(select a.org_unit_id from added a where a.parent_siasn_id is not null);
    else
        v_moved := array(
            select a.org_unit_id from added a
            join former f on f.agency_id = a.agency_id and f.org_unit_id = a.org_unit_id
            where a.parent_siasn_id is not null and a.parent_siasn_id is distinct from f.parent_siasn_id
        );
    end if;
    for v_agency_id in
        select distinct a.agency_id from added a where a.org_unit_id = any (v_moved) order by a.agency_id
    loop
        -- Two writers could each close half of a circle.
        perform lock_seats(v_agency_id);
        if exists (
            with recursive above as (
                select u.siasn_id as unit, u.parent_siasn_id as place
                from org_unit u where u.agency_id = v_agency_id and u.org_unit_id = any (v_moved)
                union
                select a.unit, u.parent_siasn_id
                from above a
                join org_unit u on u.agency_id = v_agency_id and u.siasn_id = a.place
                where a.place <> a.unit
            )
            select from above where place = unit
        ) then
            raise exception 'a unit would stand above itself' using errcode = 'MU361', table = 'org_unit';
        end if;
    end loop;
    return null;
end
$$;

create or replace trigger refuse_unit_circle after insert on org_unit
    referencing new table as added for each statement execute function refuse_unit_circle();
create or replace trigger refuse_unit_circle_later after update on org_unit
    referencing old table as former new table as added for each statement execute function refuse_unit_circle();

-- A change of a unit or a post comes after those on record. One of the same day, or without a day, corrects what was
-- wrong.
create or replace function require_later(p_table text, p_since date, p_last date) returns void
language plpgsql
immutable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if p_since is null or p_since < p_last then
        raise exception 'a later change is on record, from %', p_last
            using errcode = 'MU362', table = p_table, detail = jsonb_build_object('day', p_last::text)::text;
    end if;
end
$$;

-- What was true until the day of a change.
create or replace function keep_former_unit() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_later('org_unit', new.since, greatest(old.since, old.began_on));
    insert into org_unit_former (agency_id, org_unit_id, valid, name, parent_siasn_id)
    select old.agency_id, old.org_unit_id, daterange(coalesce(old.since, old.began_on), new.since), old.name,
        old.parent_siasn_id
    where coalesce(old.since, old.began_on) is distinct from new.since;
    return null;
end
$$;

create or replace function keep_former_post() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_later('post', new.since, old.since);
    insert into post_former (agency_id, post_id, valid, org_unit_id)
    values (old.agency_id, old.post_id, daterange(old.since, new.since), old.org_unit_id);
    return null;
end
$$;

create or replace trigger keep_former_unit after update on org_unit
    for each row when (old.since is distinct from new.since) execute function keep_former_unit();
create or replace trigger keep_former_post after update on post
    for each row when (old.since is distinct from new.since) execute function keep_former_post();
