-- Tenant: the worker hands out chunks of every agency; a chunk is finished in its agency's scope.
alter table run_chunk enable row level security;
alter table run_chunk force row level security;

revoke all on run_chunk from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on run_chunk to {city}_agency;
grant select, insert (agency_id, run_id, first_key, last_key, keys),
    update (state, worker_id, processed, failures, ended_at)
    on run_chunk to {city}_pool;
grant select, insert (agency_id, run_id),
    update (state, attempt, errors, worker_id, due_at, processed, failures, last_error, started_at, ended_at)
    on run_chunk to {city}_worker;
grant select on run_chunk to {city}_personnel;

drop policy if exists run_chunk_agency on run_chunk;
create policy run_chunk_agency on run_chunk for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists run_chunk_pool on run_chunk;
create policy run_chunk_pool on run_chunk to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists run_chunk_worker on run_chunk;
create policy run_chunk_worker on run_chunk to {city}_worker
    using (true)
    with check (true);
drop policy if exists run_chunk_personnel on run_chunk;
create policy run_chunk_personnel on run_chunk for select to {city}_personnel
    using (true);
