-- Tenant, append-only.
alter table transfer_check enable row level security;
alter table transfer_check force row level security;

revoke all on transfer_check from public, {groups};
grant select on transfer_check to {city}_personnel;
grant select, insert (agency_id, transfer_case_id, revision, for_day, rules, checked_by) on transfer_check to
    {city}_carrier;

create policy transfer_check_personnel on transfer_check for select to {city}_personnel
    using (true);
create policy transfer_check_carrier on transfer_check to {city}_carrier
    using (true)
    with check (true);
