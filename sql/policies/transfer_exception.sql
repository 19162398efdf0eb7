-- Tenant, append-only.
alter table transfer_exception enable row level security;
alter table transfer_exception force row level security;

revoke all on transfer_exception from public, {groups};
grant select on transfer_exception to {city}_personnel;
grant select, insert (agency_id, transfer_case_id, rule, reason, approved_by, document_number, document_date) on
    transfer_exception to {city}_carrier;

create policy transfer_exception_personnel on transfer_exception for select to {city}_personnel
    using (true);
create policy transfer_exception_carrier on transfer_exception to {city}_carrier
    using (true)
    with check (true);
