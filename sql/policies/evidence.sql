-- Tenant, append-only; taken back by a date. It goes along with its person.
alter table evidence enable row level security;
alter table evidence force row level security;

revoke all on evidence from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on evidence to {city}_agency;
grant select, insert, update (withdrawn_at) on evidence to {city}_pool;
grant select on evidence to {city}_personnel;
grant select, insert on evidence to {city}_mover;

drop policy if exists evidence_agency on evidence;
create policy evidence_agency on evidence for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists evidence_pool on evidence;
create policy evidence_pool on evidence to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists evidence_personnel on evidence;
create policy evidence_personnel on evidence for select to {city}_personnel
    using (true);
drop policy if exists evidence_mover on evidence;
create policy evidence_mover on evidence to {city}_mover
    using (true)
    with check (true);
