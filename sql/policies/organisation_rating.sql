-- Tenant, append-only.
alter table organisation_rating enable row level security;
alter table organisation_rating force row level security;

revoke all on organisation_rating from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on organisation_rating to {city}_agency;
grant select, insert on organisation_rating to {city}_pool;
grant select on organisation_rating to {city}_personnel;

drop policy if exists organisation_rating_agency on organisation_rating;
create policy organisation_rating_agency on organisation_rating for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists organisation_rating_pool on organisation_rating;
create policy organisation_rating_pool on organisation_rating to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists organisation_rating_personnel on organisation_rating;
create policy organisation_rating_personnel on organisation_rating for select to {city}_personnel
    using (true);
