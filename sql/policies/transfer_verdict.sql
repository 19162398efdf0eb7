-- Tenant, append-only.
alter table transfer_verdict enable row level security;
alter table transfer_verdict force row level security;

revoke all on transfer_verdict from public, {groups};
grant select on transfer_verdict to {city}_personnel;
grant select, insert on transfer_verdict to {city}_carrier;

create policy transfer_verdict_personnel on transfer_verdict for select to {city}_personnel
    using (true);
create policy transfer_verdict_carrier on transfer_verdict to {city}_carrier
    using (true)
    with check (true);
