-- Owner: {city}_guard
-- Refusals about transfers, for every writer. As in guard_people.sql.

-- A case goes on by the steps of transfer_step and in no other way.
create or replace function require_transfer_course() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_wrong record;
begin
    perform require_fresh_view();
    select a.number, f.state as former, a.state into v_wrong
    from added a
    join former f on f.agency_id = a.agency_id and f.transfer_case_id = a.transfer_case_id
    where a.state <> f.state
        and not exists (select from transfer_step s where s.from_state = f.state and s.to_state = a.state)
    limit 1;
    if found then
        raise exception 'the transfer % is %, and % cannot follow', v_wrong.number, v_wrong.former, v_wrong.state
            using errcode = 'MU702', table = 'transfer_case', detail = jsonb_build_object(
                'number', v_wrong.number, 'state', v_wrong.former, 'step', v_wrong.state
            )::text;
    end if;
    return null;
end
$$;

create or replace trigger require_transfer_course after update on transfer_case
    referencing old table as former new table as added for each statement execute function require_transfer_course();

create or replace function require_transfer_draft() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if exists (select from added a where a.state <> 'draft') then
        raise exception 'a transfer begins as a draft' using errcode = 'MU739', table = 'transfer_case';
    end if;
    return null;
end
$$;

create or replace trigger require_transfer_draft after insert on transfer_case
    referencing new table as added for each statement execute function require_transfer_draft();
