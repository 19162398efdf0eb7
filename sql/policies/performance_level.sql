-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table performance_level enable row level security;
alter table performance_level force row level security;

revoke all on performance_level from public, {groups};
grant select, insert, update on performance_level to {city}_owner;
grant select on performance_level to {city}_agency;
grant select on performance_level to {city}_pool;
grant select on performance_level to {city}_appraiser;
grant select, insert on performance_level to {city}_personnel;

create policy performance_level_owner on performance_level to {city}_owner
    using (true)
    with check (true);
create policy performance_level_agency on performance_level for select to {city}_agency
    using (true);
create policy performance_level_pool on performance_level for select to {city}_pool
    using (true);
create policy performance_level_appraiser on performance_level for select to {city}_appraiser
    using (true);
create policy performance_level_personnel on performance_level to {city}_personnel
    using (true)
    with check (true);
