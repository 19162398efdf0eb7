-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table setting enable row level security;
alter table setting force row level security;

revoke all on setting from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on setting to {city}_agency;
grant select on setting to {city}_pool;
grant select, insert on setting to {city}_personnel;
grant select on setting to {city}_mover;
grant select, insert, update on setting to {city}_owner;

drop policy if exists setting_agency on setting;
create policy setting_agency on setting for select to {city}_agency
    using (true);
drop policy if exists setting_pool on setting;
create policy setting_pool on setting for select to {city}_pool
    using (true);
drop policy if exists setting_personnel on setting;
create policy setting_personnel on setting to {city}_personnel
    using (true)
    with check (true);
drop policy if exists setting_mover on setting;
create policy setting_mover on setting for select to {city}_mover
    using (true);
drop policy if exists setting_owner on setting;
create policy setting_owner on setting to {city}_owner
    using (true)
    with check (true);
