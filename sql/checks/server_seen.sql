-- Why: these functions of the server tell any login which agency is being written to, who is connected, how many rows every table
-- of the city has, or let it fill the log of changes.
-- Mend: `mutasi db init` takes them from PUBLIC; pg_monitor has those that only watch.
select f.oid::regprocedure::text || ' to ' || coalesce(r.rolname, 'PUBLIC') as object, 'execute is granted' as problem
from pg_proc f
cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x
left join pg_roles r on r.oid = x.grantee
where f.pronamespace = 'pg_catalog'::regnamespace
    and f.proname ~ '^(pg_lock_status|pg_logical_emit_message|pg_stat_get_.*)$'
    and (x.grantee = 0 or r.rolname ~ '^{city}_agency(_[0-9]|$)')
