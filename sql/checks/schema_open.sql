-- Why: a role that may create in the city's schema, or in public, plants functions and operators that others then call.
-- Mend: `mutasi db init` takes CREATE on public from PUBLIC; revoke the rest. Only the owner creates.
select n.nspname || ' to ' || coalesce(r.rolname, 'PUBLIC') as object, 'create is granted' as problem
from pg_namespace n
cross join aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x
left join pg_roles r on r.oid = x.grantee
where x.privilege_type = 'CREATE'
    and x.grantee <> n.nspowner
    and n.nspname in (current_schema(), 'public')
union all
select n.nspname, 'belongs to ' || pg_get_userbyid(n.nspowner)
from pg_namespace n
where n.nspname = current_schema()
    and n.nspowner <> '{city}_owner'::regrole
