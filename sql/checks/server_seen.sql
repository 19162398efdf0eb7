-- Why: these functions of the server show any login which agency is being written to, who is connected, and how many
-- rows every table of the city has.
-- Mend: `mutasi db init` takes them from PUBLIC, and leaves them to pg_monitor.
select f.oid::regprocedure::text || ' to ' || coalesce(r.rolname, 'PUBLIC') as object, 'execute is granted' as problem
from pg_proc f
cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x
left join pg_roles r on r.oid = x.grantee
where f.pronamespace = 'pg_catalog'::regnamespace
    and (
        f.proname in ('pg_lock_status', 'pg_blocking_pids', 'pg_safe_snapshot_blocking_pids')
        or f.proname ~ '^pg_stat_get_' and f.pronargs = 1 and f.proargtypes[0] in ('oid'::regtype, 'integer'::regtype)
    )
    and (x.grantee = 0 or r.rolname ~ '^{city}_agency(_[0-9]|$)')
