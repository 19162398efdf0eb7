-- Why: a city-wide table has no agency_id, so no policy separates one agency's rows from another's: a role that writes
-- there writes for all.
-- Mend: agencies and the pool read it; {city}_personnel, {city}_provisioner or {city}_worker write it. Or give the
-- table an agency_id.
select c.relname || ' to ' || pg_get_userbyid(x.grantee) as object, lower(x.privilege_type) || ' is granted' as problem
from pg_class c
cross join lateral (
    select a.grantee, a.privilege_type from aclexplode(c.relacl) a where a.privilege_type = 'INSERT'
    union
    select a.grantee, a.privilege_type
    from pg_attribute t
    cross join aclexplode(t.attacl) a
    where t.attrelid = c.oid and a.privilege_type in ('INSERT', 'UPDATE')
) x
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and x.grantee in ('{city}_agency'::regrole, '{city}_pool'::regrole)
    and (
        c.relname in ('agency', 'agency_name')
        or not exists (
            select from pg_attribute t where t.attrelid = c.oid and t.attname = 'agency_id' and not t.attisdropped
        )
    )
