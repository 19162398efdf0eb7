-- City-wide: the personnel agency pauses kinds of jobs.
alter table job_kind enable row level security;
alter table job_kind force row level security;

revoke all on job_kind from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_definer;
grant select, update (is_paused, pause_note) on job_kind to {city}_personnel;
grant select on job_kind to {city}_worker;
grant select, insert on job_kind to {city}_definer;

drop policy if exists job_kind_personnel on job_kind;
create policy job_kind_personnel on job_kind to {city}_personnel
    using (true)
    with check (true);
drop policy if exists job_kind_worker on job_kind;
create policy job_kind_worker on job_kind for select to {city}_worker
    using (true);
drop policy if exists job_kind_definer on job_kind;
create policy job_kind_definer on job_kind to {city}_definer
    using (true)
    with check (true);
