-- Tenant, append-only: written by the functions that reorganise.
alter table org_unit_event enable row level security;
alter table org_unit_event force row level security;

revoke all on org_unit_event from public, {groups};
grant select on org_unit_event to {city}_window;
grant select on org_unit_event to {city}_pool;
grant select on org_unit_event to {city}_personnel;
grant select, insert (agency_id, org_unit_id, kind, valid_from, other_org_unit_id, decree_number, recorded_by)
    on org_unit_event to {city}_carrier;

create policy org_unit_event_window on org_unit_event for select to {city}_window
    using (agency_id = {login_agency});
create policy org_unit_event_pool on org_unit_event for select to {city}_pool
    using (agency_id = {pool_agency});
create policy org_unit_event_personnel on org_unit_event for select to {city}_personnel
    using (true);
create policy org_unit_event_carrier on org_unit_event to {city}_carrier
    using (true)
    with check (true);
