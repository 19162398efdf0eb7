-- Tenant, append-only.
alter table transfer_conflict enable row level security;
alter table transfer_conflict force row level security;

revoke all on transfer_conflict from public, {groups};
grant select on transfer_conflict to {city}_personnel;
grant select, insert (agency_id, transfer_case_id, declared_of, kind) on transfer_conflict to {city}_carrier;

create policy transfer_conflict_personnel on transfer_conflict for select to {city}_personnel
    using (true);
create policy transfer_conflict_carrier on transfer_conflict to {city}_carrier
    using (true)
    with check (true);
