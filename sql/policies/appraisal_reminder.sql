-- Tenant, append-only.
alter table appraisal_reminder enable row level security;
alter table appraisal_reminder force row level security;

revoke all on appraisal_reminder from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_reminder to {city}_agency;
grant select, insert on appraisal_reminder to {city}_pool;
grant select on appraisal_reminder to {city}_personnel;

drop policy if exists appraisal_reminder_agency on appraisal_reminder;
create policy appraisal_reminder_agency on appraisal_reminder for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_reminder_pool on appraisal_reminder;
create policy appraisal_reminder_pool on appraisal_reminder to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_reminder_personnel on appraisal_reminder;
create policy appraisal_reminder_personnel on appraisal_reminder for select to {city}_personnel
    using (true);
