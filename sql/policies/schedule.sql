-- City-wide: the personnel agency plans, the worker fires.
alter table schedule enable row level security;
alter table schedule force row level security;

revoke all on schedule from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select, insert, update (next_at) on schedule to {city}_worker;
grant select, insert, update (next_at) on schedule to {city}_personnel;

drop policy if exists schedule_worker on schedule;
create policy schedule_worker on schedule to {city}_worker
    using (true)
    with check (true);
drop policy if exists schedule_personnel on schedule;
create policy schedule_personnel on schedule to {city}_personnel
    using (true)
    with check (true);
