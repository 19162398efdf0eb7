-- Tenant.
alter table assignment enable row level security;
alter table assignment force row level security;

revoke all on assignment from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on assignment to {city}_agency;
grant select, insert, update (valid, decree_number, decree_date) on assignment to {city}_pool;
grant select on assignment to {city}_personnel;
grant select, insert, update (valid) on assignment to {city}_mover;

drop policy if exists assignment_agency on assignment;
create policy assignment_agency on assignment for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists assignment_pool on assignment;
create policy assignment_pool on assignment to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists assignment_personnel on assignment;
create policy assignment_personnel on assignment for select to {city}_personnel
    using (true);
drop policy if exists assignment_mover on assignment;
create policy assignment_mover on assignment to {city}_mover
    using (true)
    with check (true);
