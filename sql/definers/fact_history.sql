-- Owner: {city}_guard
-- Former rows of assignments and posts, kept for every writer; and the number that nobody else may have.

create or replace function keep_assignment_history() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    insert into fact_history (agency_id, fact, fact_id, employment_id, former)
    select f.agency_id, 'assignment', f.assignment_id, f.employment_id,
        to_jsonb(f) - '{agency_id,assignment_id}'::text[]
    from former f
    join added a on a.agency_id = f.agency_id and a.assignment_id = f.assignment_id
    where a is distinct from f;
    return null;
end
$$;

create or replace trigger keep_assignment_history after update on assignment
    referencing old table as former new table as added for each statement execute function keep_assignment_history();

create or replace function keep_post_history() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    insert into fact_history (agency_id, fact, fact_id, former)
    select f.agency_id, 'post', f.post_id, to_jsonb(f) - '{agency_id,post_id}'::text[]
    from former f
    join added a on a.agency_id = f.agency_id and a.post_id = f.post_id
    where a is distinct from f;
    return null;
end
$$;

create or replace trigger keep_post_history after update on post
    referencing old table as former new table as added for each statement execute function keep_post_history();

-- A corrected NIP is nobody else's, in no agency: agency by agency, as in refuse_second_agency().
create or replace function refuse_taken_nip() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_fresh_view();
    perform lock_people();
    if exists (
        select from agency g
        join person o on o.agency_id = g.agency_id and o.nip = new.nip
        where (o.agency_id, o.person_id) <> (new.agency_id, new.person_id)
    ) then
        raise exception 'another person of the city has this NIP' using errcode = 'MU351', table = 'person';
    end if;
    return new;
end
$$;

create or replace trigger refuse_taken_nip before update of nip on person
    for each row when (new.nip <> old.nip) execute function refuse_taken_nip();
