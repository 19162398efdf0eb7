-- Tenant, append-only: filled by the worker in the agency's scope; a move takes along what is not closed.
alter table appraisal enable row level security;
alter table appraisal force row level security;

revoke all on appraisal from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal to {city}_agency;
grant select, insert on appraisal to {city}_pool;
grant select on appraisal to {city}_personnel;
grant select, insert on appraisal to {city}_mover;

drop policy if exists appraisal_agency on appraisal;
create policy appraisal_agency on appraisal for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_pool on appraisal;
create policy appraisal_pool on appraisal to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_personnel on appraisal;
create policy appraisal_personnel on appraisal for select to {city}_personnel
    using (true);
drop policy if exists appraisal_mover on appraisal;
create policy appraisal_mover on appraisal to {city}_mover
    using (true)
    with check (true);
