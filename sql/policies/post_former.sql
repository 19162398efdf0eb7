-- Tenant, append-only: a trigger of the guard's keeps what was true before a change.
alter table post_former enable row level security;
alter table post_former force row level security;

revoke all on post_former from public, {groups};
grant select on post_former to {city}_window;
grant select on post_former to {city}_pool;
grant select on post_former to {city}_appraiser;
grant select on post_former to {city}_personnel;
grant select on post_former to {city}_carrier;
grant select, insert (agency_id, post_id, valid, org_unit_id) on post_former to {city}_guard;

create policy post_former_window on post_former for select to {city}_window
    using (agency_id = {login_agency});
create policy post_former_pool on post_former for select to {city}_pool
    using (agency_id = {pool_agency});
create policy post_former_appraiser on post_former for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy post_former_personnel on post_former for select to {city}_personnel
    using (true);
create policy post_former_carrier on post_former for select to {city}_carrier
    using (true);
create policy post_former_guard on post_former to {city}_guard
    using (true)
    with check (true);
