-- Whether a login has the password that it was given. Nobody but {city}_verifier reads what the server keeps of passwords:
-- it owns one function, which gives only hashes of it, of this city's agencies only, and touches nothing that others own.

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

alter function login_verifiers() owner to {city}_verifier;
revoke all on function login_verifiers() from public;
grant execute on function login_verifiers() to {city}_definer;

-- The roles of logins whose password was changed since. An older login, which has no fingerprint, is not among them.
create or replace function changed_passwords() returns setof text
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select v.rolname
    from agency_login l
    join login_fingerprint f on f.agency_id = l.agency_id and f.label = l.label
    join login_verifiers() v on v.rolname = login_role(l.agency_id, l.label)
    where l.revoked_at is null
        and v.sha256 is distinct from f.sha256
$$;

alter function changed_passwords() owner to {city}_definer;
revoke all on function changed_passwords() from public;
grant execute on function changed_passwords() to {city}_owner;
