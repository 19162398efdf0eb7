-- Tenant.
alter table org_unit enable row level security;
alter table org_unit force row level security;

revoke all on org_unit from public, {groups};
grant select on org_unit to {city}_window;
grant select, insert (agency_id, siasn_id, parent_siasn_id, name, since), update (name, parent_siasn_id, since)
    on org_unit to {city}_pool;
grant select on org_unit to {city}_appraiser;
grant select on org_unit to {city}_personnel;
grant select, insert (agency_id, siasn_id, parent_siasn_id, name, began_on, since),
    update (name, parent_siasn_id, since, ended_on) on org_unit to {city}_carrier;
grant select on org_unit to {city}_guard;

create policy org_unit_window on org_unit for select to {city}_window
    using (agency_id = {login_agency});
create policy org_unit_pool on org_unit to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy org_unit_appraiser on org_unit for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy org_unit_personnel on org_unit for select to {city}_personnel
    using (true);
create policy org_unit_carrier on org_unit to {city}_carrier
    using (true)
    with check (true);
create policy org_unit_guard on org_unit for select to {city}_guard
    using (true);
