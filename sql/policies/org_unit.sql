-- Tenant.
alter table org_unit enable row level security;
alter table org_unit force row level security;

revoke all on org_unit from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on org_unit to {city}_agency;
grant select, insert, update (name, parent_siasn_id) on org_unit to {city}_pool;
grant select on org_unit to {city}_personnel;
grant select, insert on org_unit to {city}_mover;

drop policy if exists org_unit_agency on org_unit;
create policy org_unit_agency on org_unit for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists org_unit_pool on org_unit;
create policy org_unit_pool on org_unit to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists org_unit_personnel on org_unit;
create policy org_unit_personnel on org_unit for select to {city}_personnel
    using (true);
drop policy if exists org_unit_mover on org_unit;
create policy org_unit_mover on org_unit to {city}_mover
    using (true)
    with check (true);
