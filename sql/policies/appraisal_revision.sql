-- Tenant, append-only.
alter table appraisal_revision enable row level security;
alter table appraisal_revision force row level security;

revoke all on appraisal_revision from public, {groups};
grant select on appraisal_revision to {city}_window;
grant select on appraisal_revision to {city}_pool;
grant select, insert on appraisal_revision to {city}_appraiser;
grant select on appraisal_revision to {city}_personnel;
grant select on appraisal_revision to {city}_guard;

create policy appraisal_revision_window on appraisal_revision for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_revision_pool on appraisal_revision for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_revision_appraiser on appraisal_revision to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_revision_personnel on appraisal_revision for select to {city}_personnel
    using (true);
create policy appraisal_revision_guard on appraisal_revision for select to {city}_guard
    using (true);
