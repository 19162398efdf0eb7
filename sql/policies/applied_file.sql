-- The ledger of migrations; the programs compare it with what they carry.
alter table applied_file enable row level security;
alter table applied_file force row level security;

revoke all on applied_file from public, {groups};
grant select, insert, update on applied_file to {city}_owner;
grant select on applied_file to {city}_personnel;
grant select on applied_file to {city}_worker;

create policy applied_file_owner on applied_file to {city}_owner
    using (true)
    with check (true);
create policy applied_file_personnel on applied_file for select to {city}_personnel
    using (true);
create policy applied_file_worker on applied_file for select to {city}_worker
    using (true);
