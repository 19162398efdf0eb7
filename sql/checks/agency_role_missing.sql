-- Why: an agency has its rights, or has none, by its role on the server; a database's dump holds no roles.
-- After a restore, or a change by hand, an active agency sees nothing, a suspended one sees its rows, a revoked login
-- still works; after an upgrade of the server no login can be rotated.
-- Mend: `mutasi db init` as a superuser. A login without a role: `mutasi login revoke`, then `mutasi login add`; one
-- that cannot log in: `mutasi login rotate`; a role that is not listed: `drop role …`, if nobody uses it.
with agency_role (agency_id, state, rolname) as (
    select a.agency_id, a.state, '{city}_agency_' || a.agency_id from agency a
),
login_role (agency_id, is_listed, rolname) as (
    select l.agency_id, l.revoked_at is null, '{city}_agency_' || l.agency_id || '_' || l.label from agency_login l
),
membership (granted, member, grantor) as (
    select g.rolname, r.rolname, b.rolname
    from pg_auth_members m
    join pg_roles g on g.oid = m.roleid
    join pg_roles r on r.oid = m.member
    join pg_roles b on b.oid = m.grantor
)
select a.rolname as object, 'is missing on this server: agency ' || a.agency_id || ' is active' as problem
from agency_role a
where a.state = 'active'
    and not exists (select from pg_roles r where r.rolname = a.rolname)
union all
select a.rolname, 'is not a member of {city}_agency: agency ' || a.agency_id || ' is active'
from agency_role a
join pg_roles r on r.rolname = a.rolname
where a.state = 'active'
    and not exists (select from membership m where m.granted = '{city}_agency' and m.member = a.rolname)
union all
select a.rolname, 'is a member of {city}_agency: agency ' || a.agency_id || ' is ' || a.state
from agency_role a
where a.state <> 'active'
    and exists (select from membership m where m.granted = '{city}_agency' and m.member = a.rolname)
union all
select l.rolname,
    case
        when r.rolname is null then 'is missing on this server, but listed as a login'
        when not r.rolcanlogin then 'is listed as a login and cannot log in'
        else 'is listed as a login and is not a member of its agency''s role'
    end
from login_role l
left join pg_roles r on r.rolname = l.rolname
where l.is_listed
    and (
        r.rolname is null
        or not r.rolcanlogin
        or not exists (
            select from membership m where m.granted = '{city}_agency_' || l.agency_id and m.member = l.rolname
        )
    )
union all
select r.rolname, 'can log in and is not listed as a login of agency ' || a.agency_id
from agency_role a
join pg_roles r
    on substring(r.rolname from '^{city}_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$') = a.agency_id::text
    and r.rolcanlogin
where not exists (select from login_role l where l.is_listed and l.rolname = r.rolname)
union all
-- From PostgreSQL 16 on, CREATEROLE alone changes no role, and takes away no membership that another role granted.
select o.rolname, 'cannot be changed: {city}_definer has no ADMIN for it'
from (
    select a.rolname from agency_role a
    union all
    select l.rolname from login_role l where l.is_listed
) o
join pg_roles r on r.rolname = o.rolname
where current_setting('server_version_num')::integer >= 160000
    and not exists (
        select from pg_auth_members m
        where m.roleid = r.oid and m.member = '{city}_definer'::regrole and m.admin_option
    )
union all
select m.member, 'cannot be taken out of ' || m.granted || ': ' || m.grantor || ' granted it'
from (
    select a.rolname, '{city}_agency' as granted from agency_role a
    union all
    select l.rolname, '{city}_agency_' || l.agency_id from login_role l where l.is_listed
) o
join membership m on m.member = o.rolname and m.granted = o.granted
where current_setting('server_version_num')::integer >= 160000
    and m.grantor <> '{city}_definer'
