-- Room: Jobs
-- Tenant: the worker hands out chunks of every agency; a chunk is finished in its agency's scope.
alter table run_chunk enable row level security;
alter table run_chunk force row level security;

revoke all on run_chunk from public, {groups};
grant select (agency_id, run_id, run_chunk_id, first_key, last_key, keys, state, attempt, errors, worker_id, due_at,
    processed, failures, last_error, started_at, ended_at, late_since) on run_chunk to {city}_pool;
grant select (agency_id, run_id, first_key, last_key, state) on run_chunk to {city}_appraiser;
grant select (agency_id, run_id, run_chunk_id, first_key, last_key, keys, state, attempt, errors, worker_id, due_at,
    processed, failures, last_error, started_at, ended_at, late_since) on run_chunk to {city}_personnel;
grant select (agency_id, run_id, run_chunk_id, first_key, last_key, keys, state, attempt, errors, worker_id, due_at,
    processed, failures, last_error, started_at, ended_at, late_since) on run_chunk to {city}_worker;
grant select, insert (agency_id, run_id, first_key, last_key, keys), update (state, attempt, errors, worker_id,
    claim, due_at, processed, failures, last_error, started_at, ended_at, late_since) on run_chunk to {city}_definer;

create policy run_chunk_pool on run_chunk for select to {city}_pool
    using (agency_id = {pool_agency});
create policy run_chunk_appraiser on run_chunk for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy run_chunk_personnel on run_chunk for select to {city}_personnel
    using (true);
create policy run_chunk_worker on run_chunk for select to {city}_worker
    using (true);
create policy run_chunk_definer on run_chunk to {city}_definer
    using (true)
    with check (true);
