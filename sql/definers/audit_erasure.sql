-- Owner: {city}_audit
-- The payload of an event, which says what was changed: how it is shown and erased.

-- Keeps only the last four digits of a NIP, also when it is written in groups.
create or replace function mask_nip(p_text text) returns text
language sql
immutable
return regexp_replace(
    p_text, '(?<![0-9])[0-9]{8} ?[0-9]{6} ?(?=[0-9] ?[0-9]{3}(?![0-9]))', '**************', 'g'
);

-- The payload of an event for readers outside the agency and the personnel agency: without the days that the rest of a
-- NIP consists of.
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

-- Erasing a payload takes two people, and one event and one transaction for each step. Both steps are events: nobody
-- can forge the request or hide an erasure. The chain stays valid, because it holds the commitment.
drop function if exists erase_payload(integer, bigint, text);

comment on column audit_event.operation is
    'insert, update, delete, truncate, read, request (of an erasure) or erase. No check: only functions write here, '
    'and a check costs every writer';

create or replace function erasure_lock_class() returns integer
language sql
immutable
return hashtext('mutasi erasure {city}');

-- Once in a transaction: this lock remembers it, whatever the session sets.
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
        raise exception 'a transaction asks for one erasure, or approves one' using errcode = 'MU513';
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
        raise exception 'an erasure needs to know who works'
            using errcode = 'MU514', hint = 'the setting mutasi.actor is empty';
    end if;
end
$$;

-- Returns the request's number.
create or replace function request_erasure(p_agency_id integer, p_audit_event_id bigint, p_reason text) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if nullif(trim(p_reason), '') is null then
        raise exception 'an erasure needs its reason' using errcode = 'MU515';
    end if;
    perform require_actor();
    if not exists (
        select from audit_event e
        where e.agency_id = p_agency_id and e.audit_event_id = p_audit_event_id and e.payload is not null
            and e.operation not in ('request', 'erase')
    ) then
        raise exception 'there is no event % with a payload to erase in agency %', p_audit_event_id, p_agency_id
            using errcode = 'MU512',
                detail = jsonb_build_object('event', p_audit_event_id::text, 'agency', p_agency_id::text)::text;
    end if;
    perform hold_erasure();
    return record_event(
        p_agency_id, 'request', 'audit_event', jsonb_build_object('audit_event_id', p_audit_event_id),
        jsonb_build_object('reason', left(p_reason, 500)), audit_setting('mutasi.purpose'));
end
$$;

-- Erases the payload that was asked for. The actor must differ from the one who asked; so must the login, where more
-- than one may do this. The server knows the login; the client only states the actor.
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
            using errcode = 'MU511',
                detail = jsonb_build_object('request', p_request_id::text, 'agency', p_agency_id::text)::text;
    end if;
    perform require_actor();
    if lower(trim(audit_setting('mutasi.actor'))) = lower(trim(v_request.actor)) then
        raise exception 'the person who asked for an erasure cannot approve it'
            using errcode = 'MU516', hint = 'another person of the personnel agency can';
    end if;
    if session_user::text = v_request.login and (
        select count(*) from pg_roles r
        where r.rolcanlogin and not r.rolsuper and pg_has_role(r.oid, '{city}_personnel', 'member')
    ) > 1 then
        raise exception 'an erasure is approved through another login than %, which asked for it', v_request.login
            using errcode = 'MU517', detail = jsonb_build_object('login', v_request.login)::text;
    end if;
    perform hold_erasure();
    v_audit_event_id := (v_request.row_key ->> 'audit_event_id')::bigint;
    update audit_event e set commitment = audit_commitment(e.salt, e.payload), salt = null, payload = null
    where e.agency_id = p_agency_id and e.audit_event_id = v_audit_event_id and e.payload is not null
        and e.operation not in ('request', 'erase');
    if not found then
        raise exception 'the payload of event % is erased already', v_audit_event_id
            using errcode = 'MU518', detail = jsonb_build_object('event', v_audit_event_id::text)::text;
    end if;
    return record_event(
        p_agency_id, 'erase', 'audit_event', jsonb_build_object('audit_event_id', v_audit_event_id),
        jsonb_build_object('reason', v_request.payload ->> 'reason', 'request', p_request_id),
        audit_setting('mutasi.purpose'));
end
$$;

grant execute on function mask_nip, masked_payload to {city}_auditor;
grant execute on function request_erasure, approve_erasure to {city}_personnel;
