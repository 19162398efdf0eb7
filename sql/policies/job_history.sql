-- Room: Jobs
-- Tenant. Only the functions of definers/jobs.sql write and remove rows.
alter table job_history enable row level security;
alter table job_history force row level security;

revoke all on job_history from public, {groups};
grant select on job_history to {city}_pool;
grant select on job_history to {city}_personnel;
grant select (agency_id, job_id, kind, priority, unique_key, intended_at, attempt, errors, losses, worker_id,
    last_error, created_at, started_at, outcome, ended_at) on job_history to {city}_worker;
grant select, insert, update (outcome), delete on job_history to {city}_definer;

create policy job_history_pool on job_history for select to {city}_pool
    using (agency_id = {pool_agency});
create policy job_history_personnel on job_history for select to {city}_personnel
    using (true);
create policy job_history_worker on job_history for select to {city}_worker
    using (true);
create policy job_history_definer on job_history to {city}_definer
    using (true)
    with check (true);
