-- Tenant, append-only: filled by the worker in the agency's scope; a move takes along appraisals that are not closed.
alter table appraisal enable row level security;
alter table appraisal force row level security;

revoke all on appraisal from public, {groups};
grant select on appraisal to {city}_window;
grant select on appraisal to {city}_pool;
grant select, insert on appraisal to {city}_appraiser;
grant select on appraisal to {city}_personnel;
grant select, insert on appraisal to {city}_carrier;
grant select on appraisal to {city}_guard;

create policy appraisal_window on appraisal for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_pool on appraisal for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_appraiser on appraisal to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_personnel on appraisal for select to {city}_personnel
    using (true);
create policy appraisal_carrier on appraisal to {city}_carrier
    using (true)
    with check (true);
create policy appraisal_guard on appraisal for select to {city}_guard
    using (true);
