-- The audit trail. Its functions run as {city}_audit, a role that nobody can take, and depend on no right of the
-- caller.
--
-- An event is written by a trigger, in the transaction of the change, into the block that is open in its agency. A
-- closed block is sealed: sha256 over the seal before and the hashes of its events. Hashed is a commitment, not the
-- payload, so that a payload can be erased. A superuser can compute all of it anew: seals must leave the machine.

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

-- Hashes. Independent of the session's settings: an instant is microseconds since 1970.
create or replace function audit_instant(p_at timestamptz) returns bigint
language sql
stable
return (extract(epoch from p_at) * 1000000)::bigint;

create or replace function audit_commitment(p_salt bytea, p_payload jsonb) returns bytea
language sql
stable
return sha256(p_salt || convert_to(p_payload::text, 'UTF8'));

create or replace function audit_row_hash(
    p_agency_id integer, p_audit_event_id bigint, p_block integer, p_at timestamptz, p_actor text, p_login text,
    p_role text, p_request text, p_purpose text, p_operation text, p_table_name text, p_row_key jsonb,
    p_commitment bytea
) returns bytea
language sql
stable
return sha256(
    convert_to(
        json_build_array(
            'mutasi audit 1', p_agency_id, p_audit_event_id, p_block, audit_instant(p_at), p_actor, p_login, p_role,
            p_request, p_purpose, p_operation, p_table_name, p_row_key
        )::text,
        'UTF8'
    ) || p_commitment
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

-- Blocks. A writer holds its block by a shared advisory lock until its transaction ends: that neither writes to the
-- head's page nor makes multixacts, as locking the head's row would, and a sealer cannot be starved by writers that
-- overlap.
create or replace function audit_lock(p_agency_id integer, p_block integer) returns bigint
language sql
stable
return hashtextextended(concat('mutasi audit {city} ', p_agency_id, ' ', p_block), 0);

-- Takes hold of the block that is open in the agency, which may be closed by the time that it is held: read again,
-- and if it is another, take hold of that.
create or replace function hold_block(p_agency_id integer) returns integer
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_block integer;
    v_held text;
begin
    loop
        if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
            -- Reading again would show the same old row. Locking the row fails when it has changed (40001: try again).
            select b.block into v_block from audit_block b where b.agency_id = p_agency_id for share;
        else
            select b.block, pg_advisory_xact_lock_shared(audit_lock(b.agency_id, b.block))::text into v_block, v_held
            from audit_block b where b.agency_id = p_agency_id;
        end if;
        if found then
            return v_block;
        end if;
        insert into audit_block (agency_id) values (p_agency_id) on conflict do nothing;
    end loop;
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
    v_block integer;
    v_id bigint := nextval('{city}.audit_event_audit_event_id_seq');
    v_at timestamptz := clock_timestamp();
    v_login text := session_user;
    v_actor text := coalesce(audit_setting('mutasi.actor'), v_login);
    v_role text := audit_role();
    v_request text := audit_setting('mutasi.request');
    v_salt bytea := uuid_send(gen_random_uuid());
    v_commitment bytea := audit_commitment(v_salt, p_payload);
begin
    loop
        v_block := hold_block(p_agency_id);
        insert into audit_event (
            agency_id, audit_event_id, block, at, actor, login, role, request, purpose, operation, table_name, row_key,
            salt, payload, commitment, row_hash
        )
        overriding system value
        select p_agency_id, v_id, v_block, v_at, v_actor, v_login, v_role, v_request, p_purpose, p_operation,
            p_table_name, p_row_key, v_salt, p_payload, v_commitment,
            audit_row_hash(
                p_agency_id, v_id, v_block, v_at, v_actor, v_login, v_role, v_request, p_purpose, p_operation,
                p_table_name, p_row_key, v_commitment)
        from audit_block b
        where b.agency_id = p_agency_id and b.block = v_block;
        if found then
            return v_id;
        end if;
    end loop;
end
$$;

-- An event for each row that a statement inserted, deleted or changed, in one insert for each agency that has a part
-- in it, which as a rule is one. The arguments: whether the table is an agency's or the city's, then the columns of
-- its key. A row that changes its agency is an event in both.
--
-- Plans are kept for the session and made for some earlier number of rows, so there is nothing in them that can go
-- wrong with more: a full join is never a nested loop. But it is dear to begin. What most transactions do, changing
-- one row of an agency, goes first and in two statements, for each expression here costs such a transaction more than
-- the hashes do.
create or replace function record_change() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
-- How dates are written in the payload is not the caller's choice.
set datestyle = 'ISO, YMD'
as $$
declare
    v_key text[];
    v_rows bigint;
    v_agencies integer[];
    v_agency_id integer;
    v_block integer;
    v_held text;
begin
    if tg_op = 'UPDATE' and tg_nargs = 2 and tg_argv[0] = 'agency' then
        -- As hold_block does.
        select c.agency_id, c.rows, b.block, pg_advisory_xact_lock_shared(audit_lock(b.agency_id, b.block))::text
        into v_agency_id, v_rows, v_block, v_held
        from (select max(c.agency_id) as agency_id, count(*) as rows from changed c) c
        left join audit_block b on b.agency_id = c.agency_id;
        if v_rows = 1 and current_setting('transaction_isolation') = 'read committed' then
            insert into audit_event (
                agency_id, audit_event_id, block, at, actor, login, role, request, purpose, operation, table_name,
                row_key, salt, payload, commitment, row_hash
            )
            overriding system value
            select b.agency_id, e.id, b.block, e.at, e.actor, session_user, e.role, e.request, e.purpose, 'update',
                tg_table_name, e.row_key, e.salt, e.payload, e.commitment,
                audit_row_hash(
                    b.agency_id, e.id, b.block, e.at, e.actor, session_user::text, e.role, e.request, e.purpose,
                    'update', tg_table_name, e.row_key, e.commitment)
            from (
                select e.*, audit_commitment(e.salt, e.payload) as commitment
                from (
                    select nextval('{city}.audit_event_audit_event_id_seq') as id, clock_timestamp() as at,
                        coalesce(audit_setting('mutasi.actor'), session_user::text) as actor, audit_role() as role,
                        audit_setting('mutasi.request') as request, audit_setting('mutasi.purpose') as purpose,
                        uuid_send(gen_random_uuid()) as salt,
                        jsonb_build_object(tg_argv[1], r.new -> tg_argv[1]) as row_key,
                        (
                            select jsonb_build_object(
                                'from', jsonb_object_agg(d.key, r.old -> d.key),
                                'to', jsonb_object_agg(d.key, d.value))
                            from jsonb_each(r.new) d
                            where d.value is distinct from r.old -> d.key
                        ) as payload
                    from (
                        select to_jsonb(f) as old, to_jsonb(c) as new
                        from former f join changed c on c.agency_id = f.agency_id
                        offset 0
                    ) r
                    where r.new is distinct from r.old
                ) e
                offset 0
            ) e
            join audit_block b on b.agency_id = v_agency_id and b.block = v_block;
            if found then
                return null;
            end if;
        elsif v_rows = 0 then
            return null;
        end if;
    elsif tg_op = 'TRUNCATE' then
        perform record_event(0, 'truncate', tg_table_name, '{}', '{}', audit_setting('mutasi.purpose'));
        return null;
    end if;

    if tg_argv[0] = 'city' then
        v_agencies := array[0];
    elsif tg_op = 'UPDATE' then
        v_agencies := array(select f.agency_id from former f union select c.agency_id from changed c);
    else
        v_agencies := array(select distinct c.agency_id from changed c);
    end if;
    v_key := tg_argv[1:];
    foreach v_agency_id in array v_agencies loop
        loop
            v_block := hold_block(v_agency_id);
            if tg_op = 'UPDATE' then
                insert into audit_event (
                    agency_id, audit_event_id, block, at, actor, login, role, request, purpose, operation, table_name,
                    row_key, salt, payload, commitment, row_hash
                )
                overriding system value
                select b.agency_id, e.id, b.block, e.at, e.actor, session_user, e.role, e.request, e.purpose, 'update',
                    tg_table_name, e.row_key, e.salt, e.payload, e.commitment,
                    audit_row_hash(
                        b.agency_id, e.id, b.block, e.at, e.actor, session_user::text, e.role, e.request, e.purpose,
                        'update', tg_table_name, e.row_key, e.commitment)
                from (
                    select e.*, audit_commitment(e.salt, e.payload) as commitment
                    from (
                        select nextval('{city}.audit_event_audit_event_id_seq') as id, clock_timestamp() as at,
                            coalesce(audit_setting('mutasi.actor'), session_user::text) as actor, audit_role() as role,
                            audit_setting('mutasi.request') as request, audit_setting('mutasi.purpose') as purpose,
                            uuid_send(gen_random_uuid()) as salt,
                            (select jsonb_object_agg(k, r.new -> k) from unnest(v_key) k) as row_key,
                            (
                                select jsonb_build_object(
                                    'from', jsonb_object_agg(d.key, r.old -> d.key),
                                    'to', jsonb_object_agg(d.key, d.value))
                                from jsonb_each(r.new) d
                                where d.value is distinct from r.old -> d.key
                            ) as payload
                        from (
                            -- Both tables hold the rows in the same order.
                            select f.doc as old, c.doc as new
                            from (select row_number() over () as n, to_jsonb(f) as doc from former f) f
                            full join (select row_number() over () as n, to_jsonb(c) as doc from changed c) c
                                on c.n = f.n
                        ) r
                        where r.new is distinct from r.old
                            and v_agency_id in (
                                coalesce((r.old ->> 'agency_id')::integer, 0),
                                coalesce((r.new ->> 'agency_id')::integer, 0)
                            )
                    ) e
                    offset 0
                ) e
                join audit_block b on b.agency_id = v_agency_id and b.block = v_block;
            else
                insert into audit_event (
                    agency_id, audit_event_id, block, at, actor, login, role, request, purpose, operation, table_name,
                    row_key, salt, payload, commitment, row_hash
                )
                overriding system value
                select b.agency_id, e.id, b.block, e.at, e.actor, session_user, e.role, e.request, e.purpose,
                    lower(tg_op), tg_table_name, e.row_key, e.salt, e.payload, e.commitment,
                    audit_row_hash(
                        b.agency_id, e.id, b.block, e.at, e.actor, session_user::text, e.role, e.request, e.purpose,
                        lower(tg_op), tg_table_name, e.row_key, e.commitment)
                from (
                    select e.*, audit_commitment(e.salt, e.payload) as commitment
                    from (
                        select nextval('{city}.audit_event_audit_event_id_seq') as id, clock_timestamp() as at,
                            coalesce(audit_setting('mutasi.actor'), session_user::text) as actor, audit_role() as role,
                            audit_setting('mutasi.request') as request, audit_setting('mutasi.purpose') as purpose,
                            uuid_send(gen_random_uuid()) as salt,
                            (select jsonb_object_agg(k, r.doc -> k) from unnest(v_key) k) as row_key, r.doc as payload
                        from (select to_jsonb(c) as doc from changed c offset 0) r
                        where coalesce((r.doc ->> 'agency_id')::integer, 0) = v_agency_id
                    ) e
                    offset 0
                ) e
                join audit_block b on b.agency_id = v_agency_id and b.block = v_block;
            end if;
            exit when found;
            -- Nothing was inserted: the block was closed in between, or there is nothing to record.
            exit when exists (select from audit_block b where b.agency_id = v_agency_id and b.block = v_block);
        end loop;
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
    if v_role = '{city}_pool' and (
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

-- Erases what an event says was changed, and records that. The chain stays valid: it holds the commitment.
create or replace function erase_payload(p_agency_id integer, p_audit_event_id bigint, p_reason text) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if nullif(trim(p_reason), '') is null then
        raise exception 'an erasure needs its reason' using errcode = 'invalid_parameter_value';
    end if;
    update audit_event e set salt = null, payload = null
    where e.agency_id = p_agency_id and e.audit_event_id = p_audit_event_id and e.payload is not null
        and e.operation <> 'erase';
    if not found then
        raise exception 'there is no event % with a payload to erase in agency %', p_audit_event_id, p_agency_id
            using errcode = 'no_data_found';
    end if;
    return record_event(
        p_agency_id, 'erase', 'audit_event', jsonb_build_object('audit_event_id', p_audit_event_id),
        jsonb_build_object('reason', p_reason), audit_setting('mutasi.purpose'));
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

-- Seals the closed blocks and, unless told otherwise, closes and seals the open one; how many. It waits for the
-- writers that hold a block, so that nothing arrives late. Writers that come meanwhile wait behind it for the open
-- block, not for a closed one: so commit close_audit(…) first, then call seal_audit(…, false). One agency in a
-- transaction.
create or replace function seal_audit(p_agency_id integer, p_open boolean default true) returns integer
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
    if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
        raise exception 'sealing must see what was committed while it waited: it needs read committed'
            using errcode = 'invalid_transaction_state';
    end if;
    if p_open then
        perform close_audit(p_agency_id);
    end if;
    -- One sealer at a time in an agency.
    select b.block, b.sealed_block into v_open, v_sealed
    from audit_block b where b.agency_id = p_agency_id for no key update;
    for v_block in v_sealed + 1 .. v_open - 1 loop
        perform pg_advisory_xact_lock(audit_lock(p_agency_id, v_block));
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
                coalesce(string_agg(int8send(e.audit_event_id) || e.row_hash, '' order by e.audit_event_id), '')
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

-- What is wrong with the events of a block: each with itself, and all with the leaves of its seal; without leaves,
-- each with itself only. p_erased are the keys of the events whose erasure was recorded.
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
                when e.own_hash is distinct from e.row_hash and e.row_hash is distinct from l.hash
                    and l.hash is not null then 'changed hash'
                when e.own_hash is distinct from e.row_hash and e.own_commitment is distinct from e.commitment
                    and e.payload is not null then 'changed commitment'
                when e.own_hash is distinct from e.row_hash then 'changed header'
                when l.hash is distinct from e.row_hash and p_leaves is not null then 'replaced row'
                when e.payload is not null and e.own_commitment is distinct from e.commitment then 'changed payload'
                when e.payload is null and not e.is_erased then 'unrecorded erasure'
                when e.payload is not null and e.is_erased then 'undone erasure'
            end as kind,
            case
                when e.id is null then 'the seal has it'
                else concat_ws(' ', e.operation, 'of', e.table_name, e.row_key, 'by', e.actor, 'at', e.at)
            end as detail
        from (
            select e.audit_event_id as id, e.operation, e.table_name, e.row_key, e.actor, e.at, e.row_hash,
                e.commitment, e.payload,
                audit_commitment(e.salt, e.payload) as own_commitment,
                audit_row_hash(
                    e.agency_id, e.audit_event_id, e.block, e.at, e.actor, e.login, e.role, e.request, e.purpose,
                    e.operation, e.table_name, e.row_key, e.commitment) as own_hash,
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
    v_next integer := 1;
    v_mac bytea := decode(repeat('00', 32), 'hex');
    v_erased jsonb[] := array(
        select e.row_key from audit_event e
        where e.agency_id = p_agency_id and e.operation = 'erase' and e.table_name = 'audit_event'
    );
begin
    select * into v_head from audit_block b where b.agency_id = p_agency_id;
    for v_seal in select * from audit_seal s where s.agency_id = p_agency_id order by s.block loop
        return query
        select 'removed seal', p_agency_id, m, null::bigint, 'seals of later blocks are there'
        from generate_series(v_next, v_seal.block - 1) m;
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
        v_next := v_seal.block + 1;
    end loop;
    return query
    select 'removed seal', p_agency_id, m, null::bigint, 'the head says that it is sealed'
    from generate_series(v_next, v_head.sealed_block) m;

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

-- Compares with seals that left the machine: a list of {"agency_id", "block", "mac", "leaves"}, the last two in hex.
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
            if new.salt is null and new.payload is null and old.payload is not null
                and to_jsonb(new) - '{salt,payload}'::text[] = to_jsonb(old) - '{salt,payload}'::text[]
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

do $audit$
declare
    -- Each row is an event.
    v_tables constant text[] := array[
        'person', 'employment', 'org_unit', 'post', 'assignment', 'assessment_result', 'rating_event',
        'agency', 'agency_name', 'agency_login', 'cycle', 'cycle_phase', 'schedule', 'run',
        'grade_rank', 'position_level', 'education_level', 'rule_set', 'rating_matrix', 'performance_level',
        'talent_box', 'scoring_weight', 'sub_score', 'threshold', 'setting'
    ];
    -- Filled by the million: each statement that adds rows is an event, with their number. The column that says for
    -- what. Any other change of them, which nobody has a right to, is an event for each row.
    v_filled constant jsonb := '{
        "appraisal": "cycle_id", "appraisal_closing": "cycle_id", "appraisal_score": "cycle_id",
        "talent_placement": "cycle_id", "run_failure": "run_id"
    }';
    -- Not audited: person_history, which the events of person hold as well, and applied_file, a ledger itself;
    -- run_chunk and worker are the machinery's own state, which says nothing of anybody and changes all the time.
    v_table text;
    v_arguments text;
    v_name text;
begin
    foreach v_table in array v_tables || array(select jsonb_object_keys(v_filled)) loop
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
                when v_filled ? v_table then format('record_count(%L)', v_filled ->> v_table)
                else format('record_change(%s)', v_arguments)
            end);
        execute format(
            'create or replace trigger audit_update after update on %I '
            'referencing old table as former new table as changed for each statement '
            'execute function record_change(%s)', v_table, v_arguments);
        execute format(
            'create or replace trigger audit_delete after delete on %I referencing old table as changed '
            'for each statement execute function record_change(%s)', v_table, v_arguments);
        execute format(
            'create or replace trigger audit_truncate after truncate on %I '
            'for each statement execute function record_change()', v_table);
    end loop;

    foreach v_table in array array['audit_event', 'audit_block', 'audit_seal'] loop
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
            'record_change'::regproc, 'record_count'::regproc, 'refuse_audit_change'::regproc
        )
    loop
        execute format('alter table %s enable always trigger %I', v_table, v_name);
    end loop;
end
$audit$;

do $owners$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid from pg_proc p
        where p.pronamespace = '{city}'::regnamespace
            and p.proname in (
                'audit_setting', 'audit_role', 'audit_instant', 'audit_commitment', 'audit_row_hash', 'audit_mac',
                'audit_lock', 'hold_block', 'record_event', 'record_change', 'record_count', 'record_read',
                'erase_payload', 'close_audit', 'seal_audit', 'verify_block', 'verify_audit', 'verify_audit_against',
                'refuse_audit_change'
            )
    loop
        execute format('alter function %s owner to {city}_audit', v_function);
        execute format('revoke all on function %s from public', v_function);
    end loop;
end
$owners$;

grant execute on function record_read to {city}_pool, {city}_personnel, {city}_auditor;
grant execute on function erase_payload to {city}_personnel;
grant execute on function close_audit, seal_audit to {city}_worker, {city}_auditor;
grant execute on function verify_audit, verify_audit_against to {city}_worker, {city}_personnel, {city}_auditor;
