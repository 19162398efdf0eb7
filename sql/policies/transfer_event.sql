-- Tenant, append-only.
alter table transfer_event enable row level security;
alter table transfer_event force row level security;

revoke all on transfer_event from public, {groups};
grant select on transfer_event to {city}_personnel;
grant select, insert (agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on,
    document_number, document_date, note) on transfer_event to {city}_carrier;

create policy transfer_event_personnel on transfer_event for select to {city}_personnel
    using (true);
create policy transfer_event_carrier on transfer_event to {city}_carrier
    using (true)
    with check (true);
