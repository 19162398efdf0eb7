-- Tenant, append-only.
alter table appraisal_revision enable row level security;
alter table appraisal_revision force row level security;

revoke all on appraisal_revision from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_revision to {city}_agency;
grant select, insert on appraisal_revision to {city}_pool;
grant select on appraisal_revision to {city}_personnel;

drop policy if exists appraisal_revision_agency on appraisal_revision;
create policy appraisal_revision_agency on appraisal_revision for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_revision_pool on appraisal_revision;
create policy appraisal_revision_pool on appraisal_revision to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_revision_personnel on appraisal_revision;
create policy appraisal_revision_personnel on appraisal_revision for select to {city}_personnel
    using (true);
