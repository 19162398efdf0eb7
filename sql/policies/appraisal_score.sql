-- Tenant, append-only: filled by the worker in the agency's scope; a later version supersedes.
alter table appraisal_score enable row level security;
alter table appraisal_score force row level security;

revoke all on appraisal_score from public, {groups};
grant select on appraisal_score to {city}_window;
grant select on appraisal_score to {city}_pool;
grant select, insert, update (superseded) on appraisal_score to {city}_appraiser;
grant select on appraisal_score to {city}_personnel;
grant select on appraisal_score to {city}_guard;

create policy appraisal_score_window on appraisal_score for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_score_pool on appraisal_score for select to {city}_pool
    using (agency_id = {pool_agency});
create policy appraisal_score_appraiser on appraisal_score to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_score_personnel on appraisal_score for select to {city}_personnel
    using (true);
create policy appraisal_score_guard on appraisal_score for select to {city}_guard
    using (true);
