-- Tenant, append-only: an event is undone by a further one. Only record_service_event and its kin add one.
alter table service_event enable row level security;
alter table service_event force row level security;

revoke all on service_event from public, {groups};
grant select on service_event to {city}_window;
grant select on service_event to {city}_pool;
grant select, insert (agency_id, employment_id, kind, valid_from, legal_standing, document_number, document_date,
    ended_assignments, ended_until, undoes, former_status, recorded_by) on service_event to {city}_appraiser;
grant select on service_event to {city}_personnel;

create policy service_event_window on service_event for select to {city}_window
    using (agency_id = {login_agency});
create policy service_event_pool on service_event for select to {city}_pool
    using (agency_id = {pool_agency});
create policy service_event_appraiser on service_event to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy service_event_personnel on service_event for select to {city}_personnel
    using (true);
