-- Owner: {city}_audit
-- The audit trail. Its functions run as {city}_audit, a role that nobody can take, and depend on no right of the
-- caller.
--
-- An event is written by a trigger, in the transaction of the change, into the block that is open in its agency. A
-- closed block is sealed: sha256 over the seal before and the hashes of its events, which are made then and not by the
-- writers. Hashed is a commitment, not the payload, so that a payload can be erased. A superuser can compute all of it
-- anew: seals must leave the machine.

-- Who it is. Actor, request and purpose are what the client says; login and role are the server's word.
create or replace function audit_setting(p_name text) returns text
language sql
stable
return left(nullif(current_setting(p_name, true), ''), 200);

-- Not current_user: in a function of {city}_audit that is {city}_audit.
create or replace function audit_role() returns text
language sql
stable
return coalesce(nullif(current_setting('role'), 'none'), session_user::text);

-- Hashes. Independent of the session's settings: an instant is microseconds since 1970, null if it is no such.
create or replace function audit_instant(p_at timestamptz) returns bigint
language sql
stable
return case when isfinite(p_at) then (extract(epoch from p_at) * 1000000)::bigint end;

create or replace function audit_commitment(p_salt uuid, p_payload jsonb) returns bytea
language sql
stable
return sha256(uuid_send(p_salt) || convert_to(p_payload::text, 'UTF8'));

create or replace function audit_hash(p_event audit_event) returns bytea
language sql
stable
return sha256(
    convert_to(
        json_build_array(
            'mutasi audit 1', p_event.agency_id, p_event.audit_event_id, p_event.block, audit_instant(p_event.at),
            p_event.actor, p_event.login, p_event.role, p_event.request, p_event.purpose, p_event.operation,
            p_event.table_name, p_event.row_key
        )::text,
        'UTF8'
    ) || coalesce(audit_commitment(p_event.salt, p_event.payload), p_event.commitment)
);

create or replace function audit_mac(
    p_prev_mac bytea, p_agency_id integer, p_block integer, p_event_count integer, p_first_event_id bigint,
    p_last_event_id bigint, p_sealed_at timestamptz, p_leaves bytea
) returns bytea
language sql
stable
return sha256(
    p_prev_mac || convert_to(
        json_build_array(
            'mutasi seal 1', p_agency_id, p_block, p_event_count, p_first_event_id, p_last_event_id,
            audit_instant(p_sealed_at)
        )::text,
        'UTF8'
    ) || p_leaves
);

-- Blocks. A writer holds its agency by a shared advisory lock until its transaction ends, and reads after that which
-- block is open. Nobody waits for this lock: once a block is closed and that is committed, whoever comes to hold the
-- agency writes into a later one, so the sealer waits only for those that hold it at that moment. Locking the head's row
-- instead would write to its page, and make multixacts.
create or replace function audit_lock_class() returns integer
language sql
immutable
return hashtext('mutasi audit {city}');

-- The open block where it cannot just be read: the agency has none yet; or the transaction reads an old snapshot, and
-- then locking the row fails when it has changed since (40001: try again), and else keeps it as it is.
create or replace function open_block(p_agency_id integer) returns integer
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_block integer;
begin
    insert into audit_block (agency_id) values (p_agency_id) on conflict do nothing;
    select b.block into strict v_block from audit_block b where b.agency_id = p_agency_id for share;
    return v_block;
end
$$;

-- Takes hold of the agency; its open block.
create or replace function hold_block(p_agency_id integer) returns integer
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(audit_lock_class(), p_agency_id);
    return coalesce(
        (
            select b.block from audit_block b
            where b.agency_id = p_agency_id and current_setting('transaction_isolation') = 'read committed'
        ),
        open_block(p_agency_id)
    );
end
$$;

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

-- The columns of a row that are its key.
create or replace function audit_key(p_row jsonb, p_columns text[]) returns jsonb
language sql
immutable
return (select jsonb_object_agg(k, p_row -> k) from unnest(p_columns) k);

-- An event for a row that was changed; one in each agency, when that is what was changed. The arguments, here and below:
-- whether the table is an agency's or the city's, then the columns of its key. For each row, since for one row, which is
-- what agencies change all day, this is cheaper than a statement's transition tables; for many it is a quarter dearer.
-- For the same reason hold_block is written out.
create or replace function record_update() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
-- How dates are written in the payload is not the caller's choice.
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
        v_agency_id := v_new ->> 'agency_id';
    end loop;
    return null;
end
$$;

-- An event for each row that a statement inserted or deleted.
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

-- A chunk that was ended as done: its table is machinery, but that somebody says so is an event.
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

-- Who looked at whose data, what for, and at which fields. Triggers do not see reads: whoever shows the data calls
-- this: the pool for its agency only, logins of agencies not at all.
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
        raise exception 'there is no agency %', p_agency_id using errcode = 'no_data_found';
    end if;
    if length(p_row_key::text) > 2000 or length(p_fields::text) > 2000 then
        raise exception 'the key and the fields of a read take at most 2000 characters each'
            using errcode = 'invalid_parameter_value';
    end if;
    return record_event(
        p_agency_id, 'read', 'person', p_row_key, jsonb_build_object('fields', p_fields), left(p_purpose, 200));
end
$$;

-- Of a NIP the last four digits, also when it is written in groups.
create or replace function mask_nip(p_text text) returns text
language sql
immutable
return regexp_replace(
    p_text, '(?<![0-9])[0-9]{8} ?[0-9]{6} ?(?=[0-9] ?[0-9]{3}(?![0-9]))', '**************', 'g'
);

-- What an event says was changed, for whoever is outside of the agency and the personnel agency: without the days that the
-- rest of a NIP is made of.
create or replace function masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) returns text
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return (
        select mask_nip(
            regexp_replace(
                e.payload::text, '(?<="(?:birth_date|appointed_on)": ")[0-9]{4}-[0-9]{2}-[0-9]{2}', '****-**-**', 'g'
            )
        )
        from audit_event e
        where e.agency_id = p_agency_id and e.block = p_block and e.audit_event_id = p_audit_event_id
    );
end
$$;

-- Erasing what an event says was changed takes two people, an event and a transaction at a time. Both steps are events: the
-- request cannot be forged, nor an erasure hidden. The chain stays valid, for it holds the commitment.
drop function if exists erase_payload(integer, bigint, text);

comment on column audit_event.operation is
    'insert, update, delete, truncate, read, request (of an erasure) or erase. No check: only functions write here, and a check '
    'costs every writer';

create or replace function erasure_lock_class() returns integer
language sql
immutable
return hashtext('mutasi erasure {city}');

-- Once in a transaction, which this lock remembers, whatever it is that the session sets.
create or replace function hold_erasure() returns void
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.pid = pg_backend_pid()
            and l.database = (select d.oid from pg_database d where d.datname = current_database())
            and l.classid::bigint::bit(32)::integer = erasure_lock_class() and l.objid = 0::oid
    ) then
        raise exception 'a transaction asks for one erasure, or approves one'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    perform pg_advisory_xact_lock(erasure_lock_class(), 0);
end
$$;

-- Two people are told apart by their names: nobody erases without one.
create or replace function require_actor() returns void
language plpgsql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if nullif(trim(audit_setting('mutasi.actor')), '') is null then
        raise exception 'an erasure needs to know who works' using errcode = 'invalid_parameter_value',
            hint = 'the setting mutasi.actor is empty';
    end if;
end
$$;

-- The request's number.
create or replace function request_erasure(p_agency_id integer, p_audit_event_id bigint, p_reason text) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if nullif(trim(p_reason), '') is null then
        raise exception 'an erasure needs its reason' using errcode = 'invalid_parameter_value';
    end if;
    perform require_actor();
    if not exists (
        select from audit_event e
        where e.agency_id = p_agency_id and e.audit_event_id = p_audit_event_id and e.payload is not null
            and e.operation not in ('request', 'erase')
    ) then
        raise exception 'there is no event % with a payload to erase in agency %', p_audit_event_id, p_agency_id
            using errcode = 'invalid_parameter_value';
    end if;
    perform hold_erasure();
    return record_event(
        p_agency_id, 'request', 'audit_event', jsonb_build_object('audit_event_id', p_audit_event_id),
        jsonb_build_object('reason', left(p_reason, 500)), audit_setting('mutasi.purpose'));
end
$$;

-- Erases what was asked for. Another actor than whoever asked; and another login, where more than one may do this. The login
-- is what the server knows; the actor is what the client says.
create or replace function approve_erasure(p_agency_id integer, p_request_id bigint) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_request audit_event;
    v_audit_event_id bigint;
begin
    select * into v_request from audit_event e
    where e.agency_id = p_agency_id and e.audit_event_id = p_request_id and e.operation = 'request'
        and e.table_name = 'audit_event';
    if not found then
        raise exception 'there is no request % for an erasure in agency %', p_request_id, p_agency_id
            using errcode = 'invalid_parameter_value';
    end if;
    perform require_actor();
    if lower(trim(audit_setting('mutasi.actor'))) = lower(trim(v_request.actor)) then
        raise exception 'the person who asked for an erasure cannot approve it'
            using errcode = 'object_not_in_prerequisite_state', hint = 'another person of the personnel agency can';
    end if;
    if session_user::text = v_request.login and (
        select count(*) from pg_roles r
        where r.rolcanlogin and not r.rolsuper and pg_has_role(r.oid, '{city}_personnel', 'member')
    ) > 1 then
        raise exception 'an erasure is approved through another login than the one that asked for it'
            using errcode = 'object_not_in_prerequisite_state', hint = 'it was asked for as ' || v_request.login;
    end if;
    perform hold_erasure();
    v_audit_event_id := v_request.row_key ->> 'audit_event_id';
    update audit_event e set commitment = audit_commitment(e.salt, e.payload), salt = null, payload = null
    where e.agency_id = p_agency_id and e.audit_event_id = v_audit_event_id and e.payload is not null
        and e.operation not in ('request', 'erase');
    if not found then
        raise exception 'the payload of event % is erased already', v_audit_event_id
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    return record_event(
        p_agency_id, 'erase', 'audit_event', jsonb_build_object('audit_event_id', v_audit_event_id),
        jsonb_build_object('reason', v_request.payload ->> 'reason', 'request', p_request_id),
        audit_setting('mutasi.purpose'));
end
$$;

-- Closes the agency's open block, when there is an event in it; its number, else null. From the commit on, writers
-- take the next one. Waits for no writer (but a repeatable read one).
create or replace function close_audit(p_agency_id integer) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_block integer;
begin
    select b.block into v_block from audit_block b where b.agency_id = p_agency_id for update;
    if not exists (select from audit_event e where e.agency_id = p_agency_id and e.block = v_block) then
        return null;
    end if;
    update audit_block b set block = v_block + 1 where b.agency_id = p_agency_id;
    return v_block;
end
$$;

-- Waits until nobody holds the agency any more of those that hold it now, prepared transactions among them. Asked again and
-- again, for one transaction can wait for another only by standing in its way.
create or replace function await_writers(p_agency_id integer) returns void
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_holders text[];
    v_seen text[];
begin
    loop
        v_seen := array(
            select l.virtualtransaction from pg_locks l
            where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.pid is distinct from pg_backend_pid()
                and l.database = (select d.oid from pg_database d where d.datname = current_database())
                and l.classid::bigint::bit(32)::integer = audit_lock_class() and l.objid = p_agency_id::oid
        );
        v_holders := array(select s from unnest(v_seen) s where v_holders is null or s = any (v_holders));
        exit when v_holders = '{}';
        perform pg_sleep(0.01);
    end loop;
end
$$;

-- Seals the blocks that are closed; how many. It waits for the writers that may still add to them, so that nothing
-- arrives late. That those who come now see them closed, the closing must be committed: close_audit first, in a
-- transaction of its own.
create or replace function seal_audit(p_agency_id integer) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_block integer;
    v_open integer;
    v_sealed integer;
begin
    if pg_current_xact_id_if_assigned() is not null then
        raise exception 'blocks are sealed by a transaction that has written nothing, and so holds up no other sealer'
            using errcode = 'invalid_transaction_state';
    end if;
    if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
        raise exception 'sealing must see what was committed while it waited: it needs read committed'
            using errcode = 'invalid_transaction_state';
    end if;
    select b.block into v_open from audit_block b where b.agency_id = p_agency_id;
    if not found then
        return 0;
    end if;
    perform await_writers(p_agency_id);
    -- One sealer at a time in an agency. After the waiting, for a repeatable read writer may wait for this row.
    select b.sealed_block into v_sealed from audit_block b where b.agency_id = p_agency_id for no key update;
    for v_block in v_sealed + 1 .. v_open - 1 loop
        insert into audit_seal (
            agency_id, block, event_count, first_event_id, last_event_id, prev_mac, mac, leaves, sealed_at
        )
        select p_agency_id, v_block, s.event_count, s.first_event_id, s.last_event_id, s.prev_mac,
            audit_mac(
                s.prev_mac, p_agency_id, v_block, s.event_count, s.first_event_id, s.last_event_id, s.sealed_at,
                s.leaves),
            s.leaves, s.sealed_at
        from (
            select count(*)::integer as event_count, min(e.audit_event_id) as first_event_id,
                max(e.audit_event_id) as last_event_id, clock_timestamp() as sealed_at,
                coalesce(string_agg(int8send(e.audit_event_id) || audit_hash(e), '' order by e.audit_event_id), '')
                    as leaves,
                coalesce(
                    (select l.mac from audit_seal l where l.agency_id = p_agency_id and l.block = v_block - 1),
                    decode(repeat('00', 32), 'hex')
                ) as prev_mac
            from audit_event e
            where e.agency_id = p_agency_id and e.block = v_block
            offset 0
        ) s;
    end loop;
    update audit_block b set sealed_block = v_open - 1
    where b.agency_id = p_agency_id and b.sealed_block < v_open - 1;
    return greatest(v_open - 1 - v_sealed, 0);
end
$$;

-- What is wrong with the events of a block, beside the leaves of its seal. Without leaves, as long as it is not sealed,
-- only whether an erasure was recorded can be told. p_erased are the keys of the events whose erasure was.
create or replace function verify_block(
    p_agency_id integer, p_block integer, p_leaves bytea, p_erased jsonb[]
) returns table (kind text, agency_id integer, block integer, audit_event_id bigint, detail text)
language plpgsql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return query
    select p.kind, p_agency_id, p_block, p.id, p.detail
    from (
        select coalesce(e.id, l.id) as id,
            case
                when e.id is null then 'removed row'
                when p_leaves is not null and l.id is null then 'inserted row'
                when e.hash is distinct from l.hash and p_leaves is not null then 'changed row'
                when (e.payload is null) <> (e.commitment is not null) or (e.payload is null) <> (e.salt is null)
                    then 'changed commitment'
                when e.payload is null and not e.is_erased then 'unrecorded erasure'
                when e.payload is not null and e.is_erased then 'undone erasure'
            end as kind,
            case
                when e.id is null then 'the seal has it'
                else mask_nip(concat_ws(' ', e.operation, 'of', e.table_name, e.row_key, 'by', e.actor, 'at', e.at))
            end as detail
        from (
            select e.audit_event_id as id, e.operation, e.table_name, e.row_key, e.actor, e.at, e.commitment,
                e.payload, e.salt, case when p_leaves is not null then audit_hash(e) end as hash,
                jsonb_build_object('audit_event_id', e.audit_event_id) = any (p_erased) as is_erased
            from audit_event e
            where e.agency_id = p_agency_id and e.block = p_block
            offset 0
        ) e
        full join (
            select ('x' || encode(substr(p_leaves, 40 * i + 1, 8), 'hex'))::bit(64)::bigint as id,
                substr(p_leaves, 40 * i + 9, 32) as hash
            from generate_series(0, coalesce(length(p_leaves), 0) / 40 - 1) i
            offset 0
        ) l on l.id = e.id
    ) p
    where p.kind is not null
    order by p.id;
end
$$;

-- A row for each problem in an agency's trail; none when all is as it was written. Stable: one snapshot for all of it.
create or replace function verify_audit(
    p_agency_id integer
) returns table (kind text, agency_id integer, block integer, audit_event_id bigint, detail text)
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_head audit_block;
    v_seal audit_seal;
    v_block integer;
    v_next bigint := 1;
    v_mac bytea := decode(repeat('00', 32), 'hex');
    v_erased jsonb[] := array(
        select e.row_key from audit_event e
        where e.agency_id = p_agency_id and e.operation = 'erase' and e.table_name = 'audit_event'
    );
begin
    select * into v_head from audit_block b where b.agency_id = p_agency_id;
    if not found and exists (select from audit_event e where e.agency_id = p_agency_id) then
        return query select 'removed head', p_agency_id, 0, null::bigint, 'there are events';
    end if;
    for v_seal in select * from audit_seal s where s.agency_id = p_agency_id order by s.block loop
        return query
        select 'removed seal', p_agency_id, least(v_next, 2147483647)::integer, null::bigint,
            format('seals of later blocks are there; those to %s are gone', v_seal.block - 1::bigint)
        where v_next < v_seal.block;
        if v_seal.block > v_head.sealed_block or v_head is null or v_seal.block < 1 then
            return query
            select 'inserted seal', p_agency_id, v_seal.block, null::bigint, 'the head says that it is not sealed';
        elsif v_seal.block = v_next and v_seal.prev_mac is distinct from v_mac then
            return query
            select 'broken chain', p_agency_id, v_seal.block, null::bigint, 'it does not continue the seal before';
        end if;
        if v_seal.mac is distinct from audit_mac(
            v_seal.prev_mac, v_seal.agency_id, v_seal.block, v_seal.event_count, v_seal.first_event_id,
            v_seal.last_event_id, v_seal.sealed_at, v_seal.leaves
        ) or length(v_seal.leaves) <> 40 * v_seal.event_count then
            return query
            select 'broken seal', p_agency_id, v_seal.block, null::bigint, 'its mac is not that of its columns';
        end if;
        return query select * from verify_block(p_agency_id, v_seal.block, v_seal.leaves, v_erased);
        v_mac := v_seal.mac;
        v_next := v_seal.block + 1::bigint;
    end loop;
    return query
    select 'removed seal', p_agency_id, least(v_next, 2147483647)::integer, null::bigint,
        format('the head says that it is sealed, up to %s', v_head.sealed_block)
    where v_next <= v_head.sealed_block;

    for v_block in
        select distinct e.block from audit_event e
        where e.agency_id = p_agency_id
            and not exists (select from audit_seal s where s.agency_id = p_agency_id and s.block = e.block)
        order by 1
    loop
        if v_block between 1 and v_head.block then
            return query select * from verify_block(p_agency_id, v_block, null, v_erased);
        else
            -- Nothing was ever written to it.
            return query select * from verify_block(p_agency_id, v_block, '', v_erased);
        end if;
    end loop;
end
$$;

-- Compares with seals that left the machine; whether the events are as the database's seals say, verify_audit tells. A list of {"agency_id", "block", "mac", "leaves"}, the last two in hex.
-- The first seal of an agency that is gone or another is named, and with the leaves, which are not required, each
-- row.
create or replace function verify_audit_against(
    p_seals jsonb
) returns table (kind text, agency_id integer, block integer, audit_event_id bigint, detail text)
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_part record;
begin
    if exists (
        select from jsonb_to_recordset(p_seals) x (agency_id integer, block integer, mac text)
        where x.agency_id is null or x.block is null or x.mac is null
    ) then
        raise exception 'a seal has its agency_id, block and mac' using errcode = 'invalid_parameter_value';
    end if;
    for v_part in
        select x.agency_id, x.block, x.leaves, s.block is null as is_gone,
            row_number() over (partition by x.agency_id order by x.block) = 1 as is_first,
            count(*) over (partition by x.agency_id) as others
        from jsonb_to_recordset(p_seals) x (agency_id integer, block integer, mac text, leaves text)
        left join audit_seal s on s.agency_id = x.agency_id and s.block = x.block
        where encode(s.mac, 'hex') is distinct from lower(x.mac)
        order by x.agency_id, x.block
    loop
        if v_part.is_first then
            return query
            select case when v_part.is_gone then 'removed seal' else 'other seal' end, v_part.agency_id, v_part.block,
                null::bigint, format('the exported seal is another, as of %s blocks from here', v_part.others);
        end if;
        return query
        select * from verify_block(
            v_part.agency_id, v_part.block, decode(v_part.leaves, 'hex'),
            array(
                select e.row_key from audit_event e
                where e.agency_id = v_part.agency_id and e.operation = 'erase' and e.table_name = 'audit_event'
            )
        );
    end loop;
end
$$;

-- The second wall, where a right was granted by mistake, and for superusers: nothing is changed or removed, but by the
-- functions above a payload erased and a head moved on. Of a trigger, current_user is whoever makes the change.
create or replace function refuse_audit_change() returns trigger
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if tg_op = 'UPDATE' and current_user = '{city}_audit' then
        -- Nested, for an expression is read with all its columns, which the other tables have not.
        if tg_table_name = 'audit_event' then
            if new.salt is null and new.payload is null
                and new.commitment = audit_commitment(old.salt, old.payload)
                and to_jsonb(new) - '{salt,payload,commitment}'::text[]
                    = to_jsonb(old) - '{salt,payload,commitment}'::text[]
            then
                return new;
            end if;
        elsif tg_table_name = 'audit_block' then
            if new.agency_id = old.agency_id and new.block >= old.block and new.sealed_block >= old.sealed_block then
                return new;
            end if;
        end if;
    end if;
    raise exception 'the audit trail is only ever added to'
        using errcode = 'insufficient_privilege', table = tg_table_name;
end
$$;

-- Which tables are audited, and how; each table of the city has its row here, or audit_trigger_missing finds it.
-- rows: each row is an event. count: filled by the million, so each statement that adds rows is an event, with their number;
-- the column that says for what. Any other change of these, which nobody has a right to, is an event for each row.
-- trail: the trail itself, only ever added to. machinery: not audited. That is person_history, which the events of person
-- hold as well, and applied_file, a ledger itself; the rest changes all the time.
create or replace function audited_tables() returns table (table_name text, kind text, counted_by text)
language sql
immutable
set search_path = pg_catalog, {city}, pg_temp
as $$
    select unnest(array[
        'person', 'employment', 'org_unit', 'post', 'assignment', 'evidence', 'evidence_register', 'rating_event',
        'appraisal_segment', 'appraisal_revision', 'cycle_milestone', 'appraisal_receipt', 'objection',
        'objection_decision', 'organisation_rating',
        'agency', 'agency_name', 'agency_login', 'cycle', 'cycle_phase', 'schedule', 'holiday', 'run',
        'grade_rank', 'position_level', 'education_level', 'rule_set', 'rating_matrix', 'performance_level',
        'talent_box', 'scoring_weight', 'component_part', 'sub_score', 'level_score', 'threshold', 'setting', 'job_kind', 'job_agency'
    ]), 'rows', null
    union all
    values
        ('appraisal', 'count', 'cycle_id'),
        ('appraisal_closing', 'count', 'cycle_id'),
        ('appraisal_score', 'count', 'cycle_id'),
        ('talent_placement', 'count', 'cycle_id'),
        ('appraisal_exclusion', 'count', 'cycle_id'),
        ('appraisal_reminder', 'count', 'cycle_id'),
        ('run_failure', 'count', 'run_id')
    union all
    select unnest(array['audit_event', 'audit_block', 'audit_seal']), 'trail', null
    union all
    select unnest(array[
        'applied_file', 'person_history', 'login_fingerprint', 'run_chunk', 'worker', 'job', 'job_history', 'job_turn',
        'schedule_occurrence'
    ]), 'machinery', null
$$;

do $audit$
declare
    v_table text;
    v_counted_by text;
    v_arguments text;
    v_name text;
begin
    for v_table, v_counted_by in
        select a.table_name, a.counted_by from audited_tables() a where a.kind in ('rows', 'count')
    loop
        if (select c.relkind from pg_class c where c.oid = v_table::regclass) = 'p' then
            raise exception 'table % is partitioned: a row that changes its partition would leave no event', v_table;
        end if;
        select string_agg(quote_literal(a), ', ') into strict v_arguments
        from (
            select case when exists (
                select from pg_attribute a
                where a.attrelid = v_table::regclass and a.attname = 'agency_id' and not a.attisdropped
            ) then 'agency' else 'city' end as a
            union all
            select * from (
                select a.attname::text
                from pg_index x
                join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
                where x.indrelid = v_table::regclass and x.indisprimary
                    and (a.attname <> 'agency_id' or x.indnkeyatts = 1)
                order by array_position(x.indkey::smallint[], a.attnum)
            ) k
        ) a;
        execute format(
            'create or replace trigger audit_insert after insert on %I referencing new table as changed '
            'for each statement execute function %s', v_table,
            case
                when v_counted_by is not null then format('record_count(%L)', v_counted_by)
                else format('record_change(%s)', v_arguments)
            end);
        execute format(
            'create or replace trigger audit_update after update on %I for each row '
            'when (old is distinct from new) execute function record_update(%s)', v_table, v_arguments);
        execute format(
            'create or replace trigger audit_delete after delete on %I referencing old table as changed '
            'for each statement execute function record_change(%s)', v_table, v_arguments);
        execute format(
            'create or replace trigger audit_truncate after truncate on %I '
            'for each statement execute function record_change()', v_table);
    end loop;

    for v_table in select a.table_name from audited_tables() a where a.kind = 'trail' loop
        execute format(
            'create or replace trigger refuse_audit_change before update or delete on %I '
            'for each row execute function refuse_audit_change()', v_table);
        execute format(
            'create or replace trigger refuse_audit_truncate before truncate on %I '
            'for each statement execute function refuse_audit_change()', v_table);
    end loop;

    -- Always: also where a superuser has set session_replication_role.
    for v_table, v_name in
        select t.tgrelid::regclass, t.tgname from pg_trigger t
        where t.tgfoid in (
            'record_update'::regproc, 'record_change'::regproc, 'record_count'::regproc,
            'refuse_audit_change'::regproc
        )
    loop
        execute format('alter table %s enable always trigger %I', v_table, v_name);
    end loop;
end
$audit$;

grant execute on function audit_role to {city}_definer, {city}_guard;
grant execute on function audit_role to {city}_guard;
grant execute on function record_chunk to {city}_definer;
grant execute on function record_read to {city}_pool, {city}_personnel, {city}_auditor;
grant execute on function mask_nip, masked_payload to {city}_auditor;
grant execute on function request_erasure, approve_erasure to {city}_personnel;
grant execute on function close_audit, seal_audit to {city}_worker, {city}_auditor;
grant execute on function verify_audit, verify_audit_against to {city}_worker, {city}_personnel, {city}_auditor;
-- For the check audit_trigger_missing.
grant execute on function audited_tables to {city}_owner;
