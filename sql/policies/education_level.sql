-- Reference: everybody reads; migrations load it (as the owner).
alter table education_level enable row level security;
alter table education_level force row level security;

revoke all on education_level from public, {groups};
grant select, insert, update on education_level to {city}_owner;
grant select on education_level to {city}_agency;
grant select on education_level to {city}_pool;
grant select on education_level to {city}_personnel;

create policy education_level_owner on education_level to {city}_owner
    using (true)
    with check (true);
create policy education_level_agency on education_level for select to {city}_agency
    using (true);
create policy education_level_pool on education_level for select to {city}_pool
    using (true);
create policy education_level_personnel on education_level for select to {city}_personnel
    using (true);
