-- Why: superuser, BYPASSRLS and REPLICATION are above every policy; on PostgreSQL 15, CREATEROLE takes any role, and a
-- role that may create databases owns them.
-- Mend: `alter role … nobypassrls` and the like; leave bypassrls to {city}_backup and createrole to {city}_definer.
select r.rolname as object, 'has ' || a.name as problem
from pg_roles r
cross join lateral (
    values ('superuser', r.rolsuper), ('replication', r.rolreplication), ('createdb', r.rolcreatedb),
        ('bypassrls', r.rolbypassrls and r.rolname <> '{city}_backup'),
        ('createrole', r.rolcreaterole and r.rolname <> '{city}_definer')
) a (name, has)
where a.has
    -- The city's own roles, and their members: another city's name may begin like ours.
    and (
        r.rolname ~ '^{city}_(({role_words})$'
            '|(backup|admin|daemon)$|agency_[0-9])'
        or exists (
            select from pg_roles g
            where g.rolname ~ '^{city}_({role_words}|admin|daemon)$'
                and not r.rolsuper
                and pg_has_role(r.oid, g.oid, 'member')
        )
    )
