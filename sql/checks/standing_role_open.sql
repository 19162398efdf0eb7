-- Why: each of the city's roles has one scope. A membership that sql/roles.sql does not give joins two, and a group
-- that logs in has no program in front of it.
-- Mend: revoke it, or give it in sql/roles.sql and here; `alter role … nologin` for a group.
with given (member, roles) as (
    values ('{city}_owner', array[]::text[]), ('{city}_definer', array['agency']), ('{city}_audit', array[]::text[]),
        ('{city}_verifier', array[]::text[]), ('{city}_window', array[]::text[]),
        ('{city}_appraiser', array[]::text[]), ('{city}_carrier', array[]::text[]), ('{city}_guard', array[]::text[]),
        ('{city}_agency', array[]::text[]), ('{city}_pool', array[]::text[]), ('{city}_personnel', array[]::text[]),
        ('{city}_mover', array[]::text[]), ('{city}_provisioner', array[]::text[]), ('{city}_worker', array[]::text[]),
        ('{city}_auditor', array[]::text[]), ('{city}_backup', array[]::text[]),
        ('{city}_admin', array['pool', 'personnel', 'mover', 'provisioner', 'worker', 'auditor']),
        ('{city}_daemon', array['pool', 'mover', 'worker'])
)
select r.rolname as object, 'is a member of ' || g.rolname as problem
from given v
join pg_roles r on r.rolname = v.member
join pg_auth_members m on m.member = r.oid
join pg_roles g on g.oid = m.roleid
where g.rolname <> all (select '{city}_' || x from unnest(v.roles) x)
    -- owner_reachable, server_role_held and agency_role_open have these.
    and g.rolname not in ('{city}_owner', {keepers})
    and not g.rolsuper
    and g.rolname !~ '^pg_|^{city}_agency_[0-9]'
union all
select r.rolname, 'may grant ' || g.rolname
from given v
join pg_roles r on r.rolname = v.member
join pg_auth_members m on m.member = r.oid and m.admin_option
join pg_roles g on g.oid = m.roleid
where r.rolname <> '{city}_definer'
union all
select r.rolname, 'can log in'
from given v
join pg_roles r on r.rolname = v.member
where r.rolcanlogin
    -- owner_reachable has the first ones.
    and r.rolname not in (
        '{city}_owner', {keepers}, '{city}_backup', '{city}_admin', '{city}_daemon'
    )
