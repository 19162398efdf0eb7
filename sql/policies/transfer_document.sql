-- Tenant, append-only.
alter table transfer_document enable row level security;
alter table transfer_document force row level security;

revoke all on transfer_document from public, {groups};
grant select on transfer_document to {city}_personnel;
grant select, insert (agency_id, transfer_case_id, kind, number, document_date, post, recorded_by) on transfer_document
    to {city}_carrier;

create policy transfer_document_personnel on transfer_document for select to {city}_personnel
    using (true);
create policy transfer_document_carrier on transfer_document to {city}_carrier
    using (true)
    with check (true);
