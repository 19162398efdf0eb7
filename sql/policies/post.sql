-- Tenant.
alter table post enable row level security;
alter table post force row level security;

revoke all on post from public, {groups};
grant select on post to {city}_window;
grant select, insert (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity, is_critical),
    update (title, position_level, echelon, job_class, is_critical) on post to {city}_pool;
grant select on post to {city}_appraiser;
grant select on post to {city}_personnel;
grant select, insert (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity, is_critical,
    since), update (org_unit_id, is_critical, since) on post to {city}_carrier;
grant select on post to {city}_guard;

create policy post_window on post for select to {city}_window
    using (agency_id = {login_agency});
create policy post_pool on post to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy post_appraiser on post for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy post_personnel on post for select to {city}_personnel
    using (true);
create policy post_carrier on post to {city}_carrier
    using (true)
    with check (true);
create policy post_guard on post for select to {city}_guard
    using (true);
