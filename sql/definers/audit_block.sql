-- Owner: {city}_audit
-- The audit trail. Its functions run as {city}_audit, a role that nobody can take, and depend on no right of the
-- caller.
--
-- A trigger writes each event, in the transaction of the change, into the open block of its agency. A closed block is
-- sealed: sha256 over the seal before and the hashes of its events, which the sealer computes and not the writers. The
-- hash covers a commitment, not the payload, so that a payload can be erased. A superuser can compute all of it again:
-- seals must leave the machine.

-- Identity. The client gives actor, request and purpose; the server gives login and role.
create or replace function audit_setting(p_name text) returns text
language sql
stable
return left(nullif(current_setting(p_name, true), ''), 200);

-- Not current_user: in a function of {city}_audit it is always {city}_audit.
create or replace function audit_role() returns text
language sql
stable
return coalesce(nullif(current_setting('role'), 'none'), session_user::text);

-- Hashes. They do not depend on the session's settings: an instant is microseconds since 1970, null if it is infinite.
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

-- Blocks. A writer holds its agency by a shared advisory lock until its transaction ends, and reads the open block only
-- after it has the lock. Nobody waits for this lock: once a block is closed and that is committed, later writers write
-- into a later block, so the sealer waits only for writers that hold the lock at that moment. A lock on the head's row
-- instead would write to its page, and make multixacts.
create or replace function audit_lock_class() returns integer
language sql
immutable
return hashtext('mutasi audit {city}');

-- The open block where it cannot simply be read: the agency has none yet; or the transaction reads an old snapshot. In
-- that case locking the row fails when it has changed since (40001: try again), and otherwise keeps it unchanged.
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

-- Takes the agency's lock; returns its open block.
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

grant execute on function audit_role to {city}_definer, {city}_guard;
