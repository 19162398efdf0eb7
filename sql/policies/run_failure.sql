-- Tenant, append-only.
alter table run_failure enable row level security;
alter table run_failure force row level security;

revoke all on run_failure from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on run_failure to {city}_agency;
grant select, insert on run_failure to {city}_pool;
grant select on run_failure to {city}_personnel;

drop policy if exists run_failure_agency on run_failure;
create policy run_failure_agency on run_failure for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists run_failure_pool on run_failure;
create policy run_failure_pool on run_failure to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists run_failure_personnel on run_failure;
create policy run_failure_personnel on run_failure for select to {city}_personnel
    using (true);
