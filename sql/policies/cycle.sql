-- City-wide: the personnel agency sets cycles, or has the worker do it on a schedule; everybody reads them.
alter table cycle enable row level security;
alter table cycle force row level security;

revoke all on cycle from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on cycle to {city}_agency;
grant select on cycle to {city}_pool;
grant select, insert on cycle to {city}_personnel;
grant select on cycle to {city}_mover;
grant select, insert on cycle to {city}_worker;

drop policy if exists cycle_agency on cycle;
create policy cycle_agency on cycle for select to {city}_agency
    using (true);
drop policy if exists cycle_pool on cycle;
create policy cycle_pool on cycle for select to {city}_pool
    using (true);
drop policy if exists cycle_personnel on cycle;
create policy cycle_personnel on cycle to {city}_personnel
    using (true)
    with check (true);
drop policy if exists cycle_mover on cycle;
create policy cycle_mover on cycle for select to {city}_mover
    using (true);
drop policy if exists cycle_worker on cycle;
create policy cycle_worker on cycle to {city}_worker
    using (true)
    with check (true);
