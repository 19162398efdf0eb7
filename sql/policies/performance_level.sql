-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table performance_level enable row level security;
alter table performance_level force row level security;

revoke all on performance_level from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on performance_level to {city}_agency;
grant select on performance_level to {city}_pool;
grant select, insert on performance_level to {city}_personnel;
grant select on performance_level to {city}_mover;
grant select, insert, update on performance_level to {city}_owner;

drop policy if exists performance_level_agency on performance_level;
create policy performance_level_agency on performance_level for select to {city}_agency
    using (true);
drop policy if exists performance_level_pool on performance_level;
create policy performance_level_pool on performance_level for select to {city}_pool
    using (true);
drop policy if exists performance_level_personnel on performance_level;
create policy performance_level_personnel on performance_level to {city}_personnel
    using (true)
    with check (true);
drop policy if exists performance_level_mover on performance_level;
create policy performance_level_mover on performance_level for select to {city}_mover
    using (true);
drop policy if exists performance_level_owner on performance_level;
create policy performance_level_owner on performance_level to {city}_owner
    using (true)
    with check (true);
