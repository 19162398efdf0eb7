-- Owner: {city}_definer
-- Room: Jobs
-- Runs: started, ended, paused, cancelled and retried. Only these functions and those of chunks.sql may change a run or
-- a chunk.

-- An agency takes the steps of a subject one after the other: a step that it has not ended, or could not end, holds
-- back the following ones there, and nowhere else.
create or replace function held_agencies(p_run_id bigint) returns setof integer
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select distinct c.agency_id
    from run r
    join run p on p.kind = r.kind and p.subject = r.subject and p.ordinal < r.ordinal
    join run_chunk c on c.run_id = p.run_id and c.state in ('ready', 'running', 'failed')
    where r.run_id = p_run_id
$$;

-- Waiting runs that may start: those before them are done, except for agencies that are late or in which they failed.
create or replace function startable_runs() returns setof bigint
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- Moves due runs to waiting, starts runs that may start, ends finished ones, and takes back what dead workers held.
create or replace function advance_runs() returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- What people may do about a run. Each returns whether it applied to the run in its present state.
create or replace function pause_run(p_run_id bigint, p_note text) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    update run r set is_paused = true, pause_note = p_note
    where r.run_id = p_run_id and r.state in ('scheduled', 'waiting', 'running') and not r.is_paused;
    return found;
end
$$;

create or replace function resume_run(p_run_id bigint) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    update run r set is_paused = false, pause_note = null where r.run_id = p_run_id and r.is_paused;
    return found;
end
$$;

create or replace function cancel_run(p_run_id bigint) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    update run r set state = 'cancelled', is_paused = false, pause_note = null, ended_at = clock_timestamp()
    where r.run_id = p_run_id and r.state in ('scheduled', 'waiting', 'running', 'failed');
    return found;
end
$$;

-- Gives failed chunks another chance, and takes up cancelled ones.
create or replace function retry_run(p_run_id bigint) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- Makes runs that are planned for later due now, up to a step; returns how many steps.
create or replace function bring_forward_runs(p_kind text, p_subject text, p_ordinal integer) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- Plans a step for another instant, as long as it has not begun; returns whether it applied.
create or replace function reschedule_run(
    p_kind text, p_subject text, p_step text, p_at timestamptz
) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    update run r set intended_at = p_at
    where r.kind = p_kind and r.subject = p_subject and r.step = p_step and r.state = 'scheduled';
    return found;
end
$$;

grant execute on function reschedule_run to {city}_personnel;
grant execute on function held_agencies to {city}_worker, {city}_personnel;
grant execute on function startable_runs, advance_runs, pause_run, resume_run, cancel_run, retry_run, bring_forward_runs
    to {city}_worker;
