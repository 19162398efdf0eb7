-- Why: PUBLIC's default rights let every login connect and shadow tables with temporary ones; a role that may create in
-- the database brings its own schemas and extensions. A copied or restored database has the defaults again.
-- Mend: `mutasi db init` takes everything from PUBLIC; revoke the rest. Only {city}_pool has temporary tables.
select d.datname || ' to ' || coalesce(r.rolname, 'PUBLIC') as object,
    lower(x.privilege_type) || ' is granted' as problem
from pg_database d
cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
left join pg_roles r on r.oid = x.grantee
where d.datname = current_database()
    and x.grantee <> d.datdba
    and (
        x.grantee = 0
        or (
            x.privilege_type <> 'CONNECT'
            and r.rolname
                ~ '^{city}_(?!owner)({role_words}|admin|daemon)'
            and not (r.rolname = '{city}_pool' and x.privilege_type = 'TEMPORARY')
        )
    )
