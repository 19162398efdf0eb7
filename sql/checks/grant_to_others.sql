-- Why: PUBLIC is everybody, and a role that is granted something by name keeps it when its group, or its
-- agency's membership, is taken away.
-- Mend: revoke it; grant to the city's group roles, in sql/policies, or beside a function in sql/routines.
with granted (object, owner, acl) as (
    select c.relname, c.relowner, c.relacl
    from pg_class c
    -- grant_past_policies has the others.
    where c.relnamespace = current_schema()::regnamespace
        and c.relkind in ('r', 'p', 'v', 'S')
        and not exists (select from pg_inherits i where i.inhrelid = c.oid)
    union all
    select c.relname || '.' || t.attname, c.relowner, t.attacl
    from pg_class c
    join pg_attribute t on t.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace
        and c.relkind in ('r', 'p', 'v')
        and not exists (select from pg_inherits i where i.inhrelid = c.oid)
    union all
    select f.oid::regprocedure::text, f.proowner, coalesce(f.proacl, acldefault('f', f.proowner))
    from pg_proc f
    where f.pronamespace = current_schema()::regnamespace
    union all
    select 'schema ' || n.nspname, n.nspowner, n.nspacl
    from pg_namespace n
    where n.nspname = current_schema()
)
select g.object || ' to ' || coalesce(r.rolname, 'PUBLIC') as object,
    lower(x.privilege_type) || ' is granted' as problem
from granted g
cross join aclexplode(g.acl) x
left join pg_roles r on r.oid = x.grantee
where x.grantee <> g.owner
    -- schema_open has CREATE.
    and x.privilege_type <> 'CREATE'
    and coalesce(r.rolname, '')
        !~ '^{city}_({role_words})$'
