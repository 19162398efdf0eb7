-- Tenant, append-only: filled by the worker in the agency's scope; a later version supersedes.
alter table appraisal_score enable row level security;
alter table appraisal_score force row level security;

revoke all on appraisal_score from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_score to {city}_agency;
grant select, insert, update (superseded) on appraisal_score to {city}_pool;
grant select on appraisal_score to {city}_personnel;

drop policy if exists appraisal_score_agency on appraisal_score;
create policy appraisal_score_agency on appraisal_score for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_score_pool on appraisal_score;
create policy appraisal_score_pool on appraisal_score to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_score_personnel on appraisal_score;
create policy appraisal_score_personnel on appraisal_score for select to {city}_personnel
    using (true);
