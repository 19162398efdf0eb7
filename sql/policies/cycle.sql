-- City-wide: the personnel agency sets cycles, or has the worker do it on a schedule; everybody reads them.
alter table cycle enable row level security;
alter table cycle force row level security;

revoke all on cycle from public, {groups};
grant select on cycle to {city}_agency;
grant select on cycle to {city}_pool;
grant select on cycle to {city}_appraiser;
grant select, insert (code, kind, period, rule_set, created_at) on cycle to {city}_personnel;
grant select on cycle to {city}_carrier;
grant select, insert (code, kind, period, rule_set, created_at) on cycle to {city}_worker;
grant select on cycle to {city}_definer;
grant select on cycle to {city}_guard;

create policy cycle_agency on cycle for select to {city}_agency
    using (true);
create policy cycle_pool on cycle for select to {city}_pool
    using (true);
create policy cycle_appraiser on cycle for select to {city}_appraiser
    using (true);
create policy cycle_personnel on cycle to {city}_personnel
    using (true)
    with check (true);
create policy cycle_carrier on cycle for select to {city}_carrier
    using (true);
create policy cycle_worker on cycle to {city}_worker
    using (true)
    with check (true);
create policy cycle_definer on cycle for select to {city}_definer
    using (true);
create policy cycle_guard on cycle for select to {city}_guard
    using (true);
