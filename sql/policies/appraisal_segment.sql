-- Tenant: follows the assignments until the close.
alter table appraisal_segment enable row level security;
alter table appraisal_segment force row level security;

revoke all on appraisal_segment from public, {groups};
grant select on appraisal_segment to {city}_window;
grant select on appraisal_segment to {city}_pool;
grant select, insert, update (valid, rater_nip, title, position_level, post_id) on appraisal_segment to
    {city}_appraiser;
grant select on appraisal_segment to {city}_personnel;
grant select, insert on appraisal_segment to {city}_carrier;
grant select on appraisal_segment to {city}_guard;

create policy appraisal_segment_window on appraisal_segment for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_segment_pool on appraisal_segment for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_segment_appraiser on appraisal_segment to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_segment_personnel on appraisal_segment for select to {city}_personnel
    using (true);
create policy appraisal_segment_carrier on appraisal_segment to {city}_carrier
    using (true)
    with check (true);
create policy appraisal_segment_guard on appraisal_segment for select to {city}_guard
    using (true);
