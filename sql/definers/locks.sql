-- The one advisory lock that agencies take: nobody has the right to take any other.
create or replace function lock_ratings(p_agency_id integer, p_cycle_id integer) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    -- For oneself only: whoever holds it holds up the agency's close. A direct login is bound by its name, whatever it sets.
    if p_agency_id is distinct from coalesce(
        substring(session_user::text from '^{city}_agency_([0-9]{1,9})')::integer,
        nullif(current_setting('mutasi.agency', true), '')::integer
    ) and not (select rolsuper from pg_roles where rolname = session_user) then
        raise exception 'ratings of another agency' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(rating_lock(p_agency_id, p_cycle_id));
end
$$;

alter function lock_ratings(integer, integer) owner to {city}_definer;
revoke all on function lock_ratings(integer, integer) from public;
grant execute on function lock_ratings(integer, integer) to {city}_agency, {city}_pool;
