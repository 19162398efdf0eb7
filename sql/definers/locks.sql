-- The one advisory lock that agencies take: nobody has the right to take any other.
create or replace function lock_ratings(p_agency_id integer, p_cycle_id integer) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    -- A direct login for itself only, whatever it sets: it could hold up another agency's close.
    if substring(session_user::text from '^{city}_agency_([0-9]{1,9})')::integer <> p_agency_id then
        raise exception 'ratings of another agency' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(rating_lock(p_agency_id, p_cycle_id));
end
$$;

alter function lock_ratings(integer, integer) owner to {city}_definer;
revoke all on function lock_ratings(integer, integer) from public;
grant execute on function lock_ratings(integer, integer) to {city}_agency, {city}_pool;
