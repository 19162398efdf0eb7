-- Tenant, append-only: written by the trigger keep_person_history.
alter table person_history enable row level security;
alter table person_history force row level security;

revoke all on person_history from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on person_history to {city}_agency;
grant select, insert on person_history to {city}_pool;
grant select on person_history to {city}_personnel;
grant select, insert on person_history to {city}_mover;

drop policy if exists person_history_agency on person_history;
create policy person_history_agency on person_history for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists person_history_pool on person_history;
create policy person_history_pool on person_history to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists person_history_personnel on person_history;
create policy person_history_personnel on person_history for select to {city}_personnel
    using (true);
drop policy if exists person_history_mover on person_history;
create policy person_history_mover on person_history to {city}_mover
    using (true)
    with check (true);
