-- Why: a parent's policies do not hold for a partition or child that is named itself, and materialized views and
-- foreign tables have none: a role that may read these reads every agency.
-- Mend: revoke it; grant on the parent, or fill an ordinary table with policies.
select c.relname || ' to ' || coalesce(r.rolname, 'PUBLIC') as object,
    lower(x.privilege_type) || ' is granted' as problem
from pg_class c
cross join lateral (
    select a.* from aclexplode(c.relacl) a
    union
    select a.* from pg_attribute t cross join aclexplode(t.attacl) a where t.attrelid = c.oid
) x
left join pg_roles r on r.oid = x.grantee
where c.relnamespace = current_schema()::regnamespace
    and (
        c.relispartition
        or c.relkind in ('m', 'f')
        or exists (select from pg_inherits i where i.inhrelid = c.oid)
    )
    and c.relkind not in ('i', 'I')
    and x.grantee <> c.relowner
