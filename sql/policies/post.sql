-- Tenant.
alter table post enable row level security;
alter table post force row level security;

revoke all on post from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on post to {city}_agency;
grant select, insert, update (position_level, echelon, job_class, capacity, is_critical) on post to {city}_pool;
grant select on post to {city}_personnel;
grant select, insert, update (capacity) on post to {city}_mover;

drop policy if exists post_agency on post;
create policy post_agency on post for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists post_pool on post;
create policy post_pool on post to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists post_personnel on post;
create policy post_personnel on post for select to {city}_personnel
    using (true);
drop policy if exists post_mover on post;
create policy post_mover on post to {city}_mover
    using (true)
    with check (true);
