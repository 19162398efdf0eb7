-- Whose rows a transaction may see: compared with agency_id by every policy of a tenant table, and put into the statement
-- by the planner, so that an index is used. Null for anybody else, and then nothing is seen. The bodies are parsed here
-- and now, so no search_path of a caller reaches them; `mutasi db check` compares them.

-- A direct login is bound by its name, and its role's rights by the membership that a suspended agency does not have.
create or replace function login_agency() returns integer
language sql
stable
parallel safe
return nullif(
    substring(current_user::text from '^{city}_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'), ''
)::integer;

-- The pool is bound by the transaction's setting, as long as the agency's role is in the group.
create or replace function pool_agency() returns integer
language sql
stable
parallel safe
return case
    when pg_has_role(
        to_regrole('{city}_agency_' || current_setting('mutasi.agency', true))::oid, '{city}_agency', 'usage'
    ) then nullif(current_setting('mutasi.agency', true), '')::integer
end;

revoke all on function login_agency, pool_agency from public;
grant execute on function login_agency to {city}_agency;
grant execute on function pool_agency to {city}_pool;
