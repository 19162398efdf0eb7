-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table talent_box enable row level security;
alter table talent_box force row level security;

revoke all on talent_box from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on talent_box to {city}_agency;
grant select on talent_box to {city}_pool;
grant select, insert on talent_box to {city}_personnel;
grant select on talent_box to {city}_mover;
grant select, insert, update on talent_box to {city}_owner;

drop policy if exists talent_box_agency on talent_box;
create policy talent_box_agency on talent_box for select to {city}_agency
    using (true);
drop policy if exists talent_box_pool on talent_box;
create policy talent_box_pool on talent_box for select to {city}_pool
    using (true);
drop policy if exists talent_box_personnel on talent_box;
create policy talent_box_personnel on talent_box to {city}_personnel
    using (true)
    with check (true);
drop policy if exists talent_box_mover on talent_box;
create policy talent_box_mover on talent_box for select to {city}_mover
    using (true);
drop policy if exists talent_box_owner on talent_box;
create policy talent_box_owner on talent_box to {city}_owner
    using (true)
    with check (true);
