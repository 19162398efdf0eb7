-- Why: advisory locks are one namespace for the database: a session that takes another's lock stops it, or pretends to
-- be it. Large objects have no policies.
-- Mend: `mutasi db init` takes both from everybody; sql/definers/locks.sql takes the locks that are needed.
select f.oid::regprocedure::text || ' to ' || coalesce(r.rolname, 'PUBLIC') as object, 'execute is granted' as problem
from pg_proc f
cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x
left join pg_roles r on r.oid = x.grantee
where f.pronamespace = 'pg_catalog'::regnamespace
    and f.proname ~ '^(pg_(try_)?advisory_|lo_|lo(read|write|_))'
    and (
        x.grantee = 0
        or r.rolname ~ '^{city}_' and r.rolname not in ('{city}_owner', {keepers})
    )
