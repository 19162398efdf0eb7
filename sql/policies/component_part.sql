-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table component_part enable row level security;
alter table component_part force row level security;

revoke all on component_part from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on component_part to {city}_agency;
grant select on component_part to {city}_pool;
grant select, insert on component_part to {city}_personnel;
grant select on component_part to {city}_mover;
grant select, insert, update on component_part to {city}_owner;

drop policy if exists component_part_agency on component_part;
create policy component_part_agency on component_part for select to {city}_agency
    using (true);
drop policy if exists component_part_pool on component_part;
create policy component_part_pool on component_part for select to {city}_pool
    using (true);
drop policy if exists component_part_personnel on component_part;
create policy component_part_personnel on component_part to {city}_personnel
    using (true)
    with check (true);
drop policy if exists component_part_mover on component_part;
create policy component_part_mover on component_part for select to {city}_mover
    using (true);
drop policy if exists component_part_owner on component_part;
create policy component_part_owner on component_part to {city}_owner
    using (true)
    with check (true);
