CREATE SCHEMA medan;
ALTER SCHEMA medan OWNER TO medan_owner;
CREATE TABLE medan.transfer_case (
    agency_id integer NOT NULL,
    transfer_case_id bigint NOT NULL,
    number text NOT NULL,
    transfer_batch_id integer,
    employment_id bigint NOT NULL,
    from_post_id bigint,
    to_agency_id integer NOT NULL,
    to_post_id bigint NOT NULL,
    basis text NOT NULL,
    demotion_cause text,
    reason text NOT NULL,
    planned_on date NOT NULL,
    proposer text NOT NULL,
    proposed_by text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    direction text,
    imut_type smallint,
    releasing_consent_on date,
    receiving_consent_on date,
    pertek_requested_on date,
    decree_id integer,
    inaugurated_on date,
    objection text DEFAULT 'none'::text NOT NULL,
    effective_on date,
    held_since date,
    former_assignment_id bigint,
    new_employment_id bigint,
    new_assignment_id bigint,
    reverses_agency_id integer,
    reverses_case_id bigint,
    problem text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_case_basis_check CHECK ((basis = ANY (ARRAY['agency_need'::text, 'own_request'::text, 'reorganisation'::text, 'talent_plan'::text, 'open_selection'::text, 'discipline'::text, 'performance'::text, 'reversal'::text]))),
    CONSTRAINT transfer_case_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_case_demotion_cause_check CHECK ((demotion_cause = ANY (ARRAY['discipline'::text, 'performance'::text, 'reorganisation'::text, 'own_request'::text]))),
    CONSTRAINT transfer_case_direction_check CHECK ((direction = ANY (ARRAY['rotation'::text, 'promotion'::text, 'family_change'::text, 'demotion'::text, 'confirmation'::text]))),
    CONSTRAINT transfer_case_effective_on_bounds_check CHECK (((effective_on >= '1900-01-01'::date) AND (effective_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_held_since_bounds_check CHECK (((held_since >= '1900-01-01'::date) AND (held_since <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_inaugurated_on_bounds_check CHECK (((inaugurated_on >= '1900-01-01'::date) AND (inaugurated_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_objection_check CHECK ((objection = ANY (ARRAY['none'::text, 'filed'::text, 'blocking'::text, 'dismissed'::text]))),
    CONSTRAINT transfer_case_pertek_requested_on_bounds_check CHECK (((pertek_requested_on >= '1900-01-01'::date) AND (pertek_requested_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_planned_on_bounds_check CHECK (((planned_on >= '1900-01-01'::date) AND (planned_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_proposer_check CHECK ((proposer = ANY (ARRAY['releasing'::text, 'receiving'::text, 'employee'::text, 'personnel'::text]))),
    CONSTRAINT transfer_case_receiving_consent_on_bounds_check CHECK (((receiving_consent_on >= '1900-01-01'::date) AND (receiving_consent_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_releasing_consent_on_bounds_check CHECK (((releasing_consent_on >= '1900-01-01'::date) AND (releasing_consent_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_case_reversal_check CHECK ((((reverses_case_id IS NULL) = (reverses_agency_id IS NULL)) AND ((basis = 'reversal'::text) = (reverses_case_id IS NOT NULL)))),
    CONSTRAINT transfer_case_text_check CHECK ((((COALESCE(reason, ''::text) || COALESCE(proposed_by, ''::text)) || COALESCE(problem, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_case FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_case OWNER TO medan_owner;
COMMENT ON TABLE medan.transfer_case IS 'One person''s way from one seat to another, from the draft to the end';
CREATE FUNCTION medan.add_transfer(p_agency_id integer, p_employment_id bigint, p_to_agency_id integer, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_proposer text, p_by text, p_batch_id integer, p_reverses medan.transfer_case) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_today date := city_day(now());
    v_from_post_id bigint;
    v_open text;
    v_case transfer_case;
begin
    perform lock_people();
    select a.post_id into v_from_post_id from assignment a
    where a.agency_id = p_agency_id and a.employment_id = p_employment_id and a.kind = 'definitive'
        and a.valid @> v_today;
    if not exists (select from post where agency_id = p_to_agency_id and post_id = p_to_post_id) then
        raise exception 'there is no such post in the receiving agency' using errcode = 'MU327';
    end if;
    if p_agency_id = p_to_agency_id and v_from_post_id = p_to_post_id then
        raise exception 'the person holds this post already' using errcode = 'MU724';
    end if;
    if p_planned_on > v_today + 366 or p_planned_on < v_today - 3660 then
        raise exception 'a move is carried out on a day of the coming year at the latest' using errcode = 'MU324';
    end if;
    select number into v_open from transfer_case
    where agency_id = p_agency_id and employment_id = p_employment_id
        and state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
    limit 1;
    if v_open is not null then
        raise exception 'the person has an open transfer already: %', v_open
            using errcode = 'MU725', detail = jsonb_build_object('number', v_open)::text;
    end if;
    insert into transfer_case (
        agency_id, number, transfer_batch_id, employment_id, from_post_id, to_agency_id, to_post_id, basis,
        demotion_cause, reason, planned_on, proposer, proposed_by, reverses_agency_id, reverses_case_id
    )
    values (
        p_agency_id, '', p_batch_id, p_employment_id, v_from_post_id, p_to_agency_id, p_to_post_id, p_basis,
        p_demotion_cause, trim(coalesce(p_reason, '')), p_planned_on, p_proposer, trim(p_by), p_reverses.agency_id,
        p_reverses.transfer_case_id
    )
    returning * into v_case;
    update transfer_case
    set number = 'TRF-' || to_char(v_today, 'YYYY') || '-' || lpad(v_case.transfer_case_id::text, 6, '0')
    where agency_id = v_case.agency_id and transfer_case_id = v_case.transfer_case_id
    returning * into v_case;
    insert into transfer_event (agency_id, transfer_case_id, step, to_state, actor, acted_by, acted_on)
    values (
        v_case.agency_id, v_case.transfer_case_id, 'propose', 'draft', p_proposer, trim(p_by), v_today
    );
    -- The agency that proposes sees its own draft; nobody else sees a draft.
    if p_proposer in ('releasing', 'receiving', 'employee') then
        perform show_transfer(v_case, array[case when p_proposer = 'receiving' then 'receiving' else 'releasing' end]);
    end if;
    return v_case.number;
end
$$;
ALTER FUNCTION medan.add_transfer(p_agency_id integer, p_employment_id bigint, p_to_agency_id integer, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_proposer text, p_by text, p_batch_id integer, p_reverses medan.transfer_case) OWNER TO medan_carrier;
CREATE FUNCTION medan.add_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_decree text, p_by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_parent bigint;
begin
    perform lock_people();
    if p_day is null or p_day > city_day(now()) then
        raise exception 'a reorganisation is recorded on its first day, or later' using errcode = 'MU363';
    end if;
    if p_parent is not null then
        v_parent := require_unit(p_agency_id, p_parent, p_day);
    end if;
    perform begin_unit(p_agency_id, p_unit, p_name, p_parent, p_day, 'add', v_parent, p_decree, p_by);
end
$$;
ALTER FUNCTION medan.add_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.advance_runs() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_run_id bigint;
begin
    update run set state = 'waiting' where state = 'scheduled' and intended_at <= clock_timestamp();
    update run_chunk c set state = 'ready', worker_id = null, claim = null
    from (
        select r.agency_id, r.run_id, r.run_chunk_id from run_chunk r
        where r.state = 'running' and r.worker_id not in (select living_workers())
        for update skip locked
    ) o
    where c.agency_id = o.agency_id and c.run_id = o.run_id and c.run_chunk_id = o.run_chunk_id;
    -- An agency that was closed meanwhile has no people left.
    update run_chunk c set state = 'done', processed = 0, failures = 0, ended_at = clock_timestamp()
    where c.state = 'ready' and c.agency_id not in (select open_agencies());
    update run r
    set ended_at = clock_timestamp(), is_paused = false, pause_note = null, state = case
        when exists (select from run_chunk c where c.run_id = r.run_id and c.state = 'failed') then 'failed'
        else 'done'
    end
    where r.state = 'running' and not exists (
        select from run_chunk c where c.run_id = r.run_id and c.state in ('ready', 'running')
    );
    for v_run_id in
        -- Checked once more under the lock: another worker may just have started it.
        select r.run_id from run r
        where r.run_id in (select startable_runs()) and r.state = 'waiting' and not r.is_paused
        order by r.run_id for update skip locked
    loop
        update run set state = 'running', started_at = clock_timestamp() where run_id = v_run_id;
        insert into run_chunk (agency_id, run_id)
        select a.agency_id, v_run_id from open_agencies() a (agency_id);
    end loop;
end
$$;
ALTER FUNCTION medan.advance_runs() OWNER TO medan_definer;
CREATE FUNCTION medan.agency_transactions(p_agency_id integer DEFAULT NULL::integer) RETURNS TABLE(pid integer, login text, began_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $_$
    select a.pid, a.usename::text, a.xact_start from pg_stat_activity a
    where a.datname = current_database() and a.xact_start is not null
        and substring(a.usename from '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$')::integer
            = coalesce(p_agency_id, substring(a.usename from '^medan_agency_([0-9]{1,9})_')::integer)
$_$;
ALTER FUNCTION medan.agency_transactions(p_agency_id integer) OWNER TO medan_verifier;
CREATE FUNCTION medan.amend_transfer(p_number text, p_reason text, p_batch text, p_by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case := find_transfer(p_number);
    v_batch_id integer;
begin
    perform require_actor(p_by);
    if v_case.state not in (select from_state from transfer_step where step in ('replan', 'announce')) then
        raise exception 'the transfer % is %, and % cannot follow', p_number, v_case.state, 'amend'
            using errcode = 'MU702', detail = jsonb_build_object(
                'number', p_number, 'state', v_case.state, 'step', 'amend'
            )::text;
    end if;
    if p_batch is not null then
        select transfer_batch_id into v_batch_id from transfer_batch where code = p_batch;
        if v_batch_id is null then
            raise exception 'there is no batch %', p_batch
                using errcode = 'MU727', detail = jsonb_build_object('batch', p_batch)::text;
        end if;
    end if;
    update transfer_case set
        reason = coalesce(nullif(trim(p_reason), ''), reason),
        transfer_batch_id = coalesce(v_batch_id, transfer_batch_id)
    where agency_id = v_case.agency_id and transfer_case_id = v_case.transfer_case_id;
    insert into transfer_event (
        agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on, note
    )
    values (
        v_case.agency_id, v_case.transfer_case_id, 'amend', v_case.state, v_case.state, 'personnel', trim(p_by),
        city_day(now()), nullif(trim(p_reason), '')
    );
end
$$;
ALTER FUNCTION medan.amend_transfer(p_number text, p_reason text, p_batch text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.answer_transfer_request(p_request_id bigint, p_by text, p_declined text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_request transfer_request;
    v_person record;
    v_number text;
begin
    perform require_actor(p_by);
    select r.* into v_request
    from agency g
    join transfer_request r on r.agency_id = g.agency_id and r.transfer_request_id = p_request_id
    for update of r;
    if v_request.transfer_request_id is null or v_request.number is not null or v_request.declined is not null then
        raise exception 'there is no such request that waits for an answer' using errcode = 'MU728';
    end if;
    if nullif(trim(p_declined), '') is null then
        select e.agency_id, e.employment_id into v_person
        from agency g
        join person p on p.agency_id = g.agency_id and p.nip = v_request.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        limit 1;
        if v_person.employment_id is null then
            raise exception 'nobody with this NIP serves in the city' using errcode = 'MU723';
        end if;
        v_number := add_transfer(
            v_person.agency_id, v_person.employment_id, v_request.to_agency_id, v_request.to_post_id, v_request.basis,
            null, v_request.reason, v_request.planned_on, v_request.proposer, v_request.requested_by, null, null
        );
    end if;
    update transfer_request set number = v_number, declined = nullif(trim(p_declined), ''), answered_by = trim(p_by)
    where agency_id = v_request.agency_id and transfer_request_id = p_request_id;
    return v_number;
end
$$;
ALTER FUNCTION medan.answer_transfer_request(p_request_id bigint, p_by text, p_declined text) OWNER TO medan_carrier;
CREATE FUNCTION medan.apply_agency_state(p_agency_id integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
    if v_state = 'active' and not pg_has_role(v_role, 'medan_agency', 'member') then
        execute format('grant medan_agency to %I', v_role);
    elsif v_state <> 'active' and pg_has_role(v_role, 'medan_agency', 'member') then
        execute format('revoke medan_agency from %I', v_role);
        -- From PostgreSQL 16 on a role takes away only what it granted itself; a restore grants as the superuser.
        if pg_has_role(v_role, 'medan_agency', 'member') then
            raise exception 'role % is still a member of the group of agencies, because another role granted that',
                v_role
                using errcode = 'MU402', detail = jsonb_build_object('role', v_role)::text;
        end if;
    end if;
end
$$;
ALTER FUNCTION medan.apply_agency_state(p_agency_id integer) OWNER TO medan_definer;
CREATE FUNCTION medan.approve_erasure(p_agency_id integer, p_request_id bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
        where r.rolcanlogin and not r.rolsuper and pg_has_role(r.oid, 'medan_personnel', 'member')
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
ALTER FUNCTION medan.approve_erasure(p_agency_id integer, p_request_id bigint) OWNER TO medan_audit;
CREATE FUNCTION medan.audit_commitment(p_salt uuid, p_payload jsonb) RETURNS bytea
    LANGUAGE sql STABLE
    RETURN sha256((uuid_send(p_salt) || convert_to((p_payload)::text, 'UTF8'::name)));
ALTER FUNCTION medan.audit_commitment(p_salt uuid, p_payload jsonb) OWNER TO medan_audit;
CREATE FUNCTION medan.audit_instant(p_at timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE
    RETURN CASE WHEN isfinite(p_at) THEN ((EXTRACT(epoch FROM p_at) * (1000000)::numeric))::bigint ELSE NULL::bigint END;
ALTER FUNCTION medan.audit_instant(p_at timestamp with time zone) OWNER TO medan_audit;
CREATE TABLE medan.audit_event (
    agency_id integer NOT NULL,
    audit_event_id bigint NOT NULL,
    block integer NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    login text NOT NULL,
    role text NOT NULL,
    request text,
    purpose text,
    operation text NOT NULL,
    table_name text NOT NULL,
    row_key jsonb NOT NULL,
    salt uuid,
    payload jsonb,
    commitment bytea
);
ALTER TABLE ONLY medan.audit_event FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.audit_event OWNER TO medan_owner;
COMMENT ON COLUMN medan.audit_event.actor IS 'The person, as the client says (mutasi.actor); else the login';
COMMENT ON COLUMN medan.audit_event.login IS 'The login of the session';
COMMENT ON COLUMN medan.audit_event.role IS 'The role that the transaction had taken';
COMMENT ON COLUMN medan.audit_event.operation IS 'insert, update, delete, truncate, read, request (of an erasure) or erase. No check: only functions write here, and a check costs every writer';
COMMENT ON COLUMN medan.audit_event.salt IS 'Random, so that an erased payload cannot be guessed from its commitment';
COMMENT ON COLUMN medan.audit_event.payload IS 'insert: the new row; update: {"from": …, "to": …} of the columns that changed; delete: the old row; tables that phases fill: the number of rows; read: the fields. Null, with the salt, when it was erased';
COMMENT ON COLUMN medan.audit_event.commitment IS 'sha256 of salt and payload, kept when those are erased; null until then, since it follows from them';
CREATE FUNCTION medan.audit_hash(p_event medan.audit_event) RETURNS bytea
    LANGUAGE sql STABLE
    RETURN sha256((convert_to((json_build_array('mutasi audit 1', (p_event).agency_id, (p_event).audit_event_id, (p_event).block, medan.audit_instant((p_event).at), (p_event).actor, (p_event).login, (p_event).role, (p_event).request, (p_event).purpose, (p_event).operation, (p_event).table_name, (p_event).row_key))::text, 'UTF8'::name) || COALESCE(medan.audit_commitment((p_event).salt, (p_event).payload), (p_event).commitment)));
ALTER FUNCTION medan.audit_hash(p_event medan.audit_event) OWNER TO medan_audit;
CREATE FUNCTION medan.audit_key(p_row jsonb, p_columns text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    RETURN (SELECT jsonb_object_agg(k.k, (audit_key.p_row -> k.k)) AS jsonb_object_agg FROM unnest(audit_key.p_columns) k(k));
ALTER FUNCTION medan.audit_key(p_row jsonb, p_columns text[]) OWNER TO medan_audit;
CREATE FUNCTION medan.audit_lock_class() RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN hashtext('mutasi audit medan'::text);
ALTER FUNCTION medan.audit_lock_class() OWNER TO medan_audit;
CREATE FUNCTION medan.audit_mac(p_prev_mac bytea, p_agency_id integer, p_block integer, p_event_count integer, p_first_event_id bigint, p_last_event_id bigint, p_sealed_at timestamp with time zone, p_leaves bytea) RETURNS bytea
    LANGUAGE sql STABLE
    RETURN sha256(((p_prev_mac || convert_to((json_build_array('mutasi seal 1', p_agency_id, p_block, p_event_count, p_first_event_id, p_last_event_id, medan.audit_instant(p_sealed_at)))::text, 'UTF8'::name)) || p_leaves));
ALTER FUNCTION medan.audit_mac(p_prev_mac bytea, p_agency_id integer, p_block integer, p_event_count integer, p_first_event_id bigint, p_last_event_id bigint, p_sealed_at timestamp with time zone, p_leaves bytea) OWNER TO medan_audit;
CREATE FUNCTION medan.audit_role() RETURNS text
    LANGUAGE sql STABLE
    RETURN COALESCE(NULLIF(current_setting('role'::text), 'none'::text), (SESSION_USER)::text);
ALTER FUNCTION medan.audit_role() OWNER TO medan_audit;
CREATE FUNCTION medan.audit_setting(p_name text) RETURNS text
    LANGUAGE sql STABLE
    RETURN "left"(NULLIF(current_setting(p_name, true), ''::text), 200);
ALTER FUNCTION medan.audit_setting(p_name text) OWNER TO medan_audit;
CREATE FUNCTION medan.audited_tables() RETURNS TABLE(table_name text, kind text, counted_by text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    with named (table_name, kind, counted_by) as (
        values
            ('appraisal', 'count', 'cycle_id'),
            ('appraisal_closing', 'count', 'cycle_id'),
            ('appraisal_score', 'count', 'cycle_id'),
            ('talent_placement', 'count', 'cycle_id'),
            ('appraisal_exclusion', 'count', 'cycle_id'),
            ('appraisal_reminder', 'count', 'cycle_id'),
            ('run_failure', 'count', 'run_id'),
            ('transfer_verdict', 'count', 'transfer_check_id')
        union all
        select unnest(array['audit_event', 'audit_block', 'audit_seal']), 'trail', null
        union all
        select unnest(array[
            'applied_file', 'person_history', 'fact_history', 'login_fingerprint', 'run_chunk', 'worker', 'job',
            'job_history', 'job_turn', 'schedule_occurrence'
        ]), 'machinery', null
    )
    select n.table_name, n.kind, n.counted_by from named n
    union all
    select c.relname::text, 'rows', null from pg_class c
    where c.relnamespace = 'medan'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from named n where n.table_name = c.relname)
$$;
ALTER FUNCTION medan.audited_tables() OWNER TO medan_audit;
CREATE FUNCTION medan.await_writers(p_agency_id integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.await_writers(p_agency_id integer) OWNER TO medan_audit;
CREATE FUNCTION medan.begin_carried_appraisals(p_agency_id integer, p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date, p_cycle_id integer, p_closed integer[]) RETURNS integer[]
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    with begun as (
        insert into appraisal (
            agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id, rater_nip
        )
        select distinct on (m.new_employment_id) p_agency_id, p_cycle_id, m.new_employment_id, t.post_id,
            t.position_level, t.job_class, f.grade_rank_id,
            case when r.head = m.new_employment_id then r.above_nip else r.head_nip end
        from unnest(p_from, p_to, p_employments, p_new_employments)
            m (agency_id, to_agency_id, employment_id, new_employment_id)
        join appraisal f on f.agency_id = m.agency_id and f.cycle_id = p_cycle_id
            and f.employment_id = m.employment_id
        join assignment n on n.agency_id = p_agency_id and n.employment_id = m.new_employment_id
            and n.kind = 'definitive'
        join post t on t.agency_id = n.agency_id and t.post_id = n.post_id
        left join post_former h on h.agency_id = t.agency_id and h.post_id = t.post_id and h.valid @> p_day
        left join raters(p_agency_id, p_day) r on r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
        where m.to_agency_id = p_agency_id and m.agency_id <> p_agency_id and m.agency_id <> all (p_closed)
        order by m.new_employment_id, lower(n.valid)
        returning employment_id
    )
    select coalesce(array_agg(m.n::integer order by m.n), '{}')
    from unnest(p_to, p_new_employments) with ordinality m (to_agency_id, employment_id, n)
    join begun b on b.employment_id = m.employment_id
    where m.to_agency_id = p_agency_id
$$;
ALTER FUNCTION medan.begin_carried_appraisals(p_agency_id integer, p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date, p_cycle_id integer, p_closed integer[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.begin_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_kind text, p_other bigint, p_decree text, p_by text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit bigint;
begin
    insert into org_unit (agency_id, siasn_id, parent_siasn_id, name, began_on, since)
    values (p_agency_id, p_unit, p_parent, p_name, p_day, p_day)
    on conflict (agency_id, siasn_id) do nothing
    returning org_unit_id into v_unit;
    if v_unit is null then
        raise exception 'unit % is on record already', p_unit
            using errcode = 'MU367', detail = jsonb_build_object('unit', p_unit)::text;
    end if;
    perform note_unit(p_agency_id, v_unit, p_kind, p_day, p_other, p_decree, p_by);
    return v_unit;
end
$$;
ALTER FUNCTION medan.begin_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_kind text, p_other bigint, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.bring_forward_runs(p_kind text, p_subject text, p_ordinal integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
begin
    update run r set intended_at = now()
    where r.kind = p_kind and r.subject = p_subject and r.ordinal <= p_ordinal and r.state = 'scheduled'
        and r.intended_at > now();
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.bring_forward_runs(p_kind text, p_subject text, p_ordinal integer) OWNER TO medan_definer;
CREATE FUNCTION medan.bring_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'on'
    SET jit TO 'off'
    AS $$
declare
    v_period daterange := (
        select period * daterange(null, p_until, '[]') from cycle where cycle_id = p_cycle_id
    );
    v_changed bigint[];
begin
    select array_agg(c.employment_id) into v_changed
    from (
        select a.employment_id
        from assignment a
        where a.agency_id = p_agency_id and a.employment_id between p_first and p_last
            and a.kind = 'definitive' and a.valid && v_period
        group by a.employment_id
        having count(*) > 1
        union
        select s.employment_id
        from appraisal_segment s
        where s.agency_id = p_agency_id and s.cycle_id = p_cycle_id and s.employment_id between p_first and p_last
    ) c;
    if v_changed is null then
        return;
    end if;
    insert into appraisal_segment (
        agency_id, cycle_id, employment_id, segment, post_id, title, position_level, valid, rater_nip
    )
    with part as (
        select a.employment_id, a.post_id, a.valid * v_period as valid, upper(a.valid * v_period) - 1 as last
        from unnest(v_changed) c (employment_id)
        join appraisal o on o.agency_id = p_agency_id and o.cycle_id = p_cycle_id and o.employment_id = c.employment_id
        join assignment a on a.agency_id = p_agency_id and a.employment_id = c.employment_id
            and a.kind = 'definitive' and a.valid && v_period
    ), rater as materialized (
        select d.last, r.* from (select distinct last from part) d cross join lateral raters(p_agency_id, d.last) r
    )
    select p_agency_id, p_cycle_id, a.employment_id,
        coalesce(f.segments, 0) + row_number() over (partition by a.employment_id order by a.valid),
        t.post_id, t.title, t.position_level, a.valid,
        case when r.head = a.employment_id then r.above_nip else r.head_nip end
    from part a
    join post t on t.agency_id = p_agency_id and t.post_id = a.post_id
    left join post_former h on h.agency_id = p_agency_id and h.post_id = a.post_id and h.valid @> a.last
    left join rater r on r.last = a.last and r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
    left join lateral (
        select count(*)::integer as segments from appraisal_segment s
        where s.agency_id = p_agency_id and s.cycle_id = p_cycle_id and s.employment_id = a.employment_id
            and s.former_agency_id is not null
    ) f on true
    on conflict (agency_id, cycle_id, employment_id, segment) do update
    set post_id = excluded.post_id, title = excluded.title, position_level = excluded.position_level,
        valid = excluded.valid, rater_nip = coalesce(excluded.rater_nip, appraisal_segment.rater_nip)
    where (appraisal_segment.post_id, appraisal_segment.title, appraisal_segment.position_level,
            appraisal_segment.valid)
        is distinct from (excluded.post_id, excluded.title, excluded.position_level, excluded.valid)
        or (appraisal_segment.rater_nip is null and excluded.rater_nip is not null);
end
$$;
ALTER FUNCTION medan.bring_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) OWNER TO medan_appraiser;
CREATE FUNCTION medan.calling_agency() RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $_$
begin
    return coalesce(nullif(substring(session_user from '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'), '')::integer, case
    when pg_has_role(
        to_regrole('medan_agency_' || current_setting('mutasi.agency', true))::oid, 'medan_agency', 'usage'
    ) then nullif(current_setting('mutasi.agency', true), '')::integer
end);
end
$_$;
ALTER FUNCTION medan.calling_agency() OWNER TO medan_carrier;
CREATE FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) RETURNS TABLE(waiting bigint, claimed bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
begin
    with ended as (
        delete from job j
        where j.agency_id = p_agency_id and j.job_id = any (p_jobs) and coalesce(j.worker_id, 0) = 0
        returning j.*
    )
    insert into job_history (
        agency_id, job_id, kind, priority, unique_key, payload, intended_at, attempt, errors, losses, last_error,
        created_at,
        started_at, outcome
    )
    select e.agency_id, e.job_id, e.kind, e.priority, e.unique_key, e.payload, e.intended_at, e.attempt, e.errors,
        e.losses,
        e.last_error, e.created_at, e.started_at, 'cancelled'
    from ended e;
    get diagnostics waiting = row_count;
    -- In a statement of its own, which sees jobs that were claimed in between.
    update job j set is_cancelled = true
    where j.agency_id = p_agency_id and j.job_id = any (p_jobs) and j.worker_id is not null;
    get diagnostics claimed = row_count;
    return next;
end
$$;
ALTER FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) OWNER TO medan_definer;
CREATE FUNCTION medan.cancel_run(p_run_id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run r set state = 'cancelled', is_paused = false, pause_note = null, ended_at = clock_timestamp()
    where r.run_id = p_run_id and r.state in ('scheduled', 'waiting', 'running', 'failed');
    return found;
end
$$;
ALTER FUNCTION medan.cancel_run(p_run_id bigint) OWNER TO medan_definer;
CREATE FUNCTION medan.carry_appraisals(p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_cycle record;
    v_agency_id integer;
    v_closed integer[];
    v_moves integer[];
begin
    for v_cycle in
        select c.cycle_id, c.period
        from cycle c
        where upper(c.period) > p_day and exists (
            select from unnest(p_from, p_to, p_employments) m (agency_id, to_agency_id, employment_id)
            join appraisal a on a.agency_id = m.agency_id and a.cycle_id = c.cycle_id
                and a.employment_id = m.employment_id
            where m.agency_id <> m.to_agency_id
        )
        order by c.cycle_id
    loop
        -- In the order of the agencies' numbers: the closes take turns with the moves.
        for v_agency_id in
            select distinct g.agency_id
            from unnest(p_from, p_to, p_employments) m (agency_id, to_agency_id, employment_id)
            join appraisal a on a.agency_id = m.agency_id and a.cycle_id = v_cycle.cycle_id
                and a.employment_id = m.employment_id
            cross join lateral (values (m.agency_id), (m.to_agency_id)) g (agency_id)
            where m.agency_id <> m.to_agency_id
            order by g.agency_id
        loop
            perform hold_ratings(v_agency_id, v_cycle.cycle_id, 'alone');
        end loop;
        v_closed := array(
            select g.agency_id
            from (select distinct unnest(p_from || p_to) as agency_id) g
            where exists (
                select from appraisal_closing c where c.agency_id = g.agency_id and c.cycle_id = v_cycle.cycle_id
            )
        );
        v_moves := '{}';
        for v_agency_id in
            select distinct t.agency_id from unnest(p_to) t (agency_id) where t.agency_id <> all (v_closed)
        loop
            v_moves := v_moves || begin_carried_appraisals(
                v_agency_id, p_from, p_to, p_employments, p_new_employments, p_day, v_cycle.cycle_id, v_closed
            );
        end loop;
        -- Without a post there, the former agency closes it.
        continue when cardinality(v_moves) = 0;
        insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
        select p_from[n], v_cycle.cycle_id, p_employments[n], 'moved' from unnest(v_moves) n
        on conflict do nothing;
        for v_agency_id in select distinct p_from[n] from unnest(v_moves) n loop
            insert into appraisal_segment (
                agency_id, cycle_id, employment_id, segment, former_agency_id, title, position_level, valid, rater_nip
            )
            select f.to_agency_id, v_cycle.cycle_id, f.new_employment_id,
                row_number() over (partition by f.new_employment_id order by f.valid), f.former_agency_id, f.title,
                f.position_level, f.valid, f.rater_nip
            from (
                -- Segments that an earlier move of the same period carried here.
                select p_to[n] as to_agency_id, p_new_employments[n] as new_employment_id, s.former_agency_id, s.title,
                    s.position_level, s.valid, s.rater_nip
                from unnest(v_moves) n
                join appraisal_segment s on s.agency_id = p_from[n] and s.cycle_id = v_cycle.cycle_id
                    and s.employment_id = p_employments[n] and s.former_agency_id is not null
                where p_from[n] = v_agency_id
                union all
                select p_to[n], p_new_employments[n], v_agency_id, t.title, t.position_level,
                    a.valid * v_cycle.period,
                    case when r.head = p_employments[n] then r.above_nip else r.head_nip end
                from unnest(v_moves) n
                join assignment a on a.agency_id = v_agency_id and a.employment_id = p_employments[n]
                    and a.kind = 'definitive' and a.valid && v_cycle.period
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                left join post_former h on h.agency_id = t.agency_id and h.post_id = t.post_id
                    and h.valid @> (p_day - 1)
                left join raters(v_agency_id, p_day - 1) r on r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
                where p_from[n] = v_agency_id
            ) f;
        end loop;
        insert into rating_event (
            agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source
        )
        select p_to[m], e.cycle_id, p_new_employments[m], e.work_result, e.work_behaviour, e.rater_nip, n.segment,
            'moved'
        from unnest(v_moves) m
        join rating_event e on e.agency_id = p_from[m] and e.cycle_id = v_cycle.cycle_id
            and e.employment_id = p_employments[m]
        left join appraisal_segment o on o.agency_id = p_from[m] and o.cycle_id = e.cycle_id
            and o.employment_id = p_employments[m] and o.segment = e.segment
        -- The same segment; a rating of the whole period goes to each segment of its rater, or else to all that
        -- existed.
        left join appraisal_segment n on n.agency_id = p_to[m] and n.cycle_id = e.cycle_id
            and n.employment_id = p_new_employments[m]
            and case
                when o.segment is not null then lower(n.valid) = lower(o.valid)
                else n.rater_nip = e.rater_nip or not exists (
                    select from appraisal_segment s
                    where s.agency_id = p_to[m] and s.cycle_id = e.cycle_id and s.employment_id = p_new_employments[m]
                        and s.rater_nip = e.rater_nip
                )
            end
        order by e.rating_event_id;
    end loop;
end
$$;
ALTER FUNCTION medan.carry_appraisals(p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.carry_out_transfers(p_agencies integer[], p_cases bigint[], p_components integer[], p_by text) RETURNS TABLE(component integer, code text, detail text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_due record;
    v_left integer[];
    v_tried integer[];
    v_code text;
    v_words text;
    v_hint text;
    v_stopped integer[];
    v_moves bigint[];
    v_together integer;
begin
    perform require_actor(p_by);
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    perform 1 from transfer_case c
    join unnest(p_agencies, p_cases) p (agency_id, transfer_case_id) using (agency_id, transfer_case_id)
    order by c.agency_id, c.transfer_case_id for update of c;
    if 1 < (
        select count(distinct c.planned_on) from transfer_case c
        join unnest(p_agencies, p_cases) p (agency_id, transfer_case_id) using (agency_id, transfer_case_id)
    ) then
        raise exception 'transfers that are carried out together have one day' using errcode = 'MU737';
    end if;
    v_left := array(select distinct unnest(p_components) order by 1);
    for component, code, detail in
        select distinct on (p.component) p.component, n.code, n.detail
        from unnest(p_agencies, p_cases, p_components) p (agency_id, transfer_case_id, component)
        join unready_transfers(p_agencies, p_cases) n using (agency_id, transfer_case_id)
        order by p.component, n.number
    loop
        v_left := array_remove(v_left, component);
        return next;
    end loop;
    while v_left <> '{}' loop
        v_tried := v_left[1:coalesce(v_together, cardinality(v_left))];
        select array_agg(p.component order by d.number) as components, array_agg(d.number order by d.number) as numbers,
            array_agg(d.agency_id order by d.number) as agencies,
            array_agg(d.transfer_case_id order by d.number) as cases, min(d.day) as day,
            array_agg(d.person_id order by d.number) as people,
            array_agg(d.from_agency_id order by d.number) as origins,
            array_agg(d.to_agency_id order by d.number) as targets, array_agg(d.to_post_id order by d.number) as posts
        into v_due
        from (
            select array_agg(p.agency_id order by p.n) as agencies, array_agg(p.transfer_case_id order by p.n) as cases
            from unnest(p_agencies, p_cases, p_components)
                with ordinality p (agency_id, transfer_case_id, component, n)
            where p.component = any (v_tried)
        ) t
        cross join lateral standing_transfers(t.agencies, t.cases) d
        join unnest(p_agencies, p_cases, p_components) p (agency_id, transfer_case_id, component)
            using (agency_id, transfer_case_id);
        begin
            perform make_transfers_effective(
                v_due.agencies, v_due.cases, v_due.people, v_due.origins, v_due.targets, v_due.posts, v_due.day, p_by
            );
            v_left := v_left[cardinality(v_tried) + 1:];
            v_together := null;
        exception when others then
            get stacked diagnostics v_code = returned_sqlstate, v_words = message_text, v_hint = pg_exception_hint;
            -- Rules and constraints stop a component; anything else stops the work.
            if v_code not like 'MU%' and v_code not like '23%' or v_code in ('MU001', 'MU002') then
                raise;
            end if;
            v_moves := '{}';
            if v_hint like 'moves: %' then
                v_moves := string_to_array(replace(v_hint, 'moves: ', ''), ',');
                v_stopped := array(select distinct v_due.components[n] from unnest(v_moves) n order by 1);
            elsif cardinality(v_tried) = 1 then
                v_stopped := v_tried;
                v_together := null;
            else
                -- It does not say which of them: it is in the first half, or in the rest.
                v_together := cardinality(v_tried) / 2;
                continue;
            end if;
            for component, code, detail in
                select s.component, 'MU738', jsonb_build_object(
                    'problem', v_words, 'numbers', (
                        select string_agg(v_due.numbers[n], ', ' order by n)
                        from generate_subscripts(v_due.numbers, 1) n
                        where v_due.components[n] = s.component and (v_moves = '{}' or n = any (v_moves))
                    )
                )::text
                from unnest(v_stopped) s (component)
            loop
                v_left := array_remove(v_left, component);
                return next;
            end loop;
        end;
    end loop;
end
$$;
ALTER FUNCTION medan.carry_out_transfers(p_agencies integer[], p_cases bigint[], p_components integer[], p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.carry_people(p_from integer, p_to integer, p_day date, p_units bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_units bigint[];
    v_people bigint[];
    v_ended record;
    v_count integer;
begin
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    v_units := array(
        select org_unit_id from org_unit
        where agency_id = p_from and ended_on is null and (p_units is null or org_unit_id = any (p_units))
    );
    v_people := array(
        select e.employment_id from employment e
        where e.agency_id = p_from and (
            p_units is null or exists (
                select from assignment a
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id and t.org_unit_id = any (v_units)
                where a.agency_id = e.agency_id and a.employment_id = e.employment_id and a.kind = 'definitive'
                    and (a.valid @> p_day or lower(a.valid) >= p_day)
            )
        )
    );
    if exists (
            select from employment
            where agency_id = p_from and employment_id = any (v_people) and lower(valid) >= p_day
        ) or exists (
            select from assignment
            where agency_id = p_from and employment_id = any (v_people) and lower(valid) >= p_day
        ) or exists (
            select from org_unit
            where agency_id = p_from and org_unit_id = any (v_units) and (since > p_day or began_on >= p_day)
        ) or exists (
            select from post where agency_id = p_from and org_unit_id = any (v_units) and since > p_day
        )
    then
        raise exception 'something that is to be carried over begins on the day or later' using errcode = 'MU404';
    end if;
    if p_units is null and not exists (select from employment where agency_id = p_from and valid @> p_day) then
        return 0;
    end if;
    -- A unit that has ended in the other agency takes no posts any more.
    select n.siasn_id, n.ended_on into v_ended
    from org_unit u
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id and n.ended_on is not null
    where u.agency_id = p_from and u.org_unit_id = any (v_units)
    order by n.siasn_id limit 1;
    if v_ended.siasn_id is not null then
        raise exception 'unit % ended on %', v_ended.siasn_id, v_ended.ended_on
            using errcode = 'MU365',
                detail = jsonb_build_object('unit', v_ended.siasn_id, 'day', v_ended.ended_on::text)::text;
    end if;
    insert into org_unit (agency_id, siasn_id, parent_siasn_id, name, began_on, since)
    select p_to, u.siasn_id,
        case when p_units is null or exists (
            select from org_unit o
            where o.agency_id = p_from and o.org_unit_id = any (v_units) and o.siasn_id = u.parent_siasn_id
        ) or exists (
            select from org_unit o
            where o.agency_id = p_to and o.siasn_id = u.parent_siasn_id and o.ended_on is null
        ) then u.parent_siasn_id end, u.name, p_day, p_day
    from org_unit u
    where u.agency_id = p_from and u.org_unit_id = any (v_units)
    on conflict (agency_id, siasn_id) do nothing;
    -- A post begins without seats; where unit and title exist already, the seats are added.
    insert into post (
        agency_id, org_unit_id, title, position_level, echelon, job_class, capacity, is_critical, since
    )
    select p_to, n.org_unit_id, t.title, t.position_level, t.echelon, t.job_class, 0, t.is_critical, p_day
    from post t
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    where t.agency_id = p_from and t.org_unit_id = any (v_units)
    on conflict (agency_id, org_unit_id, title) do update set is_critical = true
    where excluded.is_critical and not post.is_critical;
    perform join_seats(p_from, t.post_id, p_to, nt.post_id, p_day)
    from post t
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    join post nt on nt.agency_id = p_to and nt.org_unit_id = n.org_unit_id and nt.title = t.title
    where t.agency_id = p_from and t.org_unit_id = any (v_units);
    -- What the receiving agency asks of a post of its own stays.
    insert into competency_standard (
        agency_id, post_id, competency, valid_from, valid_to, level, document_number
    )
    select p_to, nt.post_id, c.competency, c.valid_from, c.valid_to, c.level, c.document_number
    from competency_standard c
    join post t on t.agency_id = c.agency_id and t.post_id = c.post_id
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    join post nt on nt.agency_id = p_to and nt.org_unit_id = n.org_unit_id and nt.title = t.title
    where c.agency_id = p_from and t.org_unit_id = any (v_units)
        and not exists (select from competency_standard o where o.agency_id = p_to and o.post_id = nt.post_id)
    on conflict do nothing;
    with ended as (
        update employment set valid = daterange(lower(valid), p_day)
        where agency_id = p_from and valid @> p_day and employment_id = any (v_people)
        returning employment_id, person_id
    ), former as (
        -- With the same end as before, if they had one.
        select employment_id, upper(valid) as until from employment where agency_id = p_from and valid @> p_day
    ), former_assignment as (
        select assignment_id, upper(valid) as until from assignment where agency_id = p_from and valid @> p_day
    ), vacated as (
        update assignment a set valid = daterange(lower(a.valid), p_day)
        from ended e
        where a.agency_id = p_from and a.employment_id = e.employment_id and a.valid @> p_day
        returning a.assignment_id, a.employment_id, a.post_id, a.kind, a.decree_number, a.decree_date,
            coalesce(a.held_since, lower(a.valid)) as held_since
    ), moved as (
        update person p set agency_id = p_to, changed_at = now()
        from ended e
        where p.agency_id = p_from and p.person_id = e.person_id
        returning p.person_id
    ), begun as (
        insert into employment (agency_id, person_id, valid)
        select p_to, m.person_id, daterange(p_day, f.until)
        from moved m
        join ended e on e.person_id = m.person_id
        join former f on f.employment_id = e.employment_id
        returning employment_id, person_id
    ), seated as (
        insert into assignment (
            agency_id, employment_id, post_id, kind, valid, decree_number, decree_date, held_since
        )
        select p_to, b.employment_id, np.post_id, v.kind, daterange(p_day, f.until), v.decree_number, v.decree_date,
            v.held_since
        from vacated v
        join former_assignment f on f.assignment_id = v.assignment_id
        join ended e on e.employment_id = v.employment_id
        join begun b on b.person_id = e.person_id
        join post t on t.agency_id = p_from and t.post_id = v.post_id
        join org_unit u on u.agency_id = p_from and u.org_unit_id = t.org_unit_id
        join org_unit nu on nu.agency_id = p_to and nu.siasn_id = u.siasn_id
        join post np on np.agency_id = p_to and np.org_unit_id = nu.org_unit_id and np.title = t.title
    )
    select count(*) into v_count from moved;
    perform carry_records(c.agencies, c.to_agencies, c.employments, c.new_employments),
        carry_appraisals(c.agencies, c.to_agencies, c.employments, c.new_employments, p_day)
    from (
        select array_agg(o.agency_id) as agencies, array_agg(n.agency_id) as to_agencies,
            array_agg(o.employment_id) as employments, array_agg(n.employment_id) as new_employments
        from employment n
        join employment o on o.agency_id = p_from and o.person_id = n.person_id and upper(o.valid) = p_day
        where n.agency_id = p_to and lower(n.valid) = p_day
        having count(*) > 0
    ) c;
    -- People who act there and stay here no longer act.
    update assignment a set valid = daterange(lower(a.valid), p_day)
    from post t
    where p_units is not null and t.agency_id = p_from and t.org_unit_id = any (v_units)
        and a.agency_id = p_from and a.post_id = t.post_id and a.kind <> 'definitive' and a.valid @> p_day
        and lower(a.valid) < p_day;
    -- The day before, units and posts are as they were; nothing is to be filled in them any more.
    perform end_seats(
        p_from, array(select post_id from post where agency_id = p_from and org_unit_id = any (v_units)), p_day,
        null, null
    );
    update org_unit set ended_on = p_day where agency_id = p_from and org_unit_id = any (v_units);
    return v_count;
end
$$;
ALTER FUNCTION medan.carry_people(p_from integer, p_to integer, p_day date, p_units bigint[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.carry_posts(p_agency_id integer, p_from bigint, p_to bigint, p_posts bigint[], p_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
    v_title text;
begin
    select t.title into v_title
    from post t
    join post o on o.agency_id = t.agency_id and o.org_unit_id = p_to and o.title = t.title
    where t.agency_id = p_agency_id and t.org_unit_id = p_from and (p_posts is null or t.post_id = any (p_posts))
    order by t.post_id limit 1;
    if v_title is not null then
        raise exception 'the other unit has a post % already', v_title
            using errcode = 'MU368', detail = jsonb_build_object('post', v_title)::text;
    end if;
    update post set org_unit_id = p_to, since = p_day
    where agency_id = p_agency_id and org_unit_id = p_from and (p_posts is null or post_id = any (p_posts));
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.carry_posts(p_agency_id integer, p_from bigint, p_to bigint, p_posts bigint[], p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.carry_records(p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    insert into evidence (
        agency_id, employment_id, kind, level, score, title, occurred_on, ended_on, document_number, document_date
    )
    select f.* from (
        select m.to_agency_id, m.new_employment_id, e.kind, e.level, e.score, e.title, e.occurred_on, e.ended_on,
            e.document_number, e.document_date
        from unnest(p_from, p_to, p_employments, p_new_employments)
            m (agency_id, to_agency_id, employment_id, new_employment_id)
        join evidence e on e.agency_id = m.agency_id and e.employment_id = m.employment_id and e.withdrawn_at is null
        where m.agency_id <> m.to_agency_id
        union all
        select m.to_agency_id, m.new_employment_id, 'posting', t.position_level, null, t.title, lower(a.valid),
            upper(a.valid) - 1, a.decree_number, a.decree_date
        from unnest(p_from, p_to, p_employments, p_new_employments)
            m (agency_id, to_agency_id, employment_id, new_employment_id)
        join assignment a on a.agency_id = m.agency_id and a.employment_id = m.employment_id
            and a.kind = 'definitive' and not isempty(a.valid) and not upper_inf(a.valid)
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        where m.agency_id <> m.to_agency_id
    ) f
    order by 2, 7
    on conflict do nothing;
    -- Files go on to bring what was put right.
    insert into correction (
        agency_id, fact, fact_id, employment_id, before, after, reason, document_number, corrected_by, corrected_at
    )
    select m.to_agency_id, c.fact, c.fact_id, m.new_employment_id, c.before, c.after, c.reason, c.document_number,
        c.corrected_by, c.corrected_at
    from unnest(p_from, p_to, p_employments, p_new_employments)
        m (agency_id, to_agency_id, employment_id, new_employment_id)
    join correction c on c.agency_id = m.agency_id and c.employment_id = m.employment_id
    where m.agency_id <> m.to_agency_id
    order by c.correction_id
$$;
ALTER FUNCTION medan.carry_records(p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.carry_units(p_from integer, p_to integer, p_units text[], p_day date, p_decree text, p_by text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit text;
    v_units bigint[];
    v_count integer;
begin
    foreach v_unit in array p_units loop
        perform require_unit(p_from, v_unit, p_day);
    end loop;
    v_units := array(
        with recursive part as (
            select u.org_unit_id, u.siasn_id from org_unit u
            where u.agency_id = p_from and u.siasn_id = any (p_units)
            union
            select u.org_unit_id, u.siasn_id
            from part p
            join org_unit u on u.agency_id = p_from and u.parent_siasn_id = p.siasn_id and u.ended_on is null
        )
        select org_unit_id from part
    );
    v_count := carry_people(p_from, p_to, p_day, v_units);
    perform note_unit(p_from, u.org_unit_id, 'transfer', p_day, null, p_decree, p_by),
        note_unit(p_to, n.org_unit_id, 'transfer', p_day, null, p_decree, p_by)
    from org_unit u
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    where u.agency_id = p_from and u.org_unit_id = any (v_units);
    return v_count;
end
$$;
ALTER FUNCTION medan.carry_units(p_from integer, p_to integer, p_units text[], p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.change_unit(p_agency_id integer, p_unit text, p_name text, p_moves boolean, p_parent text, p_day date, p_decree text, p_by text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_parent bigint;
begin
    if p_parent = p_unit then
        raise exception 'a unit would stand above itself' using errcode = 'MU361', table = 'org_unit';
    end if;
    if p_parent is not null then
        v_parent := require_unit(p_agency_id, p_parent, p_day);
    end if;
    update org_unit set name = coalesce(p_name, name),
        parent_siasn_id = case when p_moves then p_parent else parent_siasn_id end, since = p_day
    where agency_id = p_agency_id and org_unit_id = v_unit and (
        name <> p_name or p_moves and parent_siasn_id is distinct from p_parent
    );
    if not found then
        return false;
    end if;
    perform note_unit(
        p_agency_id, v_unit, case when p_moves then 'move' else 'rename' end, p_day, v_parent, p_decree, p_by
    );
    return true;
end
$$;
ALTER FUNCTION medan.change_unit(p_agency_id integer, p_unit text, p_name text, p_moves boolean, p_parent text, p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) OWNER TO medan_definer;
CREATE FUNCTION medan.changed_passwords() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select v.rolname
    from agency_login l
    join login_fingerprint f on f.agency_id = l.agency_id and f.label = l.label
    join login_verifiers() v on v.rolname = login_role(l.agency_id, l.label)
    where l.revoked_at is null
        and v.sha256 is distinct from f.sha256
$$;
ALTER FUNCTION medan.changed_passwords() OWNER TO medan_definer;
CREATE TABLE medan.city (
    city_id smallint DEFAULT 1 NOT NULL,
    zone text DEFAULT 'Asia/Jakarta'::text NOT NULL,
    is_demo boolean DEFAULT false NOT NULL,
    CONSTRAINT city_single_check CHECK ((city_id = 1)),
    CONSTRAINT city_zone_check CHECK (((zone ~~ '%/%'::text) AND (('2026-01-01 00:00:00+00'::timestamp with time zone AT TIME ZONE zone) IS NOT NULL)))
);
ALTER TABLE ONLY medan.city FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.city OWNER TO medan_owner;
COMMENT ON COLUMN medan.city.zone IS 'IANA name of the time zone in which the city''s days begin: Asia/Jakarta is WIB, Asia/Makassar WITA';
COMMENT ON COLUMN medan.city.is_demo IS 'Whether the people are generated, as mutasi demo makes them; pages and pictures say so';
CREATE FUNCTION medan.city_zone() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT c.zone FROM medan.city c);
ALTER FUNCTION medan.city_zone() OWNER TO medan_owner;
CREATE FUNCTION medan.city_day(p_at timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((p_at AT TIME ZONE medan.city_zone()))::date;
ALTER FUNCTION medan.city_day(p_at timestamp with time zone) OWNER TO medan_owner;
CREATE FUNCTION medan.city_instant(p_local timestamp without time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (p_local AT TIME ZONE medan.city_zone());
ALTER FUNCTION medan.city_instant(p_local timestamp without time zone) OWNER TO medan_owner;
CREATE FUNCTION medan.claim_chunk(p_worker_id integer) RETURNS TABLE(agency_id integer, run_chunk_id bigint, first_key bigint, last_key bigint, keys integer, claim uuid, run_id bigint, kind text, subject text, step text, intended_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    if p_worker_id is null or p_worker_id not in (select living_workers()) then
        return;
    end if;
    return query
    update run_chunk c
    set state = 'running', attempt = c.attempt + 1, worker_id = p_worker_id, claim = gen_random_uuid(),
        started_at = coalesce(c.started_at, clock_timestamp())
    from (
        select n.agency_id, n.run_id, n.run_chunk_id
        from run a
        -- Once for a run, not for each of its chunks.
        cross join lateral (select array(select held_agencies(a.run_id)) as agencies offset 0) h
        join run_chunk n on n.run_id = a.run_id
        where a.state = 'running' and not a.is_paused and n.state = 'ready' and n.due_at <= clock_timestamp()
            and n.agency_id <> all (h.agencies)
        -- Agencies that may have to be waited for again come last.
        order by n.late_since is not null, n.run_id, n.agency_id, n.run_chunk_id limit 1 for update of n skip locked
    ) n, run r
    where c.agency_id = n.agency_id and c.run_id = n.run_id and c.run_chunk_id = n.run_chunk_id
        and r.run_id = c.run_id
    returning c.agency_id, c.run_chunk_id, c.first_key, c.last_key, c.keys, c.claim, r.run_id, r.kind, r.subject,
        r.step,
        r.intended_at;
end
$$;
ALTER FUNCTION medan.claim_chunk(p_worker_id integer) OWNER TO medan_definer;
CREATE FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) RETURNS TABLE(agency_id integer, job_id bigint, kind text, attempt integer, errors integer, due_at timestamp with time zone, intended_at timestamp with time zone, payload jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
#variable_conflict use_column
declare
    v_now timestamptz := clock_timestamp();
    v_kinds text[] := array(
        select k from unnest(p_kinds) k
        where not exists (select from job_kind j where j.kind = k and j.is_paused)
    );
    v_agency_id integer;
    v_weight integer;
    v_room integer;
    v_kind text;
    v_is_lost boolean;
    v_jobs bigint[];
begin
    -- If a crash of the server undoes a claim, it also cuts off the worker that held it: nobody has to wait for the
    -- disk.
    perform set_config('synchronous_commit', 'off', true);
    -- An agency without waiting jobs costs one look into the index, and not `not exists`, for which the planner may
    -- make a table of all agencies' waiting jobs. Only then is each kind and priority looked at; otherwise the scan
    -- would walk over jobs that are not yet due.
    select t.agency_id into v_agency_id
    from job_turn t
    where case
            when (
                select j.job_id from job j where j.agency_id = t.agency_id and j.worker_id is null limit 1
            ) is null then false
            when not exists (
                select from unnest(v_kinds) k
                cross join generate_series(0, 3) p
                -- With a limit it stays a look into the index, and does not become a join.
                cross join lateral (
                    select from job j
                    where j.agency_id = t.agency_id and j.worker_id is null and j.kind = k and j.priority = p
                        and j.due_at <= v_now
                    limit 1
                ) j
            ) then false
            -- The city's own, 0, or an active agency's.
            else (t.agency_id = 0 or is_agency_active(t.agency_id)) and not exists (
                select from job_agency a
                where a.agency_id = t.agency_id and (
                    a.is_paused or a.claim_limit <= (
                        select count(*) from job j where j.agency_id = t.agency_id and j.worker_id is not null
                    )
                )
            )
        end
    order by t.turn
    limit 1
    for update skip locked;
    if not found then
        return;
    end if;
    -- Counted again while the agency's row is held: earlier claims have committed.
    select coalesce(max(a.weight), 1),
        max(a.claim_limit) - (select count(*) from job j where j.agency_id = v_agency_id and j.worker_id is not null)
    into v_weight, v_room
    from job_agency a
    where a.agency_id = v_agency_id;
    select h.kind, h.losses > 0 into v_kind, v_is_lost
    from unnest(v_kinds) k
    cross join generate_series(0, 3) p
    cross join lateral (
        select j.kind, j.losses, j.due_at + j.priority * interval '10 minutes' as place
        from job j
        where j.agency_id = v_agency_id and j.worker_id is null and j.kind = k and j.priority = p and j.due_at <= v_now
        order by j.due_at, j.job_id
        limit 1
    ) h
    order by h.place
    limit 1;
    v_room := least(v_room, case when v_is_lost then 1 else p_batches[array_position(p_kinds, v_kind)] end);
    v_jobs := array(
        select h.job_id
        from generate_series(0, 3) p
        cross join lateral (
            select j.job_id, j.due_at + j.priority * interval '10 minutes' as place
            from job j
            where j.agency_id = v_agency_id and j.worker_id is null and j.kind = v_kind and j.priority = p
                and j.due_at <= v_now and (j.losses > 0) = v_is_lost
            order by j.due_at, j.job_id
            limit v_room
        ) h
        order by h.place, h.job_id
        limit v_room
    );
    -- By key: with `is null`, the planner may read everything that the agency has waiting.
    return query
    update job j set worker_id = p_worker_id, attempt = j.attempt + 1, started_at = v_now,
        deadline = v_now + make_interval(secs => p_seconds[array_position(p_kinds, v_kind)])
    where j.agency_id = v_agency_id and j.job_id = any (v_jobs) and coalesce(j.worker_id, 0) = 0
    returning j.agency_id, j.job_id, j.kind, j.attempt, j.errors, j.due_at, j.intended_at,
        case when j.agency_id = 0 then j.payload end;
    -- An agency that was away for long gets one turn first, and does not catch up on all the others.
    update job_turn t
    set turn = greatest(t.turn, (select max(o.turn) from job_turn o) - 100)
        + coalesce(cardinality(v_jobs), 0)::double precision / v_weight
    where t.agency_id = v_agency_id;
end
$$;
ALTER FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) OWNER TO medan_definer;
CREATE FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
declare
    v_parted bigint[];
    v_moved bigint[];
    v_count integer;
begin
    perform require_phase(p_agency_id, p_cycle_id, 'close', p_first, p_last);
    perform lock_ratings(p_agency_id, p_cycle_id, 'close');
    perform bring_segments(p_agency_id, p_cycle_id, p_first, p_last, 'infinity');
    select coalesce(array_agg(distinct employment_id), '{}') into v_parted from appraisal_segment
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last;
    select coalesce(array_agg(employment_id), '{}') into v_moved from appraisal_exclusion
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
        and lifted_at is null;
    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, rating_event_id, work_result, work_behaviour)
    select a.agency_id, a.cycle_id, a.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
    from appraisal a
    left join (
        select distinct on (e.employment_id) e.employment_id, e.rating_event_id, e.work_result, e.work_behaviour
        from rating_event e
        where e.agency_id = p_agency_id and e.cycle_id = p_cycle_id and e.employment_id between p_first and p_last
        order by e.employment_id desc, e.rating_event_id desc
    ) r on r.employment_id = a.employment_id
    where a.agency_id = p_agency_id
        and a.cycle_id = p_cycle_id
        and a.employment_id between p_first and p_last
        and a.employment_id <> all (v_parted)
        and a.employment_id <> all (v_moved);
    get diagnostics v_count = row_count;
    if v_parted <> '{}' then
        insert into appraisal_closing
            (agency_id, cycle_id, employment_id, rating_event_id, work_result, work_behaviour)
        select p_agency_id, p_cycle_id, p.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
        from unnest(v_parted) p (employment_id)
        left join lateral combined_rating(p_agency_id, p_cycle_id, p.employment_id) r on true
        where p.employment_id <> all (v_moved);
        v_count := v_count + cardinality(v_parted)
            - (select count(*) from unnest(v_parted) p (id) where p.id = any (v_moved));
    end if;
    return v_count;
end
$$;
ALTER FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.close_audit(p_agency_id integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.close_audit(p_agency_id integer) OWNER TO medan_audit;
CREATE FUNCTION medan.close_unit(p_agency_id integer, p_unit text, p_day date, p_decree text, p_by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_count integer;
begin
    select count(distinct a.employment_id) into v_count
    from post t
    join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id
    where t.agency_id = p_agency_id and t.org_unit_id = v_unit and a.valid && daterange(p_day, null);
    if v_count > 0 then
        raise exception 'people still hold posts of unit %: %', p_unit, v_count
            using errcode = 'MU371', detail = jsonb_build_object('unit', p_unit, 'count', v_count)::text;
    end if;
    select count(*) into v_count from org_unit
    where agency_id = p_agency_id and parent_siasn_id = p_unit and ended_on is null;
    if v_count > 0 then
        raise exception 'units still stand below unit %: %', p_unit, v_count
            using errcode = 'MU372', detail = jsonb_build_object('unit', p_unit, 'count', v_count)::text;
    end if;
    perform end_seats(
        p_agency_id, array(select post_id from post where agency_id = p_agency_id and org_unit_id = v_unit), p_day,
        p_decree, p_by
    );
    perform end_unit(p_agency_id, v_unit, p_day);
    perform note_unit(p_agency_id, v_unit, 'close', p_day, null, p_decree, p_by);
end
$$;
ALTER FUNCTION medan.close_unit(p_agency_id integer, p_unit text, p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.combined_rating(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) RETURNS TABLE(rating_event_id bigint, work_result smallint, work_behaviour smallint)
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    with part as (
        select s.segment, upper(s.valid) - lower(s.valid) as days, e.rating_event_id, e.work_result, e.work_behaviour
        from appraisal_segment s
        left join lateral (
            select e.rating_event_id, e.work_result, e.work_behaviour
            from rating_event e
            where e.agency_id = s.agency_id and e.cycle_id = s.cycle_id and e.employment_id = s.employment_id
                and (
                    e.segment = s.segment
                    -- A rating of the whole period counts for the segments of its rater. If the rater has none, it
                    -- counts for all segments.
                    or e.segment is null and (
                        e.rater_nip = s.rater_nip
                        or not exists (
                            select from appraisal_segment o
                            where o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                                and o.employment_id = s.employment_id and o.rater_nip = e.rater_nip
                        )
                    )
                )
            -- A rating of the segment, or by its rater, comes before one by another person.
            order by e.segment is not null or e.rater_nip is not distinct from s.rater_nip desc, e.rating_event_id desc
            limit 1
        ) e on true
        where s.agency_id = p_agency_id and s.cycle_id = p_cycle_id and s.employment_id = p_employment_id
            and not isempty(s.valid)
    ), whole as (
        select max(p.rating_event_id) as rating_event_id,
            sum(p.days) filter (where p.rating_event_id is not null) as rated,
            sum(p.days) as days,
            sum(p.days * p.work_result) as result,
            sum(p.days * p.work_behaviour) as behaviour
        from part p
    )
    select w.rating_event_id, ((2 * w.result + w.rated) / (2 * w.rated))::smallint,
        ((2 * w.behaviour + w.rated) / (2 * w.rated))::smallint
    from whole w
    where w.rated > 0 and w.rated * 100 >= w.days * (
        select s.value from setting s join cycle c on c.rule_set = s.rule_set
        where c.cycle_id = p_cycle_id and s.name = 'minimum_segment_share'
    )
$$;
ALTER FUNCTION medan.combined_rating(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) OWNER TO medan_owner;
CREATE FUNCTION medan.comes_back_from(p_kind text, p_from text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select case p_kind
        when 'leave_end' then p_from = 'unpaid_leave'
        when 'secondment_end' then p_from = 'secondment_out'
        when 'contract_renewal' then p_from = 'contract_end'
        else true
    end
$$;
ALTER FUNCTION medan.comes_back_from(p_kind text, p_from text) OWNER TO medan_owner;
CREATE FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) OWNER TO medan_definer;
CREATE FUNCTION medan.decide_objection(p_agency_id integer, p_objection_id bigint, p_decided_on date, p_decided_by text, p_work_result smallint, p_work_behaviour smallint, p_reason text) RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_objection objection;
    v_version smallint;
begin
    select * into v_objection from objection where agency_id = p_agency_id and objection_id = p_objection_id;
    if v_objection is null then
        raise exception 'there is no such objection' using errcode = 'MU211', table = 'objection';
    end if;
    if exists (
        select from objection_decision where agency_id = p_agency_id and objection_id = p_objection_id
    ) then
        raise exception 'the person''s objection is decided, and that is final'
            using errcode = 'MU215', table = 'objection_decision';
    end if;
    if p_work_result is not null then
        v_version := revise_result(
            p_agency_id, v_objection.cycle_id, v_objection.employment_id, 'objection', p_work_result,
            p_work_behaviour, p_reason, p_decided_by
        );
    end if;
    insert into objection_decision (agency_id, objection_id, decided_on, decided_by, is_granted, reason, version)
    values (
        p_agency_id, p_objection_id, p_decided_on, p_decided_by, p_work_result is not null, p_reason, v_version
    );
    return v_version;
end
$$;
ALTER FUNCTION medan.decide_objection(p_agency_id integer, p_objection_id bigint, p_decided_on date, p_decided_by text, p_work_result smallint, p_work_behaviour smallint, p_reason text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.declare_transfer_conflict(p_number text, p_of text, p_kind text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case := find_transfer(p_number);
begin
    perform require_actor(p_of);
    insert into transfer_conflict (agency_id, transfer_case_id, declared_of, kind)
    values (v_case.agency_id, v_case.transfer_case_id, trim(p_of), p_kind)
    on conflict do nothing;
end
$$;
ALTER FUNCTION medan.declare_transfer_conflict(p_number text, p_of text, p_kind text) OWNER TO medan_carrier;
CREATE FUNCTION medan.definitive_holders(p_agency_id integer, p_posts bigint[]) RETURNS TABLE(post_id bigint, held daterange, holders bigint)
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
begin
    return query
    with holding as (
        select a.post_id, a.valid from assignment a
        where a.agency_id = p_agency_id and a.post_id = any (p_posts) and a.kind = 'definitive' and not isempty(a.valid)
    ), event as (
        select post_id, lower(valid) as day, 1 as change from holding
        union all
        select post_id, upper(valid), -1 from holding where not upper_inf(valid)
    ), change as (
        select post_id, day, sum(change) as change from event group by post_id, day
    )
    select post_id, daterange(day, lead(day) over w), (sum(change) over w)::bigint
    from change
    window w as (partition by post_id order by day);
end
$$;
ALTER FUNCTION medan.definitive_holders(p_agency_id integer, p_posts bigint[]) OWNER TO medan_owner;
CREATE FUNCTION medan.drop_login(p_agency_id integer, p_label text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.drop_login(p_agency_id integer, p_label text) OWNER TO medan_definer;
CREATE FUNCTION medan.due_far_ahead() RETURNS TABLE(what text, agency_id integer, run_id bigint, id bigint, due_at timestamp with time zone, set_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
#variable_conflict use_column
declare
    v_now timestamptz := clock_timestamp();
begin
    return query
    select 'chunk', c.agency_id, c.run_id, c.run_chunk_id, c.due_at, c.due_at
    from run_chunk c
    where c.state = 'ready' and c.due_at > v_now + interval '1 s'
        + greatest(
            interval '0.2 s' * (2 ^ least(c.errors, 16)), case when c.late_since is not null then interval '10 s' end
        )
    union all
    select 'job', j.agency_id, null, j.job_id, j.due_at, j.due_set_at
    from job_turn t
    cross join job_kind k
    cross join generate_series(0, 3) p
    -- By index: jobs that are already due, perhaps a million, are not read.
    cross join lateral (
        select * from job j
        where j.agency_id = t.agency_id and j.kind = k.kind and j.priority = p and j.worker_id is null
            and j.due_at > v_now + interval '1 s' and j.due_set_at > v_now + interval '1 s'
            and j.due_at >= j.due_set_at - interval '1 s'
            and (j.intended_at is null or j.intended_at <= v_now + interval '1 minute')
        offset 0
    ) j
    union all
    select 'claim', j.agency_id, null, j.job_id, j.deadline, j.started_at
    from job j
    where j.worker_id is not null and j.started_at > v_now + interval '1 s' and j.deadline > j.started_at;
end
$$;
ALTER FUNCTION medan.due_far_ahead() OWNER TO medan_definer;
CREATE FUNCTION medan.due_transfers(p_day date) RETURNS TABLE(agency_id integer, transfer_case_id bigint, number text, day date, person_id bigint, from_agency text, from_post_id bigint, to_agency text, to_post_id bigint, free_seats integer, was_tried boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select s.agency_id, s.transfer_case_id, s.number, s.day, s.person_id, f.code, s.from_post_id, t.code, s.to_post_id,
        (
            select seats_on(p.agency_id, p.post_id, p.capacity, s.day) - (
                select count(*)::integer from assignment a
                where a.agency_id = p.agency_id and a.post_id = p.post_id and a.kind = 'definitive' and a.valid @> s.day
            )
            from post p where p.agency_id = s.to_agency_id and p.post_id = s.to_post_id
        ),
        (
            select c.problem is not null from transfer_case c
            where c.agency_id = s.agency_id and c.transfer_case_id = s.transfer_case_id
        )
    from (
        select array_agg(c.agency_id) as agencies, array_agg(c.transfer_case_id) as cases
        from transfer_case c
        where c.state in (select from_state from transfer_step where step = 'carry_out')
            and c.planned_on <= least(p_day, city_day(now()))
    ) d
    cross join lateral standing_transfers(d.agencies, d.cases) s
    join agency f on f.agency_id = s.from_agency_id
    join agency t on t.agency_id = s.to_agency_id
    order by s.day, s.agency_id, s.transfer_case_id
$$;
ALTER FUNCTION medan.due_transfers(p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.end_agency_sessions() RETURNS TABLE(login text, reason text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    with session as materialized (
        select t.pid, t.login, t.began_at,
            (select count(*) from pg_locks l where l.pid = t.pid) as locks
        from agency_transactions() t
    ), excess as (
        select s.pid, s.login, case
            when s.began_at < clock_timestamp() - interval '5 min' then 'a transaction of more than five minutes'
            when s.locks > 1000 then 'more than 1,000 locks'
            when pg_notification_queue_usage() > 0.05 and s.began_at = (select min(o.began_at) from session o)
                then 'the queue of notifications grows'
        end as reason
        from session s
    )
    select e.login, e.reason from excess e where e.reason is not null and pg_terminate_backend(e.pid, 1000)
$$;
ALTER FUNCTION medan.end_agency_sessions() OWNER TO medan_definer;
CREATE FUNCTION medan.end_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_state text, p_processed integer, p_failures integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run_chunk c
    set state = p_state, claim = null, late_since = null, processed = p_processed, failures = p_failures,
        ended_at = clock_timestamp()
    where c.agency_id = p_agency_id and c.run_id = p_run_id and c.run_chunk_id = p_run_chunk_id
        and c.claim = p_claim and c.state = 'running'
        and p_agency_id = case
    when pg_has_role(
        to_regrole('medan_agency_' || current_setting('mutasi.agency', true))::oid, 'medan_agency', 'usage'
    ) then nullif(current_setting('mutasi.agency', true), '')::integer
end;
    if not found then
        raise exception 'the claim on a chunk was lost' using errcode = 'MU001';
    end if;
end
$$;
ALTER FUNCTION medan.end_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_state text, p_processed integer, p_failures integer) OWNER TO medan_definer;
CREATE FUNCTION medan.end_seats(p_agency_id integer, p_posts bigint[], p_day date, p_decree text, p_by text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    update formasi set seats = 0
    where agency_id = p_agency_id and post_id = any (p_posts) and valid_from > p_day and seats > 0;
    insert into formasi (agency_id, post_id, valid_from, seats, source, decree_number, recorded_by)
    select t.agency_id, t.post_id, p_day, 0, case
            when not exists (
                select from formasi f
                where f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid_from <= p_day
                    and f.source <> 'holders'
            ) then 'holders'
            when p_decree is null then 'workload'
            else 'decree'
        end, p_decree, coalesce(p_by, 'merger')
    from post t
    where t.agency_id = p_agency_id and t.post_id = any (p_posts)
        and seats_on(t.agency_id, t.post_id, t.capacity, p_day) > 0
    on conflict (agency_id, post_id, valid_from) do update
    set seats = 0, source = excluded.source, decree_number = excluded.decree_number, recorded_by = excluded.recorded_by
$$;
ALTER FUNCTION medan.end_seats(p_agency_id integer, p_posts bigint[], p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.end_sessions(p_agency_id integer, p_label text) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select count(*) filter (where pg_terminate_backend(a.pid, 5000))::integer
    from pg_stat_activity a
    where a.usename = login_role(p_agency_id, p_label)
        or p_label is null and starts_with(a.usename, login_role(p_agency_id, null) || '_')
$$;
ALTER FUNCTION medan.end_sessions(p_agency_id integer, p_label text) OWNER TO medan_definer;
CREATE FUNCTION medan.end_unit(p_agency_id integer, p_org_unit_id bigint, p_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_later date;
begin
    select greatest(since, began_on + 1) into v_later from org_unit
    where agency_id = p_agency_id and org_unit_id = p_org_unit_id;
    if v_later > p_day then
        raise exception 'a later change is on record, from %', v_later
            using errcode = 'MU362', table = 'org_unit', detail = jsonb_build_object('day', v_later::text)::text;
    end if;
    update org_unit set ended_on = p_day where agency_id = p_agency_id and org_unit_id = p_org_unit_id;
end
$$;
ALTER FUNCTION medan.end_unit(p_agency_id integer, p_org_unit_id bigint, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.erasure_lock_class() RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN hashtext('mutasi erasure medan'::text);
ALTER FUNCTION medan.erasure_lock_class() OWNER TO medan_audit;
CREATE FUNCTION medan.except_transfer(p_number text, p_rule text, p_reason text, p_by text, p_document_number text, p_document_date date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case;
    v_may_be_lifted boolean;
begin
    perform require_actor(p_by);
    v_case := find_transfer(p_number);
    perform require_free_actor(v_case, 'except', 'mayor', p_by);
    select v.may_be_lifted into v_may_be_lifted
    from transfer_verdict v
    where v.agency_id = v_case.agency_id and v.rule = p_rule and v.outcome in ('block', 'not_known')
        and v.transfer_check_id = (
            select max(c.transfer_check_id) from transfer_check c
            where c.agency_id = v_case.agency_id and c.transfer_case_id = v_case.transfer_case_id
        );
    if v_may_be_lifted is null then
        raise exception 'the rule % does not stop the transfer % by its last check', p_rule, p_number
            using errcode = 'MU734', detail = jsonb_build_object('rule', p_rule, 'number', p_number)::text;
    elsif not v_may_be_lifted then
        raise exception 'no exception to the rule % is lawful', p_rule
            using errcode = 'MU735', detail = jsonb_build_object('rule', p_rule)::text;
    end if;
    if nullif(trim(p_document_number), '') is null or p_document_date is null or nullif(trim(p_reason), '') is null then
        raise exception 'this step needs a document with number and date' using errcode = 'MU714';
    end if;
    insert into transfer_exception (
        agency_id, transfer_case_id, rule, reason, approved_by, document_number, document_date
    )
    values (
        v_case.agency_id, v_case.transfer_case_id, p_rule, trim(p_reason), trim(p_by), trim(p_document_number),
        p_document_date
    )
    on conflict do nothing;
end
$$;
ALTER FUNCTION medan.except_transfer(p_number text, p_rule text, p_reason text, p_by text, p_document_number text, p_document_date date) OWNER TO medan_carrier;
CREATE FUNCTION medan.exclude_leavers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_open record;
begin
    for v_open in
        select a.agency_id, a.cycle_id, a.employment_id, upper_inf(e.valid) as serves,
            upper(e.valid) < upper(c.period) as leaves
        from added n
        join employment e on e.agency_id = n.agency_id and e.employment_id = n.employment_id
        join appraisal a on a.agency_id = n.agency_id and a.employment_id = n.employment_id
        join cycle c on c.cycle_id = a.cycle_id
        order by a.agency_id, a.cycle_id, a.employment_id
    loop
        continue when not coalesce(v_open.serves or v_open.leaves, false);
        continue when phase_began(v_open.agency_id, v_open.cycle_id, 'close');
        -- The close takes turns with it.
        perform hold_ratings(v_open.agency_id, v_open.cycle_id, 'alone');
        continue when phase_began(v_open.agency_id, v_open.cycle_id, 'close');
        if v_open.serves then
            update appraisal_exclusion set lifted_at = now()
            where agency_id = v_open.agency_id and cycle_id = v_open.cycle_id
                and employment_id = v_open.employment_id and reason = 'left' and lifted_at is null;
        else
            insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
            values (v_open.agency_id, v_open.cycle_id, v_open.employment_id, 'left')
            on conflict (agency_id, cycle_id, employment_id) do update set lifted_at = null
            where appraisal_exclusion.reason = 'left';
        end if;
    end loop;
    return null;
end
$$;
ALTER FUNCTION medan.exclude_leavers() OWNER TO medan_appraiser;
CREATE FUNCTION medan.expected_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date) RETURNS TABLE(employment_id bigint, rater_nip text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_gone text[];
begin
    select coalesce(array_agg(o.rater_nip), '{}') into v_gone
    from (
        select distinct a.rater_nip from appraisal a
        where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
            and a.rater_nip is not null
    ) o
    where not exists (
        select from person p
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and e.valid @> p_day
        where p.agency_id = p_agency_id and p.nip = o.rater_nip
            and (e.agency_id, e.employment_id) not in (
                select l.agency_id, l.employment_id from people_lacking('serves', p_day) l
            )
    );
    if v_gone = '{}' then
        return query
        select a.employment_id, a.rater_nip from appraisal a
        where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
        return;
    end if;
    return query
    select a.employment_id, case
            when a.rater_nip is null or a.rater_nip <> all (v_gone) then a.rater_nip
            when r.head = a.employment_id then r.above_nip
            else r.head_nip
        end
    from appraisal a
    join post t on t.agency_id = a.agency_id and t.post_id = a.post_id and t.agency_id = p_agency_id
    left join raters(p_agency_id, p_day) r on r.org_unit_id = t.org_unit_id
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
end
$$;
ALTER FUNCTION medan.expected_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date) OWNER TO medan_owner;
CREATE FUNCTION medan.fewest_seats(p_agency_id integer, p_post_id bigint, p_days daterange) RETURNS integer
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    return (select min(g.seats) from seats_given(p_agency_id, array[p_post_id]) g where g.given && p_days);
end
$$;
ALTER FUNCTION medan.fewest_seats(p_agency_id integer, p_post_id bigint, p_days daterange) OWNER TO medan_owner;
CREATE FUNCTION medan.file_transfer_document(p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_agency_id integer := calling_agency();
    v_case transfer_case;
begin
    perform require_actor(p_by);
    if v_agency_id is not null and not exists (
        select from transfer_party y where y.agency_id = v_agency_id and y.number = p_number
    ) then
        raise exception 'there is no transfer %', p_number
            using errcode = 'MU701', detail = jsonb_build_object('number', p_number)::text;
    end if;
    v_case := find_transfer(p_number);
    if nullif(trim(p_document_number), '') is null or p_document_date is null then
        raise exception 'this step needs a document with number and date' using errcode = 'MU714';
    end if;
    if p_document_date > city_day(now()) then
        raise exception 'the document is dated after the step' using errcode = 'MU730';
    end if;
    insert into transfer_document (agency_id, transfer_case_id, kind, number, document_date, post, recorded_by)
    values (
        v_case.agency_id, v_case.transfer_case_id, p_kind, trim(p_document_number), p_document_date,
        nullif(trim(p_post), ''), trim(p_by)
    );
end
$$;
ALTER FUNCTION medan.file_transfer_document(p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.finalise_results(p_agency_id integer, p_cycle_id integer) RETURNS TABLE(employment_id bigint, code text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_day date := phase_day(p_cycle_id, 'final');
begin
    perform require_phase(p_agency_id, p_cycle_id, 'final');
    perform lock_ratings(p_agency_id, p_cycle_id, 'alone');
    insert into cycle_milestone (agency_id, cycle_id, milestone) values (p_agency_id, p_cycle_id, 'final')
    on conflict do nothing;
    return query
    select c.employment_id, case
            when o.objection_id is not null then 'objection_pending'
            else 'time_running'
        end
    from appraisal_closing c
    left join appraisal_receipt r on r.agency_id = c.agency_id and r.cycle_id = c.cycle_id
        and r.employment_id = c.employment_id
    left join objection o on o.agency_id = c.agency_id and o.cycle_id = c.cycle_id
        and o.employment_id = c.employment_id
    left join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
    where c.agency_id = p_agency_id and c.cycle_id = p_cycle_id and not c.superseded and c.work_result is not null
        and d.objection_id is null
        and (
            o.objection_id is not null
            or r.received_on is not null and objection_deadline(p_cycle_id, r.received_on) >= v_day
        )
    order by c.employment_id;
end
$$;
ALTER FUNCTION medan.finalise_results(p_agency_id integer, p_cycle_id integer) OWNER TO medan_appraiser;
CREATE FUNCTION medan.find_transfer(p_number text) RETURNS medan.transfer_case
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case;
begin
    select c.* into v_case
    from agency g
    join transfer_case c on c.agency_id = g.agency_id and c.number = p_number
    for update of c;
    if v_case.transfer_case_id is null then
        raise exception 'there is no transfer %', p_number
            using errcode = 'MU701', detail = jsonb_build_object('number', p_number)::text;
    end if;
    return v_case;
end
$$;
ALTER FUNCTION medan.find_transfer(p_number text) OWNER TO medan_carrier;
CREATE FUNCTION medan.finish_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_processed integer, p_failed bigint[], p_codes text[], p_reasons text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform end_chunk(
        p_agency_id, p_run_id, p_run_chunk_id, p_claim, 'done', p_processed, cardinality(p_failed));
    perform record_chunk(p_agency_id, p_run_id, p_run_chunk_id, p_processed, cardinality(p_failed));
    insert into run_failure (agency_id, run_id, key, code, reason)
    select p_agency_id, p_run_id, f.key, f.code, f.reason
    from unnest(p_failed, p_codes, p_reasons) f (key, code, reason);
end
$$;
ALTER FUNCTION medan.finish_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_processed integer, p_failed bigint[], p_codes text[], p_reasons text[]) OWNER TO medan_definer;
CREATE FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    v_role text := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
    v_count integer;
begin
    if v_role <> 'medan_worker' and p_agency_id::text is distinct from current_setting('mutasi.agency', true) then
        raise exception 'jobs of another agency' using errcode = 'insufficient_privilege';
    end if;
    if p_worker_id is null then
        raise exception 'jobs that nobody has claimed' using errcode = 'MU001';
    end if;
    -- Each row by its key. With `=` for the worker, the planner takes the index of claimed jobs, which is empty by its
    -- statistics, and reads all of the agency's claims for each.
    with given as (
        select * from unnest(p_jobs, p_attempts, p_outcomes, p_pauses, p_errors)
            g (job_id, attempt, outcome, pause, error)
    ), ended as (
        delete from job j
        using given g
        where j.agency_id = p_agency_id and j.job_id = g.job_id and j.attempt = g.attempt
            and j.worker_id is not distinct from p_worker_id and (
                g.outcome in ('done', 'dead', 'cancelled') or j.is_cancelled
            )
        returning j.*, case when g.outcome in ('done', 'dead') then g.outcome else 'cancelled' end as outcome, g.error
    ), kept as (
        insert into job_history (
            agency_id, job_id, kind, priority, unique_key, payload, intended_at, attempt, errors, losses, worker_id,
            last_error,
            created_at, started_at, outcome
        )
        select e.agency_id, e.job_id, e.kind, e.priority, e.unique_key, e.payload, e.intended_at, e.attempt,
            e.errors + (e.outcome = 'dead' and e.error is not null)::integer, e.losses, e.worker_id,
            coalesce(e.error, e.last_error), e.created_at, e.started_at, e.outcome
        from ended e
    ), returned as (
        update job j
        set worker_id = null, deadline = null, progress = null,
            due_at = clock_timestamp() + make_interval(secs => g.pause), due_set_at = clock_timestamp(),
            errors = j.errors + (g.outcome = 'retry')::integer,
            last_error = coalesce(g.error, j.last_error)
        from given g
        where j.agency_id = p_agency_id and j.job_id = g.job_id and j.attempt = g.attempt
            and j.worker_id is not distinct from p_worker_id and g.outcome in ('retry', 'snooze', 'return')
            and not j.is_cancelled
        returning 1
    )
    select (select count(*) from ended) + (select count(*) from returned) into v_count;
    if v_count <> cardinality(p_jobs) then
        raise exception 'a claim was lost: % of % jobs are still this worker''s', v_count, cardinality(p_jobs)
            using errcode = 'MU001';
    end if;
end
$$;
ALTER FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) OWNER TO medan_definer;
CREATE FUNCTION medan.follow_agency_state() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.follow_agency_state() OWNER TO medan_definer;
CREATE FUNCTION medan.forget_jobs(p_outcome text, p_before timestamp with time zone, p_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_count integer;
begin
    delete from job_history h
    using (
        select o.agency_id, o.job_id from job_history o
        where o.outcome = p_outcome and o.ended_at < p_before
        limit p_limit for update skip locked
    ) o
    where h.agency_id = o.agency_id and h.job_id = o.job_id;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.forget_jobs(p_outcome text, p_before timestamp with time zone, p_limit integer) OWNER TO medan_definer;
CREATE FUNCTION medan.give_back_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_error text, p_limit integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run_chunk c
    set state = case when p_error is not null and c.errors + 1 >= p_limit then 'failed' else 'ready' end,
        claim = null,
        errors = c.errors + (p_error is not null)::integer,
        late_since = case when p_error is null then c.late_since end,
        last_error = coalesce(p_error, c.last_error),
        due_at = clock_timestamp()
            + case when p_error is not null then interval '0.2 s' * (2 ^ c.errors) else interval '0.1 s' end
    where c.agency_id = p_agency_id and c.run_id = p_run_id and c.run_chunk_id = p_run_chunk_id
        and c.claim = p_claim and c.state = 'running';
    return found;
end
$$;
ALTER FUNCTION medan.give_back_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_error text, p_limit integer) OWNER TO medan_definer;
CREATE FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select exists (
        select from cycle_milestone
        where agency_id = p_agency_id and cycle_id = p_cycle_id and milestone = p_milestone
    )
$$;
ALTER FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) OWNER TO medan_owner;
CREATE FUNCTION medan.held_agencies(p_run_id bigint) RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select distinct c.agency_id
    from run r
    join run p on p.kind = r.kind and p.subject = r.subject and p.ordinal < r.ordinal
    join run_chunk c on c.run_id = p.run_id and c.state in ('ready', 'running', 'failed')
    where r.run_id = p_run_id
$$;
ALTER FUNCTION medan.held_agencies(p_run_id bigint) OWNER TO medan_definer;
CREATE FUNCTION medan.hold_block(p_agency_id integer) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.hold_block(p_agency_id integer) OWNER TO medan_audit;
CREATE FUNCTION medan.hold_erasure() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.hold_erasure() OWNER TO medan_audit;
CREATE FUNCTION medan.hold_login(p_agency_id integer, p_label text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.hold_login(p_agency_id integer, p_label text) OWNER TO medan_definer;
CREATE FUNCTION medan.hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_locks bigint[] := rating_locks(p_agency_id, p_cycle_id);
    v_lock bigint;
begin
    -- Each lock takes a place in a server table that all share: no lock for a cycle that does not exist.
    if not exists (select from cycle where cycle_id = p_cycle_id) then
        raise exception 'there is no cycle %', p_cycle_id
            using errcode = 'MU101', table = 'cycle', detail = jsonb_build_object('cycle', p_cycle_id::text)::text;
    end if;
    case p_how
        when 'rate' then
            foreach v_lock in array v_locks loop perform pg_advisory_xact_lock_shared(v_lock); end loop;
        when 'alone' then
            foreach v_lock in array v_locks loop perform pg_advisory_xact_lock(v_lock); end loop;
        when 'close' then
            foreach v_lock in array v_locks loop
                if pg_try_advisory_xact_lock(v_lock) then
                    return;
                end if;
            end loop;
            perform pg_advisory_xact_lock(v_locks[1 + pg_backend_pid() % cardinality(v_locks)]);
        else
            raise exception 'ratings are held to rate, to close or alone' using errcode = 'invalid_parameter_value';
    end case;
end
$$;
ALTER FUNCTION medan.hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) OWNER TO medan_definer;
CREATE FUNCTION medan.is_agency_active(p_agency_id integer) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select exists (select from agency a where a.agency_id = p_agency_id and a.state = 'active')
$$;
ALTER FUNCTION medan.is_agency_active(p_agency_id integer) OWNER TO medan_definer;
CREATE FUNCTION medan.is_critical_post(p_is_marked boolean, p_position_level text, p_title text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $_$
begin
    return p_is_marked or p_position_level in ('jpt_utama', 'jpt_madya', 'jpt_pratama')
        or p_title ~* '^(camat|kepala (upt )?puskesmas|direktur (rsud|rumah sakit))( |$)';
end
$_$;
ALTER FUNCTION medan.is_critical_post(p_is_marked boolean, p_position_level text, p_title text) OWNER TO medan_owner;
CREATE FUNCTION medan.job_title_of(p_title text) RETURNS TABLE(title text, is_own boolean, position_level text, family text, retirement_age smallint, education_level_id smallint, fields text, trainings text)
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $_$
#variable_conflict use_column
declare
    v_title text := lower(p_title);
    v_titles text[] := array[
        v_title,
        regexp_replace(v_title, ' (pemula|terampil|mahir|penyelia|ahli (pertama|muda|madya|utama))$', '')
    ];
begin
    return query
    select k.job_title, k.is_own, k.position_level, k.family, k.retirement_age, k.education_level_id, k.fields,
        k.trainings
    from (
        select c.*, true as is_own from city_job_title c
        where lower(c.job_title) = any (v_titles)
            or c.has_places and starts_with(v_title, lower(c.job_title) || ' ')
        union all
        select j.*, false from job_title j
        where lower(j.job_title) = any (v_titles)
            or j.has_places and starts_with(v_title, lower(j.job_title) || ' ')
    ) k
    order by length(k.job_title) desc, k.is_own desc
    limit 1;
end
$_$;
ALTER FUNCTION medan.job_title_of(p_title text) OWNER TO medan_owner;
CREATE FUNCTION medan.join_posts(p_agency_id integer, p_from bigint, p_to bigint, p_day date, p_decree text, p_by text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_pair record;
    v_count integer := 0;
begin
    for v_pair in
        select t.post_id as from_post, o.post_id as to_post, t.is_critical
        from post t
        join post o on o.agency_id = t.agency_id and o.org_unit_id = p_to and o.title = t.title
        where t.agency_id = p_agency_id and t.org_unit_id = p_from
        order by t.post_id
    loop
        if exists (
            select from assignment a
            where a.agency_id = p_agency_id and a.post_id = v_pair.from_post and lower(a.valid) >= p_day
        ) then
            raise exception 'something that is to be carried over begins on the day or later' using errcode = 'MU404';
        end if;
        update post set is_critical = true
        where agency_id = p_agency_id and post_id = v_pair.to_post and v_pair.is_critical and not is_critical;
        perform join_seats(p_agency_id, v_pair.from_post, p_agency_id, v_pair.to_post, p_day);
        with held as (
            select a.* from assignment a
            where a.agency_id = p_agency_id and a.post_id = v_pair.from_post and a.valid @> p_day
        ), ended as (
            update assignment a set valid = daterange(lower(a.valid), p_day)
            from held h
            where a.agency_id = p_agency_id and a.assignment_id = h.assignment_id
            returning a.assignment_id
        )
        insert into assignment (
            agency_id, employment_id, post_id, kind, valid, decree_number, decree_date, held_since
        )
        select p_agency_id, h.employment_id, v_pair.to_post, h.kind, daterange(p_day, upper(h.valid)), h.decree_number,
            h.decree_date, coalesce(h.held_since, lower(h.valid))
        from held h
        join ended e on e.assignment_id = h.assignment_id
        -- People who act in both go on in one.
        where h.kind = 'definitive' or not exists (
            select from assignment o
            where o.agency_id = p_agency_id and o.employment_id = h.employment_id and o.post_id = v_pair.to_post
                and o.kind = h.kind and o.valid && daterange(p_day, upper(h.valid))
        );
        perform end_seats(p_agency_id, array[v_pair.from_post], p_day, p_decree, p_by);
        v_count := v_count + 1;
    end loop;
    return v_count;
end
$$;
ALTER FUNCTION medan.join_posts(p_agency_id integer, p_from bigint, p_to bigint, p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.join_seats(p_from integer, p_from_post bigint, p_to integer, p_to_post bigint, p_day date) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    insert into formasi (
        agency_id, post_id, valid_from, seats, source, decree_number, decree_date, standard, recorded_by
    )
    select p_to, p_to_post, d.day, least(d.joining + seats_on(p_to, p_to_post, n.capacity, d.day), 9999),
        coalesce(k.source, 'holders'), k.decree_number, k.decree_date, k.standard, coalesce(k.recorded_by, 'merger')
    from (
        select x.day, s.joining, max(s.joining) over () as most
        from post t
        cross join lateral (
            select p_day as day
            union
            select f.valid_from from formasi f
            where f.agency_id = p_from and f.post_id = p_from_post and f.valid_from > p_day
            union
            select f.valid_from from formasi f
            where f.agency_id = p_to and f.post_id = p_to_post and f.valid_from > p_day
        ) x
        cross join lateral (select seats_on(p_from, p_from_post, t.capacity, x.day) as joining) s
        where t.agency_id = p_from and t.post_id = p_from_post
    ) d
    join post n on n.agency_id = p_to and n.post_id = p_to_post
    -- What somebody entered of either post stays entered.
    left join lateral (
        select f.source, f.decree_number, f.decree_date, f.standard, f.recorded_by from formasi f
        where (f.agency_id = p_from and f.post_id = p_from_post or f.agency_id = p_to and f.post_id = p_to_post)
            and f.valid_from <= d.day and f.source <> 'holders'
        order by f.agency_id = p_from and f.post_id = p_from_post desc, f.valid_from desc limit 1
    ) k on true
    where d.most > 0
    on conflict (agency_id, post_id, valid_from) do update
    set seats = excluded.seats, source = excluded.source, decree_number = excluded.decree_number,
        decree_date = excluded.decree_date, standard = excluded.standard, recorded_by = excluded.recorded_by
$$;
ALTER FUNCTION medan.join_seats(p_from integer, p_from_post bigint, p_to integer, p_to_post bigint, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.keep_assignment_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    insert into fact_history (agency_id, fact, fact_id, employment_id, former)
    select f.agency_id, 'assignment', f.assignment_id, f.employment_id,
        to_jsonb(f) - '{agency_id,assignment_id}'::text[]
    from former f
    join added a on a.agency_id = f.agency_id and a.assignment_id = f.assignment_id
    where a is distinct from f;
    return null;
end
$$;
ALTER FUNCTION medan.keep_assignment_history() OWNER TO medan_guard;
CREATE FUNCTION medan.keep_former_post() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_later('post', new.since, old.since);
    insert into post_former (agency_id, post_id, valid, org_unit_id)
    values (old.agency_id, old.post_id, daterange(old.since, new.since), old.org_unit_id);
    return null;
end
$$;
ALTER FUNCTION medan.keep_former_post() OWNER TO medan_guard;
CREATE FUNCTION medan.keep_former_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_later('org_unit', new.since, greatest(old.since, old.began_on));
    insert into org_unit_former (agency_id, org_unit_id, valid, name, parent_siasn_id)
    select old.agency_id, old.org_unit_id, daterange(coalesce(old.since, old.began_on), new.since), old.name,
        old.parent_siasn_id
    where coalesce(old.since, old.began_on) is distinct from new.since;
    return null;
end
$$;
ALTER FUNCTION medan.keep_former_unit() OWNER TO medan_guard;
CREATE FUNCTION medan.keep_person_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    insert into person_history (agency_id, person_id, former)
    select f.agency_id, f.person_id, to_jsonb(f) - 'agency_id' - 'person_id'
    from former f;
    return null;
end
$$;
ALTER FUNCTION medan.keep_person_history() OWNER TO medan_guard;
CREATE FUNCTION medan.keep_post_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    insert into fact_history (agency_id, fact, fact_id, former)
    select f.agency_id, 'post', f.post_id, to_jsonb(f) - '{agency_id,post_id}'::text[]
    from former f
    join added a on a.agency_id = f.agency_id and a.post_id = f.post_id
    where a is distinct from f;
    return null;
end
$$;
ALTER FUNCTION medan.keep_post_history() OWNER TO medan_guard;
CREATE FUNCTION medan.leave_chunk_behind(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_now timestamptz := clock_timestamp();
    v_since timestamptz;
    v_sessions text;
    v_reason text;
begin
    update run_chunk c set state = 'ready', claim = null, late_since = coalesce(c.late_since, v_now)
    where c.agency_id = p_agency_id and c.run_id = p_run_id and c.run_chunk_id = p_run_chunk_id
        and c.claim = p_claim and c.state = 'running'
    returning c.late_since into v_since;
    if not found then
        return null;
    end if;
    select string_agg(
        format('%s since %s', s.login, to_char(s.began_at at time zone city_zone(), 'HH24:MI:SS')), ', '
    )
    into v_sessions
    from (select * from agency_transactions(p_agency_id) order by began_at limit 3) s;
    v_reason := coalesce(p_reason, 'waits for open transactions of the agency: ' || v_sessions,
        'waits for a lock that another session holds');
    update run_chunk c
    set late_since = coalesce(c.late_since, v_now), last_error = v_reason,
        due_at = v_now + greatest('0.5 s', least('10 s', (v_now - v_since) / 4))
    where c.agency_id = p_agency_id and c.run_id = p_run_id and c.state = 'ready';
    return v_reason;
end
$$;
ALTER FUNCTION medan.leave_chunk_behind(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_reason text) OWNER TO medan_definer;
CREATE FUNCTION medan.living_workers() RETURNS SETOF integer
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select w.worker_id
    from worker w
    join pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 2
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
        and l.classid::bigint::bit(32)::integer = worker_lock_class() and l.objid = w.worker_id::oid
    where w.lease_until > clock_timestamp()
$$;
ALTER FUNCTION medan.living_workers() OWNER TO medan_definer;
CREATE FUNCTION medan.lock_agencies() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select pg_advisory_xact_lock(hashtext('mutasi agencies'), hashtext('medan'))
$$;
ALTER FUNCTION medan.lock_agencies() OWNER TO medan_definer;
CREATE FUNCTION medan.lock_calibration(p_agency_id integer, p_cycle_id integer, p_by text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform lock_ratings(p_agency_id, p_cycle_id, 'alone');
    insert into cycle_milestone (agency_id, cycle_id, milestone, reached_by)
    values (p_agency_id, p_cycle_id, 'calibrated', p_by)
    on conflict do nothing;
    return found;
end
$$;
ALTER FUNCTION medan.lock_calibration(p_agency_id integer, p_cycle_id integer, p_by text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.lock_cycles() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select pg_advisory_xact_lock(hashtext('mutasi cycles'), hashtext('medan'))
$$;
ALTER FUNCTION medan.lock_cycles() OWNER TO medan_definer;
CREATE FUNCTION medan.lock_people() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select pg_advisory_xact_lock(hashtext('mutasi people'), hashtext('medan'))
$$;
ALTER FUNCTION medan.lock_people() OWNER TO medan_definer;
CREATE FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_how text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if p_agency_id::text is distinct from current_setting('mutasi.agency', true) then
        raise exception 'ratings of another agency' using errcode = 'insufficient_privilege';
    end if;
    perform hold_ratings(p_agency_id, p_cycle_id, p_how);
end
$$;
ALTER FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_how text) OWNER TO medan_definer;
CREATE FUNCTION medan.lock_seats(p_agency_id integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select pg_advisory_xact_lock(hashtext('mutasi seats medan'), p_agency_id)
$$;
ALTER FUNCTION medan.lock_seats(p_agency_id integer) OWNER TO medan_definer;
CREATE FUNCTION medan.lock_worker(p_worker_id integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select pg_advisory_xact_lock(worker_lock_class(), p_worker_id)
$$;
ALTER FUNCTION medan.lock_worker(p_worker_id integer) OWNER TO medan_definer;
CREATE FUNCTION medan.login_role(p_agency_id integer, p_label text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
    if p_agency_id is null or p_agency_id not between 1 and 999999999 or p_label !~ '^[a-z][a-z0-9]{0,11}$' then
        raise exception 'no login of an agency can have this name' using errcode = 'MU411';
    end if;
    -- Without a label, the agency's own role: nobody logs in as it, its logins are its members.
    return concat_ws('_', 'medan_agency', p_agency_id, p_label);
end
$_$;
ALTER FUNCTION medan.login_role(p_agency_id integer, p_label text) OWNER TO medan_definer;
CREATE FUNCTION medan.login_verifiers() RETURNS TABLE(rolname text, sha256 bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $_$
    select a.rolname::text, pg_catalog.sha256(pg_catalog.convert_to(a.rolpassword, 'UTF8'))
    from pg_catalog.pg_authid a
    where a.rolname ~ '^medan_agency_[0-9]{1,9}_[a-z][a-z0-9]{0,11}$'::text
$_$;
ALTER FUNCTION medan.login_verifiers() OWNER TO medan_verifier;
CREATE FUNCTION medan.make_transfers_effective(p_agencies integer[], p_cases bigint[], p_people bigint[], p_origins integer[], p_targets integer[], p_posts bigint[], p_day date, p_by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_former transfer_case[];
    v_case transfer_case;
begin
    select array_agg(c order by p.n) into v_former
    from unnest(p_agencies, p_cases) with ordinality p (agency_id, transfer_case_id, n)
    join transfer_case c using (agency_id, transfer_case_id);
    update transfer_case c set
        state = s.to_state, problem = null, effective_on = p_day, held_since = coalesce(m.held_since, c.held_since),
        former_assignment_id = m.assignment_id, new_employment_id = m.new_employment_id,
        new_assignment_id = m.new_assignment_id
    from move_people(
        p_origins, p_targets, p_people, p_posts, p_day,
        (
            select array_agg(d.number order by f.ordinality)
            from unnest(v_former) with ordinality f join decree d using (decree_id)
        ),
        (
            select array_agg(d.decree_date order by f.ordinality)
            from unnest(v_former) with ordinality f join decree d using (decree_id)
        ),
        -- A move that is taken back gives back the time in the post.
        (
            select array_agg(o.held_since order by f.ordinality)
            from unnest(v_former) with ordinality f
            left join transfer_case o on o.agency_id = f.reverses_agency_id and o.transfer_case_id = f.reverses_case_id
        )
    ) m, transfer_step s
    where c.agency_id = p_agencies[m.move] and c.transfer_case_id = p_cases[m.move]
        and s.from_state = c.state and s.step = 'carry_out';
    insert into transfer_event (agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on)
    select f.agency_id, f.transfer_case_id, s.step, s.from_state, s.to_state, s.actor, trim(p_by), p_day
    from unnest(v_former) f
    join transfer_step s on s.from_state = f.state and s.step = 'carry_out'
    order by f.number;
    perform tell_parties(p_agencies, p_cases);
    -- The case whose move was taken back has ended.
    for v_case in
        select o.* from unnest(v_former) f
        join transfer_case o on o.agency_id = f.reverses_agency_id and o.transfer_case_id = f.reverses_case_id
        for update of o
    loop
        perform step_transfer(v_case, 'reverse', array['worker'], p_by, p_day, null, null, null, null);
    end loop;
end
$$;
ALTER FUNCTION medan.make_transfers_effective(p_agencies integer[], p_cases bigint[], p_people bigint[], p_origins integer[], p_targets integer[], p_posts bigint[], p_day date, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.mask_nip(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN regexp_replace(p_text, '(?<![0-9])[0-9]{8} ?[0-9]{6} ?(?=[0-9] ?[0-9]{3}(?![0-9]))'::text, '**************'::text, 'g'::text);
ALTER FUNCTION medan.mask_nip(p_text text) OWNER TO medan_audit;
CREATE FUNCTION medan.masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) OWNER TO medan_audit;
CREATE FUNCTION medan.mend_due_far_ahead() RETURNS TABLE(what text, number integer, furthest timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
#variable_conflict use_column
begin
    return query
    with found as materialized (
        select * from due_far_ahead()
    ), chunks as (
        update run_chunk c set due_at = clock_timestamp()
        from found f
        where f.what = 'chunk' and c.agency_id = f.agency_id and c.run_id = f.run_id and c.run_chunk_id = f.id
            and c.state = 'ready' and c.due_at = f.due_at
        returning f.what, f.due_at
    ), jobs as (
        update job j set due_at = clock_timestamp() + (f.due_at - f.set_at), due_set_at = clock_timestamp()
        from found f
        where f.what = 'job' and j.agency_id = f.agency_id and j.job_id = f.id and j.worker_id is null
            and j.due_at = f.due_at
        returning f.what, f.due_at
    ), claims as (
        update job j set deadline = clock_timestamp() + (f.due_at - f.set_at), started_at = clock_timestamp()
        from found f
        where f.what = 'claim' and j.agency_id = f.agency_id and j.job_id = f.id and j.worker_id is not null
            and j.started_at = f.set_at
        returning f.what, f.due_at
    )
    select m.what, count(*)::integer, max(m.due_at)
    from (select * from chunks union all select * from jobs union all select * from claims) m (what, due_at)
    group by m.what;
end
$$;
ALTER FUNCTION medan.mend_due_far_ahead() OWNER TO medan_definer;
CREATE FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if not exists (select from agency where agency_id = p_from and merged_into = p_to) then
        raise exception 'the agency is not one that is being merged into the other' using errcode = 'MU405';
    end if;
    return carry_people(p_from, p_to, p_day, null);
end
$$;
ALTER FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.merge_unit(p_agency_id integer, p_unit text, p_into text, p_day date, p_decree text, p_by text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_into bigint := require_unit(p_agency_id, p_into, p_day);
    v_joined integer;
    v_count integer;
begin
    if v_unit = v_into then
        raise exception 'a unit cannot be merged into itself' using errcode = 'MU370';
    end if;
    v_joined := join_posts(p_agency_id, v_unit, v_into, p_day, p_decree, p_by);
    update post t set org_unit_id = v_into, since = p_day
    where t.agency_id = p_agency_id and t.org_unit_id = v_unit and not exists (
        select from post o where o.agency_id = p_agency_id and o.org_unit_id = v_into and o.title = t.title
    );
    get diagnostics v_count = row_count;
    -- The other unit may stand below: it takes the place of the one that ends, and then what stood below that.
    update org_unit set parent_siasn_id = (
            select u.parent_siasn_id from org_unit u where u.agency_id = p_agency_id and u.org_unit_id = v_unit
        ), since = p_day
    where agency_id = p_agency_id and org_unit_id = v_into and parent_siasn_id = p_unit;
    update org_unit set parent_siasn_id = p_into, since = p_day
    where agency_id = p_agency_id and parent_siasn_id = p_unit and ended_on is null;
    perform end_unit(p_agency_id, v_unit, p_day);
    perform note_unit(p_agency_id, v_unit, 'merge', p_day, v_into, p_decree, p_by);
    return v_joined + v_count;
end
$$;
ALTER FUNCTION medan.merge_unit(p_agency_id integer, p_unit text, p_into text, p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.move_people(p_from integer[], p_to integer[], p_people bigint[], p_posts bigint[], p_day date, p_decree_numbers text[], p_decree_dates date[], p_held_since date[]) RETURNS TABLE(move integer, employment_id bigint, new_employment_id bigint, assignment_id bigint, new_assignment_id bigint, held_since date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_employments bigint[];
    v_new_employments bigint[];
    v_assignments bigint[];
    v_new_assignments bigint[];
    v_since date[];
    v_refused bigint[];
begin
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    v_refused := array(
        select m.n from unnest(p_to) with ordinality m (agency_id, n)
        where not exists (select from agency g where g.agency_id = m.agency_id and g.state = 'active')
    );
    if v_refused <> '{}' then
        raise exception 'the receiving agency is not active'
            using errcode = 'MU322', hint = refused_moves(v_refused);
    end if;
    v_refused := array(
        select m.n from unnest(p_decree_numbers, p_decree_dates) with ordinality m (number, day, n)
        where nullif(trim(m.number), '') is null or m.day is null
    );
    if v_refused <> '{}' then
        raise exception 'a move needs its decree'
            using errcode = 'MU323', hint = refused_moves(v_refused);
    end if;
    if p_day is null or p_day > city_day(now()) + 366 then
        raise exception 'a move is carried out on a day of the coming year at the latest' using errcode = 'MU324';
    end if;
    select array_agg(e.employment_id order by m.n) into v_employments
    from unnest(p_from, p_people) with ordinality m (agency_id, person_id, n)
    left join employment e on e.agency_id = m.agency_id and e.person_id = m.person_id and e.valid @> p_day
        and lower(e.valid) < p_day and upper_inf(e.valid);
    v_refused := array(
        select m.n from unnest(v_employments) with ordinality m (employment_id, n) where m.employment_id is null
    );
    if v_refused <> '{}' then
        raise exception 'the person does not serve in the releasing agency on the day before'
            using errcode = 'MU325', hint = refused_moves(v_refused);
    end if;
    v_refused := array(
        select m.n from unnest(p_from, v_employments) with ordinality m (agency_id, employment_id, n)
        where exists (
            select from assignment a
            where a.agency_id = m.agency_id and a.employment_id = m.employment_id and lower(a.valid) >= p_day
        )
    );
    if v_refused <> '{}' then
        raise exception 'the person has an assignment in the releasing agency that begins on the day or later'
            using errcode = 'MU326', hint = refused_moves(v_refused);
    end if;
    select array_agg(a.assignment_id order by m.n), array_agg(coalesce(a.held_since, lower(a.valid)) order by m.n)
    into v_assignments, v_since
    from unnest(p_from, v_employments) with ordinality m (agency_id, employment_id, n)
    left join assignment a on a.agency_id = m.agency_id and a.employment_id = m.employment_id
        and a.kind = 'definitive' and a.valid @> p_day;
    update employment e set valid = daterange(lower(e.valid), p_day)
    from unnest(p_from, p_to, v_employments) m (agency_id, to_agency_id, employment_id)
    where e.agency_id = m.agency_id and e.employment_id = m.employment_id and m.agency_id <> m.to_agency_id;
    -- A person who stays in the agency keeps acting elsewhere, but not in the seat that becomes their own.
    update assignment a set valid = daterange(lower(a.valid), p_day)
    from unnest(p_from, p_to, v_employments, p_posts) m (agency_id, to_agency_id, employment_id, post_id)
    where a.agency_id = m.agency_id and a.employment_id = m.employment_id and a.valid @> p_day
        and (m.agency_id <> m.to_agency_id or a.kind = 'definitive' or a.post_id = m.post_id);
    v_refused := array(
        select m.n from unnest(p_to, p_posts) with ordinality m (agency_id, post_id, n)
        where not exists (select from post t where t.agency_id = m.agency_id and t.post_id = m.post_id)
    );
    if v_refused <> '{}' then
        raise exception 'there is no such post in the receiving agency'
            using errcode = 'MU327', hint = refused_moves(v_refused);
    end if;
    v_refused := array(
        select unnest(c.moves)
        from (
            select m.agency_id, m.post_id, array_agg(m.n) as moves
            from unnest(p_to, p_posts) with ordinality m (agency_id, post_id, n)
            group by m.agency_id, m.post_id
        ) c
        join post t on t.agency_id = c.agency_id and t.post_id = c.post_id
        where cardinality(c.moves) + (
            select count(*) from assignment a
            where a.agency_id = c.agency_id and a.post_id = c.post_id and a.kind = 'definitive' and a.valid @> p_day
        ) > seats_on(t.agency_id, t.post_id, t.capacity, p_day)
        order by 1
    );
    if v_refused <> '{}' then
        raise exception 'the post in the receiving agency is taken'
            using errcode = 'MU328', hint = refused_moves(v_refused);
    end if;
    update person p set agency_id = m.to_agency_id, changed_at = now()
    from unnest(p_from, p_to, p_people) m (agency_id, to_agency_id, person_id)
    where p.agency_id = m.agency_id and p.person_id = m.person_id and m.agency_id <> m.to_agency_id;
    with begun as (
        insert into employment (agency_id, person_id, valid)
        select m.to_agency_id, m.person_id, daterange(p_day, null)
        from unnest(p_from, p_to, p_people) with ordinality m (agency_id, to_agency_id, person_id, n)
        where m.agency_id <> m.to_agency_id
        order by m.n
        returning agency_id, person_id, employment_id
    )
    select array_agg(coalesce(b.employment_id, m.employment_id) order by m.n) into v_new_employments
    from unnest(p_to, p_people, v_employments) with ordinality m (agency_id, person_id, employment_id, n)
    left join begun b on b.agency_id = m.agency_id and b.person_id = m.person_id;
    with begun as (
        insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date, held_since)
        select m.agency_id, m.employment_id, m.post_id, daterange(p_day, null), m.number, m.day, m.since
        from unnest(p_to, v_new_employments, p_posts, p_decree_numbers, p_decree_dates, p_held_since)
            with ordinality m (agency_id, employment_id, post_id, number, day, since, n)
        order by m.n
        returning agency_id, employment_id, assignment_id
    )
    select array_agg(b.assignment_id order by m.n) into v_new_assignments
    from unnest(p_to, v_new_employments) with ordinality m (agency_id, employment_id, n)
    join begun b on b.agency_id = m.agency_id and b.employment_id = m.employment_id;
    -- People act (Plt) until the seat has its holder (SE BKN 1/SE/I/2021).
    update assignment a set valid = daterange(lower(a.valid), p_day)
    from (select distinct unnest(p_to) as agency_id, unnest(p_posts) as post_id) s
    join post t on t.agency_id = s.agency_id and t.post_id = s.post_id
    where a.agency_id = s.agency_id and a.post_id = s.post_id and a.kind = 'acting' and a.valid @> p_day
        and lower(a.valid) < p_day and (
            select count(*) from assignment d
            where d.agency_id = s.agency_id and d.post_id = s.post_id and d.kind = 'definitive' and d.valid @> p_day
        ) >= seats_on(t.agency_id, t.post_id, t.capacity, p_day);
    perform carry_records(p_from, p_to, v_employments, v_new_employments);
    perform carry_appraisals(p_from, p_to, v_employments, v_new_employments, p_day);
    return query
    select m.n::integer, m.employment_id, m.new_employment_id, m.assignment_id, m.new_assignment_id, m.since
    from unnest(v_employments, v_new_employments, v_assignments, v_new_assignments, v_since)
        with ordinality m (employment_id, new_employment_id, assignment_id, new_assignment_id, since, n);
end
$$;
ALTER FUNCTION medan.move_people(p_from integer[], p_to integer[], p_people bigint[], p_posts bigint[], p_day date, p_decree_numbers text[], p_decree_dates date[], p_held_since date[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if p_from = p_to then
        raise exception 'a move needs two agencies' using errcode = 'MU321';
    end if;
    return (
        select m.new_employment_id
        from move_people(
            array[p_from], array[p_to], array[p_person_id], array[p_post_id], p_day, array[p_decree_number],
            array[p_decree_date], array[null::date]
        ) m
    );
end
$$;
ALTER FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) OWNER TO medan_carrier;
CREATE FUNCTION medan.newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) RETURNS smallint
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select coalesce(max(version), 1::smallint) from appraisal_revision
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
$$;
ALTER FUNCTION medan.newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) OWNER TO medan_owner;
CREATE FUNCTION medan.note_transfer_problem(p_agencies integer[], p_cases bigint[], p_problem text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_problem text := left(regexp_replace(trim(p_problem), '[[:cntrl:]]', ' ', 'g'), 500);
begin
    update transfer_case c set problem = v_problem
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    where c.agency_id = p.agency_id and c.transfer_case_id = p.transfer_case_id
        and c.state in (select from_state from transfer_step where step = 'carry_out')
        and c.problem is distinct from v_problem;
end
$$;
ALTER FUNCTION medan.note_transfer_problem(p_agencies integer[], p_cases bigint[], p_problem text) OWNER TO medan_carrier;
CREATE FUNCTION medan.note_unit(p_agency_id integer, p_org_unit_id bigint, p_kind text, p_day date, p_other bigint, p_decree text, p_by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if nullif(trim(p_decree), '') is null or nullif(trim(p_by), '') is null then
        raise exception 'a reorganisation needs its decree and the person who records it' using errcode = 'MU366';
    end if;
    insert into org_unit_event (agency_id, org_unit_id, kind, valid_from, other_org_unit_id, decree_number, recorded_by)
    values (p_agency_id, p_org_unit_id, p_kind, p_day, p_other, p_decree, p_by);
end
$$;
ALTER FUNCTION medan.note_unit(p_agency_id integer, p_org_unit_id bigint, p_kind text, p_day date, p_other bigint, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.note_verifier(p_agency_id integer, p_label text, p_verifier text) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    insert into login_fingerprint (agency_id, label, sha256)
    values (p_agency_id, p_label, sha256(convert_to(p_verifier, 'UTF8')))
    on conflict (agency_id, label) do update set sha256 = excluded.sha256, taken_at = now()
$$;
ALTER FUNCTION medan.note_verifier(p_agency_id integer, p_label text, p_verifier text) OWNER TO medan_definer;
CREATE FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_days integer;
    v_is_working boolean;
begin
    select max(s.value) filter (where s.name = 'objection_days'),
        max(s.value) filter (where s.name = 'objection_working_days') = 1
    into strict v_days, v_is_working
    from setting s join cycle c on c.rule_set = s.rule_set
    where c.cycle_id = p_cycle_id;
    if not v_is_working then
        return p_received_on + v_days;
    end if;
    return working_day(p_received_on, v_days);
end
$$;
ALTER FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) OWNER TO medan_owner;
CREATE FUNCTION medan.open_agencies() RETURNS SETOF integer
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select a.agency_id from agency a where a.state <> 'closed' order by a.agency_id
$$;
ALTER FUNCTION medan.open_agencies() OWNER TO medan_definer;
CREATE FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
declare
    v_day date := phase_day(p_cycle_id, 'open');
    v_away bigint[];
    v_first_person bigint;
    v_last_person bigint;
    v_people integer;
    v_count integer;
begin
    perform require_phase(p_agency_id, p_cycle_id, 'open', p_first, p_last);
    select min(person_id), max(person_id), count(*) into v_first_person, v_last_person, v_people
    from employment
    where agency_id = p_agency_id and employment_id between p_first and p_last and valid @> v_day;
    v_away := people_not_appraised(p_agency_id, p_first, p_last, v_first_person, v_last_person, v_day);
    insert into appraisal (
        agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id, rater_nip
    )
    with held as (
        -- The post of the day, or else the first on record.
        select distinct on (a.employment_id) a.employment_id, a.post_id, a.valid
        from assignment a
        where a.agency_id = p_agency_id and a.employment_id between p_first and p_last and a.kind = 'definitive'
        order by a.employment_id, a.valid @> v_day desc, lower(a.valid)
    )
    select e.agency_id, p_cycle_id, e.employment_id, t.post_id, t.position_level, t.job_class, p.grade_rank_id,
        case when r.head = e.employment_id then r.above_nip else r.head_nip end
    from employment e
    join held a on a.employment_id = e.employment_id
    join post t on t.agency_id = e.agency_id and t.post_id = a.post_id
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    left join post_former f on f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid @> v_day
    left join raters(p_agency_id, v_day) r on r.org_unit_id = coalesce(f.org_unit_id, t.org_unit_id)
    where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.valid @> v_day
        and (a.valid @> v_day or lower(a.valid) > v_day)
        and p.agency_id = p_agency_id and p.person_id between v_first_person and v_last_person
        and e.employment_id <> all (v_away);
    get diagnostics v_count = row_count;
    if v_count < v_people then
        insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
        select e.agency_id, p_cycle_id, e.employment_id,
            case when e.employment_id = any (v_away) then 'not_serving' else 'no_post' end
        from employment e
        left join appraisal a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
        where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.valid @> v_day
            and a.employment_id is null;
    end if;
    return v_count;
end
$$;
ALTER FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.open_block(p_agency_id integer) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_block integer;
begin
    insert into audit_block (agency_id) values (p_agency_id) on conflict do nothing;
    select b.block into strict v_block from audit_block b where b.agency_id = p_agency_id for share;
    return v_block;
end
$$;
ALTER FUNCTION medan.open_block(p_agency_id integer) OWNER TO medan_audit;
CREATE TABLE medan.person (
    agency_id integer NOT NULL,
    person_id bigint NOT NULL,
    nip text NOT NULL,
    name text NOT NULL,
    front_title text,
    back_title text,
    birth_date date NOT NULL,
    sex text NOT NULL,
    kind text NOT NULL,
    appointed_on date NOT NULL,
    grade_rank_id smallint,
    grade_since date,
    contract_class text,
    education_level_id smallint,
    education text,
    legal_status text NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_on date,
    CONSTRAINT person_appointed_check CHECK ((appointed_on > birth_date)),
    CONSTRAINT person_appointed_on_bounds_check CHECK (((appointed_on >= '1900-01-01'::date) AND (appointed_on <= '2200-12-31'::date))),
    CONSTRAINT person_birth_date_bounds_check CHECK (((birth_date >= '1900-01-01'::date) AND (birth_date <= '2200-12-31'::date))),
    CONSTRAINT person_changed_at_bounds_check CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT person_confirmed_on_bounds_check CHECK (((confirmed_on >= '1900-01-01'::date) AND (confirmed_on <= '2200-12-31'::date))),
    CONSTRAINT person_grade_since_bounds_check CHECK (((grade_since >= '1900-01-01'::date) AND (grade_since <= '2200-12-31'::date))),
    CONSTRAINT person_kind_check CHECK ((kind = ANY (ARRAY['permanent'::text, 'probationary'::text, 'contract'::text]))),
    CONSTRAINT person_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT person_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text]))),
    CONSTRAINT person_text_check CHECK (((((((COALESCE(name, ''::text) || COALESCE(front_title, ''::text)) || COALESCE(back_title, ''::text)) || COALESCE(contract_class, ''::text)) || COALESCE(education, ''::text)) || COALESCE(legal_status, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.person FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.person OWNER TO medan_owner;
COMMENT ON TABLE medan.person IS 'A civil servant, under the agency served now';
COMMENT ON COLUMN medan.person.confirmed_on IS 'Appointment as PNS (TMT PNS), after probation';
CREATE VIEW medan.own_person WITH (security_barrier='true') AS
 SELECT person.agency_id,
    person.person_id,
    person.nip,
    person.name,
    person.front_title,
    person.back_title,
    person.birth_date,
    person.sex,
    person.kind,
    person.appointed_on,
    person.grade_rank_id,
    person.grade_since,
    person.contract_class,
    person.education_level_id,
    person.education,
    person.legal_status,
    person.changed_at,
    person.confirmed_on
   FROM medan.person
 OFFSET 0;
ALTER TABLE medan.own_person OWNER TO medan_window;
CREATE FUNCTION medan.own_people_after(p_person_id bigint, p_limit integer) RETURNS SETOF medan.own_person
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    return query
    select p.* from person p
    where p.person_id > p_person_id
    order by p.person_id limit p_limit;
end
$$;
ALTER FUNCTION medan.own_people_after(p_person_id bigint, p_limit integer) OWNER TO medan_window;
CREATE FUNCTION medan.own_people_named(p_beginning text, p_limit integer) RETURNS SETOF medan.own_person
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    return query
    select p.* from person p
    where p.name ^@ p_beginning
    order by p.name limit p_limit;
end
$$;
ALTER FUNCTION medan.own_people_named(p_beginning text, p_limit integer) OWNER TO medan_window;
CREATE FUNCTION medan.own_person_by_nip(p_nip text) RETURNS SETOF medan.own_person
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    return query select p.* from person p where p.nip = p_nip;
end
$$;
ALTER FUNCTION medan.own_person_by_nip(p_nip text) OWNER TO medan_window;
CREATE FUNCTION medan.own_results_released(p_agency_id integer, p_cycle_id integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    return exists (
        select from cycle_milestone m
        where m.agency_id = p_agency_id and m.cycle_id = p_cycle_id and m.milestone = 'released'
    );
end
$$;
ALTER FUNCTION medan.own_results_released(p_agency_id integer, p_cycle_id integer) OWNER TO medan_window;
CREATE FUNCTION medan.pause_run(p_run_id bigint, p_note text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run r set is_paused = true, pause_note = p_note
    where r.run_id = p_run_id and r.state in ('scheduled', 'waiting', 'running') and not r.is_paused;
    return found;
end
$$;
ALTER FUNCTION medan.pause_run(p_run_id bigint, p_note text) OWNER TO medan_definer;
CREATE FUNCTION medan.people_lacking(p_quality text, p_day date) RETURNS TABLE(agency_id integer, employment_id bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select s.agency_id, s.employment_id
    from (
        select distinct on (s.agency_id, s.employment_id) s.agency_id, s.employment_id, s.legal_standing
        from counted_event s
        where s.valid_from <= p_day
        order by s.agency_id, s.employment_id, s.valid_from desc, s.service_event_id desc
    ) s
    where lower(s.legal_standing) = any (standings_without(p_quality))
    union all
    select e.agency_id, e.employment_id
    from person p
    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
    where lower(p.legal_status) = any (standings_without(p_quality))
        and not exists (
            select from counted_event s where s.agency_id = e.agency_id and s.employment_id = e.employment_id
        )
$$;
ALTER FUNCTION medan.people_lacking(p_quality text, p_day date) OWNER TO medan_owner;
CREATE FUNCTION medan.people_not_appraised(p_agency_id integer, p_first bigint, p_last bigint, p_first_person bigint, p_last_person bigint, p_day date) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_names text[] := standings_without('is_appraised');
    v_dated bigint[];
begin
    select coalesce(array_agg(distinct s.employment_id), '{}') into v_dated from counted_event s
    where s.agency_id = p_agency_id and s.employment_id between p_first and p_last;
    return array(
        select s.employment_id
        from (
            select distinct on (s.employment_id) s.employment_id, s.legal_standing from counted_event s
            where s.agency_id = p_agency_id and s.employment_id = any (v_dated) and s.valid_from <= p_day
            order by s.employment_id, s.valid_from desc, s.service_event_id desc
        ) s
        where lower(s.legal_standing) = any (v_names)
        union all
        select e.employment_id
        from known_person p
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
        where p.agency_id = p_agency_id and p.person_id between p_first_person and p_last_person
            and lower(p.legal_status) = any (v_names)
            and e.agency_id = p_agency_id and e.employment_id between p_first and p_last
            and e.employment_id <> all (v_dated)
    );
end
$$;
ALTER FUNCTION medan.people_not_appraised(p_agency_id integer, p_first bigint, p_last bigint, p_first_person bigint, p_last_person bigint, p_day date) OWNER TO medan_owner;
CREATE FUNCTION medan.personal_columns() RETURNS TABLE(table_name text, column_name text, key_name text, own_key text)
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    with recursive city_table as (
        select c.oid, c.relname::text as table_name,
            (
                select a.attname::text
                from pg_index x
                join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[1]
                where x.indrelid = c.oid and x.indisprimary and x.indnkeyatts = 2 and a.attname = c.relname || '_id'
            ) as own_key
        from pg_class c
        join pg_attribute g on g.attrelid = c.oid and g.attname = 'agency_id' and not g.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    ),
    city_column as (
        select t.table_name, t.own_key, a.attname::text as column_name, coalesce(o.key_name, a.attname) as key_name,
            a.attnotnull as is_certain
        from city_table t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        -- The key that a run counts by: phases of a cycle count people, by their employment.
        left join (
            values ('run_failure', 'key', 'employment_id')
        ) o (table_name, column_name, key_name) on o.table_name = t.table_name and o.column_name = a.attname
    ),
    -- Tables may point to each other: no path is longer than the number of tables.
    reached (key_name, steps) as (
        select 'person_id' collate "C", 0
        union
        select c.own_key, r.steps + 1
        from reached r
        join city_column c on c.key_name = r.key_name
        where c.own_key is not null and c.own_key <> 'person_id' and r.steps < (select count(*) from city_table)
    ),
    personal as (
        select c.*, bool_or(c.is_certain) over (partition by c.table_name) as has_certain,
            row_number() over (partition by c.table_name order by c.is_certain desc, r.steps, c.column_name) as rank
        from city_column c
        join (select r.key_name, min(r.steps) as steps from reached r group by r.key_name) r using (key_name)
        -- A table's own key says which row it is, not whose row it is.
        where c.column_name is distinct from c.own_key or c.own_key = 'person_id'
    )
    select p.table_name, p.column_name, p.key_name, p.own_key from personal p where p.rank = 1 or not p.has_certain
    union all
    -- The person who migrated; the person who carried an agency over a milestone; the one who recorded a
    -- reorganisation, entered the seats of a post, signed a decree, or planned a batch of transfers. An agency that
    -- asks for a person by NIP does not know whether there is one: what comes of it is in the case.
    values ('applied_file', 'applied_by', null, null), ('cycle_milestone', 'reached_by', null, null),
        ('org_unit_event', 'recorded_by', null, null), ('formasi', 'recorded_by', null, null),
        ('decree', 'signed_by', null, null), ('freeze_window', 'recorded_by', null, null),
        ('freeze_window', 'lifted_by', null, null), ('transfer_batch', 'created_by', null, null),
        ('transfer_request', 'nip', null, null), ('transfer_request', 'requested_by', null, null),
        ('transfer_request', 'answered_by', null, null)
$$;
ALTER FUNCTION medan.personal_columns() OWNER TO medan_owner;
CREATE FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select case p_phase
        when 'close' then exists (
            select from appraisal_closing where agency_id = p_agency_id and cycle_id = p_cycle_id
        )
        when 'score' then has_reached(p_agency_id, p_cycle_id, 'released') or exists (
            select from appraisal_score where agency_id = p_agency_id and cycle_id = p_cycle_id
        )
        when 'place' then has_reached(p_agency_id, p_cycle_id, 'released') or exists (
            select from talent_placement where agency_id = p_agency_id and cycle_id = p_cycle_id
        )
    end
$$;
ALTER FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) OWNER TO medan_owner;
CREATE FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select city_day(due_at)
    from cycle_phase
    where cycle_id = p_cycle_id and phase = p_phase
$$;
ALTER FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) OWNER TO medan_owner;
CREATE FUNCTION medan.place_results(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text DEFAULT NULL::text, p_revised boolean DEFAULT false) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_day date := phase_day(p_cycle_id, 'place');
    v_rule_set text := coalesce(p_rule_set, (select rule_set from cycle where cycle_id = p_cycle_id));
    v_count integer;
begin
    insert into talent_placement (
        agency_id, cycle_id, employment_id, version, performance_level, potential_level, box, performance_score,
        performance_known, potential_score, potential_known, rating, award, team_duty, feedback, competency,
        development, experience, potential, education, field_match, discipline, inputs, rule_set, placed_as_of
    )
    select p_agency_id, p_cycle_id, t.employment_id, t.version, t.performance_level, t.potential_level, t.box,
        t.performance_score, t.performance_known, t.potential_score, t.potential_known, t.rating, t.award, t.team_duty,
        t.feedback, t.competency, t.development, t.experience, t.potential, t.education, t.field_match, t.discipline,
        t.inputs, v_rule_set, v_day
    from talent_scores(
        p_agency_id, p_first, p_last, v_day, v_rule_set, p_cycle_id, p_revised => p_revised
    ) t;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.place_results(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text, p_revised boolean) OWNER TO medan_appraiser;
CREATE FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_phase(p_agency_id, p_cycle_id, 'place', p_first, p_last);
    return place_results(p_agency_id, p_cycle_id, p_first, p_last);
end
$$;
ALTER FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.plan_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_batch text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_person record;
    v_batch_id integer;
begin
    perform require_actor(p_by);
    select e.agency_id, e.employment_id into v_person
    from agency g
    join person p on p.agency_id = g.agency_id and p.nip = p_nip
    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        and lower(e.valid) <= city_day(now())
    limit 1;
    if v_person.employment_id is null then
        raise exception 'nobody with this NIP serves in the city' using errcode = 'MU723';
    end if;
    if p_batch is not null then
        select transfer_batch_id into v_batch_id from transfer_batch where code = p_batch;
        if v_batch_id is null then
            raise exception 'there is no batch %', p_batch
                using errcode = 'MU727', detail = jsonb_build_object('batch', p_batch)::text;
        end if;
    end if;
    return add_transfer(
        v_person.agency_id, v_person.employment_id, (select agency_id from agency where code = p_to_agency),
        p_to_post_id, p_basis, p_demotion_cause, p_reason, p_planned_on, 'personnel', p_by, v_batch_id, null
    );
end
$$;
ALTER FUNCTION medan.plan_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_batch text) OWNER TO medan_carrier;
CREATE FUNCTION medan.propose_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_by_employee boolean) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_agency_id integer := calling_agency();
    v_to_agency_id integer;
    v_employment_id bigint;
    v_proposer text := case when p_by_employee then 'employee' else 'releasing' end;
    v_request_id bigint;
begin
    if v_agency_id is null then
        raise exception 'an agency proposes a transfer' using errcode = 'insufficient_privilege';
    end if;
    perform require_actor(p_by);
    select agency_id into v_to_agency_id from agency where code = p_to_agency;
    if v_to_agency_id is null then
        raise exception 'there is no agency %', p_to_agency
            using errcode = 'MU401', detail = jsonb_build_object('agency', p_to_agency)::text;
    end if;
    select e.employment_id into v_employment_id
    from person p
    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        and lower(e.valid) <= city_day(now())
    where p.agency_id = v_agency_id and p.nip = p_nip;
    if v_employment_id is not null and v_to_agency_id = v_agency_id then
        return add_transfer(
            v_agency_id, v_employment_id, v_to_agency_id, p_to_post_id, p_basis, p_demotion_cause, p_reason,
            p_planned_on, v_proposer, p_by, null, null
        );
    elsif v_employment_id is null then
        if v_to_agency_id <> v_agency_id then
            raise exception 'an agency proposes its own people, or people for its own posts' using errcode = 'MU722';
        end if;
        v_proposer := 'receiving';
        if not exists (select from post where agency_id = v_agency_id and post_id = p_to_post_id) then
            raise exception 'there is no such post in the receiving agency' using errcode = 'MU327';
        end if;
    end if;
    insert into transfer_request (
        agency_id, nip, to_agency_id, to_post_id, proposer, basis, reason, planned_on, requested_by
    )
    values (
        v_agency_id, p_nip, v_to_agency_id, p_to_post_id, v_proposer, p_basis, trim(coalesce(p_reason, '')),
        p_planned_on, trim(p_by)
    )
    returning transfer_request_id into v_request_id;
    return 'REQ-' || lpad(v_request_id::text, 6, '0');
end
$$;
ALTER FUNCTION medan.propose_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_by_employee boolean) OWNER TO medan_carrier;
CREATE FUNCTION medan.raters(p_agency_id integer, p_day date) RETURNS TABLE(org_unit_id bigint, head bigint, head_nip text, above_nip text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    return query
    with recursive head as materialized (
        select distinct on (coalesce(f.org_unit_id, t.org_unit_id))
            coalesce(f.org_unit_id, t.org_unit_id) as org_unit_id, a.employment_id, p.nip
        from post t
        left join post_former f on f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid @> p_day
        join position_level l on l.position_level = t.position_level
        join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id and a.valid @> p_day
        join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where t.agency_id = p_agency_id and (t.echelon is not null or t.title ~* '^kepala ')
            and a.kind <> 'additional'
        -- Functional officials head schools and health centres; an acting head counts where the post has no holder.
        order by coalesce(f.org_unit_id, t.org_unit_id), t.echelon is null, l.ordinal, a.kind <> 'definitive',
            t.post_id, a.assignment_id
    ), unit as materialized (
        select u.org_unit_id, u.siasn_id,
            case when f.org_unit_id is null then u.parent_siasn_id else f.parent_siasn_id end as parent_siasn_id
        from org_unit u
        left join org_unit_former f on f.agency_id = u.agency_id and f.org_unit_id = u.org_unit_id and f.valid @> p_day
        where u.agency_id = p_agency_id
    ), above as (
        select u.org_unit_id, u.siasn_id, u.parent_siasn_id, 0 as distance from unit u
        union all
        select a.org_unit_id, u.siasn_id, u.parent_siasn_id, a.distance + 1
        from above a
        join unit u on u.siasn_id = a.parent_siasn_id
        -- A circle that an older version let in ends the way up.
        where a.distance < 12
    ), chain as (
        select a.org_unit_id, a.distance, h.employment_id, h.nip
        from above a
        join unit u on u.siasn_id = a.siasn_id
        join head h on h.org_unit_id = u.org_unit_id
    ), nearest as (
        select distinct on (c.org_unit_id) c.org_unit_id, c.employment_id, c.nip
        from chain c order by c.org_unit_id, c.distance
    ), other as (
        select distinct on (c.org_unit_id) c.org_unit_id, c.nip
        from chain c
        join nearest n on n.org_unit_id = c.org_unit_id and n.employment_id <> c.employment_id
        order by c.org_unit_id, c.distance
    )
    select n.org_unit_id, n.employment_id, n.nip, o.nip
    from nearest n
    left join other o on o.org_unit_id = n.org_unit_id;
end
$$;
ALTER FUNCTION medan.raters(p_agency_id integer, p_day date) OWNER TO medan_owner;
CREATE FUNCTION medan.rating_locks(p_agency_id integer, p_cycle_id integer) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select array_agg(hashtextextended(format('mutasi rating %s %s %s', p_agency_id, p_cycle_id, part), 0) order by part)
    from generate_series(1, 4) part
$$;
ALTER FUNCTION medan.rating_locks(p_agency_id integer, p_cycle_id integer) OWNER TO medan_owner;
CREATE FUNCTION medan.recompute_person(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_reason text, p_decided_by text) RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_version smallint;
    v_rule_set text;
begin
    perform hold_ratings(p_agency_id, p_cycle_id, 'alone');
    update appraisal_score set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded
    returning rule_set into v_rule_set;
    if v_rule_set is null then
        raise exception 'the person has no result in the cycle' using errcode = 'MU120', table = 'appraisal_score';
    end if;
    v_version := newest_version(p_agency_id, p_cycle_id, p_employment_id) + 1;
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, 'recomputation', p_reason, p_decided_by);
    if score_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true) = 0 then
        raise exception 'rule set % has no rating for some of them: nothing was changed', v_rule_set
            using errcode = 'MU603', detail = jsonb_build_object('rule_set', v_rule_set)::text;
    end if;
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
            and not superseded;
        perform place_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    end if;
    return v_version;
end
$$;
ALTER FUNCTION medan.recompute_person(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_reason text, p_decided_by text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.recompute_results(p_agency_id integer, p_cycle_id integer, p_rule_set text, p_first bigint, p_last bigint, p_reason text, p_decided_by text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_last date := (select upper(period) - 1 from cycle where cycle_id = p_cycle_id);
    v_count integer;
begin
    if not exists (select from rule_set where rule_set = p_rule_set) then
        raise exception 'there is no rule set %', p_rule_set
            using errcode = 'MU601', detail = jsonb_build_object('rule_set', p_rule_set)::text;
    end if;
    if p_rule_set <> (
        select r.rule_set from rule_set r where r.valid_from <= v_last order by r.valid_from desc limit 1
    ) then
        raise exception 'rule set % was not in force on %, the last day of the cycle', p_rule_set, v_last
            using errcode = 'MU604', detail = jsonb_build_object('rule_set', p_rule_set, 'day', v_last)::text;
    end if;
    with changed as (
        update appraisal_score set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
            and not superseded and rule_set <> p_rule_set
        returning employment_id
    )
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    select p_agency_id, p_cycle_id, c.employment_id, newest_version(p_agency_id, p_cycle_id, c.employment_id) + 1,
        'recomputation', p_reason, p_decided_by
    from changed c;
    get diagnostics v_count = row_count;
    if v_count = 0 then
        return 0;
    end if;
    if score_results(p_agency_id, p_cycle_id, p_first, p_last, p_rule_set, true) < v_count then
        raise exception 'rule set % has no rating for some of them: nothing was changed', p_rule_set
            using errcode = 'MU603', detail = jsonb_build_object('rule_set', p_rule_set)::text;
    end if;
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
            and not superseded and rule_set <> p_rule_set;
        perform place_results(p_agency_id, p_cycle_id, p_first, p_last, p_rule_set, true);
    end if;
    return v_count;
end
$$;
ALTER FUNCTION medan.recompute_results(p_agency_id integer, p_cycle_id integer, p_rule_set text, p_first bigint, p_last bigint, p_reason text, p_decided_by text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET "DateStyle" TO 'ISO, YMD'
    AS $$
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
ALTER FUNCTION medan.record_change() OWNER TO medan_audit;
CREATE FUNCTION medan.record_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_processed integer, p_failures integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform record_event(
        p_agency_id, 'update', 'run_chunk', jsonb_build_object('run_id', p_run_id, 'run_chunk_id', p_run_chunk_id),
        jsonb_build_object('processed', p_processed, 'failures', p_failures), audit_setting('mutasi.purpose'));
end
$$;
ALTER FUNCTION medan.record_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_processed integer, p_failures integer) OWNER TO medan_audit;
CREATE FUNCTION medan.record_count() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $_$
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
$_$;
ALTER FUNCTION medan.record_count() OWNER TO medan_audit;
CREATE FUNCTION medan.record_event(p_agency_id integer, p_operation text, p_table_name text, p_row_key jsonb, p_payload jsonb, p_purpose text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.record_event(p_agency_id integer, p_operation text, p_table_name text, p_row_key jsonb, p_payload jsonb, p_purpose text) OWNER TO medan_audit;
CREATE FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_role text := audit_role();
    v_agency regrole := to_regrole('medan_agency_' || p_agency_id);
begin
    if v_role not in ('medan_personnel', 'medan_auditor') and (
        current_setting('mutasi.agency', true) is distinct from p_agency_id::text
        or pg_has_role(v_agency::oid, 'medan_agency', 'usage') is not true
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
ALTER FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) OWNER TO medan_audit;
CREATE FUNCTION medan.record_service_event(p_agency_id integer, p_person_id bigint, p_kind text, p_day date, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_today date := city_day(now());
    v_employment record;
    v_person record;
    v_last record;
    v_standing record;
    v_from text;
    v_is_planned boolean;
    v_ended bigint[];
    v_until date[];
    v_event_id bigint;
begin
    -- Before anything is read: the person may be moving.
    perform lock_people();
    select p.kind, p.legal_status into v_person from person p
    where p.agency_id = p_agency_id and p.person_id = p_person_id;
    select employment_id, valid into v_employment from employment
    where agency_id = p_agency_id and person_id = p_person_id
    order by lower(valid) desc limit 1;
    if v_person.kind is null or v_employment.employment_id is null then
        raise exception 'the person has not served in this agency' using errcode = 'MU331';
    end if;
    select * into v_standing from legal_standing l
    where l.legal_standing = coalesce(p_standing, usual_standing(p_kind, v_person.kind));
    if v_standing.legal_standing is null then
        raise exception 'no legal standing belongs to the event %', p_kind
            using errcode = 'MU332', detail = jsonb_build_object('kind', p_kind)::text;
    end if;
    if p_document_date > v_today then
        raise exception 'the document is dated after today' using errcode = 'MU334';
    end if;
    select s.service_event_id, s.employment_id, s.kind, s.valid_from, s.legal_standing, s.document_number,
        s.document_date, s.recorded_by, l.event_kind, l.ends_employment into v_last
    from counted_event s
    join legal_standing l on l.legal_standing = s.legal_standing
    join employment e on e.agency_id = s.agency_id and e.employment_id = s.employment_id
    where s.agency_id = p_agency_id and e.person_id = p_person_id
    order by s.valid_from desc, s.service_event_id desc limit 1;
    v_is_planned := coalesce(
        v_last.ends_employment and v_last.valid_from > v_today and v_last.employment_id = v_employment.employment_id
            and upper(v_employment.valid) = v_last.valid_from,
        false
    );
    if v_is_planned and p_day <= v_last.valid_from then
        -- What holds until the day of the planned end.
        select l.event_kind into v_from
        from counted_event s
        join legal_standing l on l.legal_standing = s.legal_standing
        where s.agency_id = p_agency_id and s.employment_id = v_employment.employment_id
            and s.service_event_id <> v_last.service_event_id
        order by s.valid_from desc, s.service_event_id desc limit 1;
        if v_standing.event_kind is null and comes_back_from(p_kind, v_last.event_kind)
            and (p_day = v_last.valid_from or p_day >= v_today and v_from is null)
        then
            return undo_service_event(
                p_agency_id, v_last.service_event_id, p_kind, p_standing, p_document_number, p_document_date,
                p_recorded_by
            );
        elsif not v_standing.ends_employment and p_day < v_last.valid_from then
            perform undo_service_event(
                p_agency_id, v_last.service_event_id, 'reinstatement', null, p_document_number, p_document_date,
                p_recorded_by
            );
            v_event_id := record_service_event(
                p_agency_id, p_person_id, p_kind, p_day, p_standing, p_document_number, p_document_date, p_recorded_by
            );
            perform record_service_event(
                p_agency_id, p_person_id, v_last.kind, v_last.valid_from, v_last.legal_standing, v_last.document_number,
                v_last.document_date, v_last.recorded_by
            );
            return v_event_id;
        end if;
    end if;
    if p_day > v_today + 366 or (p_day > v_today and not v_standing.ends_employment) then
        raise exception 'an event of service may lie a year ahead if it ends the employment, and otherwise not ahead'
            using errcode = 'MU333';
    end if;
    if v_is_planned and v_standing.ends_employment
        and (v_last.event_kind <> v_standing.event_kind or v_last.valid_from <> p_day)
    then
        perform undo_service_event(
            p_agency_id, v_last.service_event_id, 'reinstatement', null, p_document_number, p_document_date,
            p_recorded_by
        );
        return record_service_event(
            p_agency_id, p_person_id, p_kind, p_day, p_standing, p_document_number, p_document_date, p_recorded_by
        );
    end if;
    if v_last.valid_from > p_day then
        raise exception 'a later event of service is on record, from %', v_last.valid_from
            using errcode = 'MU335', detail = jsonb_build_object('day', v_last.valid_from::text)::text;
    end if;
    if v_standing.event_kind is null then
        -- Without an event the imported text is all that is known.
        v_from := case when v_last.service_event_id is not null then v_last.event_kind else (
            select l.event_kind from legal_standing l
            where lower(v_person.legal_status) = any (
                regexp_split_to_array(lower(concat_ws('|', l.legal_standing, l.other_names)), '[|]')
            )
        ) end;
        if not comes_back_from(
            p_kind, coalesce(v_from, case when p_kind = 'contract_renewal' then 'contract_end' end)
        ) then
            raise exception '% does not end what is on record: %', p_kind,
                coalesce(v_last.legal_standing, v_person.legal_status)
                using errcode = 'MU341', detail = jsonb_build_object(
                    'kind', p_kind, 'standing', coalesce(v_last.legal_standing, v_person.legal_status)
                )::text;
        end if;
        if v_last.valid_from = p_day and v_last.event_kind is not null
            and (not v_last.ends_employment or upper(v_employment.valid) = p_day)
            and v_last.employment_id = v_employment.employment_id
        then
            v_event_id := undo_service_event(
                p_agency_id, v_last.service_event_id, p_kind, p_standing, p_document_number, p_document_date,
                p_recorded_by
            );
            -- An absence lies under what was undone, and the caller says that it is over, too.
            if p_standing is not null and exists (
                select from people_lacking('serves', p_day) l
                where l.agency_id = p_agency_id and l.employment_id = v_employment.employment_id
            ) then
                return record_service_event(
                    p_agency_id, p_person_id, 'reinstatement', p_day, p_standing, p_document_number, p_document_date,
                    p_recorded_by
                );
            end if;
            return v_event_id;
        end if;
        if not upper_inf(v_employment.valid) then
            if p_day < upper(v_employment.valid) then
                raise exception 'the person serves until %', upper(v_employment.valid) - 1
                    using errcode = 'MU336',
                        detail = jsonb_build_object('day', (upper(v_employment.valid) - 1)::text)::text;
            elsif p_day = upper(v_employment.valid) then
                update employment set valid = daterange(lower(valid), null)
                where agency_id = p_agency_id and employment_id = v_employment.employment_id;
            else
                insert into employment (agency_id, person_id, valid)
                values (p_agency_id, p_person_id, daterange(p_day, null))
                returning employment_id into v_employment.employment_id;
            end if;
        elsif p_kind <> 'contract_renewal' and v_from is null then
            raise exception 'the person serves; there is nothing to come back from' using errcode = 'MU337';
        end if;
    else
        if v_last.ends_employment then
            raise exception 'the person has left: % from %', v_last.legal_standing, v_last.valid_from
                using errcode = 'MU340', detail = jsonb_build_object(
                    'standing', v_last.legal_standing, 'day', v_last.valid_from::text
                )::text;
        end if;
        if not (lower(v_employment.valid) < p_day and v_employment.valid @> (p_day - 1)
            and upper_inf(v_employment.valid))
        then
            raise exception 'the person does not serve in this agency on the day before' using errcode = 'MU338';
        end if;
        if not v_standing.holds_seat then
            if exists (
                select from assignment
                where agency_id = p_agency_id and employment_id = v_employment.employment_id and lower(valid) >= p_day
            ) then
                raise exception 'the person has an assignment that begins on the day or later' using errcode = 'MU339';
            end if;
            with held as (
                select assignment_id, upper(valid) as until from assignment
                where agency_id = p_agency_id and employment_id = v_employment.employment_id and valid @> p_day
            ), ended as (
                update assignment a set valid = daterange(lower(a.valid), p_day)
                from held h
                where a.agency_id = p_agency_id and a.assignment_id = h.assignment_id
            )
            select array_agg(assignment_id order by assignment_id), array_agg(until order by assignment_id)
            into v_ended, v_until from held;
        end if;
        if v_standing.ends_employment then
            update employment set valid = daterange(lower(valid), p_day)
            where agency_id = p_agency_id and employment_id = v_employment.employment_id;
        end if;
    end if;
    -- Until the day of a future event the person is what they were.
    if p_day <= v_today then
        update person set legal_status = v_standing.legal_standing, changed_at = now()
        where agency_id = p_agency_id and person_id = p_person_id
            and legal_status is distinct from v_standing.legal_standing;
    end if;
    insert into service_event (
        agency_id, employment_id, kind, valid_from, legal_standing, document_number, document_date, ended_assignments,
        ended_until, former_status, recorded_by
    )
    values (
        p_agency_id, v_employment.employment_id, p_kind, p_day, v_standing.legal_standing, p_document_number,
        p_document_date, v_ended, v_until, v_person.legal_status, p_recorded_by
    )
    returning service_event_id into v_event_id;
    return v_event_id;
end
$$;
ALTER FUNCTION medan.record_service_event(p_agency_id integer, p_person_id bigint, p_kind text, p_day date, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.record_transfer_checks(p_checks jsonb, p_rules text, p_by text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
begin
    perform require_actor(p_by);
    with given as materialized (
        select c.*
        from jsonb_to_recordset(p_checks) c (
            agency integer, "case" bigint, revision integer, day date, direction text, imut_type smallint,
            verdicts jsonb
        )
        join transfer_case t on t.agency_id = c.agency and t.transfer_case_id = c."case" and t.revision = c.revision
            and t.planned_on = c.day
    ), derived as (
        update transfer_case t set direction = g.direction, imut_type = g.imut_type
        from given g
        where t.agency_id = g.agency and t.transfer_case_id = g."case"
            and (t.direction, t.imut_type) is distinct from (g.direction, g.imut_type)
    ), checked as (
        insert into transfer_check (agency_id, transfer_case_id, revision, for_day, rules, checked_by)
        select g.agency, g."case", g.revision, g.day, p_rules, trim(p_by) from given g order by g.agency, g."case"
        returning agency_id, transfer_check_id, transfer_case_id
    ), judged as (
        insert into transfer_verdict (
            agency_id, transfer_check_id, rule, outcome, stops, may_be_lifted, facts, passes_on
        )
        select c.agency_id, c.transfer_check_id, v.rule, v.outcome, v.stops, v.may_be_lifted, v.facts, v.passes_on
        from checked c
        join given g on g.agency = c.agency_id and g."case" = c.transfer_case_id
        cross join lateral jsonb_to_recordset(g.verdicts) v (
            rule text, outcome text, stops boolean, may_be_lifted boolean, facts jsonb, passes_on date
        )
    )
    select count(*) into v_count from checked;
    return v_count;
end
$$;
ALTER FUNCTION medan.record_transfer_checks(p_checks jsonb, p_rules text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.record_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET "DateStyle" TO 'ISO, YMD'
    AS $$
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
ALTER FUNCTION medan.record_update() OWNER TO medan_audit;
CREATE FUNCTION medan.redrive_jobs(p_agency_id integer, p_jobs bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_dead job_history;
    v_count integer := 0;
begin
    for v_dead in
        select * from job_history h
        where h.agency_id = p_agency_id and h.job_id = any (p_jobs) and h.outcome = 'dead'
        order by h.job_id for update
    loop
        insert into job (agency_id, kind, priority, unique_key, payload, intended_at, last_error)
        values (
            v_dead.agency_id, v_dead.kind, v_dead.priority, v_dead.unique_key, v_dead.payload, v_dead.intended_at,
            v_dead.last_error
        )
        on conflict do nothing;
        if found then
            delete from job_history h where h.agency_id = v_dead.agency_id and h.job_id = v_dead.job_id;
            v_count := v_count + 1;
        end if;
    end loop;
    return v_count;
end
$$;
ALTER FUNCTION medan.redrive_jobs(p_agency_id integer, p_jobs bigint[]) OWNER TO medan_definer;
CREATE FUNCTION medan.refresh_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if not phase_began(p_agency_id, p_cycle_id, 'close') then
        perform bring_segments(p_agency_id, p_cycle_id, p_first, p_last, p_until);
    end if;
end
$$;
ALTER FUNCTION medan.refresh_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) OWNER TO medan_appraiser;
CREATE FUNCTION medan.refuse_audit_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' and current_user = 'medan_audit' then
        -- Nested, because an expression is read with all its columns, which the other tables do not have.
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
ALTER FUNCTION medan.refuse_audit_change() OWNER TO medan_audit;
CREATE FUNCTION medan.refuse_change_of_rules() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    -- Migrations, as the owner, may complete a set.
    if audit_role() = 'medan_owner' then
        return null;
    end if;
    perform require_fresh_view();
    if exists (
        select from added a join cycle c on c.rule_set = a.rule_set
        union all
        select from added a join appraisal_score s on s.rule_set = a.rule_set
    ) then
        raise exception 'results are computed with this rule set: load another one'
            using errcode = 'MU602', table = tg_table_name;
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_change_of_rules() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_claimed_move() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    raise exception 'only a move brings ratings along' using errcode = 'insufficient_privilege', table = 'rating_event';
end
$$;
ALTER FUNCTION medan.refuse_claimed_move() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_formasi_below_holders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
declare
    v_agency_id integer;
    v_posts bigint[];
    v_short record;
begin
    perform require_fresh_view();
    for v_agency_id in select distinct a.agency_id from added a order by a.agency_id loop
        perform lock_seats(v_agency_id);
        v_posts := array(select distinct a.post_id from added a where a.agency_id = v_agency_id);
        select h.holders, g.seats, lower(h.held * g.given) as day into v_short
        from definitive_holders(v_agency_id, v_posts) h
        join seats_given(v_agency_id, v_posts) g on g.post_id = h.post_id and g.given && h.held and h.holders > g.seats
        join added a on a.agency_id = v_agency_id and a.post_id = g.post_id and a.valid_from = lower(g.given)
        order by h.holders - g.seats desc, lower(h.held * g.given) limit 1;
        if found then
            raise exception 'on % the post would have fewer seats than definitive holders: % for %',
                v_short.day, v_short.seats, v_short.holders
                using errcode = 'MU313', table = 'formasi', detail = jsonb_build_object(
                    'day', v_short.day::text, 'seats', v_short.seats, 'held', v_short.holders
                )::text;
        end if;
    end loop;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_formasi_below_holders() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_late_rating() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_key record;
begin
    perform require_fresh_view();
    for v_key in select distinct agency_id, cycle_id from added order by agency_id, cycle_id loop
        perform hold_ratings(v_key.agency_id, v_key.cycle_id, 'rate');
        if exists (
            select from appraisal_closing c
            where c.agency_id = v_key.agency_id and c.cycle_id = v_key.cycle_id
        ) then
            raise exception 'the cycle is closed in this agency' using errcode = 'MU102', table = 'rating_event';
        end if;
    end loop;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_late_rating() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_late_revision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_fresh_view();
    -- Milestones are reached under the same lock.
    perform hold_ratings(new.agency_id, new.cycle_id, 'alone');
    if new.kind = 'calibration' and has_reached(new.agency_id, new.cycle_id, 'calibrated') then
        raise exception 'calibration is locked in this agency' using errcode = 'MU114', table = 'appraisal_revision';
    end if;
    if new.kind in ('correction', 'recomputation') and has_reached(new.agency_id, new.cycle_id, 'final') then
        raise exception 'the results of this agency are final; only an objection can change one'
            using errcode = 'MU115', table = 'appraisal_revision';
    end if;
    if new.kind = 'correction' and exists (
        select from objection o
        join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
        where o.agency_id = new.agency_id and o.cycle_id = new.cycle_id and o.employment_id = new.employment_id
    ) then
        raise exception 'the person''s objection is decided, and that is final'
            using errcode = 'MU215', table = 'appraisal_revision';
    end if;
    if new.decided_by is null then
        raise exception 'a version needs the person who decided it'
            using errcode = 'MU117', table = 'appraisal_revision';
    end if;
    -- Others compare the raters; one of them would confirm the own rating.
    if new.kind = 'calibration' and new.decided_by in (
        select e.rater_nip from rating_event e
        where e.agency_id = new.agency_id and e.cycle_id = new.cycle_id and e.employment_id = new.employment_id
        union all
        select a.rater_nip from appraisal a
        where a.agency_id = new.agency_id and a.cycle_id = new.cycle_id and a.employment_id = new.employment_id
        union all
        select s.rater_nip from appraisal_segment s
        where s.agency_id = new.agency_id and s.cycle_id = new.cycle_id and s.employment_id = new.employment_id
    ) then
        raise exception 'the person''s rater cannot calibrate the rating'
            using errcode = 'MU118', table = 'appraisal_revision';
    end if;
    return new;
end
$$;
ALTER FUNCTION medan.refuse_late_revision() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_overfull_post() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
declare
    v_taking bigint[];
    v_agency_id integer;
    v_posts bigint;
begin
    perform require_fresh_view();
    if tg_op = 'INSERT' then
        v_taking := array(select a.assignment_id from added a where a.kind = 'definitive');
    else
        v_taking := array(
            select a.assignment_id from added a
            join former f on f.agency_id = a.agency_id and f.assignment_id = a.assignment_id
            where a.kind = 'definitive'
                and not (f.kind = 'definitive' and f.post_id = a.post_id and f.valid @> a.valid)
        );
    end if;
    for v_agency_id in
        select distinct a.agency_id from added a where a.assignment_id = any (v_taking) order by a.agency_id
    loop
        perform lock_seats(v_agency_id);
        select count(distinct h.post_id) into v_posts
        from definitive_holders(
            v_agency_id,
            array(
                select distinct a.post_id from added a
                where a.agency_id = v_agency_id and a.assignment_id = any (v_taking)
            )
        ) h
        join seats_given(
            v_agency_id,
            array(
                select distinct a.post_id from added a
                where a.agency_id = v_agency_id and a.assignment_id = any (v_taking)
            )
        ) g on g.post_id = h.post_id and g.given && h.held and h.holders > g.seats
        join added a on a.agency_id = v_agency_id and a.post_id = h.post_id and a.valid && h.held * g.given
            and a.assignment_id = any (v_taking);
        if v_posts > 0 then
            raise exception 'posts would have more definitive holders than seats: %', v_posts
                using errcode = 'MU311', table = 'assignment', detail = jsonb_build_object('count', v_posts)::text,
                    hint = 'end the assignment of the present holder first, or raise the number of seats';
        end if;
    end loop;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_overfull_post() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_ownership_commands() RETURNS event_trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not (select rolsuper from pg_roles where rolname = session_user) then
        raise exception '% is for superusers', tg_tag using errcode = 'insufficient_privilege';
    end if;
end
$$;
ALTER FUNCTION medan.refuse_ownership_commands() OWNER TO medan_definer;
CREATE FUNCTION medan.refuse_second_agency() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_people bigint;
begin
    perform require_fresh_view();
    perform lock_people();
    if exists (
        select from added a
        join agency g on g.agency_id = a.agency_id and g.state = 'closed'
        where upper_inf(a.valid) or upper(a.valid) > (select city_day(now()))
    ) then
        raise exception 'nobody serves in an agency that is closed' using errcode = 'MU302', table = 'employment';
    end if;
    -- Agency by agency: an index that begins with the person would show a reader, by the number of pages read, that
    -- other agencies have rows.
    select count(*) into v_people
    from added a
    left join person p on p.agency_id = a.agency_id and p.person_id = a.person_id
    where exists (
        select from agency g
        join employment e on e.agency_id = g.agency_id and e.person_id = a.person_id
        where g.agency_id <> a.agency_id and e.valid && a.valid
    ) or exists (
        -- One after the other, by limit: tables that a first import fills look empty to the planner, which went through
        -- all employments for each person.
        select from agency g
        cross join lateral (
            select o.person_id from person o where o.agency_id = g.agency_id and o.nip = p.nip limit 1
        ) o
        cross join lateral (
            select from employment e
            where e.agency_id = g.agency_id and e.person_id = o.person_id and e.valid && a.valid limit 1
        ) e
        where g.agency_id <> a.agency_id
    );
    if v_people > 0 then
        raise exception 'people would serve two agencies at once: %', v_people
            using errcode = 'MU303', table = 'employment', detail = jsonb_build_object('count', v_people)::text,
                hint = 'a change of agency is a transfer; two employments of a person do not overlap';
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_second_agency() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_taken_nip() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_fresh_view();
    perform lock_people();
    if exists (
        select from agency g
        join person o on o.agency_id = g.agency_id and o.nip = new.nip
        where (o.agency_id, o.person_id) <> (new.agency_id, new.person_id)
    ) then
        raise exception 'another person of the city has this NIP' using errcode = 'MU351', table = 'person';
    end if;
    return new;
end
$$;
ALTER FUNCTION medan.refuse_taken_nip() OWNER TO medan_guard;
CREATE FUNCTION medan.refuse_unit_circle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_agency_id integer;
    v_moved bigint[];
begin
    perform require_fresh_view();
    if tg_op = 'INSERT' then
        v_moved := array(select a.org_unit_id from added a where a.parent_siasn_id is not null);
    else
        v_moved := array(
            select a.org_unit_id from added a
            join former f on f.agency_id = a.agency_id and f.org_unit_id = a.org_unit_id
            where a.parent_siasn_id is not null and a.parent_siasn_id is distinct from f.parent_siasn_id
        );
    end if;
    for v_agency_id in
        select distinct a.agency_id from added a where a.org_unit_id = any (v_moved) order by a.agency_id
    loop
        -- Two writers could each close half of a circle.
        perform lock_seats(v_agency_id);
        if exists (
            with recursive above as (
                select u.siasn_id as unit, u.parent_siasn_id as place
                from org_unit u where u.agency_id = v_agency_id and u.org_unit_id = any (v_moved)
                union
                select a.unit, u.parent_siasn_id
                from above a
                join org_unit u on u.agency_id = v_agency_id and u.siasn_id = a.place
                where a.place <> a.unit
            )
            select from above where place = unit
        ) then
            raise exception 'a unit would stand above itself' using errcode = 'MU361', table = 'org_unit';
        end if;
    end loop;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_unit_circle() OWNER TO medan_guard;
CREATE FUNCTION medan.refused_moves(p_moves bigint[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    return 'moves: ' || array_to_string(p_moves[1:100], ',');
end
$$;
ALTER FUNCTION medan.refused_moves(p_moves bigint[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.register_job_kinds(p_kinds text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    insert into job_kind (kind) select unnest(p_kinds) on conflict do nothing
$$;
ALTER FUNCTION medan.register_job_kinds(p_kinds text[]) OWNER TO medan_definer;
CREATE FUNCTION medan.rehearse_merger(p_from integer, p_to integer, p_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
begin
    v_count := carry_people(p_from, p_to, p_day, null);
    raise exception 'rehearsed' using errcode = 'MU002';
exception when sqlstate 'MU002' then
    return v_count;
end
$$;
ALTER FUNCTION medan.rehearse_merger(p_from integer, p_to integer, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.release_results(p_agency_id integer, p_cycle_id integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_phase(p_agency_id, p_cycle_id, 'release');
    perform lock_ratings(p_agency_id, p_cycle_id, 'alone');
    insert into cycle_milestone (agency_id, cycle_id, milestone)
    select p_agency_id, p_cycle_id, m from unnest(array['calibrated', 'released']) m
    on conflict do nothing;
end
$$;
ALTER FUNCTION medan.release_results(p_agency_id integer, p_cycle_id integer) OWNER TO medan_appraiser;
CREATE FUNCTION medan.remind_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
declare
    v_count integer;
begin
    perform require_phase(p_agency_id, p_cycle_id, 'remind', p_first, p_last);
    perform bring_segments(p_agency_id, p_cycle_id, p_first, p_last, phase_day(p_cycle_id, 'remind'));
    insert into appraisal_reminder (agency_id, cycle_id, employment_id, rater_nip)
    select a.agency_id, a.cycle_id, a.employment_id, r.rater_nip
    from appraisal a
    join expected_raters(p_agency_id, p_cycle_id, p_first, p_last, phase_day(p_cycle_id, 'remind')) r
        on r.employment_id = a.employment_id
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
        and not exists (
            select from rating_event e
            where e.agency_id = p_agency_id and e.cycle_id = p_cycle_id and e.employment_id = a.employment_id
                and e.employment_id between p_first and p_last
        )
        and not exists (
            select from appraisal_exclusion x
            where x.agency_id = p_agency_id and x.cycle_id = p_cycle_id and x.employment_id = a.employment_id
                and x.employment_id between p_first and p_last and x.lifted_at is null
        )
    on conflict (agency_id, cycle_id, employment_id) do nothing;
    select count(*) into v_count from appraisal a
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
    return v_count;
end
$$;
ALTER FUNCTION medan.remind_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.request_erasure(p_agency_id integer, p_audit_event_id bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.request_erasure(p_agency_id integer, p_audit_event_id bigint, p_reason text) OWNER TO medan_audit;
CREATE FUNCTION medan.require_actor() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if nullif(trim(audit_setting('mutasi.actor')), '') is null then
        raise exception 'an erasure needs to know who works'
            using errcode = 'MU514', hint = 'the setting mutasi.actor is empty';
    end if;
end
$$;
ALTER FUNCTION medan.require_actor() OWNER TO medan_audit;
CREATE FUNCTION medan.require_actor(p_by text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if nullif(trim(p_by), '') is null then
        raise exception 'a step needs the person who takes it' using errcode = 'MU726';
    end if;
end
$$;
ALTER FUNCTION medan.require_actor(p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.require_decider() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_objection objection;
    v_raters text[];
    v_calibrators text[];
    v_person text;
    v_superiors text[];
begin
    perform require_fresh_view();
    select * into v_objection from objection where agency_id = new.agency_id and objection_id = new.objection_id;
    if v_objection is null then
        raise exception 'there is no such objection' using errcode = 'MU211', table = 'objection';
    end if;
    if new.decided_on < v_objection.filed_on then
        raise exception 'the decision is dated before the objection of %', v_objection.filed_on
            using errcode = 'MU221', table = 'objection_decision',
                detail = jsonb_build_object('filed', v_objection.filed_on)::text;
    end if;
    if new.decided_on > city_day(clock_timestamp()) then
        raise exception 'the decision is dated in the future' using errcode = 'MU222', table = 'objection_decision';
    end if;
    select array_agg(distinct r.nip) into v_raters
    from (
        select e.rater_nip as nip from rating_event e
        where e.agency_id = new.agency_id and e.cycle_id = v_objection.cycle_id
            and e.employment_id = v_objection.employment_id
    ) r
    where r.nip is not null;
    if v_raters is null then
        -- If nobody is on record as rater, the expected raters count.
        select array_agg(distinct r.nip) into v_raters
        from (
            select a.rater_nip as nip from appraisal a
            where a.agency_id = new.agency_id and a.cycle_id = v_objection.cycle_id
                and a.employment_id = v_objection.employment_id
            union
            select s.rater_nip from appraisal_segment s
            where s.agency_id = new.agency_id and s.cycle_id = v_objection.cycle_id
                and s.employment_id = v_objection.employment_id
        ) r
        where r.nip is not null;
    end if;
    if new.decided_by = any (v_raters) then
        raise exception 'the rater cannot decide the objection' using errcode = 'MU223', table = 'objection_decision';
    end if;
    select array_agg(r.decided_by) into v_calibrators from appraisal_revision r
    where r.agency_id = new.agency_id and r.cycle_id = v_objection.cycle_id
        and r.employment_id = v_objection.employment_id and r.kind = 'calibration';
    if new.decided_by = any (v_calibrators) then
        raise exception 'a person who calibrated the result cannot decide the objection'
            using errcode = 'MU224', table = 'objection_decision';
    end if;
    select p.nip into v_person
    from employment e
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    where e.agency_id = new.agency_id and e.employment_id = v_objection.employment_id;
    if new.decided_by = v_person then
        raise exception 'nobody decides an objection of their own'
            using errcode = 'MU225', table = 'objection_decision';
    end if;
    -- The rater's superior; where that person also rated or calibrated, the next one above. It does not ask for people
    -- unknown to the agency, such as those above its head.
    with recursive line as (
        select unnest(v_raters) as nip
        union
        select a.rater_nip
        from line r
        join known_person p on p.agency_id = new.agency_id and p.nip = r.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
        join appraisal a on a.agency_id = e.agency_id and a.cycle_id = v_objection.cycle_id
            and a.employment_id = e.employment_id
        where a.rater_nip is not null
            and (r.nip = any (v_raters) or r.nip = any (coalesce(v_calibrators, '{}')) or r.nip = v_person)
    )
    select array_agg(nip) into v_superiors
    from line
    where nip <> all (v_raters) and nip <> all (coalesce(v_calibrators, '{}')) and nip is distinct from v_person;
    if v_superiors is not null and new.decided_by <> all (v_superiors) then
        raise exception 'an objection is decided by the rater''s superior'
            using errcode = 'MU226', table = 'objection_decision';
    end if;
    -- The head of an agency has superiors only outside it.
    if v_superiors is null and exists (
        select from appraisal a
        join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where a.agency_id = new.agency_id and a.cycle_id = v_objection.cycle_id and p.nip = new.decided_by
    ) then
        raise exception 'nobody in the agency is above the rater: the objection is decided outside of it'
            using errcode = 'MU227', table = 'objection_decision';
    end if;
    return new;
end
$$;
ALTER FUNCTION medan.require_decider() OWNER TO medan_guard;
CREATE FUNCTION medan.require_free_actor(p_case medan.transfer_case, p_step text, p_actor text, p_by text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_by text := lower(trim(p_by));
begin
    if p_actor not in ('personnel', 'review_team', 'mayor')
        or p_step in ('submit', 'cancel', 'report', 'follow_up')
    then
        return;
    end if;
    if exists (
        select from employment e
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where e.agency_id = p_case.agency_id and e.employment_id = p_case.employment_id
            and v_by in (p.nip, lower(trim(p.name)))
    ) then
        raise exception 'nobody takes steps of their own transfer: %', p_case.number
            using errcode = 'MU703', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
    if exists (
        select from transfer_conflict c
        where c.agency_id = p_case.agency_id and c.transfer_case_id = p_case.transfer_case_id
            and lower(trim(c.declared_of)) = v_by and c.kind <> 'none'
    ) then
        raise exception 'a conflict of interest is declared for the transfer %', p_case.number
            using errcode = 'MU705', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
    if p_step in ('verify', 'consider', 'approve', 'decree') and (
        lower(trim(p_case.proposed_by)) = v_by and p_case.proposer <> 'personnel'
        or p_step in ('consider', 'approve') and (
            lower(trim(p_case.proposed_by)) = v_by or exists (
                select from transfer_event v
                where v.agency_id = p_case.agency_id and v.transfer_case_id = p_case.transfer_case_id
                    and lower(trim(v.acted_by)) = v_by
                    and v.step in ('submit', 'verify', case when p_step = 'approve' then 'consider' end)
            )
        )
    ) then
        raise exception 'another person decides on the transfer % than the one who proposed or verified it',
            p_case.number
            using errcode = 'MU704', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
end
$$;
ALTER FUNCTION medan.require_free_actor(p_case medan.transfer_case, p_step text, p_actor text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.require_fresh_view() RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception
            'what is written here is checked beside what others have just written: that needs read committed'
            using errcode = 'invalid_transaction_state';
    end if;
end
$$;
ALTER FUNCTION medan.require_fresh_view() OWNER TO medan_guard;
CREATE FUNCTION medan.require_later(p_table text, p_since date, p_last date) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if p_since is null or p_since < p_last then
        raise exception 'a later change is on record, from %', p_last
            using errcode = 'MU362', table = p_table, detail = jsonb_build_object('day', p_last::text)::text;
    end if;
end
$$;
ALTER FUNCTION medan.require_later(p_table text, p_since date, p_last date) OWNER TO medan_guard;
CREATE FUNCTION medan.require_left_over(p_agency_role text, p_login text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
            where m.roleid = v_role.oid and r.rolname <> 'medan_definer'
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
ALTER FUNCTION medan.require_left_over(p_agency_role text, p_login text) OWNER TO medan_definer;
CREATE FUNCTION medan.require_move(p_from integer, p_to integer) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if p_from = p_to then
        raise exception 'a move needs two agencies' using errcode = 'MU321';
    end if;
    if not exists (select from agency where agency_id = p_to and state = 'active') then
        raise exception 'the receiving agency is not active' using errcode = 'MU322';
    end if;
end
$$;
ALTER FUNCTION medan.require_move(p_from integer, p_to integer) OWNER TO medan_carrier;
CREATE FUNCTION medan.require_objection_in_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_received_on date;
begin
    perform require_fresh_view();
    -- So that the day is not corrected meanwhile.
    perform hold_ratings(new.agency_id, new.cycle_id, 'alone');
    select received_on into v_received_on from appraisal_receipt
    where agency_id = new.agency_id and cycle_id = new.cycle_id and employment_id = new.employment_id;
    if v_received_on is null then
        -- Refused below, after the policies have been checked.
        new.deadline := new.filed_on;
        return new;
    end if;
    new.deadline := objection_deadline(new.cycle_id, v_received_on);
    if new.filed_on < v_received_on then
        raise exception 'the objection is dated before the receipt of %', v_received_on
            using errcode = 'MU212', table = 'objection', detail = jsonb_build_object('received', v_received_on)::text;
    end if;
    if new.filed_on > city_day(clock_timestamp()) then
        raise exception 'the objection is dated in the future' using errcode = 'MU213', table = 'objection';
    end if;
    if new.filed_on > new.deadline then
        raise exception
            'the objection is late: the evaluation was received on %, the last day was %, it was filed on %',
            v_received_on, new.deadline, new.filed_on
            using errcode = 'MU214', table = 'objection',
                detail = jsonb_build_object(
                    'received', v_received_on, 'last', new.deadline, 'filed', new.filed_on
                )::text;
    end if;
    return new;
end
$$;
ALTER FUNCTION medan.require_objection_in_time() OWNER TO medan_guard;
CREATE FUNCTION medan.require_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if exists (
        select from added a
        where (
            select p.person_id from person p where p.agency_id = a.agency_id and p.person_id = a.person_id
        ) is null
    ) then
        raise exception 'an employment needs its person in the same agency'
            using errcode = 'MU301', table = 'employment';
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_person() OWNER TO medan_guard;
CREATE FUNCTION medan.require_phase(p_agency_id integer, p_cycle_id integer, p_phase text, p_first bigint DEFAULT NULL::bigint, p_last bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if not exists (
        select from cycle y
        join run r on r.kind = 'cycle_phase' and r.subject = y.code and r.step = p_phase
        join run_chunk c on c.agency_id = p_agency_id and c.run_id = r.run_id and c.state = 'running'
            and (c.first_key is null or p_first is null or c.first_key <= p_first and p_last <= c.last_key)
        where y.cycle_id = p_cycle_id
    ) then
        raise exception 'phase % of the cycle is not under way in this agency', p_phase
            using errcode = 'MU103', detail = jsonb_build_object('phase', p_phase)::text;
    end if;
end
$$;
ALTER FUNCTION medan.require_phase(p_agency_id integer, p_cycle_id integer, p_phase text, p_first bigint, p_last bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.require_phase_of_cycle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if exists (
        select from added a
        where a.kind = 'cycle_phase' and not exists (
            select from cycle c
            join cycle_phase p on p.cycle_id = c.cycle_id
            where c.code = a.subject and p.phase = a.step and p.ordinal = a.ordinal
        )
    ) then
        raise exception 'a run of a cycle is one of its phases' using errcode = 'MU104', table = 'run';
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_phase_of_cycle() OWNER TO medan_guard;
CREATE FUNCTION medan.require_possible_phase() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_period daterange := (select period from cycle where cycle_id = new.cycle_id);
    v_day date := city_day(new.due_at);
begin
    -- A change of the city's time zone moves instants and keeps the days.
    if tg_op = 'UPDATE' and audit_role() <> 'medan_personnel' then
        return null;
    end if;
    if new.phase = 'open' and v_day < lower(v_period) then
        raise exception 'a cycle opens on the first day of its period, %, or later', lower(v_period)
            using errcode = 'MU105', table = 'cycle_phase',
                detail = jsonb_build_object('first', lower(v_period))::text;
    end if;
    if new.phase = 'close' and v_day < upper(v_period) then
        raise exception 'a cycle closes after the last day of its period, %', upper(v_period) - 1
            using errcode = 'MU106', table = 'cycle_phase',
                detail = jsonb_build_object('last', upper(v_period) - 1)::text;
    end if;
    if tg_op = 'UPDATE' and not exists (
        select from cycle c
        join run r on r.kind = 'cycle_phase' and r.subject = c.code and r.step = new.phase
        where c.cycle_id = new.cycle_id and r.state = 'scheduled'
    ) then
        raise exception 'phase % has begun and keeps its day', new.phase
            using errcode = 'MU107', table = 'cycle_phase', detail = jsonb_build_object('phase', new.phase)::text;
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_possible_phase() OWNER TO medan_guard;
CREATE FUNCTION medan.require_receipt() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_fresh_view();
    if not exists (
        select from appraisal_receipt
        where agency_id = new.agency_id and cycle_id = new.cycle_id and employment_id = new.employment_id
    ) then
        raise exception 'no receipt of the evaluation is recorded: the time for an objection has not begun'
            using errcode = 'MU205', table = 'objection';
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_receipt() OWNER TO medan_guard;
CREATE FUNCTION medan.require_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_released_on date := (
        select city_day(reached_at) from cycle_milestone
        where agency_id = new.agency_id and cycle_id = new.cycle_id and milestone = 'released'
    );
    v_today date := city_day(clock_timestamp());
begin
    perform require_fresh_view();
    -- Correcting a receipt and filing an objection take turns.
    perform hold_ratings(new.agency_id, new.cycle_id, 'alone');
    if v_released_on is null then
        raise exception 'the results are not released in this agency'
            using errcode = 'MU116', table = 'appraisal_receipt';
    end if;
    if new.received_on < least(v_released_on, phase_day(new.cycle_id, 'release')) then
        raise exception 'the receipt is dated before the release of the results'
            using errcode = 'MU201', table = 'appraisal_receipt';
    end if;
    if new.received_on > v_today then
        raise exception 'the receipt is dated in the future' using errcode = 'MU202', table = 'appraisal_receipt';
    end if;
    if tg_op = 'UPDATE' and exists (
        select from objection o
        where o.agency_id = new.agency_id and o.cycle_id = new.cycle_id and o.employment_id = new.employment_id
    ) then
        raise exception 'the person has filed an objection: the day of the receipt stands'
            using errcode = 'MU203', table = 'appraisal_receipt';
    end if;
    if tg_op = 'UPDATE' and objection_deadline(new.cycle_id, new.received_on) < v_today
        and objection_deadline(old.cycle_id, old.received_on) >= v_today
    then
        raise exception 'the time for an objection runs until %, and a correction does not end it',
            objection_deadline(old.cycle_id, old.received_on)
            using errcode = 'MU204', table = 'appraisal_receipt',
                detail = jsonb_build_object('last', objection_deadline(old.cycle_id, old.received_on))::text;
    end if;
    return new;
end
$$;
ALTER FUNCTION medan.require_release() OWNER TO medan_guard;
CREATE FUNCTION medan.require_source_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $_$
declare
    v_from integer;
    v_to integer;
    v_first_cycle integer;
    v_last_cycle integer;
    v_first bigint;
    v_last bigint;
    orphaned boolean;
begin
    select min(agency_id), max(agency_id), min(cycle_id), max(cycle_id), min(employment_id), max(employment_id)
    into v_from, v_to, v_first_cycle, v_last_cycle, v_first, v_last
    from added;
    if tg_nargs = 0 then
        select exists (
            select from added a
            left join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                and e.agency_id between v_from and v_to and e.employment_id between v_first and v_last
            where e.agency_id is null
        ) or exists (
            select from (select distinct cycle_id from added) a
            where not exists (select from cycle c where c.cycle_id = a.cycle_id)
        ) into orphaned;
    else
        execute format(
            'select exists (
                select from added a
                left join %I s on s.agency_id = a.agency_id and s.cycle_id = a.cycle_id
                    and s.employment_id = a.employment_id
                    and s.agency_id between $1 and $2 and s.cycle_id between $3 and $4
                    and s.employment_id between $5 and $6
                where s.agency_id is null
            )', tg_argv[0]) into orphaned using v_from, v_to, v_first_cycle, v_last_cycle, v_first, v_last;
    end if;
    if orphaned then
        raise exception 'a row of % refers to nothing in its agency', tg_table_name
            using errcode = 'MU304', table = tg_table_name, detail = jsonb_build_object('table', tg_table_name)::text;
    end if;
    return null;
end
$_$;
ALTER FUNCTION medan.require_source_row() OWNER TO medan_guard;
CREATE FUNCTION medan.require_transfer_course() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_wrong record;
begin
    perform require_fresh_view();
    select a.number, f.state as former, a.state into v_wrong
    from added a
    join former f on f.agency_id = a.agency_id and f.transfer_case_id = a.transfer_case_id
    where a.state <> f.state
        and not exists (select from transfer_step s where s.from_state = f.state and s.to_state = a.state)
    limit 1;
    if found then
        raise exception 'the transfer % is %, and % cannot follow', v_wrong.number, v_wrong.former, v_wrong.state
            using errcode = 'MU702', table = 'transfer_case', detail = jsonb_build_object(
                'number', v_wrong.number, 'state', v_wrong.former, 'step', v_wrong.state
            )::text;
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_transfer_course() OWNER TO medan_guard;
CREATE FUNCTION medan.require_transfer_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if exists (select from added a where a.state <> 'draft') then
        raise exception 'a transfer begins as a draft' using errcode = 'MU739', table = 'transfer_case';
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_transfer_draft() OWNER TO medan_guard;
CREATE FUNCTION medan.require_transfer_needs(p_case medan.transfer_case, p_needs text, p_actor text, p_document_number text, p_document_date date, p_note text, p_day date, p_on date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_need text;
    v_unmet record;
    v_outcome text;
    v_rules text;
    v_lapses date;
begin
    foreach v_need in array string_to_array(coalesce(p_needs, ''), ' ') loop
        case v_need
            when 'clear', 'no_inauguration', 'no_objection' then
                select * into v_unmet
                from unmet_transfer_need(array[p_case.agency_id], array[p_case.transfer_case_id], v_need) limit 1;
                v_outcome := v_unmet.detail::jsonb ->> 'outcome';
                v_rules := v_unmet.detail::jsonb ->> 'rules';
                if v_unmet.code = 'MU706' then
                    raise exception 'the transfer % is not checked for %', p_case.number, p_case.planned_on
                        using errcode = 'MU706', detail = jsonb_build_object(
                            'number', p_case.number, 'day', p_case.planned_on::text
                        )::text;
                elsif v_unmet.code = 'MU707' then
                    raise exception 'rules stop the transfer % (%): %', p_case.number, v_outcome, v_rules
                        using errcode = 'MU707', detail = jsonb_build_object(
                            'number', p_case.number, 'outcome', v_outcome, 'rules', v_rules
                        )::text;
                elsif v_unmet.code = 'MU718' then
                    raise exception 'the person of the transfer % is not inaugurated', p_case.number
                        using errcode = 'MU718', detail = jsonb_build_object('number', p_case.number)::text;
                elsif v_unmet.code = 'MU719' then
                    raise exception 'an objection to the transfer % is not decided', p_case.number
                        using errcode = 'MU719', detail = jsonb_build_object('number', p_case.number)::text;
                elsif v_unmet.code is not null then
                    raise exception 'a need of a step is refused as %, which nothing says', v_unmet.code;
                end if;
            when 'consents' then
                if p_case.proposer <> 'personnel' and p_case.agency_id <> p_case.to_agency_id
                    and (p_case.releasing_consent_on is null or p_case.receiving_consent_on is null)
                then
                    raise exception 'an agency has not consented to the transfer %', p_case.number
                        using errcode = 'MU710', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'proposer' then
                if p_actor <> p_case.proposer and not (p_actor = 'releasing' and p_case.proposer = 'employee') then
                    raise exception 'another party proposed the transfer %', p_case.number
                        using errcode = 'MU721', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'reason' then
                if p_case.reason = '' then
                    raise exception 'the transfer % has no reason that the person can be told', p_case.number
                        using errcode = 'MU713', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'note' then
                if nullif(trim(p_note), '') is null then
                    raise exception 'this step needs a note: why' using errcode = 'MU729';
                end if;
            when 'document', 'decree' then
                if nullif(trim(p_document_number), '') is null or p_document_date is null then
                    raise exception 'this step needs a document with number and date' using errcode = 'MU714';
                end if;
                if p_document_date > p_on then
                    raise exception 'the document is dated after the step' using errcode = 'MU730';
                end if;
                if v_need = 'decree' and p_case.planned_on < p_document_date then
                    raise exception 'the transfer % would begin on %, before its decree', p_case.number,
                        p_case.planned_on
                        using errcode = 'MU712', detail = jsonb_build_object(
                            'number', p_case.number, 'day', p_case.planned_on::text
                        )::text;
                end if;
            when 'day' then
                if p_day is null or p_day > p_on + 366
                    or p_day < (
                        select d.decree_date from decree d where d.decree_id = p_case.decree_id
                    )
                then
                    raise exception 'a new day is needed, of the coming year and not before the decree'
                        using errcode = 'MU731';
                end if;
            when 'pertek_lapsed' then
                v_lapses := working_day(p_case.pertek_requested_on, 5);
                if p_on <= v_lapses then
                    raise exception 'BKN may answer until %', v_lapses
                        using errcode = 'MU717', detail = jsonb_build_object('day', v_lapses::text)::text;
                end if;
            when 'objection' then
                if p_case.objection not in ('filed', 'blocking') then
                    raise exception 'no objection to the transfer % waits for an answer', p_case.number
                        using errcode = 'MU732', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            else
                raise exception 'a step needs %, which nothing checks', v_need;
        end case;
    end loop;
end
$$;
ALTER FUNCTION medan.require_transfer_needs(p_case medan.transfer_case, p_needs text, p_actor text, p_document_number text, p_document_date date, p_note text, p_day date, p_on date) OWNER TO medan_carrier;
CREATE FUNCTION medan.require_unit(p_agency_id integer, p_unit text, p_day date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit record;
begin
    perform lock_people();
    if p_day is null or p_day > city_day(now()) then
        raise exception 'a reorganisation is recorded on its first day, or later' using errcode = 'MU363';
    end if;
    select org_unit_id, began_on, ended_on into v_unit from org_unit
    where agency_id = p_agency_id and siasn_id = p_unit;
    if v_unit.org_unit_id is null or v_unit.began_on > p_day then
        raise exception 'unit % does not exist on that day', p_unit
            using errcode = 'MU364', detail = jsonb_build_object('unit', p_unit)::text;
    end if;
    if v_unit.ended_on is not null then
        raise exception 'unit % ended on %', p_unit, v_unit.ended_on
            using errcode = 'MU365',
                detail = jsonb_build_object('unit', p_unit, 'day', v_unit.ended_on::text)::text;
    end if;
    return v_unit.org_unit_id;
end
$$;
ALTER FUNCTION medan.require_unit(p_agency_id integer, p_unit text, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.require_verifier(p_verifier text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
    if p_verifier
        !~ '^SCRAM-SHA-256[$][1-9][0-9]*:[A-Za-z0-9+/]{22,}={0,2}[$][A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'
    then
        raise exception 'a password comes as its SCRAM verifier only' using errcode = 'MU412';
    end if;
end
$_$;
ALTER FUNCTION medan.require_verifier(p_verifier text) OWNER TO medan_definer;
CREATE FUNCTION medan.required_education(p_title text, p_position_level text) RETURNS smallint
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $_$
begin
    return greatest(
        (select j.education_level_id from job_title_of(p_title) j),
        case
            when p_position_level in ('jpt_utama', 'jpt_madya', 'jpt_pratama', 'administrator') then 35
            when p_position_level = 'pengawas' then 30
            when p_position_level = 'fungsional' and p_title ~* '(^| )ahli (pertama|muda|madya|utama)$' then 35
        end
    );
end
$_$;
ALTER FUNCTION medan.required_education(p_title text, p_position_level text) OWNER TO medan_owner;
CREATE FUNCTION medan.reschedule_run(p_kind text, p_subject text, p_step text, p_at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run r set intended_at = p_at
    where r.kind = p_kind and r.subject = p_subject and r.step = p_step and r.state = 'scheduled';
    return found;
end
$$;
ALTER FUNCTION medan.reschedule_run(p_kind text, p_subject text, p_step text, p_at timestamp with time zone) OWNER TO medan_definer;
CREATE FUNCTION medan.rescue_jobs(p_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    v_count integer;
begin
    insert into job_turn (agency_id) select 0 union all select open_agencies() on conflict do nothing;
    with lost as (
        select j.agency_id, j.job_id,
            case when j.deadline < clock_timestamp() then 'it was not ended in time' else 'its worker died' end as why
        from job j
        where j.worker_id is not null
            and (j.deadline < clock_timestamp() or j.worker_id not in (select living_workers()))
        for update skip locked
    ), given_up as (
        delete from job j
        using lost l
        where j.agency_id = l.agency_id and j.job_id = l.job_id and (j.losses + 1 >= p_limit or j.is_cancelled)
        returning j.*, l.why
    ), kept as (
        insert into job_history (
            agency_id, job_id, kind, priority, unique_key, payload, intended_at, attempt, errors, losses, worker_id,
            last_error,
            created_at, started_at, outcome
        )
        select g.agency_id, g.job_id, g.kind, g.priority, g.unique_key, g.payload, g.intended_at, g.attempt, g.errors,
            g.losses + 1, g.worker_id, format('%s, %s times', g.why, g.losses + 1), g.created_at, g.started_at,
            case when g.is_cancelled then 'cancelled' else 'dead' end
        from given_up g
    ), rescued as (
        update job j set worker_id = null, deadline = null, progress = null, losses = j.losses + 1
        from lost l
        where j.agency_id = l.agency_id and j.job_id = l.job_id and j.losses + 1 < p_limit and not j.is_cancelled
        returning 1
    )
    select count(*) into v_count from rescued;
    return v_count;
end
$$;
ALTER FUNCTION medan.rescue_jobs(p_limit integer) OWNER TO medan_definer;
CREATE FUNCTION medan.reset_login_settings(p_login text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
    foreach v_setting in array array['search_path=medan, pg_temp', 'idle_in_transaction_session_timeout=1min', 'idle_session_timeout=1h',
    'statement_timeout=1min', 'lock_timeout=5s', 'temp_file_limit=1GB'] loop
        -- A path is a list of names, not a text.
        execute format(
            case when v_setting like 'search_path=%' then 'alter role %I set %I to %s'
                else 'alter role %I set %I to %L' end,
            p_login, split_part(v_setting, '=', 1), split_part(v_setting, '=', 2));
    end loop;
end
$$;
ALTER FUNCTION medan.reset_login_settings(p_login text) OWNER TO medan_definer;
CREATE FUNCTION medan.restore_assignments(p_agency_id integer, p_service_event_id bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
begin
    update assignment a set valid = daterange(lower(a.valid), n.until)
    from service_event s
    cross join lateral unnest(s.ended_assignments, s.ended_until) n (assignment_id, until)
    where s.agency_id = p_agency_id and s.service_event_id = p_service_event_id
        and a.agency_id = s.agency_id and a.assignment_id = n.assignment_id and upper(a.valid) = s.valid_from
        and not exists (
            select from assignment o
            where o.agency_id = a.agency_id and o.employment_id = a.employment_id
                and o.assignment_id <> a.assignment_id and o.kind = a.kind
                and (a.kind = 'definitive' or o.post_id = a.post_id) and o.valid && daterange(s.valid_from, n.until)
        )
        and (a.kind <> 'definitive' or fewest_seats(
            a.agency_id, a.post_id, daterange(s.valid_from, n.until)
        ) > (
            select count(*) from assignment o
            where o.agency_id = a.agency_id and o.post_id = a.post_id and o.kind = 'definitive'
                and o.assignment_id <> a.assignment_id and o.valid && daterange(s.valid_from, n.until)
        ));
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.restore_assignments(p_agency_id integer, p_service_event_id bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.resume_run(p_run_id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run r set is_paused = false, pause_note = null where r.run_id = p_run_id and r.is_paused;
    return found;
end
$$;
ALTER FUNCTION medan.resume_run(p_run_id bigint) OWNER TO medan_definer;
CREATE FUNCTION medan.retirement_age(p_level_age smallint, p_position_level text, p_title text) RETURNS smallint
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $_$
declare
    v_age smallint;
begin
    select j.retirement_age into v_age from job_title_of(p_title) j
    where j.position_level is null or j.position_level = p_position_level;
    return case
        when v_age is not null then v_age
        when p_position_level is distinct from 'fungsional' then p_level_age
        when p_title ~* '^guru( |$)' then 60
        when p_title ~* '(^| )ahli utama( |$)' then 65
        when p_title ~* '(^| )ahli madya( |$)' then 60
        else p_level_age
    end;
end
$_$;
ALTER FUNCTION medan.retirement_age(p_level_age smallint, p_position_level text, p_title text) OWNER TO medan_owner;
CREATE FUNCTION medan.retires_on(p_birth_date date, p_age integer) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    -- An impossible day has no answer, and must not stop a whole list.
    return case when p_birth_date between date '1900-01-01' and date '2200-12-31' then
        (date_trunc('month', p_birth_date + make_interval(years => p_age)) + interval '1 month')::date end;
end
$$;
ALTER FUNCTION medan.retires_on(p_birth_date date, p_age integer) OWNER TO medan_owner;
CREATE FUNCTION medan.retry_run(p_run_id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update run r
    set ended_at = null, is_paused = false, pause_note = null, state = case
        when exists (select from run_chunk c where c.run_id = r.run_id) then 'running' else 'scheduled'
    end
    where r.run_id = p_run_id and r.state in ('failed', 'cancelled');
    if not found then
        return false;
    end if;
    update run_chunk c set state = 'ready', errors = 0, late_since = null, due_at = clock_timestamp()
    where c.run_id = p_run_id and c.state = 'failed';
    return true;
end
$$;
ALTER FUNCTION medan.retry_run(p_run_id bigint) OWNER TO medan_definer;
CREATE FUNCTION medan.reverse_transfer(p_number text, p_reason text, p_planned_on date, p_by text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case := find_transfer(p_number);
    v_seat record;
    v_now record;
begin
    perform require_actor(p_by);
    if not exists (select from transfer_step where from_state = v_case.state and step = 'reverse')
        or v_case.from_post_id is null
    then
        raise exception 'the transfer % is %, and % cannot follow', p_number, v_case.state, 'reverse'
            using errcode = 'MU702', detail = jsonb_build_object(
                'number', p_number, 'state', v_case.state, 'step', 'reverse'
            )::text;
    end if;
    select * into v_seat from standing_seat(v_case.agency_id, v_case.from_post_id, p_planned_on);
    select o.agency_id, o.employment_id into v_now
    from employment e
    join agency g on true
    join employment o on o.agency_id = g.agency_id and o.person_id = e.person_id and upper_inf(o.valid)
    where e.agency_id = v_case.agency_id and e.employment_id = v_case.employment_id
    limit 1;
    if v_now.employment_id is null then
        raise exception 'nobody with this NIP serves in the city' using errcode = 'MU723';
    end if;
    return add_transfer(
        v_now.agency_id, v_now.employment_id, v_seat.agency_id, v_seat.post_id, 'reversal', null, p_reason,
        p_planned_on, 'personnel', p_by, v_case.transfer_batch_id, v_case
    );
end
$$;
ALTER FUNCTION medan.reverse_transfer(p_number text, p_reason text, p_planned_on date, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.revise_appraisal(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text) RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if p_kind is null or p_kind not in ('correction', 'calibration') then
        raise exception 'a result is revised by a correction or a calibration' using errcode = 'MU112';
    end if;
    if p_work_result is null or p_work_behaviour is null or nullif(trim(p_reason), '') is null then
        raise exception 'a version needs its rating and its reason' using errcode = 'MU113';
    end if;
    -- Filing an objection takes turns with this.
    perform hold_ratings(p_agency_id, p_cycle_id, 'alone');
    if exists (
        select from objection o
        join appraisal_score s on s.agency_id = o.agency_id and s.cycle_id = o.cycle_id
            and s.employment_id = o.employment_id and not s.superseded
        join rating_matrix m on m.rule_set = s.rule_set and m.work_result = p_work_result
            and m.work_behaviour = p_work_behaviour
        where o.agency_id = p_agency_id and o.cycle_id = p_cycle_id and o.employment_id = p_employment_id
            -- 1 is the best.
            and m.rating > s.rating
            and not exists (
                select from objection_decision d
                where d.agency_id = o.agency_id and d.objection_id = o.objection_id
            )
    ) then
        raise exception 'the person''s objection is pending: until it is decided nobody makes the rating worse'
            using errcode = 'MU119', table = 'appraisal_revision';
    end if;
    return revise_result(
        p_agency_id, p_cycle_id, p_employment_id, p_kind, p_work_result, p_work_behaviour, p_reason, p_decided_by
    );
end
$$;
ALTER FUNCTION medan.revise_appraisal(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.revise_result(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text, p_rating_event_id bigint DEFAULT NULL::bigint) RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_version smallint;
    v_rule_set text;
begin
    update appraisal_closing set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded;
    if not found then
        if exists (
            select from appraisal_closing
            where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
        ) then
            raise exception 'the result was revised by somebody else just now: look at it first'
                using errcode = 'serialization_failure', table = 'appraisal_closing';
        end if;
        raise exception 'the appraisal is not closed' using errcode = 'MU111', table = 'appraisal_closing';
    end if;
    v_version := newest_version(p_agency_id, p_cycle_id, p_employment_id) + 1;
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, p_kind, p_reason, p_decided_by);
    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, version, rating_event_id, work_result, work_behaviour)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, p_rating_event_id, p_work_result, p_work_behaviour);
    -- Under the rules that the result had: a revision changes only the rating.
    v_rule_set := (
        select rule_set from appraisal_score
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded
    );
    if v_rule_set is null and not phase_began(p_agency_id, p_cycle_id, 'score') then
        return v_version;
    end if;
    update appraisal_score set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded;
    perform score_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
            and not superseded;
        perform place_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    end if;
    return v_version;
end
$$;
ALTER FUNCTION medan.revise_result(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text, p_rating_event_id bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_phase(p_agency_id, p_cycle_id, 'score', p_first, p_last);
    return score_results(p_agency_id, p_cycle_id, p_first, p_last);
end
$$;
ALTER FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_appraiser;
CREATE FUNCTION medan.score_results(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text DEFAULT NULL::text, p_revised boolean DEFAULT false) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_rule_set text := coalesce(p_rule_set, (select rule_set from cycle where cycle_id = p_cycle_id));
    v_count integer;
begin
    insert into appraisal_score (agency_id, cycle_id, employment_id, rating, rule_set, version)
    select c.agency_id, c.cycle_id, c.employment_id, m.rating, m.rule_set,
        case when p_revised then newest_version(c.agency_id, c.cycle_id, c.employment_id) else c.version end
    from appraisal_closing c
    join rating_matrix m
        on m.rule_set = v_rule_set
        and m.work_result = c.work_result
        and m.work_behaviour = c.work_behaviour
    where c.agency_id = p_agency_id
        and c.cycle_id = p_cycle_id
        and c.employment_id between p_first and p_last
        and not c.superseded
        and (
            not p_revised or (
                select s.employment_id from appraisal_score s
                where s.agency_id = c.agency_id and s.cycle_id = c.cycle_id and s.employment_id = c.employment_id
                    and not s.superseded
                limit 1
            ) is null
        );
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.score_results(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text, p_revised boolean) OWNER TO medan_appraiser;
CREATE FUNCTION medan.seal_audit(p_agency_id integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.seal_audit(p_agency_id integer) OWNER TO medan_audit;
CREATE FUNCTION medan.seats_given(p_agency_id integer, p_posts bigint[]) RETURNS TABLE(post_id bigint, given daterange, seats integer)
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    return query
    with dated as (
        select f.post_id, f.valid_from, f.seats
        from (
            select o.*, min(o.valid_from) filter (where o.source <> 'holders') over (partition by o.post_id) as entered
            from formasi o
            where o.agency_id = p_agency_id and o.post_id = any (p_posts)
        ) f
        where f.source <> 'holders' or f.entered is null or f.valid_from < f.entered
    )
    select d.post_id, daterange(d.valid_from, lead(d.valid_from) over (partition by d.post_id order by d.valid_from)),
        d.seats
    from dated d
    union all
    select t.post_id, daterange(null, x.first), t.capacity
    from post t
    left join (select post_id, min(valid_from) as first from dated group by post_id) x on x.post_id = t.post_id
    where t.agency_id = p_agency_id and t.post_id = any (p_posts);
end
$$;
ALTER FUNCTION medan.seats_given(p_agency_id integer, p_posts bigint[]) OWNER TO medan_owner;
CREATE FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) RETURNS integer
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    return coalesce((
        select f.seats from formasi f
        where f.agency_id = p_agency_id and f.post_id = p_post_id and f.valid_from <= p_day
        order by f.source = 'holders', f.valid_from desc limit 1
    ), p_capacity);
end
$$;
ALTER FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) OWNER TO medan_owner;
CREATE FUNCTION medan.sessions_ahead(p_pid integer) RETURNS TABLE(pid integer, login text, since timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select distinct b.pid, a.usename::text, a.xact_start
    from pg_stat_activity own
    cross join unnest(pg_blocking_pids(own.pid)) b (pid)
    left join pg_stat_activity a on a.pid = b.pid
    where own.pid = p_pid and own.usename = session_user
$$;
ALTER FUNCTION medan.sessions_ahead(p_pid integer) OWNER TO medan_verifier;
CREATE FUNCTION medan.show_transfer(p_case medan.transfer_case, p_sides text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    insert into transfer_party (
        agency_id, transfer_case_id, side, number, other_agency_id, post_id, employment_id, nip, name, grade_rank_id,
        education_level_id, other_title, planned_on, proposer, basis, state
    )
    select s.agency_id, p_case.transfer_case_id, s.side, p_case.number, s.other_agency_id, s.post_id, s.employment_id,
        p.nip, p.name, p.grade_rank_id, p.education_level_id, t.title, p_case.planned_on, p_case.proposer, p_case.basis,
        p_case.state
    from (
        select p_case.agency_id,
            case when p_case.agency_id = p_case.to_agency_id then 'both' else 'releasing' end as side,
            p_case.to_agency_id as other_agency_id, p_case.from_post_id as post_id, p_case.employment_id,
            p_case.to_agency_id as title_agency_id, p_case.to_post_id as title_post_id
        where 'releasing' = any (p_sides) or p_case.agency_id = p_case.to_agency_id
        union all
        select p_case.to_agency_id, 'receiving', p_case.agency_id, p_case.to_post_id, null, p_case.agency_id,
            p_case.from_post_id
        where 'receiving' = any (p_sides) and p_case.agency_id <> p_case.to_agency_id
    ) s
    join employment e on e.agency_id = p_case.agency_id and e.employment_id = p_case.employment_id
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    left join post t on t.agency_id = s.title_agency_id and t.post_id = s.title_post_id
    on conflict do nothing;
    perform tell_parties(array[p_case.agency_id], array[p_case.transfer_case_id]);
end
$$;
ALTER FUNCTION medan.show_transfer(p_case medan.transfer_case, p_sides text[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.shut_login(p_login text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '200ms'
    AS $$
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
ALTER FUNCTION medan.shut_login(p_login text) OWNER TO medan_definer;
CREATE FUNCTION medan.split_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_first bigint[], p_last bigint[], p_keys integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_first bigint;
    v_last bigint;
begin
    perform end_chunk(p_agency_id, p_run_id, p_run_chunk_id, p_claim, 'split', 0, 0);
    select coalesce(c.first_key, -9223372036854775808), coalesce(c.last_key, 9223372036854775807) into v_first, v_last
    from run_chunk c
    where c.agency_id = p_agency_id and c.run_id = p_run_id and c.run_chunk_id = p_run_chunk_id;
    if coalesce(cardinality(p_first), 0) < 2 or exists (
        select from (
            select k.first, k.last, lag(k.last) over (order by k.place) as before
            from unnest(p_first, p_last) with ordinality k (first, last, place)
        ) k
        where k.first is null or k.last is null or k.first > k.last or k.first <= k.before
            or k.first < v_first or k.last > v_last
    ) then
        raise exception 'a chunk is cut into two parts or more, which lie in order within it'
            using errcode = 'invalid_parameter_value';
    end if;
    insert into run_chunk (agency_id, run_id, first_key, last_key, keys)
    select p_agency_id, p_run_id,
        case when k.place = 1 then v_first else p_last[k.place - 1] + 1 end,
        case when k.place = cardinality(p_last) then v_last else k.last end,
        k.keys
    from unnest(p_first, p_last, p_keys) with ordinality k (first, last, keys, place)
    order by k.place;
end
$$;
ALTER FUNCTION medan.split_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_first bigint[], p_last bigint[], p_keys integer[]) OWNER TO medan_definer;
CREATE FUNCTION medan.split_unit(p_agency_id integer, p_unit text, p_new text, p_name text, p_parent text, p_posts bigint[], p_day date, p_decree text, p_by text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_new bigint;
    v_foreign bigint;
begin
    if p_parent is not null then
        perform require_unit(p_agency_id, p_parent, p_day);
    end if;
    select n into v_foreign from unnest(p_posts) n
    where not exists (
        select from post t where t.agency_id = p_agency_id and t.org_unit_id = v_unit and t.post_id = n
    )
    order by n limit 1;
    if v_foreign is not null then
        raise exception 'unit % has no post %', p_unit, v_foreign
            using errcode = 'MU369', detail = jsonb_build_object('unit', p_unit, 'post', v_foreign::text)::text;
    end if;
    v_new := begin_unit(
        p_agency_id, p_new, p_name,
        coalesce(p_parent, (
            select parent_siasn_id from org_unit where agency_id = p_agency_id and org_unit_id = v_unit
        )),
        p_day, 'split', v_unit, p_decree, p_by
    );
    return carry_posts(p_agency_id, v_unit, v_new, coalesce(p_posts, '{}'), p_day);
end
$$;
ALTER FUNCTION medan.split_unit(p_agency_id integer, p_unit text, p_new text, p_name text, p_parent text, p_posts bigint[], p_day date, p_decree text, p_by text) OWNER TO medan_carrier;
CREATE FUNCTION medan.standing_seat(p_agency_id integer, p_post_id bigint, p_day date) RETURNS TABLE(agency_id integer, post_id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    return query
    with recursive seat as (
        select t.agency_id, t.post_id, t.title, u.siasn_id, u.ended_on, 1 as step
        from post t
        join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
        where t.agency_id = p_agency_id and t.post_id = p_post_id
        union all
        select n.agency_id, n.post_id, n.title, v.siasn_id, v.ended_on, s.step + 1
        from seat s
        join org_unit v on v.agency_id <> s.agency_id and v.siasn_id = s.siasn_id
            and coalesce(v.began_on, v.since, s.ended_on) >= s.ended_on
        join post n on n.agency_id = v.agency_id and n.org_unit_id = v.org_unit_id and n.title = s.title
        where s.ended_on <= p_day and s.step < 9
    )
    select s.agency_id, s.post_id from seat s order by s.ended_on > p_day desc nulls first, s.step desc limit 1;
end
$$;
ALTER FUNCTION medan.standing_seat(p_agency_id integer, p_post_id bigint, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.standing_transfers(p_agencies integer[], p_cases bigint[]) RETURNS TABLE(agency_id integer, transfer_case_id bigint, number text, day date, person_id bigint, from_agency_id integer, from_post_id bigint, to_agency_id integer, to_post_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select c.agency_id, c.transfer_case_id, c.number, c.planned_on, e.person_id, n.agency_id, f.post_id, t.agency_id,
        t.post_id
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    join transfer_case c on c.agency_id = p.agency_id and c.transfer_case_id = p.transfer_case_id
    join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
    -- Where the person's row is now: it moves along with a merger.
    cross join lateral (
        select h.agency_id from person h where h.agency_id = e.agency_id and h.person_id = e.person_id
        union all
        select h.agency_id from agency g join person h on h.agency_id = g.agency_id where h.person_id = e.person_id
        limit 1
    ) n
    -- Seats of units that have ended are sought, and no others.
    left join (post fp join org_unit fu on fu.agency_id = fp.agency_id and fu.org_unit_id = fp.org_unit_id)
        on fp.agency_id = c.agency_id and fp.post_id = c.from_post_id
    left join lateral (
        select fp.post_id where fu.ended_on is null or fu.ended_on > c.planned_on
        union all
        select s.post_id from standing_seat(fp.agency_id, fp.post_id, c.planned_on) s where fu.ended_on <= c.planned_on
    ) f on true
    join post tp on tp.agency_id = c.to_agency_id and tp.post_id = c.to_post_id
    join org_unit tu on tu.agency_id = tp.agency_id and tu.org_unit_id = tp.org_unit_id
    left join lateral (
        select tp.agency_id, tp.post_id where tu.ended_on is null or tu.ended_on > c.planned_on
        union all
        select s.agency_id, s.post_id from standing_seat(tp.agency_id, tp.post_id, c.planned_on) s
        where tu.ended_on <= c.planned_on
    ) t on true
$$;
ALTER FUNCTION medan.standing_transfers(p_agencies integer[], p_cases bigint[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.standings_without(p_quality text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select coalesce(array_agg(lower(n.name)), '{}')
    from legal_standing l
    cross join lateral regexp_split_to_table(concat_ws('|', l.legal_standing, l.other_names), '[|]') n (name)
    where not case p_quality
        when 'serves' then l.serves
        when 'holds_seat' then l.holds_seat
        when 'is_appraised' then l.is_appraised
        when 'is_counted' then l.is_counted
    end
$$;
ALTER FUNCTION medan.standings_without(p_quality text) OWNER TO medan_owner;
CREATE FUNCTION medan.startable_runs() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select r.run_id from run r
    where r.state = 'waiting' and not r.is_paused and not exists (
        select from run p
        where p.kind = r.kind and p.subject = r.subject and p.ordinal < r.ordinal and (
            p.state in ('scheduled', 'waiting')
            or p.state = 'running' and exists (
                select from run_chunk c
                where c.run_id = p.run_id and c.state in ('ready', 'running') and c.late_since is null
                    and c.agency_id <> all (array(select held_agencies(p.run_id)))
            )
            -- Cancelled before its end; a failed run that was then cancelled counts as a failed one.
            or p.state = 'cancelled' and not (
                exists (select from run_chunk c where c.run_id = p.run_id)
                and not exists (select from run_chunk c where c.run_id = p.run_id and c.state in ('ready', 'running'))
            )
        )
    )
$$;
ALTER FUNCTION medan.startable_runs() OWNER TO medan_definer;
CREATE FUNCTION medan.step_transfer(p_case medan.transfer_case, p_step text, p_actors text[], p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) RETURNS medan.transfer_case
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case := p_case;
    v_step transfer_step;
    v_decree_id integer;
begin
    perform require_actor(p_by);
    select * into v_step from transfer_step
    where from_state = p_case.state and step = p_step and actor = any (p_actors)
    order by actor = p_case.proposer desc, actor limit 1;
    if v_step is null then
        raise exception 'the transfer % is %, and % cannot follow', p_case.number, p_case.state, p_step
            using errcode = 'MU702', detail = jsonb_build_object(
                'number', p_case.number, 'state', p_case.state, 'step', p_step
            )::text;
    end if;
    if p_on > city_day(now()) then
        raise exception 'a step is recorded on its day or later' using errcode = 'MU715';
    end if;
    if p_on < (
        select max(acted_on) from transfer_event
        where agency_id = p_case.agency_id and transfer_case_id = p_case.transfer_case_id
    ) and v_step.actor <> 'worker' then
        raise exception 'the step is dated before the last one of the transfer %', p_case.number
            using errcode = 'MU716', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
    perform require_free_actor(p_case, p_step, v_step.actor, p_by);
    perform require_transfer_needs(
        p_case, v_step.needs, v_step.actor, p_document_number, p_document_date, p_note, p_day, p_on
    );
    if p_step = 'decree' then
        insert into decree (number, decree_date, signed_by)
        values (trim(p_document_number), p_document_date, trim(p_by))
        on conflict (number) do nothing;
        select decree_id into v_decree_id from decree
        where number = trim(p_document_number) and decree_date = p_document_date;
        if v_decree_id is null then
            raise exception 'the decree % is on record with another date', p_document_number
                using errcode = 'MU733', detail = jsonb_build_object('decree', p_document_number)::text;
        end if;
    end if;
    update transfer_case set
        state = v_step.to_state,
        releasing_consent_on = case
            when p_step in ('submit', 'consent') and v_step.actor in ('releasing') then p_on else releasing_consent_on
        end,
        receiving_consent_on = case
            when p_step in ('submit', 'consent') and v_step.actor = 'receiving' then p_on else receiving_consent_on
        end,
        pertek_requested_on = case when p_step = 'request_pertek' then p_on else pertek_requested_on end,
        decree_id = coalesce(v_decree_id, decree_id),
        inaugurated_on = case when p_step = 'inaugurate' then p_on else inaugurated_on end,
        -- A postponed inauguration takes the first day along (its new day needs a new check).
        planned_on = case
            when p_step in ('replan', 'postpone') then p_day
            when p_step = 'inaugurate' then greatest(planned_on, p_on)
            else planned_on
        end,
        revision = revision + case
            when p_step in ('replan', 'postpone') or p_step = 'inaugurate' and p_on > planned_on then 1 else 0
        end,
        objection = case p_step
            when 'object' then case objection when 'blocking' then 'blocking' else 'filed' end
            when 'block_objection' then 'blocking'
            when 'dismiss_objection' then 'dismissed'
            else objection
        end,
        problem = case when p_step in ('replan', 'postpone', 'revoke') then null else problem end
    where agency_id = p_case.agency_id and transfer_case_id = p_case.transfer_case_id
    returning * into v_case;
    insert into transfer_event (
        agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on, document_number,
        document_date, note
    )
    values (
        v_case.agency_id, v_case.transfer_case_id, p_step, p_case.state, v_case.state, v_step.actor, trim(p_by), p_on,
        nullif(trim(p_document_number), ''), p_document_date, nullif(trim(p_note), '')
    );
    -- What another proposes is shown when it is submitted, because both agencies are asked; what BKPSDM plans, when it
    -- goes to the review team.
    perform show_transfer(
        v_case,
        case
            when v_case.state not in ('draft', 'returned') and (
                v_case.proposer <> 'personnel' or v_case.state not in ('proposed', 'not_eligible', 'cancelled')
            ) then array['releasing', 'receiving']
            else '{}'
        end
    );
    return v_case;
end
$$;
ALTER FUNCTION medan.step_transfer(p_case medan.transfer_case, p_step text, p_actors text[], p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.take_agency_step(p_number text, p_step text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_agency_id integer := calling_agency();
    v_case transfer_case;
begin
    if not exists (select from transfer_party y where y.agency_id = v_agency_id and y.number = p_number) then
        raise exception 'there is no transfer %', p_number
            using errcode = 'MU701', detail = jsonb_build_object('number', p_number)::text;
    end if;
    v_case := find_transfer(p_number);
    v_case := step_transfer(
        v_case, p_step,
        array_remove(
            array[
                case when v_case.agency_id = v_agency_id then 'releasing' end,
                case when v_case.to_agency_id = v_agency_id then 'receiving' end,
                case when v_case.agency_id = v_agency_id and p_step = 'object' then 'employee' end
            ],
            null
        ),
        p_by, p_on, p_document_number, p_document_date, p_note, null
    );
    return v_case.state;
end
$$;
ALTER FUNCTION medan.take_agency_step(p_number text, p_step text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text) OWNER TO medan_carrier;
CREATE FUNCTION medan.take_city_step(p_number text, p_step text, p_actor text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_case transfer_case;
begin
    if p_actor not in ('personnel', 'review_team', 'mayor', 'bkn', 'employee') then
        raise exception 'the city takes no steps of %', p_actor using errcode = 'insufficient_privilege';
    end if;
    v_case := find_transfer(p_number);
    v_case := step_transfer(
        v_case, p_step, array[p_actor], p_by, p_on, p_document_number, p_document_date, p_note, p_day
    );
    return v_case.state;
end
$$;
ALTER FUNCTION medan.take_city_step(p_number text, p_step text, p_actor text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) OWNER TO medan_carrier;
CREATE FUNCTION medan.talent_scores(p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer, p_known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone, p_revised boolean DEFAULT false) RETURNS TABLE(employment_id bigint, version smallint, performance_level smallint, potential_level smallint, box smallint, performance_score numeric, performance_known smallint, potential_score numeric, potential_known smallint, rating numeric, award numeric, team_duty numeric, feedback numeric, competency numeric, development numeric, experience numeric, potential numeric, education numeric, field_match numeric, discipline numeric, inputs bigint[])
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    SET work_mem TO '32MB'
    AS $$
#variable_conflict use_column
declare
    v_setting jsonb := (select jsonb_object_agg(name, value) from setting where rule_set = p_rule_set);
    v_weight jsonb := (select jsonb_object_agg(component, weight) from scoring_weight where rule_set = p_rule_set);
    v_part jsonb := (select jsonb_object_agg(part, weight) from component_part where rule_set = p_rule_set);
    v_level jsonb := (
        select jsonb_object_agg(component || '/' || level, score) from level_score where rule_set = p_rule_set
    );
    v_assessed date := (p_day - make_interval(years => (v_setting ->> 'assessment_years')::integer))::date;
    v_awarded date := (p_day - make_interval(years => (v_setting ->> 'award_years')::integer))::date;
    v_served date := (p_day - make_interval(years => (v_setting ->> 'team_duty_years')::integer))::date;
    v_trained date := (p_day - make_interval(years => (v_setting ->> 'training_years')::integer))::date;
    v_disciplined date := (p_day - make_interval(years => (v_setting ->> 'discipline_years')::integer))::date;
    v_registered date := (p_day - make_interval(years => (v_setting ->> 'register_years')::integer))::date;
    v_minimum_assessments integer := (v_setting ->> 'minimum_assessments')::integer;
    -- Where the rating gives the level, more than all would have to be known for the score to give it.
    v_minimum_performance integer := case (v_setting ->> 'performance_level_basis')::integer
        when 1 then 101 else (v_setting ->> 'minimum_performance_weight')::integer end;
    -- The kinds for which a person without evidence is known to have none.
    v_registers text[] := (
        select coalesce(array_agg(distinct kind), '{}') from evidence_register
        where agency_id = p_agency_id and complete_to > v_registered and recorded_at <= p_known_at
    );
    v_rating integer := (v_weight ->> 'rating')::integer;
    v_award integer := (v_weight ->> 'award')::integer;
    v_team_duty integer := (v_weight ->> 'team_duty')::integer;
    v_feedback integer := (v_weight ->> 'feedback')::integer;
    v_competency integer := (v_weight ->> 'competency')::integer;
    v_development integer := (v_weight ->> 'development')::integer;
    v_experience integer := (v_weight ->> 'experience')::integer;
    v_potential integer := (v_weight ->> 'potential')::integer;
    v_education integer := (v_weight ->> 'education')::integer;
    v_field_match integer := (v_weight ->> 'field_match')::integer;
    v_discipline integer := (v_weight ->> 'discipline')::integer;
    v_certificate_part integer := (v_part ->> 'certificates')::integer;
    v_leadership_part integer := (v_part ->> 'leadership')::integer;
    v_time_part integer := (v_part ->> 'time_in_level')::integer;
    v_variety_part integer := (v_part ->> 'variety')::integer;
    v_acting_part integer := (v_part ->> 'acting')::integer;
    v_rating_score numeric[] := array[
        v_level ->> 'rating/sangat_baik', v_level ->> 'rating/baik', v_level ->> 'rating/butuh_perbaikan',
        v_level ->> 'rating/kurang', v_level ->> 'rating/sangat_kurang']::numeric[];
    v_no_award numeric := case when 'award' = any (v_registers) then (v_level ->> 'award/none')::numeric end;
    v_no_duty numeric := case when 'team_duty' = any (v_registers) then (v_level ->> 'team_duty/none')::numeric end;
    v_no_sanction numeric :=
        case when 'discipline' = any (v_registers) then (v_level ->> 'discipline/none')::numeric end;
    v_trainings_known boolean := 'training' = any (v_registers);
    -- One row of one post says nothing about the posts before it, unless the record is complete.
    v_one_unit numeric := case when 'posting' = any (v_registers) then (v_level ->> 'variety/one_unit')::numeric end;
    v_never_acting numeric := case when 'posting' = any (v_registers) then (v_level ->> 'acting/none')::numeric end;
    v_cross_agency numeric := (v_level ->> 'variety/cross_agency')::numeric;
    v_cross_unit numeric := (v_level ->> 'variety/cross_unit')::numeric;
    -- Steps: the number from which each score is due.
    v_education_from integer[]; v_education_score numeric[];
    v_certificates_from integer[]; v_certificates_score numeric[];
    v_leadership_from integer[]; v_leadership_score numeric[];
    v_time_from integer[]; v_time_score numeric[];
    v_first_person bigint;
    v_last_person bigint;
    v_high smallint[];
    v_medium smallint[];
begin
    -- Performance, then potential.
    select array_agg(at_least order by axis) filter (where level = 3),
        array_agg(at_least order by axis) filter (where level = 2)
    into strict v_high, v_medium from threshold where rule_set = p_rule_set;
    select array_agg(at_least order by at_least) filter (where component = 'education'),
        array_agg(score order by at_least) filter (where component = 'education'),
        array_agg(at_least order by at_least) filter (where component = 'certificates'),
        array_agg(score order by at_least) filter (where component = 'certificates'),
        array_agg(at_least order by at_least) filter (where component = 'leadership'),
        array_agg(score order by at_least) filter (where component = 'leadership'),
        array_agg(at_least order by at_least) filter (where component = 'time_in_level'),
        array_agg(score order by at_least) filter (where component = 'time_in_level')
    into strict v_education_from, v_education_score, v_certificates_from, v_certificates_score,
        v_leadership_from, v_leadership_score, v_time_from, v_time_score
    from sub_score where rule_set = p_rule_set;
    select min(person_id), max(person_id) into v_first_person, v_last_person
    from employment where agency_id = p_agency_id and employment_id between p_first and p_last;
    return query
    with rated as materialized (
        select s.employment_id, s.version, s.rating, o.position_level
        from appraisal_score s
        join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
            and o.employment_id = s.employment_id
        left join talent_placement t on p_revised
            and t.agency_id = p_agency_id and t.cycle_id = p_cycle_id and t.employment_id = s.employment_id
            and t.employment_id between p_first and p_last and not t.superseded
        where p_cycle_id is not null and s.agency_id = p_agency_id and s.cycle_id = p_cycle_id
            and s.employment_id between p_first and p_last and not s.superseded
            and o.agency_id = p_agency_id and o.cycle_id = p_cycle_id
            and o.employment_id between p_first and p_last
            and t.employment_id is null
        union all
        (
            select distinct on (s.employment_id) s.employment_id, 1::smallint, s.rating, o.position_level
            from employment e
            join appraisal_score s on s.agency_id = e.agency_id and s.employment_id = e.employment_id
            join cycle c on c.cycle_id = s.cycle_id
            join cycle_phase f on f.cycle_id = s.cycle_id and f.phase = 'score'
            join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                and o.employment_id = s.employment_id
            left join appraisal_revision v on v.agency_id = s.agency_id and v.cycle_id = s.cycle_id
                and v.employment_id = s.employment_id and v.version = s.version
                and v.agency_id = p_agency_id and v.employment_id between p_first and p_last
            where p_cycle_id is null and e.agency_id = p_agency_id and e.employment_id between p_first and p_last
                and e.valid @> p_day
                and s.agency_id = p_agency_id and s.employment_id between p_first and p_last
                -- The version that counted at that instant.
                and coalesce(v.decided_at <= p_known_at, true)
                and o.agency_id = p_agency_id and o.employment_id between p_first and p_last
                and f.due_at < (select city_instant(p_day + 1))
            order by s.employment_id, upper(c.period) desc, c.kind desc, s.version desc
        )
    ), fact as (
        select e.employment_id,
            max(l.score) filter (where e.kind = 'award' and e.occurred_on > v_awarded) as award,
            max(l.score) filter (where e.kind = 'team_duty' and coalesce(e.ended_on, p_day) > v_served) as team_duty,
            min(l.score) filter (
                where e.kind = 'discipline' and greatest(e.occurred_on, e.ended_on) > v_disciplined
            ) as discipline,
            (count(*) filter (where e.kind = 'certificate' and e.occurred_on > v_trained))::integer as certificates,
            (count(*) filter (where e.kind = 'leadership' and e.occurred_on > v_trained))::integer as leaderships,
            count(*) filter (where e.kind = 'posting' and e.level is not null) as postings,
            min(e.occurred_on) filter (where e.kind = 'posting' and e.level = s.position_level) as level_since,
            -- The newest one: arrays are ordered by their first elements, and a kind has one score a day.
            (max(e.stated) filter (where e.kind = 'feedback'))[2] as feedback,
            (max(e.stated) filter (where e.kind = 'competency'))[2] as competency,
            (max(e.stated) filter (where e.kind = 'potential'))[2] as potential,
            (max(e.stated) filter (where e.kind = 'field_match'))[2] as field_match,
            (max(e.stated) filter (where e.kind = 'award'))[2] as stated_award,
            (max(e.stated) filter (where e.kind = 'team_duty'))[2] as stated_team_duty,
            (max(e.stated) filter (where e.kind = 'development'))[2] as stated_development,
            (max(e.stated) filter (where e.kind = 'experience'))[2] as stated_experience,
            (max(e.stated) filter (where e.kind = 'education'))[2] as stated_education,
            (max(e.stated) filter (where e.kind = 'discipline'))[2] as stated_discipline,
            array_agg(e.evidence_id order by e.evidence_id) as inputs
        from rated s
        join (
            select *, case when score is not null then array[occurred_on - date '2000-01-01', score] end as stated
            from evidence
        ) e on e.employment_id = s.employment_id
        left join level_score l on l.rule_set = p_rule_set and l.component = e.kind
            and l.level = case when e.kind = 'discipline' and e.ended_on >= p_day then 'serving' else e.level end
        where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.occurred_on <= p_day
            and e.recorded_at <= p_known_at and coalesce(e.withdrawn_at > p_known_at, true)
            and e.kind not in ('rating', 'unpaid_leave', 'competency_level')
            -- A score that somebody stated counts for as long as an assessment does.
            and (e.score is null or e.occurred_on > v_assessed)
        group by e.employment_id
    ), held as (
        select a.employment_id,
            min(lower(a.valid)) filter (where a.kind = 'definitive' and t.position_level = s.position_level)
                as level_since,
            min(b.org_unit_id) <> max(b.org_unit_id) as is_cross_unit,
            max((v_level ->> concat('acting/', case a.kind when 'acting' then 'plt' else 'plh' end,
                case when l.ordinal < own.ordinal then '_higher' else '_equal' end))::numeric)
                filter (where a.kind in ('acting', 'standing_in')) as acting
        from rated s
        join assignment a on a.employment_id = s.employment_id
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        join position_level l on l.position_level = t.position_level
        join position_level own on own.position_level = s.position_level
        left join post_former f on f.agency_id = p_agency_id and f.post_id = a.post_id and f.valid @> lower(a.valid)
        -- The unit that the person came to; a merger of units brings nobody to another.
        cross join lateral (select case when a.kind = 'definitive' and (a.held_since is null or not exists (
            select from assignment o where o.agency_id = p_agency_id and o.employment_id = a.employment_id
                and o.kind = 'definitive' and upper(o.valid) = lower(a.valid)
        )) then coalesce(f.org_unit_id, t.org_unit_id) end as org_unit_id) b
        where a.agency_id = p_agency_id and a.employment_id between p_first and p_last and lower(a.valid) <= p_day
            and t.agency_id = p_agency_id
        group by a.employment_id
    ), part as (
        select s.employment_id, s.version, s.rating, v.award, v.team_duty, v.discipline, v.feedback, v.competency,
            v.potential, v.field_match, v.stated_award, v.stated_team_duty, v.stated_development, v.stated_experience,
            v.stated_education, v.stated_discipline, v.inputs,
            v_education_score[width_bucket(p.education_level_id::integer, v_education_from)] as education,
            case when v_trainings_known or v.certificates > 0 then
                v_certificates_score[width_bucket(coalesce(v.certificates, 0), v_certificates_from)]
            end as certificates,
            case when v_trainings_known or v.leaderships > 0 then
                v_leadership_score[width_bucket(coalesce(v.leaderships, 0), v_leadership_from)]
            end as leadership,
            v_time_score[width_bucket(
                extract(year from age(p_day, least(v.level_since, h.level_since)))::integer, v_time_from
            )] as time_in_level,
            case when v.postings > 0 then v_cross_agency when h.is_cross_unit then v_cross_unit else v_one_unit end
                as variety,
            coalesce(h.acting, v_never_acting) as acting
        from rated s
        join employment e on e.agency_id = p_agency_id and e.employment_id = s.employment_id
            and e.employment_id between p_first and p_last
        left join known_person p on p.agency_id = p_agency_id and p.person_id = e.person_id
            and p.person_id between v_first_person and v_last_person
        left join fact v on v.employment_id = s.employment_id
        left join held h on h.employment_id = s.employment_id
    ), scored as materialized (
        select q.employment_id, q.version, q.rating as rating_code, v_rating_score[q.rating] as rating,
            coalesce(q.award, q.stated_award, v_no_award) as award,
            coalesce(q.team_duty, q.stated_team_duty, v_no_duty) as team_duty,
            q.feedback, q.competency,
            coalesce(
                round(
                    (coalesce(q.certificates, 0) * v_certificate_part + coalesce(q.leadership, 0) * v_leadership_part)
                        / nullif(
                            case when q.certificates is null then 0 else v_certificate_part end
                                + case when q.leadership is null then 0 else v_leadership_part end, 0
                        ), 2
                ),
                q.stated_development
            ) as development,
            coalesce(
                round(
                    (coalesce(q.time_in_level, 0) * v_time_part + coalesce(q.variety, 0) * v_variety_part
                        + coalesce(q.acting, 0) * v_acting_part)
                        / nullif(
                            case when q.time_in_level is null then 0 else v_time_part end
                                + case when q.variety is null then 0 else v_variety_part end
                                + case when q.acting is null then 0 else v_acting_part end, 0
                        ), 2
                ),
                q.stated_experience
            ) as experience,
            q.potential, coalesce(q.education, q.stated_education) as education, q.field_match,
            coalesce(q.discipline, q.stated_discipline, v_no_sanction) as discipline, q.inputs
        from part q
    ), weighed as (
        select s.*,
            (case when s.rating is null then 0 else v_rating end + case when s.award is null then 0 else v_award end
                + case when s.team_duty is null then 0 else v_team_duty end
                + case when s.feedback is null then 0 else v_feedback end)::smallint as performance_known,
            coalesce(s.rating, 0) * v_rating + coalesce(s.award, 0) * v_award
                + coalesce(s.team_duty, 0) * v_team_duty + coalesce(s.feedback, 0) * v_feedback as performance_total,
            (case when s.competency is null then 0 else v_competency end
                + case when s.development is null then 0 else v_development end
                + case when s.experience is null then 0 else v_experience end
                + case when s.potential is null then 0 else v_potential end
                + case when s.education is null then 0 else v_education end
                + case when s.field_match is null then 0 else v_field_match end
                + case when s.discipline is null then 0 else v_discipline end)::smallint as potential_known,
            coalesce(s.competency, 0) * v_competency + coalesce(s.development, 0) * v_development
                + coalesce(s.experience, 0) * v_experience + coalesce(s.potential, 0) * v_potential
                + coalesce(s.education, 0) * v_education + coalesce(s.field_match, 0) * v_field_match
                + coalesce(s.discipline, 0) * v_discipline as potential_total
        from scored s
    ), located as materialized (
        select w.*,
            round(w.performance_total / nullif(w.performance_known, 0), 2) as y,
            round(w.potential_total / nullif(w.potential_known, 0), 2) as x
        from weighed w
    ), placed as (
        select w.*,
            (case
                when w.performance_known < v_minimum_performance then l.level
                when w.y >= v_high[1] then 3
                when w.y >= v_medium[1] then 2
                else 1
            end)::smallint as performance_level,
            (case
                when num_nonnulls(w.competency, w.potential) < v_minimum_assessments then null
                when w.x >= v_high[2] then 3
                when w.x >= v_medium[2] then 2
                else 1
            end)::smallint as potential_level
        from located w
        join performance_level l on l.rule_set = p_rule_set and l.rating = w.rating_code
    )
    select w.employment_id, w.version, w.performance_level, w.potential_level, b.box, w.y, w.performance_known, w.x,
        w.potential_known, w.rating, w.award, w.team_duty, w.feedback, w.competency, w.development, w.experience,
        w.potential, w.education, w.field_match, w.discipline, coalesce(w.inputs, '{}')
    from placed w
    left join talent_box b on b.rule_set = p_rule_set
        and b.performance_level = w.performance_level and b.potential_level = w.potential_level;
end
$$;
ALTER FUNCTION medan.talent_scores(p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer, p_known_at timestamp with time zone, p_revised boolean) OWNER TO medan_owner;
CREATE FUNCTION medan.tell_parties(p_agencies integer[], p_cases bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    update transfer_party y set planned_on = c.planned_on, state = c.state, changed_at = now()
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    join transfer_case c using (agency_id, transfer_case_id)
    cross join lateral (values (c.agency_id), (c.to_agency_id)) s (agency_id)
    where y.agency_id = s.agency_id and y.transfer_case_id = c.transfer_case_id
        and (y.planned_on, y.state) is distinct from (c.planned_on, c.state);
end
$$;
ALTER FUNCTION medan.tell_parties(p_agencies integer[], p_cases bigint[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
begin
    -- A finished job needs no progress: a row that is locked, because it is being finished, is left alone.
    update job j set progress = p.progress
    from (
        select j.agency_id, j.job_id, p.progress
        from unnest(p_agencies, p_jobs, p_progress) p (agency_id, job_id, progress)
        join job j on j.agency_id = p.agency_id and j.job_id = p.job_id
        where j.worker_id = p_worker_id and j.progress is distinct from p.progress
        for update of j skip locked
    ) p
    where j.agency_id = p.agency_id and j.job_id = p.job_id;
    return query
    select j.job_id from job j where j.worker_id = p_worker_id and j.is_cancelled;
end
$$;
ALTER FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) OWNER TO medan_definer;
CREATE FUNCTION medan.undo_service_event(p_agency_id integer, p_service_event_id bigint, p_kind text, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_undone record;
    v_before text;
    v_text text;
    v_event_id bigint;
begin
    perform lock_people();
    select s.*, l.ends_employment, l.event_kind, e.person_id, p.kind as person_kind, upper(e.valid) as until
    into v_undone
    from counted_event s
    join legal_standing l on l.legal_standing = s.legal_standing
    join employment e on e.agency_id = s.agency_id and e.employment_id = s.employment_id
    join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    where s.agency_id = p_agency_id and s.service_event_id = p_service_event_id;
    -- A coming back that began a new employment, and an end that something else moved, stay.
    if v_undone.service_event_id is null
        or v_undone.ends_employment and v_undone.until is distinct from v_undone.valid_from
        or v_undone.event_kind is null and exists (
            select from employment e
            where e.agency_id = p_agency_id and e.employment_id = v_undone.employment_id
                and lower(e.valid) = v_undone.valid_from
        )
        or exists (
            select from counted_event o
            join employment e on e.agency_id = o.agency_id and e.employment_id = o.employment_id
            where o.agency_id = p_agency_id and e.person_id = v_undone.person_id
                and (o.valid_from, o.service_event_id) > (v_undone.valid_from, v_undone.service_event_id)
        )
    then
        raise exception 'only the newest event of service of a person can be undone' using errcode = 'MU342';
    end if;
    select o.legal_standing into v_before
    from counted_event o
    join employment e on e.agency_id = o.agency_id and e.employment_id = o.employment_id
    where o.agency_id = p_agency_id and e.person_id = v_undone.person_id
        and o.service_event_id <> v_undone.service_event_id
    order by o.valid_from desc, o.service_event_id desc limit 1;
    -- Before the first event the imported text is all that is known.
    v_text := coalesce(p_standing, v_before, nullif(v_undone.former_status, v_undone.legal_standing),
        usual_standing('reinstatement', v_undone.person_kind));
    if v_undone.ends_employment then
        update employment set valid = daterange(lower(valid), null)
        where agency_id = p_agency_id and employment_id = v_undone.employment_id;
    end if;
    perform restore_assignments(p_agency_id, v_undone.service_event_id);
    if v_undone.valid_from <= city_day(now()) then
        update person set legal_status = v_text, changed_at = now()
        where agency_id = p_agency_id and person_id = v_undone.person_id and legal_status is distinct from v_text;
    end if;
    insert into service_event (
        agency_id, employment_id, kind, valid_from, legal_standing, document_number, document_date, undoes, recorded_by
    )
    values (
        p_agency_id, v_undone.employment_id, p_kind, v_undone.valid_from,
        coalesce(
            (select l.legal_standing from legal_standing l where l.legal_standing = v_text),
            usual_standing('reinstatement', v_undone.person_kind)
        ),
        p_document_number, p_document_date, v_undone.service_event_id, p_recorded_by
    )
    returning service_event_id into v_event_id;
    return v_event_id;
end
$$;
ALTER FUNCTION medan.undo_service_event(p_agency_id integer, p_service_event_id bigint, p_kind text, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) OWNER TO medan_appraiser;
CREATE FUNCTION medan.unmet_transfer_need(p_agencies integer[], p_cases bigint[], p_need text) RETURNS TABLE(agency_id integer, transfer_case_id bigint, number text, code text, detail text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    if p_need not in ('clear', 'no_inauguration', 'no_objection') then
        raise exception 'a step needs %, which nothing checks', p_need;
    end if;
    return query
    select c.agency_id, c.transfer_case_id, c.number, n.code, jsonb_object(n.keys, n.values)::text
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    join transfer_case c using (agency_id, transfer_case_id)
    left join lateral (
        select k.transfer_check_id, k.revision = c.revision and k.for_day = c.planned_on as is_present
        from transfer_check k
        where p_need = 'clear' and k.agency_id = c.agency_id and k.transfer_case_id = c.transfer_case_id
        order by k.transfer_check_id desc limit 1
    ) k on true
    cross join lateral (
        select 'MU706' as code, array['number', 'day'] as keys, array[c.number, c.planned_on::text] as values
        where p_need = 'clear' and k.is_present is not true
        union all
        (
            select 'MU707', array['number', 'outcome', 'rules'],
                array[c.number, v.outcome, string_agg(v.rule, ', ' order by v.rule)]
            from transfer_verdict v
            where k.is_present and v.agency_id = c.agency_id and v.transfer_check_id = k.transfer_check_id
                and (v.outcome in ('block', 'gate') or v.outcome = 'not_known' and v.stops)
                and not exists (
                    select from transfer_exception x
                    where x.agency_id = c.agency_id and x.transfer_case_id = c.transfer_case_id and x.rule = v.rule
                        and v.may_be_lifted and v.outcome <> 'gate'
                )
            group by v.outcome
            order by v.outcome limit 1
        )
        union all
        -- People are inaugurated into all posts but executors' (Perka BKN 7/2017).
        select 'MU718', array['number'], array[c.number]
        from post t
        where p_need = 'no_inauguration' and t.agency_id = c.to_agency_id and t.post_id = c.to_post_id
            and t.position_level <> 'pelaksana'
        union all
        select 'MU719', array['number'], array[c.number]
        where p_need = 'no_objection' and c.objection = 'blocking'
    ) n;
end
$$;
ALTER FUNCTION medan.unmet_transfer_need(p_agencies integer[], p_cases bigint[], p_need text) OWNER TO medan_carrier;
CREATE FUNCTION medan.unready_transfers(p_agencies integer[], p_cases bigint[]) RETURNS TABLE(agency_id integer, transfer_case_id bigint, number text, code text, detail text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    v_need record;
begin
    return query
    select p.agency_id, p.transfer_case_id, c.number, 'MU736', null
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    left join transfer_case c using (agency_id, transfer_case_id)
    where c.planned_on is null or c.planned_on > city_day(now())
        or c.state not in (select from_state from transfer_step where step = 'carry_out');
    for v_need in
        select n.need, array_agg(c.agency_id) as agencies, array_agg(c.transfer_case_id) as cases
        from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
        join transfer_case c using (agency_id, transfer_case_id)
        join transfer_step s on s.from_state = c.state and s.step = 'carry_out'
        cross join string_to_table(s.needs, ' ') n (need)
        group by n.need
    loop
        return query select u.* from unmet_transfer_need(v_need.agencies, v_need.cases, v_need.need) u;
    end loop;
end
$$;
ALTER FUNCTION medan.unready_transfers(p_agencies integer[], p_cases bigint[]) OWNER TO medan_carrier;
CREATE FUNCTION medan.usual_standing(p_kind text, p_person_kind text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select case
        when p_kind in ('reinstatement', 'leave_end', 'secondment_end', 'contract_renewal') then
            case p_person_kind when 'contract' then 'PPPK Aktif' else 'Aktif' end
        else (select l.legal_standing from legal_standing l where l.event_kind = p_kind and l.is_usual)
    end
$$;
ALTER FUNCTION medan.usual_standing(p_kind text, p_person_kind text) OWNER TO medan_owner;
CREATE FUNCTION medan.verify_audit(p_agency_id integer) RETURNS TABLE(kind text, agency_id integer, block integer, audit_event_id bigint, detail text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.verify_audit(p_agency_id integer) OWNER TO medan_audit;
CREATE FUNCTION medan.verify_audit_against(p_seals jsonb) RETURNS TABLE(kind text, agency_id integer, block integer, audit_event_id bigint, detail text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.verify_audit_against(p_seals jsonb) OWNER TO medan_audit;
CREATE FUNCTION medan.verify_block(p_agency_id integer, p_block integer, p_leaves bytea, p_erased jsonb[]) RETURNS TABLE(kind text, agency_id integer, block integer, audit_event_id bigint, detail text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.verify_block(p_agency_id integer, p_block integer, p_leaves bytea, p_erased jsonb[]) OWNER TO medan_audit;
CREATE FUNCTION medan.worker_lock_class() RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN hashtext('mutasi worker medan'::text);
ALTER FUNCTION medan.worker_lock_class() OWNER TO medan_definer;
CREATE FUNCTION medan.working_day(p_from date, p_days integer) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    return (
        select d.day from (
            select g::date as day, row_number() over (order by g) as number
            from generate_series(p_from + 1, p_from + 30 + p_days * 3, interval '1 day') g
            where extract(isodow from g) < 6 and not exists (select from holiday h where h.day = g::date)
        ) d
        where d.number = p_days
    );
end
$$;
ALTER FUNCTION medan.working_day(p_from date, p_days integer) OWNER TO medan_owner;
CREATE TABLE medan.agency (
    agency_id integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    state text DEFAULT 'active'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    merged_into integer,
    CONSTRAINT agency_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,30}$'::text)),
    CONSTRAINT agency_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT agency_kind_check CHECK ((kind = ANY (ARRAY['secretariat'::text, 'inspectorate'::text, 'dinas'::text, 'badan'::text, 'satuan'::text, 'hospital'::text, 'district'::text]))),
    CONSTRAINT agency_merged_into_check CHECK ((merged_into <> agency_id)),
    CONSTRAINT agency_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text])))
);
ALTER TABLE ONLY medan.agency FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.agency OWNER TO medan_owner;
COMMENT ON TABLE medan.agency IS 'An agency (perangkat daerah) of the city: the tenant';
COMMENT ON COLUMN medan.agency.merged_into IS 'The agency that takes over people and posts: written before the first of them moves, so that no other can';
ALTER TABLE medan.agency ALTER COLUMN agency_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.agency_agency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.agency_login (
    agency_id integer NOT NULL,
    label text NOT NULL,
    method text NOT NULL,
    certificate_name text,
    valid_until timestamp with time zone,
    connection_limit smallint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    rotated_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT agency_login_certificate_check CHECK (((method = 'certificate'::text) = (certificate_name IS NOT NULL))),
    CONSTRAINT agency_login_connection_limit_check CHECK (((connection_limit >= 1) AND (connection_limit <= 100))),
    CONSTRAINT agency_login_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT agency_login_label_check CHECK ((label ~ '^[a-z][a-z0-9]{0,11}$'::text)),
    CONSTRAINT agency_login_method_check CHECK ((method = ANY (ARRAY['password'::text, 'certificate'::text]))),
    CONSTRAINT agency_login_revoked_at_bounds_check CHECK (((revoked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (revoked_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT agency_login_rotated_at_bounds_check CHECK (((rotated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (rotated_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT agency_login_text_check CHECK ((COALESCE(certificate_name, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT agency_login_valid_until_bounds_check CHECK (((valid_until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (valid_until <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.agency_login FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.agency_login OWNER TO medan_owner;
COMMENT ON TABLE medan.agency_login IS 'A login of an agency: the role <city>_agency_<agency_id>_<label>. A revoked one stays listed; its role is gone';
CREATE TABLE medan.agency_name (
    agency_id integer NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT agency_name_text_check CHECK (((COALESCE(name, ''::text) || COALESCE(short_name, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT agency_name_valid_bounds_check CHECK (((NOT isempty(valid)) AND COALESCE(((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date)), (valid IS NULL)) AND (upper_inf(valid) OR ((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2201-01-01'::date)))))
);
ALTER TABLE ONLY medan.agency_name FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.agency_name OWNER TO medan_owner;
COMMENT ON TABLE medan.agency_name IS 'What the agency was called when: old documents print the old name';
CREATE TABLE medan.applied_file (
    path text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    milliseconds integer NOT NULL,
    applied_by text DEFAULT SESSION_USER NOT NULL
);
ALTER TABLE ONLY medan.applied_file FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.applied_file OWNER TO medan_owner;
CREATE TABLE medan.appraisal (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    post_id bigint NOT NULL,
    position_level text NOT NULL,
    job_class smallint,
    grade_rank_id smallint,
    rater_nip text,
    CONSTRAINT appraisal_rater_check CHECK ((rater_nip ~ '^[0-9]{18}$'::text))
);
ALTER TABLE ONLY medan.appraisal FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal IS 'Phase open: who is appraised, with post, level, class and rank as they were that day';
COMMENT ON COLUMN medan.appraisal.rater_nip IS 'Who is to rate (pejabat penilai kinerja): the head of the unit, of a head that of the unit above; null where that is outside the agency';
CREATE TABLE medan.appraisal_closing (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    rating_event_id bigint,
    work_result smallint,
    work_behaviour smallint,
    version smallint DEFAULT 1 NOT NULL,
    superseded boolean DEFAULT false NOT NULL,
    CONSTRAINT appraisal_closing_check CHECK (((num_nulls(work_result, work_behaviour) = ANY (ARRAY[0, 2])) AND ((rating_event_id IS NULL) OR (work_result IS NOT NULL)) AND ((version > 1) OR (num_nulls(rating_event_id, work_result) = ANY (ARRAY[0, 2])))))
);
ALTER TABLE ONLY medan.appraisal_closing FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_closing OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_closing IS 'Phase close: the rating that counts; null where it is missing';
CREATE TABLE medan.appraisal_exclusion (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    lifted_at timestamp with time zone,
    CONSTRAINT appraisal_exclusion_lifted_at_bounds_check CHECK (((lifted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (lifted_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT appraisal_exclusion_reason_check CHECK ((reason = ANY (ARRAY['no_post'::text, 'not_serving'::text, 'moved'::text, 'left'::text]))),
    CONSTRAINT appraisal_exclusion_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.appraisal_exclusion FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_exclusion OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_exclusion IS 'Employed in the period and not appraised here, and why: no definitive post, not serving by legal status, or moved to another agency, which appraises the whole period';
CREATE TABLE medan.appraisal_receipt (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    received_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT appraisal_receipt_received_on_bounds_check CHECK (((received_on >= '1900-01-01'::date) AND (received_on <= '2200-12-31'::date))),
    CONSTRAINT appraisal_receipt_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.appraisal_receipt FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_receipt OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_receipt IS 'The day on which a person received the evaluation: from it the time for an objection runs';
CREATE TABLE medan.appraisal_reminder (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    rater_nip text,
    reminded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT appraisal_reminder_reminded_at_bounds_check CHECK (((reminded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (reminded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.appraisal_reminder FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_reminder OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_reminder IS 'Phase remind: who had no rating yet, and whom that concerns';
CREATE TABLE medan.appraisal_revision (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    version smallint NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    decided_by text,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT appraisal_revision_decided_at_bounds_check CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT appraisal_revision_decided_by_check CHECK ((decided_by ~ '^[0-9]{18}$'::text)),
    CONSTRAINT appraisal_revision_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'calibration'::text, 'objection'::text, 'recomputation'::text]))),
    CONSTRAINT appraisal_revision_text_check CHECK ((COALESCE(reason, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT appraisal_revision_version_check CHECK ((version > 1))
);
ALTER TABLE ONLY medan.appraisal_revision FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_revision OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_revision IS 'Why a result has a further version, and who decided it';
CREATE TABLE medan.appraisal_score (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    rating smallint NOT NULL,
    rule_set text NOT NULL,
    version smallint DEFAULT 1 NOT NULL,
    superseded boolean DEFAULT false NOT NULL,
    CONSTRAINT appraisal_score_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);
ALTER TABLE ONLY medan.appraisal_score FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_score OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_score IS 'Phase score: the rating (predikat) by the nine-row matrix; no row where it is missing';
CREATE TABLE medan.appraisal_segment (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    segment smallint NOT NULL,
    post_id bigint,
    former_agency_id integer,
    title text NOT NULL,
    position_level text NOT NULL,
    valid daterange NOT NULL,
    rater_nip text,
    CONSTRAINT appraisal_segment_rater_check CHECK ((rater_nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT appraisal_segment_valid_bounds_check CHECK (((NOT isempty(valid)) AND COALESCE(((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date)), (valid IS NULL)) AND (upper_inf(valid) OR ((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2201-01-01'::date)))))
);
ALTER TABLE ONLY medan.appraisal_segment FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_segment OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_segment IS 'A part of the period that somebody spent in one post, rated by the superior there. Only of people who changed posts; a part spent in a former agency has no post here';
CREATE TABLE medan.assignment (
    agency_id integer NOT NULL,
    assignment_id bigint NOT NULL,
    employment_id bigint NOT NULL,
    post_id bigint NOT NULL,
    kind text DEFAULT 'definitive'::text NOT NULL,
    valid daterange NOT NULL,
    decree_number text,
    decree_date date,
    held_since date,
    recorded_at timestamp with time zone DEFAULT now(),
    CONSTRAINT assignment_decree_date_bounds_check CHECK (((decree_date >= '1900-01-01'::date) AND (decree_date <= '2200-12-31'::date))),
    CONSTRAINT assignment_held_since_bounds_check CHECK (((held_since >= '1900-01-01'::date) AND (held_since <= '2200-12-31'::date))),
    CONSTRAINT assignment_held_since_check CHECK ((held_since <= lower(valid))),
    CONSTRAINT assignment_kind_check CHECK ((kind = ANY (ARRAY['definitive'::text, 'acting'::text, 'standing_in'::text, 'additional'::text]))),
    CONSTRAINT assignment_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT assignment_text_check CHECK ((COALESCE(decree_number, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT assignment_valid_bounds_check CHECK (((NOT isempty(valid)) AND COALESCE(((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date)), (valid IS NULL)) AND (upper_inf(valid) OR ((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2201-01-01'::date)))))
);
ALTER TABLE ONLY medan.assignment FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.assignment OWNER TO medan_owner;
COMMENT ON COLUMN medan.assignment.held_since IS 'Since when the person has held the post, where that is earlier than the assignment: before a merger of agencies';
ALTER TABLE medan.assignment ALTER COLUMN assignment_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.assignment_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.audit_block (
    agency_id integer NOT NULL,
    block integer DEFAULT 1 NOT NULL,
    sealed_block integer DEFAULT 0 NOT NULL,
    CONSTRAINT audit_block_check CHECK (((sealed_block >= 0) AND (sealed_block < block)))
);
ALTER TABLE ONLY medan.audit_block FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.audit_block OWNER TO medan_owner;
COMMENT ON TABLE medan.audit_block IS 'The block that events of an agency go into now, and the last that is sealed. Those between are closed: nothing new goes in, but transactions may be under way that have it';
ALTER TABLE medan.audit_event ALTER COLUMN audit_event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.audit_event_audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.audit_seal (
    agency_id integer NOT NULL,
    block integer NOT NULL,
    event_count integer NOT NULL,
    first_event_id bigint,
    last_event_id bigint,
    prev_mac bytea NOT NULL,
    mac bytea NOT NULL,
    leaves bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY medan.audit_seal ALTER COLUMN leaves SET STORAGE EXTERNAL;
ALTER TABLE ONLY medan.audit_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.audit_seal OWNER TO medan_owner;
COMMENT ON COLUMN medan.audit_seal.prev_mac IS 'mac of the block before; 32 zero bytes for the first';
COMMENT ON COLUMN medan.audit_seal.mac IS 'sha256 of prev_mac, agency, block, the other columns and the leaves';
COMMENT ON COLUMN medan.audit_seal.leaves IS 'Number and sha256 (audit_hash) of each event in the order of the numbers, 8 and 32 bytes: names a row that is gone, changed or was not there';
CREATE TABLE medan.city_job_title (
    job_title text NOT NULL,
    family text,
    position_level text,
    retirement_age smallint,
    education_level_id smallint,
    fields text,
    trainings text,
    has_places boolean NOT NULL,
    source text,
    CONSTRAINT city_job_title_retirement_age_check CHECK (((retirement_age >= 50) AND (retirement_age <= 75))),
    CONSTRAINT city_job_title_text_check CHECK ((((((COALESCE(job_title, ''::text) || COALESCE(family, ''::text)) || COALESCE(fields, ''::text)) || COALESCE(trainings, ''::text)) || COALESCE(source, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.city_job_title FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.city_job_title OWNER TO medan_owner;
CREATE TABLE medan.competency_standard (
    agency_id integer NOT NULL,
    post_id bigint NOT NULL,
    competency text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    level smallint NOT NULL,
    document_number text,
    CONSTRAINT competency_standard_competency_check CHECK ((competency <> ''::text)),
    CONSTRAINT competency_standard_level_check CHECK (((level >= 1) AND (level <= 5))),
    CONSTRAINT competency_standard_text_check CHECK (((COALESCE(competency, ''::text) || COALESCE(document_number, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT competency_standard_valid_check CHECK ((valid_to >= valid_from)),
    CONSTRAINT competency_standard_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date))),
    CONSTRAINT competency_standard_valid_to_bounds_check CHECK (((valid_to >= '1900-01-01'::date) AND (valid_to <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.competency_standard FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.competency_standard OWNER TO medan_owner;
COMMENT ON TABLE medan.competency_standard IS 'The level of a competency that a post asks from a day on: until the next one, or until valid_to where it asks it no longer';
CREATE TABLE medan.component_part (
    rule_set text NOT NULL,
    component text NOT NULL,
    part text NOT NULL,
    weight smallint NOT NULL,
    CONSTRAINT component_part_check CHECK (((weight >= 0) AND (weight <= 100)))
);
ALTER TABLE ONLY medan.component_part FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.component_part OWNER TO medan_owner;
COMMENT ON TABLE medan.component_part IS 'Percent of a component that a part makes up';
CREATE TABLE medan.correction (
    agency_id integer NOT NULL,
    correction_id bigint NOT NULL,
    fact text NOT NULL,
    fact_id bigint NOT NULL,
    employment_id bigint,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason text NOT NULL,
    document_number text,
    corrected_by text NOT NULL,
    corrected_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT correction_change_check CHECK ((before <> after)),
    CONSTRAINT correction_corrected_at_bounds_check CHECK (((corrected_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (corrected_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT correction_employment_check CHECK (((employment_id IS NULL) = (fact = 'post'::text))),
    CONSTRAINT correction_fact_check CHECK ((fact = ANY (ARRAY['person'::text, 'assignment'::text, 'post'::text]))),
    CONSTRAINT correction_reason_check CHECK (((TRIM(BOTH FROM reason) <> ''::text) AND (TRIM(BOTH FROM corrected_by) <> ''::text))),
    CONSTRAINT correction_text_check CHECK ((((COALESCE(reason, ''::text) || COALESCE(document_number, ''::text)) || COALESCE(corrected_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.correction FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.correction OWNER TO medan_owner;
COMMENT ON TABLE medan.correction IS 'A fact that was wrong, and what it was put right to; only the fields that changed';
ALTER TABLE medan.correction ALTER COLUMN correction_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.correction_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.service_event (
    agency_id integer NOT NULL,
    service_event_id bigint NOT NULL,
    employment_id bigint NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    legal_standing text NOT NULL,
    document_number text,
    document_date date,
    ended_assignments bigint[],
    ended_until date[],
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    undoes bigint,
    former_status text,
    CONSTRAINT service_event_document_date_bounds_check CHECK (((document_date >= '1900-01-01'::date) AND (document_date <= '2200-12-31'::date))),
    CONSTRAINT service_event_kind_check CHECK ((kind = ANY (ARRAY['retirement'::text, 'death'::text, 'resignation'::text, 'dismissal'::text, 'contract_end'::text, 'contract_renewal'::text, 'secondment_out'::text, 'secondment_end'::text, 'unpaid_leave'::text, 'leave_end'::text, 'suspension'::text, 'reinstatement'::text, 'posting_elsewhere'::text, 'standing'::text]))),
    CONSTRAINT service_event_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT service_event_text_check CHECK (((COALESCE(document_number, ''::text) || COALESCE(recorded_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT service_event_undoes_check CHECK ((undoes < service_event_id)),
    CONSTRAINT service_event_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.service_event FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.service_event OWNER TO medan_owner;
COMMENT ON TABLE medan.service_event IS 'A person leaves, is suspended or comes back, from a day on; the standing is the one that begins on that day';
COMMENT ON COLUMN medan.service_event.undoes IS 'The event that this one undoes; neither counts any more';
COMMENT ON COLUMN medan.service_event.former_status IS 'The text of the person''s legal status before the event, where the event changed it';
CREATE VIEW medan.counted_event WITH (security_invoker='true') AS
 SELECT s.agency_id,
    s.service_event_id,
    s.employment_id,
    s.kind,
    s.valid_from,
    s.legal_standing,
    s.document_number,
    s.document_date,
    s.ended_assignments,
    s.ended_until,
    s.former_status,
    s.recorded_by,
    s.recorded_at
   FROM (medan.service_event s
     LEFT JOIN medan.service_event u ON (((u.agency_id = s.agency_id) AND (u.undoes = s.service_event_id))))
  WHERE ((s.undoes IS NULL) AND (u.undoes IS NULL));
ALTER TABLE medan.counted_event OWNER TO medan_owner;
CREATE TABLE medan.cycle (
    cycle_id integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    period daterange NOT NULL,
    rule_set text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cycle_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT cycle_kind_check CHECK ((kind = ANY (ARRAY['quarter'::text, 'year'::text]))),
    CONSTRAINT cycle_period_bounds_check CHECK (((NOT isempty(period)) AND COALESCE(((lower(period) >= '1900-01-01'::date) AND (lower(period) <= '2200-12-31'::date)), (period IS NULL)) AND (upper_inf(period) OR ((upper(period) >= '1900-01-01'::date) AND (upper(period) <= '2201-01-01'::date))) AND (NOT upper_inf(period))))
);
ALTER TABLE ONLY medan.cycle FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.cycle OWNER TO medan_owner;
ALTER TABLE medan.cycle ALTER COLUMN cycle_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.cycle_cycle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.cycle_milestone (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    milestone text NOT NULL,
    reached_at timestamp with time zone DEFAULT now() NOT NULL,
    reached_by text,
    CONSTRAINT cycle_milestone_check CHECK ((milestone = ANY (ARRAY['calibrated'::text, 'released'::text, 'final'::text]))),
    CONSTRAINT cycle_milestone_reached_at_bounds_check CHECK (((reached_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (reached_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.cycle_milestone FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.cycle_milestone OWNER TO medan_owner;
COMMENT ON TABLE medan.cycle_milestone IS 'What an agency has reached in a cycle: calibration locked, results released, results final';
CREATE TABLE medan.cycle_phase (
    cycle_id integer NOT NULL,
    phase text NOT NULL,
    ordinal smallint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    CONSTRAINT cycle_phase_check CHECK ((phase = ANY (ARRAY['open'::text, 'remind'::text, 'close'::text, 'score'::text, 'place'::text, 'release'::text, 'final'::text]))),
    CONSTRAINT cycle_phase_due_at_bounds_check CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.cycle_phase FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.cycle_phase OWNER TO medan_owner;
CREATE TABLE medan.decree (
    decree_id integer NOT NULL,
    number text NOT NULL,
    decree_date date NOT NULL,
    signed_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT decree_decree_date_bounds_check CHECK (((decree_date >= '1900-01-01'::date) AND (decree_date <= '2200-12-31'::date))),
    CONSTRAINT decree_number_check CHECK (((TRIM(BOTH FROM number) <> ''::text) AND (TRIM(BOTH FROM signed_by) <> ''::text))),
    CONSTRAINT decree_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT decree_text_check CHECK (((COALESCE(number, ''::text) || COALESCE(signed_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.decree FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.decree OWNER TO medan_owner;
ALTER TABLE medan.decree ALTER COLUMN decree_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.decree_decree_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.education_level (
    education_level_id smallint NOT NULL,
    title text NOT NULL
);
ALTER TABLE ONLY medan.education_level FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.education_level OWNER TO medan_owner;
CREATE TABLE medan.employment (
    agency_id integer NOT NULL,
    employment_id bigint NOT NULL,
    person_id bigint NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT employment_valid_bounds_check CHECK (((NOT isempty(valid)) AND COALESCE(((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date)), (valid IS NULL)) AND (upper_inf(valid) OR ((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2201-01-01'::date)))))
);
ALTER TABLE ONLY medan.employment FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.employment OWNER TO medan_owner;
COMMENT ON TABLE medan.employment IS 'A person''s time in an agency. History points here and stays when the person moves, so person_id is no foreign key: the row of person follows its person to the next agency';
ALTER TABLE medan.employment ALTER COLUMN employment_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.employment_employment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.evidence (
    agency_id integer NOT NULL,
    evidence_id bigint NOT NULL,
    employment_id bigint NOT NULL,
    kind text NOT NULL,
    level text,
    score numeric(5,2),
    title text,
    occurred_on date NOT NULL,
    ended_on date,
    document_number text,
    document_date date,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT evidence_competency_level_check CHECK (((kind <> 'competency_level'::text) OR ((level IS NOT NULL) AND (level = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])) AND (title IS NOT NULL) AND (score IS NULL)))),
    CONSTRAINT evidence_document_date_bounds_check CHECK (((document_date >= '1900-01-01'::date) AND (document_date <= '2200-12-31'::date))),
    CONSTRAINT evidence_ended_check CHECK ((ended_on >= occurred_on)),
    CONSTRAINT evidence_ended_on_bounds_check CHECK (((ended_on >= '1900-01-01'::date) AND (ended_on <= '2200-12-31'::date))),
    CONSTRAINT evidence_kind_check CHECK ((kind = ANY (ARRAY['rating'::text, 'award'::text, 'team_duty'::text, 'feedback'::text, 'competency'::text, 'development'::text, 'experience'::text, 'potential'::text, 'education'::text, 'field_match'::text, 'discipline'::text, 'certificate'::text, 'leadership'::text, 'posting'::text, 'unpaid_leave'::text, 'competency_level'::text]))),
    CONSTRAINT evidence_known_check CHECK ((withdrawn_at >= recorded_at)),
    CONSTRAINT evidence_occurred_on_bounds_check CHECK (((occurred_on >= '1900-01-01'::date) AND (occurred_on <= '2200-12-31'::date))),
    CONSTRAINT evidence_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT evidence_score_check CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric))),
    CONSTRAINT evidence_text_check CHECK ((((COALESCE(level, ''::text) || COALESCE(title, ''::text)) || COALESCE(document_number, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT evidence_withdrawn_at_bounds_check CHECK (((withdrawn_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (withdrawn_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.evidence FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.evidence OWNER TO medan_owner;
COMMENT ON TABLE medan.evidence IS 'A dated fact about a person: a score that somebody assessed (score), or a record whose level the rules score (level)';
COMMENT ON COLUMN medan.evidence.level IS 'What level_score scores: national, chair_internal, heavy; of a posting its position level';
ALTER TABLE medan.evidence ALTER COLUMN evidence_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.evidence_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.evidence_register (
    agency_id integer NOT NULL,
    kind text NOT NULL,
    complete_to date NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT evidence_register_complete_to_bounds_check CHECK (((complete_to >= '1900-01-01'::date) AND (complete_to <= '2200-12-31'::date))),
    CONSTRAINT evidence_register_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'team_duty'::text, 'training'::text, 'discipline'::text, 'leave'::text, 'posting'::text, 'competency_level'::text]))),
    CONSTRAINT evidence_register_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.evidence_register FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.evidence_register OWNER TO medan_owner;
COMMENT ON TABLE medan.evidence_register IS 'The agency states that its evidence of a kind is complete up to a day: only then does no record mean none, and not that nothing is known';
CREATE TABLE medan.fact_history (
    agency_id integer NOT NULL,
    fact_history_id bigint NOT NULL,
    fact text NOT NULL,
    fact_id bigint NOT NULL,
    employment_id bigint,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL,
    former jsonb NOT NULL,
    CONSTRAINT fact_history_fact_check CHECK ((fact = ANY (ARRAY['assignment'::text, 'post'::text]))),
    CONSTRAINT fact_history_replaced_at_bounds_check CHECK (((replaced_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (replaced_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.fact_history FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.fact_history OWNER TO medan_owner;
COMMENT ON TABLE medan.fact_history IS 'The row of an assignment or a post as it was before each change';
ALTER TABLE medan.fact_history ALTER COLUMN fact_history_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.fact_history_fact_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.formasi (
    agency_id integer NOT NULL,
    formasi_id bigint NOT NULL,
    post_id bigint NOT NULL,
    valid_from date NOT NULL,
    seats integer NOT NULL,
    source text NOT NULL,
    decree_number text,
    decree_date date,
    standard text,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT formasi_decree_date_bounds_check CHECK (((decree_date >= '1900-01-01'::date) AND (decree_date <= '2200-12-31'::date))),
    CONSTRAINT formasi_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT formasi_seats_check CHECK (((seats >= 0) AND (seats <= 9999))),
    CONSTRAINT formasi_source_check CHECK ((source = ANY (ARRAY['decree'::text, 'workload'::text, 'holders'::text]))),
    CONSTRAINT formasi_text_check CHECK ((((COALESCE(decree_number, ''::text) || COALESCE(standard, ''::text)) || COALESCE(recorded_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT formasi_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.formasi FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.formasi OWNER TO medan_owner;
COMMENT ON TABLE medan.formasi IS 'The seats of a post from a day on, until the next row of the post';
COMMENT ON COLUMN medan.formasi.source IS 'decree, workload (ABK): entered by the city. holders: nobody entered it, and the seats follow those who hold them';
COMMENT ON COLUMN medan.formasi.standard IS 'By what the number was reckoned, such as a staffing standard';
ALTER TABLE medan.formasi ALTER COLUMN formasi_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.formasi_formasi_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.freeze_window (
    freeze_window_id integer NOT NULL,
    kind text NOT NULL,
    valid daterange NOT NULL,
    basis text NOT NULL,
    lifted_by text,
    lifted_on date,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT freeze_window_kind_check CHECK ((kind = ANY (ARRAY['election'::text, 'new_head'::text, 'acting_head'::text]))),
    CONSTRAINT freeze_window_lifted_check CHECK (((lifted_by IS NULL) = (lifted_on IS NULL))),
    CONSTRAINT freeze_window_lifted_on_bounds_check CHECK (((lifted_on >= '1900-01-01'::date) AND (lifted_on <= '2200-12-31'::date))),
    CONSTRAINT freeze_window_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT freeze_window_text_check CHECK ((((COALESCE(basis, ''::text) || COALESCE(lifted_by, ''::text)) || COALESCE(recorded_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT freeze_window_valid_bounds_check CHECK (((NOT isempty(valid)) AND COALESCE(((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date)), (valid IS NULL)) AND (upper_inf(valid) OR ((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2201-01-01'::date)))))
);
ALTER TABLE ONLY medan.freeze_window FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.freeze_window OWNER TO medan_owner;
ALTER TABLE medan.freeze_window ALTER COLUMN freeze_window_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.freeze_window_freeze_window_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.grade_rank (
    grade_rank_id smallint NOT NULL,
    code text NOT NULL,
    title text NOT NULL
);
ALTER TABLE ONLY medan.grade_rank FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.grade_rank OWNER TO medan_owner;
CREATE TABLE medan.holiday (
    day date NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'local'::text NOT NULL,
    CONSTRAINT holiday_day_bounds_check CHECK (((day >= '1900-01-01'::date) AND (day <= '2200-12-31'::date))),
    CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['national'::text, 'collective_leave'::text, 'local'::text]))),
    CONSTRAINT holiday_text_check CHECK ((COALESCE(name, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.holiday FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.holiday OWNER TO medan_owner;
COMMENT ON TABLE medan.holiday IS 'Days on which offices are closed, Saturdays and Sundays apart: national holidays and collective leave (cuti bersama) as the joint decree of three ministers sets them each year, and the city''s own';
CREATE TABLE medan.job (
    agency_id integer NOT NULL,
    job_id bigint NOT NULL,
    kind text NOT NULL,
    priority smallint DEFAULT 2 NOT NULL,
    due_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    unique_key text,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    intended_at timestamp with time zone,
    attempt integer DEFAULT 0 NOT NULL,
    errors integer DEFAULT 0 NOT NULL,
    losses integer DEFAULT 0 NOT NULL,
    worker_id integer,
    deadline timestamp with time zone,
    is_cancelled boolean DEFAULT false NOT NULL,
    progress smallint,
    last_error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    due_set_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT job_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_deadline_bounds_check CHECK (((deadline >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (deadline <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_due_at_bounds_check CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_due_set_at_bounds_check CHECK (((due_set_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_set_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_intended_at_bounds_check CHECK (((intended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (intended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT job_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT job_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT job_schedule_check CHECK ((COALESCE((unique_key ~~ 'schedule:%'::text), false) = (intended_at IS NOT NULL))),
    CONSTRAINT job_started_at_bounds_check CHECK (((started_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (started_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
)
WITH (autovacuum_vacuum_scale_factor='0.01', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_cost_delay='0', autovacuum_analyze_scale_factor='0.5', autovacuum_analyze_threshold='50000');
ALTER TABLE ONLY medan.job FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job OWNER TO medan_owner;
COMMENT ON TABLE medan.job IS 'Work for one agency, or for the city (agency 0): waiting without a worker, claimed with one';
COMMENT ON COLUMN medan.job.priority IS '0 urgent, 1 high, 2 normal, 3 low. A job waits as if it had come ten minutes later for each';
COMMENT ON COLUMN medan.job.due_at IS 'Not before this instant: delayed, put off, or tried again';
COMMENT ON COLUMN medan.job.unique_key IS 'At most one job of a kind in an agency, waiting or claimed, has it';
COMMENT ON COLUMN medan.job.intended_at IS 'The occurrence of a schedule that it is for';
COMMENT ON COLUMN medan.job.attempt IS 'Counts claims, and fences the finish together with the worker';
COMMENT ON COLUMN medan.job.errors IS 'Counts failures; interruptions and being put off are none';
COMMENT ON COLUMN medan.job.losses IS 'Counts workers that died, or did not end in time, with it';
COMMENT ON COLUMN medan.job.deadline IS 'A claim that is older is taken back, even from a living worker';
COMMENT ON COLUMN medan.job.is_cancelled IS 'Whoever has it is asked to end';
COMMENT ON COLUMN medan.job.progress IS 'Per cent, as the job says';
CREATE TABLE medan.job_agency (
    agency_id integer NOT NULL,
    weight integer DEFAULT 1 NOT NULL,
    claim_limit integer,
    is_paused boolean DEFAULT false NOT NULL,
    pause_note text,
    CONSTRAINT job_agency_claim_limit_check CHECK ((claim_limit > 0)),
    CONSTRAINT job_agency_text_check CHECK ((COALESCE(pause_note, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT job_agency_weight_check CHECK (((weight >= 1) AND (weight <= 100)))
);
ALTER TABLE ONLY medan.job_agency FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_agency OWNER TO medan_owner;
COMMENT ON TABLE medan.job_agency IS 'What was chosen for an agency; without a row weight 1, no limit, not paused';
COMMENT ON COLUMN medan.job_agency.claim_limit IS 'At most so many of its jobs are claimed at a time, by all workers together';
CREATE TABLE medan.job_history (
    agency_id integer NOT NULL,
    job_id bigint NOT NULL,
    kind text NOT NULL,
    priority smallint NOT NULL,
    unique_key text,
    payload jsonb NOT NULL,
    intended_at timestamp with time zone,
    attempt integer NOT NULL,
    errors integer NOT NULL,
    losses integer NOT NULL,
    worker_id integer,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    outcome text NOT NULL,
    ended_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT job_history_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_history_ended_at_bounds_check CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_history_intended_at_bounds_check CHECK (((intended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (intended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT job_history_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text]))),
    CONSTRAINT job_history_started_at_bounds_check CHECK (((started_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (started_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.job_history FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_history OWNER TO medan_owner;
COMMENT ON COLUMN medan.job_history.outcome IS 'dead: given up after errors or losses; may be sent again (redrive_jobs)';
ALTER TABLE medan.job ALTER COLUMN job_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.job_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.job_kind (
    kind text NOT NULL,
    is_paused boolean DEFAULT false NOT NULL,
    pause_note text,
    CONSTRAINT job_kind_text_check CHECK ((COALESCE(pause_note, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.job_kind FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_kind OWNER TO medan_owner;
CREATE TABLE medan.job_title (
    job_title text NOT NULL,
    family text,
    position_level text,
    retirement_age smallint,
    education_level_id smallint,
    fields text,
    trainings text,
    has_places boolean NOT NULL,
    source text,
    CONSTRAINT job_title_retirement_age_check CHECK (((retirement_age >= 50) AND (retirement_age <= 75)))
);
ALTER TABLE ONLY medan.job_title FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_title OWNER TO medan_owner;
COMMENT ON COLUMN medan.job_title.fields IS 'Fields of study, any of which will do, separated by |';
COMMENT ON COLUMN medan.job_title.trainings IS 'Trainings, each of which is required, separated by |';
COMMENT ON COLUMN medan.job_title.has_places IS 'Whether the name of a place follows it in the title of a post';
CREATE TABLE medan.job_turn (
    agency_id integer NOT NULL,
    turn double precision DEFAULT 0 NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');
ALTER TABLE ONLY medan.job_turn FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_turn OWNER TO medan_owner;
COMMENT ON TABLE medan.job_turn IS 'Whose turn it is: the agency with the least, which goes up by the jobs that are claimed, divided by the weight. Claims of an agency take turns on its row';
CREATE TABLE medan.person_history (
    agency_id integer NOT NULL,
    person_history_id bigint NOT NULL,
    person_id bigint NOT NULL,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL,
    former jsonb NOT NULL,
    CONSTRAINT person_history_replaced_at_bounds_check CHECK (((replaced_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (replaced_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.person_history FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.person_history OWNER TO medan_owner;
COMMENT ON TABLE medan.person_history IS 'The row of person as it was before each change';
CREATE VIEW medan.known_person WITH (security_invoker='true') AS
 SELECT p.agency_id,
    p.person_id,
    p.nip,
    p.name,
    p.front_title,
    p.back_title,
    p.birth_date,
    p.sex,
    p.kind,
    p.appointed_on,
    p.grade_rank_id,
    p.education_level_id,
    p.education,
    p.legal_status,
    p.changed_at,
    p.confirmed_on,
    p.grade_since,
    p.contract_class
   FROM medan.person p
UNION ALL
 SELECT f.agency_id,
    f.person_id,
    r.nip,
    r.name,
    r.front_title,
    r.back_title,
    r.birth_date,
    r.sex,
    r.kind,
    r.appointed_on,
    r.grade_rank_id,
    r.education_level_id,
    r.education,
    r.legal_status,
    r.changed_at,
    r.confirmed_on,
    r.grade_since,
    r.contract_class
   FROM (( SELECT DISTINCT ON (h.agency_id, h.person_id) h.agency_id,
            h.person_id,
            h.former
           FROM medan.person_history h
          WHERE (NOT (EXISTS ( SELECT
                   FROM medan.person p
                  WHERE ((p.agency_id = h.agency_id) AND (p.person_id = h.person_id)))))
          ORDER BY h.agency_id, h.person_id, h.person_history_id DESC) f
     CROSS JOIN LATERAL jsonb_populate_record(NULL::medan.person, f.former) r(agency_id, person_id, nip, name, front_title, back_title, birth_date, sex, kind, appointed_on, grade_rank_id, grade_since, contract_class, education_level_id, education, legal_status, changed_at, confirmed_on));
ALTER TABLE medan.known_person OWNER TO medan_owner;
CREATE TABLE medan.legal_standing (
    legal_standing text NOT NULL,
    code text,
    other_names text,
    serves boolean NOT NULL,
    holds_seat boolean NOT NULL,
    is_appraised boolean NOT NULL,
    is_counted boolean NOT NULL,
    ends_employment boolean NOT NULL,
    event_kind text,
    is_usual boolean NOT NULL,
    CONSTRAINT legal_standing_check CHECK (((NOT ends_employment) OR (NOT (serves OR holds_seat OR is_appraised OR is_counted))))
);
ALTER TABLE ONLY medan.legal_standing FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.legal_standing OWNER TO medan_owner;
COMMENT ON COLUMN medan.legal_standing.other_names IS 'Other spellings, separated by |';
COMMENT ON COLUMN medan.legal_standing.event_kind IS 'The event of service that brings a person into this standing; null for standings of people who serve';
COMMENT ON COLUMN medan.legal_standing.is_usual IS 'The standing that an event of the kind leads to when nothing else is said';
CREATE TABLE medan.level_score (
    rule_set text NOT NULL,
    component text NOT NULL,
    level text NOT NULL,
    score smallint NOT NULL,
    CONSTRAINT level_score_check CHECK (((score >= 0) AND (score <= 100)))
);
ALTER TABLE ONLY medan.level_score FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.level_score OWNER TO medan_owner;
COMMENT ON TABLE medan.level_score IS 'Score of a component, or of a part of one, by the level of a record';
CREATE TABLE medan.local_condition (
    condition text NOT NULL,
    fact text NOT NULL,
    comparison text NOT NULL,
    value text NOT NULL,
    direction text NOT NULL,
    level text NOT NULL,
    effect text NOT NULL,
    exception text NOT NULL,
    valid_from date NOT NULL,
    source text NOT NULL,
    CONSTRAINT local_condition_text_check CHECK (((COALESCE(value, ''::text) || COALESCE(source, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT local_condition_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.local_condition FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.local_condition OWNER TO medan_owner;
CREATE TABLE medan.login_fingerprint (
    agency_id integer NOT NULL,
    label text NOT NULL,
    sha256 bytea,
    taken_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT login_fingerprint_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT login_fingerprint_taken_at_bounds_check CHECK (((taken_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (taken_at <= '2201-12-31 00:00:00+00'::timestamp with time zone)))
);
ALTER TABLE ONLY medan.login_fingerprint FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.login_fingerprint OWNER TO medan_owner;
COMMENT ON TABLE medan.login_fingerprint IS 'SHA-256 of the verifier that the server was given for the login; null where it has no password. Logins that are older than this table have no row until they are rotated';
CREATE TABLE medan.objection (
    agency_id integer NOT NULL,
    objection_id bigint NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    filed_on date NOT NULL,
    filed_for boolean NOT NULL,
    grounds text NOT NULL,
    deadline date NOT NULL,
    CONSTRAINT objection_deadline_bounds_check CHECK (((deadline >= '1900-01-01'::date) AND (deadline <= '2200-12-31'::date))),
    CONSTRAINT objection_filed_on_bounds_check CHECK (((filed_on >= '1900-01-01'::date) AND (filed_on <= '2200-12-31'::date))),
    CONSTRAINT objection_in_time_check CHECK ((filed_on <= deadline)),
    CONSTRAINT objection_text_check CHECK ((COALESCE(grounds, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.objection FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.objection OWNER TO medan_owner;
COMMENT ON COLUMN medan.objection.filed_for IS 'Filed by somebody else for the person';
CREATE TABLE medan.objection_decision (
    agency_id integer NOT NULL,
    objection_id bigint NOT NULL,
    decided_on date NOT NULL,
    decided_by text NOT NULL,
    is_granted boolean NOT NULL,
    reason text NOT NULL,
    version smallint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT objection_decision_decided_by_check CHECK ((decided_by ~ '^[0-9]{18}$'::text)),
    CONSTRAINT objection_decision_decided_on_bounds_check CHECK (((decided_on >= '1900-01-01'::date) AND (decided_on <= '2200-12-31'::date))),
    CONSTRAINT objection_decision_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT objection_decision_text_check CHECK ((COALESCE(reason, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT objection_decision_version_check CHECK ((is_granted = (version IS NOT NULL)))
);
ALTER TABLE ONLY medan.objection_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.objection_decision OWNER TO medan_owner;
COMMENT ON TABLE medan.objection_decision IS 'Final (PP 30/2019 art 59); a granted objection names the version that it made';
ALTER TABLE medan.objection ALTER COLUMN objection_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.objection_objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.org_unit (
    agency_id integer NOT NULL,
    org_unit_id bigint NOT NULL,
    siasn_id text NOT NULL,
    parent_siasn_id text,
    name text NOT NULL,
    began_on date,
    ended_on date,
    since date,
    CONSTRAINT org_unit_began_on_bounds_check CHECK (((began_on >= '1900-01-01'::date) AND (began_on <= '2200-12-31'::date))),
    CONSTRAINT org_unit_days_check CHECK (((began_on < ended_on) AND (began_on <= since) AND (since <= ended_on))),
    CONSTRAINT org_unit_ended_on_bounds_check CHECK (((ended_on >= '1900-01-01'::date) AND (ended_on <= '2200-12-31'::date))),
    CONSTRAINT org_unit_since_bounds_check CHECK (((since >= '1900-01-01'::date) AND (since <= '2200-12-31'::date))),
    CONSTRAINT org_unit_text_check CHECK ((((COALESCE(siasn_id, ''::text) || COALESCE(parent_siasn_id, ''::text)) || COALESCE(name, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.org_unit FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.org_unit OWNER TO medan_owner;
COMMENT ON COLUMN medan.org_unit.began_on IS 'The first day of the unit; null as far back as is known';
COMMENT ON COLUMN medan.org_unit.ended_on IS 'The first day on which the unit no longer exists';
COMMENT ON COLUMN medan.org_unit.since IS 'Since when it has its present name and parent; null as far back as is known';
CREATE TABLE medan.org_unit_event (
    agency_id integer NOT NULL,
    org_unit_event_id bigint NOT NULL,
    org_unit_id bigint NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    other_org_unit_id bigint,
    decree_number text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_unit_event_kind_check CHECK ((kind = ANY (ARRAY['add'::text, 'rename'::text, 'move'::text, 'merge'::text, 'split'::text, 'close'::text, 'transfer'::text]))),
    CONSTRAINT org_unit_event_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT org_unit_event_text_check CHECK (((COALESCE(decree_number, ''::text) || COALESCE(recorded_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT org_unit_event_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.org_unit_event FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.org_unit_event OWNER TO medan_owner;
COMMENT ON TABLE medan.org_unit_event IS 'A decision that reorganised a unit, with its decree; never changed or removed';
ALTER TABLE medan.org_unit_event ALTER COLUMN org_unit_event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.org_unit_event_org_unit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.org_unit_former (
    agency_id integer NOT NULL,
    org_unit_former_id bigint NOT NULL,
    org_unit_id bigint NOT NULL,
    valid daterange NOT NULL,
    name text NOT NULL,
    parent_siasn_id text,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_unit_former_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT org_unit_former_valid_bounds_check CHECK (((NOT isempty(valid)) AND (lower_inf(valid) OR ((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date))) AND COALESCE(((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2200-12-31'::date)), false)))
);
ALTER TABLE ONLY medan.org_unit_former FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.org_unit_former OWNER TO medan_owner;
COMMENT ON TABLE medan.org_unit_former IS 'What a unit was called, and under which one it stood, before its present state';
ALTER TABLE medan.org_unit_former ALTER COLUMN org_unit_former_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.org_unit_former_org_unit_former_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.org_unit ALTER COLUMN org_unit_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.org_unit_org_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.organisation_rating (
    agency_id integer NOT NULL,
    organisation_rating_id bigint NOT NULL,
    cycle_id integer NOT NULL,
    org_unit_id bigint,
    rating text NOT NULL,
    document_number text,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organisation_rating_check CHECK ((rating = ANY (ARRAY['istimewa'::text, 'baik'::text, 'butuh_perbaikan'::text, 'kurang'::text, 'sangat_kurang'::text]))),
    CONSTRAINT organisation_rating_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT organisation_rating_text_check CHECK ((COALESCE(document_number, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.organisation_rating FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.organisation_rating OWNER TO medan_owner;
COMMENT ON TABLE medan.organisation_rating IS 'What higher leadership said of a unit''s own performance, null of the whole agency; the newest counts';
ALTER TABLE medan.organisation_rating ALTER COLUMN organisation_rating_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.organisation_rating_organisation_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW medan.own_agency_login WITH (security_barrier='true') AS
 SELECT agency_login.agency_id,
    agency_login.label,
    agency_login.method,
    agency_login.certificate_name,
    agency_login.valid_until,
    agency_login.connection_limit,
    agency_login.created_at,
    agency_login.rotated_at,
    agency_login.revoked_at
   FROM medan.agency_login
 OFFSET 0;
ALTER TABLE medan.own_agency_login OWNER TO medan_window;
CREATE VIEW medan.own_appraisal WITH (security_barrier='true') AS
 SELECT appraisal.agency_id,
    appraisal.cycle_id,
    appraisal.employment_id,
    appraisal.post_id,
    appraisal.position_level,
    appraisal.job_class,
    appraisal.grade_rank_id,
    appraisal.rater_nip
   FROM medan.appraisal
 OFFSET 0;
ALTER TABLE medan.own_appraisal OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_closing WITH (security_barrier='true') AS
 SELECT appraisal_closing.agency_id,
    appraisal_closing.cycle_id,
    appraisal_closing.employment_id,
    appraisal_closing.rating_event_id,
    appraisal_closing.work_result,
    appraisal_closing.work_behaviour,
    appraisal_closing.version,
    appraisal_closing.superseded
   FROM medan.appraisal_closing
  WHERE medan.own_results_released(appraisal_closing.agency_id, appraisal_closing.cycle_id)
 OFFSET 0;
ALTER TABLE medan.own_appraisal_closing OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_exclusion WITH (security_barrier='true') AS
 SELECT appraisal_exclusion.agency_id,
    appraisal_exclusion.cycle_id,
    appraisal_exclusion.employment_id,
    appraisal_exclusion.reason,
    appraisal_exclusion.recorded_at,
    appraisal_exclusion.lifted_at
   FROM medan.appraisal_exclusion
 OFFSET 0;
ALTER TABLE medan.own_appraisal_exclusion OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_receipt WITH (security_barrier='true') AS
 SELECT appraisal_receipt.agency_id,
    appraisal_receipt.cycle_id,
    appraisal_receipt.employment_id,
    appraisal_receipt.received_on,
    appraisal_receipt.recorded_at
   FROM medan.appraisal_receipt
 OFFSET 0;
ALTER TABLE medan.own_appraisal_receipt OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_reminder WITH (security_barrier='true') AS
 SELECT appraisal_reminder.agency_id,
    appraisal_reminder.cycle_id,
    appraisal_reminder.employment_id,
    appraisal_reminder.rater_nip,
    appraisal_reminder.reminded_at
   FROM medan.appraisal_reminder
 OFFSET 0;
ALTER TABLE medan.own_appraisal_reminder OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_revision WITH (security_barrier='true') AS
 SELECT appraisal_revision.agency_id,
    appraisal_revision.cycle_id,
    appraisal_revision.employment_id,
    appraisal_revision.version,
    appraisal_revision.kind,
    appraisal_revision.reason,
    appraisal_revision.decided_by,
    appraisal_revision.decided_at
   FROM medan.appraisal_revision
  WHERE medan.own_results_released(appraisal_revision.agency_id, appraisal_revision.cycle_id)
 OFFSET 0;
ALTER TABLE medan.own_appraisal_revision OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_score WITH (security_barrier='true') AS
 SELECT appraisal_score.agency_id,
    appraisal_score.cycle_id,
    appraisal_score.employment_id,
    appraisal_score.rating,
    appraisal_score.rule_set,
    appraisal_score.version,
    appraisal_score.superseded
   FROM medan.appraisal_score
  WHERE medan.own_results_released(appraisal_score.agency_id, appraisal_score.cycle_id)
 OFFSET 0;
ALTER TABLE medan.own_appraisal_score OWNER TO medan_window;
CREATE VIEW medan.own_appraisal_segment WITH (security_barrier='true') AS
 SELECT appraisal_segment.agency_id,
    appraisal_segment.cycle_id,
    appraisal_segment.employment_id,
    appraisal_segment.segment,
    appraisal_segment.post_id,
    appraisal_segment.former_agency_id,
    appraisal_segment.title,
    appraisal_segment.position_level,
    appraisal_segment.valid,
    appraisal_segment.rater_nip
   FROM medan.appraisal_segment
 OFFSET 0;
ALTER TABLE medan.own_appraisal_segment OWNER TO medan_window;
CREATE VIEW medan.own_assignment WITH (security_barrier='true') AS
 SELECT assignment.agency_id,
    assignment.assignment_id,
    assignment.employment_id,
    assignment.post_id,
    assignment.kind,
    assignment.valid,
    assignment.decree_number,
    assignment.decree_date,
    assignment.held_since,
    assignment.recorded_at
   FROM medan.assignment
 OFFSET 0;
ALTER TABLE medan.own_assignment OWNER TO medan_window;
CREATE VIEW medan.own_audit_event WITH (security_barrier='true') AS
 SELECT audit_event.agency_id,
    audit_event.audit_event_id,
    audit_event.block,
    audit_event.at,
    audit_event.actor,
    audit_event.login,
    audit_event.role,
    audit_event.request,
    audit_event.purpose,
    audit_event.operation,
    audit_event.table_name,
    audit_event.row_key,
    audit_event.salt,
    audit_event.payload,
    audit_event.commitment
   FROM medan.audit_event
 OFFSET 0;
ALTER TABLE medan.own_audit_event OWNER TO medan_window;
CREATE VIEW medan.own_audit_seal WITH (security_barrier='true') AS
 SELECT audit_seal.agency_id,
    audit_seal.block,
    audit_seal.event_count,
    audit_seal.first_event_id,
    audit_seal.last_event_id,
    audit_seal.prev_mac,
    audit_seal.mac,
    audit_seal.leaves,
    audit_seal.sealed_at
   FROM medan.audit_seal
 OFFSET 0;
ALTER TABLE medan.own_audit_seal OWNER TO medan_window;
CREATE VIEW medan.own_competency_standard WITH (security_barrier='true') AS
 SELECT competency_standard.agency_id,
    competency_standard.post_id,
    competency_standard.competency,
    competency_standard.valid_from,
    competency_standard.valid_to,
    competency_standard.level,
    competency_standard.document_number
   FROM medan.competency_standard
 OFFSET 0;
ALTER TABLE medan.own_competency_standard OWNER TO medan_window;
CREATE VIEW medan.own_correction WITH (security_barrier='true') AS
 SELECT correction.agency_id,
    correction.correction_id,
    correction.fact,
    correction.fact_id,
    correction.employment_id,
    correction.before,
    correction.after,
    correction.reason,
    correction.document_number,
    correction.corrected_by,
    correction.corrected_at
   FROM medan.correction
 OFFSET 0;
ALTER TABLE medan.own_correction OWNER TO medan_window;
CREATE VIEW medan.own_cycle_milestone WITH (security_barrier='true') AS
 SELECT cycle_milestone.agency_id,
    cycle_milestone.cycle_id,
    cycle_milestone.milestone,
    cycle_milestone.reached_at,
    cycle_milestone.reached_by
   FROM medan.cycle_milestone
 OFFSET 0;
ALTER TABLE medan.own_cycle_milestone OWNER TO medan_window;
CREATE VIEW medan.own_employment WITH (security_barrier='true') AS
 SELECT employment.agency_id,
    employment.employment_id,
    employment.person_id,
    employment.valid
   FROM medan.employment
 OFFSET 0;
ALTER TABLE medan.own_employment OWNER TO medan_window;
CREATE VIEW medan.own_evidence WITH (security_barrier='true') AS
 SELECT evidence.agency_id,
    evidence.evidence_id,
    evidence.employment_id,
    evidence.kind,
    evidence.level,
    evidence.score,
    evidence.title,
    evidence.occurred_on,
    evidence.ended_on,
    evidence.document_number,
    evidence.document_date,
    evidence.recorded_at,
    evidence.withdrawn_at
   FROM medan.evidence
 OFFSET 0;
ALTER TABLE medan.own_evidence OWNER TO medan_window;
CREATE VIEW medan.own_evidence_register WITH (security_barrier='true') AS
 SELECT evidence_register.agency_id,
    evidence_register.kind,
    evidence_register.complete_to,
    evidence_register.recorded_at
   FROM medan.evidence_register
 OFFSET 0;
ALTER TABLE medan.own_evidence_register OWNER TO medan_window;
CREATE VIEW medan.own_fact_history WITH (security_barrier='true') AS
 SELECT fact_history.agency_id,
    fact_history.fact_history_id,
    fact_history.fact,
    fact_history.fact_id,
    fact_history.employment_id,
    fact_history.replaced_at,
    fact_history.former
   FROM medan.fact_history
 OFFSET 0;
ALTER TABLE medan.own_fact_history OWNER TO medan_window;
CREATE VIEW medan.own_formasi WITH (security_barrier='true') AS
 SELECT formasi.agency_id,
    formasi.formasi_id,
    formasi.post_id,
    formasi.valid_from,
    formasi.seats,
    formasi.source,
    formasi.decree_number,
    formasi.decree_date,
    formasi.standard,
    formasi.recorded_by,
    formasi.recorded_at
   FROM medan.formasi
 OFFSET 0;
ALTER TABLE medan.own_formasi OWNER TO medan_window;
CREATE VIEW medan.own_objection WITH (security_barrier='true') AS
 SELECT objection.agency_id,
    objection.objection_id,
    objection.cycle_id,
    objection.employment_id,
    objection.filed_on,
    objection.filed_for,
    objection.grounds,
    objection.deadline
   FROM medan.objection
 OFFSET 0;
ALTER TABLE medan.own_objection OWNER TO medan_window;
CREATE VIEW medan.own_objection_decision WITH (security_barrier='true') AS
 SELECT objection_decision.agency_id,
    objection_decision.objection_id,
    objection_decision.decided_on,
    objection_decision.decided_by,
    objection_decision.is_granted,
    objection_decision.reason,
    objection_decision.version,
    objection_decision.recorded_at
   FROM medan.objection_decision
 OFFSET 0;
ALTER TABLE medan.own_objection_decision OWNER TO medan_window;
CREATE VIEW medan.own_org_unit WITH (security_barrier='true') AS
 SELECT org_unit.agency_id,
    org_unit.org_unit_id,
    org_unit.siasn_id,
    org_unit.parent_siasn_id,
    org_unit.name,
    org_unit.began_on,
    org_unit.ended_on,
    org_unit.since
   FROM medan.org_unit
 OFFSET 0;
ALTER TABLE medan.own_org_unit OWNER TO medan_window;
CREATE VIEW medan.own_org_unit_event WITH (security_barrier='true') AS
 SELECT org_unit_event.agency_id,
    org_unit_event.org_unit_event_id,
    org_unit_event.org_unit_id,
    org_unit_event.kind,
    org_unit_event.valid_from,
    org_unit_event.other_org_unit_id,
    org_unit_event.decree_number,
    org_unit_event.recorded_by,
    org_unit_event.recorded_at
   FROM medan.org_unit_event
 OFFSET 0;
ALTER TABLE medan.own_org_unit_event OWNER TO medan_window;
CREATE VIEW medan.own_org_unit_former WITH (security_barrier='true') AS
 SELECT org_unit_former.agency_id,
    org_unit_former.org_unit_former_id,
    org_unit_former.org_unit_id,
    org_unit_former.valid,
    org_unit_former.name,
    org_unit_former.parent_siasn_id,
    org_unit_former.recorded_at
   FROM medan.org_unit_former
 OFFSET 0;
ALTER TABLE medan.own_org_unit_former OWNER TO medan_window;
CREATE VIEW medan.own_organisation_rating WITH (security_barrier='true') AS
 SELECT organisation_rating.agency_id,
    organisation_rating.organisation_rating_id,
    organisation_rating.cycle_id,
    organisation_rating.org_unit_id,
    organisation_rating.rating,
    organisation_rating.document_number,
    organisation_rating.recorded_at
   FROM medan.organisation_rating
 OFFSET 0;
ALTER TABLE medan.own_organisation_rating OWNER TO medan_window;
CREATE VIEW medan.own_person_history WITH (security_barrier='true') AS
 SELECT person_history.agency_id,
    person_history.person_history_id,
    person_history.person_id,
    person_history.replaced_at,
    person_history.former
   FROM medan.person_history
 OFFSET 0;
ALTER TABLE medan.own_person_history OWNER TO medan_window;
CREATE TABLE medan.post (
    agency_id integer NOT NULL,
    post_id bigint NOT NULL,
    org_unit_id bigint NOT NULL,
    title text NOT NULL,
    position_level text NOT NULL,
    echelon smallint,
    job_class smallint,
    capacity integer DEFAULT 1 NOT NULL,
    is_critical boolean DEFAULT false NOT NULL,
    since date,
    CONSTRAINT post_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT post_job_class_check CHECK (((job_class >= 1) AND (job_class <= 17))),
    CONSTRAINT post_since_bounds_check CHECK (((since >= '1900-01-01'::date) AND (since <= '2200-12-31'::date))),
    CONSTRAINT post_text_check CHECK ((COALESCE(title, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.post FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.post OWNER TO medan_owner;
COMMENT ON TABLE medan.post IS 'A post of a unit; capacity counts the seats of functional and executor posts';
COMMENT ON COLUMN medan.post.capacity IS 'Seats on days before the first row of formasi: as many as people held, by the imports';
COMMENT ON COLUMN medan.post.is_critical IS 'The city wants successors for it (jabatan kritikal)';
COMMENT ON COLUMN medan.post.since IS 'Since when it belongs to its present unit; null as far back as is known';
CREATE VIEW medan.own_post WITH (security_barrier='true') AS
 SELECT post.agency_id,
    post.post_id,
    post.org_unit_id,
    post.title,
    post.position_level,
    post.echelon,
    post.job_class,
    post.capacity,
    post.is_critical,
    post.since
   FROM medan.post
 OFFSET 0;
ALTER TABLE medan.own_post OWNER TO medan_window;
CREATE TABLE medan.post_former (
    agency_id integer NOT NULL,
    post_former_id bigint NOT NULL,
    post_id bigint NOT NULL,
    valid daterange NOT NULL,
    org_unit_id bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT post_former_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT post_former_valid_bounds_check CHECK (((NOT isempty(valid)) AND (lower_inf(valid) OR ((lower(valid) >= '1900-01-01'::date) AND (lower(valid) <= '2200-12-31'::date))) AND COALESCE(((upper(valid) >= '1900-01-01'::date) AND (upper(valid) <= '2200-12-31'::date)), false)))
);
ALTER TABLE ONLY medan.post_former FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.post_former OWNER TO medan_owner;
COMMENT ON TABLE medan.post_former IS 'The unit that a post belonged to before its present one; its seats are in formasi';
CREATE VIEW medan.own_post_former WITH (security_barrier='true') AS
 SELECT post_former.agency_id,
    post_former.post_former_id,
    post_former.post_id,
    post_former.valid,
    post_former.org_unit_id,
    post_former.recorded_at
   FROM medan.post_former
 OFFSET 0;
ALTER TABLE medan.own_post_former OWNER TO medan_window;
CREATE TABLE medan.rating_event (
    agency_id integer NOT NULL,
    rating_event_id bigint NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    work_result smallint NOT NULL,
    work_behaviour smallint NOT NULL,
    rater_nip text,
    source text DEFAULT 'rater'::text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    segment smallint,
    CONSTRAINT rating_event_check CHECK ((((work_result >= 1) AND (work_result <= 3)) AND ((work_behaviour >= 1) AND (work_behaviour <= 3)))),
    CONSTRAINT rating_event_rater_check CHECK ((rater_nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT rating_event_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT rating_event_source_check CHECK ((source = ANY (ARRAY['import'::text, 'rater'::text, 'moved'::text])))
);
ALTER TABLE ONLY medan.rating_event FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.rating_event OWNER TO medan_owner;
COMMENT ON TABLE medan.rating_event IS 'What a rater said, append-only; the newest before the close counts';
COMMENT ON COLUMN medan.rating_event.segment IS 'The segment that is rated; null for the whole period';
CREATE VIEW medan.own_rating_event WITH (security_barrier='true') AS
 SELECT rating_event.agency_id,
    rating_event.rating_event_id,
    rating_event.cycle_id,
    rating_event.employment_id,
    rating_event.work_result,
    rating_event.work_behaviour,
    rating_event.rater_nip,
    rating_event.source,
    rating_event.recorded_at,
    rating_event.segment
   FROM medan.rating_event
 OFFSET 0;
ALTER TABLE medan.own_rating_event OWNER TO medan_window;
CREATE TABLE medan.run_failure (
    agency_id integer NOT NULL,
    run_id bigint NOT NULL,
    key bigint NOT NULL,
    code text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT run_failure_text_check CHECK (((COALESCE(code, ''::text) || COALESCE(reason, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.run_failure FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.run_failure OWNER TO medan_owner;
COMMENT ON TABLE medan.run_failure IS 'Whom a run could not handle, and why; the rest went on';
CREATE VIEW medan.own_run_failure WITH (security_barrier='true') AS
 SELECT run_failure.agency_id,
    run_failure.run_id,
    run_failure.key,
    run_failure.code,
    run_failure.reason
   FROM medan.run_failure
 OFFSET 0;
ALTER TABLE medan.own_run_failure OWNER TO medan_window;
CREATE VIEW medan.own_service_event WITH (security_barrier='true') AS
 SELECT service_event.agency_id,
    service_event.service_event_id,
    service_event.employment_id,
    service_event.kind,
    service_event.valid_from,
    service_event.legal_standing,
    service_event.document_number,
    service_event.document_date,
    service_event.ended_assignments,
    service_event.ended_until,
    service_event.recorded_by,
    service_event.recorded_at,
    service_event.undoes,
    service_event.former_status
   FROM medan.service_event
 OFFSET 0;
ALTER TABLE medan.own_service_event OWNER TO medan_window;
CREATE TABLE medan.talent_placement (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    performance_level smallint NOT NULL,
    potential_level smallint,
    box smallint,
    potential_score numeric(5,2),
    potential_known smallint NOT NULL,
    competency numeric(5,2),
    potential numeric(5,2),
    education numeric(5,2),
    experience numeric(5,2),
    rule_set text NOT NULL,
    version smallint DEFAULT 1 NOT NULL,
    superseded boolean DEFAULT false NOT NULL,
    placed_as_of date,
    performance_score numeric(5,2),
    performance_known smallint,
    rating numeric(5,2),
    award numeric(5,2),
    team_duty numeric(5,2),
    feedback numeric(5,2),
    development numeric(5,2),
    field_match numeric(5,2),
    discipline numeric(5,2),
    inputs bigint[],
    CONSTRAINT talent_placement_check CHECK ((((performance_level >= 1) AND (performance_level <= 3)) AND (num_nulls(potential_level, box) = ANY (ARRAY[0, 2])))),
    CONSTRAINT talent_placement_placed_as_of_bounds_check CHECK (((placed_as_of >= '1900-01-01'::date) AND (placed_as_of <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.talent_placement FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.talent_placement OWNER TO medan_owner;
COMMENT ON TABLE medan.talent_placement IS 'Phase place: the box by the nine-box table, with every component''s score; null where a component is not known, and no box where too little is known (setting minimum_assessments)';
COMMENT ON COLUMN medan.talent_placement.performance_known IS 'Percent of the axis'' weight that is known; the score is their mean';
COMMENT ON COLUMN medan.talent_placement.inputs IS 'The evidence that there was on the day, scored or too old to score';
CREATE VIEW medan.own_talent_placement WITH (security_barrier='true') AS
 SELECT talent_placement.agency_id,
    talent_placement.cycle_id,
    talent_placement.employment_id,
    talent_placement.performance_level,
    talent_placement.potential_level,
    talent_placement.box,
    talent_placement.potential_score,
    talent_placement.potential_known,
    talent_placement.competency,
    talent_placement.potential,
    talent_placement.education,
    talent_placement.experience,
    talent_placement.rule_set,
    talent_placement.version,
    talent_placement.superseded,
    talent_placement.placed_as_of,
    talent_placement.performance_score,
    talent_placement.performance_known,
    talent_placement.rating,
    talent_placement.award,
    talent_placement.team_duty,
    talent_placement.feedback,
    talent_placement.development,
    talent_placement.field_match,
    talent_placement.discipline,
    talent_placement.inputs
   FROM medan.talent_placement
  WHERE medan.own_results_released(talent_placement.agency_id, talent_placement.cycle_id)
 OFFSET 0;
ALTER TABLE medan.own_talent_placement OWNER TO medan_window;
CREATE TABLE medan.transfer_party (
    agency_id integer NOT NULL,
    transfer_case_id bigint NOT NULL,
    side text NOT NULL,
    number text NOT NULL,
    other_agency_id integer NOT NULL,
    post_id bigint,
    employment_id bigint,
    nip text NOT NULL,
    name text NOT NULL,
    grade_rank_id smallint,
    education_level_id smallint,
    other_title text,
    planned_on date NOT NULL,
    proposer text NOT NULL,
    basis text NOT NULL,
    state text NOT NULL,
    shown_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_party_changed_at_bounds_check CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_party_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT transfer_party_planned_on_bounds_check CHECK (((planned_on >= '1900-01-01'::date) AND (planned_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_party_shown_at_bounds_check CHECK (((shown_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (shown_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_party_side_check CHECK ((side = ANY (ARRAY['releasing'::text, 'receiving'::text, 'both'::text]))),
    CONSTRAINT transfer_party_text_check CHECK (((COALESCE(name, ''::text) || COALESCE(other_title, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_party FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_party OWNER TO medan_owner;
CREATE VIEW medan.own_transfer_party WITH (security_barrier='true') AS
 SELECT transfer_party.agency_id,
    transfer_party.transfer_case_id,
    transfer_party.side,
    transfer_party.number,
    transfer_party.other_agency_id,
    transfer_party.post_id,
    transfer_party.employment_id,
    transfer_party.nip,
    transfer_party.name,
    transfer_party.grade_rank_id,
    transfer_party.education_level_id,
    transfer_party.other_title,
    transfer_party.planned_on,
    transfer_party.proposer,
    transfer_party.basis,
    transfer_party.state,
    transfer_party.shown_at,
    transfer_party.changed_at
   FROM medan.transfer_party
 OFFSET 0;
ALTER TABLE medan.own_transfer_party OWNER TO medan_window;
CREATE TABLE medan.transfer_request (
    agency_id integer NOT NULL,
    transfer_request_id bigint NOT NULL,
    nip text NOT NULL,
    to_agency_id integer NOT NULL,
    to_post_id bigint NOT NULL,
    proposer text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    planned_on date NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    number text,
    declined text,
    answered_by text,
    CONSTRAINT transfer_request_answer_check CHECK (((number IS NULL) OR (declined IS NULL))),
    CONSTRAINT transfer_request_basis_check CHECK ((basis = ANY (ARRAY['agency_need'::text, 'own_request'::text, 'talent_plan'::text, 'open_selection'::text]))),
    CONSTRAINT transfer_request_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT transfer_request_planned_on_bounds_check CHECK (((planned_on >= '1900-01-01'::date) AND (planned_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_request_proposer_check CHECK ((proposer = ANY (ARRAY['releasing'::text, 'receiving'::text, 'employee'::text]))),
    CONSTRAINT transfer_request_requested_at_bounds_check CHECK (((requested_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (requested_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_request_requested_by_check CHECK ((TRIM(BOTH FROM requested_by) <> ''::text)),
    CONSTRAINT transfer_request_text_check CHECK (((((COALESCE(reason, ''::text) || COALESCE(requested_by, ''::text)) || COALESCE(declined, ''::text)) || COALESCE(answered_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_request FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_request OWNER TO medan_owner;
CREATE VIEW medan.own_transfer_request WITH (security_barrier='true') AS
 SELECT transfer_request.agency_id,
    transfer_request.transfer_request_id,
    transfer_request.nip,
    transfer_request.to_agency_id,
    transfer_request.to_post_id,
    transfer_request.proposer,
    transfer_request.basis,
    transfer_request.reason,
    transfer_request.planned_on,
    transfer_request.requested_by,
    transfer_request.requested_at,
    transfer_request.number,
    transfer_request.declined,
    transfer_request.answered_by
   FROM medan.transfer_request
 OFFSET 0;
ALTER TABLE medan.own_transfer_request OWNER TO medan_window;
CREATE TABLE medan.performance_level (
    rule_set text NOT NULL,
    rating smallint NOT NULL,
    level smallint NOT NULL,
    CONSTRAINT performance_level_check CHECK ((((rating >= 1) AND (rating <= 5)) AND ((level >= 1) AND (level <= 3))))
);
ALTER TABLE ONLY medan.performance_level FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.performance_level OWNER TO medan_owner;
ALTER TABLE medan.person_history ALTER COLUMN person_history_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.person_history_person_history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.person ALTER COLUMN person_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.person_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.position_level (
    position_level text NOT NULL,
    title text NOT NULL,
    ordinal smallint NOT NULL,
    retirement_age smallint NOT NULL
);
ALTER TABLE ONLY medan.position_level FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.position_level OWNER TO medan_owner;
ALTER TABLE medan.post_former ALTER COLUMN post_former_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.post_former_post_former_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.post ALTER COLUMN post_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.post_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.rating_event ALTER COLUMN rating_event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.rating_event_rating_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.rating_matrix (
    rule_set text NOT NULL,
    work_result smallint NOT NULL,
    work_behaviour smallint NOT NULL,
    rating smallint NOT NULL,
    CONSTRAINT rating_matrix_check CHECK ((((work_result >= 1) AND (work_result <= 3)) AND ((work_behaviour >= 1) AND (work_behaviour <= 3)) AND ((rating >= 1) AND (rating <= 5))))
);
ALTER TABLE ONLY medan.rating_matrix FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.rating_matrix OWNER TO medan_owner;
CREATE TABLE medan.rule_set (
    rule_set text NOT NULL,
    valid_from date NOT NULL,
    basis text NOT NULL,
    CONSTRAINT rule_set_text_check CHECK (((COALESCE(rule_set, ''::text) || COALESCE(basis, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT rule_set_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.rule_set FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.rule_set OWNER TO medan_owner;
CREATE TABLE medan.run (
    run_id bigint NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    step text NOT NULL,
    ordinal smallint NOT NULL,
    state text DEFAULT 'scheduled'::text NOT NULL,
    intended_at timestamp with time zone NOT NULL,
    is_paused boolean DEFAULT false NOT NULL,
    pause_note text,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT run_ended_at_bounds_check CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_intended_at_bounds_check CHECK (((intended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (intended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_started_at_bounds_check CHECK (((started_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (started_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
    CONSTRAINT run_text_check CHECK ((COALESCE(pause_note, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.run FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.run OWNER TO medan_owner;
COMMENT ON COLUMN medan.run.ordinal IS 'Steps of a subject run in this order: one waits until those before it are done';
COMMENT ON COLUMN medan.run.state IS 'scheduled until intended_at, waiting for the steps before it, running, and how it ended';
COMMENT ON COLUMN medan.run.is_paused IS 'No chunk of it is claimed; those in hand are finished';
CREATE TABLE medan.run_chunk (
    agency_id integer NOT NULL,
    run_id bigint NOT NULL,
    run_chunk_id bigint NOT NULL,
    first_key bigint,
    last_key bigint,
    keys integer,
    state text DEFAULT 'ready'::text NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    errors smallint DEFAULT 0 NOT NULL,
    worker_id integer,
    due_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    processed integer,
    failures integer,
    last_error text,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    claim uuid,
    late_since timestamp with time zone,
    CONSTRAINT run_chunk_due_at_bounds_check CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_chunk_ended_at_bounds_check CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_chunk_keys_check CHECK (((num_nulls(first_key, last_key) = ANY (ARRAY[0, 2])) AND (first_key <= last_key) AND (keys >= 0))),
    CONSTRAINT run_chunk_late_since_bounds_check CHECK (((late_since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (late_since <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_chunk_started_at_bounds_check CHECK (((started_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (started_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT run_chunk_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'split'::text, 'failed'::text]))),
    CONSTRAINT run_chunk_worker_check CHECK (((state = 'running'::text) <= (worker_id IS NOT NULL)))
);
ALTER TABLE ONLY medan.run_chunk FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.run_chunk OWNER TO medan_owner;
COMMENT ON TABLE medan.run_chunk IS 'A part of a run: the keys first_key to last_key of an agency, null for all of them. A chunk that would take too long splits itself. It is finished only by the worker and in the attempt that hold it, together with its effect';
COMMENT ON COLUMN medan.run_chunk.attempt IS 'Counts claims; an interrupted one is no error';
COMMENT ON COLUMN medan.run_chunk.errors IS 'Counts failures; too many end the chunk';
COMMENT ON COLUMN medan.run_chunk.claim IS 'Fences the finish: a number that only whoever claimed the chunk was told';
COMMENT ON COLUMN medan.run_chunk.late_since IS 'Since when the chunk waits for a lock that another session holds; null once it is done, and where it never waited';
ALTER TABLE medan.run_chunk ALTER COLUMN run_chunk_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.run_chunk_run_chunk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.run ALTER COLUMN run_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.run_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.schedule (
    schedule_id integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    target integer,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    priority smallint DEFAULT 2 NOT NULL,
    rule text NOT NULL,
    anchor date NOT NULL,
    zone text NOT NULL,
    shift text DEFAULT 'none'::text NOT NULL,
    jitter_seconds integer DEFAULT 0 NOT NULL,
    catch_up_seconds integer DEFAULT 86400 NOT NULL,
    missed text DEFAULT 'one'::text NOT NULL,
    overlap text DEFAULT 'skip'::text NOT NULL,
    next_at timestamp with time zone,
    is_paused boolean DEFAULT false NOT NULL,
    pause_note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT schedule_anchor_bounds_check CHECK (((anchor >= '1900-01-01'::date) AND (anchor <= '2200-12-31'::date))),
    CONSTRAINT schedule_catch_up_check CHECK (((catch_up_seconds >= 60) AND (catch_up_seconds <= 31622400))),
    CONSTRAINT schedule_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT schedule_jitter_check CHECK (((jitter_seconds >= 0) AND (jitter_seconds <= 86400))),
    CONSTRAINT schedule_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT schedule_missed_check CHECK ((missed = ANY (ARRAY['skip'::text, 'one'::text, 'all'::text]))),
    CONSTRAINT schedule_name_check CHECK ((name ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT schedule_next_at_bounds_check CHECK (((next_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (next_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT schedule_overlap_check CHECK ((overlap = ANY (ARRAY['skip'::text, 'queue'::text, 'cancel'::text]))),
    CONSTRAINT schedule_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT schedule_shift_check CHECK ((shift = ANY (ARRAY['none'::text, 'next'::text, 'previous'::text]))),
    CONSTRAINT schedule_text_check CHECK ((((COALESCE(rule, ''::text) || COALESCE(zone, ''::text)) || COALESCE(pause_note, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.schedule FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.schedule OWNER TO medan_owner;
COMMENT ON COLUMN medan.schedule.target IS 'Whose job it is: 0 the city''s, an agency''s; null: one for each active agency';
COMMENT ON COLUMN medan.schedule.rule IS 'RRULE of RFC 5545; its first day is anchor, its days and times are those of zone';
COMMENT ON COLUMN medan.schedule.catch_up_seconds IS 'What is missed for longer is not made up for';
COMMENT ON COLUMN medan.schedule.missed IS 'Of several that were missed: none, the last one, or all in their order';
COMMENT ON COLUMN medan.schedule.overlap IS 'When the job before has not ended: left out, queued behind it, or that one is cancelled first';
COMMENT ON COLUMN medan.schedule.next_at IS 'The next intended instant; firing changes it by compare-and-set. Null: there is none';
CREATE TABLE medan.schedule_occurrence (
    schedule_id integer NOT NULL,
    intended_at timestamp with time zone NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    is_backfill boolean DEFAULT false NOT NULL,
    occurrences integer DEFAULT 1 NOT NULL,
    jobs integer,
    decided_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    fired_at timestamp with time zone,
    CONSTRAINT schedule_occurrence_decided_at_bounds_check CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT schedule_occurrence_fired_at_bounds_check CHECK (((fired_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (fired_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT schedule_occurrence_fired_check CHECK (((state = 'fired'::text) = (fired_at IS NOT NULL))),
    CONSTRAINT schedule_occurrence_intended_at_bounds_check CHECK (((intended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (intended_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT schedule_occurrence_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'fired'::text, 'missed'::text, 'overlapped'::text, 'replaced'::text])))
);
ALTER TABLE ONLY medan.schedule_occurrence FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.schedule_occurrence OWNER TO medan_owner;
COMMENT ON COLUMN medan.schedule_occurrence.state IS 'waiting for the job before it to end; fired; missed, too late; overlapped, left out; replaced by a later one';
COMMENT ON COLUMN medan.schedule_occurrence.occurrences IS 'How many were missed from this one on';
COMMENT ON COLUMN medan.schedule_occurrence.jobs IS 'How many were enqueued; an agency whose job of it has not ended gets none';
ALTER TABLE medan.schedule ALTER COLUMN schedule_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.schedule_schedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.scoring_weight (
    rule_set text NOT NULL,
    axis text NOT NULL,
    component text NOT NULL,
    weight smallint NOT NULL,
    CONSTRAINT scoring_weight_check CHECK (((axis = ANY (ARRAY['performance'::text, 'potential'::text])) AND ((weight >= 0) AND (weight <= 100))))
);
ALTER TABLE ONLY medan.scoring_weight FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.scoring_weight OWNER TO medan_owner;
COMMENT ON TABLE medan.scoring_weight IS 'Percent of the axis that a component makes up';
ALTER TABLE medan.service_event ALTER COLUMN service_event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.service_event_service_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.setting (
    rule_set text NOT NULL,
    name text NOT NULL,
    value integer NOT NULL,
    basis text NOT NULL,
    CONSTRAINT setting_text_check CHECK ((COALESCE(basis, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.setting FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.setting OWNER TO medan_owner;
COMMENT ON TABLE medan.setting IS 'What the rules leave to the city, dated with the rule set';
CREATE TABLE medan.sub_score (
    rule_set text NOT NULL,
    component text NOT NULL,
    at_least smallint NOT NULL,
    score smallint NOT NULL,
    CONSTRAINT sub_score_check CHECK (((score >= 0) AND (score <= 100)))
);
ALTER TABLE ONLY medan.sub_score FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.sub_score OWNER TO medan_owner;
COMMENT ON TABLE medan.sub_score IS 'Score of a component from a key on: an education level''s id, completed years in the post';
CREATE TABLE medan.talent_box (
    rule_set text NOT NULL,
    performance_level smallint NOT NULL,
    potential_level smallint NOT NULL,
    box smallint NOT NULL,
    CONSTRAINT talent_box_check CHECK ((((performance_level >= 1) AND (performance_level <= 3)) AND ((potential_level >= 1) AND (potential_level <= 3)) AND ((box >= 1) AND (box <= 9))))
);
ALTER TABLE ONLY medan.talent_box FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.talent_box OWNER TO medan_owner;
CREATE TABLE medan.threshold (
    rule_set text NOT NULL,
    axis text NOT NULL,
    level smallint NOT NULL,
    at_least smallint NOT NULL,
    CONSTRAINT threshold_check CHECK (((axis = ANY (ARRAY['performance'::text, 'potential'::text])) AND ((level >= 1) AND (level <= 3))))
);
ALTER TABLE ONLY medan.threshold FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.threshold OWNER TO medan_owner;
CREATE TABLE medan.transfer_batch (
    transfer_batch_id integer NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    planned_on date,
    created_by text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_batch_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'::text)),
    CONSTRAINT transfer_batch_created_at_bounds_check CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_batch_planned_on_bounds_check CHECK (((planned_on >= '1900-01-01'::date) AND (planned_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_batch_text_check CHECK (((COALESCE(title, ''::text) || COALESCE(created_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_batch FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_batch OWNER TO medan_owner;
ALTER TABLE medan.transfer_batch ALTER COLUMN transfer_batch_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_batch_transfer_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.transfer_case ALTER COLUMN transfer_case_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_case_transfer_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.transfer_check (
    agency_id integer NOT NULL,
    transfer_check_id bigint NOT NULL,
    transfer_case_id bigint NOT NULL,
    revision integer NOT NULL,
    for_day date NOT NULL,
    rules text NOT NULL,
    checked_by text NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_check_checked_at_bounds_check CHECK (((checked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (checked_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_check_for_day_bounds_check CHECK (((for_day >= '1900-01-01'::date) AND (for_day <= '2200-12-31'::date))),
    CONSTRAINT transfer_check_text_check CHECK ((COALESCE(checked_by, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_check FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_check OWNER TO medan_owner;
ALTER TABLE medan.transfer_check ALTER COLUMN transfer_check_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_check_transfer_check_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.transfer_conflict (
    agency_id integer NOT NULL,
    transfer_conflict_id bigint NOT NULL,
    transfer_case_id bigint NOT NULL,
    declared_of text NOT NULL,
    kind text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_conflict_declared_of_check CHECK ((TRIM(BOTH FROM declared_of) <> ''::text)),
    CONSTRAINT transfer_conflict_kind_check CHECK ((kind = ANY (ARRAY['none'::text, 'decider_related'::text, 'decider_is_candidate'::text, 'spouses_in_line'::text, 'oversight_of_relation'::text]))),
    CONSTRAINT transfer_conflict_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_conflict_text_check CHECK ((COALESCE(declared_of, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_conflict FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_conflict OWNER TO medan_owner;
ALTER TABLE medan.transfer_conflict ALTER COLUMN transfer_conflict_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_conflict_transfer_conflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.transfer_document (
    agency_id integer NOT NULL,
    transfer_document_id bigint NOT NULL,
    transfer_case_id bigint NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    document_date date NOT NULL,
    post text,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_document_document_date_bounds_check CHECK (((document_date >= '1900-01-01'::date) AND (document_date <= '2200-12-31'::date))),
    CONSTRAINT transfer_document_kind_check CHECK ((kind ~ '^[a-z][a-z_]{0,39}$'::text)),
    CONSTRAINT transfer_document_number_check CHECK (((TRIM(BOTH FROM number) <> ''::text) AND (TRIM(BOTH FROM recorded_by) <> ''::text))),
    CONSTRAINT transfer_document_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_document_text_check CHECK ((((COALESCE(number, ''::text) || COALESCE(post, ''::text)) || COALESCE(recorded_by, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_document FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_document OWNER TO medan_owner;
ALTER TABLE medan.transfer_document ALTER COLUMN transfer_document_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_document_transfer_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.transfer_event (
    agency_id integer NOT NULL,
    transfer_event_id bigint NOT NULL,
    transfer_case_id bigint NOT NULL,
    step text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    actor text NOT NULL,
    acted_by text NOT NULL,
    acted_on date NOT NULL,
    document_number text,
    document_date date,
    note text,
    recorded_by text DEFAULT SESSION_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_event_acted_by_check CHECK ((TRIM(BOTH FROM acted_by) <> ''::text)),
    CONSTRAINT transfer_event_acted_on_bounds_check CHECK (((acted_on >= '1900-01-01'::date) AND (acted_on <= '2200-12-31'::date))),
    CONSTRAINT transfer_event_document_date_bounds_check CHECK (((document_date >= '1900-01-01'::date) AND (document_date <= '2200-12-31'::date))),
    CONSTRAINT transfer_event_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_event_text_check CHECK ((((COALESCE(acted_by, ''::text) || COALESCE(document_number, ''::text)) || COALESCE(note, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_event FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_event OWNER TO medan_owner;
ALTER TABLE medan.transfer_event ALTER COLUMN transfer_event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_event_transfer_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.transfer_exception (
    agency_id integer NOT NULL,
    transfer_exception_id bigint NOT NULL,
    transfer_case_id bigint NOT NULL,
    rule text NOT NULL,
    reason text NOT NULL,
    approved_by text NOT NULL,
    document_number text NOT NULL,
    document_date date NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT transfer_exception_document_date_bounds_check CHECK (((document_date >= '1900-01-01'::date) AND (document_date <= '2200-12-31'::date))),
    CONSTRAINT transfer_exception_reason_check CHECK (((TRIM(BOTH FROM reason) <> ''::text) AND (TRIM(BOTH FROM approved_by) <> ''::text) AND (TRIM(BOTH FROM document_number) <> ''::text))),
    CONSTRAINT transfer_exception_recorded_at_bounds_check CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at <= '2201-12-31 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT transfer_exception_text_check CHECK ((((COALESCE(reason, ''::text) || COALESCE(approved_by, ''::text)) || COALESCE(document_number, ''::text)) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text)))
);
ALTER TABLE ONLY medan.transfer_exception FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_exception OWNER TO medan_owner;
ALTER TABLE medan.transfer_exception ALTER COLUMN transfer_exception_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_exception_transfer_exception_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE medan.transfer_request ALTER COLUMN transfer_request_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.transfer_request_transfer_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.transfer_rule (
    rule text NOT NULL,
    direction text NOT NULL,
    level text NOT NULL,
    effect text NOT NULL,
    parameter text NOT NULL,
    valid_from date NOT NULL,
    source text NOT NULL,
    CONSTRAINT transfer_rule_text_check CHECK ((COALESCE(source, ''::text) !~ ((((((((((((('['::text || chr(1)) || '-'::text) || chr(31)) || chr(127)) || '-'::text) || chr(159)) || chr(8232)) || '-'::text) || chr(8238)) || chr(8294)) || '-'::text) || chr(8297)) || ']'::text))),
    CONSTRAINT transfer_rule_valid_from_bounds_check CHECK (((valid_from >= '1900-01-01'::date) AND (valid_from <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.transfer_rule FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_rule OWNER TO medan_owner;
CREATE TABLE medan.transfer_step (
    from_state text NOT NULL,
    step text NOT NULL,
    actor text NOT NULL,
    to_state text NOT NULL,
    needs text,
    CONSTRAINT transfer_step_actor_check CHECK ((actor = ANY (ARRAY['releasing'::text, 'receiving'::text, 'employee'::text, 'personnel'::text, 'review_team'::text, 'mayor'::text, 'bkn'::text, 'worker'::text])))
);
ALTER TABLE ONLY medan.transfer_step FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_step OWNER TO medan_owner;
COMMENT ON COLUMN medan.transfer_step.needs IS 'What must hold, as words that require_transfer_needs knows';
CREATE TABLE medan.transfer_verdict (
    agency_id integer NOT NULL,
    transfer_check_id bigint NOT NULL,
    rule text NOT NULL,
    outcome text NOT NULL,
    stops boolean NOT NULL,
    may_be_lifted boolean NOT NULL,
    facts jsonb NOT NULL,
    passes_on date,
    CONSTRAINT transfer_verdict_outcome_check CHECK ((outcome = ANY (ARRAY['pass'::text, 'warn'::text, 'block'::text, 'gate'::text, 'not_known'::text]))),
    CONSTRAINT transfer_verdict_passes_on_bounds_check CHECK (((passes_on >= '1900-01-01'::date) AND (passes_on <= '2200-12-31'::date)))
);
ALTER TABLE ONLY medan.transfer_verdict FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.transfer_verdict OWNER TO medan_owner;
CREATE TABLE medan.worker (
    worker_id integer NOT NULL,
    name text NOT NULL,
    started_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    lease_until timestamp with time zone NOT NULL
);
ALTER TABLE ONLY medan.worker FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.worker OWNER TO medan_owner;
COMMENT ON TABLE medan.worker IS 'A worker process. It is alive while it holds the advisory lock (''worker'', worker_id) and its lease has not run out';
ALTER TABLE medan.worker ALTER COLUMN worker_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.worker_worker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY medan.agency
    ADD CONSTRAINT agency_code_key UNIQUE (code);
ALTER TABLE ONLY medan.agency_login
    ADD CONSTRAINT agency_login_pkey PRIMARY KEY (agency_id, label);
ALTER TABLE ONLY medan.agency_name
    ADD CONSTRAINT agency_name_pkey PRIMARY KEY (agency_id, valid);
ALTER TABLE ONLY medan.agency_name
    ADD CONSTRAINT agency_name_valid_excl EXCLUDE USING gist (agency_id WITH =, valid WITH &&);
ALTER TABLE ONLY medan.agency
    ADD CONSTRAINT agency_pkey PRIMARY KEY (agency_id);
ALTER TABLE ONLY medan.applied_file
    ADD CONSTRAINT applied_file_pkey PRIMARY KEY (path);
ALTER TABLE ONLY medan.appraisal_closing
    ADD CONSTRAINT appraisal_closing_pkey PRIMARY KEY (agency_id, cycle_id, employment_id, version);
ALTER TABLE ONLY medan.appraisal_exclusion
    ADD CONSTRAINT appraisal_exclusion_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.appraisal
    ADD CONSTRAINT appraisal_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.appraisal_receipt
    ADD CONSTRAINT appraisal_receipt_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.appraisal_reminder
    ADD CONSTRAINT appraisal_reminder_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.appraisal_revision
    ADD CONSTRAINT appraisal_revision_pkey PRIMARY KEY (agency_id, cycle_id, employment_id, version);
ALTER TABLE ONLY medan.appraisal_score
    ADD CONSTRAINT appraisal_score_pkey PRIMARY KEY (agency_id, cycle_id, employment_id, version);
ALTER TABLE ONLY medan.appraisal_segment
    ADD CONSTRAINT appraisal_segment_pkey PRIMARY KEY (agency_id, cycle_id, employment_id, segment);
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_definitive_excl EXCLUDE USING gist (agency_id WITH =, employment_id WITH =, valid WITH &&) WHERE ((kind = 'definitive'::text));
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_other_excl EXCLUDE USING gist (agency_id WITH =, employment_id WITH =, post_id WITH =, kind WITH =, valid WITH &&) WHERE ((kind <> 'definitive'::text));
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (agency_id, assignment_id);
ALTER TABLE ONLY medan.audit_block
    ADD CONSTRAINT audit_block_pkey PRIMARY KEY (agency_id);
ALTER TABLE ONLY medan.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (agency_id, block, audit_event_id);
ALTER TABLE ONLY medan.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (agency_id, block);
ALTER TABLE ONLY medan.city_job_title
    ADD CONSTRAINT city_job_title_pkey PRIMARY KEY (job_title);
ALTER TABLE ONLY medan.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);
ALTER TABLE ONLY medan.competency_standard
    ADD CONSTRAINT competency_standard_pkey PRIMARY KEY (agency_id, post_id, competency, valid_from);
ALTER TABLE ONLY medan.component_part
    ADD CONSTRAINT component_part_pkey PRIMARY KEY (rule_set, component, part);
ALTER TABLE ONLY medan.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (agency_id, correction_id);
ALTER TABLE ONLY medan.cycle
    ADD CONSTRAINT cycle_code_key UNIQUE (code);
ALTER TABLE ONLY medan.cycle_milestone
    ADD CONSTRAINT cycle_milestone_pkey PRIMARY KEY (agency_id, cycle_id, milestone);
ALTER TABLE ONLY medan.cycle_phase
    ADD CONSTRAINT cycle_phase_ordinal_key UNIQUE (cycle_id, ordinal);
ALTER TABLE ONLY medan.cycle_phase
    ADD CONSTRAINT cycle_phase_pkey PRIMARY KEY (cycle_id, phase);
ALTER TABLE ONLY medan.cycle
    ADD CONSTRAINT cycle_pkey PRIMARY KEY (cycle_id);
ALTER TABLE ONLY medan.decree
    ADD CONSTRAINT decree_number_key UNIQUE (number);
ALTER TABLE ONLY medan.decree
    ADD CONSTRAINT decree_pkey PRIMARY KEY (decree_id);
ALTER TABLE ONLY medan.education_level
    ADD CONSTRAINT education_level_pkey PRIMARY KEY (education_level_id);
ALTER TABLE ONLY medan.employment
    ADD CONSTRAINT employment_person_valid_excl EXCLUDE USING gist (agency_id WITH =, person_id WITH =, valid WITH &&);
ALTER TABLE ONLY medan.employment
    ADD CONSTRAINT employment_pkey PRIMARY KEY (agency_id, employment_id);
ALTER TABLE ONLY medan.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (agency_id, evidence_id);
ALTER TABLE ONLY medan.evidence_register
    ADD CONSTRAINT evidence_register_pkey PRIMARY KEY (agency_id, kind, recorded_at);
ALTER TABLE ONLY medan.fact_history
    ADD CONSTRAINT fact_history_pkey PRIMARY KEY (agency_id, fact_history_id);
ALTER TABLE ONLY medan.formasi
    ADD CONSTRAINT formasi_key UNIQUE (agency_id, post_id, valid_from);
ALTER TABLE ONLY medan.formasi
    ADD CONSTRAINT formasi_pkey PRIMARY KEY (agency_id, formasi_id);
ALTER TABLE ONLY medan.freeze_window
    ADD CONSTRAINT freeze_window_pkey PRIMARY KEY (freeze_window_id);
ALTER TABLE ONLY medan.grade_rank
    ADD CONSTRAINT grade_rank_code_key UNIQUE (code);
ALTER TABLE ONLY medan.grade_rank
    ADD CONSTRAINT grade_rank_pkey PRIMARY KEY (grade_rank_id);
ALTER TABLE ONLY medan.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (day);
ALTER TABLE ONLY medan.job_agency
    ADD CONSTRAINT job_agency_pkey PRIMARY KEY (agency_id);
ALTER TABLE ONLY medan.job_history
    ADD CONSTRAINT job_history_pkey PRIMARY KEY (agency_id, job_id);
ALTER TABLE ONLY medan.job_kind
    ADD CONSTRAINT job_kind_pkey PRIMARY KEY (kind);
ALTER TABLE ONLY medan.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (agency_id, job_id);
ALTER TABLE ONLY medan.job_title
    ADD CONSTRAINT job_title_pkey PRIMARY KEY (job_title);
ALTER TABLE ONLY medan.job_turn
    ADD CONSTRAINT job_turn_pkey PRIMARY KEY (agency_id);
ALTER TABLE ONLY medan.legal_standing
    ADD CONSTRAINT legal_standing_code_key UNIQUE (code);
ALTER TABLE ONLY medan.legal_standing
    ADD CONSTRAINT legal_standing_pkey PRIMARY KEY (legal_standing);
ALTER TABLE ONLY medan.level_score
    ADD CONSTRAINT level_score_pkey PRIMARY KEY (rule_set, component, level);
ALTER TABLE ONLY medan.local_condition
    ADD CONSTRAINT local_condition_pkey PRIMARY KEY (condition, valid_from);
ALTER TABLE ONLY medan.login_fingerprint
    ADD CONSTRAINT login_fingerprint_pkey PRIMARY KEY (agency_id, label);
ALTER TABLE ONLY medan.objection_decision
    ADD CONSTRAINT objection_decision_pkey PRIMARY KEY (agency_id, objection_id);
ALTER TABLE ONLY medan.objection
    ADD CONSTRAINT objection_once_key UNIQUE (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.objection
    ADD CONSTRAINT objection_pkey PRIMARY KEY (agency_id, objection_id);
ALTER TABLE ONLY medan.org_unit_event
    ADD CONSTRAINT org_unit_event_pkey PRIMARY KEY (agency_id, org_unit_event_id);
ALTER TABLE ONLY medan.org_unit_former
    ADD CONSTRAINT org_unit_former_pkey PRIMARY KEY (agency_id, org_unit_former_id);
ALTER TABLE ONLY medan.org_unit_former
    ADD CONSTRAINT org_unit_former_valid_excl EXCLUDE USING gist (agency_id WITH =, org_unit_id WITH =, valid WITH &&);
ALTER TABLE ONLY medan.org_unit
    ADD CONSTRAINT org_unit_pkey PRIMARY KEY (agency_id, org_unit_id);
ALTER TABLE ONLY medan.org_unit
    ADD CONSTRAINT org_unit_siasn_id_key UNIQUE (agency_id, siasn_id);
ALTER TABLE ONLY medan.organisation_rating
    ADD CONSTRAINT organisation_rating_pkey PRIMARY KEY (agency_id, organisation_rating_id);
ALTER TABLE ONLY medan.performance_level
    ADD CONSTRAINT performance_level_pkey PRIMARY KEY (rule_set, rating);
ALTER TABLE ONLY medan.person_history
    ADD CONSTRAINT person_history_pkey PRIMARY KEY (agency_id, person_history_id);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_nip_key UNIQUE (agency_id, nip);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (agency_id, person_id);
ALTER TABLE ONLY medan.position_level
    ADD CONSTRAINT position_level_pkey PRIMARY KEY (position_level);
ALTER TABLE ONLY medan.post_former
    ADD CONSTRAINT post_former_pkey PRIMARY KEY (agency_id, post_former_id);
ALTER TABLE ONLY medan.post_former
    ADD CONSTRAINT post_former_valid_excl EXCLUDE USING gist (agency_id WITH =, post_id WITH =, valid WITH &&);
ALTER TABLE ONLY medan.post
    ADD CONSTRAINT post_pkey PRIMARY KEY (agency_id, post_id);
ALTER TABLE ONLY medan.post
    ADD CONSTRAINT post_title_key UNIQUE (agency_id, org_unit_id, title);
ALTER TABLE ONLY medan.rating_event
    ADD CONSTRAINT rating_event_pkey PRIMARY KEY (agency_id, rating_event_id);
ALTER TABLE ONLY medan.rating_matrix
    ADD CONSTRAINT rating_matrix_pkey PRIMARY KEY (rule_set, work_result, work_behaviour);
ALTER TABLE ONLY medan.rule_set
    ADD CONSTRAINT rule_set_pkey PRIMARY KEY (rule_set);
ALTER TABLE ONLY medan.rule_set
    ADD CONSTRAINT rule_set_valid_from_key UNIQUE (valid_from);
ALTER TABLE ONLY medan.run_chunk
    ADD CONSTRAINT run_chunk_pkey PRIMARY KEY (agency_id, run_id, run_chunk_id);
ALTER TABLE ONLY medan.run_failure
    ADD CONSTRAINT run_failure_pkey PRIMARY KEY (agency_id, run_id, key);
ALTER TABLE ONLY medan.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (run_id);
ALTER TABLE ONLY medan.run
    ADD CONSTRAINT run_step_key UNIQUE (kind, subject, step);
ALTER TABLE ONLY medan.schedule
    ADD CONSTRAINT schedule_name_key UNIQUE (name);
ALTER TABLE ONLY medan.schedule_occurrence
    ADD CONSTRAINT schedule_occurrence_pkey PRIMARY KEY (schedule_id, intended_at);
ALTER TABLE ONLY medan.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (schedule_id);
ALTER TABLE ONLY medan.scoring_weight
    ADD CONSTRAINT scoring_weight_pkey PRIMARY KEY (rule_set, axis, component);
ALTER TABLE ONLY medan.service_event
    ADD CONSTRAINT service_event_pkey PRIMARY KEY (agency_id, service_event_id);
ALTER TABLE ONLY medan.service_event
    ADD CONSTRAINT service_event_undoes_key UNIQUE (agency_id, undoes);
ALTER TABLE ONLY medan.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (rule_set, name);
ALTER TABLE ONLY medan.sub_score
    ADD CONSTRAINT sub_score_pkey PRIMARY KEY (rule_set, component, at_least);
ALTER TABLE ONLY medan.talent_box
    ADD CONSTRAINT talent_box_box_key UNIQUE (rule_set, box);
ALTER TABLE ONLY medan.talent_box
    ADD CONSTRAINT talent_box_pkey PRIMARY KEY (rule_set, performance_level, potential_level);
ALTER TABLE ONLY medan.talent_placement
    ADD CONSTRAINT talent_placement_pkey PRIMARY KEY (agency_id, cycle_id, employment_id, version);
ALTER TABLE ONLY medan.threshold
    ADD CONSTRAINT threshold_pkey PRIMARY KEY (rule_set, axis, level);
ALTER TABLE ONLY medan.transfer_batch
    ADD CONSTRAINT transfer_batch_code_key UNIQUE (code);
ALTER TABLE ONLY medan.transfer_batch
    ADD CONSTRAINT transfer_batch_pkey PRIMARY KEY (transfer_batch_id);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_number_key UNIQUE (agency_id, number);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_pkey PRIMARY KEY (agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_check
    ADD CONSTRAINT transfer_check_pkey PRIMARY KEY (agency_id, transfer_check_id);
ALTER TABLE ONLY medan.transfer_conflict
    ADD CONSTRAINT transfer_conflict_declared_of_key UNIQUE (agency_id, transfer_case_id, declared_of, kind);
ALTER TABLE ONLY medan.transfer_conflict
    ADD CONSTRAINT transfer_conflict_pkey PRIMARY KEY (agency_id, transfer_conflict_id);
ALTER TABLE ONLY medan.transfer_document
    ADD CONSTRAINT transfer_document_pkey PRIMARY KEY (agency_id, transfer_document_id);
ALTER TABLE ONLY medan.transfer_event
    ADD CONSTRAINT transfer_event_pkey PRIMARY KEY (agency_id, transfer_event_id);
ALTER TABLE ONLY medan.transfer_exception
    ADD CONSTRAINT transfer_exception_pkey PRIMARY KEY (agency_id, transfer_exception_id);
ALTER TABLE ONLY medan.transfer_exception
    ADD CONSTRAINT transfer_exception_rule_key UNIQUE (agency_id, transfer_case_id, rule);
ALTER TABLE ONLY medan.transfer_party
    ADD CONSTRAINT transfer_party_pkey PRIMARY KEY (agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_request
    ADD CONSTRAINT transfer_request_pkey PRIMARY KEY (agency_id, transfer_request_id);
ALTER TABLE ONLY medan.transfer_rule
    ADD CONSTRAINT transfer_rule_pkey PRIMARY KEY (rule, direction, level, valid_from);
ALTER TABLE ONLY medan.transfer_step
    ADD CONSTRAINT transfer_step_pkey PRIMARY KEY (from_state, step, actor);
ALTER TABLE ONLY medan.transfer_verdict
    ADD CONSTRAINT transfer_verdict_pkey PRIMARY KEY (agency_id, transfer_check_id, rule);
ALTER TABLE ONLY medan.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (worker_id);
CREATE INDEX assignment_employment_idx ON medan.assignment USING btree (agency_id, employment_id);
CREATE INDEX assignment_post_idx ON medan.assignment USING btree (agency_id, post_id);
CREATE UNIQUE INDEX city_job_title_key ON medan.city_job_title USING btree (lower(job_title));
CREATE INDEX correction_employment_idx ON medan.correction USING btree (agency_id, employment_id);
CREATE INDEX correction_fact_idx ON medan.correction USING btree (agency_id, fact, fact_id);
CREATE INDEX employment_person_idx ON medan.employment USING btree (agency_id, person_id);
CREATE UNIQUE INDEX evidence_competency_level_key ON medan.evidence USING btree (agency_id, employment_id, title, occurred_on) WHERE ((kind = 'competency_level'::text) AND (withdrawn_at IS NULL));
CREATE INDEX evidence_employment_idx ON medan.evidence USING btree (agency_id, employment_id, kind, occurred_on);
CREATE UNIQUE INDEX evidence_fact_key ON medan.evidence USING btree (agency_id, employment_id, kind, occurred_on, level, title, document_number, ended_on) NULLS NOT DISTINCT WHERE ((withdrawn_at IS NULL) AND (score IS NULL));
CREATE UNIQUE INDEX evidence_score_key ON medan.evidence USING btree (agency_id, employment_id, kind, occurred_on) WHERE ((withdrawn_at IS NULL) AND (score IS NOT NULL));
CREATE INDEX fact_history_employment_idx ON medan.fact_history USING btree (agency_id, employment_id);
CREATE INDEX fact_history_fact_idx ON medan.fact_history USING btree (agency_id, fact, fact_id, replaced_at);
CREATE INDEX job_claimed_idx ON medan.job USING btree (agency_id, worker_id) WHERE (worker_id IS NOT NULL);
CREATE INDEX job_history_ended_idx ON medan.job_history USING brin (agency_id, ended_at) WITH (pages_per_range='32');
CREATE INDEX job_history_not_done_idx ON medan.job_history USING btree (agency_id, job_id) WHERE (outcome <> 'done'::text);
CREATE UNIQUE INDEX job_title_key ON medan.job_title USING btree (lower(job_title));
CREATE INDEX job_turn_idx ON medan.job_turn USING btree (turn);
CREATE UNIQUE INDEX job_unique_key_idx ON medan.job USING btree (agency_id, kind, unique_key) WHERE (unique_key IS NOT NULL);
CREATE INDEX job_waiting_idx ON medan.job USING btree (agency_id, kind, priority, due_at, job_id) WHERE (worker_id IS NULL);
CREATE INDEX org_unit_event_org_unit_idx ON medan.org_unit_event USING btree (agency_id, org_unit_id);
CREATE INDEX org_unit_event_other_idx ON medan.org_unit_event USING btree (agency_id, other_org_unit_id);
CREATE INDEX person_history_person_idx ON medan.person_history USING btree (agency_id, person_id);
CREATE INDEX person_name_idx ON medan.person USING btree (agency_id, name text_pattern_ops);
CREATE INDEX post_former_org_unit_idx ON medan.post_former USING btree (agency_id, org_unit_id);
CREATE INDEX rating_event_employment_idx ON medan.rating_event USING btree (agency_id, cycle_id, employment_id, rating_event_id);
CREATE INDEX run_chunk_open_idx ON medan.run_chunk USING btree (agency_id, run_id, run_chunk_id) WHERE (state = ANY (ARRAY['ready'::text, 'running'::text]));
CREATE INDEX run_chunk_unfinished_idx ON medan.run_chunk USING btree (agency_id, run_id) WHERE (state = ANY (ARRAY['ready'::text, 'running'::text, 'failed'::text]));
CREATE UNIQUE INDEX run_chunk_whole_key ON medan.run_chunk USING btree (agency_id, run_id) WHERE (first_key IS NULL);
CREATE INDEX run_open_idx ON medan.run USING btree (run_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX run_scheduled_idx ON medan.run USING btree (intended_at) WHERE (state = 'scheduled'::text);
CREATE INDEX schedule_next_idx ON medan.schedule USING btree (next_at) WHERE ((next_at IS NOT NULL) AND (NOT is_paused));
CREATE INDEX schedule_occurrence_waiting_idx ON medan.schedule_occurrence USING btree (schedule_id, intended_at) WHERE (state = 'waiting'::text);
CREATE INDEX service_event_employment_idx ON medan.service_event USING btree (agency_id, employment_id, valid_from);
CREATE INDEX transfer_case_employment_idx ON medan.transfer_case USING btree (agency_id, employment_id);
CREATE INDEX transfer_case_from_post_idx ON medan.transfer_case USING btree (agency_id, from_post_id);
CREATE INDEX transfer_case_state_idx ON medan.transfer_case USING btree (agency_id, state);
CREATE INDEX transfer_check_transfer_case_idx ON medan.transfer_check USING btree (agency_id, transfer_case_id, transfer_check_id);
CREATE INDEX transfer_document_transfer_case_idx ON medan.transfer_document USING btree (agency_id, transfer_case_id);
CREATE INDEX transfer_event_transfer_case_idx ON medan.transfer_event USING btree (agency_id, transfer_case_id);
CREATE INDEX transfer_party_employment_idx ON medan.transfer_party USING btree (agency_id, employment_id);
CREATE INDEX transfer_party_post_idx ON medan.transfer_party USING btree (agency_id, post_id);
CREATE TRIGGER audit_delete AFTER DELETE ON medan.agency REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.agency ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.agency_login REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'label');
ALTER TABLE medan.agency_login ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.agency_name REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'valid');
ALTER TABLE medan.agency_name ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_closing REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_closing ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_exclusion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_exclusion ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_receipt REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_receipt ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_reminder REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_reminder ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_revision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_revision ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_score REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_segment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'segment');
ALTER TABLE medan.appraisal_segment ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.assignment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'assignment_id');
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.city REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'city_id');
ALTER TABLE medan.city ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.city_job_title REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'job_title');
ALTER TABLE medan.city_job_title ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.competency_standard REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_id', 'competency', 'valid_from');
ALTER TABLE medan.competency_standard ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.component_part REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'part');
ALTER TABLE medan.component_part ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.correction REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'correction_id');
ALTER TABLE medan.correction ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.cycle REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id');
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.cycle_milestone REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'milestone');
ALTER TABLE medan.cycle_milestone ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.cycle_phase REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id', 'phase');
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.decree REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'decree_id');
ALTER TABLE medan.decree ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.education_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'education_level_id');
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.employment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'employment_id');
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.evidence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'evidence_id');
ALTER TABLE medan.evidence ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.evidence_register REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'kind', 'recorded_at');
ALTER TABLE medan.evidence_register ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.formasi REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'formasi_id');
ALTER TABLE medan.formasi ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.freeze_window REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'freeze_window_id');
ALTER TABLE medan.freeze_window ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.grade_rank REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'grade_rank_id');
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.holiday REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'day');
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.job_agency REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.job_kind REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'kind');
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.job_title REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'job_title');
ALTER TABLE medan.job_title ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.legal_standing REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'legal_standing');
ALTER TABLE medan.legal_standing ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.level_score REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'level');
ALTER TABLE medan.level_score ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.local_condition REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'condition', 'valid_from');
ALTER TABLE medan.local_condition ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.objection REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'objection_id');
ALTER TABLE medan.objection ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.objection_decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'objection_id');
ALTER TABLE medan.objection_decision ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.org_unit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_id');
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.org_unit_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_event_id');
ALTER TABLE medan.org_unit_event ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.org_unit_former REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_former_id');
ALTER TABLE medan.org_unit_former ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.organisation_rating REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'organisation_rating_id');
ALTER TABLE medan.organisation_rating ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.performance_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'rating');
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.person REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'person_id');
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.position_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'position_level');
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.post REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_id');
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.post_former REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_former_id');
ALTER TABLE medan.post_former ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.rating_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'rating_event_id');
ALTER TABLE medan.rating_event ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.rating_matrix REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'work_result', 'work_behaviour');
ALTER TABLE medan.rating_matrix ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.rule_set REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set');
ALTER TABLE medan.rule_set ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.run REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'run_id');
ALTER TABLE medan.run ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.run_failure REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'run_id', 'key');
ALTER TABLE medan.run_failure ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.schedule REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'schedule_id');
ALTER TABLE medan.schedule ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.scoring_weight REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'axis', 'component');
ALTER TABLE medan.scoring_weight ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.service_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'service_event_id');
ALTER TABLE medan.service_event ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.setting REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'name');
ALTER TABLE medan.setting ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.sub_score REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'at_least');
ALTER TABLE medan.sub_score ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.talent_box REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'performance_level', 'potential_level');
ALTER TABLE medan.talent_box ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.talent_placement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.talent_placement ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.threshold REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'axis', 'level');
ALTER TABLE medan.threshold ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_batch REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'transfer_batch_id');
ALTER TABLE medan.transfer_batch ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_case REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_case_id');
ALTER TABLE medan.transfer_case ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_check REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_check_id');
ALTER TABLE medan.transfer_check ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_conflict REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_conflict_id');
ALTER TABLE medan.transfer_conflict ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_document REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_document_id');
ALTER TABLE medan.transfer_document ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_event_id');
ALTER TABLE medan.transfer_event ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_exception REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_exception_id');
ALTER TABLE medan.transfer_exception ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_party REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_case_id');
ALTER TABLE medan.transfer_party ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_request REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_request_id');
ALTER TABLE medan.transfer_request ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_rule REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule', 'direction', 'level', 'valid_from');
ALTER TABLE medan.transfer_rule ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'from_state', 'step', 'actor');
ALTER TABLE medan.transfer_step ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.transfer_verdict REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_check_id', 'rule');
ALTER TABLE medan.transfer_verdict ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.agency REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.agency ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.agency_login REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'label');
ALTER TABLE medan.agency_login ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.agency_name REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'valid');
ALTER TABLE medan.agency_name ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.appraisal ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_closing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.appraisal_closing ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_exclusion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.appraisal_exclusion ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_receipt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_receipt ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_reminder REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.appraisal_reminder ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_revision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_revision ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_score REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_segment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id', 'segment');
ALTER TABLE medan.appraisal_segment ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'assignment_id');
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.city REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'city_id');
ALTER TABLE medan.city ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.city_job_title REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'job_title');
ALTER TABLE medan.city_job_title ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.competency_standard REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_id', 'competency', 'valid_from');
ALTER TABLE medan.competency_standard ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.component_part REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'part');
ALTER TABLE medan.component_part ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'correction_id');
ALTER TABLE medan.correction ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.cycle REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id');
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.cycle_milestone REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'milestone');
ALTER TABLE medan.cycle_milestone ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.cycle_phase REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id', 'phase');
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.decree REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'decree_id');
ALTER TABLE medan.decree ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.education_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'education_level_id');
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.employment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'employment_id');
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'evidence_id');
ALTER TABLE medan.evidence ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.evidence_register REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'kind', 'recorded_at');
ALTER TABLE medan.evidence_register ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.formasi REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'formasi_id');
ALTER TABLE medan.formasi ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.freeze_window REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'freeze_window_id');
ALTER TABLE medan.freeze_window ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.grade_rank REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'grade_rank_id');
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.holiday REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'day');
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.job_agency REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.job_kind REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'kind');
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.job_title REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'job_title');
ALTER TABLE medan.job_title ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.legal_standing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'legal_standing');
ALTER TABLE medan.legal_standing ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.level_score REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'level');
ALTER TABLE medan.level_score ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.local_condition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'condition', 'valid_from');
ALTER TABLE medan.local_condition ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'objection_id');
ALTER TABLE medan.objection ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.objection_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'objection_id');
ALTER TABLE medan.objection_decision ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.org_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_id');
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.org_unit_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_event_id');
ALTER TABLE medan.org_unit_event ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.org_unit_former REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_former_id');
ALTER TABLE medan.org_unit_former ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.organisation_rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'organisation_rating_id');
ALTER TABLE medan.organisation_rating ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.performance_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'rating');
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'person_id');
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.position_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'position_level');
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.post REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_id');
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.post_former REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_former_id');
ALTER TABLE medan.post_former ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.rating_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'rating_event_id');
ALTER TABLE medan.rating_event ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.rating_matrix REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'work_result', 'work_behaviour');
ALTER TABLE medan.rating_matrix ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.rule_set REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set');
ALTER TABLE medan.rule_set ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.run REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'run_id');
ALTER TABLE medan.run ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.run_failure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('run_id');
ALTER TABLE medan.run_failure ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.schedule REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'schedule_id');
ALTER TABLE medan.schedule ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.scoring_weight REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'axis', 'component');
ALTER TABLE medan.scoring_weight ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.service_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'service_event_id');
ALTER TABLE medan.service_event ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.setting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'name');
ALTER TABLE medan.setting ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.sub_score REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'at_least');
ALTER TABLE medan.sub_score ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.talent_box REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'performance_level', 'potential_level');
ALTER TABLE medan.talent_box ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.talent_placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.talent_placement ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.threshold REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'axis', 'level');
ALTER TABLE medan.threshold ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_batch REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'transfer_batch_id');
ALTER TABLE medan.transfer_batch ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_case REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_case_id');
ALTER TABLE medan.transfer_case ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_check REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_check_id');
ALTER TABLE medan.transfer_check ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_conflict REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_conflict_id');
ALTER TABLE medan.transfer_conflict ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_document REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_document_id');
ALTER TABLE medan.transfer_document ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_event_id');
ALTER TABLE medan.transfer_event ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_exception REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_exception_id');
ALTER TABLE medan.transfer_exception ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_party REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_case_id');
ALTER TABLE medan.transfer_party ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'transfer_request_id');
ALTER TABLE medan.transfer_request ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_rule REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule', 'direction', 'level', 'valid_from');
ALTER TABLE medan.transfer_rule ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'from_state', 'step', 'actor');
ALTER TABLE medan.transfer_step ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.transfer_verdict REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('transfer_check_id');
ALTER TABLE medan.transfer_verdict ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.agency FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.agency ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.agency_login FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.agency_login ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.agency_name FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.agency_name ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_closing FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_closing ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_exclusion FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_exclusion ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_receipt FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_receipt ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_reminder FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_reminder ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_revision FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_revision ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_score FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_segment FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_segment ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.assignment FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.city FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.city ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.city_job_title FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.city_job_title ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.competency_standard FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.competency_standard ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.component_part FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.component_part ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.correction FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.correction ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.cycle FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.cycle_milestone FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.cycle_milestone ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.cycle_phase FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.decree FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.decree ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.education_level FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.employment FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.evidence FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.evidence ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.evidence_register FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.evidence_register ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.formasi FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.formasi ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.freeze_window FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.freeze_window ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.grade_rank FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.holiday FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.job_agency FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.job_kind FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.job_title FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.job_title ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.legal_standing FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.legal_standing ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.level_score FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.level_score ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.local_condition FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.local_condition ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.objection FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.objection ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.objection_decision FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.objection_decision ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.org_unit FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.org_unit_event FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.org_unit_event ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.org_unit_former FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.org_unit_former ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.organisation_rating FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.organisation_rating ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.performance_level FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.person FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.position_level FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.post FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.post_former FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.post_former ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.rating_event FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.rating_event ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.rating_matrix FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.rating_matrix ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.rule_set FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.rule_set ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.run FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.run ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.run_failure FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.run_failure ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.schedule FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.schedule ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.scoring_weight FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.scoring_weight ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.service_event FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.service_event ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.setting FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.setting ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.sub_score FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.sub_score ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.talent_box FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.talent_box ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.talent_placement FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.talent_placement ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.threshold FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.threshold ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_batch FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_batch ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_case FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_case ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_check FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_check ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_conflict FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_conflict ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_document FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_document ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_event FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_event ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_exception FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_exception ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_party FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_party ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_request FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_request ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_rule FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_rule ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_step FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_step ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.transfer_verdict FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.transfer_verdict ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.agency FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'agency_id');
ALTER TABLE medan.agency ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.agency_login FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'label');
ALTER TABLE medan.agency_login ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.agency_name FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'valid');
ALTER TABLE medan.agency_name ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_closing FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_closing ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_exclusion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_exclusion ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_receipt FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_receipt ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_reminder FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_reminder ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_revision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_revision ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_score FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_segment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id', 'segment');
ALTER TABLE medan.appraisal_segment ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.assignment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'assignment_id');
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.city FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'city_id');
ALTER TABLE medan.city ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.city_job_title FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'job_title');
ALTER TABLE medan.city_job_title ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.competency_standard FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'post_id', 'competency', 'valid_from');
ALTER TABLE medan.competency_standard ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.component_part FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'component', 'part');
ALTER TABLE medan.component_part ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.correction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'correction_id');
ALTER TABLE medan.correction ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.cycle FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'cycle_id');
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.cycle_milestone FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'milestone');
ALTER TABLE medan.cycle_milestone ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.cycle_phase FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'cycle_id', 'phase');
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.decree FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'decree_id');
ALTER TABLE medan.decree ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.education_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'education_level_id');
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.employment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'employment_id');
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.evidence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'evidence_id');
ALTER TABLE medan.evidence ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.evidence_register FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'kind', 'recorded_at');
ALTER TABLE medan.evidence_register ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.formasi FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'formasi_id');
ALTER TABLE medan.formasi ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.freeze_window FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'freeze_window_id');
ALTER TABLE medan.freeze_window ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.grade_rank FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'grade_rank_id');
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.holiday FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'day');
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.job_agency FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'agency_id');
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.job_kind FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'kind');
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.job_title FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'job_title');
ALTER TABLE medan.job_title ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.legal_standing FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'legal_standing');
ALTER TABLE medan.legal_standing ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.level_score FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'component', 'level');
ALTER TABLE medan.level_score ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.local_condition FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'condition', 'valid_from');
ALTER TABLE medan.local_condition ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.objection FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'objection_id');
ALTER TABLE medan.objection ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.objection_decision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'objection_id');
ALTER TABLE medan.objection_decision ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.org_unit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'org_unit_id');
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.org_unit_event FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'org_unit_event_id');
ALTER TABLE medan.org_unit_event ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.org_unit_former FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'org_unit_former_id');
ALTER TABLE medan.org_unit_former ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.organisation_rating FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'organisation_rating_id');
ALTER TABLE medan.organisation_rating ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.performance_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'rating');
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'person_id');
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.position_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'position_level');
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.post FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'post_id');
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.post_former FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'post_former_id');
ALTER TABLE medan.post_former ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.rating_event FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'rating_event_id');
ALTER TABLE medan.rating_event ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.rating_matrix FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'work_result', 'work_behaviour');
ALTER TABLE medan.rating_matrix ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.rule_set FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set');
ALTER TABLE medan.rule_set ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.run FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'run_id');
ALTER TABLE medan.run ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.run_failure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'run_id', 'key');
ALTER TABLE medan.run_failure ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.schedule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'schedule_id');
ALTER TABLE medan.schedule ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.scoring_weight FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'axis', 'component');
ALTER TABLE medan.scoring_weight ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.service_event FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'service_event_id');
ALTER TABLE medan.service_event ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.setting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'name');
ALTER TABLE medan.setting ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.sub_score FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'component', 'at_least');
ALTER TABLE medan.sub_score ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.talent_box FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'performance_level', 'potential_level');
ALTER TABLE medan.talent_box ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.talent_placement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id', 'version');
ALTER TABLE medan.talent_placement ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.threshold FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'axis', 'level');
ALTER TABLE medan.threshold ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_batch FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'transfer_batch_id');
ALTER TABLE medan.transfer_batch ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_case FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_case_id');
ALTER TABLE medan.transfer_case ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_check FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_check_id');
ALTER TABLE medan.transfer_check ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_conflict FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_conflict_id');
ALTER TABLE medan.transfer_conflict ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_document FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_document_id');
ALTER TABLE medan.transfer_document ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_event FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_event_id');
ALTER TABLE medan.transfer_event ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_exception FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_exception_id');
ALTER TABLE medan.transfer_exception ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_party FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_case_id');
ALTER TABLE medan.transfer_party ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_request FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_request_id');
ALTER TABLE medan.transfer_request ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_rule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule', 'direction', 'level', 'valid_from');
ALTER TABLE medan.transfer_rule ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_step FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'from_state', 'step', 'actor');
ALTER TABLE medan.transfer_step ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.transfer_verdict FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'transfer_check_id', 'rule');
ALTER TABLE medan.transfer_verdict ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER exclude_leavers AFTER INSERT ON medan.service_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.exclude_leavers();
CREATE TRIGGER follow_agency_state AFTER UPDATE OF state ON medan.agency FOR EACH ROW EXECUTE FUNCTION medan.follow_agency_state();
CREATE TRIGGER keep_assignment_history AFTER UPDATE ON medan.assignment REFERENCING OLD TABLE AS former NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.keep_assignment_history();
CREATE TRIGGER keep_former_post AFTER UPDATE ON medan.post FOR EACH ROW WHEN ((old.since IS DISTINCT FROM new.since)) EXECUTE FUNCTION medan.keep_former_post();
CREATE TRIGGER keep_former_unit AFTER UPDATE ON medan.org_unit FOR EACH ROW WHEN ((old.since IS DISTINCT FROM new.since)) EXECUTE FUNCTION medan.keep_former_unit();
CREATE TRIGGER keep_person_history AFTER UPDATE ON medan.person REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION medan.keep_person_history();
CREATE TRIGGER keep_post_history AFTER UPDATE ON medan.post REFERENCING OLD TABLE AS former NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.keep_post_history();
CREATE TRIGGER refuse_audit_change BEFORE DELETE OR UPDATE ON medan.audit_block FOR EACH ROW EXECUTE FUNCTION medan.refuse_audit_change();
ALTER TABLE medan.audit_block ENABLE ALWAYS TRIGGER refuse_audit_change;
CREATE TRIGGER refuse_audit_change BEFORE DELETE OR UPDATE ON medan.audit_event FOR EACH ROW EXECUTE FUNCTION medan.refuse_audit_change();
ALTER TABLE medan.audit_event ENABLE ALWAYS TRIGGER refuse_audit_change;
CREATE TRIGGER refuse_audit_change BEFORE DELETE OR UPDATE ON medan.audit_seal FOR EACH ROW EXECUTE FUNCTION medan.refuse_audit_change();
ALTER TABLE medan.audit_seal ENABLE ALWAYS TRIGGER refuse_audit_change;
CREATE TRIGGER refuse_audit_truncate BEFORE TRUNCATE ON medan.audit_block FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_audit_change();
ALTER TABLE medan.audit_block ENABLE ALWAYS TRIGGER refuse_audit_truncate;
CREATE TRIGGER refuse_audit_truncate BEFORE TRUNCATE ON medan.audit_event FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_audit_change();
ALTER TABLE medan.audit_event ENABLE ALWAYS TRIGGER refuse_audit_truncate;
CREATE TRIGGER refuse_audit_truncate BEFORE TRUNCATE ON medan.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_audit_change();
ALTER TABLE medan.audit_seal ENABLE ALWAYS TRIGGER refuse_audit_truncate;
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.component_part REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.level_score REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.performance_level REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.rating_matrix REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.scoring_weight REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.setting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.sub_score REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.talent_box REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_change_of_rules AFTER INSERT ON medan.threshold REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_change_of_rules();
CREATE TRIGGER refuse_claimed_move BEFORE INSERT ON medan.rating_event FOR EACH ROW WHEN (((new.source = 'moved'::text) AND (CURRENT_USER <> 'medan_carrier'::name))) EXECUTE FUNCTION medan.refuse_claimed_move();
CREATE TRIGGER refuse_formasi_below_holders AFTER INSERT ON medan.formasi REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_formasi_below_holders();
CREATE TRIGGER refuse_formasi_below_holders_later AFTER UPDATE ON medan.formasi REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_formasi_below_holders();
CREATE TRIGGER refuse_late_rating AFTER INSERT ON medan.rating_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_late_rating();
CREATE TRIGGER refuse_late_revision AFTER INSERT ON medan.appraisal_revision FOR EACH ROW EXECUTE FUNCTION medan.refuse_late_revision();
CREATE TRIGGER refuse_overfull_post AFTER INSERT ON medan.assignment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_overfull_post();
CREATE TRIGGER refuse_overfull_post_later AFTER UPDATE ON medan.assignment REFERENCING OLD TABLE AS former NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_overfull_post();
CREATE TRIGGER refuse_second_agency AFTER INSERT ON medan.employment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_second_agency();
CREATE TRIGGER refuse_second_agency_later AFTER UPDATE ON medan.employment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_second_agency();
CREATE TRIGGER refuse_taken_nip BEFORE UPDATE OF nip ON medan.person FOR EACH ROW WHEN ((new.nip <> old.nip)) EXECUTE FUNCTION medan.refuse_taken_nip();
CREATE TRIGGER refuse_unit_circle AFTER INSERT ON medan.org_unit REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_unit_circle();
CREATE TRIGGER refuse_unit_circle_later AFTER UPDATE ON medan.org_unit REFERENCING OLD TABLE AS former NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_unit_circle();
CREATE TRIGGER require_decider AFTER INSERT ON medan.objection_decision FOR EACH ROW EXECUTE FUNCTION medan.require_decider();
CREATE TRIGGER require_objection_in_time BEFORE INSERT ON medan.objection FOR EACH ROW EXECUTE FUNCTION medan.require_objection_in_time();
CREATE TRIGGER require_person AFTER INSERT ON medan.employment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_person();
CREATE TRIGGER require_phase_of_cycle AFTER INSERT ON medan.run REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_phase_of_cycle();
CREATE TRIGGER require_possible_phase AFTER INSERT OR UPDATE ON medan.cycle_phase FOR EACH ROW EXECUTE FUNCTION medan.require_possible_phase();
CREATE TRIGGER require_receipt AFTER INSERT ON medan.objection FOR EACH ROW EXECUTE FUNCTION medan.require_receipt();
CREATE TRIGGER require_release AFTER INSERT OR UPDATE ON medan.appraisal_receipt FOR EACH ROW EXECUTE FUNCTION medan.require_release();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_closing REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_exclusion REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_receipt REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_closing');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_reminder REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_revision REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_closing');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_score REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_closing');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_segment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.objection REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_closing');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.rating_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.talent_placement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_score');
CREATE TRIGGER require_transfer_course AFTER UPDATE ON medan.transfer_case REFERENCING OLD TABLE AS former NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_transfer_course();
CREATE TRIGGER require_transfer_draft AFTER INSERT ON medan.transfer_case REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_transfer_draft();
ALTER TABLE ONLY medan.agency_login
    ADD CONSTRAINT agency_login_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.agency
    ADD CONSTRAINT agency_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.agency_name
    ADD CONSTRAINT agency_name_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_post_fkey FOREIGN KEY (agency_id, post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.city_job_title
    ADD CONSTRAINT city_job_title_education_level_fkey FOREIGN KEY (education_level_id) REFERENCES medan.education_level(education_level_id);
ALTER TABLE ONLY medan.city_job_title
    ADD CONSTRAINT city_job_title_position_level_fkey FOREIGN KEY (position_level) REFERENCES medan.position_level(position_level);
ALTER TABLE ONLY medan.competency_standard
    ADD CONSTRAINT competency_standard_post_fkey FOREIGN KEY (agency_id, post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.component_part
    ADD CONSTRAINT component_part_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.correction
    ADD CONSTRAINT correction_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.correction
    ADD CONSTRAINT correction_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.cycle_phase
    ADD CONSTRAINT cycle_phase_cycle_fkey FOREIGN KEY (cycle_id) REFERENCES medan.cycle(cycle_id);
ALTER TABLE ONLY medan.cycle
    ADD CONSTRAINT cycle_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.evidence
    ADD CONSTRAINT evidence_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.evidence_register
    ADD CONSTRAINT evidence_register_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.formasi
    ADD CONSTRAINT formasi_post_fkey FOREIGN KEY (agency_id, post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.job_title
    ADD CONSTRAINT job_title_education_level_fkey FOREIGN KEY (education_level_id) REFERENCES medan.education_level(education_level_id);
ALTER TABLE ONLY medan.job_title
    ADD CONSTRAINT job_title_position_level_fkey FOREIGN KEY (position_level) REFERENCES medan.position_level(position_level);
ALTER TABLE ONLY medan.level_score
    ADD CONSTRAINT level_score_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.login_fingerprint
    ADD CONSTRAINT login_fingerprint_agency_login_fkey FOREIGN KEY (agency_id, label) REFERENCES medan.agency_login(agency_id, label);
ALTER TABLE ONLY medan.objection_decision
    ADD CONSTRAINT objection_decision_objection_fkey FOREIGN KEY (agency_id, objection_id) REFERENCES medan.objection(agency_id, objection_id);
ALTER TABLE ONLY medan.org_unit
    ADD CONSTRAINT org_unit_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.org_unit_event
    ADD CONSTRAINT org_unit_event_org_unit_fkey FOREIGN KEY (agency_id, org_unit_id) REFERENCES medan.org_unit(agency_id, org_unit_id);
ALTER TABLE ONLY medan.org_unit_event
    ADD CONSTRAINT org_unit_event_other_fkey FOREIGN KEY (agency_id, other_org_unit_id) REFERENCES medan.org_unit(agency_id, org_unit_id);
ALTER TABLE ONLY medan.org_unit_former
    ADD CONSTRAINT org_unit_former_org_unit_fkey FOREIGN KEY (agency_id, org_unit_id) REFERENCES medan.org_unit(agency_id, org_unit_id);
ALTER TABLE ONLY medan.organisation_rating
    ADD CONSTRAINT organisation_rating_org_unit_fkey FOREIGN KEY (agency_id, org_unit_id) REFERENCES medan.org_unit(agency_id, org_unit_id);
ALTER TABLE ONLY medan.performance_level
    ADD CONSTRAINT performance_level_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_education_level_fkey FOREIGN KEY (education_level_id) REFERENCES medan.education_level(education_level_id);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_grade_rank_fkey FOREIGN KEY (grade_rank_id) REFERENCES medan.grade_rank(grade_rank_id);
ALTER TABLE ONLY medan.post_former
    ADD CONSTRAINT post_former_org_unit_fkey FOREIGN KEY (agency_id, org_unit_id) REFERENCES medan.org_unit(agency_id, org_unit_id);
ALTER TABLE ONLY medan.post_former
    ADD CONSTRAINT post_former_post_fkey FOREIGN KEY (agency_id, post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.post
    ADD CONSTRAINT post_org_unit_fkey FOREIGN KEY (agency_id, org_unit_id) REFERENCES medan.org_unit(agency_id, org_unit_id);
ALTER TABLE ONLY medan.post
    ADD CONSTRAINT post_position_level_fkey FOREIGN KEY (position_level) REFERENCES medan.position_level(position_level);
ALTER TABLE ONLY medan.rating_matrix
    ADD CONSTRAINT rating_matrix_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.run_chunk
    ADD CONSTRAINT run_chunk_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.run_chunk
    ADD CONSTRAINT run_chunk_run_fkey FOREIGN KEY (run_id) REFERENCES medan.run(run_id);
ALTER TABLE ONLY medan.run_failure
    ADD CONSTRAINT run_failure_run_fkey FOREIGN KEY (run_id) REFERENCES medan.run(run_id);
ALTER TABLE ONLY medan.schedule_occurrence
    ADD CONSTRAINT schedule_occurrence_schedule_fkey FOREIGN KEY (schedule_id) REFERENCES medan.schedule(schedule_id);
ALTER TABLE ONLY medan.scoring_weight
    ADD CONSTRAINT scoring_weight_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.service_event
    ADD CONSTRAINT service_event_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.service_event
    ADD CONSTRAINT service_event_legal_standing_fkey FOREIGN KEY (legal_standing) REFERENCES medan.legal_standing(legal_standing);
ALTER TABLE ONLY medan.service_event
    ADD CONSTRAINT service_event_undoes_fkey FOREIGN KEY (agency_id, undoes) REFERENCES medan.service_event(agency_id, service_event_id);
ALTER TABLE ONLY medan.setting
    ADD CONSTRAINT setting_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.sub_score
    ADD CONSTRAINT sub_score_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.talent_box
    ADD CONSTRAINT talent_box_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.threshold
    ADD CONSTRAINT threshold_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_decree_fkey FOREIGN KEY (decree_id) REFERENCES medan.decree(decree_id);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_from_post_fkey FOREIGN KEY (agency_id, from_post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_to_agency_fkey FOREIGN KEY (to_agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.transfer_case
    ADD CONSTRAINT transfer_case_transfer_batch_fkey FOREIGN KEY (transfer_batch_id) REFERENCES medan.transfer_batch(transfer_batch_id);
ALTER TABLE ONLY medan.transfer_check
    ADD CONSTRAINT transfer_check_transfer_case_fkey FOREIGN KEY (agency_id, transfer_case_id) REFERENCES medan.transfer_case(agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_conflict
    ADD CONSTRAINT transfer_conflict_transfer_case_fkey FOREIGN KEY (agency_id, transfer_case_id) REFERENCES medan.transfer_case(agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_document
    ADD CONSTRAINT transfer_document_transfer_case_fkey FOREIGN KEY (agency_id, transfer_case_id) REFERENCES medan.transfer_case(agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_event
    ADD CONSTRAINT transfer_event_transfer_case_fkey FOREIGN KEY (agency_id, transfer_case_id) REFERENCES medan.transfer_case(agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_exception
    ADD CONSTRAINT transfer_exception_transfer_case_fkey FOREIGN KEY (agency_id, transfer_case_id) REFERENCES medan.transfer_case(agency_id, transfer_case_id);
ALTER TABLE ONLY medan.transfer_party
    ADD CONSTRAINT transfer_party_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.transfer_party
    ADD CONSTRAINT transfer_party_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.transfer_party
    ADD CONSTRAINT transfer_party_other_agency_fkey FOREIGN KEY (other_agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.transfer_party
    ADD CONSTRAINT transfer_party_post_fkey FOREIGN KEY (agency_id, post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.transfer_request
    ADD CONSTRAINT transfer_request_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.transfer_request
    ADD CONSTRAINT transfer_request_to_agency_fkey FOREIGN KEY (to_agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.transfer_verdict
    ADD CONSTRAINT transfer_verdict_transfer_check_fkey FOREIGN KEY (agency_id, transfer_check_id) REFERENCES medan.transfer_check(agency_id, transfer_check_id);
ALTER TABLE medan.agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_agency ON medan.agency FOR SELECT TO medan_agency USING (true);
CREATE POLICY agency_auditor ON medan.agency FOR SELECT TO medan_auditor USING (true);
CREATE POLICY agency_carrier ON medan.agency FOR SELECT TO medan_carrier USING (true);
CREATE POLICY agency_definer ON medan.agency FOR SELECT TO medan_definer USING (true);
CREATE POLICY agency_guard ON medan.agency FOR SELECT TO medan_guard USING (true);
ALTER TABLE medan.agency_login ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_login_auditor ON medan.agency_login FOR SELECT TO medan_auditor USING (true);
CREATE POLICY agency_login_definer ON medan.agency_login FOR SELECT TO medan_definer USING (true);
CREATE POLICY agency_login_owner ON medan.agency_login FOR SELECT TO medan_owner USING (true);
CREATE POLICY agency_login_personnel ON medan.agency_login FOR SELECT TO medan_personnel USING (true);
CREATE POLICY agency_login_pool ON medan.agency_login FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY agency_login_provisioner ON medan.agency_login TO medan_provisioner USING (true) WITH CHECK (true);
CREATE POLICY agency_login_window ON medan.agency_login FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY agency_mover ON medan.agency FOR SELECT TO medan_mover USING (true);
ALTER TABLE medan.agency_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_name_agency ON medan.agency_name FOR SELECT TO medan_agency USING (true);
CREATE POLICY agency_name_mover ON medan.agency_name FOR SELECT TO medan_mover USING (true);
CREATE POLICY agency_name_personnel ON medan.agency_name FOR SELECT TO medan_personnel USING (true);
CREATE POLICY agency_name_pool ON medan.agency_name FOR SELECT TO medan_pool USING (true);
CREATE POLICY agency_name_provisioner ON medan.agency_name TO medan_provisioner USING (true) WITH CHECK (true);
CREATE POLICY agency_owner ON medan.agency FOR SELECT TO medan_owner USING (true);
CREATE POLICY agency_personnel ON medan.agency FOR SELECT TO medan_personnel USING (true);
CREATE POLICY agency_pool ON medan.agency FOR SELECT TO medan_pool USING (true);
CREATE POLICY agency_provisioner ON medan.agency TO medan_provisioner USING (true) WITH CHECK (true);
CREATE POLICY agency_worker ON medan.agency FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.applied_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY applied_file_owner ON medan.applied_file TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY applied_file_personnel ON medan.applied_file FOR SELECT TO medan_personnel USING (true);
CREATE POLICY applied_file_worker ON medan.applied_file FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.appraisal ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_appraiser ON medan.appraisal TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_carrier ON medan.appraisal TO medan_carrier USING (true) WITH CHECK (true);
ALTER TABLE medan.appraisal_closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_closing_appraiser ON medan.appraisal_closing TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_closing_carrier ON medan.appraisal_closing TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY appraisal_closing_guard ON medan.appraisal_closing FOR SELECT TO medan_guard USING (true);
CREATE POLICY appraisal_closing_personnel ON medan.appraisal_closing FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_closing_pool ON medan.appraisal_closing FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_closing_window ON medan.appraisal_closing FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.appraisal_exclusion ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_exclusion_appraiser ON medan.appraisal_exclusion TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_exclusion_carrier ON medan.appraisal_exclusion TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY appraisal_exclusion_personnel ON medan.appraisal_exclusion FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_exclusion_pool ON medan.appraisal_exclusion FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_exclusion_window ON medan.appraisal_exclusion FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY appraisal_guard ON medan.appraisal FOR SELECT TO medan_guard USING (true);
CREATE POLICY appraisal_personnel ON medan.appraisal FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_pool ON medan.appraisal FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.appraisal_receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_receipt_appraiser ON medan.appraisal_receipt FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_receipt_guard ON medan.appraisal_receipt FOR SELECT TO medan_guard USING (true);
CREATE POLICY appraisal_receipt_personnel ON medan.appraisal_receipt FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_receipt_pool ON medan.appraisal_receipt TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_receipt_window ON medan.appraisal_receipt FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.appraisal_reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_reminder_appraiser ON medan.appraisal_reminder TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_reminder_personnel ON medan.appraisal_reminder FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_reminder_pool ON medan.appraisal_reminder FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_reminder_window ON medan.appraisal_reminder FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.appraisal_revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_revision_appraiser ON medan.appraisal_revision TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_revision_guard ON medan.appraisal_revision FOR SELECT TO medan_guard USING (true);
CREATE POLICY appraisal_revision_personnel ON medan.appraisal_revision FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_revision_pool ON medan.appraisal_revision FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_revision_window ON medan.appraisal_revision FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.appraisal_score ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_score_appraiser ON medan.appraisal_score TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_score_guard ON medan.appraisal_score FOR SELECT TO medan_guard USING (true);
CREATE POLICY appraisal_score_personnel ON medan.appraisal_score FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_score_pool ON medan.appraisal_score FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_score_window ON medan.appraisal_score FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.appraisal_segment ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_segment_appraiser ON medan.appraisal_segment TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_segment_carrier ON medan.appraisal_segment TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY appraisal_segment_guard ON medan.appraisal_segment FOR SELECT TO medan_guard USING (true);
CREATE POLICY appraisal_segment_personnel ON medan.appraisal_segment FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_segment_pool ON medan.appraisal_segment FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_segment_window ON medan.appraisal_segment FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY appraisal_window ON medan.appraisal FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assignment_appraiser ON medan.assignment TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY assignment_carrier ON medan.assignment TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY assignment_guard ON medan.assignment FOR SELECT TO medan_guard USING (true);
CREATE POLICY assignment_personnel ON medan.assignment FOR SELECT TO medan_personnel USING (true);
CREATE POLICY assignment_pool ON medan.assignment TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY assignment_window ON medan.assignment FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.audit_block ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_block_audit ON medan.audit_block TO medan_audit USING (true) WITH CHECK (true);
CREATE POLICY audit_block_auditor ON medan.audit_block FOR SELECT TO medan_auditor USING (true);
CREATE POLICY audit_block_personnel ON medan.audit_block FOR SELECT TO medan_personnel USING (true);
CREATE POLICY audit_block_pool ON medan.audit_block FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY audit_block_worker ON medan.audit_block FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_event_audit ON medan.audit_event TO medan_audit USING (true) WITH CHECK (true);
CREATE POLICY audit_event_auditor ON medan.audit_event FOR SELECT TO medan_auditor USING (true);
CREATE POLICY audit_event_personnel ON medan.audit_event FOR SELECT TO medan_personnel USING (true);
CREATE POLICY audit_event_pool ON medan.audit_event FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY audit_event_window ON medan.audit_event FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.audit_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_seal_audit ON medan.audit_seal TO medan_audit USING (true) WITH CHECK (true);
CREATE POLICY audit_seal_auditor ON medan.audit_seal FOR SELECT TO medan_auditor USING (true);
CREATE POLICY audit_seal_personnel ON medan.audit_seal FOR SELECT TO medan_personnel USING (true);
CREATE POLICY audit_seal_pool ON medan.audit_seal FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY audit_seal_window ON medan.audit_seal FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY audit_seal_worker ON medan.audit_seal FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.city ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_agency ON medan.city FOR SELECT TO medan_agency USING (true);
CREATE POLICY city_appraiser ON medan.city FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY city_auditor ON medan.city FOR SELECT TO medan_auditor USING (true);
CREATE POLICY city_carrier ON medan.city FOR SELECT TO medan_carrier USING (true);
CREATE POLICY city_definer ON medan.city FOR SELECT TO medan_definer USING (true);
CREATE POLICY city_guard ON medan.city FOR SELECT TO medan_guard USING (true);
ALTER TABLE medan.city_job_title ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_job_title_agency ON medan.city_job_title FOR SELECT TO medan_agency USING (true);
CREATE POLICY city_job_title_personnel ON medan.city_job_title TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY city_job_title_pool ON medan.city_job_title FOR SELECT TO medan_pool USING (true);
CREATE POLICY city_mover ON medan.city FOR SELECT TO medan_mover USING (true);
CREATE POLICY city_owner ON medan.city FOR SELECT TO medan_owner USING (true);
CREATE POLICY city_personnel ON medan.city FOR SELECT TO medan_personnel USING (true);
CREATE POLICY city_pool ON medan.city FOR SELECT TO medan_pool USING (true);
CREATE POLICY city_provisioner ON medan.city FOR SELECT TO medan_provisioner USING (true);
CREATE POLICY city_worker ON medan.city FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.competency_standard ENABLE ROW LEVEL SECURITY;
CREATE POLICY competency_standard_appraiser ON medan.competency_standard FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY competency_standard_carrier ON medan.competency_standard TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY competency_standard_personnel ON medan.competency_standard FOR SELECT TO medan_personnel USING (true);
CREATE POLICY competency_standard_pool ON medan.competency_standard TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY competency_standard_window ON medan.competency_standard FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.component_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY component_part_agency ON medan.component_part FOR SELECT TO medan_agency USING (true);
CREATE POLICY component_part_appraiser ON medan.component_part FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY component_part_owner ON medan.component_part TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY component_part_personnel ON medan.component_part TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY component_part_pool ON medan.component_part FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY correction_carrier ON medan.correction TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY correction_personnel ON medan.correction FOR SELECT TO medan_personnel USING (true);
CREATE POLICY correction_pool ON medan.correction TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY correction_window ON medan.correction FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.cycle ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_agency ON medan.cycle FOR SELECT TO medan_agency USING (true);
CREATE POLICY cycle_appraiser ON medan.cycle FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY cycle_carrier ON medan.cycle FOR SELECT TO medan_carrier USING (true);
CREATE POLICY cycle_definer ON medan.cycle FOR SELECT TO medan_definer USING (true);
CREATE POLICY cycle_guard ON medan.cycle FOR SELECT TO medan_guard USING (true);
ALTER TABLE medan.cycle_milestone ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_milestone_appraiser ON medan.cycle_milestone TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY cycle_milestone_guard ON medan.cycle_milestone FOR SELECT TO medan_guard USING (true);
CREATE POLICY cycle_milestone_personnel ON medan.cycle_milestone FOR SELECT TO medan_personnel USING (true);
CREATE POLICY cycle_milestone_pool ON medan.cycle_milestone FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY cycle_milestone_window ON medan.cycle_milestone FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY cycle_personnel ON medan.cycle TO medan_personnel USING (true) WITH CHECK (true);
ALTER TABLE medan.cycle_phase ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_phase_agency ON medan.cycle_phase FOR SELECT TO medan_agency USING (true);
CREATE POLICY cycle_phase_appraiser ON medan.cycle_phase FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY cycle_phase_guard ON medan.cycle_phase FOR SELECT TO medan_guard USING (true);
CREATE POLICY cycle_phase_personnel ON medan.cycle_phase TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY cycle_phase_pool ON medan.cycle_phase FOR SELECT TO medan_pool USING (true);
CREATE POLICY cycle_phase_worker ON medan.cycle_phase TO medan_worker USING (true) WITH CHECK (true);
CREATE POLICY cycle_pool ON medan.cycle FOR SELECT TO medan_pool USING (true);
CREATE POLICY cycle_worker ON medan.cycle TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.decree ENABLE ROW LEVEL SECURITY;
CREATE POLICY decree_carrier ON medan.decree TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY decree_personnel ON medan.decree FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.education_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY education_level_agency ON medan.education_level FOR SELECT TO medan_agency USING (true);
CREATE POLICY education_level_owner ON medan.education_level TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY education_level_personnel ON medan.education_level FOR SELECT TO medan_personnel USING (true);
CREATE POLICY education_level_pool ON medan.education_level FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.employment ENABLE ROW LEVEL SECURITY;
CREATE POLICY employment_appraiser ON medan.employment TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY employment_carrier ON medan.employment TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY employment_definer ON medan.employment FOR SELECT TO medan_definer USING (true);
CREATE POLICY employment_guard ON medan.employment FOR SELECT TO medan_guard USING (true);
CREATE POLICY employment_personnel ON medan.employment FOR SELECT TO medan_personnel USING (true);
CREATE POLICY employment_pool ON medan.employment TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY employment_window ON medan.employment FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_appraiser ON medan.evidence FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY evidence_carrier ON medan.evidence TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY evidence_personnel ON medan.evidence FOR SELECT TO medan_personnel USING (true);
CREATE POLICY evidence_pool ON medan.evidence TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.evidence_register ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_register_appraiser ON medan.evidence_register FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY evidence_register_personnel ON medan.evidence_register FOR SELECT TO medan_personnel USING (true);
CREATE POLICY evidence_register_pool ON medan.evidence_register TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY evidence_register_window ON medan.evidence_register FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY evidence_window ON medan.evidence FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.fact_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY fact_history_guard ON medan.fact_history FOR INSERT TO medan_guard WITH CHECK (true);
CREATE POLICY fact_history_personnel ON medan.fact_history FOR SELECT TO medan_personnel USING (true);
CREATE POLICY fact_history_pool ON medan.fact_history FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY fact_history_window ON medan.fact_history FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.formasi ENABLE ROW LEVEL SECURITY;
CREATE POLICY formasi_appraiser ON medan.formasi FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY formasi_carrier ON medan.formasi TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY formasi_guard ON medan.formasi FOR SELECT TO medan_guard USING (true);
CREATE POLICY formasi_personnel ON medan.formasi FOR SELECT TO medan_personnel USING (true);
CREATE POLICY formasi_pool ON medan.formasi TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY formasi_window ON medan.formasi FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.freeze_window ENABLE ROW LEVEL SECURITY;
CREATE POLICY freeze_window_agency ON medan.freeze_window FOR SELECT TO medan_agency USING (true);
CREATE POLICY freeze_window_personnel ON medan.freeze_window TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY freeze_window_pool ON medan.freeze_window FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.grade_rank ENABLE ROW LEVEL SECURITY;
CREATE POLICY grade_rank_agency ON medan.grade_rank FOR SELECT TO medan_agency USING (true);
CREATE POLICY grade_rank_owner ON medan.grade_rank TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY grade_rank_personnel ON medan.grade_rank FOR SELECT TO medan_personnel USING (true);
CREATE POLICY grade_rank_pool ON medan.grade_rank FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.holiday ENABLE ROW LEVEL SECURITY;
CREATE POLICY holiday_agency ON medan.holiday FOR SELECT TO medan_agency USING (true);
CREATE POLICY holiday_appraiser ON medan.holiday FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY holiday_carrier ON medan.holiday FOR SELECT TO medan_carrier USING (true);
CREATE POLICY holiday_guard ON medan.holiday FOR SELECT TO medan_guard USING (true);
CREATE POLICY holiday_owner ON medan.holiday TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY holiday_personnel ON medan.holiday TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY holiday_pool ON medan.holiday FOR SELECT TO medan_pool USING (true);
CREATE POLICY holiday_worker ON medan.holiday FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.job ENABLE ROW LEVEL SECURITY;
ALTER TABLE medan.job_agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_agency_definer ON medan.job_agency FOR SELECT TO medan_definer USING (true);
CREATE POLICY job_agency_personnel ON medan.job_agency TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY job_agency_pool ON medan.job_agency FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY job_agency_worker ON medan.job_agency FOR SELECT TO medan_worker USING (true);
CREATE POLICY job_definer ON medan.job TO medan_definer USING (true) WITH CHECK (true);
ALTER TABLE medan.job_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_history_definer ON medan.job_history TO medan_definer USING (true) WITH CHECK (true);
CREATE POLICY job_history_personnel ON medan.job_history FOR SELECT TO medan_personnel USING (true);
CREATE POLICY job_history_pool ON medan.job_history FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY job_history_worker ON medan.job_history FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.job_kind ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_kind_definer ON medan.job_kind TO medan_definer USING (true) WITH CHECK (true);
CREATE POLICY job_kind_personnel ON medan.job_kind TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY job_kind_worker ON medan.job_kind FOR SELECT TO medan_worker USING (true);
CREATE POLICY job_personnel ON medan.job TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY job_pool ON medan.job TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.job_title ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_title_agency ON medan.job_title FOR SELECT TO medan_agency USING (true);
CREATE POLICY job_title_owner ON medan.job_title TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY job_title_personnel ON medan.job_title FOR SELECT TO medan_personnel USING (true);
CREATE POLICY job_title_pool ON medan.job_title FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.job_turn ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_turn_definer ON medan.job_turn TO medan_definer USING (true) WITH CHECK (true);
CREATE POLICY job_turn_worker ON medan.job_turn FOR SELECT TO medan_worker USING (true);
CREATE POLICY job_worker ON medan.job TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.legal_standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY legal_standing_agency ON medan.legal_standing FOR SELECT TO medan_agency USING (true);
CREATE POLICY legal_standing_appraiser ON medan.legal_standing FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY legal_standing_owner ON medan.legal_standing TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY legal_standing_personnel ON medan.legal_standing FOR SELECT TO medan_personnel USING (true);
CREATE POLICY legal_standing_pool ON medan.legal_standing FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.level_score ENABLE ROW LEVEL SECURITY;
CREATE POLICY level_score_agency ON medan.level_score FOR SELECT TO medan_agency USING (true);
CREATE POLICY level_score_appraiser ON medan.level_score FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY level_score_owner ON medan.level_score TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY level_score_personnel ON medan.level_score TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY level_score_pool ON medan.level_score FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.local_condition ENABLE ROW LEVEL SECURITY;
CREATE POLICY local_condition_agency ON medan.local_condition FOR SELECT TO medan_agency USING (true);
CREATE POLICY local_condition_personnel ON medan.local_condition TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY local_condition_pool ON medan.local_condition FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.login_fingerprint ENABLE ROW LEVEL SECURITY;
CREATE POLICY login_fingerprint_definer ON medan.login_fingerprint TO medan_definer USING (true) WITH CHECK (true);
ALTER TABLE medan.objection ENABLE ROW LEVEL SECURITY;
CREATE POLICY objection_appraiser ON medan.objection FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.objection_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY objection_decision_appraiser ON medan.objection_decision TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY objection_decision_guard ON medan.objection_decision FOR SELECT TO medan_guard USING (true);
CREATE POLICY objection_decision_personnel ON medan.objection_decision FOR SELECT TO medan_personnel USING (true);
CREATE POLICY objection_decision_pool ON medan.objection_decision FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY objection_decision_window ON medan.objection_decision FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY objection_guard ON medan.objection FOR SELECT TO medan_guard USING (true);
CREATE POLICY objection_personnel ON medan.objection FOR SELECT TO medan_personnel USING (true);
CREATE POLICY objection_pool ON medan.objection TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY objection_window ON medan.objection FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.org_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_unit_appraiser ON medan.org_unit FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY org_unit_carrier ON medan.org_unit TO medan_carrier USING (true) WITH CHECK (true);
ALTER TABLE medan.org_unit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_unit_event_carrier ON medan.org_unit_event TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY org_unit_event_personnel ON medan.org_unit_event FOR SELECT TO medan_personnel USING (true);
CREATE POLICY org_unit_event_pool ON medan.org_unit_event FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY org_unit_event_window ON medan.org_unit_event FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.org_unit_former ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_unit_former_appraiser ON medan.org_unit_former FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY org_unit_former_carrier ON medan.org_unit_former FOR SELECT TO medan_carrier USING (true);
CREATE POLICY org_unit_former_guard ON medan.org_unit_former TO medan_guard USING (true) WITH CHECK (true);
CREATE POLICY org_unit_former_personnel ON medan.org_unit_former FOR SELECT TO medan_personnel USING (true);
CREATE POLICY org_unit_former_pool ON medan.org_unit_former FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY org_unit_former_window ON medan.org_unit_former FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY org_unit_guard ON medan.org_unit FOR SELECT TO medan_guard USING (true);
CREATE POLICY org_unit_personnel ON medan.org_unit FOR SELECT TO medan_personnel USING (true);
CREATE POLICY org_unit_pool ON medan.org_unit TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY org_unit_window ON medan.org_unit FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.organisation_rating ENABLE ROW LEVEL SECURITY;
CREATE POLICY organisation_rating_personnel ON medan.organisation_rating FOR SELECT TO medan_personnel USING (true);
CREATE POLICY organisation_rating_pool ON medan.organisation_rating TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY organisation_rating_window ON medan.organisation_rating FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.performance_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY performance_level_agency ON medan.performance_level FOR SELECT TO medan_agency USING (true);
CREATE POLICY performance_level_appraiser ON medan.performance_level FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY performance_level_owner ON medan.performance_level TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY performance_level_personnel ON medan.performance_level TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY performance_level_pool ON medan.performance_level FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_appraiser ON medan.person TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY person_carrier ON medan.person TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY person_definer ON medan.person FOR SELECT TO medan_definer USING (true);
CREATE POLICY person_guard ON medan.person FOR SELECT TO medan_guard USING (true);
ALTER TABLE medan.person_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_history_appraiser ON medan.person_history FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY person_history_carrier ON medan.person_history FOR SELECT TO medan_carrier USING (true);
CREATE POLICY person_history_guard ON medan.person_history TO medan_guard USING (true) WITH CHECK (true);
CREATE POLICY person_history_personnel ON medan.person_history FOR SELECT TO medan_personnel USING (true);
CREATE POLICY person_history_pool ON medan.person_history FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY person_history_window ON medan.person_history FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY person_mover ON medan.person FOR SELECT TO medan_mover USING (true);
CREATE POLICY person_personnel ON medan.person FOR SELECT TO medan_personnel USING (true);
CREATE POLICY person_pool ON medan.person TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY person_window ON medan.person FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.position_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY position_level_agency ON medan.position_level FOR SELECT TO medan_agency USING (true);
CREATE POLICY position_level_appraiser ON medan.position_level FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY position_level_carrier ON medan.position_level FOR SELECT TO medan_carrier USING (true);
CREATE POLICY position_level_owner ON medan.position_level TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY position_level_personnel ON medan.position_level FOR SELECT TO medan_personnel USING (true);
CREATE POLICY position_level_pool ON medan.position_level FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.post ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_appraiser ON medan.post FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY post_carrier ON medan.post TO medan_carrier USING (true) WITH CHECK (true);
ALTER TABLE medan.post_former ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_former_appraiser ON medan.post_former FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY post_former_carrier ON medan.post_former FOR SELECT TO medan_carrier USING (true);
CREATE POLICY post_former_guard ON medan.post_former TO medan_guard USING (true) WITH CHECK (true);
CREATE POLICY post_former_personnel ON medan.post_former FOR SELECT TO medan_personnel USING (true);
CREATE POLICY post_former_pool ON medan.post_former FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY post_former_window ON medan.post_former FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY post_guard ON medan.post FOR SELECT TO medan_guard USING (true);
CREATE POLICY post_personnel ON medan.post FOR SELECT TO medan_personnel USING (true);
CREATE POLICY post_pool ON medan.post TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY post_window ON medan.post FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.rating_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY rating_event_agency ON medan.rating_event FOR INSERT TO medan_agency WITH CHECK ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY rating_event_appraiser ON medan.rating_event FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY rating_event_carrier ON medan.rating_event TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY rating_event_guard ON medan.rating_event FOR SELECT TO medan_guard USING (true);
CREATE POLICY rating_event_personnel ON medan.rating_event FOR SELECT TO medan_personnel USING (true);
CREATE POLICY rating_event_pool ON medan.rating_event TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY rating_event_window ON medan.rating_event FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.rating_matrix ENABLE ROW LEVEL SECURITY;
CREATE POLICY rating_matrix_agency ON medan.rating_matrix FOR SELECT TO medan_agency USING (true);
CREATE POLICY rating_matrix_appraiser ON medan.rating_matrix FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY rating_matrix_owner ON medan.rating_matrix TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY rating_matrix_personnel ON medan.rating_matrix TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY rating_matrix_pool ON medan.rating_matrix FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.rule_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY rule_set_agency ON medan.rule_set FOR SELECT TO medan_agency USING (true);
CREATE POLICY rule_set_appraiser ON medan.rule_set FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY rule_set_owner ON medan.rule_set TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY rule_set_personnel ON medan.rule_set TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY rule_set_pool ON medan.rule_set FOR SELECT TO medan_pool USING (true);
CREATE POLICY rule_set_worker ON medan.rule_set FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.run ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_agency ON medan.run FOR SELECT TO medan_agency USING (true);
CREATE POLICY run_appraiser ON medan.run FOR SELECT TO medan_appraiser USING (true);
ALTER TABLE medan.run_chunk ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_chunk_appraiser ON medan.run_chunk FOR SELECT TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY run_chunk_definer ON medan.run_chunk TO medan_definer USING (true) WITH CHECK (true);
CREATE POLICY run_chunk_personnel ON medan.run_chunk FOR SELECT TO medan_personnel USING (true);
CREATE POLICY run_chunk_pool ON medan.run_chunk FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY run_chunk_worker ON medan.run_chunk FOR SELECT TO medan_worker USING (true);
CREATE POLICY run_definer ON medan.run TO medan_definer USING (true) WITH CHECK (true);
ALTER TABLE medan.run_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_failure_definer ON medan.run_failure TO medan_definer USING (true) WITH CHECK (true);
CREATE POLICY run_failure_personnel ON medan.run_failure FOR SELECT TO medan_personnel USING (true);
CREATE POLICY run_failure_pool ON medan.run_failure FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY run_failure_window ON medan.run_failure FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
CREATE POLICY run_guard ON medan.run FOR SELECT TO medan_guard USING (true);
CREATE POLICY run_personnel ON medan.run TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY run_pool ON medan.run FOR SELECT TO medan_pool USING (true);
CREATE POLICY run_worker ON medan.run TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.schedule ENABLE ROW LEVEL SECURITY;
ALTER TABLE medan.schedule_occurrence ENABLE ROW LEVEL SECURITY;
CREATE POLICY schedule_occurrence_personnel ON medan.schedule_occurrence TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY schedule_occurrence_worker ON medan.schedule_occurrence TO medan_worker USING (true) WITH CHECK (true);
CREATE POLICY schedule_personnel ON medan.schedule TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY schedule_worker ON medan.schedule TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.scoring_weight ENABLE ROW LEVEL SECURITY;
CREATE POLICY scoring_weight_agency ON medan.scoring_weight FOR SELECT TO medan_agency USING (true);
CREATE POLICY scoring_weight_appraiser ON medan.scoring_weight FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY scoring_weight_owner ON medan.scoring_weight TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY scoring_weight_personnel ON medan.scoring_weight TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY scoring_weight_pool ON medan.scoring_weight FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.service_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY service_event_appraiser ON medan.service_event TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY service_event_personnel ON medan.service_event FOR SELECT TO medan_personnel USING (true);
CREATE POLICY service_event_pool ON medan.service_event FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY service_event_window ON medan.service_event FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY setting_agency ON medan.setting FOR SELECT TO medan_agency USING (true);
CREATE POLICY setting_appraiser ON medan.setting FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY setting_guard ON medan.setting FOR SELECT TO medan_guard USING (true);
CREATE POLICY setting_owner ON medan.setting TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY setting_personnel ON medan.setting TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY setting_pool ON medan.setting FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.sub_score ENABLE ROW LEVEL SECURITY;
CREATE POLICY sub_score_agency ON medan.sub_score FOR SELECT TO medan_agency USING (true);
CREATE POLICY sub_score_appraiser ON medan.sub_score FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY sub_score_owner ON medan.sub_score TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY sub_score_personnel ON medan.sub_score TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY sub_score_pool ON medan.sub_score FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.talent_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY talent_box_agency ON medan.talent_box FOR SELECT TO medan_agency USING (true);
CREATE POLICY talent_box_appraiser ON medan.talent_box FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY talent_box_owner ON medan.talent_box TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY talent_box_personnel ON medan.talent_box TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY talent_box_pool ON medan.talent_box FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.talent_placement ENABLE ROW LEVEL SECURITY;
CREATE POLICY talent_placement_appraiser ON medan.talent_placement TO medan_appraiser USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY talent_placement_personnel ON medan.talent_placement FOR SELECT TO medan_personnel USING (true);
CREATE POLICY talent_placement_pool ON medan.talent_placement FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY talent_placement_window ON medan.talent_placement FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.threshold ENABLE ROW LEVEL SECURITY;
CREATE POLICY threshold_agency ON medan.threshold FOR SELECT TO medan_agency USING (true);
CREATE POLICY threshold_appraiser ON medan.threshold FOR SELECT TO medan_appraiser USING (true);
CREATE POLICY threshold_owner ON medan.threshold TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY threshold_personnel ON medan.threshold TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY threshold_pool ON medan.threshold FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.transfer_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_batch_carrier ON medan.transfer_batch FOR SELECT TO medan_carrier USING (true);
CREATE POLICY transfer_batch_personnel ON medan.transfer_batch TO medan_personnel USING (true) WITH CHECK (true);
ALTER TABLE medan.transfer_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_case_carrier ON medan.transfer_case TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_case_guard ON medan.transfer_case FOR SELECT TO medan_guard USING (true);
CREATE POLICY transfer_case_personnel ON medan.transfer_case FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.transfer_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_check_carrier ON medan.transfer_check TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_check_personnel ON medan.transfer_check FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.transfer_conflict ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_conflict_carrier ON medan.transfer_conflict TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_conflict_personnel ON medan.transfer_conflict FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.transfer_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_document_carrier ON medan.transfer_document TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_document_personnel ON medan.transfer_document FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.transfer_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_event_carrier ON medan.transfer_event TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_event_personnel ON medan.transfer_event FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.transfer_exception ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_exception_carrier ON medan.transfer_exception TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_exception_personnel ON medan.transfer_exception FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.transfer_party ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_party_carrier ON medan.transfer_party TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_party_personnel ON medan.transfer_party FOR SELECT TO medan_personnel USING (true);
CREATE POLICY transfer_party_pool ON medan.transfer_party FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY transfer_party_window ON medan.transfer_party FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.transfer_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_request_carrier ON medan.transfer_request TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_request_personnel ON medan.transfer_request FOR SELECT TO medan_personnel USING (true);
CREATE POLICY transfer_request_pool ON medan.transfer_request FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY transfer_request_window ON medan.transfer_request FOR SELECT TO medan_window USING ((agency_id = (NULLIF("substring"((SESSION_USER)::text, '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'::text), ''::text))::integer));
ALTER TABLE medan.transfer_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_rule_agency ON medan.transfer_rule FOR SELECT TO medan_agency USING (true);
CREATE POLICY transfer_rule_personnel ON medan.transfer_rule TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY transfer_rule_pool ON medan.transfer_rule FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.transfer_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_step_agency ON medan.transfer_step FOR SELECT TO medan_agency USING (true);
CREATE POLICY transfer_step_carrier ON medan.transfer_step FOR SELECT TO medan_carrier USING (true);
CREATE POLICY transfer_step_guard ON medan.transfer_step FOR SELECT TO medan_guard USING (true);
CREATE POLICY transfer_step_owner ON medan.transfer_step TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY transfer_step_personnel ON medan.transfer_step FOR SELECT TO medan_personnel USING (true);
CREATE POLICY transfer_step_pool ON medan.transfer_step FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.transfer_verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_verdict_carrier ON medan.transfer_verdict TO medan_carrier USING (true) WITH CHECK (true);
CREATE POLICY transfer_verdict_personnel ON medan.transfer_verdict FOR SELECT TO medan_personnel USING (true);
ALTER TABLE medan.worker ENABLE ROW LEVEL SECURITY;
CREATE POLICY worker_definer ON medan.worker FOR SELECT TO medan_definer USING (true);
CREATE POLICY worker_personnel ON medan.worker FOR SELECT TO medan_personnel USING (true);
CREATE POLICY worker_pool ON medan.worker FOR SELECT TO medan_pool USING (true);
CREATE POLICY worker_worker ON medan.worker TO medan_worker USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA medan TO medan_agency;
GRANT USAGE ON SCHEMA medan TO medan_pool;
GRANT USAGE ON SCHEMA medan TO medan_personnel;
GRANT USAGE ON SCHEMA medan TO medan_mover;
GRANT USAGE ON SCHEMA medan TO medan_provisioner;
GRANT USAGE ON SCHEMA medan TO medan_worker;
GRANT USAGE ON SCHEMA medan TO medan_auditor;
GRANT USAGE ON SCHEMA medan TO medan_definer;
GRANT USAGE ON SCHEMA medan TO medan_audit;
GRANT USAGE ON SCHEMA medan TO medan_verifier;
GRANT USAGE ON SCHEMA medan TO medan_window;
GRANT USAGE ON SCHEMA medan TO medan_appraiser;
GRANT USAGE ON SCHEMA medan TO medan_carrier;
GRANT USAGE ON SCHEMA medan TO medan_guard;
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT ALL ON LANGUAGE plpgsql TO medan_owner;
GRANT SELECT ON TABLE medan.transfer_case TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_case TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_case TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(number),UPDATE(number) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(transfer_batch_id),UPDATE(transfer_batch_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(employment_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(from_post_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(to_agency_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(to_post_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(basis) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(demotion_cause) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(reason),UPDATE(reason) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(planned_on),UPDATE(planned_on) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(proposer) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(proposed_by) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(state) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(revision) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(direction) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(imut_type) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(releasing_consent_on) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(receiving_consent_on) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(pertek_requested_on) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(decree_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(inaugurated_on) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(objection) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(effective_on) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(held_since) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(former_assignment_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(new_employment_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(new_assignment_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(reverses_agency_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT INSERT(reverses_case_id) ON TABLE medan.transfer_case TO medan_carrier;
GRANT UPDATE(problem) ON TABLE medan.transfer_case TO medan_carrier;
REVOKE ALL ON FUNCTION medan.add_transfer(p_agency_id integer, p_employment_id bigint, p_to_agency_id integer, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_proposer text, p_by text, p_batch_id integer, p_reverses medan.transfer_case) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.add_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_decree text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.add_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_decree text, p_by text) TO medan_mover;
REVOKE ALL ON FUNCTION medan.advance_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.advance_runs() TO medan_worker;
REVOKE ALL ON FUNCTION medan.agency_transactions(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.agency_transactions(p_agency_id integer) TO medan_definer;
REVOKE ALL ON FUNCTION medan.amend_transfer(p_number text, p_reason text, p_batch text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.amend_transfer(p_number text, p_reason text, p_batch text, p_by text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.answer_transfer_request(p_request_id bigint, p_by text, p_declined text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.answer_transfer_request(p_request_id bigint, p_by text, p_declined text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.apply_agency_state(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.apply_agency_state(p_agency_id integer) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.approve_erasure(p_agency_id integer, p_request_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.approve_erasure(p_agency_id integer, p_request_id bigint) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.audit_commitment(p_salt uuid, p_payload jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audit_instant(p_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON TABLE medan.audit_event FROM medan_owner;
GRANT SELECT ON TABLE medan.audit_event TO medan_window;
GRANT SELECT ON TABLE medan.audit_event TO medan_pool;
GRANT SELECT ON TABLE medan.audit_event TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.audit_event TO medan_audit;
GRANT SELECT(agency_id) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(audit_event_id) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(block) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(at) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(actor) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(login) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(role) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(request) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(purpose) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(operation) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(table_name) ON TABLE medan.audit_event TO medan_auditor;
GRANT SELECT(row_key) ON TABLE medan.audit_event TO medan_auditor;
GRANT UPDATE(salt) ON TABLE medan.audit_event TO medan_audit;
GRANT UPDATE(payload) ON TABLE medan.audit_event TO medan_audit;
GRANT SELECT(commitment) ON TABLE medan.audit_event TO medan_auditor;
GRANT UPDATE(commitment) ON TABLE medan.audit_event TO medan_audit;
REVOKE ALL ON FUNCTION medan.audit_hash(p_event medan.audit_event) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audit_key(p_row jsonb, p_columns text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audit_lock_class() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audit_mac(p_prev_mac bytea, p_agency_id integer, p_block integer, p_event_count integer, p_first_event_id bigint, p_last_event_id bigint, p_sealed_at timestamp with time zone, p_leaves bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audit_role() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.audit_role() TO medan_definer;
GRANT ALL ON FUNCTION medan.audit_role() TO medan_guard;
REVOKE ALL ON FUNCTION medan.audit_setting(p_name text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audited_tables() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.audited_tables() TO medan_owner;
REVOKE ALL ON FUNCTION medan.await_writers(p_agency_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.begin_carried_appraisals(p_agency_id integer, p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date, p_cycle_id integer, p_closed integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.begin_unit(p_agency_id integer, p_unit text, p_name text, p_parent text, p_day date, p_kind text, p_other bigint, p_decree text, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.bring_forward_runs(p_kind text, p_subject text, p_ordinal integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.bring_forward_runs(p_kind text, p_subject text, p_ordinal integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.bring_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.calling_agency() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.cancel_run(p_run_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.cancel_run(p_run_id bigint) TO medan_worker;
REVOKE ALL ON FUNCTION medan.carry_appraisals(p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.carry_out_transfers(p_agencies integer[], p_cases bigint[], p_components integer[], p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.carry_out_transfers(p_agencies integer[], p_cases bigint[], p_components integer[], p_by text) TO medan_mover;
GRANT ALL ON FUNCTION medan.carry_out_transfers(p_agencies integer[], p_cases bigint[], p_components integer[], p_by text) TO medan_worker;
REVOKE ALL ON FUNCTION medan.carry_people(p_from integer, p_to integer, p_day date, p_units bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.carry_posts(p_agency_id integer, p_from bigint, p_to bigint, p_posts bigint[], p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.carry_records(p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.carry_units(p_from integer, p_to integer, p_units text[], p_day date, p_decree text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.carry_units(p_from integer, p_to integer, p_units text[], p_day date, p_decree text, p_by text) TO medan_mover;
REVOKE ALL ON FUNCTION medan.change_unit(p_agency_id integer, p_unit text, p_name text, p_moves boolean, p_parent text, p_day date, p_decree text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.change_unit(p_agency_id integer, p_unit text, p_name text, p_moves boolean, p_parent text, p_day date, p_decree text, p_by text) TO medan_mover;
REVOKE ALL ON FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.changed_passwords() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.changed_passwords() TO medan_owner;
GRANT SELECT ON TABLE medan.city TO medan_agency;
GRANT SELECT ON TABLE medan.city TO medan_pool;
GRANT SELECT ON TABLE medan.city TO medan_appraiser;
GRANT SELECT ON TABLE medan.city TO medan_personnel;
GRANT SELECT ON TABLE medan.city TO medan_mover;
GRANT SELECT ON TABLE medan.city TO medan_carrier;
GRANT SELECT ON TABLE medan.city TO medan_provisioner;
GRANT SELECT ON TABLE medan.city TO medan_worker;
GRANT SELECT ON TABLE medan.city TO medan_auditor;
GRANT SELECT ON TABLE medan.city TO medan_definer;
GRANT SELECT ON TABLE medan.city TO medan_guard;
REVOKE ALL ON FUNCTION medan.city_zone() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_agency;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_pool;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_appraiser;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_personnel;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_mover;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_carrier;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_provisioner;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_worker;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_auditor;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_definer;
GRANT ALL ON FUNCTION medan.city_zone() TO medan_guard;
REVOKE ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_agency;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_pool;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_personnel;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_mover;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_carrier;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_provisioner;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_worker;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_auditor;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_definer;
GRANT ALL ON FUNCTION medan.city_day(p_at timestamp with time zone) TO medan_guard;
REVOKE ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_agency;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_pool;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_personnel;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_mover;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_carrier;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_provisioner;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_worker;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_auditor;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_definer;
GRANT ALL ON FUNCTION medan.city_instant(p_local timestamp without time zone) TO medan_guard;
REVOKE ALL ON FUNCTION medan.claim_chunk(p_worker_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.claim_chunk(p_worker_id integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.close_audit(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.close_audit(p_agency_id integer) TO medan_worker;
GRANT ALL ON FUNCTION medan.close_audit(p_agency_id integer) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.close_unit(p_agency_id integer, p_unit text, p_day date, p_decree text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.close_unit(p_agency_id integer, p_unit text, p_day date, p_decree text, p_by text) TO medan_mover;
REVOKE ALL ON FUNCTION medan.combined_rating(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.combined_rating(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) TO medan_pool;
GRANT ALL ON FUNCTION medan.combined_rating(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.comes_back_from(p_kind text, p_from text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.comes_back_from(p_kind text, p_from text) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.decide_objection(p_agency_id integer, p_objection_id bigint, p_decided_on date, p_decided_by text, p_work_result smallint, p_work_behaviour smallint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.decide_objection(p_agency_id integer, p_objection_id bigint, p_decided_on date, p_decided_by text, p_work_result smallint, p_work_behaviour smallint, p_reason text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.declare_transfer_conflict(p_number text, p_of text, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.declare_transfer_conflict(p_number text, p_of text, p_kind text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.definitive_holders(p_agency_id integer, p_posts bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.definitive_holders(p_agency_id integer, p_posts bigint[]) TO medan_pool;
GRANT ALL ON FUNCTION medan.definitive_holders(p_agency_id integer, p_posts bigint[]) TO medan_guard;
REVOKE ALL ON FUNCTION medan.drop_login(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.drop_login(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.due_far_ahead() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.due_far_ahead() TO medan_worker;
GRANT ALL ON FUNCTION medan.due_far_ahead() TO medan_personnel;
REVOKE ALL ON FUNCTION medan.due_transfers(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.due_transfers(p_day date) TO medan_mover;
GRANT ALL ON FUNCTION medan.due_transfers(p_day date) TO medan_worker;
REVOKE ALL ON FUNCTION medan.end_agency_sessions() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.end_agency_sessions() TO medan_worker;
REVOKE ALL ON FUNCTION medan.end_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_state text, p_processed integer, p_failures integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.end_seats(p_agency_id integer, p_posts bigint[], p_day date, p_decree text, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.end_sessions(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.end_sessions(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.end_unit(p_agency_id integer, p_org_unit_id bigint, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.erasure_lock_class() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.except_transfer(p_number text, p_rule text, p_reason text, p_by text, p_document_number text, p_document_date date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.except_transfer(p_number text, p_rule text, p_reason text, p_by text, p_document_number text, p_document_date date) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.exclude_leavers() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.expected_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.expected_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date) TO medan_pool;
GRANT ALL ON FUNCTION medan.expected_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date) TO medan_personnel;
GRANT ALL ON FUNCTION medan.expected_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.fewest_seats(p_agency_id integer, p_post_id bigint, p_days daterange) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.fewest_seats(p_agency_id integer, p_post_id bigint, p_days daterange) TO medan_pool;
GRANT ALL ON FUNCTION medan.fewest_seats(p_agency_id integer, p_post_id bigint, p_days daterange) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.file_transfer_document(p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.file_transfer_document(p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text) TO medan_personnel;
GRANT ALL ON FUNCTION medan.file_transfer_document(p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text) TO medan_pool;
GRANT ALL ON FUNCTION medan.file_transfer_document(p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text) TO medan_agency;
REVOKE ALL ON FUNCTION medan.finalise_results(p_agency_id integer, p_cycle_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.finalise_results(p_agency_id integer, p_cycle_id integer) TO medan_pool;
REVOKE ALL ON FUNCTION medan.find_transfer(p_number text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.finish_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_processed integer, p_failed bigint[], p_codes text[], p_reasons text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.finish_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_processed integer, p_failed bigint[], p_codes text[], p_reasons text[]) TO medan_pool;
REVOKE ALL ON FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) TO medan_worker;
GRANT ALL ON FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) TO medan_pool;
REVOKE ALL ON FUNCTION medan.follow_agency_state() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.forget_jobs(p_outcome text, p_before timestamp with time zone, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.forget_jobs(p_outcome text, p_before timestamp with time zone, p_limit integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.give_back_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_error text, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.give_back_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_error text, p_limit integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) TO medan_pool;
GRANT ALL ON FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) TO medan_personnel;
GRANT ALL ON FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) TO medan_guard;
REVOKE ALL ON FUNCTION medan.held_agencies(p_run_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.held_agencies(p_run_id bigint) TO medan_worker;
GRANT ALL ON FUNCTION medan.held_agencies(p_run_id bigint) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.hold_block(p_agency_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.hold_erasure() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.hold_login(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.hold_login(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) TO medan_carrier;
GRANT ALL ON FUNCTION medan.hold_ratings(p_agency_id integer, p_cycle_id integer, p_how text) TO medan_guard;
REVOKE ALL ON FUNCTION medan.is_agency_active(p_agency_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.is_critical_post(p_is_marked boolean, p_position_level text, p_title text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.is_critical_post(p_is_marked boolean, p_position_level text, p_title text) TO medan_pool;
GRANT ALL ON FUNCTION medan.is_critical_post(p_is_marked boolean, p_position_level text, p_title text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.job_title_of(p_title text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.job_title_of(p_title text) TO medan_pool;
GRANT ALL ON FUNCTION medan.job_title_of(p_title text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.join_posts(p_agency_id integer, p_from bigint, p_to bigint, p_day date, p_decree text, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.join_seats(p_from integer, p_from_post bigint, p_to integer, p_to_post bigint, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.keep_assignment_history() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.keep_former_post() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.keep_former_unit() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.keep_person_history() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.keep_post_history() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.leave_chunk_behind(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.leave_chunk_behind(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_reason text) TO medan_worker;
REVOKE ALL ON FUNCTION medan.living_workers() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.lock_agencies() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_agencies() TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.lock_calibration(p_agency_id integer, p_cycle_id integer, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_calibration(p_agency_id integer, p_cycle_id integer, p_by text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.lock_cycles() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_cycles() TO medan_personnel;
GRANT ALL ON FUNCTION medan.lock_cycles() TO medan_worker;
REVOKE ALL ON FUNCTION medan.lock_people() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_people() TO medan_pool;
GRANT ALL ON FUNCTION medan.lock_people() TO medan_appraiser;
GRANT ALL ON FUNCTION medan.lock_people() TO medan_carrier;
GRANT ALL ON FUNCTION medan.lock_people() TO medan_guard;
REVOKE ALL ON FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_how text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_how text) TO medan_pool;
GRANT ALL ON FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_how text) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.lock_seats(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_seats(p_agency_id integer) TO medan_guard;
REVOKE ALL ON FUNCTION medan.lock_worker(p_worker_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_worker(p_worker_id integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.login_role(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.login_role(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.login_verifiers() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.login_verifiers() TO medan_definer;
REVOKE ALL ON FUNCTION medan.make_transfers_effective(p_agencies integer[], p_cases bigint[], p_people bigint[], p_origins integer[], p_targets integer[], p_posts bigint[], p_day date, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.mask_nip(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.mask_nip(p_text text) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.mend_due_far_ahead() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.mend_due_far_ahead() TO medan_worker;
REVOKE ALL ON FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) TO medan_mover;
REVOKE ALL ON FUNCTION medan.merge_unit(p_agency_id integer, p_unit text, p_into text, p_day date, p_decree text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.merge_unit(p_agency_id integer, p_unit text, p_into text, p_day date, p_decree text, p_by text) TO medan_mover;
REVOKE ALL ON FUNCTION medan.move_people(p_from integer[], p_to integer[], p_people bigint[], p_posts bigint[], p_day date, p_decree_numbers text[], p_decree_dates date[], p_held_since date[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) TO medan_mover;
REVOKE ALL ON FUNCTION medan.newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) TO medan_pool;
GRANT ALL ON FUNCTION medan.newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) TO medan_personnel;
GRANT ALL ON FUNCTION medan.newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.note_transfer_problem(p_agencies integer[], p_cases bigint[], p_problem text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.note_transfer_problem(p_agencies integer[], p_cases bigint[], p_problem text) TO medan_mover;
GRANT ALL ON FUNCTION medan.note_transfer_problem(p_agencies integer[], p_cases bigint[], p_problem text) TO medan_worker;
REVOKE ALL ON FUNCTION medan.note_unit(p_agency_id integer, p_org_unit_id bigint, p_kind text, p_day date, p_other bigint, p_decree text, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.note_verifier(p_agency_id integer, p_label text, p_verifier text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) TO medan_pool;
GRANT ALL ON FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) TO medan_personnel;
GRANT ALL ON FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) TO medan_agency;
GRANT ALL ON FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.objection_deadline(p_cycle_id integer, p_received_on date) TO medan_guard;
REVOKE ALL ON FUNCTION medan.open_agencies() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.open_block(p_agency_id integer) FROM PUBLIC;
GRANT SELECT ON TABLE medan.person TO medan_window;
GRANT SELECT ON TABLE medan.person TO medan_pool;
GRANT SELECT ON TABLE medan.person TO medan_appraiser;
GRANT SELECT ON TABLE medan.person TO medan_personnel;
GRANT SELECT ON TABLE medan.person TO medan_carrier;
GRANT SELECT ON TABLE medan.person TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.person TO medan_pool;
GRANT SELECT(agency_id) ON TABLE medan.person TO medan_mover;
GRANT UPDATE(agency_id) ON TABLE medan.person TO medan_carrier;
GRANT SELECT(agency_id) ON TABLE medan.person TO medan_definer;
GRANT SELECT(person_id) ON TABLE medan.person TO medan_mover;
GRANT SELECT(person_id) ON TABLE medan.person TO medan_definer;
GRANT INSERT(nip),UPDATE(nip) ON TABLE medan.person TO medan_pool;
GRANT SELECT(nip) ON TABLE medan.person TO medan_mover;
GRANT INSERT(name),UPDATE(name) ON TABLE medan.person TO medan_pool;
GRANT INSERT(front_title),UPDATE(front_title) ON TABLE medan.person TO medan_pool;
GRANT INSERT(back_title),UPDATE(back_title) ON TABLE medan.person TO medan_pool;
GRANT INSERT(birth_date),UPDATE(birth_date) ON TABLE medan.person TO medan_pool;
GRANT INSERT(sex),UPDATE(sex) ON TABLE medan.person TO medan_pool;
GRANT INSERT(kind),UPDATE(kind) ON TABLE medan.person TO medan_pool;
GRANT INSERT(appointed_on),UPDATE(appointed_on) ON TABLE medan.person TO medan_pool;
GRANT INSERT(grade_rank_id),UPDATE(grade_rank_id) ON TABLE medan.person TO medan_pool;
GRANT INSERT(grade_since),UPDATE(grade_since) ON TABLE medan.person TO medan_pool;
GRANT INSERT(contract_class),UPDATE(contract_class) ON TABLE medan.person TO medan_pool;
GRANT INSERT(education_level_id),UPDATE(education_level_id) ON TABLE medan.person TO medan_pool;
GRANT INSERT(education),UPDATE(education) ON TABLE medan.person TO medan_pool;
GRANT INSERT(legal_status),UPDATE(legal_status) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(legal_status) ON TABLE medan.person TO medan_appraiser;
GRANT INSERT(changed_at),UPDATE(changed_at) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(changed_at) ON TABLE medan.person TO medan_appraiser;
GRANT UPDATE(changed_at) ON TABLE medan.person TO medan_carrier;
GRANT INSERT(confirmed_on),UPDATE(confirmed_on) ON TABLE medan.person TO medan_pool;
REVOKE ALL ON TABLE medan.own_person FROM medan_window;
GRANT SELECT ON TABLE medan.own_person TO medan_agency;
REVOKE ALL ON FUNCTION medan.own_people_after(p_person_id bigint, p_limit integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.own_people_after(p_person_id bigint, p_limit integer) FROM medan_window;
GRANT ALL ON FUNCTION medan.own_people_after(p_person_id bigint, p_limit integer) TO medan_agency;
REVOKE ALL ON FUNCTION medan.own_people_named(p_beginning text, p_limit integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.own_people_named(p_beginning text, p_limit integer) FROM medan_window;
GRANT ALL ON FUNCTION medan.own_people_named(p_beginning text, p_limit integer) TO medan_agency;
REVOKE ALL ON FUNCTION medan.own_person_by_nip(p_nip text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.own_person_by_nip(p_nip text) FROM medan_window;
GRANT ALL ON FUNCTION medan.own_person_by_nip(p_nip text) TO medan_agency;
REVOKE ALL ON FUNCTION medan.own_results_released(p_agency_id integer, p_cycle_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.own_results_released(p_agency_id integer, p_cycle_id integer) FROM medan_window;
GRANT ALL ON FUNCTION medan.own_results_released(p_agency_id integer, p_cycle_id integer) TO medan_agency;
REVOKE ALL ON FUNCTION medan.pause_run(p_run_id bigint, p_note text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.pause_run(p_run_id bigint, p_note text) TO medan_worker;
REVOKE ALL ON FUNCTION medan.people_lacking(p_quality text, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.people_lacking(p_quality text, p_day date) TO medan_pool;
GRANT ALL ON FUNCTION medan.people_lacking(p_quality text, p_day date) TO medan_personnel;
GRANT ALL ON FUNCTION medan.people_lacking(p_quality text, p_day date) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.people_not_appraised(p_agency_id integer, p_first bigint, p_last bigint, p_first_person bigint, p_last_person bigint, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.people_not_appraised(p_agency_id integer, p_first bigint, p_last bigint, p_first_person bigint, p_last_person bigint, p_day date) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.personal_columns() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.personal_columns() TO medan_personnel;
REVOKE ALL ON FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) TO medan_pool;
GRANT ALL ON FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) TO medan_personnel;
GRANT ALL ON FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) TO medan_guard;
REVOKE ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_pool;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_personnel;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_carrier;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_guard;
REVOKE ALL ON FUNCTION medan.place_results(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text, p_revised boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.plan_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_batch text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.plan_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_batch text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.propose_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_by_employee boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.propose_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_by_employee boolean) TO medan_pool;
GRANT ALL ON FUNCTION medan.propose_transfer(p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text, p_planned_on date, p_by text, p_by_employee boolean) TO medan_agency;
REVOKE ALL ON FUNCTION medan.raters(p_agency_id integer, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.raters(p_agency_id integer, p_day date) TO medan_pool;
GRANT ALL ON FUNCTION medan.raters(p_agency_id integer, p_day date) TO medan_personnel;
GRANT ALL ON FUNCTION medan.raters(p_agency_id integer, p_day date) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.raters(p_agency_id integer, p_day date) TO medan_carrier;
REVOKE ALL ON FUNCTION medan.rating_locks(p_agency_id integer, p_cycle_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.rating_locks(p_agency_id integer, p_cycle_id integer) TO medan_definer;
REVOKE ALL ON FUNCTION medan.recompute_person(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_reason text, p_decided_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.recompute_person(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_reason text, p_decided_by text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.recompute_results(p_agency_id integer, p_cycle_id integer, p_rule_set text, p_first bigint, p_last bigint, p_reason text, p_decided_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.recompute_results(p_agency_id integer, p_cycle_id integer, p_rule_set text, p_first bigint, p_last bigint, p_reason text, p_decided_by text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.record_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.record_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_processed integer, p_failures integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.record_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_processed integer, p_failures integer) TO medan_definer;
REVOKE ALL ON FUNCTION medan.record_count() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.record_event(p_agency_id integer, p_operation text, p_table_name text, p_row_key jsonb, p_payload jsonb, p_purpose text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) TO medan_pool;
GRANT ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) TO medan_personnel;
GRANT ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.record_service_event(p_agency_id integer, p_person_id bigint, p_kind text, p_day date, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.record_service_event(p_agency_id integer, p_person_id bigint, p_kind text, p_day date, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.record_transfer_checks(p_checks jsonb, p_rules text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.record_transfer_checks(p_checks jsonb, p_rules text, p_by text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.record_update() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.redrive_jobs(p_agency_id integer, p_jobs bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.redrive_jobs(p_agency_id integer, p_jobs bigint[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.refresh_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.refresh_segments(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date) TO medan_pool;
REVOKE ALL ON FUNCTION medan.refuse_audit_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_change_of_rules() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_claimed_move() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_formasi_below_holders() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_late_rating() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_late_revision() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_overfull_post() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_ownership_commands() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_second_agency() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_taken_nip() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_unit_circle() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refused_moves(p_moves bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.register_job_kinds(p_kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.register_job_kinds(p_kinds text[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.rehearse_merger(p_from integer, p_to integer, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.rehearse_merger(p_from integer, p_to integer, p_day date) TO medan_mover;
REVOKE ALL ON FUNCTION medan.release_results(p_agency_id integer, p_cycle_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.release_results(p_agency_id integer, p_cycle_id integer) TO medan_pool;
REVOKE ALL ON FUNCTION medan.remind_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.remind_raters(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.request_erasure(p_agency_id integer, p_audit_event_id bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.request_erasure(p_agency_id integer, p_audit_event_id bigint, p_reason text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.require_actor() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_actor(p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_decider() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_free_actor(p_case medan.transfer_case, p_step text, p_actor text, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_fresh_view() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.require_fresh_view() TO medan_definer;
REVOKE ALL ON FUNCTION medan.require_later(p_table text, p_since date, p_last date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_left_over(p_agency_role text, p_login text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_move(p_from integer, p_to integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_objection_in_time() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_person() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_phase(p_agency_id integer, p_cycle_id integer, p_phase text, p_first bigint, p_last bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_phase_of_cycle() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_possible_phase() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_receipt() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_release() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_source_row() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_transfer_course() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_transfer_draft() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_transfer_needs(p_case medan.transfer_case, p_needs text, p_actor text, p_document_number text, p_document_date date, p_note text, p_day date, p_on date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_unit(p_agency_id integer, p_unit text, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_verifier(p_verifier text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.required_education(p_title text, p_position_level text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.required_education(p_title text, p_position_level text) TO medan_pool;
GRANT ALL ON FUNCTION medan.required_education(p_title text, p_position_level text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.reschedule_run(p_kind text, p_subject text, p_step text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.reschedule_run(p_kind text, p_subject text, p_step text, p_at timestamp with time zone) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.rescue_jobs(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.rescue_jobs(p_limit integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.reset_login_settings(p_login text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.restore_assignments(p_agency_id integer, p_service_event_id bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.resume_run(p_run_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.resume_run(p_run_id bigint) TO medan_worker;
REVOKE ALL ON FUNCTION medan.retirement_age(p_level_age smallint, p_position_level text, p_title text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.retirement_age(p_level_age smallint, p_position_level text, p_title text) TO medan_pool;
GRANT ALL ON FUNCTION medan.retirement_age(p_level_age smallint, p_position_level text, p_title text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.retires_on(p_birth_date date, p_age integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.retires_on(p_birth_date date, p_age integer) TO medan_pool;
GRANT ALL ON FUNCTION medan.retires_on(p_birth_date date, p_age integer) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.retry_run(p_run_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.retry_run(p_run_id bigint) TO medan_worker;
REVOKE ALL ON FUNCTION medan.reverse_transfer(p_number text, p_reason text, p_planned_on date, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.reverse_transfer(p_number text, p_reason text, p_planned_on date, p_by text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.revise_appraisal(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.revise_appraisal(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.revise_result(p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint, p_work_behaviour smallint, p_reason text, p_decided_by text, p_rating_event_id bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.score_results(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text, p_revised boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.seal_audit(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.seal_audit(p_agency_id integer) TO medan_worker;
GRANT ALL ON FUNCTION medan.seal_audit(p_agency_id integer) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.seats_given(p_agency_id integer, p_posts bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.seats_given(p_agency_id integer, p_posts bigint[]) TO medan_pool;
GRANT ALL ON FUNCTION medan.seats_given(p_agency_id integer, p_posts bigint[]) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.seats_given(p_agency_id integer, p_posts bigint[]) TO medan_guard;
REVOKE ALL ON FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) TO medan_pool;
GRANT ALL ON FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) TO medan_personnel;
GRANT ALL ON FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date) TO medan_carrier;
REVOKE ALL ON FUNCTION medan.sessions_ahead(p_pid integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.sessions_ahead(p_pid integer) TO medan_owner;
REVOKE ALL ON FUNCTION medan.show_transfer(p_case medan.transfer_case, p_sides text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.shut_login(p_login text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.split_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_first bigint[], p_last bigint[], p_keys integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.split_chunk(p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_first bigint[], p_last bigint[], p_keys integer[]) TO medan_pool;
REVOKE ALL ON FUNCTION medan.split_unit(p_agency_id integer, p_unit text, p_new text, p_name text, p_parent text, p_posts bigint[], p_day date, p_decree text, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.split_unit(p_agency_id integer, p_unit text, p_new text, p_name text, p_parent text, p_posts bigint[], p_day date, p_decree text, p_by text) TO medan_mover;
REVOKE ALL ON FUNCTION medan.standing_seat(p_agency_id integer, p_post_id bigint, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.standing_transfers(p_agencies integer[], p_cases bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.standings_without(p_quality text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.standings_without(p_quality text) TO medan_pool;
GRANT ALL ON FUNCTION medan.standings_without(p_quality text) TO medan_personnel;
GRANT ALL ON FUNCTION medan.standings_without(p_quality text) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.startable_runs() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.startable_runs() TO medan_worker;
REVOKE ALL ON FUNCTION medan.step_transfer(p_case medan.transfer_case, p_step text, p_actors text[], p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.take_agency_step(p_number text, p_step text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.take_agency_step(p_number text, p_step text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text) TO medan_pool;
GRANT ALL ON FUNCTION medan.take_agency_step(p_number text, p_step text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text) TO medan_agency;
REVOKE ALL ON FUNCTION medan.take_city_step(p_number text, p_step text, p_actor text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.take_city_step(p_number text, p_step text, p_actor text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text, p_day date) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.talent_scores(p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer, p_known_at timestamp with time zone, p_revised boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.talent_scores(p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer, p_known_at timestamp with time zone, p_revised boolean) TO medan_pool;
GRANT ALL ON FUNCTION medan.talent_scores(p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer, p_known_at timestamp with time zone, p_revised boolean) TO medan_personnel;
GRANT ALL ON FUNCTION medan.talent_scores(p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer, p_known_at timestamp with time zone, p_revised boolean) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.tell_parties(p_agencies integer[], p_cases bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.undo_service_event(p_agency_id integer, p_service_event_id bigint, p_kind text, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.undo_service_event(p_agency_id integer, p_service_event_id bigint, p_kind text, p_standing text, p_document_number text, p_document_date date, p_recorded_by text) TO medan_pool;
REVOKE ALL ON FUNCTION medan.unmet_transfer_need(p_agencies integer[], p_cases bigint[], p_need text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.unready_transfers(p_agencies integer[], p_cases bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.usual_standing(p_kind text, p_person_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.usual_standing(p_kind text, p_person_kind text) TO medan_appraiser;
REVOKE ALL ON FUNCTION medan.verify_audit(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.verify_audit(p_agency_id integer) TO medan_worker;
GRANT ALL ON FUNCTION medan.verify_audit(p_agency_id integer) TO medan_personnel;
GRANT ALL ON FUNCTION medan.verify_audit(p_agency_id integer) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.verify_audit_against(p_seals jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.verify_audit_against(p_seals jsonb) TO medan_worker;
GRANT ALL ON FUNCTION medan.verify_audit_against(p_seals jsonb) TO medan_personnel;
GRANT ALL ON FUNCTION medan.verify_audit_against(p_seals jsonb) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.verify_block(p_agency_id integer, p_block integer, p_leaves bytea, p_erased jsonb[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.worker_lock_class() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.working_day(p_from date, p_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.working_day(p_from date, p_days integer) TO medan_pool;
GRANT ALL ON FUNCTION medan.working_day(p_from date, p_days integer) TO medan_appraiser;
GRANT ALL ON FUNCTION medan.working_day(p_from date, p_days integer) TO medan_personnel;
GRANT ALL ON FUNCTION medan.working_day(p_from date, p_days integer) TO medan_carrier;
GRANT ALL ON FUNCTION medan.working_day(p_from date, p_days integer) TO medan_guard;
GRANT SELECT ON TABLE medan.agency TO medan_agency;
GRANT SELECT ON TABLE medan.agency TO medan_pool;
GRANT SELECT ON TABLE medan.agency TO medan_personnel;
GRANT SELECT ON TABLE medan.agency TO medan_mover;
GRANT SELECT ON TABLE medan.agency TO medan_carrier;
GRANT SELECT ON TABLE medan.agency TO medan_provisioner;
GRANT SELECT ON TABLE medan.agency TO medan_worker;
GRANT SELECT ON TABLE medan.agency TO medan_auditor;
GRANT SELECT ON TABLE medan.agency TO medan_definer;
GRANT SELECT ON TABLE medan.agency TO medan_guard;
GRANT INSERT(code) ON TABLE medan.agency TO medan_provisioner;
GRANT INSERT(kind),UPDATE(kind) ON TABLE medan.agency TO medan_provisioner;
GRANT INSERT(state),UPDATE(state) ON TABLE medan.agency TO medan_provisioner;
GRANT INSERT(created_at) ON TABLE medan.agency TO medan_provisioner;
GRANT INSERT(merged_into),UPDATE(merged_into) ON TABLE medan.agency TO medan_provisioner;
GRANT SELECT ON TABLE medan.agency_login TO medan_window;
GRANT SELECT ON TABLE medan.agency_login TO medan_pool;
GRANT SELECT ON TABLE medan.agency_login TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.agency_login TO medan_provisioner;
GRANT SELECT ON TABLE medan.agency_login TO medan_auditor;
GRANT SELECT ON TABLE medan.agency_login TO medan_definer;
GRANT UPDATE(method) ON TABLE medan.agency_login TO medan_provisioner;
GRANT UPDATE(certificate_name) ON TABLE medan.agency_login TO medan_provisioner;
GRANT UPDATE(valid_until) ON TABLE medan.agency_login TO medan_provisioner;
GRANT UPDATE(connection_limit) ON TABLE medan.agency_login TO medan_provisioner;
GRANT UPDATE(created_at) ON TABLE medan.agency_login TO medan_provisioner;
GRANT UPDATE(rotated_at) ON TABLE medan.agency_login TO medan_provisioner;
GRANT UPDATE(revoked_at) ON TABLE medan.agency_login TO medan_provisioner;
GRANT SELECT ON TABLE medan.agency_name TO medan_agency;
GRANT SELECT ON TABLE medan.agency_name TO medan_pool;
GRANT SELECT ON TABLE medan.agency_name TO medan_personnel;
GRANT SELECT ON TABLE medan.agency_name TO medan_mover;
GRANT SELECT,INSERT ON TABLE medan.agency_name TO medan_provisioner;
GRANT UPDATE(name) ON TABLE medan.agency_name TO medan_provisioner;
GRANT UPDATE(short_name) ON TABLE medan.agency_name TO medan_provisioner;
GRANT UPDATE(valid) ON TABLE medan.agency_name TO medan_provisioner;
GRANT SELECT ON TABLE medan.applied_file TO medan_personnel;
GRANT SELECT ON TABLE medan.applied_file TO medan_worker;
GRANT SELECT ON TABLE medan.appraisal TO medan_window;
GRANT SELECT ON TABLE medan.appraisal TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.appraisal TO medan_carrier;
GRANT SELECT ON TABLE medan.appraisal TO medan_guard;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_window;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal_closing TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_carrier;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_guard;
GRANT UPDATE(superseded) ON TABLE medan.appraisal_closing TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_exclusion TO medan_window;
GRANT SELECT ON TABLE medan.appraisal_exclusion TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal_exclusion TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_exclusion TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.appraisal_exclusion TO medan_carrier;
GRANT UPDATE(lifted_at) ON TABLE medan.appraisal_exclusion TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_receipt TO medan_window;
GRANT SELECT,INSERT ON TABLE medan.appraisal_receipt TO medan_pool;
GRANT SELECT ON TABLE medan.appraisal_receipt TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_receipt TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_receipt TO medan_guard;
GRANT UPDATE(received_on) ON TABLE medan.appraisal_receipt TO medan_pool;
GRANT UPDATE(recorded_at) ON TABLE medan.appraisal_receipt TO medan_pool;
GRANT SELECT ON TABLE medan.appraisal_reminder TO medan_window;
GRANT SELECT ON TABLE medan.appraisal_reminder TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal_reminder TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_reminder TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_revision TO medan_window;
GRANT SELECT ON TABLE medan.appraisal_revision TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal_revision TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_revision TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_revision TO medan_guard;
GRANT SELECT ON TABLE medan.appraisal_score TO medan_window;
GRANT SELECT ON TABLE medan.appraisal_score TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal_score TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_score TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_score TO medan_guard;
GRANT UPDATE(superseded) ON TABLE medan.appraisal_score TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_segment TO medan_window;
GRANT SELECT ON TABLE medan.appraisal_segment TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.appraisal_segment TO medan_appraiser;
GRANT SELECT ON TABLE medan.appraisal_segment TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.appraisal_segment TO medan_carrier;
GRANT SELECT ON TABLE medan.appraisal_segment TO medan_guard;
GRANT UPDATE(post_id) ON TABLE medan.appraisal_segment TO medan_appraiser;
GRANT UPDATE(title) ON TABLE medan.appraisal_segment TO medan_appraiser;
GRANT UPDATE(position_level) ON TABLE medan.appraisal_segment TO medan_appraiser;
GRANT UPDATE(valid) ON TABLE medan.appraisal_segment TO medan_appraiser;
GRANT UPDATE(rater_nip) ON TABLE medan.appraisal_segment TO medan_appraiser;
GRANT SELECT ON TABLE medan.assignment TO medan_window;
GRANT SELECT ON TABLE medan.assignment TO medan_pool;
GRANT SELECT ON TABLE medan.assignment TO medan_appraiser;
GRANT SELECT ON TABLE medan.assignment TO medan_personnel;
GRANT SELECT ON TABLE medan.assignment TO medan_carrier;
GRANT SELECT ON TABLE medan.assignment TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.assignment TO medan_carrier;
GRANT INSERT(employment_id) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(employment_id) ON TABLE medan.assignment TO medan_carrier;
GRANT INSERT(post_id),UPDATE(post_id) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(post_id) ON TABLE medan.assignment TO medan_carrier;
GRANT INSERT(kind),UPDATE(kind) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(kind) ON TABLE medan.assignment TO medan_carrier;
GRANT INSERT(valid),UPDATE(valid) ON TABLE medan.assignment TO medan_pool;
GRANT UPDATE(valid) ON TABLE medan.assignment TO medan_appraiser;
GRANT INSERT(valid),UPDATE(valid) ON TABLE medan.assignment TO medan_carrier;
GRANT INSERT(decree_number),UPDATE(decree_number) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(decree_number) ON TABLE medan.assignment TO medan_carrier;
GRANT INSERT(decree_date),UPDATE(decree_date) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(decree_date) ON TABLE medan.assignment TO medan_carrier;
GRANT UPDATE(held_since) ON TABLE medan.assignment TO medan_pool;
GRANT INSERT(held_since) ON TABLE medan.assignment TO medan_carrier;
REVOKE ALL ON TABLE medan.audit_block FROM medan_owner;
GRANT SELECT ON TABLE medan.audit_block TO medan_pool;
GRANT SELECT ON TABLE medan.audit_block TO medan_personnel;
GRANT SELECT ON TABLE medan.audit_block TO medan_worker;
GRANT SELECT ON TABLE medan.audit_block TO medan_auditor;
GRANT SELECT,INSERT ON TABLE medan.audit_block TO medan_audit;
GRANT UPDATE(block) ON TABLE medan.audit_block TO medan_audit;
GRANT UPDATE(sealed_block) ON TABLE medan.audit_block TO medan_audit;
REVOKE ALL ON SEQUENCE medan.audit_event_audit_event_id_seq FROM medan_owner;
GRANT USAGE ON SEQUENCE medan.audit_event_audit_event_id_seq TO medan_audit;
REVOKE ALL ON TABLE medan.audit_seal FROM medan_owner;
GRANT SELECT ON TABLE medan.audit_seal TO medan_window;
GRANT SELECT ON TABLE medan.audit_seal TO medan_pool;
GRANT SELECT ON TABLE medan.audit_seal TO medan_personnel;
GRANT SELECT ON TABLE medan.audit_seal TO medan_worker;
GRANT SELECT ON TABLE medan.audit_seal TO medan_auditor;
GRANT SELECT,INSERT ON TABLE medan.audit_seal TO medan_audit;
GRANT SELECT ON TABLE medan.city_job_title TO medan_agency;
GRANT SELECT ON TABLE medan.city_job_title TO medan_pool;
GRANT SELECT,INSERT,DELETE ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(job_title) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(family) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(position_level) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(retirement_age) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(education_level_id) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(fields) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(trainings) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(has_places) ON TABLE medan.city_job_title TO medan_personnel;
GRANT UPDATE(source) ON TABLE medan.city_job_title TO medan_personnel;
GRANT SELECT ON TABLE medan.competency_standard TO medan_window;
GRANT SELECT,INSERT ON TABLE medan.competency_standard TO medan_pool;
GRANT SELECT ON TABLE medan.competency_standard TO medan_appraiser;
GRANT SELECT ON TABLE medan.competency_standard TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.competency_standard TO medan_carrier;
GRANT UPDATE(valid_to) ON TABLE medan.competency_standard TO medan_pool;
GRANT UPDATE(level) ON TABLE medan.competency_standard TO medan_pool;
GRANT UPDATE(document_number) ON TABLE medan.competency_standard TO medan_pool;
GRANT SELECT ON TABLE medan.component_part TO medan_agency;
GRANT SELECT ON TABLE medan.component_part TO medan_pool;
GRANT SELECT ON TABLE medan.component_part TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.component_part TO medan_personnel;
GRANT SELECT ON TABLE medan.correction TO medan_window;
GRANT SELECT ON TABLE medan.correction TO medan_pool;
GRANT SELECT ON TABLE medan.correction TO medan_personnel;
GRANT SELECT ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(fact) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(fact) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(fact_id) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(fact_id) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(employment_id) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(employment_id) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(before) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(before) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(after) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(after) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(reason) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(reason) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(document_number) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(document_number) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(corrected_by) ON TABLE medan.correction TO medan_pool;
GRANT INSERT(corrected_by) ON TABLE medan.correction TO medan_carrier;
GRANT INSERT(corrected_at) ON TABLE medan.correction TO medan_carrier;
GRANT SELECT ON TABLE medan.service_event TO medan_window;
GRANT SELECT ON TABLE medan.service_event TO medan_pool;
GRANT SELECT ON TABLE medan.service_event TO medan_appraiser;
GRANT SELECT ON TABLE medan.service_event TO medan_personnel;
GRANT INSERT(agency_id) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(employment_id) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(kind) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(valid_from) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(legal_standing) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(document_number) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(document_date) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(ended_assignments) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(ended_until) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(recorded_by) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(undoes) ON TABLE medan.service_event TO medan_appraiser;
GRANT INSERT(former_status) ON TABLE medan.service_event TO medan_appraiser;
GRANT SELECT ON TABLE medan.counted_event TO medan_pool;
GRANT SELECT ON TABLE medan.counted_event TO medan_appraiser;
GRANT SELECT ON TABLE medan.counted_event TO medan_personnel;
GRANT SELECT ON TABLE medan.cycle TO medan_agency;
GRANT SELECT ON TABLE medan.cycle TO medan_pool;
GRANT SELECT ON TABLE medan.cycle TO medan_appraiser;
GRANT SELECT ON TABLE medan.cycle TO medan_personnel;
GRANT SELECT ON TABLE medan.cycle TO medan_carrier;
GRANT SELECT ON TABLE medan.cycle TO medan_worker;
GRANT SELECT ON TABLE medan.cycle TO medan_definer;
GRANT SELECT ON TABLE medan.cycle TO medan_guard;
GRANT INSERT(code) ON TABLE medan.cycle TO medan_personnel;
GRANT INSERT(code) ON TABLE medan.cycle TO medan_worker;
GRANT INSERT(kind) ON TABLE medan.cycle TO medan_personnel;
GRANT INSERT(kind) ON TABLE medan.cycle TO medan_worker;
GRANT INSERT(period) ON TABLE medan.cycle TO medan_personnel;
GRANT INSERT(period) ON TABLE medan.cycle TO medan_worker;
GRANT INSERT(rule_set) ON TABLE medan.cycle TO medan_personnel;
GRANT INSERT(rule_set) ON TABLE medan.cycle TO medan_worker;
GRANT INSERT(created_at) ON TABLE medan.cycle TO medan_personnel;
GRANT INSERT(created_at) ON TABLE medan.cycle TO medan_worker;
GRANT SELECT ON TABLE medan.cycle_milestone TO medan_window;
GRANT SELECT ON TABLE medan.cycle_milestone TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.cycle_milestone TO medan_appraiser;
GRANT SELECT ON TABLE medan.cycle_milestone TO medan_personnel;
GRANT SELECT ON TABLE medan.cycle_milestone TO medan_guard;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_agency;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_pool;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.cycle_phase TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.cycle_phase TO medan_worker;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_guard;
GRANT UPDATE(due_at) ON TABLE medan.cycle_phase TO medan_personnel;
GRANT SELECT ON TABLE medan.decree TO medan_personnel;
GRANT SELECT ON TABLE medan.decree TO medan_carrier;
GRANT INSERT(number) ON TABLE medan.decree TO medan_carrier;
GRANT INSERT(decree_date) ON TABLE medan.decree TO medan_carrier;
GRANT INSERT(signed_by) ON TABLE medan.decree TO medan_carrier;
GRANT SELECT ON TABLE medan.education_level TO medan_agency;
GRANT SELECT ON TABLE medan.education_level TO medan_pool;
GRANT SELECT ON TABLE medan.education_level TO medan_personnel;
GRANT SELECT ON TABLE medan.employment TO medan_window;
GRANT SELECT ON TABLE medan.employment TO medan_pool;
GRANT SELECT ON TABLE medan.employment TO medan_appraiser;
GRANT SELECT ON TABLE medan.employment TO medan_personnel;
GRANT SELECT ON TABLE medan.employment TO medan_carrier;
GRANT SELECT ON TABLE medan.employment TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.employment TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.employment TO medan_appraiser;
GRANT INSERT(agency_id) ON TABLE medan.employment TO medan_carrier;
GRANT SELECT(agency_id) ON TABLE medan.employment TO medan_definer;
GRANT INSERT(person_id) ON TABLE medan.employment TO medan_pool;
GRANT INSERT(person_id) ON TABLE medan.employment TO medan_appraiser;
GRANT INSERT(person_id) ON TABLE medan.employment TO medan_carrier;
GRANT SELECT(person_id) ON TABLE medan.employment TO medan_definer;
GRANT INSERT(valid),UPDATE(valid) ON TABLE medan.employment TO medan_pool;
GRANT INSERT(valid),UPDATE(valid) ON TABLE medan.employment TO medan_appraiser;
GRANT INSERT(valid),UPDATE(valid) ON TABLE medan.employment TO medan_carrier;
GRANT SELECT(valid) ON TABLE medan.employment TO medan_definer;
GRANT SELECT ON TABLE medan.evidence TO medan_window;
GRANT SELECT ON TABLE medan.evidence TO medan_pool;
GRANT SELECT ON TABLE medan.evidence TO medan_appraiser;
GRANT SELECT ON TABLE medan.evidence TO medan_personnel;
GRANT SELECT ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(employment_id) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(employment_id) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(kind) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(kind) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(level) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(level) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(score) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(score) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(title) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(title) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(occurred_on) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(occurred_on) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(ended_on) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(ended_on) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(document_number) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(document_number) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(document_date) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(document_date) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(recorded_at) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(recorded_at) ON TABLE medan.evidence TO medan_carrier;
GRANT INSERT(withdrawn_at),UPDATE(withdrawn_at) ON TABLE medan.evidence TO medan_pool;
GRANT INSERT(withdrawn_at) ON TABLE medan.evidence TO medan_carrier;
GRANT SELECT ON TABLE medan.evidence_register TO medan_window;
GRANT SELECT,INSERT ON TABLE medan.evidence_register TO medan_pool;
GRANT SELECT ON TABLE medan.evidence_register TO medan_appraiser;
GRANT SELECT ON TABLE medan.evidence_register TO medan_personnel;
GRANT SELECT ON TABLE medan.fact_history TO medan_window;
GRANT SELECT ON TABLE medan.fact_history TO medan_pool;
GRANT SELECT ON TABLE medan.fact_history TO medan_personnel;
GRANT INSERT(agency_id) ON TABLE medan.fact_history TO medan_guard;
GRANT INSERT(fact) ON TABLE medan.fact_history TO medan_guard;
GRANT INSERT(fact_id) ON TABLE medan.fact_history TO medan_guard;
GRANT INSERT(employment_id) ON TABLE medan.fact_history TO medan_guard;
GRANT INSERT(replaced_at) ON TABLE medan.fact_history TO medan_guard;
GRANT INSERT(former) ON TABLE medan.fact_history TO medan_guard;
GRANT SELECT ON TABLE medan.formasi TO medan_window;
GRANT SELECT ON TABLE medan.formasi TO medan_pool;
GRANT SELECT ON TABLE medan.formasi TO medan_appraiser;
GRANT SELECT ON TABLE medan.formasi TO medan_personnel;
GRANT SELECT ON TABLE medan.formasi TO medan_carrier;
GRANT SELECT ON TABLE medan.formasi TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(post_id) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(post_id) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(valid_from) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(valid_from) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(seats),UPDATE(seats) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(seats),UPDATE(seats) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(source),UPDATE(source) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(source),UPDATE(source) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(decree_number),UPDATE(decree_number) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(decree_number),UPDATE(decree_number) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(decree_date),UPDATE(decree_date) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(decree_date),UPDATE(decree_date) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(standard),UPDATE(standard) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(standard),UPDATE(standard) ON TABLE medan.formasi TO medan_carrier;
GRANT INSERT(recorded_by),UPDATE(recorded_by) ON TABLE medan.formasi TO medan_pool;
GRANT INSERT(recorded_by),UPDATE(recorded_by) ON TABLE medan.formasi TO medan_carrier;
GRANT UPDATE(recorded_at) ON TABLE medan.formasi TO medan_pool;
GRANT UPDATE(recorded_at) ON TABLE medan.formasi TO medan_carrier;
GRANT SELECT ON TABLE medan.freeze_window TO medan_agency;
GRANT SELECT ON TABLE medan.freeze_window TO medan_pool;
GRANT SELECT ON TABLE medan.freeze_window TO medan_personnel;
GRANT INSERT(kind) ON TABLE medan.freeze_window TO medan_personnel;
GRANT INSERT(valid),UPDATE(valid) ON TABLE medan.freeze_window TO medan_personnel;
GRANT INSERT(basis) ON TABLE medan.freeze_window TO medan_personnel;
GRANT UPDATE(lifted_by) ON TABLE medan.freeze_window TO medan_personnel;
GRANT UPDATE(lifted_on) ON TABLE medan.freeze_window TO medan_personnel;
GRANT INSERT(recorded_by) ON TABLE medan.freeze_window TO medan_personnel;
GRANT SELECT ON TABLE medan.grade_rank TO medan_agency;
GRANT SELECT ON TABLE medan.grade_rank TO medan_pool;
GRANT SELECT ON TABLE medan.grade_rank TO medan_personnel;
GRANT SELECT ON TABLE medan.holiday TO medan_agency;
GRANT SELECT ON TABLE medan.holiday TO medan_pool;
GRANT SELECT ON TABLE medan.holiday TO medan_appraiser;
GRANT SELECT,INSERT,DELETE ON TABLE medan.holiday TO medan_personnel;
GRANT SELECT ON TABLE medan.holiday TO medan_carrier;
GRANT SELECT ON TABLE medan.holiday TO medan_worker;
GRANT SELECT ON TABLE medan.holiday TO medan_guard;
GRANT UPDATE(name) ON TABLE medan.holiday TO medan_personnel;
GRANT UPDATE(kind) ON TABLE medan.holiday TO medan_personnel;
GRANT SELECT ON TABLE medan.job TO medan_pool;
GRANT SELECT ON TABLE medan.job TO medan_personnel;
GRANT SELECT,DELETE ON TABLE medan.job TO medan_definer;
GRANT INSERT(agency_id) ON TABLE medan.job TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(agency_id),INSERT(agency_id) ON TABLE medan.job TO medan_worker;
GRANT INSERT(agency_id) ON TABLE medan.job TO medan_definer;
GRANT SELECT(job_id) ON TABLE medan.job TO medan_worker;
GRANT INSERT(kind) ON TABLE medan.job TO medan_pool;
GRANT INSERT(kind) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(kind),INSERT(kind) ON TABLE medan.job TO medan_worker;
GRANT INSERT(kind) ON TABLE medan.job TO medan_definer;
GRANT INSERT(priority),UPDATE(priority) ON TABLE medan.job TO medan_pool;
GRANT INSERT(priority),UPDATE(priority) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(priority),INSERT(priority) ON TABLE medan.job TO medan_worker;
GRANT INSERT(priority) ON TABLE medan.job TO medan_definer;
GRANT INSERT(due_at),UPDATE(due_at) ON TABLE medan.job TO medan_pool;
GRANT INSERT(due_at),UPDATE(due_at) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(due_at),INSERT(due_at) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(due_at) ON TABLE medan.job TO medan_definer;
GRANT INSERT(unique_key) ON TABLE medan.job TO medan_pool;
GRANT INSERT(unique_key) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(unique_key),INSERT(unique_key) ON TABLE medan.job TO medan_worker;
GRANT INSERT(unique_key) ON TABLE medan.job TO medan_definer;
GRANT INSERT(payload),UPDATE(payload) ON TABLE medan.job TO medan_pool;
GRANT INSERT(payload),UPDATE(payload) ON TABLE medan.job TO medan_personnel;
GRANT INSERT(payload) ON TABLE medan.job TO medan_worker;
GRANT INSERT(payload) ON TABLE medan.job TO medan_definer;
GRANT SELECT(intended_at),INSERT(intended_at) ON TABLE medan.job TO medan_worker;
GRANT INSERT(intended_at) ON TABLE medan.job TO medan_definer;
GRANT SELECT(attempt) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(attempt) ON TABLE medan.job TO medan_definer;
GRANT SELECT(errors) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(errors) ON TABLE medan.job TO medan_definer;
GRANT SELECT(losses) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(losses) ON TABLE medan.job TO medan_definer;
GRANT SELECT(worker_id) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(worker_id) ON TABLE medan.job TO medan_definer;
GRANT SELECT(deadline) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(deadline) ON TABLE medan.job TO medan_definer;
GRANT SELECT(is_cancelled) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(is_cancelled) ON TABLE medan.job TO medan_definer;
GRANT SELECT(progress) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(progress) ON TABLE medan.job TO medan_definer;
GRANT SELECT(last_error) ON TABLE medan.job TO medan_worker;
GRANT INSERT(last_error),UPDATE(last_error) ON TABLE medan.job TO medan_definer;
GRANT SELECT(created_at) ON TABLE medan.job TO medan_worker;
GRANT SELECT(started_at) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(started_at) ON TABLE medan.job TO medan_definer;
GRANT UPDATE(due_set_at) ON TABLE medan.job TO medan_pool;
GRANT UPDATE(due_set_at) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(due_set_at) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(due_set_at) ON TABLE medan.job TO medan_definer;
GRANT SELECT ON TABLE medan.job_agency TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.job_agency TO medan_personnel;
GRANT SELECT ON TABLE medan.job_agency TO medan_worker;
GRANT SELECT ON TABLE medan.job_agency TO medan_definer;
GRANT UPDATE(weight) ON TABLE medan.job_agency TO medan_personnel;
GRANT UPDATE(claim_limit) ON TABLE medan.job_agency TO medan_personnel;
GRANT UPDATE(is_paused) ON TABLE medan.job_agency TO medan_personnel;
GRANT UPDATE(pause_note) ON TABLE medan.job_agency TO medan_personnel;
GRANT SELECT ON TABLE medan.job_history TO medan_pool;
GRANT SELECT ON TABLE medan.job_history TO medan_personnel;
GRANT SELECT,INSERT,DELETE ON TABLE medan.job_history TO medan_definer;
GRANT SELECT(agency_id) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(job_id) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(kind) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(priority) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(unique_key) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(intended_at) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(attempt) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(errors) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(losses) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(worker_id) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(last_error) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(created_at) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(started_at) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT(outcome) ON TABLE medan.job_history TO medan_worker;
GRANT UPDATE(outcome) ON TABLE medan.job_history TO medan_definer;
GRANT SELECT(ended_at) ON TABLE medan.job_history TO medan_worker;
GRANT SELECT ON TABLE medan.job_kind TO medan_personnel;
GRANT SELECT ON TABLE medan.job_kind TO medan_worker;
GRANT SELECT,INSERT ON TABLE medan.job_kind TO medan_definer;
GRANT UPDATE(is_paused) ON TABLE medan.job_kind TO medan_personnel;
GRANT UPDATE(pause_note) ON TABLE medan.job_kind TO medan_personnel;
GRANT SELECT ON TABLE medan.job_title TO medan_agency;
GRANT SELECT ON TABLE medan.job_title TO medan_pool;
GRANT SELECT ON TABLE medan.job_title TO medan_personnel;
GRANT SELECT ON TABLE medan.job_turn TO medan_worker;
GRANT SELECT,INSERT ON TABLE medan.job_turn TO medan_definer;
GRANT UPDATE(turn) ON TABLE medan.job_turn TO medan_definer;
GRANT SELECT ON TABLE medan.person_history TO medan_window;
GRANT SELECT ON TABLE medan.person_history TO medan_pool;
GRANT SELECT ON TABLE medan.person_history TO medan_appraiser;
GRANT SELECT ON TABLE medan.person_history TO medan_personnel;
GRANT SELECT ON TABLE medan.person_history TO medan_carrier;
GRANT SELECT ON TABLE medan.person_history TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.person_history TO medan_guard;
GRANT INSERT(person_id) ON TABLE medan.person_history TO medan_guard;
GRANT INSERT(replaced_at) ON TABLE medan.person_history TO medan_guard;
GRANT INSERT(former) ON TABLE medan.person_history TO medan_guard;
GRANT SELECT ON TABLE medan.known_person TO medan_pool;
GRANT SELECT ON TABLE medan.known_person TO medan_appraiser;
GRANT SELECT ON TABLE medan.known_person TO medan_personnel;
GRANT SELECT ON TABLE medan.known_person TO medan_carrier;
GRANT SELECT ON TABLE medan.known_person TO medan_guard;
GRANT SELECT ON TABLE medan.legal_standing TO medan_agency;
GRANT SELECT ON TABLE medan.legal_standing TO medan_pool;
GRANT SELECT ON TABLE medan.legal_standing TO medan_personnel;
GRANT SELECT ON TABLE medan.legal_standing TO medan_appraiser;
GRANT SELECT ON TABLE medan.level_score TO medan_agency;
GRANT SELECT ON TABLE medan.level_score TO medan_pool;
GRANT SELECT ON TABLE medan.level_score TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.level_score TO medan_personnel;
GRANT SELECT ON TABLE medan.local_condition TO medan_agency;
GRANT SELECT ON TABLE medan.local_condition TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.local_condition TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.login_fingerprint TO medan_definer;
GRANT UPDATE(sha256) ON TABLE medan.login_fingerprint TO medan_definer;
GRANT UPDATE(taken_at) ON TABLE medan.login_fingerprint TO medan_definer;
GRANT SELECT ON TABLE medan.objection TO medan_window;
GRANT SELECT ON TABLE medan.objection TO medan_pool;
GRANT SELECT ON TABLE medan.objection TO medan_appraiser;
GRANT SELECT ON TABLE medan.objection TO medan_personnel;
GRANT SELECT ON TABLE medan.objection TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.objection TO medan_pool;
GRANT INSERT(cycle_id) ON TABLE medan.objection TO medan_pool;
GRANT INSERT(employment_id) ON TABLE medan.objection TO medan_pool;
GRANT INSERT(filed_on) ON TABLE medan.objection TO medan_pool;
GRANT INSERT(filed_for) ON TABLE medan.objection TO medan_pool;
GRANT INSERT(grounds) ON TABLE medan.objection TO medan_pool;
GRANT INSERT(deadline) ON TABLE medan.objection TO medan_pool;
GRANT SELECT ON TABLE medan.objection_decision TO medan_window;
GRANT SELECT ON TABLE medan.objection_decision TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.objection_decision TO medan_appraiser;
GRANT SELECT ON TABLE medan.objection_decision TO medan_personnel;
GRANT SELECT ON TABLE medan.objection_decision TO medan_guard;
GRANT SELECT ON TABLE medan.org_unit TO medan_window;
GRANT SELECT ON TABLE medan.org_unit TO medan_pool;
GRANT SELECT ON TABLE medan.org_unit TO medan_appraiser;
GRANT SELECT ON TABLE medan.org_unit TO medan_personnel;
GRANT SELECT ON TABLE medan.org_unit TO medan_carrier;
GRANT SELECT ON TABLE medan.org_unit TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.org_unit TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.org_unit TO medan_carrier;
GRANT INSERT(siasn_id) ON TABLE medan.org_unit TO medan_pool;
GRANT INSERT(siasn_id) ON TABLE medan.org_unit TO medan_carrier;
GRANT INSERT(parent_siasn_id),UPDATE(parent_siasn_id) ON TABLE medan.org_unit TO medan_pool;
GRANT INSERT(parent_siasn_id),UPDATE(parent_siasn_id) ON TABLE medan.org_unit TO medan_carrier;
GRANT INSERT(name),UPDATE(name) ON TABLE medan.org_unit TO medan_pool;
GRANT INSERT(name),UPDATE(name) ON TABLE medan.org_unit TO medan_carrier;
GRANT INSERT(began_on) ON TABLE medan.org_unit TO medan_carrier;
GRANT UPDATE(ended_on) ON TABLE medan.org_unit TO medan_carrier;
GRANT INSERT(since),UPDATE(since) ON TABLE medan.org_unit TO medan_pool;
GRANT INSERT(since),UPDATE(since) ON TABLE medan.org_unit TO medan_carrier;
GRANT SELECT ON TABLE medan.org_unit_event TO medan_window;
GRANT SELECT ON TABLE medan.org_unit_event TO medan_pool;
GRANT SELECT ON TABLE medan.org_unit_event TO medan_personnel;
GRANT SELECT ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(org_unit_id) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(kind) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(valid_from) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(other_org_unit_id) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(decree_number) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT INSERT(recorded_by) ON TABLE medan.org_unit_event TO medan_carrier;
GRANT SELECT ON TABLE medan.org_unit_former TO medan_window;
GRANT SELECT ON TABLE medan.org_unit_former TO medan_pool;
GRANT SELECT ON TABLE medan.org_unit_former TO medan_appraiser;
GRANT SELECT ON TABLE medan.org_unit_former TO medan_personnel;
GRANT SELECT ON TABLE medan.org_unit_former TO medan_carrier;
GRANT SELECT ON TABLE medan.org_unit_former TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.org_unit_former TO medan_guard;
GRANT INSERT(org_unit_id) ON TABLE medan.org_unit_former TO medan_guard;
GRANT INSERT(valid) ON TABLE medan.org_unit_former TO medan_guard;
GRANT INSERT(name) ON TABLE medan.org_unit_former TO medan_guard;
GRANT INSERT(parent_siasn_id) ON TABLE medan.org_unit_former TO medan_guard;
GRANT SELECT ON TABLE medan.organisation_rating TO medan_window;
GRANT SELECT ON TABLE medan.organisation_rating TO medan_pool;
GRANT SELECT ON TABLE medan.organisation_rating TO medan_personnel;
GRANT INSERT(agency_id) ON TABLE medan.organisation_rating TO medan_pool;
GRANT INSERT(cycle_id) ON TABLE medan.organisation_rating TO medan_pool;
GRANT INSERT(org_unit_id) ON TABLE medan.organisation_rating TO medan_pool;
GRANT INSERT(rating) ON TABLE medan.organisation_rating TO medan_pool;
GRANT INSERT(document_number) ON TABLE medan.organisation_rating TO medan_pool;
GRANT INSERT(recorded_at) ON TABLE medan.organisation_rating TO medan_pool;
REVOKE ALL ON TABLE medan.own_agency_login FROM medan_window;
GRANT SELECT ON TABLE medan.own_agency_login TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_closing FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_closing TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_exclusion FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_exclusion TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_receipt FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_receipt TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_reminder FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_reminder TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_revision FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_revision TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_score FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_score TO medan_agency;
REVOKE ALL ON TABLE medan.own_appraisal_segment FROM medan_window;
GRANT SELECT ON TABLE medan.own_appraisal_segment TO medan_agency;
REVOKE ALL ON TABLE medan.own_assignment FROM medan_window;
GRANT SELECT ON TABLE medan.own_assignment TO medan_agency;
REVOKE ALL ON TABLE medan.own_audit_event FROM medan_window;
GRANT SELECT ON TABLE medan.own_audit_event TO medan_agency;
REVOKE ALL ON TABLE medan.own_audit_seal FROM medan_window;
GRANT SELECT ON TABLE medan.own_audit_seal TO medan_agency;
REVOKE ALL ON TABLE medan.own_competency_standard FROM medan_window;
GRANT SELECT ON TABLE medan.own_competency_standard TO medan_agency;
REVOKE ALL ON TABLE medan.own_correction FROM medan_window;
GRANT SELECT ON TABLE medan.own_correction TO medan_agency;
REVOKE ALL ON TABLE medan.own_cycle_milestone FROM medan_window;
GRANT SELECT ON TABLE medan.own_cycle_milestone TO medan_agency;
REVOKE ALL ON TABLE medan.own_employment FROM medan_window;
GRANT SELECT ON TABLE medan.own_employment TO medan_agency;
REVOKE ALL ON TABLE medan.own_evidence FROM medan_window;
GRANT SELECT ON TABLE medan.own_evidence TO medan_agency;
REVOKE ALL ON TABLE medan.own_evidence_register FROM medan_window;
GRANT SELECT ON TABLE medan.own_evidence_register TO medan_agency;
REVOKE ALL ON TABLE medan.own_fact_history FROM medan_window;
GRANT SELECT ON TABLE medan.own_fact_history TO medan_agency;
REVOKE ALL ON TABLE medan.own_formasi FROM medan_window;
GRANT SELECT ON TABLE medan.own_formasi TO medan_agency;
REVOKE ALL ON TABLE medan.own_objection FROM medan_window;
GRANT SELECT ON TABLE medan.own_objection TO medan_agency;
REVOKE ALL ON TABLE medan.own_objection_decision FROM medan_window;
GRANT SELECT ON TABLE medan.own_objection_decision TO medan_agency;
REVOKE ALL ON TABLE medan.own_org_unit FROM medan_window;
GRANT SELECT ON TABLE medan.own_org_unit TO medan_agency;
REVOKE ALL ON TABLE medan.own_org_unit_event FROM medan_window;
GRANT SELECT ON TABLE medan.own_org_unit_event TO medan_agency;
REVOKE ALL ON TABLE medan.own_org_unit_former FROM medan_window;
GRANT SELECT ON TABLE medan.own_org_unit_former TO medan_agency;
REVOKE ALL ON TABLE medan.own_organisation_rating FROM medan_window;
GRANT SELECT ON TABLE medan.own_organisation_rating TO medan_agency;
REVOKE ALL ON TABLE medan.own_person_history FROM medan_window;
GRANT SELECT ON TABLE medan.own_person_history TO medan_agency;
GRANT SELECT ON TABLE medan.post TO medan_window;
GRANT SELECT ON TABLE medan.post TO medan_pool;
GRANT SELECT ON TABLE medan.post TO medan_appraiser;
GRANT SELECT ON TABLE medan.post TO medan_personnel;
GRANT SELECT ON TABLE medan.post TO medan_carrier;
GRANT SELECT ON TABLE medan.post TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.post TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(org_unit_id) ON TABLE medan.post TO medan_pool;
GRANT INSERT(org_unit_id),UPDATE(org_unit_id) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(title),UPDATE(title) ON TABLE medan.post TO medan_pool;
GRANT INSERT(title) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(position_level),UPDATE(position_level) ON TABLE medan.post TO medan_pool;
GRANT INSERT(position_level) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(echelon),UPDATE(echelon) ON TABLE medan.post TO medan_pool;
GRANT INSERT(echelon) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(job_class),UPDATE(job_class) ON TABLE medan.post TO medan_pool;
GRANT INSERT(job_class) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(capacity) ON TABLE medan.post TO medan_pool;
GRANT INSERT(capacity) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(is_critical),UPDATE(is_critical) ON TABLE medan.post TO medan_pool;
GRANT INSERT(is_critical),UPDATE(is_critical) ON TABLE medan.post TO medan_carrier;
GRANT INSERT(since),UPDATE(since) ON TABLE medan.post TO medan_carrier;
REVOKE ALL ON TABLE medan.own_post FROM medan_window;
GRANT SELECT ON TABLE medan.own_post TO medan_agency;
GRANT SELECT ON TABLE medan.post_former TO medan_window;
GRANT SELECT ON TABLE medan.post_former TO medan_pool;
GRANT SELECT ON TABLE medan.post_former TO medan_appraiser;
GRANT SELECT ON TABLE medan.post_former TO medan_personnel;
GRANT SELECT ON TABLE medan.post_former TO medan_carrier;
GRANT SELECT ON TABLE medan.post_former TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.post_former TO medan_guard;
GRANT INSERT(post_id) ON TABLE medan.post_former TO medan_guard;
GRANT INSERT(valid) ON TABLE medan.post_former TO medan_guard;
GRANT INSERT(org_unit_id) ON TABLE medan.post_former TO medan_guard;
REVOKE ALL ON TABLE medan.own_post_former FROM medan_window;
GRANT SELECT ON TABLE medan.own_post_former TO medan_agency;
GRANT SELECT ON TABLE medan.rating_event TO medan_window;
GRANT SELECT ON TABLE medan.rating_event TO medan_pool;
GRANT SELECT ON TABLE medan.rating_event TO medan_appraiser;
GRANT SELECT ON TABLE medan.rating_event TO medan_personnel;
GRANT SELECT ON TABLE medan.rating_event TO medan_carrier;
GRANT SELECT ON TABLE medan.rating_event TO medan_guard;
GRANT INSERT(agency_id) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(agency_id) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(cycle_id) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(cycle_id) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(cycle_id) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(employment_id) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(employment_id) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(employment_id) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(work_result) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(work_result) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(work_result) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(work_behaviour) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(work_behaviour) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(work_behaviour) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(rater_nip) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(rater_nip) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(rater_nip) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(source) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(source) ON TABLE medan.rating_event TO medan_carrier;
GRANT INSERT(segment) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(segment) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(segment) ON TABLE medan.rating_event TO medan_carrier;
REVOKE ALL ON TABLE medan.own_rating_event FROM medan_window;
GRANT SELECT ON TABLE medan.own_rating_event TO medan_agency;
GRANT SELECT ON TABLE medan.run_failure TO medan_window;
GRANT SELECT ON TABLE medan.run_failure TO medan_pool;
GRANT SELECT ON TABLE medan.run_failure TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.run_failure TO medan_definer;
REVOKE ALL ON TABLE medan.own_run_failure FROM medan_window;
GRANT SELECT ON TABLE medan.own_run_failure TO medan_agency;
REVOKE ALL ON TABLE medan.own_service_event FROM medan_window;
GRANT SELECT ON TABLE medan.own_service_event TO medan_agency;
GRANT SELECT ON TABLE medan.talent_placement TO medan_window;
GRANT SELECT ON TABLE medan.talent_placement TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.talent_placement TO medan_appraiser;
GRANT SELECT ON TABLE medan.talent_placement TO medan_personnel;
GRANT UPDATE(superseded) ON TABLE medan.talent_placement TO medan_appraiser;
REVOKE ALL ON TABLE medan.own_talent_placement FROM medan_window;
GRANT SELECT ON TABLE medan.own_talent_placement TO medan_agency;
GRANT SELECT ON TABLE medan.transfer_party TO medan_window;
GRANT SELECT ON TABLE medan.transfer_party TO medan_pool;
GRANT SELECT ON TABLE medan.transfer_party TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(transfer_case_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(side) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(number) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(other_agency_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(post_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(employment_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(nip) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(name) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(grade_rank_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(education_level_id) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(other_title) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(planned_on),UPDATE(planned_on) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(proposer) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(basis) ON TABLE medan.transfer_party TO medan_carrier;
GRANT INSERT(state),UPDATE(state) ON TABLE medan.transfer_party TO medan_carrier;
GRANT UPDATE(changed_at) ON TABLE medan.transfer_party TO medan_carrier;
REVOKE ALL ON TABLE medan.own_transfer_party FROM medan_window;
GRANT SELECT ON TABLE medan.own_transfer_party TO medan_agency;
GRANT SELECT ON TABLE medan.transfer_request TO medan_window;
GRANT SELECT ON TABLE medan.transfer_request TO medan_pool;
GRANT SELECT ON TABLE medan.transfer_request TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(nip) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(to_agency_id) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(to_post_id) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(proposer) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(basis) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(reason) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(planned_on) ON TABLE medan.transfer_request TO medan_carrier;
GRANT INSERT(requested_by) ON TABLE medan.transfer_request TO medan_carrier;
GRANT UPDATE(number) ON TABLE medan.transfer_request TO medan_carrier;
GRANT UPDATE(declined) ON TABLE medan.transfer_request TO medan_carrier;
GRANT UPDATE(answered_by) ON TABLE medan.transfer_request TO medan_carrier;
REVOKE ALL ON TABLE medan.own_transfer_request FROM medan_window;
GRANT SELECT ON TABLE medan.own_transfer_request TO medan_agency;
GRANT SELECT ON TABLE medan.performance_level TO medan_agency;
GRANT SELECT ON TABLE medan.performance_level TO medan_pool;
GRANT SELECT ON TABLE medan.performance_level TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.performance_level TO medan_personnel;
GRANT SELECT ON TABLE medan.position_level TO medan_agency;
GRANT SELECT ON TABLE medan.position_level TO medan_pool;
GRANT SELECT ON TABLE medan.position_level TO medan_appraiser;
GRANT SELECT ON TABLE medan.position_level TO medan_personnel;
GRANT SELECT ON TABLE medan.position_level TO medan_carrier;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_agency;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_pool;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.rating_matrix TO medan_personnel;
GRANT SELECT ON TABLE medan.rule_set TO medan_agency;
GRANT SELECT ON TABLE medan.rule_set TO medan_pool;
GRANT SELECT ON TABLE medan.rule_set TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.rule_set TO medan_personnel;
GRANT SELECT ON TABLE medan.rule_set TO medan_worker;
GRANT SELECT ON TABLE medan.run TO medan_agency;
GRANT SELECT ON TABLE medan.run TO medan_pool;
GRANT SELECT ON TABLE medan.run TO medan_appraiser;
GRANT SELECT ON TABLE medan.run TO medan_personnel;
GRANT SELECT ON TABLE medan.run TO medan_worker;
GRANT SELECT ON TABLE medan.run TO medan_guard;
GRANT SELECT ON TABLE medan.run TO medan_definer;
GRANT INSERT(kind) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(kind) ON TABLE medan.run TO medan_worker;
GRANT INSERT(subject) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(subject) ON TABLE medan.run TO medan_worker;
GRANT INSERT(step) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(step) ON TABLE medan.run TO medan_worker;
GRANT INSERT(ordinal) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(ordinal) ON TABLE medan.run TO medan_worker;
GRANT UPDATE(state) ON TABLE medan.run TO medan_definer;
GRANT INSERT(intended_at) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(intended_at) ON TABLE medan.run TO medan_worker;
GRANT UPDATE(intended_at) ON TABLE medan.run TO medan_definer;
GRANT UPDATE(is_paused) ON TABLE medan.run TO medan_definer;
GRANT UPDATE(pause_note) ON TABLE medan.run TO medan_definer;
GRANT UPDATE(started_at) ON TABLE medan.run TO medan_definer;
GRANT UPDATE(ended_at) ON TABLE medan.run TO medan_definer;
GRANT SELECT ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(agency_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(agency_id) ON TABLE medan.run_chunk TO medan_appraiser;
GRANT SELECT(agency_id) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(agency_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(agency_id) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(run_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(run_id) ON TABLE medan.run_chunk TO medan_appraiser;
GRANT SELECT(run_id) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(run_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(run_id) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(run_chunk_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(run_chunk_id) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(run_chunk_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT SELECT(first_key) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(first_key) ON TABLE medan.run_chunk TO medan_appraiser;
GRANT SELECT(first_key) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(first_key) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(first_key) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(last_key) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(last_key) ON TABLE medan.run_chunk TO medan_appraiser;
GRANT SELECT(last_key) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(last_key) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(last_key) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(keys) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(keys) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(keys) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(keys) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(state) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(state) ON TABLE medan.run_chunk TO medan_appraiser;
GRANT SELECT(state) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(state) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(state) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(attempt) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(attempt) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(attempt) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(attempt) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(errors) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(errors) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(errors) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(errors) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(worker_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(worker_id) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(worker_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(worker_id) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(due_at) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(due_at) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(due_at) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(due_at) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(processed) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(processed) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(processed) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(processed) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(failures) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(failures) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(failures) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(failures) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(last_error) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(last_error) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(last_error) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(last_error) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(started_at) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(started_at) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(started_at) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(started_at) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(ended_at) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(ended_at) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(ended_at) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(ended_at) ON TABLE medan.run_chunk TO medan_definer;
GRANT UPDATE(claim) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT(late_since) ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT(late_since) ON TABLE medan.run_chunk TO medan_personnel;
GRANT SELECT(late_since) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(late_since) ON TABLE medan.run_chunk TO medan_definer;
GRANT SELECT,DELETE ON TABLE medan.schedule TO medan_personnel;
GRANT SELECT ON TABLE medan.schedule TO medan_worker;
GRANT INSERT(name) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(kind) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(target) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(payload) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(priority) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(rule) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(anchor) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(zone) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(shift) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(jitter_seconds) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(catch_up_seconds) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(missed) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(overlap) ON TABLE medan.schedule TO medan_personnel;
GRANT INSERT(next_at),UPDATE(next_at) ON TABLE medan.schedule TO medan_personnel;
GRANT UPDATE(next_at) ON TABLE medan.schedule TO medan_worker;
GRANT UPDATE(is_paused) ON TABLE medan.schedule TO medan_personnel;
GRANT UPDATE(pause_note) ON TABLE medan.schedule TO medan_personnel;
GRANT SELECT,DELETE ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT SELECT,INSERT,DELETE ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT INSERT(schedule_id) ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT INSERT(intended_at) ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT UPDATE(state) ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT UPDATE(state) ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT INSERT(is_backfill),UPDATE(is_backfill) ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT UPDATE(is_backfill) ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT UPDATE(occurrences) ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT UPDATE(occurrences) ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT UPDATE(jobs) ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT UPDATE(decided_at) ON TABLE medan.schedule_occurrence TO medan_personnel;
GRANT UPDATE(decided_at) ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT UPDATE(fired_at) ON TABLE medan.schedule_occurrence TO medan_worker;
GRANT SELECT ON TABLE medan.scoring_weight TO medan_agency;
GRANT SELECT ON TABLE medan.scoring_weight TO medan_pool;
GRANT SELECT ON TABLE medan.scoring_weight TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.scoring_weight TO medan_personnel;
GRANT SELECT ON TABLE medan.setting TO medan_agency;
GRANT SELECT ON TABLE medan.setting TO medan_pool;
GRANT SELECT ON TABLE medan.setting TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.setting TO medan_personnel;
GRANT SELECT ON TABLE medan.setting TO medan_guard;
GRANT SELECT ON TABLE medan.sub_score TO medan_agency;
GRANT SELECT ON TABLE medan.sub_score TO medan_pool;
GRANT SELECT ON TABLE medan.sub_score TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.sub_score TO medan_personnel;
GRANT SELECT ON TABLE medan.talent_box TO medan_agency;
GRANT SELECT ON TABLE medan.talent_box TO medan_pool;
GRANT SELECT ON TABLE medan.talent_box TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.talent_box TO medan_personnel;
GRANT SELECT ON TABLE medan.threshold TO medan_agency;
GRANT SELECT ON TABLE medan.threshold TO medan_pool;
GRANT SELECT ON TABLE medan.threshold TO medan_appraiser;
GRANT SELECT,INSERT ON TABLE medan.threshold TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_batch TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_batch TO medan_carrier;
GRANT INSERT(code) ON TABLE medan.transfer_batch TO medan_personnel;
GRANT INSERT(title),UPDATE(title) ON TABLE medan.transfer_batch TO medan_personnel;
GRANT INSERT(planned_on),UPDATE(planned_on) ON TABLE medan.transfer_batch TO medan_personnel;
GRANT INSERT(created_by) ON TABLE medan.transfer_batch TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_check TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_check TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_check TO medan_carrier;
GRANT INSERT(transfer_case_id) ON TABLE medan.transfer_check TO medan_carrier;
GRANT INSERT(revision) ON TABLE medan.transfer_check TO medan_carrier;
GRANT INSERT(for_day) ON TABLE medan.transfer_check TO medan_carrier;
GRANT INSERT(rules) ON TABLE medan.transfer_check TO medan_carrier;
GRANT INSERT(checked_by) ON TABLE medan.transfer_check TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_conflict TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_conflict TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_conflict TO medan_carrier;
GRANT INSERT(transfer_case_id) ON TABLE medan.transfer_conflict TO medan_carrier;
GRANT INSERT(declared_of) ON TABLE medan.transfer_conflict TO medan_carrier;
GRANT INSERT(kind) ON TABLE medan.transfer_conflict TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_document TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(transfer_case_id) ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(kind) ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(number) ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(document_date) ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(post) ON TABLE medan.transfer_document TO medan_carrier;
GRANT INSERT(recorded_by) ON TABLE medan.transfer_document TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_event TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(transfer_case_id) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(step) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(from_state) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(to_state) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(actor) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(acted_by) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(acted_on) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(document_number) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(document_date) ON TABLE medan.transfer_event TO medan_carrier;
GRANT INSERT(note) ON TABLE medan.transfer_event TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_exception TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(agency_id) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(transfer_case_id) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(rule) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(reason) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(approved_by) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(document_number) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT INSERT(document_date) ON TABLE medan.transfer_exception TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_rule TO medan_agency;
GRANT SELECT ON TABLE medan.transfer_rule TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.transfer_rule TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_step TO medan_agency;
GRANT SELECT ON TABLE medan.transfer_step TO medan_pool;
GRANT SELECT ON TABLE medan.transfer_step TO medan_personnel;
GRANT SELECT ON TABLE medan.transfer_step TO medan_carrier;
GRANT SELECT ON TABLE medan.transfer_step TO medan_guard;
GRANT SELECT ON TABLE medan.transfer_verdict TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.transfer_verdict TO medan_carrier;
GRANT SELECT ON TABLE medan.worker TO medan_pool;
GRANT SELECT ON TABLE medan.worker TO medan_personnel;
GRANT SELECT,DELETE ON TABLE medan.worker TO medan_worker;
GRANT SELECT ON TABLE medan.worker TO medan_definer;
GRANT INSERT(name) ON TABLE medan.worker TO medan_worker;
GRANT INSERT(started_at) ON TABLE medan.worker TO medan_worker;
GRANT INSERT(lease_until),UPDATE(lease_until) ON TABLE medan.worker TO medan_worker;
