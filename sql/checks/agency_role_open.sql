-- Why: an agency's login has its rights from its agency's role, and that from {city}_agency. With another membership it
-- reaches another agency, or still reaches its own when that is suspended; and any other member of the agency's role
-- may take it.
-- Mend: revoke what `mutasi agency` did not grant. The role {city}_agency_<id> itself never logs in.
select r.rolname as object, 'is a member of ' || g.rolname as problem
from pg_roles r
join pg_auth_members m on m.member = r.oid
join pg_roles g on g.oid = m.roleid
where r.rolname ~ '^{city}_agency_[0-9]'
    and g.rolname <> coalesce(substring(r.rolname from '^({city}_agency_[0-9]+)_'), '{city}_agency')
    -- owner_reachable and server_role_held have these.
    and g.rolname not in ('{city}_owner', {keepers})
    and not g.rolsuper
    and g.rolname !~ '^pg_'
union all
select g.rolname, 'has the member ' || r.rolname
from pg_roles g
join pg_auth_members m on m.roleid = g.oid
join pg_roles r on r.oid = m.member
where g.rolname ~ '^{city}_agency_[0-9]'
    and r.rolname !~ '^{city}_agency_[0-9]'
    -- From PostgreSQL 16 on, who makes a role is its member, without inheriting it.
    and r.rolname <> '{city}_definer'
union all
select r.rolname, 'may grant ' || g.rolname
from pg_roles r
join pg_auth_members m on m.member = r.oid
join pg_roles g on g.oid = m.roleid
where r.rolname ~ '^{city}_agency_[0-9]'
    and m.admin_option
union all
select r.rolname, 'can log in'
from pg_roles r
where r.rolname ~ '^{city}_agency_[0-9]+$'
    and r.rolcanlogin
