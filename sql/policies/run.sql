-- City-wide: the personnel agency plans, the worker runs, everybody may watch.
alter table run enable row level security;
alter table run force row level security;

revoke all on run from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select, insert (kind, subject, step, ordinal, intended_at),
    update (state, intended_at, is_paused, pause_note, started_at, ended_at)
    on run to {city}_worker;
grant select, insert (kind, subject, step, ordinal, intended_at) on run to {city}_personnel;
grant select on run to {city}_pool;
grant select on run to {city}_agency;

drop policy if exists run_worker on run;
create policy run_worker on run to {city}_worker
    using (true)
    with check (true);
drop policy if exists run_personnel on run;
create policy run_personnel on run to {city}_personnel
    using (true)
    with check (true);
drop policy if exists run_pool on run;
create policy run_pool on run for select to {city}_pool
    using (true);
drop policy if exists run_agency on run;
create policy run_agency on run for select to {city}_agency
    using (true);
