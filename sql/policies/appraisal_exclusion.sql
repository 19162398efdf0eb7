-- Tenant, append-only.
alter table appraisal_exclusion enable row level security;
alter table appraisal_exclusion force row level security;

revoke all on appraisal_exclusion from public, {groups};
grant select on appraisal_exclusion to {city}_window;
grant select on appraisal_exclusion to {city}_pool;
grant select, insert, update (lifted_at) on appraisal_exclusion to {city}_appraiser;
grant select on appraisal_exclusion to {city}_personnel;
grant select, insert on appraisal_exclusion to {city}_carrier;

create policy appraisal_exclusion_window on appraisal_exclusion for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_exclusion_pool on appraisal_exclusion for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_exclusion_appraiser on appraisal_exclusion to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_exclusion_personnel on appraisal_exclusion for select to {city}_personnel
    using (true);
create policy appraisal_exclusion_carrier on appraisal_exclusion to {city}_carrier
    using (true)
    with check (true);
