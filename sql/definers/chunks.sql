-- Owner: {city}_definer
-- Room: Jobs
-- The chunks of runs: claimed, ended, cut, handed back and left behind. A worker that claims a chunk gets a number
-- (claim) that nobody else can read, and ends the chunk by that number, in the transaction of its effect.

-- Takes the next chunk for a worker; none when nothing is ready, or the worker has lost its lock or its lease.
create or replace function claim_chunk(p_worker_id integer) returns table (
    agency_id integer, run_chunk_id bigint, first_key bigint, last_key bigint, keys integer, claim uuid, run_id bigint,
    kind text,
    subject text, step text, intended_at timestamptz
)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- The fence for ending a chunk in its agency's scope: the claim must still be this one, and the agency's rows must be
-- visible.
create or replace function end_chunk(
    p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_state text, p_processed integer,
    p_failures integer
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    update run_chunk c
    set state = p_state, claim = null, late_since = null, processed = p_processed, failures = p_failures,
        ended_at = clock_timestamp()
    where c.agency_id = p_agency_id and c.run_id = p_run_id and c.run_chunk_id = p_run_chunk_id
        and c.claim = p_claim and c.state = 'running'
        and p_agency_id = {pool_agency};
    if not found then
        raise exception 'the claim on a chunk was lost' using errcode = 'MU001';
    end if;
end
$$;

-- Ends a chunk as done, with the people it could not handle. The three arrays have the same length.
create or replace function finish_chunk(
    p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_processed integer, p_failed bigint[],
    p_codes text[], p_reasons text[]
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform end_chunk(
        p_agency_id, p_run_id, p_run_chunk_id, p_claim, 'done', p_processed, cardinality(p_failed));
    perform record_chunk(p_agency_id, p_run_id, p_run_chunk_id, p_processed, cardinality(p_failed));
    insert into run_failure (agency_id, run_id, key, code, reason)
    select p_agency_id, p_run_id, f.key, f.code, f.reason
    from unnest(p_failed, p_codes, p_reasons) f (key, code, reason);
end
$$;

-- Ends a chunk by cutting it. Its parts are in order and do not overlap; each begins where the one before ends, the
-- first where the chunk began, and the last ends where it ended: no key is left out.
create or replace function split_chunk(
    p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_first bigint[], p_last bigint[],
    p_keys integer[]
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- Hands a chunk back: after an error with a pause that doubles, and permanently after p_limit errors; after an
-- interruption, without an error, soon. False when this claim no longer held it.
create or replace function give_back_chunk(
    p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_error text, p_limit integer
) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

-- Leaves a chunk behind that cannot be done now, for a reason outside it, and with it the others of the agency, so that
-- the rest of the city goes on: they are tried again after a pause that grows up to ten seconds. Without a reason it
-- waited in vain for a lock. Returns why, in words; null when this claim no longer held it.
create or replace function leave_chunk_behind(
    p_agency_id integer, p_run_id bigint, p_run_chunk_id bigint, p_claim uuid, p_reason text default null
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
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

grant execute on function claim_chunk, give_back_chunk, leave_chunk_behind to {city}_worker;
grant execute on function finish_chunk, split_chunk to {city}_pool;
