-- Tenant. A standard stays; a later day brings the next one.
alter table competency_standard enable row level security;
alter table competency_standard force row level security;

revoke all on competency_standard from public, {groups};
grant select on competency_standard to {city}_window;
grant select, insert, update (valid_to, level, document_number) on competency_standard to {city}_pool;
grant select on competency_standard to {city}_appraiser;
grant select on competency_standard to {city}_personnel;
grant select, insert on competency_standard to {city}_carrier;

create policy competency_standard_window on competency_standard for select to {city}_window
    using (agency_id = {login_agency});
create policy competency_standard_pool on competency_standard to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy competency_standard_appraiser on competency_standard for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy competency_standard_personnel on competency_standard for select to {city}_personnel
    using (true);
create policy competency_standard_carrier on competency_standard to {city}_carrier
    using (true)
    with check (true);
