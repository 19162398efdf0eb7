-- Tenant, append-only: an agency rates its own people. Number, time and, for an agency, source are the database's to give.
alter table rating_event enable row level security;
alter table rating_event force row level security;

revoke all on rating_event from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select, insert (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment)
    on rating_event to {city}_agency;
grant select, insert (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source)
    on rating_event to {city}_pool;
grant select on rating_event to {city}_personnel;
grant select, insert (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source)
    on rating_event to {city}_mover;

drop policy if exists rating_event_agency on rating_event;
create policy rating_event_agency on rating_event to {city}_agency
    using (agency_id = {login_agency})
    with check (agency_id = {login_agency});
drop policy if exists rating_event_pool on rating_event;
create policy rating_event_pool on rating_event to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists rating_event_personnel on rating_event;
create policy rating_event_personnel on rating_event for select to {city}_personnel
    using (true);
drop policy if exists rating_event_mover on rating_event;
create policy rating_event_mover on rating_event to {city}_mover
    using (true)
    with check (true);
