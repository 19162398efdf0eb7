-- Why: PUBLIC's default rights let every login connect, shadow tables with temporary ones, and plant objects in public. A
-- copied or restored database has these defaults again.
-- Mend: `mutasi db init` sets the database's privileges; it changes nothing else.
select d.datname as object, lower(x.privilege_type) || ' is granted to PUBLIC' as problem
from pg_database d
cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
where d.datname = current_database() and x.grantee = 0
union all
select 'public', 'PUBLIC may create objects in it'
from pg_namespace n
cross join aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x
where n.nspname = 'public' and x.grantee = 0 and x.privilege_type = 'CREATE'
