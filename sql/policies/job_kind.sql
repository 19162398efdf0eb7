-- Room: Jobs
-- City-wide: the personnel agency pauses kinds of jobs.
alter table job_kind enable row level security;
alter table job_kind force row level security;

revoke all on job_kind from public, {groups};
grant select, update (is_paused, pause_note) on job_kind to {city}_personnel;
grant select on job_kind to {city}_worker;
grant select, insert on job_kind to {city}_definer;

create policy job_kind_personnel on job_kind to {city}_personnel
    using (true)
    with check (true);
create policy job_kind_worker on job_kind for select to {city}_worker
    using (true);
create policy job_kind_definer on job_kind to {city}_definer
    using (true)
    with check (true);
