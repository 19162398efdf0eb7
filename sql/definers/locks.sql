-- Owner: {city}_definer
-- The advisory locks of the city. Only these functions may take one: they are one namespace for the database, and a
-- session that takes another's lock stops it.

-- One agency's ratings of a cycle. Raters hold them together with all others who rate (`rate`), chunks of the close
-- together with each other (`close`), and these two keep each other out; imports, revisions and milestones hold them
-- alone (`alone`). The server's locks cannot express two groups, so there are four parts: a rater shares all of them, a
-- chunk of the close takes a free one. Called for rows that have passed their policy, and by the functions that carry
-- people over.
create or replace function hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_locks bigint[] := rating_locks(p_agency_id, p_cycle_id);
    v_lock bigint;
begin
    -- Each lock takes a place in a server table that all share: no lock for a cycle that does not exist.
    if not exists (select from cycle where cycle_id = p_cycle_id) then
        raise exception 'there is no cycle %', p_cycle_id
            using errcode = 'MU101', table = 'cycle', detail = jsonb_build_object('cycle', p_cycle_id::text)::text;
    end if;
    case p_how
        when 'rate' then
            foreach v_lock in array v_locks loop perform pg_advisory_xact_lock_shared(v_lock); end loop;
        when 'alone' then
            foreach v_lock in array v_locks loop perform pg_advisory_xact_lock(v_lock); end loop;
        when 'close' then
            foreach v_lock in array v_locks loop
                if pg_try_advisory_xact_lock(v_lock) then
                    return;
                end if;
            end loop;
            perform pg_advisory_xact_lock(v_locks[1 + pg_backend_pid() % cardinality(v_locks)]);
        else
            raise exception 'ratings are held to rate, to close or alone' using errcode = 'invalid_parameter_value';
    end case;
end
$$;

-- The same, for the caller itself only: a session that holds it holds up the agency's close.
create or replace function lock_ratings(p_agency_id integer, p_cycle_id integer, p_how text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if p_agency_id::text is distinct from current_setting('mutasi.agency', true) then
        raise exception 'ratings of another agency' using errcode = 'insufficient_privilege';
    end if;
    perform hold_ratings(p_agency_id, p_cycle_id, p_how);
end
$$;

-- Taken where people come or go between agencies, or an agency closes.
create or replace function lock_people() returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select pg_advisory_xact_lock(hashtext('mutasi people'), hashtext('{city}'))
$$;

-- Taken where seats of an agency are filled.
create or replace function lock_seats(p_agency_id integer) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select pg_advisory_xact_lock(hashtext('mutasi seats {city}'), p_agency_id)
$$;

-- Taken where agencies are added.
create or replace function lock_agencies() returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select pg_advisory_xact_lock(hashtext('mutasi agencies'), hashtext('{city}'))
$$;

-- Taken where cycles are added.
create or replace function lock_cycles() returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select pg_advisory_xact_lock(hashtext('mutasi cycles'), hashtext('{city}'))
$$;

grant execute on function hold_ratings to {city}_appraiser, {city}_carrier, {city}_guard;
grant execute on function lock_ratings to {city}_pool, {city}_appraiser;
grant execute on function lock_people to {city}_pool, {city}_appraiser, {city}_carrier, {city}_guard;
grant execute on function lock_seats to {city}_guard;
grant execute on function lock_agencies to {city}_provisioner;
grant execute on function lock_cycles to {city}_personnel, {city}_worker;
