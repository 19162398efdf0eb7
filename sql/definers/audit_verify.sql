-- Owner: {city}_audit
-- Verifies the trail: against its own seals, and against seals that left the machine.

-- What is wrong with the events of a block, beside the leaves of its seal. Without leaves, which a block has only after
-- its seal, it can only tell whether an erasure was recorded. p_erased are the keys of the events with a recorded
-- erasure.
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

-- A row for each problem in an agency's trail; none when the trail is intact. Stable: one snapshot for all of it.
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

-- Compares with seals that left the machine; verify_audit compares the events with the database's own seals.
-- A list of {"agency_id", "block", "mac", "leaves"}, the last two in hex. The first seal of an agency that is missing
-- or differs is named; with the leaves, which are optional, also each row.
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
        raise exception 'a seal lacks its agency_id, block or mac' using errcode = 'MU501';
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
                null::bigint, format(
                    'the exported seal is another, as of %s from here',
                    case v_part.others when 1 then '1 block' else v_part.others || ' blocks' end
                );
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

grant execute on function verify_audit, verify_audit_against to {city}_worker, {city}_personnel, {city}_auditor;
