-- Tenant.
alter table assignment enable row level security;
alter table assignment force row level security;

revoke all on assignment from public, {groups};
grant select on assignment to {city}_window;
grant select, insert (agency_id, employment_id, post_id, kind, valid, decree_number, decree_date),
    update (post_id, kind, valid, held_since, decree_number, decree_date) on assignment to {city}_pool;
grant select, update (valid) on assignment to {city}_appraiser;
grant select on assignment to {city}_personnel;
grant select, insert (agency_id, employment_id, post_id, kind, valid, decree_number, decree_date, held_since),
    update (valid) on assignment to {city}_carrier;
grant select on assignment to {city}_guard;

create policy assignment_window on assignment for select to {city}_window
    using (agency_id = {login_agency});
create policy assignment_pool on assignment to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy assignment_appraiser on assignment to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy assignment_personnel on assignment for select to {city}_personnel
    using (true);
create policy assignment_carrier on assignment to {city}_carrier
    using (true)
    with check (true);
create policy assignment_guard on assignment for select to {city}_guard
    using (true);
