-- Owner: {city}_definer
-- Room: Jobs
-- What the server's clock leaves behind after it was ahead for a while and came back: due times that the right clock
-- would not have set yet, for which work would stand still until then.

-- A chunk's pause is 0.2 s, doubled with each error, and ten seconds at most where its agency is late; a chunk that
-- waits longer was handed back, cut or made under another clock. A job itself says when its due time was set. A job of
-- a schedule whose time has not come is left to the schedule.
create or replace function due_far_ahead() returns table (
    what text, agency_id integer, run_id bigint, id bigint, due_at timestamptz, set_at timestamptz
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

-- Starts each pause again from now. Returns what was found: by kind, how many and the furthest.
create or replace function mend_due_far_ahead() returns table (what text, number integer, furthest timestamptz)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
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

grant execute on function due_far_ahead, mend_due_far_ahead to {city}_worker;
grant execute on function due_far_ahead to {city}_personnel;
