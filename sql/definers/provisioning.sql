-- Owner: {city}_definer
-- Changes of roles, for one agency each: of a caller's values, only a number and a checked label become part of a name.
-- {city}_provisioner executes them; nobody can take the role that these functions run as.

create or replace function login_role(p_agency_id integer, p_label text) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_agency_id is null or p_agency_id not between 1 and 999999999 or p_label !~ '^[a-z][a-z0-9]{0,11}$' then
        raise exception 'no login of an agency can have this name' using errcode = 'MU411';
    end if;
    -- Without a label, the agency's own role: nobody logs in as it, its logins are its members.
    return concat_ws('_', '{city}_agency', p_agency_id, p_label);
end
$$;

-- Makes the agency's role match the agency's row. Only the role of an active agency is in the group, from which it has
-- all rights: without the group the agency's logins may not even connect, and the pool's policies show nothing.
create or replace function apply_agency_state(p_agency_id integer) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_role text := login_role(p_agency_id, null);
    v_state text := (select state from agency where agency_id = p_agency_id);
begin
    if v_state is null then
        raise exception 'there is no agency %', p_agency_id
            using errcode = 'MU401', detail = jsonb_build_object('agency', p_agency_id::text)::text;
    end if;
    if to_regrole(v_role) is null then
        execute format('create role %I nologin connection limit 0', v_role);
    end if;
    -- Only what differs is changed, because a role belongs to the whole server: two of its databases may change it at
    -- once. CREATEDB and CREATEROLE are not named: from PostgreSQL 16 on only a superuser may, and the set-up takes
    -- them away.
    if not exists (select from pg_roles where rolname = v_role and not rolcanlogin and rolinherit) then
        execute format('alter role %I nologin inherit connection limit 0', v_role);
    end if;
    if v_state = 'active' and not pg_has_role(v_role, '{city}_agency', 'member') then
        execute format('grant {city}_agency to %I', v_role);
    elsif v_state <> 'active' and pg_has_role(v_role, '{city}_agency', 'member') then
        execute format('revoke {city}_agency from %I', v_role);
        -- From PostgreSQL 16 on a role takes away only what it granted itself; a restore grants as the superuser.
        if pg_has_role(v_role, '{city}_agency', 'member') then
            raise exception 'role % is still a member of the group of agencies, because another role granted that',
                v_role
                using errcode = 'MU402', detail = jsonb_build_object('role', v_role)::text;
        end if;
    end if;
end
$$;

-- A state that is written by hand counts as well. An agency in which people serve is not closed; people whom a merger
-- moves have left it, from whatever day on.
create or replace function follow_agency_state() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_people bigint;
begin
    if new.state = 'closed' and old.state <> 'closed' then
        perform require_fresh_view();
        -- Imports and moves hold it while somebody arrives.
        perform lock_people();
        select count(*) into v_people
        from employment e
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where e.agency_id = new.agency_id
            and coalesce(upper(e.valid), 'infinity') > (select city_day(now()));
        if v_people > 0 then
            raise exception 'agency % still has people who serve there: %', new.code, v_people
                using errcode = 'MU403', detail = jsonb_build_object('agency', new.code, 'count', v_people)::text,
                    hint = 'move them, or merge the agency into another';
        end if;
    end if;
    perform apply_agency_state(new.agency_id);
    return null;
end
$$;

create or replace trigger follow_agency_state after update of state on agency
    for each row execute function follow_agency_state();

grant execute on function login_role, apply_agency_state to {city}_provisioner;
