-- Room: Jobs
-- Machinery of claim_jobs.
alter table job_turn enable row level security;
alter table job_turn force row level security;

revoke all on job_turn from public, {groups};
grant select on job_turn to {city}_worker;
grant select, insert, update (turn) on job_turn to {city}_definer;

create policy job_turn_worker on job_turn for select to {city}_worker
    using (true);
create policy job_turn_definer on job_turn to {city}_definer
    using (true)
    with check (true);
