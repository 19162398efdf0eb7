-- Why: the owner may switch the policies off, {city}_definer may take every role that is not a superuser's, and the
-- other owners of functions and windows see or write what nobody else may.
-- Mend: revoke it. Only {city}_admin takes {city}_owner, for migrations; nobody takes the others, and none of them logs
-- in.
select r.rolname as object, 'may take ' || g.rolname as problem
from pg_roles g
join pg_roles r on r.oid <> g.oid and pg_has_role(r.oid, g.oid, 'member')
where g.rolname in ('{city}_owner', {keepers})
    and not r.rolsuper
    and not (r.rolname = '{city}_admin' and g.rolname = '{city}_owner')
union all
select r.rolname, 'can log in'
from pg_roles r
where r.rolname in ('{city}_owner', {keepers})
    and r.rolcanlogin
