-- Brings the server's roles of agencies and logins in accord with the city's rows. Run as a superuser when a city is
-- set up, last, because it needs the tables; running it again changes nothing. A restore, a server of another major
-- version and a change by hand leave roles that only a superuser can mend.

lock table pg_catalog.pg_authid in share row exclusive mode;

do $roles$
declare
    v_pattern constant text := '^{city}_agency_[0-9]{1,9}(_[a-z][a-z0-9]{0,11})?$';
    v_grant record;
    v_id integer;
    v_role text;
begin
    -- What no role of an agency may have. A role that is not listed may be somebody else's, and stays as it is.
    for v_role in
        select r.rolname
        from pg_roles r
        where (r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls)
            and r.rolname in (
                select '{city}_agency_' || a.agency_id from {city}.agency a
                union all
                select '{city}_agency_' || l.agency_id || '_' || l.label
                from {city}.agency_login l
                where l.revoked_at is null
            )
    loop
        execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', v_role);
    end loop;

    -- On PostgreSQL 15 CREATEROLE suffices. From 16 on the definer changes only roles for which it has ADMIN, and
    -- takes away only memberships that it granted.
    if current_setting('server_version_num')::integer >= 160000 then
        for v_role in
            select r.rolname
            from pg_roles r
            where r.rolname ~ v_pattern
                and not (r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls)
                and not exists (
                    select from pg_auth_members m
                    where m.roleid = r.oid and m.member = '{city}_definer'::regrole and m.admin_option
                )
        loop
            execute format('grant %I to {city}_definer with admin true, inherit false, set false', v_role);
        end loop;
        for v_grant in
            select g.rolname as granted, r.rolname as member, b.rolname as grantor
            from pg_auth_members m
            join pg_roles g on g.oid = m.roleid
            join pg_roles r on r.oid = m.member
            join pg_roles b on b.oid = m.grantor
            where r.rolname ~ v_pattern
                and g.rolname = coalesce(substring(r.rolname from '^({city}_agency_[0-9]+)_'), '{city}_agency')
                and b.rolname <> '{city}_definer'
        loop
            execute format(
                'revoke %I from %I granted by %I', v_grant.granted, v_grant.member, v_grant.grantor);
            execute format('grant %I to %I granted by {city}_definer', v_grant.granted, v_grant.member);
        end loop;
    end if;

    for v_id in select a.agency_id from {city}.agency a order by a.agency_id loop
        perform {city}.apply_agency_state(v_id);
    end loop;

    for v_grant in
        select '{city}_agency_' || l.agency_id as granted, r.rolname as member
        from {city}.agency_login l
        join pg_roles r on r.rolname = '{city}_agency_' || l.agency_id || '_' || l.label
        where l.revoked_at is null
        order by l.agency_id, l.label
    loop
        if not pg_has_role(v_grant.member, v_grant.granted, 'member') then
            execute format('grant %I to %I granted by {city}_definer', v_grant.granted, v_grant.member);
        end if;
    end loop;

    -- The rotation of a login does this, too, but not for a login with a certificate.
    for v_role in
        select r.rolname
        from {city}.agency_login l
        join pg_roles r on r.rolname = '{city}_agency_' || l.agency_id || '_' || l.label
        where l.revoked_at is null
            and (
                exists (select from pg_db_role_setting s where s.setrole = r.oid and s.setdatabase <> 0)
                or (
                    select s.setconfig from pg_db_role_setting s where s.setrole = r.oid and s.setdatabase = 0
                ) is distinct from {login_settings}
            )
    loop
        perform {city}.reset_login_settings(v_role);
    end loop;
end
$roles$;
