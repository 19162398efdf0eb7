-- Tenant, append-only.
alter table appraisal_exclusion enable row level security;
alter table appraisal_exclusion force row level security;

revoke all on appraisal_exclusion from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_exclusion to {city}_agency;
grant select, insert on appraisal_exclusion to {city}_pool;
grant select on appraisal_exclusion to {city}_personnel;
grant select, insert on appraisal_exclusion to {city}_mover;

drop policy if exists appraisal_exclusion_agency on appraisal_exclusion;
create policy appraisal_exclusion_agency on appraisal_exclusion for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_exclusion_pool on appraisal_exclusion;
create policy appraisal_exclusion_pool on appraisal_exclusion to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_exclusion_personnel on appraisal_exclusion;
create policy appraisal_exclusion_personnel on appraisal_exclusion for select to {city}_personnel
    using (true);
drop policy if exists appraisal_exclusion_mover on appraisal_exclusion;
create policy appraisal_exclusion_mover on appraisal_exclusion to {city}_mover
    using (true)
    with check (true);
