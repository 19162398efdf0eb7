-- Room: Jobs
-- City-wide: the personnel agency plans, the worker runs, everybody may watch.
alter table run enable row level security;
alter table run force row level security;

revoke all on run from public, {groups};
grant select on run to {city}_agency;
grant select on run to {city}_pool;
grant select on run to {city}_appraiser;
grant select, insert (kind, subject, step, ordinal, intended_at) on run to {city}_personnel;
grant select, insert (kind, subject, step, ordinal, intended_at) on run to {city}_worker;
grant select on run to {city}_guard;
grant select, update (state, intended_at, is_paused, pause_note, started_at, ended_at) on run to {city}_definer;

create policy run_agency on run for select to {city}_agency
    using (true);
create policy run_pool on run for select to {city}_pool
    using (true);
create policy run_appraiser on run for select to {city}_appraiser
    using (true);
create policy run_personnel on run to {city}_personnel
    using (true)
    with check (true);
create policy run_worker on run to {city}_worker
    using (true)
    with check (true);
create policy run_definer on run to {city}_definer
    using (true)
    with check (true);
create policy run_guard on run for select to {city}_guard
    using (true);
