-- Reference: everybody reads, migrations load (as the owner).
alter table position_level enable row level security;
alter table position_level force row level security;

revoke all on position_level from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on position_level to {city}_agency;
grant select on position_level to {city}_pool;
grant select on position_level to {city}_personnel;
grant select on position_level to {city}_mover;
grant select, insert, update on position_level to {city}_owner;

drop policy if exists position_level_agency on position_level;
create policy position_level_agency on position_level for select to {city}_agency
    using (true);
drop policy if exists position_level_pool on position_level;
create policy position_level_pool on position_level for select to {city}_pool
    using (true);
drop policy if exists position_level_personnel on position_level;
create policy position_level_personnel on position_level for select to {city}_personnel
    using (true);
drop policy if exists position_level_mover on position_level;
create policy position_level_mover on position_level for select to {city}_mover
    using (true);
drop policy if exists position_level_owner on position_level;
create policy position_level_owner on position_level to {city}_owner
    using (true)
    with check (true);
