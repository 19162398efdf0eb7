-- Why: a policy is not a wall against a login that writes its own conditions: what a condition does for a row that the
-- policy would hide can be told from what it does not. An agency reads through windows, which no condition passes.
-- Mend: revoke it, and drop the policy; give {city}_window the right to read in sql/policies/<table>.sql, then
-- `mutasi db init`.
select c.relname || ' to ' || pg_get_userbyid(x.grantee) as object, lower(x.privilege_type) || ' is granted' as problem
from pg_class c
cross join lateral (
    select a.grantee, a.privilege_type from aclexplode(c.relacl) a
    union
    select a.grantee, a.privilege_type
    from pg_attribute t
    cross join aclexplode(t.attacl) a
    where t.attrelid = c.oid
) x
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p', 'v')
    and c.relowner <> '{city}_window'::regrole
    and x.privilege_type in ('SELECT', 'UPDATE', 'DELETE')
    -- grant_to_others has the roles of single agencies.
    and x.grantee = '{city}_agency'::regrole
    and c.relname not in ('agency', 'agency_name')
    and exists (
        select from pg_attribute t where t.attrelid = c.oid and t.attname = 'agency_id' and not t.attisdropped
    )
