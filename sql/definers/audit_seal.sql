-- Owner: {city}_audit
-- Closes and seals blocks of the trail.

-- Closes the agency's open block, when it contains an event; returns its number, else null. From the commit on, writers
-- take the next one. Waits for no writer (except a repeatable read one).
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

-- Waits until all transactions that hold the agency now, also prepared ones, have released it. It asks again and again,
-- because a transaction can wait for another only by standing in its way.
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

-- Seals the closed blocks; returns how many. It waits for the writers that may still add to them, so that nothing
-- arrives late. New writers see them closed only when the closing is committed: call close_audit first, in a
-- transaction of its own.
create or replace function seal_audit(p_agency_id integer) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
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
    -- One sealer at a time in an agency. The lock comes after the waiting, because a repeatable read writer may wait
    -- for this row.
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

grant execute on function close_audit, seal_audit to {city}_worker, {city}_auditor;
