-- Owner: {city}_verifier
-- Checks whether a login has the password that it was given. Only {city}_verifier reads what the server keeps of
-- passwords: this function returns only hashes of it, only for this city's agencies, and touches nothing that others
-- own.

create or replace function login_verifiers() returns table (rolname text, sha256 bytea)
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select a.rolname::text, pg_catalog.sha256(pg_catalog.convert_to(a.rolpassword, 'UTF8'))
    from pg_catalog.pg_authid a
    where a.rolname ~ '^{city}_agency_[0-9]{1,9}_[a-z][a-z0-9]{0,11}$'::text
$$;

grant execute on function login_verifiers() to {city}_definer;
