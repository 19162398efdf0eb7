-- City-wide: the personnel agency sets the dates, everybody reads them.
alter table cycle_phase enable row level security;
alter table cycle_phase force row level security;

revoke all on cycle_phase from public, {groups};
grant select on cycle_phase to {city}_agency;
grant select on cycle_phase to {city}_pool;
grant select on cycle_phase to {city}_appraiser;
grant select, insert, update (due_at) on cycle_phase to {city}_personnel;
grant select, insert on cycle_phase to {city}_worker;
grant select on cycle_phase to {city}_guard;

create policy cycle_phase_agency on cycle_phase for select to {city}_agency
    using (true);
create policy cycle_phase_pool on cycle_phase for select to {city}_pool
    using (true);
create policy cycle_phase_appraiser on cycle_phase for select to {city}_appraiser
    using (true);
create policy cycle_phase_personnel on cycle_phase to {city}_personnel
    using (true)
    with check (true);
create policy cycle_phase_worker on cycle_phase to {city}_worker
    using (true)
    with check (true);
create policy cycle_phase_guard on cycle_phase for select to {city}_guard
    using (true);
