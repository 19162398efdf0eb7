-- Tenant, append-only.
alter table objection_decision enable row level security;
alter table objection_decision force row level security;

revoke all on objection_decision from public, {groups};
grant select on objection_decision to {city}_window;
grant select on objection_decision to {city}_pool;
grant select, insert on objection_decision to {city}_appraiser;
grant select on objection_decision to {city}_personnel;
grant select on objection_decision to {city}_guard;

create policy objection_decision_window on objection_decision for select to {city}_window
    using (agency_id = {login_agency});
create policy objection_decision_pool on objection_decision for select to {city}_pool
    using (agency_id = {pool_agency});
create policy objection_decision_appraiser on objection_decision to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy objection_decision_personnel on objection_decision for select to {city}_personnel
    using (true);
create policy objection_decision_guard on objection_decision for select to {city}_guard
    using (true);
