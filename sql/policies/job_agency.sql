-- Room: Jobs
-- City-wide, although each row is about an agency: the settings that the personnel agency chose for its jobs.
alter table job_agency enable row level security;
alter table job_agency force row level security;

revoke all on job_agency from public, {groups};
grant select on job_agency to {city}_pool;
grant select, insert, update (weight, claim_limit, is_paused, pause_note) on job_agency to {city}_personnel;
grant select on job_agency to {city}_worker;
grant select on job_agency to {city}_definer;

create policy job_agency_pool on job_agency for select to {city}_pool
    using (agency_id = {pool_agency});
create policy job_agency_personnel on job_agency to {city}_personnel
    using (true)
    with check (true);
create policy job_agency_worker on job_agency for select to {city}_worker
    using (true);
create policy job_agency_definer on job_agency for select to {city}_definer
    using (true);
