CREATE SCHEMA medan;
ALTER SCHEMA medan OWNER TO medan_owner;
CREATE FUNCTION medan.apply_agency_state(p_agency_id integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_role text := login_role(p_agency_id, null);
    v_state text := (select state from agency where agency_id = p_agency_id);
begin
    if v_state is null then
        raise exception 'there is no agency %', p_agency_id using errcode = 'no_data_found';
    end if;
    if to_regrole(v_role) is null then
        execute format('create role %I nologin connection limit 0', v_role);
    end if;
    -- Only what is not so already, for a role belongs to the whole server: two of its databases may be at it. Also for one
    -- that is older than its database, by whomever it was made.
    if not exists (
        select from pg_roles
        where rolname = v_role and not rolcanlogin and rolinherit and not rolcreatedb and not rolcreaterole
    ) then
        execute format('alter role %I nologin inherit nocreatedb nocreaterole connection limit 0', v_role);
    end if;
    if v_state = 'active' and not pg_has_role(v_role, 'medan_agency', 'member') then
        execute format('grant medan_agency to %I', v_role);
    elsif v_state <> 'active' and pg_has_role(v_role, 'medan_agency', 'member') then
        execute format('revoke medan_agency from %I', v_role);
    end if;
end
$$;
ALTER FUNCTION medan.apply_agency_state(p_agency_id integer) OWNER TO medan_definer;
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
COMMENT ON COLUMN medan.audit_event.operation IS 'insert, update, delete, truncate, read or erase. No check: only functions write here, and a check costs every writer';
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
        agency_id, job_id, kind, priority, unique_key, payload, intended_at, attempt, errors, losses, last_error, created_at,
        started_at, outcome
    )
    select e.agency_id, e.job_id, e.kind, e.priority, e.unique_key, e.payload, e.intended_at, e.attempt, e.errors, e.losses,
        e.last_error, e.created_at, e.started_at, 'cancelled'
    from ended e;
    get diagnostics waiting = row_count;
    -- In a statement of its own, which sees who was claimed in between.
    update job j set is_cancelled = true
    where j.agency_id = p_agency_id and j.job_id = any (p_jobs) and j.worker_id is not null;
    get diagnostics claimed = row_count;
    return next;
end
$$;
ALTER FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) OWNER TO medan_definer;
CREATE FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    perform require_verifier(coalesce(p_verifier, ''));
    if not exists (
        select from agency_login l
        where l.agency_id = p_agency_id and l.label = p_label and l.revoked_at is null and l.method = 'password'
            and l.rotated_at = now() and l.valid_until is not distinct from p_valid_until
    ) then
        raise exception 'a rotation is listed before it is made' using errcode = 'object_not_in_prerequisite_state';
    end if;
    execute format(
        'alter role %I password %L valid until %L',
        login_role(p_agency_id, coalesce(p_label, '-')), p_verifier, coalesce(p_valid_until, 'infinity'));
end
$$;
ALTER FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) OWNER TO medan_definer;
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
    -- A claim that a crash of the server undoes was held by a worker that is cut off by it: nobody has to wait for the disk.
    perform set_config('synchronous_commit', 'off', true);
    -- An agency without waiting jobs costs one look into the index, and not `not exists`, for which the planner may make a
    -- table of all agencies' waiting jobs; only then each kind and priority is looked at, for what is not yet due would be
    -- walked over otherwise.
    select t.agency_id into v_agency_id
    from job_turn t
    where case
            when (
                select j.job_id from job j where j.agency_id = t.agency_id and j.worker_id is null limit 1
            ) is null then false
            when not exists (
                select from unnest(v_kinds) k
                cross join generate_series(0, 3) p
                -- With a limit it stays a look into the index, and becomes no join.
                cross join lateral (
                    select from job j
                    where j.agency_id = t.agency_id and j.worker_id is null and j.kind = k and j.priority = p
                        and j.due_at <= v_now
                    limit 1
                ) j
            ) then false
            -- The city's, 0, or an active agency's.
            else (
                t.agency_id = 0
                or exists (select from agency g where g.agency_id = t.agency_id and g.state = 'active')
            ) and not exists (
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
    -- Counted again, with the agency's row held: whoever claimed before has committed.
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
    -- By key: with `is null`, the planner may read all that the agency has waiting.
    return query
    update job j set worker_id = p_worker_id, attempt = j.attempt + 1, started_at = v_now,
        deadline = v_now + make_interval(secs => p_seconds[array_position(p_kinds, v_kind)])
    where j.agency_id = v_agency_id and j.job_id = any (v_jobs) and coalesce(j.worker_id, 0) = 0
    returning j.agency_id, j.job_id, j.kind, j.attempt, j.errors, j.due_at, j.intended_at,
        case when j.agency_id = 0 then j.payload end;
    -- Who was away for long gets one turn first, and does not catch up on all the others.
    update job_turn t
    set turn = greatest(t.turn, (select max(o.turn) from job_turn o) - 100)
        + coalesce(cardinality(v_jobs), 0)::double precision / v_weight
    where t.agency_id = v_agency_id;
end
$$;
ALTER FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) OWNER TO medan_definer;
CREATE FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
begin
    perform lock_ratings(p_agency_id, p_cycle_id, true);
    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, rating_event_id, work_result, work_behaviour)
    select a.agency_id, a.cycle_id, a.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
    from appraisal a
    -- Look-ups by index, as in open_appraisals.
    left join lateral (
        select e.rating_event_id, e.work_result, e.work_behaviour
        from rating_event e
        where e.agency_id = a.agency_id and e.cycle_id = a.cycle_id and e.employment_id = a.employment_id
        order by e.rating_event_id desc limit 1
    ) r on true
    where a.agency_id = p_agency_id
        and a.cycle_id = p_cycle_id
        and a.employment_id between p_first and p_last;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_owner;
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
CREATE FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
declare
    v_login text := login_role(p_agency_id, coalesce(p_label, '-'));
begin
    perform require_verifier(p_verifier);
    if not exists (
        select from agency_login l
        where l.agency_id = p_agency_id and l.label = p_label and l.revoked_at is null and l.created_at = now()
            and l.connection_limit = p_connection_limit and l.valid_until is not distinct from p_valid_until
    ) then
        raise exception 'a login is listed before it is made' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if to_regrole(v_login) is null then
        execute format('create role %I', v_login);
    end if;
    execute format(
        'alter role %I login inherit nocreatedb nocreaterole connection limit %s password %L valid until %L',
        v_login, p_connection_limit, p_verifier, coalesce(p_valid_until, 'infinity'));
    execute format('alter role %I set search_path = medan, pg_temp', v_login);
    execute format('grant %I to %I', login_role(p_agency_id, null), v_login);
end
$$;
ALTER FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) OWNER TO medan_definer;
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
        raise exception 'a login is listed as revoked before it is dropped'
            using errcode = 'object_not_in_prerequisite_state';
    elsif to_regrole(v_login) is null then
        return;
    end if;
    -- Shut out first: what the role may have left behind, in whatever database, keeps it from being dropped.
    execute format('alter role %I nologin connection limit 0 password null', v_login);
    execute format('revoke %I from %I', login_role(p_agency_id, null), v_login);
    begin
        execute format('drop role %I', v_login);
    exception when dependent_objects_still_exist then
        raise notice 'role % is shut out and stays, because something depends on it', v_login;
    end;
end
$$;
ALTER FUNCTION medan.drop_login(p_agency_id integer, p_label text) OWNER TO medan_definer;
CREATE FUNCTION medan.end_sessions(p_agency_id integer, p_label text) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    select count(pg_terminate_backend(a.pid))::integer
    from pg_stat_activity a
    where a.usename = login_role(p_agency_id, p_label)
        or p_label is null and starts_with(a.usename, login_role(p_agency_id, null) || '_')
$$;
ALTER FUNCTION medan.end_sessions(p_agency_id integer, p_label text) OWNER TO medan_definer;
CREATE FUNCTION medan.erase_payload(p_agency_id integer, p_audit_event_id bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if nullif(trim(p_reason), '') is null then
        raise exception 'an erasure needs its reason' using errcode = 'invalid_parameter_value';
    end if;
    update audit_event e set commitment = audit_commitment(e.salt, e.payload), salt = null, payload = null
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
ALTER FUNCTION medan.erase_payload(p_agency_id integer, p_audit_event_id bigint, p_reason text) OWNER TO medan_audit;
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
    -- Each row by its key. With `=` for the worker, the planner takes the index of what is claimed, which by its statistics is
    -- nothing, and reads all of the agency's claims for each.
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
            agency_id, job_id, kind, priority, unique_key, payload, intended_at, attempt, errors, losses, worker_id, last_error,
            created_at, started_at, outcome
        )
        select e.agency_id, e.job_id, e.kind, e.priority, e.unique_key, e.payload, e.intended_at, e.attempt,
            e.errors + (e.outcome = 'dead' and e.error is not null)::integer, e.losses, e.worker_id,
            coalesce(e.error, e.last_error), e.created_at, e.started_at, e.outcome
        from ended e
    ), returned as (
        update job j
        set worker_id = null, deadline = null, progress = null,
            due_at = clock_timestamp() + make_interval(secs => g.pause),
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
        if current_setting('transaction_isolation') <> 'read committed' then
            raise exception 'an agency is closed with a look at who has just come: it needs read committed'
                using errcode = 'invalid_transaction_state';
        end if;
        -- Imports and moves hold it while somebody arrives.
        perform lock_people();
        select count(*) into v_people
        from employment e
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where e.agency_id = new.agency_id
            and coalesce(upper(e.valid), 'infinity') > (now() at time zone 'Asia/Jakarta')::date;
        if v_people > 0 then
            raise exception '% people serve in agency %', v_people, new.code
                using errcode = 'object_not_in_prerequisite_state', hint = 'move them, or merge the agency into another';
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
CREATE FUNCTION medan.keep_person_history() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    insert into person_history (agency_id, person_id, former)
    select f.agency_id, f.person_id, to_jsonb(f) - 'agency_id' - 'person_id'
    from former f;
    return null;
end
$$;
ALTER FUNCTION medan.keep_person_history() OWNER TO medan_owner;
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
CREATE FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_is_shared boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    -- For oneself only: whoever holds it holds up the agency's close. A direct login is bound by its name, whatever it sets.
    if p_agency_id is distinct from coalesce(
        substring(session_user::text from '^medan_agency_([0-9]{1,9})')::integer,
        nullif(current_setting('mutasi.agency', true), '')::integer
    ) and not (select rolsuper from pg_roles where rolname = session_user) then
        raise exception 'ratings of another agency' using errcode = 'insufficient_privilege';
    end if;
    if p_is_shared then
        perform pg_advisory_xact_lock_shared(rating_lock(p_agency_id, p_cycle_id));
    else
        perform pg_advisory_xact_lock(rating_lock(p_agency_id, p_cycle_id));
    end if;
end
$$;
ALTER FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_is_shared boolean) OWNER TO medan_definer;
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
        raise exception 'no login of an agency can have this name' using errcode = 'invalid_parameter_value';
    end if;
    -- Without a label, the agency's own role: nobody logs in as it, its logins are members of it.
    return concat_ws('_', 'medan_agency', p_agency_id, p_label);
end
$_$;
ALTER FUNCTION medan.login_role(p_agency_id integer, p_label text) OWNER TO medan_definer;
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
CREATE FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_count integer;
begin
    -- Before anything is looked at: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    if exists (select from employment where agency_id = p_from and lower(valid) >= p_day)
        or exists (select from assignment where agency_id = p_from and lower(valid) >= p_day)
    then
        raise exception 'something of the merged agency begins on the day of the merger or later'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    if not exists (select from employment where agency_id = p_from and valid @> p_day) then
        return 0;
    end if;
    insert into org_unit (agency_id, siasn_id, parent_siasn_id, name)
    select p_to, siasn_id, parent_siasn_id, name from org_unit where agency_id = p_from
    on conflict (agency_id, siasn_id) do nothing;
    -- Where unit and title are there already, the seats are added.
    insert into post (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity)
    select p_to, n.org_unit_id, t.title, t.position_level, t.echelon, t.job_class, t.capacity
    from post t
    join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
    join org_unit n on n.agency_id = p_to and n.siasn_id = u.siasn_id
    where t.agency_id = p_from
    on conflict (agency_id, org_unit_id, title) do update set capacity = post.capacity + excluded.capacity;
    with ended as (
        update employment set valid = daterange(lower(valid), p_day)
        where agency_id = p_from and valid @> p_day
        returning employment_id, person_id
    ), former as (
        -- As they were before: to the day that they were to end on, if any.
        select employment_id, upper(valid) as until from employment where agency_id = p_from and valid @> p_day
    ), former_assignment as (
        select assignment_id, upper(valid) as until from assignment where agency_id = p_from and valid @> p_day
    ), vacated as (
        update assignment a set valid = daterange(lower(a.valid), p_day)
        from ended e
        where a.agency_id = p_from and a.employment_id = e.employment_id and a.valid @> p_day
        returning a.assignment_id, a.employment_id, a.post_id, a.kind, a.decree_number, a.decree_date
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
        insert into assignment (agency_id, employment_id, post_id, kind, valid, decree_number, decree_date)
        select p_to, b.employment_id, np.post_id, v.kind, daterange(p_day, f.until), v.decree_number, v.decree_date
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
    return v_count;
end
$$;
ALTER FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) OWNER TO medan_owner;
CREATE FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_employment_id bigint;
    v_capacity integer;
begin
    -- Before anything is looked at: an agency may be closing.
    perform lock_people();
    perform require_move(p_from, p_to);
    update employment set valid = daterange(lower(valid), p_day)
    where agency_id = p_from and person_id = p_person_id and valid @> p_day and lower(valid) < p_day
        and upper_inf(valid)
    returning employment_id into v_employment_id;
    if v_employment_id is null then
        raise exception 'the person does not serve in the releasing agency on the day before'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    if exists (
        select from assignment
        where agency_id = p_from and employment_id = v_employment_id and lower(valid) >= p_day
    ) then
        raise exception 'the person has an assignment in the releasing agency that begins on the day or later'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    update assignment set valid = daterange(lower(valid), p_day)
    where agency_id = p_from and employment_id = v_employment_id and valid @> p_day;
    select capacity into v_capacity from post where agency_id = p_to and post_id = p_post_id;
    if v_capacity is null then
        raise exception 'there is no such post in the receiving agency' using errcode = 'foreign_key_violation';
    end if;
    if (
        select count(*) from assignment
        where agency_id = p_to and post_id = p_post_id and kind = 'definitive' and valid @> p_day
    ) >= v_capacity then
        raise exception 'the post in the receiving agency is taken' using errcode = 'object_not_in_prerequisite_state';
    end if;
    update person set agency_id = p_to, changed_at = now() where agency_id = p_from and person_id = p_person_id;
    insert into employment (agency_id, person_id, valid)
    values (p_to, p_person_id, daterange(p_day, null))
    returning employment_id into v_employment_id;
    insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date)
    values (p_to, v_employment_id, p_post_id, daterange(p_day, null), p_decree_number, p_decree_date);
    return v_employment_id;
end
$$;
ALTER FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) OWNER TO medan_owner;
CREATE FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_day date := phase_day(p_cycle_id, 'open');
    v_count integer;
begin
    insert into appraisal (agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id)
    select e.agency_id, p_cycle_id, e.employment_id, t.post_id, t.position_level, t.job_class, p.grade_rank_id
    from employment e
    -- A look-up by index for each person: fresh tables have no statistics yet, and a join over them can go wrong.
    cross join lateral (
        select a.post_id from assignment a
        where a.agency_id = e.agency_id and a.employment_id = e.employment_id
            and a.kind = 'definitive' and a.valid @> v_day
        limit 1
    ) a
    cross join lateral (
        select t.post_id, t.position_level, t.job_class from post t
        where t.agency_id = e.agency_id and t.post_id = a.post_id
        limit 1
    ) t
    cross join lateral (
        select p.grade_rank_id from person p
        where p.agency_id = e.agency_id and p.person_id = e.person_id
        limit 1
    ) p
    where e.agency_id = p_agency_id
        and e.employment_id between p_first and p_last
        and e.valid @> v_day;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_owner;
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
CREATE FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select (due_at at time zone 'Asia/Jakarta')::date
    from cycle_phase
    where cycle_id = p_cycle_id and phase = p_phase
$$;
ALTER FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) OWNER TO medan_owner;
CREATE FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_day date := phase_day(p_cycle_id, 'place');
    v_rule_set text := (select rule_set from cycle where cycle_id = p_cycle_id);
    v_oldest date;
    v_minimum integer;
    v_medium integer;
    v_high integer;
    v_competency integer;
    v_potential integer;
    v_education integer;
    v_experience integer;
    v_count integer;
begin
    select v_day - make_interval(years => max(value) filter (where name = 'assessment_years')),
        max(value) filter (where name = 'minimum_assessments')
    into strict v_oldest, v_minimum
    from setting where rule_set = v_rule_set;
    select max(at_least) filter (where level = 2), max(at_least) filter (where level = 3)
    into strict v_medium, v_high
    from threshold where rule_set = v_rule_set and axis = 'potential';
    select max(weight) filter (where component = 'competency'),
        max(weight) filter (where component = 'potential'),
        max(weight) filter (where component = 'education'),
        max(weight) filter (where component = 'experience')
    into strict v_competency, v_potential, v_education, v_experience
    from scoring_weight where rule_set = v_rule_set and axis = 'potential';
    insert into talent_placement (
        agency_id, cycle_id, employment_id, performance_level, potential_level, box, potential_score, known_weight,
        competency, potential, education, experience, rule_set
    )
    select s.agency_id, s.cycle_id, s.employment_id, pl.level, l.level, b.box,
        case when l.level is not null then x.score end, x.known,
        r.competency, r.potential, ed.score, ex.score, v_rule_set
    from appraisal_score s
    join performance_level pl on pl.rule_set = v_rule_set and pl.rating = s.rating
    cross join lateral (
        select p.education_level_id
        from employment e
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where e.agency_id = s.agency_id and e.employment_id = s.employment_id
        limit 1
    ) p
    -- Look-ups by index, as in open_appraisals.
    cross join lateral (
        select
            (
                select score from assessment_result a
                where a.agency_id = s.agency_id and a.employment_id = s.employment_id and a.kind = 'competency'
                    and a.assessed_on <= v_day and a.assessed_on > v_oldest
                order by a.assessed_on desc limit 1
            ) as competency,
            (
                select score from assessment_result a
                where a.agency_id = s.agency_id and a.employment_id = s.employment_id and a.kind = 'potential'
                    and a.assessed_on <= v_day and a.assessed_on > v_oldest
                order by a.assessed_on desc limit 1
            ) as potential,
            (
                select extract(year from age(v_day, lower(a.valid)))::integer from assignment a
                where a.agency_id = s.agency_id and a.employment_id = s.employment_id
                    and a.kind = 'definitive' and a.valid @> v_day
                limit 1
            ) as years
        offset 0
    ) r
    left join (
        select at_least, lead(at_least, 1, 32767::smallint) over (order by at_least) as below, score
        from sub_score where rule_set = v_rule_set and component = 'education'
    ) ed on p.education_level_id >= ed.at_least and p.education_level_id < ed.below
    left join (
        select at_least, lead(at_least, 1, 32767::smallint) over (order by at_least) as below, score
        from sub_score where rule_set = v_rule_set and component = 'experience'
    ) ex on r.years >= ex.at_least and r.years < ex.below
    cross join lateral (
        select w.known, case when w.known > 0 then round(w.total / w.known, 2) end as score
        from (
            select
                (case when r.competency is null then 0 else v_competency end
                    + case when r.potential is null then 0 else v_potential end
                    + case when ed.score is null then 0 else v_education end
                    + case when ex.score is null then 0 else v_experience end)::smallint as known,
                coalesce(r.competency, 0) * v_competency + coalesce(r.potential, 0) * v_potential
                    + coalesce(ed.score, 0) * v_education + coalesce(ex.score, 0) * v_experience as total
        ) w
    ) x
    cross join lateral (
        select (case
            when num_nonnulls(r.competency, r.potential) < v_minimum then null
            when x.score >= v_high then 3
            when x.score >= v_medium then 2
            else 1
        end)::smallint as level
    ) l
    left join talent_box b
        on b.rule_set = v_rule_set and b.performance_level = pl.level and b.potential_level = l.level
    where s.agency_id = p_agency_id
        and s.cycle_id = p_cycle_id
        and s.employment_id between p_first and p_last;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_owner;
CREATE FUNCTION medan.rating_lock(p_agency_id integer, p_cycle_id integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
    select hashtextextended(format('mutasi rating %s %s', p_agency_id, p_cycle_id), 0)
$$;
ALTER FUNCTION medan.rating_lock(p_agency_id integer, p_cycle_id integer) OWNER TO medan_owner;
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
ALTER FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) OWNER TO medan_audit;
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
        v_agency_id := v_new ->> 'agency_id';
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
CREATE FUNCTION medan.refuse_audit_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' and current_user = 'medan_audit' then
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
ALTER FUNCTION medan.refuse_audit_change() OWNER TO medan_audit;
CREATE FUNCTION medan.refuse_late_rating() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_key record;
begin
    for v_key in select distinct agency_id, cycle_id from added order by agency_id, cycle_id loop
        perform lock_ratings(v_key.agency_id, v_key.cycle_id);
        if exists (
            select from appraisal_closing c
            where c.agency_id = v_key.agency_id and c.cycle_id = v_key.cycle_id
        ) then
            raise exception 'the cycle is closed in this agency'
                using errcode = 'object_not_in_prerequisite_state', table = 'rating_event';
        end if;
    end loop;
    return null;
end
$$;
ALTER FUNCTION medan.refuse_late_rating() OWNER TO medan_owner;
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
CREATE FUNCTION medan.register_job_kinds(p_kinds text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
    insert into job_kind (kind) select unnest(p_kinds) on conflict do nothing
$$;
ALTER FUNCTION medan.register_job_kinds(p_kinds text[]) OWNER TO medan_definer;
CREATE FUNCTION medan.require_move(p_from integer, p_to integer) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    if p_from = p_to then
        raise exception 'a move needs two agencies' using errcode = 'invalid_parameter_value';
    end if;
    if not exists (select from agency where agency_id = p_to and state = 'active') then
        raise exception 'the receiving agency is not active' using errcode = 'object_not_in_prerequisite_state';
    end if;
end
$$;
ALTER FUNCTION medan.require_move(p_from integer, p_to integer) OWNER TO medan_owner;
CREATE FUNCTION medan.require_person() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
begin
    if exists (
        select from added a
        where (
            select p.person_id from person p where p.agency_id = a.agency_id and p.person_id = a.person_id
        ) is null
    ) then
        raise exception 'an employment needs its person in the same agency'
            using errcode = 'foreign_key_violation', table = 'employment';
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_person() OWNER TO medan_owner;
CREATE FUNCTION medan.require_source_row() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    orphaned boolean;
begin
    if tg_nargs = 0 then
        select exists (
            select from added a
            where (
                select e.agency_id from employment e
                where e.agency_id = a.agency_id and e.employment_id = a.employment_id
            ) is null
        ) or exists (
            select from (select distinct cycle_id from added) a
            where not exists (select from cycle c where c.cycle_id = a.cycle_id)
        ) into orphaned;
    else
        execute format(
            'select exists (
                select from added a
                where (
                    select s.agency_id from %I s
                    where s.agency_id = a.agency_id
                        and s.cycle_id = a.cycle_id
                        and s.employment_id = a.employment_id
                ) is null
            )', tg_argv[0]) into orphaned;
    end if;
    if orphaned then
        raise exception 'a row of % refers to nothing in its agency', tg_table_name
            using errcode = 'foreign_key_violation', table = tg_table_name;
    end if;
    return null;
end
$$;
ALTER FUNCTION medan.require_source_row() OWNER TO medan_owner;
CREATE FUNCTION medan.require_verifier(p_verifier text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
    if p_verifier !~ '^SCRAM-SHA-256[$][1-9][0-9]*:[A-Za-z0-9+/]{22,}={0,2}[$][A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' then
        raise exception 'a password comes as its SCRAM verifier only' using errcode = 'invalid_parameter_value';
    end if;
end
$_$;
ALTER FUNCTION medan.require_verifier(p_verifier text) OWNER TO medan_definer;
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
    insert into job_turn (agency_id) select a.agency_id from agency a on conflict do nothing;
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
            agency_id, job_id, kind, priority, unique_key, payload, intended_at, attempt, errors, losses, worker_id, last_error,
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
CREATE FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'medan', 'pg_temp'
    AS $$
declare
    v_rule_set text := (select rule_set from cycle where cycle_id = p_cycle_id);
    v_count integer;
begin
    insert into appraisal_score (agency_id, cycle_id, employment_id, rating, rule_set)
    select c.agency_id, c.cycle_id, c.employment_id, m.rating, m.rule_set
    from appraisal_closing c
    join rating_matrix m
        on m.rule_set = v_rule_set
        and m.work_result = c.work_result
        and m.work_behaviour = c.work_behaviour
    where c.agency_id = p_agency_id
        and c.cycle_id = p_cycle_id
        and c.employment_id between p_first and p_last;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;
ALTER FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) OWNER TO medan_owner;
CREATE FUNCTION medan.seal_audit(p_agency_id integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    AS $$
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
ALTER FUNCTION medan.seal_audit(p_agency_id integer) OWNER TO medan_audit;
CREATE FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'medan', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
begin
    -- Whoever is finishing it has no need of its progress: a row that is locked is left alone.
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
CREATE TABLE medan.agency (
    agency_id integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    state text DEFAULT 'active'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    merged_into integer,
    CONSTRAINT agency_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,30}$'::text)),
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
    CONSTRAINT agency_login_label_check CHECK ((label ~ '^[a-z][a-z0-9]{0,11}$'::text)),
    CONSTRAINT agency_login_method_check CHECK ((method = ANY (ARRAY['password'::text, 'certificate'::text])))
);
ALTER TABLE ONLY medan.agency_login FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.agency_login OWNER TO medan_owner;
COMMENT ON TABLE medan.agency_login IS 'A login of an agency: the role <city>_agency_<agency_id>_<label>. A revoked one stays listed; its role is gone';
CREATE TABLE medan.agency_name (
    agency_id integer NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    valid daterange NOT NULL
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
    grade_rank_id smallint
);
ALTER TABLE ONLY medan.appraisal FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal IS 'Phase open: who is appraised, with post, level, class and rank as they were that day';
CREATE TABLE medan.appraisal_closing (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    rating_event_id bigint,
    work_result smallint,
    work_behaviour smallint,
    CONSTRAINT appraisal_closing_check CHECK ((num_nulls(rating_event_id, work_result, work_behaviour) = ANY (ARRAY[0, 3])))
);
ALTER TABLE ONLY medan.appraisal_closing FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_closing OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_closing IS 'Phase close: the rating that counts; null where it is missing';
CREATE TABLE medan.appraisal_score (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    rating smallint NOT NULL,
    rule_set text NOT NULL,
    CONSTRAINT appraisal_score_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);
ALTER TABLE ONLY medan.appraisal_score FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.appraisal_score OWNER TO medan_owner;
COMMENT ON TABLE medan.appraisal_score IS 'Phase score: the rating (predikat) by the nine-row matrix; no row where it is missing';
CREATE TABLE medan.assessment_result (
    agency_id integer NOT NULL,
    assessment_result_id bigint NOT NULL,
    employment_id bigint NOT NULL,
    kind text NOT NULL,
    score numeric(5,2) NOT NULL,
    assessed_on date NOT NULL,
    CONSTRAINT assessment_result_kind_check CHECK ((kind = ANY (ARRAY['competency'::text, 'potential'::text]))),
    CONSTRAINT assessment_result_score_check CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric)))
);
ALTER TABLE ONLY medan.assessment_result FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.assessment_result OWNER TO medan_owner;
ALTER TABLE medan.assessment_result ALTER COLUMN assessment_result_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.assessment_result_assessment_result_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.assignment (
    agency_id integer NOT NULL,
    assignment_id bigint NOT NULL,
    employment_id bigint NOT NULL,
    post_id bigint NOT NULL,
    kind text DEFAULT 'definitive'::text NOT NULL,
    valid daterange NOT NULL,
    decree_number text,
    decree_date date,
    CONSTRAINT assignment_kind_check CHECK ((kind = ANY (ARRAY['definitive'::text, 'acting'::text])))
);
ALTER TABLE ONLY medan.assignment FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.assignment OWNER TO medan_owner;
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
CREATE TABLE medan.cycle (
    cycle_id integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    period daterange NOT NULL,
    rule_set text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cycle_kind_check CHECK ((kind = ANY (ARRAY['quarter'::text, 'year'::text])))
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
CREATE TABLE medan.cycle_phase (
    cycle_id integer NOT NULL,
    phase text NOT NULL,
    ordinal smallint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    CONSTRAINT cycle_phase_check CHECK ((phase = ANY (ARRAY['open'::text, 'close'::text, 'score'::text, 'place'::text])))
);
ALTER TABLE ONLY medan.cycle_phase FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.cycle_phase OWNER TO medan_owner;
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
    valid daterange NOT NULL
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
    CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['national'::text, 'collective_leave'::text, 'local'::text])))
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
    CONSTRAINT job_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT job_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT job_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT job_schedule_check CHECK ((COALESCE((unique_key ~~ 'schedule:%'::text), false) = (intended_at IS NOT NULL)))
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
    CONSTRAINT job_history_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
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
    pause_note text
);
ALTER TABLE ONLY medan.job_kind FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_kind OWNER TO medan_owner;
CREATE TABLE medan.job_turn (
    agency_id integer NOT NULL,
    turn double precision DEFAULT 0 NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');
ALTER TABLE ONLY medan.job_turn FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.job_turn OWNER TO medan_owner;
COMMENT ON TABLE medan.job_turn IS 'Whose turn it is: the agency with the least, which goes up by the jobs that are claimed, divided by the weight. Claims of an agency take turns on its row';
CREATE TABLE medan.org_unit (
    agency_id integer NOT NULL,
    org_unit_id bigint NOT NULL,
    siasn_id text NOT NULL,
    parent_siasn_id text,
    name text NOT NULL
);
ALTER TABLE ONLY medan.org_unit FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.org_unit OWNER TO medan_owner;
ALTER TABLE medan.org_unit ALTER COLUMN org_unit_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.org_unit_org_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.performance_level (
    rule_set text NOT NULL,
    rating smallint NOT NULL,
    level smallint NOT NULL,
    CONSTRAINT performance_level_check CHECK ((((rating >= 1) AND (rating <= 5)) AND ((level >= 1) AND (level <= 3))))
);
ALTER TABLE ONLY medan.performance_level FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.performance_level OWNER TO medan_owner;
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
    CONSTRAINT person_appointed_check CHECK ((appointed_on > birth_date)),
    CONSTRAINT person_kind_check CHECK ((kind = ANY (ARRAY['permanent'::text, 'probationary'::text, 'contract'::text]))),
    CONSTRAINT person_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT person_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text])))
);
ALTER TABLE ONLY medan.person FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.person OWNER TO medan_owner;
COMMENT ON TABLE medan.person IS 'A civil servant, under the agency served now';
CREATE TABLE medan.person_history (
    agency_id integer NOT NULL,
    person_history_id bigint NOT NULL,
    person_id bigint NOT NULL,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL,
    former jsonb NOT NULL
);
ALTER TABLE ONLY medan.person_history FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.person_history OWNER TO medan_owner;
COMMENT ON TABLE medan.person_history IS 'The row of person as it was before each change';
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
CREATE TABLE medan.post (
    agency_id integer NOT NULL,
    post_id bigint NOT NULL,
    org_unit_id bigint NOT NULL,
    title text NOT NULL,
    position_level text NOT NULL,
    echelon smallint,
    job_class smallint,
    capacity integer DEFAULT 1 NOT NULL,
    CONSTRAINT post_capacity_check CHECK ((capacity >= 1)),
    CONSTRAINT post_job_class_check CHECK (((job_class >= 1) AND (job_class <= 17)))
);
ALTER TABLE ONLY medan.post FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.post OWNER TO medan_owner;
COMMENT ON TABLE medan.post IS 'A post of a unit; capacity counts the seats of functional and executor posts';
ALTER TABLE medan.post ALTER COLUMN post_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.post_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
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
    CONSTRAINT rating_event_check CHECK ((((work_result >= 1) AND (work_result <= 3)) AND ((work_behaviour >= 1) AND (work_behaviour <= 3)))),
    CONSTRAINT rating_event_rater_check CHECK ((rater_nip ~ '^[0-9]{18}$'::text)),
    CONSTRAINT rating_event_source_check CHECK ((source = ANY (ARRAY['import'::text, 'rater'::text])))
);
ALTER TABLE ONLY medan.rating_event FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.rating_event OWNER TO medan_owner;
COMMENT ON TABLE medan.rating_event IS 'What a rater said, append-only; the newest before the close counts';
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
    basis text NOT NULL
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
    CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
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
    CONSTRAINT run_chunk_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'split'::text, 'failed'::text]))),
    CONSTRAINT run_chunk_worker_check CHECK (((state = 'running'::text) <= (worker_id IS NOT NULL)))
);
ALTER TABLE ONLY medan.run_chunk FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.run_chunk OWNER TO medan_owner;
COMMENT ON TABLE medan.run_chunk IS 'A part of a run: the keys first_key to last_key of an agency, null for all of them. A chunk that would take too long splits itself. It is finished only by the worker and in the attempt that hold it, together with its effect';
COMMENT ON COLUMN medan.run_chunk.attempt IS 'Counts claims and fences the finish; an interrupted claim is no error';
COMMENT ON COLUMN medan.run_chunk.errors IS 'Counts failures; too many end the chunk';
ALTER TABLE medan.run_chunk ALTER COLUMN run_chunk_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME medan.run_chunk_run_chunk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE medan.run_failure (
    agency_id integer NOT NULL,
    run_id bigint NOT NULL,
    key bigint NOT NULL,
    code text NOT NULL,
    reason text NOT NULL
);
ALTER TABLE ONLY medan.run_failure FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.run_failure OWNER TO medan_owner;
COMMENT ON TABLE medan.run_failure IS 'Whom a run could not handle, and why; the rest went on';
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
    zone text DEFAULT 'Asia/Jakarta'::text NOT NULL,
    shift text DEFAULT 'none'::text NOT NULL,
    jitter_seconds integer DEFAULT 0 NOT NULL,
    catch_up_seconds integer DEFAULT 86400 NOT NULL,
    missed text DEFAULT 'one'::text NOT NULL,
    overlap text DEFAULT 'skip'::text NOT NULL,
    next_at timestamp with time zone,
    is_paused boolean DEFAULT false NOT NULL,
    pause_note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT schedule_catch_up_check CHECK (((catch_up_seconds >= 60) AND (catch_up_seconds <= 31622400))),
    CONSTRAINT schedule_jitter_check CHECK (((jitter_seconds >= 0) AND (jitter_seconds <= 86400))),
    CONSTRAINT schedule_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT schedule_missed_check CHECK ((missed = ANY (ARRAY['skip'::text, 'one'::text, 'all'::text]))),
    CONSTRAINT schedule_name_check CHECK ((name ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT schedule_overlap_check CHECK ((overlap = ANY (ARRAY['skip'::text, 'queue'::text, 'cancel'::text]))),
    CONSTRAINT schedule_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT schedule_shift_check CHECK ((shift = ANY (ARRAY['none'::text, 'next'::text, 'previous'::text])))
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
    CONSTRAINT schedule_occurrence_fired_check CHECK (((state = 'fired'::text) = (fired_at IS NOT NULL))),
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
CREATE TABLE medan.setting (
    rule_set text NOT NULL,
    name text NOT NULL,
    value integer NOT NULL,
    basis text NOT NULL
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
CREATE TABLE medan.talent_placement (
    agency_id integer NOT NULL,
    cycle_id integer NOT NULL,
    employment_id bigint NOT NULL,
    performance_level smallint NOT NULL,
    potential_level smallint,
    box smallint,
    potential_score numeric(5,2),
    known_weight smallint NOT NULL,
    competency numeric(5,2),
    potential numeric(5,2),
    education smallint,
    experience smallint,
    rule_set text NOT NULL,
    CONSTRAINT talent_placement_check CHECK ((((performance_level >= 1) AND (performance_level <= 3)) AND (num_nulls(potential_level, box, potential_score) = ANY (ARRAY[0, 3]))))
);
ALTER TABLE ONLY medan.talent_placement FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.talent_placement OWNER TO medan_owner;
COMMENT ON TABLE medan.talent_placement IS 'Phase place: the box by the nine-box table, with every component''s score; null where a component is not known, and no box where too little is known (setting minimum_assessments)';
CREATE TABLE medan.threshold (
    rule_set text NOT NULL,
    axis text NOT NULL,
    level smallint NOT NULL,
    at_least smallint NOT NULL,
    CONSTRAINT threshold_check CHECK (((axis = ANY (ARRAY['performance'::text, 'potential'::text])) AND ((level >= 1) AND (level <= 3))))
);
ALTER TABLE ONLY medan.threshold FORCE ROW LEVEL SECURITY;
ALTER TABLE medan.threshold OWNER TO medan_owner;
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
    ADD CONSTRAINT appraisal_closing_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.appraisal
    ADD CONSTRAINT appraisal_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.appraisal_score
    ADD CONSTRAINT appraisal_score_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.assessment_result
    ADD CONSTRAINT assessment_result_key UNIQUE (agency_id, employment_id, kind, assessed_on);
ALTER TABLE ONLY medan.assessment_result
    ADD CONSTRAINT assessment_result_pkey PRIMARY KEY (agency_id, assessment_result_id);
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_definitive_excl EXCLUDE USING gist (agency_id WITH =, employment_id WITH =, valid WITH &&) WHERE ((kind = 'definitive'::text));
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (agency_id, assignment_id);
ALTER TABLE ONLY medan.audit_block
    ADD CONSTRAINT audit_block_pkey PRIMARY KEY (agency_id);
ALTER TABLE ONLY medan.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (agency_id, block, audit_event_id);
ALTER TABLE ONLY medan.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (agency_id, block);
ALTER TABLE ONLY medan.cycle
    ADD CONSTRAINT cycle_code_key UNIQUE (code);
ALTER TABLE ONLY medan.cycle_phase
    ADD CONSTRAINT cycle_phase_ordinal_key UNIQUE (cycle_id, ordinal);
ALTER TABLE ONLY medan.cycle_phase
    ADD CONSTRAINT cycle_phase_pkey PRIMARY KEY (cycle_id, phase);
ALTER TABLE ONLY medan.cycle
    ADD CONSTRAINT cycle_pkey PRIMARY KEY (cycle_id);
ALTER TABLE ONLY medan.education_level
    ADD CONSTRAINT education_level_pkey PRIMARY KEY (education_level_id);
ALTER TABLE ONLY medan.employment
    ADD CONSTRAINT employment_person_valid_excl EXCLUDE USING gist (agency_id WITH =, person_id WITH =, valid WITH &&);
ALTER TABLE ONLY medan.employment
    ADD CONSTRAINT employment_pkey PRIMARY KEY (agency_id, employment_id);
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
ALTER TABLE ONLY medan.job_turn
    ADD CONSTRAINT job_turn_pkey PRIMARY KEY (agency_id);
ALTER TABLE ONLY medan.org_unit
    ADD CONSTRAINT org_unit_pkey PRIMARY KEY (agency_id, org_unit_id);
ALTER TABLE ONLY medan.org_unit
    ADD CONSTRAINT org_unit_siasn_id_key UNIQUE (agency_id, siasn_id);
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
ALTER TABLE ONLY medan.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (rule_set, name);
ALTER TABLE ONLY medan.sub_score
    ADD CONSTRAINT sub_score_pkey PRIMARY KEY (rule_set, component, at_least);
ALTER TABLE ONLY medan.talent_box
    ADD CONSTRAINT talent_box_box_key UNIQUE (rule_set, box);
ALTER TABLE ONLY medan.talent_box
    ADD CONSTRAINT talent_box_pkey PRIMARY KEY (rule_set, performance_level, potential_level);
ALTER TABLE ONLY medan.talent_placement
    ADD CONSTRAINT talent_placement_pkey PRIMARY KEY (agency_id, cycle_id, employment_id);
ALTER TABLE ONLY medan.threshold
    ADD CONSTRAINT threshold_pkey PRIMARY KEY (rule_set, axis, level);
ALTER TABLE ONLY medan.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (worker_id);
CREATE INDEX assignment_employment_idx ON medan.assignment USING btree (agency_id, employment_id);
CREATE INDEX assignment_post_idx ON medan.assignment USING btree (agency_id, post_id);
CREATE INDEX employment_person_idx ON medan.employment USING btree (agency_id, person_id);
CREATE INDEX job_claimed_idx ON medan.job USING btree (agency_id, worker_id) WHERE (worker_id IS NOT NULL);
CREATE INDEX job_history_ended_idx ON medan.job_history USING brin (agency_id, ended_at) WITH (pages_per_range='32');
CREATE INDEX job_history_not_done_idx ON medan.job_history USING btree (agency_id, job_id) WHERE (outcome <> 'done'::text);
CREATE INDEX job_turn_idx ON medan.job_turn USING btree (turn);
CREATE UNIQUE INDEX job_unique_key_idx ON medan.job USING btree (agency_id, kind, unique_key) WHERE (unique_key IS NOT NULL);
CREATE INDEX job_waiting_idx ON medan.job USING btree (agency_id, kind, priority, due_at, job_id) WHERE (worker_id IS NULL);
CREATE INDEX person_history_person_idx ON medan.person_history USING btree (agency_id, person_id);
CREATE INDEX person_name_idx ON medan.person USING btree (agency_id, name text_pattern_ops);
CREATE INDEX rating_event_employment_idx ON medan.rating_event USING btree (agency_id, cycle_id, employment_id, rating_event_id);
CREATE INDEX run_chunk_open_idx ON medan.run_chunk USING btree (agency_id, run_id, run_chunk_id) WHERE (state = ANY (ARRAY['ready'::text, 'running'::text]));
CREATE INDEX run_open_idx ON medan.run USING btree (run_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX run_scheduled_idx ON medan.run USING btree (intended_at) WHERE (state = 'scheduled'::text);
CREATE INDEX schedule_next_idx ON medan.schedule USING btree (next_at) WHERE ((next_at IS NOT NULL) AND (NOT is_paused));
CREATE INDEX schedule_occurrence_waiting_idx ON medan.schedule_occurrence USING btree (schedule_id, intended_at) WHERE (state = 'waiting'::text);
CREATE TRIGGER audit_delete AFTER DELETE ON medan.agency REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.agency ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.agency_login REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'label');
ALTER TABLE medan.agency_login ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.agency_name REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'valid');
ALTER TABLE medan.agency_name ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_closing REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_closing ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.appraisal_score REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.assessment_result REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'assessment_result_id');
ALTER TABLE medan.assessment_result ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.assignment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'assignment_id');
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.cycle REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id');
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.cycle_phase REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id', 'phase');
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.education_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'education_level_id');
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.employment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'employment_id');
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.grade_rank REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'grade_rank_id');
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.holiday REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'day');
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.job_agency REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.job_kind REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'kind');
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.org_unit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_id');
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.performance_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'rating');
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.person REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'person_id');
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.position_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'position_level');
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.post REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_id');
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_delete;
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
CREATE TRIGGER audit_delete AFTER DELETE ON medan.setting REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'name');
ALTER TABLE medan.setting ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.sub_score REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'component', 'at_least');
ALTER TABLE medan.sub_score ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.talent_box REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'performance_level', 'potential_level');
ALTER TABLE medan.talent_box ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.talent_placement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.talent_placement ENABLE ALWAYS TRIGGER audit_delete;
CREATE TRIGGER audit_delete AFTER DELETE ON medan.threshold REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'axis', 'level');
ALTER TABLE medan.threshold ENABLE ALWAYS TRIGGER audit_delete;
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
CREATE TRIGGER audit_insert AFTER INSERT ON medan.appraisal_score REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_count('cycle_id');
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.assessment_result REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'assessment_result_id');
ALTER TABLE medan.assessment_result ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'assignment_id');
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.cycle REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id');
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.cycle_phase REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'cycle_id', 'phase');
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.education_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'education_level_id');
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.employment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'employment_id');
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.grade_rank REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'grade_rank_id');
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.holiday REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'day');
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.job_agency REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'agency_id');
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.job_kind REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'kind');
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.org_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'org_unit_id');
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.performance_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'rule_set', 'rating');
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'person_id');
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.position_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('city', 'position_level');
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_insert;
CREATE TRIGGER audit_insert AFTER INSERT ON medan.post REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change('agency', 'post_id');
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_insert;
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
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.appraisal_score FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.assessment_result FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.assessment_result ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.assignment FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.cycle FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.cycle_phase FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.education_level FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.employment FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.grade_rank FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.holiday FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.job_agency FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.job_kind FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.org_unit FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.performance_level FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.person FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.position_level FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_truncate;
CREATE TRIGGER audit_truncate AFTER TRUNCATE ON medan.post FOR EACH STATEMENT EXECUTE FUNCTION medan.record_change();
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_truncate;
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
CREATE TRIGGER audit_update AFTER UPDATE ON medan.agency FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'agency_id');
ALTER TABLE medan.agency ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.agency_login FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'label');
ALTER TABLE medan.agency_login ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.agency_name FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'valid');
ALTER TABLE medan.agency_name ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_closing FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_closing ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.appraisal_score FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.appraisal_score ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.assessment_result FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'assessment_result_id');
ALTER TABLE medan.assessment_result ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.assignment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'assignment_id');
ALTER TABLE medan.assignment ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.cycle FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'cycle_id');
ALTER TABLE medan.cycle ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.cycle_phase FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'cycle_id', 'phase');
ALTER TABLE medan.cycle_phase ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.education_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'education_level_id');
ALTER TABLE medan.education_level ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.employment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'employment_id');
ALTER TABLE medan.employment ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.grade_rank FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'grade_rank_id');
ALTER TABLE medan.grade_rank ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.holiday FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'day');
ALTER TABLE medan.holiday ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.job_agency FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'agency_id');
ALTER TABLE medan.job_agency ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.job_kind FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'kind');
ALTER TABLE medan.job_kind ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.org_unit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'org_unit_id');
ALTER TABLE medan.org_unit ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.performance_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'rating');
ALTER TABLE medan.performance_level ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'person_id');
ALTER TABLE medan.person ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.position_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'position_level');
ALTER TABLE medan.position_level ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.post FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'post_id');
ALTER TABLE medan.post ENABLE ALWAYS TRIGGER audit_update;
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
CREATE TRIGGER audit_update AFTER UPDATE ON medan.setting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'name');
ALTER TABLE medan.setting ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.sub_score FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'component', 'at_least');
ALTER TABLE medan.sub_score ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.talent_box FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'performance_level', 'potential_level');
ALTER TABLE medan.talent_box ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.talent_placement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('agency', 'cycle_id', 'employment_id');
ALTER TABLE medan.talent_placement ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER audit_update AFTER UPDATE ON medan.threshold FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION medan.record_update('city', 'rule_set', 'axis', 'level');
ALTER TABLE medan.threshold ENABLE ALWAYS TRIGGER audit_update;
CREATE TRIGGER follow_agency_state AFTER UPDATE OF state ON medan.agency FOR EACH ROW EXECUTE FUNCTION medan.follow_agency_state();
CREATE TRIGGER keep_person_history AFTER UPDATE ON medan.person REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION medan.keep_person_history();
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
CREATE TRIGGER refuse_late_rating AFTER INSERT ON medan.rating_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.refuse_late_rating();
CREATE TRIGGER require_person AFTER INSERT ON medan.employment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_person();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_closing REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.appraisal_score REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_closing');
CREATE TRIGGER require_source_row AFTER INSERT ON medan.rating_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row();
CREATE TRIGGER require_source_row AFTER INSERT ON medan.talent_placement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION medan.require_source_row('appraisal_score');
ALTER TABLE ONLY medan.agency_login
    ADD CONSTRAINT agency_login_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.agency
    ADD CONSTRAINT agency_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.agency_name
    ADD CONSTRAINT agency_name_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.assessment_result
    ADD CONSTRAINT assessment_result_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_employment_fkey FOREIGN KEY (agency_id, employment_id) REFERENCES medan.employment(agency_id, employment_id);
ALTER TABLE ONLY medan.assignment
    ADD CONSTRAINT assignment_post_fkey FOREIGN KEY (agency_id, post_id) REFERENCES medan.post(agency_id, post_id);
ALTER TABLE ONLY medan.cycle_phase
    ADD CONSTRAINT cycle_phase_cycle_fkey FOREIGN KEY (cycle_id) REFERENCES medan.cycle(cycle_id);
ALTER TABLE ONLY medan.cycle
    ADD CONSTRAINT cycle_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.org_unit
    ADD CONSTRAINT org_unit_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.performance_level
    ADD CONSTRAINT performance_level_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_agency_fkey FOREIGN KEY (agency_id) REFERENCES medan.agency(agency_id);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_education_level_fkey FOREIGN KEY (education_level_id) REFERENCES medan.education_level(education_level_id);
ALTER TABLE ONLY medan.person
    ADD CONSTRAINT person_grade_rank_fkey FOREIGN KEY (grade_rank_id) REFERENCES medan.grade_rank(grade_rank_id);
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
ALTER TABLE ONLY medan.setting
    ADD CONSTRAINT setting_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.sub_score
    ADD CONSTRAINT sub_score_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.talent_box
    ADD CONSTRAINT talent_box_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE ONLY medan.threshold
    ADD CONSTRAINT threshold_rule_set_fkey FOREIGN KEY (rule_set) REFERENCES medan.rule_set(rule_set);
ALTER TABLE medan.agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_agency ON medan.agency FOR SELECT TO medan_agency USING (true);
CREATE POLICY agency_auditor ON medan.agency FOR SELECT TO medan_auditor USING (true);
CREATE POLICY agency_definer ON medan.agency FOR SELECT TO medan_definer USING (true);
ALTER TABLE medan.agency_login ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_login_agency ON medan.agency_login FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY agency_login_auditor ON medan.agency_login FOR SELECT TO medan_auditor USING (true);
CREATE POLICY agency_login_definer ON medan.agency_login FOR SELECT TO medan_definer USING (true);
CREATE POLICY agency_login_personnel ON medan.agency_login FOR SELECT TO medan_personnel USING (true);
CREATE POLICY agency_login_pool ON medan.agency_login FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY agency_login_provisioner ON medan.agency_login TO medan_provisioner USING (true) WITH CHECK (true);
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
CREATE POLICY appraisal_agency ON medan.appraisal FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
ALTER TABLE medan.appraisal_closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_closing_agency ON medan.appraisal_closing FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY appraisal_closing_personnel ON medan.appraisal_closing FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_closing_pool ON medan.appraisal_closing TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY appraisal_personnel ON medan.appraisal FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_pool ON medan.appraisal TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.appraisal_score ENABLE ROW LEVEL SECURITY;
CREATE POLICY appraisal_score_agency ON medan.appraisal_score FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY appraisal_score_personnel ON medan.appraisal_score FOR SELECT TO medan_personnel USING (true);
CREATE POLICY appraisal_score_pool ON medan.appraisal_score TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.assessment_result ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessment_result_agency ON medan.assessment_result FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY assessment_result_personnel ON medan.assessment_result FOR SELECT TO medan_personnel USING (true);
CREATE POLICY assessment_result_pool ON medan.assessment_result TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assignment_agency ON medan.assignment FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY assignment_mover ON medan.assignment TO medan_mover USING (true) WITH CHECK (true);
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
ALTER TABLE medan.audit_block ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_block_agency ON medan.audit_block FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
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
CREATE POLICY audit_event_agency ON medan.audit_event FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY audit_event_audit ON medan.audit_event TO medan_audit USING (true) WITH CHECK (true);
CREATE POLICY audit_event_auditor ON medan.audit_event FOR SELECT TO medan_auditor USING (true);
CREATE POLICY audit_event_personnel ON medan.audit_event FOR SELECT TO medan_personnel USING (true);
CREATE POLICY audit_event_pool ON medan.audit_event FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.audit_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_seal_agency ON medan.audit_seal FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY audit_seal_audit ON medan.audit_seal TO medan_audit USING (true) WITH CHECK (true);
CREATE POLICY audit_seal_auditor ON medan.audit_seal FOR SELECT TO medan_auditor USING (true);
CREATE POLICY audit_seal_personnel ON medan.audit_seal FOR SELECT TO medan_personnel USING (true);
CREATE POLICY audit_seal_pool ON medan.audit_seal FOR SELECT TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY audit_seal_worker ON medan.audit_seal FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.cycle ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_agency ON medan.cycle FOR SELECT TO medan_agency USING (true);
CREATE POLICY cycle_mover ON medan.cycle FOR SELECT TO medan_mover USING (true);
CREATE POLICY cycle_personnel ON medan.cycle TO medan_personnel USING (true) WITH CHECK (true);
ALTER TABLE medan.cycle_phase ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_phase_agency ON medan.cycle_phase FOR SELECT TO medan_agency USING (true);
CREATE POLICY cycle_phase_mover ON medan.cycle_phase FOR SELECT TO medan_mover USING (true);
CREATE POLICY cycle_phase_personnel ON medan.cycle_phase TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY cycle_phase_pool ON medan.cycle_phase FOR SELECT TO medan_pool USING (true);
CREATE POLICY cycle_phase_worker ON medan.cycle_phase TO medan_worker USING (true) WITH CHECK (true);
CREATE POLICY cycle_pool ON medan.cycle FOR SELECT TO medan_pool USING (true);
CREATE POLICY cycle_worker ON medan.cycle TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.education_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY education_level_agency ON medan.education_level FOR SELECT TO medan_agency USING (true);
CREATE POLICY education_level_mover ON medan.education_level FOR SELECT TO medan_mover USING (true);
CREATE POLICY education_level_owner ON medan.education_level TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY education_level_personnel ON medan.education_level FOR SELECT TO medan_personnel USING (true);
CREATE POLICY education_level_pool ON medan.education_level FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.employment ENABLE ROW LEVEL SECURITY;
CREATE POLICY employment_agency ON medan.employment FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY employment_definer ON medan.employment FOR SELECT TO medan_definer USING (true);
CREATE POLICY employment_mover ON medan.employment TO medan_mover USING (true) WITH CHECK (true);
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
ALTER TABLE medan.grade_rank ENABLE ROW LEVEL SECURITY;
CREATE POLICY grade_rank_agency ON medan.grade_rank FOR SELECT TO medan_agency USING (true);
CREATE POLICY grade_rank_mover ON medan.grade_rank FOR SELECT TO medan_mover USING (true);
CREATE POLICY grade_rank_owner ON medan.grade_rank TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY grade_rank_personnel ON medan.grade_rank FOR SELECT TO medan_personnel USING (true);
CREATE POLICY grade_rank_pool ON medan.grade_rank FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.holiday ENABLE ROW LEVEL SECURITY;
CREATE POLICY holiday_agency ON medan.holiday FOR SELECT TO medan_agency USING (true);
CREATE POLICY holiday_mover ON medan.holiday FOR SELECT TO medan_mover USING (true);
CREATE POLICY holiday_owner ON medan.holiday TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY holiday_personnel ON medan.holiday TO medan_personnel USING (true) WITH CHECK (true);
CREATE POLICY holiday_pool ON medan.holiday FOR SELECT TO medan_pool USING (true);
CREATE POLICY holiday_worker ON medan.holiday FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_agency ON medan.job FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
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
CREATE POLICY job_history_agency ON medan.job_history FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
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
ALTER TABLE medan.job_turn ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_turn_definer ON medan.job_turn TO medan_definer USING (true) WITH CHECK (true);
CREATE POLICY job_turn_worker ON medan.job_turn FOR SELECT TO medan_worker USING (true);
CREATE POLICY job_worker ON medan.job TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.org_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_unit_agency ON medan.org_unit FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY org_unit_mover ON medan.org_unit TO medan_mover USING (true) WITH CHECK (true);
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
ALTER TABLE medan.performance_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY performance_level_agency ON medan.performance_level FOR SELECT TO medan_agency USING (true);
CREATE POLICY performance_level_mover ON medan.performance_level FOR SELECT TO medan_mover USING (true);
CREATE POLICY performance_level_owner ON medan.performance_level TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY performance_level_personnel ON medan.performance_level FOR SELECT TO medan_personnel USING (true);
CREATE POLICY performance_level_pool ON medan.performance_level FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_agency ON medan.person FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY person_definer ON medan.person FOR SELECT TO medan_definer USING (true);
ALTER TABLE medan.person_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_history_agency ON medan.person_history FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY person_history_mover ON medan.person_history TO medan_mover USING (true) WITH CHECK (true);
CREATE POLICY person_history_personnel ON medan.person_history FOR SELECT TO medan_personnel USING (true);
CREATE POLICY person_history_pool ON medan.person_history TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY person_mover ON medan.person TO medan_mover USING (true) WITH CHECK (true);
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
ALTER TABLE medan.position_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY position_level_agency ON medan.position_level FOR SELECT TO medan_agency USING (true);
CREATE POLICY position_level_mover ON medan.position_level FOR SELECT TO medan_mover USING (true);
CREATE POLICY position_level_owner ON medan.position_level TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY position_level_personnel ON medan.position_level FOR SELECT TO medan_personnel USING (true);
CREATE POLICY position_level_pool ON medan.position_level FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.post ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_agency ON medan.post FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY post_mover ON medan.post TO medan_mover USING (true) WITH CHECK (true);
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
ALTER TABLE medan.rating_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY rating_event_agency ON medan.rating_event TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer)) WITH CHECK ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
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
ALTER TABLE medan.rating_matrix ENABLE ROW LEVEL SECURITY;
CREATE POLICY rating_matrix_agency ON medan.rating_matrix FOR SELECT TO medan_agency USING (true);
CREATE POLICY rating_matrix_mover ON medan.rating_matrix FOR SELECT TO medan_mover USING (true);
CREATE POLICY rating_matrix_owner ON medan.rating_matrix TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY rating_matrix_personnel ON medan.rating_matrix FOR SELECT TO medan_personnel USING (true);
CREATE POLICY rating_matrix_pool ON medan.rating_matrix FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.rule_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY rule_set_agency ON medan.rule_set FOR SELECT TO medan_agency USING (true);
CREATE POLICY rule_set_mover ON medan.rule_set FOR SELECT TO medan_mover USING (true);
CREATE POLICY rule_set_owner ON medan.rule_set TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY rule_set_personnel ON medan.rule_set FOR SELECT TO medan_personnel USING (true);
CREATE POLICY rule_set_pool ON medan.rule_set FOR SELECT TO medan_pool USING (true);
CREATE POLICY rule_set_worker ON medan.rule_set FOR SELECT TO medan_worker USING (true);
ALTER TABLE medan.run ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_agency ON medan.run FOR SELECT TO medan_agency USING (true);
ALTER TABLE medan.run_chunk ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_chunk_agency ON medan.run_chunk FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY run_chunk_personnel ON medan.run_chunk FOR SELECT TO medan_personnel USING (true);
CREATE POLICY run_chunk_pool ON medan.run_chunk TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
CREATE POLICY run_chunk_worker ON medan.run_chunk TO medan_worker USING (true) WITH CHECK (true);
ALTER TABLE medan.run_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY run_failure_agency ON medan.run_failure FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY run_failure_personnel ON medan.run_failure FOR SELECT TO medan_personnel USING (true);
CREATE POLICY run_failure_pool ON medan.run_failure TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
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
CREATE POLICY scoring_weight_mover ON medan.scoring_weight FOR SELECT TO medan_mover USING (true);
CREATE POLICY scoring_weight_owner ON medan.scoring_weight TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY scoring_weight_personnel ON medan.scoring_weight FOR SELECT TO medan_personnel USING (true);
CREATE POLICY scoring_weight_pool ON medan.scoring_weight FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY setting_agency ON medan.setting FOR SELECT TO medan_agency USING (true);
CREATE POLICY setting_mover ON medan.setting FOR SELECT TO medan_mover USING (true);
CREATE POLICY setting_owner ON medan.setting TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY setting_personnel ON medan.setting FOR SELECT TO medan_personnel USING (true);
CREATE POLICY setting_pool ON medan.setting FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.sub_score ENABLE ROW LEVEL SECURITY;
CREATE POLICY sub_score_agency ON medan.sub_score FOR SELECT TO medan_agency USING (true);
CREATE POLICY sub_score_mover ON medan.sub_score FOR SELECT TO medan_mover USING (true);
CREATE POLICY sub_score_owner ON medan.sub_score TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY sub_score_personnel ON medan.sub_score FOR SELECT TO medan_personnel USING (true);
CREATE POLICY sub_score_pool ON medan.sub_score FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.talent_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY talent_box_agency ON medan.talent_box FOR SELECT TO medan_agency USING (true);
CREATE POLICY talent_box_mover ON medan.talent_box FOR SELECT TO medan_mover USING (true);
CREATE POLICY talent_box_owner ON medan.talent_box TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY talent_box_personnel ON medan.talent_box FOR SELECT TO medan_personnel USING (true);
CREATE POLICY talent_box_pool ON medan.talent_box FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.talent_placement ENABLE ROW LEVEL SECURITY;
CREATE POLICY talent_placement_agency ON medan.talent_placement FOR SELECT TO medan_agency USING ((agency_id = (NULLIF("substring"((CURRENT_USER)::text, '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'::text), ''::text))::integer));
CREATE POLICY talent_placement_personnel ON medan.talent_placement FOR SELECT TO medan_personnel USING (true);
CREATE POLICY talent_placement_pool ON medan.talent_placement TO medan_pool USING ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END)) WITH CHECK ((agency_id =
CASE
    WHEN pg_has_role((to_regrole(('medan_agency_'::text || current_setting('mutasi.agency'::text, true))))::oid, 'medan_agency'::name, 'usage'::text) THEN (NULLIF(current_setting('mutasi.agency'::text, true), ''::text))::integer
    ELSE NULL::integer
END));
ALTER TABLE medan.threshold ENABLE ROW LEVEL SECURITY;
CREATE POLICY threshold_agency ON medan.threshold FOR SELECT TO medan_agency USING (true);
CREATE POLICY threshold_mover ON medan.threshold FOR SELECT TO medan_mover USING (true);
CREATE POLICY threshold_owner ON medan.threshold TO medan_owner USING (true) WITH CHECK (true);
CREATE POLICY threshold_personnel ON medan.threshold FOR SELECT TO medan_personnel USING (true);
CREATE POLICY threshold_pool ON medan.threshold FOR SELECT TO medan_pool USING (true);
ALTER TABLE medan.worker ENABLE ROW LEVEL SECURITY;
CREATE POLICY worker_definer ON medan.worker FOR SELECT TO medan_definer USING (true);
CREATE POLICY worker_personnel ON medan.worker FOR SELECT TO medan_personnel USING (true);
CREATE POLICY worker_pool ON medan.worker FOR SELECT TO medan_pool USING (true);
CREATE POLICY worker_worker ON medan.worker TO medan_worker USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA medan TO medan_definer;
GRANT USAGE ON SCHEMA medan TO medan_agency;
GRANT USAGE ON SCHEMA medan TO medan_pool;
GRANT USAGE ON SCHEMA medan TO medan_personnel;
GRANT USAGE ON SCHEMA medan TO medan_mover;
GRANT USAGE ON SCHEMA medan TO medan_provisioner;
GRANT USAGE ON SCHEMA medan TO medan_worker;
GRANT USAGE ON SCHEMA medan TO medan_auditor;
GRANT USAGE ON SCHEMA medan TO medan_audit;
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT ALL ON LANGUAGE plpgsql TO medan_owner;
REVOKE ALL ON FUNCTION medan.apply_agency_state(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.apply_agency_state(p_agency_id integer) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.audit_commitment(p_salt uuid, p_payload jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.audit_instant(p_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON TABLE medan.audit_event FROM medan_owner;
GRANT SELECT ON TABLE medan.audit_event TO medan_agency;
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
REVOKE ALL ON FUNCTION medan.audit_setting(p_name text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.await_writers(p_agency_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.cancel_jobs(p_agency_id integer, p_jobs bigint[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.change_verifier(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.claim_jobs(p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.close_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.close_audit(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.close_audit(p_agency_id integer) TO medan_worker;
GRANT ALL ON FUNCTION medan.close_audit(p_agency_id integer) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.create_login(p_agency_id integer, p_label text, p_verifier text, p_valid_until timestamp with time zone, p_connection_limit integer) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.drop_login(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.drop_login(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.end_sessions(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.end_sessions(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.erase_payload(p_agency_id integer, p_audit_event_id bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.erase_payload(p_agency_id integer, p_audit_event_id bigint, p_reason text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) TO medan_worker;
GRANT ALL ON FUNCTION medan.finish_jobs(p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[], p_pauses double precision[], p_errors text[]) TO medan_pool;
REVOKE ALL ON FUNCTION medan.follow_agency_state() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.follow_agency_state() TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.forget_jobs(p_outcome text, p_before timestamp with time zone, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.forget_jobs(p_outcome text, p_before timestamp with time zone, p_limit integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.hold_block(p_agency_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.keep_person_history() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.living_workers() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.living_workers() TO medan_worker;
REVOKE ALL ON FUNCTION medan.lock_agencies() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_agencies() TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.lock_cycles() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_cycles() TO medan_personnel;
GRANT ALL ON FUNCTION medan.lock_cycles() TO medan_worker;
REVOKE ALL ON FUNCTION medan.lock_people() FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_people() TO medan_pool;
GRANT ALL ON FUNCTION medan.lock_people() TO medan_mover;
REVOKE ALL ON FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_is_shared boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_is_shared boolean) TO medan_agency;
GRANT ALL ON FUNCTION medan.lock_ratings(p_agency_id integer, p_cycle_id integer, p_is_shared boolean) TO medan_pool;
REVOKE ALL ON FUNCTION medan.lock_worker(p_worker_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.lock_worker(p_worker_id integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.login_role(p_agency_id integer, p_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.login_role(p_agency_id integer, p_label text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.mask_nip(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.mask_nip(p_text text) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.masked_payload(p_agency_id integer, p_block integer, p_audit_event_id bigint) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.merge_people(p_from integer, p_to integer, p_day date) TO medan_mover;
REVOKE ALL ON FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.move_person(p_from integer, p_to integer, p_person_id bigint, p_day date, p_post_id bigint, p_decree_number text, p_decree_date date) TO medan_mover;
REVOKE ALL ON FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.open_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.open_block(p_agency_id integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_pool;
GRANT ALL ON FUNCTION medan.phase_day(p_cycle_id integer, p_phase text) TO medan_personnel;
REVOKE ALL ON FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.place_talent(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.rating_lock(p_agency_id integer, p_cycle_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.rating_lock(p_agency_id integer, p_cycle_id integer) TO medan_definer;
REVOKE ALL ON FUNCTION medan.record_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.record_count() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.record_event(p_agency_id integer, p_operation text, p_table_name text, p_row_key jsonb, p_payload jsonb, p_purpose text) FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) TO medan_pool;
GRANT ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) TO medan_personnel;
GRANT ALL ON FUNCTION medan.record_read(p_agency_id integer, p_row_key jsonb, p_purpose text, p_fields text[]) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.record_update() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.redrive_jobs(p_agency_id integer, p_jobs bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.redrive_jobs(p_agency_id integer, p_jobs bigint[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.refuse_audit_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_late_rating() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.refuse_ownership_commands() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.register_job_kinds(p_kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.register_job_kinds(p_kinds text[]) TO medan_worker;
REVOKE ALL ON FUNCTION medan.require_move(p_from integer, p_to integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.require_move(p_from integer, p_to integer) TO medan_mover;
REVOKE ALL ON FUNCTION medan.require_person() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_source_row() FROM PUBLIC;
REVOKE ALL ON FUNCTION medan.require_verifier(p_verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.require_verifier(p_verifier text) TO medan_provisioner;
REVOKE ALL ON FUNCTION medan.rescue_jobs(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.rescue_jobs(p_limit integer) TO medan_worker;
REVOKE ALL ON FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.score_appraisals(p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint) TO medan_pool;
REVOKE ALL ON FUNCTION medan.seal_audit(p_agency_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.seal_audit(p_agency_id integer) TO medan_worker;
GRANT ALL ON FUNCTION medan.seal_audit(p_agency_id integer) TO medan_auditor;
REVOKE ALL ON FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION medan.tend_jobs(p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]) TO medan_worker;
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
GRANT ALL ON FUNCTION medan.worker_lock_class() TO medan_worker;
GRANT SELECT ON TABLE medan.agency TO medan_agency;
GRANT SELECT ON TABLE medan.agency TO medan_pool;
GRANT SELECT ON TABLE medan.agency TO medan_personnel;
GRANT SELECT ON TABLE medan.agency TO medan_mover;
GRANT SELECT ON TABLE medan.agency TO medan_worker;
GRANT SELECT ON TABLE medan.agency TO medan_auditor;
GRANT SELECT,INSERT ON TABLE medan.agency TO medan_provisioner;
GRANT SELECT ON TABLE medan.agency TO medan_definer;
GRANT UPDATE(kind) ON TABLE medan.agency TO medan_provisioner;
GRANT UPDATE(state) ON TABLE medan.agency TO medan_provisioner;
GRANT UPDATE(merged_into) ON TABLE medan.agency TO medan_provisioner;
GRANT SELECT ON TABLE medan.agency_login TO medan_agency;
GRANT SELECT ON TABLE medan.agency_login TO medan_pool;
GRANT SELECT ON TABLE medan.agency_login TO medan_personnel;
GRANT SELECT ON TABLE medan.agency_login TO medan_auditor;
GRANT SELECT ON TABLE medan.agency_login TO medan_definer;
GRANT SELECT,INSERT ON TABLE medan.agency_login TO medan_provisioner;
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
GRANT SELECT ON TABLE medan.applied_file TO medan_worker;
GRANT SELECT ON TABLE medan.applied_file TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.appraisal TO medan_pool;
GRANT SELECT ON TABLE medan.appraisal TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.appraisal_closing TO medan_pool;
GRANT SELECT ON TABLE medan.appraisal_closing TO medan_personnel;
GRANT SELECT ON TABLE medan.appraisal_score TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.appraisal_score TO medan_pool;
GRANT SELECT ON TABLE medan.appraisal_score TO medan_personnel;
GRANT SELECT ON TABLE medan.assessment_result TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.assessment_result TO medan_pool;
GRANT SELECT ON TABLE medan.assessment_result TO medan_personnel;
GRANT UPDATE(score) ON TABLE medan.assessment_result TO medan_pool;
GRANT SELECT ON TABLE medan.assignment TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.assignment TO medan_pool;
GRANT SELECT ON TABLE medan.assignment TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.assignment TO medan_mover;
GRANT UPDATE(valid) ON TABLE medan.assignment TO medan_pool;
GRANT UPDATE(valid) ON TABLE medan.assignment TO medan_mover;
GRANT UPDATE(decree_number) ON TABLE medan.assignment TO medan_pool;
GRANT UPDATE(decree_date) ON TABLE medan.assignment TO medan_pool;
REVOKE ALL ON TABLE medan.audit_block FROM medan_owner;
GRANT SELECT ON TABLE medan.audit_block TO medan_agency;
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
GRANT SELECT ON TABLE medan.audit_seal TO medan_agency;
GRANT SELECT ON TABLE medan.audit_seal TO medan_pool;
GRANT SELECT ON TABLE medan.audit_seal TO medan_personnel;
GRANT SELECT ON TABLE medan.audit_seal TO medan_worker;
GRANT SELECT ON TABLE medan.audit_seal TO medan_auditor;
GRANT SELECT,INSERT ON TABLE medan.audit_seal TO medan_audit;
GRANT SELECT ON TABLE medan.cycle TO medan_agency;
GRANT SELECT ON TABLE medan.cycle TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.cycle TO medan_personnel;
GRANT SELECT ON TABLE medan.cycle TO medan_mover;
GRANT SELECT,INSERT ON TABLE medan.cycle TO medan_worker;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_agency;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.cycle_phase TO medan_personnel;
GRANT SELECT ON TABLE medan.cycle_phase TO medan_mover;
GRANT SELECT,INSERT ON TABLE medan.cycle_phase TO medan_worker;
GRANT UPDATE(due_at) ON TABLE medan.cycle_phase TO medan_personnel;
GRANT SELECT ON TABLE medan.education_level TO medan_agency;
GRANT SELECT ON TABLE medan.education_level TO medan_pool;
GRANT SELECT ON TABLE medan.education_level TO medan_personnel;
GRANT SELECT ON TABLE medan.education_level TO medan_mover;
GRANT SELECT ON TABLE medan.employment TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.employment TO medan_pool;
GRANT SELECT ON TABLE medan.employment TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.employment TO medan_mover;
GRANT SELECT(agency_id) ON TABLE medan.employment TO medan_definer;
GRANT SELECT(person_id) ON TABLE medan.employment TO medan_definer;
GRANT UPDATE(valid) ON TABLE medan.employment TO medan_pool;
GRANT UPDATE(valid) ON TABLE medan.employment TO medan_mover;
GRANT SELECT(valid) ON TABLE medan.employment TO medan_definer;
GRANT SELECT ON TABLE medan.grade_rank TO medan_agency;
GRANT SELECT ON TABLE medan.grade_rank TO medan_pool;
GRANT SELECT ON TABLE medan.grade_rank TO medan_personnel;
GRANT SELECT ON TABLE medan.grade_rank TO medan_mover;
GRANT SELECT ON TABLE medan.holiday TO medan_agency;
GRANT SELECT ON TABLE medan.holiday TO medan_pool;
GRANT SELECT,INSERT,DELETE ON TABLE medan.holiday TO medan_personnel;
GRANT SELECT ON TABLE medan.holiday TO medan_mover;
GRANT SELECT ON TABLE medan.holiday TO medan_worker;
GRANT UPDATE(name) ON TABLE medan.holiday TO medan_personnel;
GRANT UPDATE(kind) ON TABLE medan.holiday TO medan_personnel;
GRANT SELECT ON TABLE medan.job TO medan_agency;
GRANT SELECT ON TABLE medan.job TO medan_pool;
GRANT SELECT ON TABLE medan.job TO medan_personnel;
GRANT SELECT,INSERT,DELETE ON TABLE medan.job TO medan_definer;
GRANT INSERT(agency_id) ON TABLE medan.job TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(agency_id),INSERT(agency_id) ON TABLE medan.job TO medan_worker;
GRANT SELECT(job_id) ON TABLE medan.job TO medan_worker;
GRANT INSERT(kind) ON TABLE medan.job TO medan_pool;
GRANT INSERT(kind) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(kind),INSERT(kind) ON TABLE medan.job TO medan_worker;
GRANT INSERT(priority),UPDATE(priority) ON TABLE medan.job TO medan_pool;
GRANT INSERT(priority),UPDATE(priority) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(priority),INSERT(priority) ON TABLE medan.job TO medan_worker;
GRANT INSERT(due_at),UPDATE(due_at) ON TABLE medan.job TO medan_pool;
GRANT INSERT(due_at),UPDATE(due_at) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(due_at),INSERT(due_at) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(due_at) ON TABLE medan.job TO medan_definer;
GRANT INSERT(unique_key) ON TABLE medan.job TO medan_pool;
GRANT INSERT(unique_key) ON TABLE medan.job TO medan_personnel;
GRANT SELECT(unique_key),INSERT(unique_key) ON TABLE medan.job TO medan_worker;
GRANT INSERT(payload),UPDATE(payload) ON TABLE medan.job TO medan_pool;
GRANT INSERT(payload),UPDATE(payload) ON TABLE medan.job TO medan_personnel;
GRANT INSERT(payload) ON TABLE medan.job TO medan_worker;
GRANT SELECT(intended_at),INSERT(intended_at) ON TABLE medan.job TO medan_worker;
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
GRANT UPDATE(last_error) ON TABLE medan.job TO medan_definer;
GRANT SELECT(created_at) ON TABLE medan.job TO medan_worker;
GRANT SELECT(started_at) ON TABLE medan.job TO medan_worker;
GRANT UPDATE(started_at) ON TABLE medan.job TO medan_definer;
GRANT SELECT ON TABLE medan.job_agency TO medan_pool;
GRANT SELECT,INSERT ON TABLE medan.job_agency TO medan_personnel;
GRANT SELECT ON TABLE medan.job_agency TO medan_worker;
GRANT SELECT ON TABLE medan.job_agency TO medan_definer;
GRANT UPDATE(weight) ON TABLE medan.job_agency TO medan_personnel;
GRANT UPDATE(claim_limit) ON TABLE medan.job_agency TO medan_personnel;
GRANT UPDATE(is_paused) ON TABLE medan.job_agency TO medan_personnel;
GRANT UPDATE(pause_note) ON TABLE medan.job_agency TO medan_personnel;
GRANT SELECT ON TABLE medan.job_history TO medan_agency;
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
GRANT SELECT ON TABLE medan.job_turn TO medan_worker;
GRANT SELECT,INSERT ON TABLE medan.job_turn TO medan_definer;
GRANT UPDATE(turn) ON TABLE medan.job_turn TO medan_definer;
GRANT SELECT ON TABLE medan.org_unit TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.org_unit TO medan_pool;
GRANT SELECT ON TABLE medan.org_unit TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.org_unit TO medan_mover;
GRANT UPDATE(parent_siasn_id) ON TABLE medan.org_unit TO medan_pool;
GRANT UPDATE(name) ON TABLE medan.org_unit TO medan_pool;
GRANT SELECT ON TABLE medan.performance_level TO medan_agency;
GRANT SELECT ON TABLE medan.performance_level TO medan_pool;
GRANT SELECT ON TABLE medan.performance_level TO medan_personnel;
GRANT SELECT ON TABLE medan.performance_level TO medan_mover;
GRANT SELECT ON TABLE medan.person TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.person TO medan_pool;
GRANT SELECT ON TABLE medan.person TO medan_personnel;
GRANT SELECT ON TABLE medan.person TO medan_mover;
GRANT UPDATE(agency_id) ON TABLE medan.person TO medan_mover;
GRANT SELECT(agency_id) ON TABLE medan.person TO medan_definer;
GRANT SELECT(person_id) ON TABLE medan.person TO medan_definer;
GRANT UPDATE(name) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(front_title) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(back_title) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(birth_date) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(sex) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(kind) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(appointed_on) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(grade_rank_id) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(grade_since) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(contract_class) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(education_level_id) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(education) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(legal_status) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(changed_at) ON TABLE medan.person TO medan_pool;
GRANT UPDATE(changed_at) ON TABLE medan.person TO medan_mover;
GRANT SELECT ON TABLE medan.person_history TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.person_history TO medan_pool;
GRANT SELECT ON TABLE medan.person_history TO medan_personnel;
GRANT INSERT ON TABLE medan.person_history TO medan_mover;
GRANT SELECT ON TABLE medan.position_level TO medan_agency;
GRANT SELECT ON TABLE medan.position_level TO medan_pool;
GRANT SELECT ON TABLE medan.position_level TO medan_personnel;
GRANT SELECT ON TABLE medan.position_level TO medan_mover;
GRANT SELECT ON TABLE medan.post TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.post TO medan_pool;
GRANT SELECT ON TABLE medan.post TO medan_personnel;
GRANT SELECT,INSERT ON TABLE medan.post TO medan_mover;
GRANT UPDATE(position_level) ON TABLE medan.post TO medan_pool;
GRANT UPDATE(echelon) ON TABLE medan.post TO medan_pool;
GRANT UPDATE(job_class) ON TABLE medan.post TO medan_pool;
GRANT UPDATE(capacity) ON TABLE medan.post TO medan_pool;
GRANT UPDATE(capacity) ON TABLE medan.post TO medan_mover;
GRANT SELECT ON TABLE medan.rating_event TO medan_agency;
GRANT SELECT ON TABLE medan.rating_event TO medan_pool;
GRANT SELECT ON TABLE medan.rating_event TO medan_personnel;
GRANT INSERT(agency_id) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(agency_id) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(cycle_id) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(cycle_id) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(employment_id) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(employment_id) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(work_result) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(work_result) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(work_behaviour) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(work_behaviour) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(rater_nip) ON TABLE medan.rating_event TO medan_agency;
GRANT INSERT(rater_nip) ON TABLE medan.rating_event TO medan_pool;
GRANT INSERT(source) ON TABLE medan.rating_event TO medan_pool;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_agency;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_pool;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_personnel;
GRANT SELECT ON TABLE medan.rating_matrix TO medan_mover;
GRANT SELECT ON TABLE medan.rule_set TO medan_agency;
GRANT SELECT ON TABLE medan.rule_set TO medan_pool;
GRANT SELECT ON TABLE medan.rule_set TO medan_personnel;
GRANT SELECT ON TABLE medan.rule_set TO medan_mover;
GRANT SELECT ON TABLE medan.rule_set TO medan_worker;
GRANT SELECT ON TABLE medan.run TO medan_worker;
GRANT SELECT ON TABLE medan.run TO medan_personnel;
GRANT SELECT ON TABLE medan.run TO medan_pool;
GRANT SELECT ON TABLE medan.run TO medan_agency;
GRANT INSERT(kind) ON TABLE medan.run TO medan_worker;
GRANT INSERT(kind) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(subject) ON TABLE medan.run TO medan_worker;
GRANT INSERT(subject) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(step) ON TABLE medan.run TO medan_worker;
GRANT INSERT(step) ON TABLE medan.run TO medan_personnel;
GRANT INSERT(ordinal) ON TABLE medan.run TO medan_worker;
GRANT INSERT(ordinal) ON TABLE medan.run TO medan_personnel;
GRANT UPDATE(state) ON TABLE medan.run TO medan_worker;
GRANT INSERT(intended_at),UPDATE(intended_at) ON TABLE medan.run TO medan_worker;
GRANT INSERT(intended_at) ON TABLE medan.run TO medan_personnel;
GRANT UPDATE(is_paused) ON TABLE medan.run TO medan_worker;
GRANT UPDATE(pause_note) ON TABLE medan.run TO medan_worker;
GRANT UPDATE(started_at) ON TABLE medan.run TO medan_worker;
GRANT UPDATE(ended_at) ON TABLE medan.run TO medan_worker;
GRANT SELECT ON TABLE medan.run_chunk TO medan_agency;
GRANT SELECT ON TABLE medan.run_chunk TO medan_pool;
GRANT SELECT ON TABLE medan.run_chunk TO medan_worker;
GRANT SELECT ON TABLE medan.run_chunk TO medan_personnel;
GRANT INSERT(agency_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT INSERT(agency_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(run_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT INSERT(run_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT INSERT(first_key) ON TABLE medan.run_chunk TO medan_pool;
GRANT INSERT(last_key) ON TABLE medan.run_chunk TO medan_pool;
GRANT INSERT(keys) ON TABLE medan.run_chunk TO medan_pool;
GRANT UPDATE(state) ON TABLE medan.run_chunk TO medan_pool;
GRANT UPDATE(state) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(attempt) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(errors) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(worker_id) ON TABLE medan.run_chunk TO medan_pool;
GRANT UPDATE(worker_id) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(due_at) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(processed) ON TABLE medan.run_chunk TO medan_pool;
GRANT UPDATE(processed) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(failures) ON TABLE medan.run_chunk TO medan_pool;
GRANT UPDATE(failures) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(last_error) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(started_at) ON TABLE medan.run_chunk TO medan_worker;
GRANT UPDATE(ended_at) ON TABLE medan.run_chunk TO medan_pool;
GRANT UPDATE(ended_at) ON TABLE medan.run_chunk TO medan_worker;
GRANT SELECT ON TABLE medan.run_failure TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.run_failure TO medan_pool;
GRANT SELECT ON TABLE medan.run_failure TO medan_personnel;
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
GRANT SELECT ON TABLE medan.scoring_weight TO medan_personnel;
GRANT SELECT ON TABLE medan.scoring_weight TO medan_mover;
GRANT SELECT ON TABLE medan.setting TO medan_agency;
GRANT SELECT ON TABLE medan.setting TO medan_pool;
GRANT SELECT ON TABLE medan.setting TO medan_personnel;
GRANT SELECT ON TABLE medan.setting TO medan_mover;
GRANT SELECT ON TABLE medan.sub_score TO medan_agency;
GRANT SELECT ON TABLE medan.sub_score TO medan_pool;
GRANT SELECT ON TABLE medan.sub_score TO medan_personnel;
GRANT SELECT ON TABLE medan.sub_score TO medan_mover;
GRANT SELECT ON TABLE medan.talent_box TO medan_agency;
GRANT SELECT ON TABLE medan.talent_box TO medan_pool;
GRANT SELECT ON TABLE medan.talent_box TO medan_personnel;
GRANT SELECT ON TABLE medan.talent_box TO medan_mover;
GRANT SELECT ON TABLE medan.talent_placement TO medan_agency;
GRANT SELECT,INSERT ON TABLE medan.talent_placement TO medan_pool;
GRANT SELECT ON TABLE medan.talent_placement TO medan_personnel;
GRANT SELECT ON TABLE medan.threshold TO medan_agency;
GRANT SELECT ON TABLE medan.threshold TO medan_pool;
GRANT SELECT ON TABLE medan.threshold TO medan_personnel;
GRANT SELECT ON TABLE medan.threshold TO medan_mover;
GRANT SELECT,INSERT,DELETE ON TABLE medan.worker TO medan_worker;
GRANT SELECT ON TABLE medan.worker TO medan_personnel;
GRANT SELECT ON TABLE medan.worker TO medan_pool;
GRANT SELECT ON TABLE medan.worker TO medan_definer;
GRANT UPDATE(lease_until) ON TABLE medan.worker TO medan_worker;
