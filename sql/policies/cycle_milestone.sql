-- Tenant, append-only.
alter table cycle_milestone enable row level security;
alter table cycle_milestone force row level security;

revoke all on cycle_milestone from public, {groups};
grant select on cycle_milestone to {city}_window;
grant select on cycle_milestone to {city}_pool;
grant select, insert on cycle_milestone to {city}_appraiser;
grant select on cycle_milestone to {city}_personnel;
grant select on cycle_milestone to {city}_guard;

create policy cycle_milestone_window on cycle_milestone for select to {city}_window
    using (agency_id = {login_agency});
create policy cycle_milestone_pool on cycle_milestone for select to {city}_pool
    using (agency_id = {pool_agency});
create policy cycle_milestone_appraiser on cycle_milestone to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy cycle_milestone_personnel on cycle_milestone for select to {city}_personnel
    using (true);
create policy cycle_milestone_guard on cycle_milestone for select to {city}_guard
    using (true);
