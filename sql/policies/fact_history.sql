-- Tenant, append-only: written by the triggers keep_assignment_history and keep_post_history.
alter table fact_history enable row level security;
alter table fact_history force row level security;

revoke all on fact_history from public, {groups};
grant select on fact_history to {city}_window;
grant select on fact_history to {city}_pool;
grant select on fact_history to {city}_personnel;
grant insert (agency_id, fact, fact_id, employment_id, replaced_at, former) on fact_history to {city}_guard;

create policy fact_history_window on fact_history for select to {city}_window
    using (agency_id = {login_agency});
create policy fact_history_pool on fact_history for select to {city}_pool
    using (agency_id = {pool_agency});
create policy fact_history_personnel on fact_history for select to {city}_personnel
    using (true);
create policy fact_history_guard on fact_history for insert to {city}_guard
    with check (true);
