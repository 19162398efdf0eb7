-- Tenant, append-only: written by the trigger keep_person_history.
alter table person_history enable row level security;
alter table person_history force row level security;

revoke all on person_history from public, {groups};
grant select on person_history to {city}_window;
grant select on person_history to {city}_pool;
grant select on person_history to {city}_appraiser;
grant select on person_history to {city}_personnel;
grant select on person_history to {city}_carrier;
grant select, insert (agency_id, person_id, replaced_at, former) on person_history to {city}_guard;

create policy person_history_window on person_history for select to {city}_window
    using (agency_id = {login_agency});
create policy person_history_pool on person_history for select to {city}_pool
    using (agency_id = {pool_agency});
create policy person_history_appraiser on person_history for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy person_history_personnel on person_history for select to {city}_personnel
    using (true);
create policy person_history_carrier on person_history for select to {city}_carrier
    using (true);
create policy person_history_guard on person_history to {city}_guard
    using (true)
    with check (true);
