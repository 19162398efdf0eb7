-- Tenant, append-only.
alter table objection enable row level security;
alter table objection force row level security;

revoke all on objection from public, {groups};
grant select on objection to {city}_window;
grant select, insert (agency_id, cycle_id, employment_id, filed_on, filed_for, grounds, deadline) on objection to
    {city}_pool;
grant select on objection to {city}_appraiser;
grant select on objection to {city}_personnel;
grant select on objection to {city}_guard;

create policy objection_window on objection for select to {city}_window
    using (agency_id = {login_agency});
create policy objection_pool on objection to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy objection_appraiser on objection for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy objection_personnel on objection for select to {city}_personnel
    using (true);
create policy objection_guard on objection for select to {city}_guard
    using (true);
