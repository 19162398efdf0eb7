-- Tenant, append-only.
alter table appraisal_reminder enable row level security;
alter table appraisal_reminder force row level security;

revoke all on appraisal_reminder from public, {groups};
grant select on appraisal_reminder to {city}_window;
grant select on appraisal_reminder to {city}_pool;
grant select, insert on appraisal_reminder to {city}_appraiser;
grant select on appraisal_reminder to {city}_personnel;

create policy appraisal_reminder_window on appraisal_reminder for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_reminder_pool on appraisal_reminder for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_reminder_appraiser on appraisal_reminder to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_reminder_personnel on appraisal_reminder for select to {city}_personnel
    using (true);
