-- Owner: {city}_definer
-- What the functions of the room Jobs ask the city: for which agencies there is work; and city_zone()
-- (routines/city.sql), whose clock sets the times of day. The room's own files name no table of the city.

-- The agencies in their order. A suspended agency comes back; a closed one does not.
create or replace function open_agencies() returns setof integer
language sql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
    select a.agency_id from agency a where a.state <> 'closed' order by a.agency_id
$$;

create or replace function is_agency_active(p_agency_id integer) returns boolean
language sql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
    select exists (select from agency a where a.agency_id = p_agency_id and a.state = 'active')
$$;
