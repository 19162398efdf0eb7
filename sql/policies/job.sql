-- Room: Jobs
-- Tenant. The worker hands out jobs without their payload. Only the functions of definers/jobs.sql claim and end them;
-- a role that may enqueue a job may replace it while it waits.
alter table job enable row level security;
alter table job force row level security;

revoke all on job from public, {groups};
grant select, insert (agency_id, kind, priority, due_at, unique_key, payload), update (priority, due_at, due_set_at,
    payload) on job to {city}_pool;
grant select, insert (agency_id, kind, priority, due_at, unique_key, payload), update (priority, due_at, due_set_at,
    payload) on job to {city}_personnel;
grant select (agency_id, job_id, kind, priority, due_at, due_set_at, unique_key, intended_at, attempt, errors, losses,
    worker_id, deadline, is_cancelled, progress, last_error, created_at, started_at), insert (agency_id, kind,
    priority, due_at, unique_key, payload, intended_at) on job to {city}_worker;
grant select, insert (agency_id, kind, priority, unique_key, payload, intended_at, last_error), delete,
    update (worker_id, attempt, started_at, deadline, is_cancelled, progress, due_at,
    due_set_at, errors, losses, last_error) on job to {city}_definer;

create policy job_pool on job to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy job_personnel on job to {city}_personnel
    using (true)
    with check (true);
create policy job_worker on job to {city}_worker
    using (true)
    with check (true);
create policy job_definer on job to {city}_definer
    using (true)
    with check (true);
