-- Tenant, append-only: a trigger of the guard's keeps what was true before a change.
alter table org_unit_former enable row level security;
alter table org_unit_former force row level security;

revoke all on org_unit_former from public, {groups};
grant select on org_unit_former to {city}_window;
grant select on org_unit_former to {city}_pool;
grant select on org_unit_former to {city}_appraiser;
grant select on org_unit_former to {city}_personnel;
grant select on org_unit_former to {city}_carrier;
grant select, insert (agency_id, org_unit_id, valid, name, parent_siasn_id) on org_unit_former to {city}_guard;

create policy org_unit_former_window on org_unit_former for select to {city}_window
    using (agency_id = {login_agency});
create policy org_unit_former_pool on org_unit_former for select to {city}_pool
    using (agency_id = {pool_agency});
create policy org_unit_former_appraiser on org_unit_former for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy org_unit_former_personnel on org_unit_former for select to {city}_personnel
    using (true);
create policy org_unit_former_carrier on org_unit_former for select to {city}_carrier
    using (true);
create policy org_unit_former_guard on org_unit_former to {city}_guard
    using (true)
    with check (true);
