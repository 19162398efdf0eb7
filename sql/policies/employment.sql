-- Tenant. {city}_definer counts the people who serve in an agency that is about to be closed.
alter table employment enable row level security;
alter table employment force row level security;

revoke all on employment from public, {groups};
grant select on employment to {city}_window;
grant select, insert (agency_id, person_id, valid), update (valid) on employment to {city}_pool;
grant select, insert (agency_id, person_id, valid), update (valid) on employment to {city}_appraiser;
grant select on employment to {city}_personnel;
grant select, insert (agency_id, person_id, valid), update (valid) on employment to {city}_carrier;
grant select (agency_id, person_id, valid) on employment to {city}_definer;
grant select on employment to {city}_guard;

create policy employment_window on employment for select to {city}_window
    using (agency_id = {login_agency});
create policy employment_pool on employment to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy employment_appraiser on employment to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy employment_personnel on employment for select to {city}_personnel
    using (true);
create policy employment_carrier on employment to {city}_carrier
    using (true)
    with check (true);
create policy employment_definer on employment for select to {city}_definer
    using (true);
create policy employment_guard on employment for select to {city}_guard
    using (true);
