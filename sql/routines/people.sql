-- Keeps what a person's row said before each change.
create or replace function keep_person_history() returns trigger
language plpgsql
volatile
set search_path from current
as $$
begin
    insert into person_history (agency_id, person_id, former)
    select f.agency_id, f.person_id, to_jsonb(f) - 'agency_id' - 'person_id'
    from former f;
    return null;
end
$$;

create or replace trigger keep_person_history
    after update on person
    referencing old table as former
    for each statement execute function keep_person_history();

-- An employment begins in the agency that the person serves.
create or replace function require_person() returns trigger
language plpgsql
volatile
set search_path from current
as $$
begin
    if exists (
        select from added a
        where (
            select p.person_id from person p where p.agency_id = a.agency_id and p.person_id = a.person_id
        ) is null
    ) then
        raise exception 'an employment needs its person in the same agency'
            using errcode = 'foreign_key_violation', table = 'employment';
    end if;
    return null;
end
$$;

create or replace trigger require_person
    after insert on employment
    referencing new table as added
    for each statement execute function require_person();

-- The day from which somebody is retired: the first of the month after the birthday of that age (Retirement in Personnel).
create or replace function retires_on(p_birth_date date, p_age integer) returns date
language sql
immutable
parallel safe
set search_path from current
as $$
    select (date_trunc('month', p_birth_date + make_interval(years => p_age)) + interval '1 month')::date
$$;

grant execute on function retires_on to {city}_pool, {city}_personnel;
