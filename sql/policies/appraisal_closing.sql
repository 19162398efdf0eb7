-- Tenant, append-only: filled by the worker in the agency's scope; a later version supersedes.
alter table appraisal_closing enable row level security;
alter table appraisal_closing force row level security;

revoke all on appraisal_closing from public, {groups};
grant select on appraisal_closing to {city}_window;
grant select on appraisal_closing to {city}_pool;
grant select, insert, update (superseded) on appraisal_closing to {city}_appraiser;
grant select on appraisal_closing to {city}_personnel;
grant select on appraisal_closing to {city}_carrier;
grant select on appraisal_closing to {city}_guard;

create policy appraisal_closing_window on appraisal_closing for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_closing_pool on appraisal_closing for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_closing_appraiser on appraisal_closing to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_closing_personnel on appraisal_closing for select to {city}_personnel
    using (true);
create policy appraisal_closing_carrier on appraisal_closing to {city}_carrier
    using (true)
    with check (true);
create policy appraisal_closing_guard on appraisal_closing for select to {city}_guard
    using (true);
