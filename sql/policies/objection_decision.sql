-- Tenant, append-only.
alter table objection_decision enable row level security;
alter table objection_decision force row level security;

revoke all on objection_decision from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on objection_decision to {city}_agency;
grant select, insert on objection_decision to {city}_pool;
grant select on objection_decision to {city}_personnel;

drop policy if exists objection_decision_agency on objection_decision;
create policy objection_decision_agency on objection_decision for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists objection_decision_pool on objection_decision;
create policy objection_decision_pool on objection_decision to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists objection_decision_personnel on objection_decision;
create policy objection_decision_personnel on objection_decision for select to {city}_personnel
    using (true);
