-- Tenant, append-only.
alter table organisation_rating enable row level security;
alter table organisation_rating force row level security;

revoke all on organisation_rating from public, {groups};
grant select on organisation_rating to {city}_window;
grant select, insert (agency_id, cycle_id, org_unit_id, rating, document_number, recorded_at) on organisation_rating
    to {city}_pool;
grant select on organisation_rating to {city}_personnel;

create policy organisation_rating_window on organisation_rating for select to {city}_window
    using (agency_id = {login_agency});
create policy organisation_rating_pool on organisation_rating to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy organisation_rating_personnel on organisation_rating for select to {city}_personnel
    using (true);
