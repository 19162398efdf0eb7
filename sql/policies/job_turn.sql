-- Machinery of claim_jobs.
alter table job_turn enable row level security;
alter table job_turn force row level security;

revoke all on job_turn from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_definer;
grant select on job_turn to {city}_worker;
grant select, insert, update (turn) on job_turn to {city}_definer;

drop policy if exists job_turn_worker on job_turn;
create policy job_turn_worker on job_turn for select to {city}_worker
    using (true);
drop policy if exists job_turn_definer on job_turn;
create policy job_turn_definer on job_turn to {city}_definer
    using (true)
    with check (true);
