-- Tenant, append-only: filled by the worker in the agency's scope; a later version supersedes.
alter table appraisal_closing enable row level security;
alter table appraisal_closing force row level security;

revoke all on appraisal_closing from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_closing to {city}_agency;
grant select, insert, update (superseded) on appraisal_closing to {city}_pool;
grant select on appraisal_closing to {city}_personnel;
grant select on appraisal_closing to {city}_mover;

drop policy if exists appraisal_closing_agency on appraisal_closing;
create policy appraisal_closing_agency on appraisal_closing for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_closing_pool on appraisal_closing;
create policy appraisal_closing_pool on appraisal_closing to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_closing_personnel on appraisal_closing;
create policy appraisal_closing_personnel on appraisal_closing for select to {city}_personnel
    using (true);
drop policy if exists appraisal_closing_mover on appraisal_closing;
create policy appraisal_closing_mover on appraisal_closing to {city}_mover
    using (true)
    with check (true);
