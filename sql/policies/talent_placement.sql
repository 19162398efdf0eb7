-- Tenant, append-only: filled by the worker in the agency's scope; a later version supersedes.
alter table talent_placement enable row level security;
alter table talent_placement force row level security;

revoke all on talent_placement from public, {groups};
grant select on talent_placement to {city}_window;
grant select on talent_placement to {city}_pool;
grant select, insert, update (superseded) on talent_placement to {city}_appraiser;
grant select on talent_placement to {city}_personnel;

create policy talent_placement_window on talent_placement for select to {city}_window
    using (agency_id = {login_agency});
create policy talent_placement_pool on talent_placement for select to {city}_pool
    using (agency_id = {pool_agency});
create policy talent_placement_appraiser on talent_placement to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy talent_placement_personnel on talent_placement for select to {city}_personnel
    using (true);
