-- Owner: {city}_definer
-- Room: Jobs
-- Jobs: claimed, finished, rescued, cancelled and sent again. Finishing is fenced by worker and attempt, in the
-- transaction of the effect, and there is no other way: only these functions may change or delete a job. They run as
-- {city}_definer, and by index whatever the statistics say: a queue's table is empty one minute and holds a million
-- rows the next.

-- Claims jobs of one kind in the agency whose turn it is: the most urgent, at most as many as the kind's batch. A job
-- that a worker has died with comes alone, so that it takes no other with it. None when nothing is due, or other
-- workers are claiming. p_batches and p_seconds, as long as p_kinds: how many at once, and how long a claim is valid.
-- An agency's payloads are read in its scope.
create or replace function claim_jobs(
    p_worker_id integer, p_kinds text[], p_batches integer[], p_seconds double precision[]
) returns table (
    agency_id integer, job_id bigint, kind text, attempt integer, errors integer, due_at timestamptz,
    intended_at timestamptz,
    payload jsonb
)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
as $$
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

-- Ends claims of a worker: 'done', 'dead' or 'cancelled' permanently; after a pause of seconds 'retry', which counts an
-- error, and 'snooze' and 'return', which do not. All arrays are as long as p_jobs. Fails when the worker no longer
-- holds one of the claims: the transaction, and with it the effect, is undone.
create or replace function finish_jobs(
    p_agency_id integer, p_worker_id integer, p_jobs bigint[], p_attempts integer[], p_outcomes text[],
    p_pauses double precision[], p_errors text[]
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_role text := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
    v_count integer;
begin
    if v_role <> '{city}_worker' and p_agency_id::text is distinct from current_setting('mutasi.agency', true) then
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

-- Takes back jobs that dead workers hold, and jobs that were not ended in time; a job to which that happened p_limit
-- times is dead. It also gives every agency its turn. Returns how many jobs wait again.
create or replace function rescue_jobs(p_limit integer) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
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

grant execute on function claim_jobs, finish_jobs, rescue_jobs to {city}_worker;
grant execute on function finish_jobs to {city}_pool;
