-- Tenant: follows the assignments until the close.
alter table appraisal_segment enable row level security;
alter table appraisal_segment force row level security;

revoke all on appraisal_segment from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_segment to {city}_agency;
grant select, insert, update (valid, rater_nip, title, position_level, post_id) on appraisal_segment to {city}_pool;
grant select on appraisal_segment to {city}_personnel;
grant select, insert on appraisal_segment to {city}_mover;

drop policy if exists appraisal_segment_agency on appraisal_segment;
create policy appraisal_segment_agency on appraisal_segment for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_segment_pool on appraisal_segment;
create policy appraisal_segment_pool on appraisal_segment to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_segment_personnel on appraisal_segment;
create policy appraisal_segment_personnel on appraisal_segment for select to {city}_personnel
    using (true);
drop policy if exists appraisal_segment_mover on appraisal_segment;
create policy appraisal_segment_mover on appraisal_segment to {city}_mover
    using (true)
    with check (true);
