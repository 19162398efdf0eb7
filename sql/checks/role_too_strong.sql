-- Why: superuser, BYPASSRLS, REPLICATION and CREATEROLE stand above every policy, and a login in two scope groups sees the
-- union of both.
-- Mend: `alter role … nobypassrls` and the like; leave bypassrls to {city}_backup and createrole to {city}_definer.
select r.rolname as object, 'has an attribute above the policies' as problem
from pg_roles r
where r.rolname like '{city}\_%'
    and (
        r.rolsuper
        or r.rolreplication
        or (r.rolbypassrls and r.rolname <> '{city}_backup')
        or (r.rolcreaterole and r.rolname <> '{city}_definer')
    )
union all
select m.rolname, 'inherits more than one scope group'
from pg_roles m
join pg_auth_members x on x.member = m.oid
join pg_roles g on g.oid = x.roleid
where m.rolname like '{city}\_%'
    and m.rolinherit
    and g.rolname in (
        '{city}_owner', '{city}_agency', '{city}_pool', '{city}_personnel', '{city}_mover', '{city}_provisioner',
        '{city}_worker', '{city}_auditor'
    )
group by m.rolname
having count(*) > 1
