-- Tenant, append-only: filled by the worker in the agency's scope; a later version supersedes.
alter table talent_placement enable row level security;
alter table talent_placement force row level security;

revoke all on talent_placement from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on talent_placement to {city}_agency;
grant select, insert, update (superseded) on talent_placement to {city}_pool;
grant select on talent_placement to {city}_personnel;

drop policy if exists talent_placement_agency on talent_placement;
create policy talent_placement_agency on talent_placement for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists talent_placement_pool on talent_placement;
create policy talent_placement_pool on talent_placement to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists talent_placement_personnel on talent_placement;
create policy talent_placement_personnel on talent_placement for select to {city}_personnel
    using (true);
