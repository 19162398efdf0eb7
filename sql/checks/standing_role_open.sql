-- Why: each of the city's roles has one scope. A membership that sql/roles.sql does not give joins two, and a group
-- that logs in has no program in front of it.
-- Mend: revoke it, or give it in sql/roles.csv; `alter role … nologin` for a group.
with standing (member) as (
    select '{city}_' || x from unnest(string_to_array('{role_words}|backup|admin|daemon', '|')) x
),
given (member, role) as (
    values ('{city}_definer', '{city}_agency'), {memberships}
)
select r.rolname as object, 'is a member of ' || g.rolname as problem
from standing v
join pg_roles r on r.rolname = v.member
join pg_auth_members m on m.member = r.oid
join pg_roles g on g.oid = m.roleid
where not exists (select from given x where x.member = v.member and x.role = g.rolname)
    -- owner_reachable, server_role_held and agency_role_open find these.
    and g.rolname not in ('{city}_owner', {keepers})
    and not g.rolsuper
    and g.rolname !~ '^pg_|^{city}_agency_[0-9]'
union all
select r.rolname, 'may grant ' || g.rolname
from standing v
join pg_roles r on r.rolname = v.member
join pg_auth_members m on m.member = r.oid and m.admin_option
join pg_roles g on g.oid = m.roleid
where r.rolname <> '{city}_definer'
union all
select r.rolname, 'can log in'
from standing v
join pg_roles r on r.rolname = v.member
where r.rolcanlogin
    -- owner_reachable finds the first ones.
    and r.rolname not in (
        '{city}_owner', {keepers}, '{city}_backup', '{city}_admin', '{city}_daemon'
    )
