-- Append-only: written by the functions of {city}_audit alone. The worker takes the seals to where nobody can change them.
alter table audit_seal enable row level security;
alter table audit_seal force row level security;

revoke all on audit_seal from public, {city}_owner, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_audit;
grant select on audit_seal to {city}_agency;
grant select on audit_seal to {city}_pool;
grant select on audit_seal to {city}_personnel;
grant select on audit_seal to {city}_worker;
grant select on audit_seal to {city}_auditor;
grant select, insert on audit_seal to {city}_audit;

drop policy if exists audit_seal_agency on audit_seal;
create policy audit_seal_agency on audit_seal for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists audit_seal_pool on audit_seal;
create policy audit_seal_pool on audit_seal for select to {city}_pool
    using (agency_id = {pool_agency});
drop policy if exists audit_seal_personnel on audit_seal;
create policy audit_seal_personnel on audit_seal for select to {city}_personnel
    using (true);
drop policy if exists audit_seal_worker on audit_seal;
create policy audit_seal_worker on audit_seal for select to {city}_worker
    using (true);
drop policy if exists audit_seal_auditor on audit_seal;
create policy audit_seal_auditor on audit_seal for select to {city}_auditor
    using (true);
drop policy if exists audit_seal_audit on audit_seal;
create policy audit_seal_audit on audit_seal to {city}_audit
    using (true)
    with check (true);
