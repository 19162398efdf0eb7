-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table setting enable row level security;
alter table setting force row level security;

revoke all on setting from public, {groups};
grant select, insert, update on setting to {city}_owner;
grant select on setting to {city}_agency;
grant select on setting to {city}_pool;
grant select on setting to {city}_appraiser;
grant select, insert on setting to {city}_personnel;
grant select on setting to {city}_guard;

create policy setting_owner on setting to {city}_owner
    using (true)
    with check (true);
create policy setting_agency on setting for select to {city}_agency
    using (true);
create policy setting_pool on setting for select to {city}_pool
    using (true);
create policy setting_appraiser on setting for select to {city}_appraiser
    using (true);
create policy setting_personnel on setting to {city}_personnel
    using (true)
    with check (true);
create policy setting_guard on setting for select to {city}_guard
    using (true);
