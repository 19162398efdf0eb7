-- Tenant.
alter table assessment_result enable row level security;
alter table assessment_result force row level security;

revoke all on assessment_result from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on assessment_result to {city}_agency;
grant select, insert, update (score) on assessment_result to {city}_pool;
grant select on assessment_result to {city}_personnel;

drop policy if exists assessment_result_agency on assessment_result;
create policy assessment_result_agency on assessment_result for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists assessment_result_pool on assessment_result;
create policy assessment_result_pool on assessment_result to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists assessment_result_personnel on assessment_result;
create policy assessment_result_personnel on assessment_result for select to {city}_personnel
    using (true);
