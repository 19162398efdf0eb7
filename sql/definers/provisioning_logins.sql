-- Owner: {city}_definer
-- The logins of agencies: their settings, their passwords, and how they are made, shut and dropped. As in
-- provisioning.sql.

-- If the text is not a whole verifier, the server would take it for the password itself, and log it.
create or replace function require_verifier(p_verifier text) returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_verifier
        !~ '^SCRAM-SHA-256[$][1-9][0-9]*:[A-Za-z0-9+/]{22,}={0,2}[$][A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'
    then
        raise exception 'a password comes as its SCRAM verifier only' using errcode = 'MU412';
    end if;
end
$$;

-- Resets a login's settings to those that every login has. A role may change its own, in any database.
create or replace function reset_login_settings(p_login text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $$
declare
    v_place text;
    v_setting text;
begin
    for v_place in
        select coalesce(' in database ' || quote_ident(d.datname), '')
        from pg_db_role_setting s
        join pg_roles r on r.oid = s.setrole
        left join pg_database d on d.oid = s.setdatabase
        where r.rolname = p_login
    loop
        execute format('alter role %I%s reset all', p_login, v_place);
    end loop;
    foreach v_setting in array {login_settings} loop
        -- A path is a list of names, not a text.
        execute format(
            case when v_setting like 'search_path=%' then 'alter role %I set %I to %s'
                else 'alter role %I set %I to %L' end,
            p_login, split_part(v_setting, '=', 1), split_part(v_setting, '=', 2));
    end loop;
end
$$;

-- Nobody logs in as this role from here on. Its sessions are ended first: one of them may be changing the role, or hold
-- it by an open transaction.
create or replace function shut_login(p_login text) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '200ms'
as $$
begin
    for v_attempt in 1..25 loop
        begin
            perform pg_stat_clear_snapshot();
            perform pg_terminate_backend(a.pid, 5000) from pg_stat_activity a where a.usename = p_login;
            execute format('alter role %I nologin', p_login);
            return;
        -- The second error: the role was changed while we waited.
        exception when lock_not_available or internal_error then
            null;
        end;
    end loop;
    raise exception 'the role % is being changed by sessions of its own, again and again', p_login
        using errcode = 'MU413', detail = jsonb_build_object('role', p_login)::text,
            hint = 'try again, or ''alter role … nologin'' as a superuser';
end
$$;

-- Only a role that an earlier login of the agency left behind becomes a login again: no role that can do more, and no
-- role of others, such as one of a city whose name begins like this agency's role.
create or replace function require_left_over(p_agency_role text, p_login text) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_role pg_roles := (select r from pg_roles r where r.rolname = p_login);
    v_is_member boolean := exists (
        select from pg_auth_members m join pg_roles g on g.oid = m.roleid
        where m.member = v_role.oid and g.rolname = p_agency_role
    );
begin
    if v_role.rolsuper or v_role.rolcreaterole or v_role.rolcreatedb or v_role.rolreplication or v_role.rolbypassrls
        or exists (
            select from pg_auth_members m join pg_roles g on g.oid = m.roleid
            where m.member = v_role.oid and g.rolname <> p_agency_role
        )
        or exists (
            select from pg_auth_members m join pg_roles r on r.oid = m.member
            where m.roleid = v_role.oid and r.rolname <> '{city}_definer'
        )
        -- drop_login leaves a role that cannot log in and has no connections, when something depends on it.
        or not v_is_member and not (not v_role.rolcanlogin and v_role.rolconnlimit = 0)
        and exists (
            select from pg_shdepend d
            where d.refclassid = 'pg_authid'::regclass and d.refobjid = v_role.oid
                and d.classid <> 'pg_auth_members'::regclass
        )
    then
        raise exception 'the role % exists and is not what an earlier login of this agency left', p_login
            using errcode = 'MU414', detail = jsonb_build_object('role', p_login)::text,
                hint = 'choose another label, or drop the role as a superuser if nobody uses it';
    end if;
end
$$;

-- Notes the verifier that the login was given, so that the check login_password_changed sees when it has another.
create or replace function note_verifier(p_agency_id integer, p_label text, p_verifier text) returns void
language sql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
    insert into login_fingerprint (agency_id, label, sha256)
    values (p_agency_id, p_label, sha256(convert_to(p_verifier, 'UTF8')))
    on conflict (agency_id, label) do update set sha256 = excluded.sha256, taken_at = now()
$$;

-- Creates a login of an agency. The verifier is what the server keeps of a password; null for a certificate.
create or replace function create_login(
    p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamptz, p_connection_limit integer
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_login text := login_role(p_agency_id, coalesce(p_label, '-'));
    v_agency_role text := login_role(p_agency_id, null);
begin
    perform require_verifier(p_verifier);
    if not exists (
        select from agency_login l
        where l.agency_id = p_agency_id and l.label = p_label and l.revoked_at is null and l.created_at = now()
            and l.connection_limit = p_connection_limit and l.valid_until is not distinct from p_valid_until
    ) then
        raise exception 'a login is listed before it is made' using errcode = 'MU415';
    end if;
    if to_regrole(v_login) is null then
        execute format('create role %I', v_login);
    else
        perform require_left_over(v_agency_role, v_login);
    end if;
    execute format(
        'alter role %I login inherit connection limit %s password %L valid until %L',
        v_login, p_connection_limit, p_verifier, coalesce(p_valid_until, 'infinity'));
    perform note_verifier(p_agency_id, p_label, p_verifier);
    perform reset_login_settings(v_login);
    if not pg_has_role(v_login, v_agency_role, 'member') then
        execute format('grant %I to %I', v_agency_role, v_login);
    end if;
end
$$;

-- Nobody logs in until the rotation that follows. A person with the old password could otherwise change it, and the
-- login's settings, between the end of the rotation and that of the sessions.
create or replace function hold_login(p_agency_id integer, p_label text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_login text := login_role(p_agency_id, coalesce(p_label, '-'));
begin
    if not exists (
        select from agency_login l
        where l.agency_id = p_agency_id and l.label = p_label and l.revoked_at is null and l.method = 'password'
    ) then
        raise exception 'only a listed login with a password is held' using errcode = 'MU416';
    elsif to_regrole(v_login) is null then
        raise exception 'the server has no role % for this login', v_login
            using errcode = 'MU417', detail = jsonb_build_object('role', v_login)::text,
                hint = 'revoke the login, then add it again';
    end if;
    perform shut_login(v_login);
end
$$;

create or replace function change_verifier(
    p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamptz
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_login text := login_role(p_agency_id, coalesce(p_label, '-'));
    v_agency_role text := login_role(p_agency_id, null);
begin
    perform require_verifier(coalesce(p_verifier, ''));
    if not exists (
        select from agency_login l
        where l.agency_id = p_agency_id and l.label = p_label and l.revoked_at is null and l.method = 'password'
            and l.rotated_at = now() and l.valid_until is not distinct from p_valid_until
    ) then
        raise exception 'a rotation is listed before it is made' using errcode = 'MU418';
    end if;
    execute format(
        'alter role %I login password %L valid until %L', v_login, p_verifier, coalesce(p_valid_until, 'infinity'));
    perform note_verifier(p_agency_id, p_label, p_verifier);
    perform reset_login_settings(v_login);
    if to_regrole(v_agency_role) is null then
        perform apply_agency_state(p_agency_id);
    end if;
    if not pg_has_role(v_login, v_agency_role, 'member') then
        execute format('grant %I to %I', v_agency_role, v_login);
    end if;
end
$$;

create or replace function drop_login(p_agency_id integer, p_label text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_login text := login_role(p_agency_id, coalesce(p_label, '-'));
begin
    if exists (
        select from agency_login l
        where l.agency_id = p_agency_id and l.label = p_label and l.revoked_at is null
    ) then
        raise exception 'a login is listed as revoked before it is dropped' using errcode = 'MU419';
    elsif to_regrole(v_login) is null then
        return;
    end if;
    -- Shut out first: objects that the role left behind, in any database, keep it from being dropped.
    perform shut_login(v_login);
    execute format('alter role %I connection limit 0 password null', v_login);
    execute format('revoke %I from %I', login_role(p_agency_id, null), v_login);
    begin
        execute format('drop role %I', v_login);
    exception when dependent_objects_still_exist then
        raise notice 'role % is shut out and stays, because something depends on it', v_login;
    end;
end
$$;

-- Ends the sessions of an agency's logins, or of one of them, and waits for their end; returns how many. Call it after
-- the change that shuts them out is committed: until then they may come again.
create or replace function end_sessions(p_agency_id integer, p_label text) returns integer
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select count(*) filter (where pg_terminate_backend(a.pid, 5000))::integer
    from pg_stat_activity a
    where a.usename = login_role(p_agency_id, p_label)
        or p_label is null and starts_with(a.usename, login_role(p_agency_id, null) || '_')
$$;

-- The roles of logins whose password was changed since. An older login, which has no fingerprint, is not among them.
create or replace function changed_passwords() returns setof text
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select v.rolname
    from agency_login l
    join login_fingerprint f on f.agency_id = l.agency_id and f.label = l.label
    join login_verifiers() v on v.rolname = login_role(l.agency_id, l.label)
    where l.revoked_at is null
        and v.sha256 is distinct from f.sha256
$$;

-- Only these functions call others that take a role by its name.
grant execute on function create_login, hold_login, change_verifier, drop_login, end_sessions to {city}_provisioner;
grant execute on function changed_passwords to {city}_owner;
