-- City-wide: the personnel agency sets the dates, everybody reads them.
alter table cycle_phase enable row level security;
alter table cycle_phase force row level security;

revoke all on cycle_phase from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on cycle_phase to {city}_agency;
grant select on cycle_phase to {city}_pool;
grant select, insert, update (due_at) on cycle_phase to {city}_personnel;
grant select on cycle_phase to {city}_mover;
grant select, insert on cycle_phase to {city}_worker;

drop policy if exists cycle_phase_agency on cycle_phase;
create policy cycle_phase_agency on cycle_phase for select to {city}_agency
    using (true);
drop policy if exists cycle_phase_pool on cycle_phase;
create policy cycle_phase_pool on cycle_phase for select to {city}_pool
    using (true);
drop policy if exists cycle_phase_personnel on cycle_phase;
create policy cycle_phase_personnel on cycle_phase to {city}_personnel
    using (true)
    with check (true);
drop policy if exists cycle_phase_mover on cycle_phase;
create policy cycle_phase_mover on cycle_phase for select to {city}_mover
    using (true);
drop policy if exists cycle_phase_worker on cycle_phase;
create policy cycle_phase_worker on cycle_phase to {city}_worker
    using (true)
    with check (true);
