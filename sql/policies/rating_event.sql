-- Tenant, append-only: an agency rates its own people. The database sets number and time and, for an agency, the
-- source.
alter table rating_event enable row level security;
alter table rating_event force row level security;

revoke all on rating_event from public, {groups};
grant insert (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment) on rating_event
    to {city}_agency;
grant select on rating_event to {city}_window;
grant select, insert (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source)
    on rating_event to {city}_pool;
grant select on rating_event to {city}_appraiser;
grant select on rating_event to {city}_personnel;
grant select, insert (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source)
    on rating_event to {city}_carrier;
grant select on rating_event to {city}_guard;

create policy rating_event_agency on rating_event for insert to {city}_agency
    with check (agency_id = {login_agency});
create policy rating_event_window on rating_event for select to {city}_window
    using (agency_id = {login_agency});
create policy rating_event_pool on rating_event to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy rating_event_appraiser on rating_event for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy rating_event_personnel on rating_event for select to {city}_personnel
    using (true);
create policy rating_event_carrier on rating_event to {city}_carrier
    using (true)
    with check (true);
create policy rating_event_guard on rating_event for select to {city}_guard
    using (true);
