-- Owner: {city}_definer
-- Room: Jobs
-- Changes of jobs by people, or with time: cancelled, sent again, forgotten; and the kinds that can be paused. As in
-- jobs.sql.

-- Cancels jobs of an agency: waiting ones at once; a worker that has claimed one is asked to end. Returns how many of
-- each.
create or replace function cancel_jobs(p_agency_id integer, p_jobs bigint[])
returns table (waiting bigint, claimed bigint)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
as $$
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

-- Sends dead jobs again, as new ones; returns how many. A job whose unique key is taken stays.
create or replace function redrive_jobs(p_agency_id integer, p_jobs bigint[]) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- Notes which kinds exist, so that they can be paused; the progress that a worker's jobs report; and which of them must
-- end.
create or replace function register_job_kinds(p_kinds text[]) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    insert into job_kind (kind) select unnest(p_kinds) on conflict do nothing
$$;

create or replace function tend_jobs(
    p_worker_id integer, p_agencies integer[], p_jobs bigint[], p_progress smallint[]
) returns setof bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
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

-- Removes jobs that ended before the days, of one outcome, in parts; returns how many rows. Call it until it returns 0.
create or replace function forget_jobs(p_outcome text, p_before timestamptz, p_limit integer) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
as $$
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

grant execute on function cancel_jobs, redrive_jobs, register_job_kinds, tend_jobs, forget_jobs to {city}_worker;
