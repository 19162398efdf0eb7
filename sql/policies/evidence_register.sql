-- Tenant, append-only.
alter table evidence_register enable row level security;
alter table evidence_register force row level security;

revoke all on evidence_register from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on evidence_register to {city}_agency;
grant select, insert on evidence_register to {city}_pool;
grant select on evidence_register to {city}_personnel;
grant select on evidence_register to {city}_mover;

drop policy if exists evidence_register_agency on evidence_register;
create policy evidence_register_agency on evidence_register for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists evidence_register_pool on evidence_register;
create policy evidence_register_pool on evidence_register to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists evidence_register_personnel on evidence_register;
create policy evidence_register_personnel on evidence_register for select to {city}_personnel
    using (true);
drop policy if exists evidence_register_mover on evidence_register;
create policy evidence_register_mover on evidence_register to {city}_mover
    using (true)
    with check (true);
