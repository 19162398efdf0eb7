-- Reference: everybody reads; migrations load it (as the owner).
alter table position_level enable row level security;
alter table position_level force row level security;

revoke all on position_level from public, {groups};
grant select, insert, update on position_level to {city}_owner;
grant select on position_level to {city}_agency;
grant select on position_level to {city}_pool;
grant select on position_level to {city}_appraiser;
grant select on position_level to {city}_personnel;
grant select on position_level to {city}_carrier;

create policy position_level_owner on position_level to {city}_owner
    using (true)
    with check (true);
create policy position_level_agency on position_level for select to {city}_agency
    using (true);
create policy position_level_pool on position_level for select to {city}_pool
    using (true);
create policy position_level_appraiser on position_level for select to {city}_appraiser
    using (true);
create policy position_level_personnel on position_level for select to {city}_personnel
    using (true);
create policy position_level_carrier on position_level for select to {city}_carrier
    using (true);
