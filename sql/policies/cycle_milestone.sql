-- Tenant, append-only.
alter table cycle_milestone enable row level security;
alter table cycle_milestone force row level security;

revoke all on cycle_milestone from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on cycle_milestone to {city}_agency;
grant select, insert on cycle_milestone to {city}_pool;
grant select on cycle_milestone to {city}_personnel;

drop policy if exists cycle_milestone_agency on cycle_milestone;
create policy cycle_milestone_agency on cycle_milestone for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists cycle_milestone_pool on cycle_milestone;
create policy cycle_milestone_pool on cycle_milestone to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists cycle_milestone_personnel on cycle_milestone;
create policy cycle_milestone_personnel on cycle_milestone for select to {city}_personnel
    using (true);
