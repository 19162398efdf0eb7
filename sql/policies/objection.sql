-- Tenant, append-only.
alter table objection enable row level security;
alter table objection force row level security;

revoke all on objection from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on objection to {city}_agency;
grant select, insert (agency_id, cycle_id, employment_id, filed_on, filed_for, grounds, deadline) on objection to {city}_pool;
grant select on objection to {city}_personnel;

drop policy if exists objection_agency on objection;
create policy objection_agency on objection for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists objection_pool on objection;
create policy objection_pool on objection to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists objection_personnel on objection;
create policy objection_personnel on objection for select to {city}_personnel
    using (true);
