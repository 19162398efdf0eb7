-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table component_part enable row level security;
alter table component_part force row level security;

revoke all on component_part from public, {groups};
grant select, insert, update on component_part to {city}_owner;
grant select on component_part to {city}_agency;
grant select on component_part to {city}_pool;
grant select on component_part to {city}_appraiser;
grant select, insert on component_part to {city}_personnel;

create policy component_part_owner on component_part to {city}_owner
    using (true)
    with check (true);
create policy component_part_agency on component_part for select to {city}_agency
    using (true);
create policy component_part_pool on component_part for select to {city}_pool
    using (true);
create policy component_part_appraiser on component_part for select to {city}_appraiser
    using (true);
create policy component_part_personnel on component_part to {city}_personnel
    using (true)
    with check (true);
