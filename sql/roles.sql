-- The city's roles, schema and database privileges. Run as a superuser when a city is set up; running it again
-- changes nothing. `{city}` is the city's name, in role names and as the schema's name. Which roles there are, and
-- which of them the programs' logins take, stands in roles.csv.

-- Roles belong to the whole server: two cities set up at once, even in two databases, take turns.
lock table pg_catalog.pg_authid in share row exclusive mode;

do $roles$
declare
    name text;
begin
    foreach name in array string_to_array('{role_words}|backup', '|') loop
        if not exists (select from pg_roles where rolname = '{city}_' || name) then
            execute format('create role %I nologin', '{city}_' || name);
        end if;
        -- Also one that was there before, by whomever it was made.
        execute format(
            'alter role %I nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls', '{city}_' || name);
    end loop;
    foreach name in array array['admin', 'daemon'] loop
        if not exists (select from pg_roles where rolname = '{city}_' || name) then
            execute format('create role %I login', '{city}_' || name);
        end if;
        execute format(
            'alter role %I noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls', '{city}_' || name);
    end loop;
end
$roles$;

-- Whoever may create roles may, on PostgreSQL 15, grant itself any of them. So the provisioner may not: it calls the
-- functions of definers/, which run as {city}_definer, a role that nobody can take.
alter role {city}_definer createrole;
grant {city}_agency to {city}_definer with admin option;
grant pg_signal_backend to {city}_definer;
-- A limit that only a superuser could set otherwise, and that the login itself cannot lift.
grant set on parameter temp_file_limit to {city}_definer;
-- The definer does not read passwords: its functions read tables whose triggers and policies are the owner's.
grant select (rolname, rolpassword) on pg_catalog.pg_authid to {city}_verifier;
-- Nor does it see what sessions do: definers/sessions.sql tells which of them hold others up, and since when.
grant pg_read_all_stats to {city}_verifier;
alter role {city}_backup bypassrls;
grant pg_read_all_data to {city}_backup;

-- A program's login has no rights of its own: it takes exactly one of these roles for each transaction.
do $members$
declare
    v_member record;
begin
    for v_member in select * from (values {memberships}) v (login, role) loop
        execute format('grant %I to %I', v_member.role, v_member.login);
    end loop;
end
$members$;
-- Their settings are these and no others, in any database. A program's login may change its own.
do $settings$
declare
    v_setting record;
begin
    for v_setting in
        select r.rolname, coalesce(' in database ' || quote_ident(d.datname), '') as place
        from pg_db_role_setting s
        join pg_roles r on r.oid = s.setrole
        left join pg_database d on d.oid = s.setdatabase
        where r.rolname ~ '^{city}_({role_words}|backup)$'
            or r.rolname = '{city}_admin'
            or r.rolname = '{city}_daemon'
            and (s.setdatabase <> 0 or s.setconfig <> array['idle_in_transaction_session_timeout=15s'])
            or r.rolname ~ '^{city}_agency_[0-9]{1,9}$'
    loop
        execute format('alter role %I%s reset all', v_setting.rolname, v_setting.place);
    end loop;
end
$settings$;
-- Workers pass over what another has locked. One that is stopped within a transaction, or whose host is gone, would
-- keep it from all of them.
alter role {city}_daemon set idle_in_transaction_session_timeout = '15s';

create schema if not exists {city} authorization {city}_owner;
-- What somebody gave to another role comes back: no file could be applied to it.
do $tables$
declare
    v_table regclass;
begin
    for v_table in
        select c.oid from pg_class c
        where c.relnamespace = '{city}'::regnamespace and c.relkind in ('r', 'p')
            and c.relowner <> '{city}_owner'::regrole
    loop
        execute format('alter table %s owner to {city}_owner', v_table);
    end loop;
end
$tables$;
grant usage on schema {city} to {groups};

-- Exclusion constraints over (agency, key, period) need it.
create extension if not exists btree_gist with schema public;

do $database$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format(
        'grant connect on database %I to {city}_agency, {city}_admin, {city}_daemon, {city}_backup',
        current_database());
    -- Imports stage their rows in temporary tables: COPY into a table with policies is refused by PostgreSQL.
    execute format('grant temporary on database %I to {city}_pool', current_database());
end
$database$;

-- One namespace for a database: whoever may take an advisory lock may stop, or feign to be, whoever relies on it. And
-- large objects know no policies.
do $functions$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ '^(pg_(try_)?advisory_|lo_|lo(read|write|_))'
    loop
        execute format('revoke all on function %s from public', v_function);
        if v_function::text like '%advisory%' then
            execute format('revoke all on function %s from {groups}', v_function);
            execute format('grant execute on function %s to {city}_owner, {city}_definer, {city}_audit', v_function);
        end if;
    end loop;
end
$functions$;

-- What tells any login which agency is being written to, who is connected and how many rows a table has. pg_monitor,
-- which no agency has, keeps what it is for. Only functions that are the same in each major version: a dump tells
-- what was revoked, and is restored into the next one.
do $seen$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace
            and (
                p.proname in ('pg_lock_status', 'pg_blocking_pids', 'pg_safe_snapshot_blocking_pids')
                or p.proname ~ '^pg_stat_get_' and p.pronargs = 1
                    and p.proargtypes[0] in ('oid'::regtype, 'integer'::regtype)
            )
    loop
        execute format('revoke all on function %s from public', v_function);
        execute format(
            'grant execute on function %s to pg_monitor, {city}_definer, {city}_audit, {city}_verifier', v_function
        );
    end loop;
end
$seen$;

revoke create on schema public from public;
revoke usage on language plpgsql from public;
grant usage on language plpgsql to {city}_owner;
alter default privileges for role {city}_owner revoke execute on functions from public;

-- `drop owned by` takes every policy that names a role alone, and needs no right but to be a member of that role: any
-- agency could blind all of them. And default privileges bind a role that is to be dropped.
create or replace function {city}.refuse_ownership_commands() returns event_trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $refuse$
begin
    if not (select rolsuper from pg_roles where rolname = session_user) then
        raise exception '% is for superusers', tg_tag using errcode = 'insufficient_privilege';
    end if;
end
$refuse$;

-- Whoever owned it could have it run whatever he likes, as whoever comes by.
alter function {city}.refuse_ownership_commands() owner to {city}_definer;
revoke all on function {city}.refuse_ownership_commands() from public;
drop event trigger if exists {city}_refuse_ownership_commands;
create event trigger {city}_refuse_ownership_commands on ddl_command_start
    when tag in ('DROP OWNED', 'ALTER DEFAULT PRIVILEGES')
    execute function {city}.refuse_ownership_commands();
