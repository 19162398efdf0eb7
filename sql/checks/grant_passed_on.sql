-- Why: the holder of a right with grant option gives it to anybody, and no file of sql/ knows.
-- Mend: `revoke grant option for …`.
with granted (object, owner, acl) as (
    select c.relname, c.relowner, c.relacl from pg_class c where c.relnamespace = current_schema()::regnamespace
    union all
    select c.relname || '.' || t.attname, c.relowner, t.attacl
    from pg_class c
    join pg_attribute t on t.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace
    union all
    select f.oid::regprocedure::text, f.proowner, f.proacl
    from pg_proc f
    where f.pronamespace = current_schema()::regnamespace
    union all
    select 'schema ' || n.nspname, n.nspowner, n.nspacl from pg_namespace n where n.nspname = current_schema()
    union all
    select 'database ' || d.datname, d.datdba, d.datacl from pg_database d where d.datname = current_database()
)
select g.object || ' to ' || pg_get_userbyid(x.grantee) as object,
    lower(x.privilege_type) || ' with grant option' as problem
from granted g
cross join aclexplode(g.acl) x
where x.grantee <> g.owner
    and x.is_grantable
