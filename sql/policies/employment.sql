-- Tenant. {city}_definer counts who serves in an agency that is to be closed.
alter table employment enable row level security;
alter table employment force row level security;

revoke all on employment from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_definer;
grant select on employment to {city}_agency;
grant select, insert, update (valid) on employment to {city}_pool;
grant select on employment to {city}_personnel;
grant select, insert, update (valid) on employment to {city}_mover;
grant select (agency_id, person_id, valid) on employment to {city}_definer;

drop policy if exists employment_agency on employment;
create policy employment_agency on employment for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists employment_pool on employment;
create policy employment_pool on employment to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists employment_personnel on employment;
create policy employment_personnel on employment for select to {city}_personnel
    using (true);
drop policy if exists employment_mover on employment;
create policy employment_mover on employment to {city}_mover
    using (true)
    with check (true);
drop policy if exists employment_definer on employment;
create policy employment_definer on employment for select to {city}_definer
    using (true);
