-- Tenant, append-only.
alter table evidence_register enable row level security;
alter table evidence_register force row level security;

revoke all on evidence_register from public, {groups};
grant select on evidence_register to {city}_window;
grant select, insert on evidence_register to {city}_pool;
grant select on evidence_register to {city}_appraiser;
grant select on evidence_register to {city}_personnel;

create policy evidence_register_window on evidence_register for select to {city}_window
    using (agency_id = {login_agency});
create policy evidence_register_pool on evidence_register to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy evidence_register_appraiser on evidence_register for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy evidence_register_personnel on evidence_register for select to {city}_personnel
    using (true);
