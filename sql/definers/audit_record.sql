-- Owner: {city}_audit
-- Writes the trail: an event for each change, in the transaction of the change, and for each reading.

-- One event.
create or replace function record_event(
    p_agency_id integer, p_operation text, p_table_name text, p_row_key jsonb, p_payload jsonb, p_purpose text
) returns bigint
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_block integer := hold_block(p_agency_id);
    v_id bigint;
begin
    insert into audit_event (
        agency_id, block, at, actor, login, role, request, purpose, operation, table_name, row_key, salt, payload
    )
    values (
        p_agency_id, v_block, clock_timestamp(), coalesce(audit_setting('mutasi.actor'), session_user::text),
        session_user, audit_role(), audit_setting('mutasi.request'), p_purpose, p_operation, p_table_name, p_row_key,
        gen_random_uuid(), p_payload
    )
    returning audit_event_id into v_id;
    return v_id;
end
$$;

-- The columns of a row that form its key.
create or replace function audit_key(p_row jsonb, p_columns text[]) returns jsonb
language sql
immutable
return (select jsonb_object_agg(k, p_row -> k) from unnest(p_columns) k);

-- Records an event for a changed row; one in each agency, when the agency is what changed. The arguments, here and
-- below: whether the table belongs to agencies or to the city, then the columns of its key. The trigger runs for each
-- row: for a single row, which agencies change all day, this is cheaper than a statement's transition tables; for many
-- rows it is a quarter dearer. For the same reason hold_block is written out.
create or replace function record_update() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
-- The caller must not choose how dates are written in the payload.
set datestyle = 'ISO, YMD'
as $$
declare
    v_old jsonb := to_jsonb(old);
    v_new jsonb := to_jsonb(new);
    v_same text[] := array(
        select k from (select jsonb_object_keys(v_new) as k offset 0) k where v_old -> k = v_new -> k
    );
    v_agency_id integer := coalesce((v_old ->> 'agency_id')::integer, 0);
    v_held text;
begin
    loop
        v_held := pg_advisory_xact_lock_shared(audit_lock_class(), v_agency_id)::text;
        insert into audit_event (
            agency_id, block, at, actor, login, role, request, purpose, operation, table_name, row_key, salt, payload
        )
        values (
            v_agency_id,
            coalesce(
                (
                    select b.block from audit_block b
                    where b.agency_id = v_agency_id and current_setting('transaction_isolation') = 'read committed'
                ),
                open_block(v_agency_id)
            ),
            clock_timestamp(), coalesce(audit_setting('mutasi.actor'), session_user::text), session_user,
            audit_role(), audit_setting('mutasi.request'), audit_setting('mutasi.purpose'), 'update', tg_table_name,
            case tg_nargs
                when 2 then jsonb_build_object(tg_argv[1], v_old -> tg_argv[1])
                else audit_key(v_old, tg_argv[1:])
            end,
            gen_random_uuid(), jsonb_build_object('from', v_old - v_same, 'to', v_new - v_same)
        );
        exit when v_agency_id = coalesce((v_new ->> 'agency_id')::integer, 0);
        v_agency_id := (v_new ->> 'agency_id')::integer;
    end loop;
    return null;
end
$$;

-- Records an event for each row that a statement inserted or deleted.
create or replace function record_change() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set datestyle = 'ISO, YMD'
as $$
declare
    v_agency_id integer;
    v_agencies integer[] := array[0];
    v_block integer;
begin
    if tg_op = 'TRUNCATE' then
        perform record_event(0, 'truncate', tg_table_name, '{}', '{}', audit_setting('mutasi.purpose'));
        return null;
    end if;
    if tg_argv[0] = 'agency' then
        v_agencies := array(select distinct c.agency_id from changed c);
    end if;
    foreach v_agency_id in array v_agencies loop
        v_block := hold_block(v_agency_id);
        insert into audit_event (
            agency_id, block, at, actor, login, role, request, purpose, operation, table_name, row_key, salt, payload
        )
        select v_agency_id, v_block, clock_timestamp(),
            coalesce(audit_setting('mutasi.actor'), session_user::text), session_user, audit_role(),
            audit_setting('mutasi.request'), audit_setting('mutasi.purpose'), lower(tg_op), tg_table_name,
            case tg_nargs
                when 2 then jsonb_build_object(tg_argv[1], r.doc -> tg_argv[1])
                else audit_key(r.doc, tg_argv[1:])
            end,
            gen_random_uuid(), r.doc
        from (select to_jsonb(c) as doc from changed c offset 0) r
        where coalesce((r.doc ->> 'agency_id')::integer, 0) = v_agency_id;
    end loop;
    return null;
end
$$;

-- The number of rows that a statement added, for each value of the column that the argument names.
create or replace function record_count() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_part record;
begin
    for v_part in execute format(
        'select c.agency_id, c.%1$I as key, count(*) as rows from changed c group by c.agency_id, c.%1$I', tg_argv[0])
    loop
        perform record_event(
            v_part.agency_id, 'insert', tg_table_name, jsonb_build_object(tg_argv[0], v_part.key),
            jsonb_build_object('rows', v_part.rows), audit_setting('mutasi.purpose'));
    end loop;
    return null;
end
$$;

-- A chunk that was ended as done: its table is machinery, but the claim that it is done is an event.
create or replace function record_chunk(
    p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_processed integer, p_failures integer
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform record_event(
        p_agency_id, 'update', 'run_chunk', jsonb_build_object('run_id', p_run_id, 'run_chunk_id', p_run_chunk_id),
        jsonb_build_object('processed', p_processed, 'failures', p_failures), audit_setting('mutasi.purpose'));
end
$$;

-- Records who looked at whose data, for what purpose, and at which fields. Triggers do not see reads, so the code that
-- shows the data calls this: the pool for its agency only, logins of agencies not at all.
create or replace function record_read(
    p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]
) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_role text := audit_role();
    v_agency regrole := to_regrole('{city}_agency_' || p_agency_id);
begin
    if v_role not in ('{city}_personnel', '{city}_auditor') and (
        current_setting('mutasi.agency', true) is distinct from p_agency_id::text
        or pg_has_role(v_agency::oid, '{city}_agency', 'usage') is not true
    ) then
        raise exception 'a read of another agency' using errcode = 'insufficient_privilege';
    end if;
    if v_agency is null and p_agency_id is distinct from 0 then
        raise exception 'there is no agency %', p_agency_id
            using errcode = 'MU401', detail = jsonb_build_object('agency', p_agency_id::text)::text;
    end if;
    if length(p_row_key::text) > 2000 or length(p_fields::text) > 2000 then
        raise exception 'the key and the fields of a read take at most 2000 characters each' using errcode = 'MU502';
    end if;
    return record_event(
        p_agency_id, 'read', 'person', p_row_key, jsonb_build_object('fields', p_fields), left(p_purpose, 200));
end
$$;

grant execute on function record_chunk to {city}_definer;
grant execute on function record_read to {city}_pool, {city}_personnel, {city}_auditor;
