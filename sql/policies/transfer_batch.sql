-- City-wide: the personnel agency plans; agencies see a case when it is shown to them, and no batch.
alter table transfer_batch enable row level security;
alter table transfer_batch force row level security;

revoke all on transfer_batch from public, {groups};
grant select, insert (code, title, planned_on, created_by), update (title, planned_on) on transfer_batch to
    {city}_personnel;
grant select on transfer_batch to {city}_carrier;

create policy transfer_batch_personnel on transfer_batch to {city}_personnel
    using (true)
    with check (true);
create policy transfer_batch_carrier on transfer_batch for select to {city}_carrier
    using (true);
